"""Re-scored records as a table: one row each, with the columns an analyst wants, for a spreadsheet in Sweden.

Semicolons and decimal commas, since that is what a Swedish spreadsheet opens with a double-click; a byte order mark, so
that it reads å, ä and ö. Whoever reads by program has JSON Lines, with full precision and decimal points.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any, Final

from hallbarhet.batch.rows import Row
from hallbarhet.texts import rescoring_table as texts

Cell = str | int | float | bool | None

BOM: Final = "\ufeff"

COLUMNS: Final = texts.COLUMNS
"""Headings, in order; `cells` gives a value for each."""

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula, or lets begin another cell."""

_POINTS = ("min", "netto", "max")


def cells(row: Row) -> tuple[Cell, ...]:
    """One row of the table: numbers as numbers, what does not exist as None, words from people as they are."""
    found = row.machine
    change = found.get("andring", {})
    return (
        found["post"],
        found.get("id"),
        row.diary_number,
        row.title,
        row.support_form,
        row.status,
        row.amount,
        row.applied_on,
        row.decided_on,
        row.checklist,
        found.get("alternativ"),
        found.get("jamforbarhet"),
        *_series(found.get("fore", {})),
        found.get("fore", {}).get("omraknad"),
        *_series(found.get("karna", {})),
        *_series(found.get("full", {})),
        change.get("index"),
        change.get("vikter"),
        change.get("fragor"),
        change.get("trosklar"),
        found.get("omslag"),
        ", ".join(_gate(gate) for gate in found.get("hallplatser_andrade", ())),
        ", ".join(f"{lost['punkt']} ({lost['orsak']})" for lost in found.get("svar_utan_plats", ())),
        found.get("avvikande_resultat"),
        found.get("hoppad"),
        "; ".join(_fault(fault) for fault in found.get("fel", ())),
    )


def _series(told: Mapping[str, Any]) -> tuple[Cell, ...]:
    index, level = told.get("index", {}), told.get("niva", {})
    return (*(index.get(key) for key in _POINTS), *(level.get(key) for key in _POINTS), told.get("status"))


def _gate(gate: Mapping[str, Any]) -> str:
    return f"{gate['id']}: {gate['fore'] or texts.NONE} > {gate['efter'] or texts.NONE}"


def _fault(fault: Mapping[str, Any]) -> str:
    return texts.fault(fault["kod"], fault["rad"], fault["text"])


def csv_head() -> str:
    """The first line of the file."""
    return BOM + _written(COLUMNS)


def csv_lines(rows: Iterable[Row]) -> str:
    """The lines of some rows."""
    return _written(*(tuple(map(_told, cells(row))) for row in rows))


def _told(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return texts.YES if cell else texts.NO
    if isinstance(cell, int | float):
        return repr(cell).replace(".", ",")
    return harmless_cell(cell)


def harmless_cell(text: str) -> str:
    """Words that a spreadsheet takes as words: an apostrophe before what it would have reckoned out."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def _written(*lines: tuple[str, ...]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(lines)
    return text.getvalue()
