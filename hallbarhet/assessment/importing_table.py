"""A file somebody exported, as rows of cells with the headings as they are written: CSV, JSON or TOML."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallbarhet.checklist import toml
from hallbarhet.checklist.problems import Problem, faults
from hallbarhet.errors import FaultyFileError, NotFoundError
from hallbarhet.texts import importing as texts
from hallbarhet.texts import importing_own as own_texts
from hallbarhet.texts import problems as problem_texts

MAX_BYTES = 50_000_000
"""Room for a hundred thousand cases; a larger file is something else."""

SEPARATORS = ";,\t"
"""In the order they are believed: Swedish Excel writes semicolons, since the comma stands in numbers."""

LIST_KEYS = ("arende", "arenden")
"""Under which key a JSON or TOML file may keep its cases."""

_FORMULA_TEXT = re.compile(r'="(.*)"', re.DOTALL)
"""What Excel is given when a cell is to stay text: `="00123"`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands, and its cells by heading. Empty cells are left out."""

    place: str
    cells: Mapping[str, Any]
    fault: str = ""
    """Why the row cannot be used at all."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file in order."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """How the file was read, where that is worth knowing."""


def read_table(path: Path) -> Table:
    """The rows of a file. Raises NotFoundError or FaultyFileError."""
    raw = toml.contents(path, str(path), at_most=MAX_BYTES)
    if isinstance(raw, Problem):
        raise (FaultyFileError if path.exists() else NotFoundError)(raw.sentence)
    if len(raw) > MAX_BYTES:
        raise FaultyFileError(texts.too_large(path, MAX_BYTES // 1_000_000))
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise FaultyFileError(texts.is_a_workbook(path))
    ending = path.suffix.lower()
    if ending == ".toml":
        return _from_toml(raw, str(path))
    text, notes = decoded(raw, path)
    if ending in {".json", ".jsonl"}:
        rows = _from_json(text, path)
        return Table(_headings(rows), tuple(rows), notes)
    heading, rows = _from_csv(text, path)
    # a column that is empty all the way down is as none
    return Table(_headings(rows) or heading, tuple(rows), notes)


def decoded(raw: bytes, path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a file, and how it was written when it is not UTF-8."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace"), (texts.READ_AS_UTF16,)
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    try:
        return raw.decode("cp1252"), (texts.read_as_windows(line),)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FaultyFileError(texts.unreadable_letters(path, line)) from error


def _headings(rows: list[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(heading for row in rows for heading in row.cells))


# CSV


def _from_csv(text: str, path: Path) -> tuple[tuple[str, ...], list[Row]]:
    lines = iter(_csv_lines(text, path))
    heading: list[str] = []
    for _, cells in lines:
        if any(cell.strip() for cell in cells):
            heading = [cell.strip() for cell in cells]
            break
    twice = [name for name in dict.fromkeys(heading) if name and heading.count(name) > 1]
    if twice:
        raise FaultyFileError(texts.heading_twice(path, twice[0]))
    rows = [_csv_row(number, heading, cells) for number, cells in lines if any(cell.strip() for cell in cells)]
    return tuple(filter(None, heading)), rows


def _csv_row(number: int, heading: list[str], cells: list[str]) -> Row:
    place = texts.line(number)
    if any(cell.strip() for cell in cells[len(heading) :]):
        return Row(place, {}, texts.too_many_cells(len(cells), len(heading)))
    known = zip(heading, cells, strict=False)
    return Row(place, {name: _plain(cell) for name, cell in known if name and cell.strip()})


def _plain(cell: str) -> str:
    wrapped = _FORMULA_TEXT.fullmatch(cell.strip())
    return wrapped[1].replace('""', '"') if wrapped else cell


def _csv_lines(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row with the line it begins on."""
    first, _, rest = text.partition("\n")
    if told := re.fullmatch(r'"?sep=(.)"?\r?', first):
        separator, body, before = told[1], rest, 1
    else:
        separator, body, before = _separator(text), text, 0
    largest = csv.field_size_limit(MAX_BYTES)  # a cell that is too long is told with its row, not as a broken file
    begins = 1
    try:
        reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
        for cells in reader:
            yield begins + before, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise FaultyFileError(texts.quotes_do_not_match(path, begins + before)) from error
    finally:
        csv.field_size_limit(largest)


def _separator(text: str) -> str:
    """What stands most often between the headings, outside quotation marks."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(SEPARATORS, key=bare.count)


# JSON and TOML


def _from_json(text: str, path: Path) -> list[Row]:
    try:
        data = _json(text, path)
    except ValueError as error:
        raise FaultyFileError(texts.not_json(path, getattr(error, "lineno", None))) from error
    except RecursionError as error:
        raise FaultyFileError(texts.too_deep(path)) from error
    found = _cases(data)
    if found is None:
        raise FaultyFileError(texts.no_list_of_cases(path))
    return [_data_row(texts.entry(number), entry) for number, entry in enumerate(found, 1)]


def _json(text: str, path: Path) -> Any:
    if path.suffix.lower() == ".jsonl":
        return [json.loads(line, parse_constant=_refuse) for line in text.splitlines() if line.strip()]
    return json.loads(text, parse_constant=_refuse)


def _refuse(word: str) -> None:
    raise ValueError(word)


def _from_toml(raw: bytes, name: str) -> Table:
    document, problems = toml.parse(raw, name)
    if document is None or faults(problems):
        first, *others = faults(problems)
        raise FaultyFileError(problem_texts.first_of_many(first.sentence, len(others)))
    if "bedomning" in document.data:
        raise FaultyFileError(own_texts.IS_A_RECORD)
    found = _cases(document.data)
    if found is None:
        raise FaultyFileError(texts.no_list_of_cases(name))
    key = next((key for key in LIST_KEYS if isinstance(document.data.get(key), list)), "")
    rows = []
    for number, entry in enumerate(found):
        line = document.line((key, number)) if key else None
        rows.append(_data_row(texts.line(line) if line else texts.entry(number + 1), entry))
    return Table(_headings(rows), tuple(rows))


def _cases(data: Any) -> list[Any] | None:
    """The cases of a file that is a list of them, keeps one under a key of its own, or is one itself."""
    if isinstance(data, Mapping):
        inside = next((data[key] for key in LIST_KEYS if key in data), data)
        return [inside] if isinstance(inside, Mapping) else _cases(inside)
    return data if isinstance(data, list) else None


def _data_row(place: str, entry: Any) -> Row:
    if not isinstance(entry, Mapping):
        return Row(place, {}, texts.NOT_A_CASE)
    own = entry.get("eget")
    cells = {str(key): value for key, value in entry.items() if not (key == "eget" and isinstance(own, Mapping))}
    if isinstance(own, Mapping):
        cells |= {f"eget.{key}": value for key, value in own.items()}
    return Row(place, {key: value for key, value in cells.items() if value is not None and value not in ("", [])})
