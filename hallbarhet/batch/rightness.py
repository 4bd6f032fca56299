"""Whether the data of a record is plainly right, asked without the models that could tell what is wrong with it.

A yes is a yes: `assessment.records` finds no fault in it. A no only means that the models have to be asked.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from hallbarhet.assessment.recognition import RECORD_FORMAT

Check = type | Callable[[Any], bool]
"""The one type that a value may have, or what tells whether it is right."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def is_right(data: Mapping[str, Any]) -> bool:
    """Whether tidy data (`checklist.tidying`) is a record without faults."""
    if type(data.get("format")) is not int or data["format"] != RECORD_FORMAT:
        return False
    if not all(key in data for key in ("bedomning", "checklista")):
        return False
    return all(check(data[key]) for key, check in _PARTS.items() if key in data)


def _fits(table: Any, checks: Mapping[str, Check], needed: tuple[str, ...] = ()) -> bool:
    """Whether a table has what it needs and everything known in it is right; other keys are kept whatever they hold."""
    if type(table) is not dict:
        return False
    for key in needed:
        if key not in table:
            return False
    for key, value in table.items():
        check = checks.get(key)
        if check is None or type(value) is check:
            continue
        if isinstance(check, type) or not check(value):
            return False
    return True


def _table_of(checks: Mapping[str, Check], *needed: str) -> Callable[[Any], bool]:
    return lambda value: _fits(value, checks, needed)


def _list_of(check: Check) -> Callable[[Any], bool]:
    if isinstance(check, type):
        return lambda value: type(value) is list and all(type(entry) is check for entry in value)
    return lambda value: type(value) is list and all(map(check, value))


def _one_of(*words: str) -> Callable[[Any], bool]:
    return lambda value: type(value) is str and value in words


def _named_once(key: str, check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """A list of tables, each with an id of its own."""

    def is_right_list(value: Any) -> bool:
        if type(value) is not list or not all(map(check, value)):
            return False
        return len({entry[key] for entry in value}) == len(value)

    return is_right_list


def _id(value: Any) -> bool:
    return type(value) is str and _ID.fullmatch(value) is not None


def _number(value: Any) -> bool:
    return type(value) is int or type(value) is float


def _amount(value: Any) -> bool:
    return _number(value) and value >= 0


def _values(check: Check) -> Callable[[Any], bool]:
    """A table whose keys are free and whose values are all of one kind."""
    is_listed = _list_of(check)
    return lambda value: type(value) is dict and is_listed(list(value.values()))


def _severity(value: Any) -> bool:
    return type(value) is int and 0 <= value <= 4  # noqa: PLR2004  (the highest severity)


_words = _list_of(str)

_ANSWER: dict[str, Check] = {
    "punkt": _id, "text": str, "motivering": str, "underlag": _words, "intern": bool, "inaktuell": bool,
    "grad": _number, "fritext": str, "varde": _number, "val": _words, "vem_svarar": str,
    "status": _one_of("vet_inte", "ej_relevant", "obesvarad"), "fasetter": _values(_values(_number)),
}  # fmt: skip
_SAID = ("grad", "status", "fritext", "varde", "val")


def _answer(value: Any) -> bool:
    if not _fits(value, _ANSWER, ("punkt",)):
        return False
    said = [key for key in _SAID if key in value]
    if len(said) != 1:
        return False
    # the words of the answer: the anchor of a grade, or what each alternative is called
    return "svar" not in value or (type(value["svar"]) is str if said != ["val"] else _words(value["svar"]))


_PARTS: dict[str, Callable[[Any], bool]] = {
    "bedomning": _table_of(
        {
            "id": str, "status": _one_of("utkast", "klar", "granskad"),
            "skede": _one_of("ansokan", "uppfoljning", "slutrapport"), "foregaende": str,
            "roll": _one_of("forsta", "andra", "gemensam"), "parter": _words, "djup": _one_of("kort", "fordjupad"),
            "djup_motivering": str, "handlaggare": str, "skapad": datetime, "senast_sparad": datetime,
        },
        "id", "skapad",
    ),
    "arende": _table_of(
        {
            "diarienummer": str, "nyps_id": str, "stodform": str, "rubrik": str, "sokande": str,
            "organisationsnummer": str, "kommuner": _words, "sokt_belopp": _amount, "total_kostnad": _amount,
            "ansokan_datum": date, "projekt_start": date, "projekt_slut": date, "beviljat_belopp": _amount,
            "beslut_utfall": str, "beslut_datum": date,
            "eget": _values(lambda value: type(value) in {str, int, float, date}),
        }
    ),
    "checklista": _table_of({"id": _id, "version": str, "fingeravtryck": str}, "id", "version", "fingeravtryck"),
    "svar": _named_once("punkt", _answer),
    "hallplats": _named_once("id", _table_of(
        {
            "id": _id, "titel": str, "fragor": _list_of(_table_of({"fraga": str, "svar": str}, "fraga")),
            "beslut": _one_of("vidare", "tank_om", "avsluta"), "motivering": str, "ansvarig": str, "datum": date,
            "inlamnat": _words,
        },
        "id",
    )),
    "malkonflikt": _named_once("id", _table_of(
        {
            "id": _id, "titel": str, "slag": str, "allvar": _severity, "mot": _words, "egen": bool, "vinner": str,
            "forlorar": str, "var": str, "nar": str, "status": _one_of("oppen", "hanterad", "accepterad", "avfardad"),
            "motivering": str, "atgard": str, "ansvarig": str, "uppfoljning": str, "uppfoljning_datum": date,
            "beslutsfattare": str,
        },
        "id",
    )),
    "samlad_bedomning": _table_of(
        {
            "text": str, "rekommendation": _one_of("vidare", "vidare_med_villkor", "tank_om", "avsluta"),
            "villkor": _words, "avvikelse_motivering": str, "dimension": _values(str),
        }
    ),
    "resultat": lambda value: type(value) is dict,
    "tidigare_svar": _list_of(dict),
    "handelse": _list_of(_table_of({"tidpunkt": datetime, "vem": str, "vad": str}, "tidpunkt", "vad")),
    "sigill": _table_of({"varde": str, "svar": str, "delar": _values(str)}, "varde"),
    "utdrag": _table_of({"ur_sigill": str}),
}  # fmt: skip
