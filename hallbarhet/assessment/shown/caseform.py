"""Case data as typed, and as read: dates, amounts and numbers, with what to write instead of what cannot be read."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hallbarhet.assessment.model import Case
from hallbarhet.assessment.municipalities import known
from hallbarhet.assessment.personal import number_fault
from hallbarhet.assessment.shown.answers import number_from
from hallbarhet.assessment.shown.plain import shortened
from hallbarhet.checklist.canonical import normalised
from hallbarhet.checklist.model import CaseField
from hallbarhet.checklist.tidying import MAX_INTEGER
from hallbarhet.texts import case_checks as checks
from hallbarhet.texts import swedish
from hallbarhet.texts import tui_case as texts

KEYS = (
    "diarienummer", "rubrik", "sokande", "organisationsnummer", "kommuner", "sokt_belopp", "total_kostnad",
    "ansokan_datum", "projekt_start", "projekt_slut", "nyps_id",
)  # fmt: skip
"""The fields of the form in the order of an application; the support form is chosen, not typed."""

DECISION_KEYS = ("beviljat_belopp", "beslut_utfall", "beslut_datum")
"""What is known when the decision is made. It stands outside the seal."""

AMOUNTS = frozenset({"sokt_belopp", "total_kostnad", "beviljat_belopp"})
DAYS = frozenset({"ansokan_datum", "projekt_start", "projekt_slut", "beslut_datum"})

MOST_REPEATED = 48
"""Characters of what was typed in a sentence about it: enough to know it again, also after a whole page was pasted."""

OWN = "eget."
"""Stands before the id of a field that only this checklist asks for."""

_BETWEEN_NAMES = re.compile(r"[,;\n]|\s+(?:och|&)\s+")
_TWO_MEANINGS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+")
"""`450.000` is 450 kronor to some and 450 000 to others: it is asked about, never guessed."""

_LARGER_UNIT = re.compile(
    r"(?P<count>.*?)\s*(?:(?P<million>mkr|mnkr|milj\.?|miljon(?:er)?)|(?P<thousand>tkr|tusen))(?:\s+(?:kr|kronor))?\.?"
)
"""`4,2 mkr`, `1 miljon kronor`, `350 tkr`: what they mean is beyond doubt, but it is told how they were read."""

ATTRIBUTES = {field.alias or name: name for name, field in Case.model_fields.items()}


class UnreadableError(Exception):
    """Words that are not what the field holds; the message says what to write instead."""


def shown(case: Case, key: str) -> str:
    """What stands in a field."""
    value = case.own.get(key.removeprefix(OWN)) if key.startswith(OWN) else getattr(case, ATTRIBUTES[key])
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case bool() | int() | float():
            return swedish.plain(value).replace(swedish.NO_BREAK, " ").replace(swedish.MINUS, "-")
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)


def read(key: str, words: str, own: Mapping[str, CaseField]) -> Any:
    """The value of some words. Raises UnreadableError."""
    text = normalised(words).strip()
    if key.startswith(OWN):
        return _READERS[own[key.removeprefix(OWN)].kind](text)
    if key in AMOUNTS:
        return _amount(text)
    if key in DAYS:
        return read_date(text)
    if key == "kommuner":
        return read_municipalities(text)
    return text


def read_municipalities(text: str) -> tuple[str, ...]:
    """The names in a list, each once, by the name the kommun has; a word that is no kommun's stays as it is."""
    parts = (part.strip() for part in _BETWEEN_NAMES.split(text))
    return tuple(dict.fromkeys(known(part) or part for part in parts if part))


def with_value(case: Case, key: str, value: Any) -> Case:
    """The case with one field replaced."""
    if key.startswith(OWN):
        own = {id_: entry for id_, entry in case.own.items() if id_ != key.removeprefix(OWN)}
        if value not in (None, ""):
            own[key.removeprefix(OWN)] = value
        return case.model_copy(update={"own": own})
    return case.model_copy(update={ATTRIBUTES[key]: value})


def complaint(key: str, words: str, own: Mapping[str, CaseField], *, required: bool, label: str) -> str:
    """What is wrong with what stands in a field, or nothing."""
    if not words.strip():
        return texts.missing(label) if required else ""
    try:
        read(key, words, own)
    except UnreadableError as fault:
        return str(fault)
    if key == "organisationsnummer":
        told = number_fault(shortened(words, MOST_REPEATED)) or ""
        return told[:1].upper() + told[1:]
    return ""


def amount_told(key: str, words: str) -> str:
    """How an amount in thousands or millions was read; nothing where it stands in kronor, or cannot be read."""
    text = normalised(words).strip()
    if key not in AMOUNTS or _in_larger_unit(text) is None:
        return ""
    try:
        value = _amount(text)
    except UnreadableError:
        return ""
    return checks.read_as(shortened(text, MOST_REPEATED), value) if value is not None else ""


def _amount(text: str) -> float | None:
    larger = _in_larger_unit(text)
    bare = text.lower().removesuffix("kronor").removesuffix("kr").strip().removesuffix(":-")
    if not bare:
        return None
    bare, times = larger or (bare, 1)
    if _TWO_MEANINGS.fullmatch(bare):
        raise UnreadableError(checks.thousands(shortened(text, MOST_REPEATED)))
    value = number_from(bare)
    if value is not None and times > 1:
        exact = Decimal(str(value)) * times  # 4,35 million in binary fractions is not quite 4 350 000
        value = int(exact) if exact == exact.to_integral_value() else float(exact)
    if value is None or not 0 <= value <= MAX_INTEGER:
        raise UnreadableError(texts.not_an_amount(shortened(text, MOST_REPEATED)))
    return value


def _in_larger_unit(text: str) -> tuple[str, int] | None:
    """The count and what it counts in, of an amount in thousands or millions."""
    if len(text) > MOST_REPEATED:  # no amount is as long, and a pasted page would take its time
        return None
    found = _LARGER_UNIT.fullmatch(text.lower())
    return (found["count"], 1_000_000 if found["million"] else 1_000) if found else None


def read_date(words: str) -> date | None:
    """A day written as year, month and day; None for no words. Raises UnreadableError."""
    text = words.strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UnreadableError(texts.not_a_date(shortened(text, MOST_REPEATED))) from error


def _number(text: str) -> float | None:
    if not text:
        return None
    value = number_from(text)
    if value is None or abs(value) > MAX_INTEGER:
        raise UnreadableError(texts.not_a_number(shortened(text, MOST_REPEATED)))
    return value


_READERS: dict[str, Callable[[str], Any]] = {"text": str, "tal": _number, "datum": read_date}
