"""What a row of a file says about a case: each cell by its key, read, or refused with what to write instead."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hallbarhet.assessment.importing_table import Row, Table
from hallbarhet.assessment.model import Case
from hallbarhet.assessment.shown import caseform
from hallbarhet.assessment.shown.plain import cleaned, shortened
from hallbarhet.checklist.model import CaseField
from hallbarhet.checklist.nearest import folded
from hallbarhet.errors import FaultyFileError
from hallbarhet.texts import importing as texts

MOST_CHARACTERS = 1_000
"""In one cell: no title or name comes near, and a whole document in a cell is a slip."""

CASE_KEYS = (*caseform.KEYS, *caseform.DECISION_KEYS, "stodform")
ABOUT_THE_RECORD = ("id", "handlaggare", "checklista")

_UNIT = re.compile(r"\((?:kr|sek|kronor)\)|\b(?:kr|sek)\b")
_TIME_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?")
_EXCEL_DAY = re.compile(r"[34]\d{4}|5[0-4]\d{3}")
"""Days since 1900, from 1982 to 2050: what a date becomes in a cell that is not formatted as one."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row, read. Only what the file says something about is there."""

    place: str
    values: Mapping[str, Any]
    """By the record's own keys, `id`, `handlaggare` and `checklista` among them."""
    others: Mapping[str, Any]
    """Cells under other headings, by the heading: a checklist may ask for them."""
    faults: tuple[str, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)
    """How a cell was read where it is not as it is written, by the record's own keys: amounts in millions."""

    @property
    def name(self) -> str:
        """What the case is called in a sentence."""
        known = self.values.get("diarienummer") or self.values.get("nyps_id") or self.values.get("rubrik") or ""
        return shortened(str(known), 60)

    @property
    def is_only_a_decision(self) -> bool:
        """Whether it says nothing about what is applied for."""
        described = set(self.values) - {"diarienummer", "nyps_id", *caseform.DECISION_KEYS, *ABOUT_THE_RECORD}
        return not described


def columns(table: Table, path: Path) -> dict[str, str]:
    """The key of each heading that is known. Raises FaultyFileError when none is, or two mean the same."""
    found: dict[str, str] = {}
    for heading in table.headings:
        key = _KEY_BY_HEADING.get(_bare(heading))
        if key is None:
            continue
        if key in found.values():
            first = next(other for other, known in found.items() if known == key)
            raise FaultyFileError(texts.same_meaning(path, shortened(first, 40), shortened(heading, 40)))
        found[heading] = key
    if not found and table.rows:
        raise FaultyFileError(texts.no_known_heading(path, [shortened(name, 40) for name in table.headings[:8]]))
    return found


def read_rows(table: Table, keys: Mapping[str, str]) -> Iterator[CaseRow]:
    """Each row of a file, read; a row with a fault tells every one of them."""
    for row in table.rows:
        yield _read(row, keys)


def own_values(row: CaseRow, fields: Sequence[CaseField]) -> tuple[dict[str, Any], list[str], set[str]]:
    """What a row says in the fields that only one checklist asks for: values by id, faults, the headings used."""
    own = {field.id: field for field in fields}
    by_heading = {_bare(field.text): field.id for field in fields} | {_bare(id_): id_ for id_ in own}
    values: dict[str, Any] = {}
    wrong: list[str] = []
    used: set[str] = set()
    for heading, cell in row.others.items():
        id_ = by_heading.get(_bare(heading.removeprefix(caseform.OWN)))
        if id_ is None:
            continue
        used.add(heading)
        try:
            values[id_] = _value(f"{caseform.OWN}{id_}", cell, own)
        except caseform.UnreadableError as fault:
            wrong.append(texts.column(shortened(heading, 40), str(fault)))
    return values, wrong, used


def with_values(case: Case, values: Mapping[str, Any]) -> Case:
    """The case with what a row says."""
    return case.model_copy(
        update={caseform.ATTRIBUTES[key]: value for key, value in values.items() if key in CASE_KEYS}
    )


def _read(row: Row, keys: Mapping[str, str]) -> CaseRow:
    if row.fault:
        return CaseRow(row.place, {}, {}, (row.fault,))
    values: dict[str, Any] = {}
    wrong: list[str] = []
    told: dict[str, str] = {}
    for heading, cell in row.cells.items():
        if (key := keys.get(heading)) is None:
            continue
        try:
            value = _value(key, cell, {})
        except caseform.UnreadableError as fault:
            wrong.append(texts.column(shortened(heading, 40), str(fault)))
            continue
        if value not in (None, "", ()):
            values[key] = value
            if sentence := caseform.amount_told(key, str(cell)):
                told[key] = sentence
    others = {heading: cell for heading, cell in row.cells.items() if heading not in keys}
    return CaseRow(row.place, values, others, tuple(wrong), told)


def _value(key: str, cell: Any, own: Mapping[str, CaseField]) -> Any:
    """The value of a cell. Raises UnreadableError."""
    kind = own[key.removeprefix(caseform.OWN)].kind if key.startswith(caseform.OWN) else ""
    is_day = key in caseform.DAYS or kind == "datum"
    match cell:
        case datetime() if is_day:
            return cell.date()
        case date() if is_day:
            return cell
        case bool() | dict():
            raise caseform.UnreadableError(texts.wrong_kind())
        case list():
            if key != "kommuner" or not all(isinstance(entry, str) for entry in cell):
                raise caseform.UnreadableError(texts.wrong_kind())
            words = ", ".join(cell)
        case float() if cell.is_integer():
            words = str(int(cell))
        case _:
            words = str(cell)
    if len(words) > MOST_CHARACTERS:
        raise caseform.UnreadableError(texts.too_long(len(words), MOST_CHARACTERS))
    words = " ".join(cleaned(words).split()) if key != "kommuner" else cleaned(words)
    return caseform.read(key, _day_alone(words) if is_day else words, own)


def _day_alone(words: str) -> str:
    """A date without the midnight that some systems write after it."""
    if timed := _TIME_OF_DAY.fullmatch(words.strip()):
        return timed[1]
    if _EXCEL_DAY.fullmatch(words.strip()):
        raise caseform.UnreadableError(texts.serial_date(words.strip()))
    return words


def _bare(heading: str) -> str:
    """A heading without case, signs, dots over letters and units."""
    plain = _UNIT.sub("", folded(cleaned(heading)).casefold())
    return "".join(letter for letter in plain if letter.isalnum())


_KEY_BY_HEADING = {_bare(heading): key for key, others in texts.HEADINGS.items() for heading in (key, *others)}
