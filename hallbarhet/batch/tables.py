"""Re-scored records as a workbook or a Parquet file, by the extra `analys`; memory stays flat however many there are.

Both are made in a scratch folder and copied to their place when they are whole.
"""

import importlib
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from hallbarhet.assessment.atomic import GrowingFile, reason_not_saved
from hallbarhet.batch.rescoring import Rescored
from hallbarhet.batch.table import COLUMNS, Cell, cells
from hallbarhet.batch.whole import Whole
from hallbarhet.errors import NotSavedError, UsageError
from hallbarhet.texts import rescoring, rescoring_columns, rescoring_ways, storage

MOST_ROWS: Final = 1_048_576
"""Rows that a sheet of a workbook can have, its headings among them."""

LONGEST_CELL: Final = 32_767
"""Characters that a cell of a workbook can hold."""

PART: Final = 20_000
"""Rows gathered before they are put aside: enough to be packed well."""

MADE: Final = datetime(1980, 1, 1)  # noqa: DTZ001  (a workbook knows no time zones)
"""When a workbook says it was made: always the same, so that the same rows are the same bytes."""

Value = Cell | date

_PIECE = 1 << 20


def kind_of(column: str) -> type:
    """What a column holds."""
    name = column.removeprefix("fore_").removeprefix("karna_").removeprefix("full_")
    if name in {"omraknad", "avvikande_resultat"}:
        return bool
    if name.startswith("niva_"):
        return int
    if name.endswith("_datum"):
        return date
    return float if name.startswith(("index_", "andring_")) or name == "sokt_belopp" else str


KINDS: Final = tuple(map(kind_of, COLUMNS))


def typed(row: Sequence[Cell]) -> tuple[Value, ...]:
    """A row's cells as the kinds of their columns; None for what does not exist."""
    return tuple(_typed(cell, kind) for cell, kind in zip(row, KINDS, strict=True))


def _typed(cell: Cell, kind: type) -> Value:
    if cell is None or cell == "":
        return None
    if kind is date:
        with suppress(ValueError):
            return date.fromisoformat(str(cell)[:10])
        return None
    if kind is str:
        # a file name need not be text
        return str(cell).encode("utf-8", "backslashreplace").decode("utf-8")
    found: Cell = kind(cell)
    return found


class _Table(ABC):
    """A file made of rows with the help of a library that may be missing."""

    def __init__(self, path: Path, library: str, fault: str) -> None:
        """`fault` is what the library raises for what it could not write.

        Raises UsageError without the library, NotSavedError where the file cannot be put.
        """
        try:
            self._library: Any = importlib.import_module(library)
            self._fault: type[Exception] = getattr(importlib.import_module(f"{library}.exceptions"), fault)
        except ImportError as error:
            raise UsageError(rescoring_columns.missing_extra(str(path))) from error
        self._path = path
        self._file = GrowingFile(path)
        self._scratch = TemporaryDirectory(prefix="hallbarhet-", ignore_cleanup_errors=True)

    def take(self, chunk: Rescored) -> None:
        """Add the rows of a chunk."""
        with self._faults_told():
            for row in chunk.rows:
                self._add(typed(cells(row)))

    def end(self, whole: Whole) -> None:
        """Put the file in its place."""
        made = Path(self._scratch.name, "fil")
        with self._faults_told():
            self._make(made, whole)
            with made.open("rb") as file:
                while piece := file.read(_PIECE):
                    self._file.write(piece)
        self._file.finish()
        self._scratch.cleanup()

    def drop(self) -> None:
        """Leave nothing behind."""
        self._file.discard()
        self._scratch.cleanup()

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise NotSavedError(reason_not_saved(error, self._path)) from error
        except self._fault as error:
            raise NotSavedError(storage.not_written(str(self._path), None)) from error

    @abstractmethod
    def _add(self, row: tuple[Value, ...]) -> None:
        """One row more."""

    @abstractmethod
    def _make(self, path: Path, whole: Whole) -> None:
        """The whole file."""


class WorkbookFile(_Table):
    """A workbook: what it is on the first sheet, the rows on the next, and on more where one cannot hold them.

    Words are written as words, so that none of them becomes a formula or a link.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, "xlsxwriter", "XlsxFileError")
        made = str(Path(self._scratch.name, "fil"))
        options = {"constant_memory": True, "tmpdir": self._scratch.name, "strings_to_urls": False}
        self._book = self._library.Workbook(made, {**options, "strings_to_formulas": False})
        self._book.set_properties({"title": rescoring.FIRST_LINE, "created": MADE})
        self._bold = self._book.add_format({"bold": True, "bottom": 1})
        self._formats = {
            float: self._book.add_format({"num_format": "0.0"}),
            date: self._book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        self._about = self._book.add_worksheet(rescoring_columns.SHEET_ABOUT)
        self._sheets: list[Any] = []
        self._count = 0
        self._row = MOST_ROWS

    def _add(self, row: tuple[Value, ...]) -> None:
        if self._row >= MOST_ROWS:
            self._begin_sheet()
        sheet = self._sheets[-1]
        for column, (value, kind) in enumerate(zip(row, KINDS, strict=True)):
            if value is None:
                continue
            if kind is str:
                sheet.write_string(self._row, column, _cut(str(value)))
            elif kind is bool:
                sheet.write_boolean(self._row, column, value)
            elif kind is date:
                sheet.write_datetime(self._row, column, value, self._formats[date])
            else:
                sheet.write_number(self._row, column, value, self._formats.get(kind))
        self._row += 1
        self._count += 1

    def _begin_sheet(self) -> None:
        number = len(self._sheets) + 1
        name = rescoring_columns.SHEET_ROWS
        sheet = self._book.add_worksheet(name if number == 1 else f"{name} {number}")
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, len(COLUMNS) - 1, 16)
        for column, heading in enumerate(COLUMNS):
            sheet.write_string(0, column, heading, self._bold)
        self._sheets.append(sheet)
        self._row = 1

    def _make(self, path: Path, whole: Whole) -> None:
        del path
        if not self._sheets:
            self._begin_sheet()
        self._tell(whole)
        for place, sheet in enumerate(self._sheets):
            last = self._row if place == len(self._sheets) - 1 else MOST_ROWS
            sheet.autofilter(0, 0, max(last - 1, 1), len(COLUMNS) - 1)
        self._sheets[0].activate()
        self._book.close()

    def _tell(self, whole: Whole) -> None:
        sheet = self._about
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 90)
        lines = [
            rescoring.FIRST_LINE,
            *([rescoring.target(whole.target)] if whole.target else []),
            rescoring.rescored(whole.rescored, whole.read + whole.unread),
            *(rescoring.left_out(number, reason) for reason, number in whole.left_out.items()),
            *(
                rescoring_ways.named(summary.name, summary.way.weights, summary.way.thresholds)
                for summary in whole.summaries
                if summary.name is not None or not summary.way.is_plain
            ),
            rescoring_columns.about(self._count, len(self._sheets)),
        ]
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, line, self._bold if row == 0 else None)
        begun = len(lines) + 1
        words = [(rescoring_columns.COLUMN, rescoring_columns.MEANING), *rescoring_columns.MEANINGS.items()]
        for row, pair in enumerate(words, start=begun):
            for column, word in enumerate(pair):
                sheet.write_string(row, column, word, self._bold if row == begun else None)

    def drop(self) -> None:
        """Leave nothing behind."""
        self._book.fileclosed = True  # it is not to be finished
        for sheet in self._book.worksheets():
            sheet.row_data_fh.close()
        super().drop()


def _cut(text: str) -> str:
    if len(text) <= LONGEST_CELL:
        return text
    return text[: LONGEST_CELL - 1] + rescoring_columns.CUT_OFF


class ParquetFile(_Table):
    """A Parquet file: rows are put aside in parts and joined at the end, without being in memory together."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "polars", "PolarsError")
        kinds = {
            str: self._library.String,
            float: self._library.Float64,
            int: self._library.Int8,
            bool: self._library.Boolean,
            date: self._library.Date,
        }
        self._schema = {column: kinds[kind] for column, kind in zip(COLUMNS, KINDS, strict=True)}
        self._waiting: list[tuple[Value, ...]] = []
        self._parts: list[Path] = []

    def _add(self, row: tuple[Value, ...]) -> None:
        self._waiting.append(row)
        if len(self._waiting) >= PART:
            self._put_aside()

    def _put_aside(self) -> None:
        part = Path(self._scratch.name, f"del-{len(self._parts):06}.parquet")
        frame = self._library.DataFrame(self._waiting, schema=self._schema, orient="row")
        frame.write_parquet(part)
        self._parts.append(part)
        self._waiting = []

    def _make(self, path: Path, whole: Whole) -> None:
        del whole
        if self._waiting or not self._parts:
            self._put_aside()
        if len(self._parts) == 1:
            shutil.copyfile(self._parts[0], path)
            return
        self._library.scan_parquet(self._parts).sink_parquet(path, row_group_size=PART, maintain_order=True)
