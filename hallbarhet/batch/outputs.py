"""Files that re-scored records are written to: which form each suffix stands for, and how it is filled.

A new form is a class with these three steps and a line in `OUTPUTS`. Chunks come in order; every row stands in exactly
one of them, and the whole comes last. Nothing is in the file's place until `end`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

from hallbarhet.assessment.atomic import GrowingFile
from hallbarhet.batch.rescoring import CSV, JSONL, ROWS, Rescored
from hallbarhet.batch.table import csv_head
from hallbarhet.batch.telling import WholeFile
from hallbarhet.batch.whole import Whole
from hallbarhet.errors import UsageError
from hallbarhet.texts import rescoring as texts


class Output(Protocol):
    """A file being filled. Raises NotSavedError when it cannot be."""

    def take(self, chunk: Rescored) -> None:
        """Add the rows of a chunk."""

    def end(self, whole: Whole) -> None:
        """Finish it, given what is to be said of all records."""

    def drop(self) -> None:
        """Leave nothing behind."""


@dataclass(frozen=True, slots=True)
class OutputForm:
    """What one suffix stands for."""

    wants: str
    """What workers are to make of each row: `rescoring.JSONL`, `CSV` or `ROWS`; empty where only the whole is told."""
    begin: Callable[[Path], Output]
    head: str | None = None
    """What the file begins with, if it is a file of lines; such a one can be gone on with (`batch.parts`)."""


class TextFile:
    """A file of lines that the workers wrote."""

    def __init__(self, path: Path, form: str, head: str = "") -> None:
        self._form = form
        self._file = GrowingFile(path)
        self._file.write(encoded(head))

    def take(self, chunk: Rescored) -> None:
        """Add the lines of a chunk."""
        self._file.write(encoded(chunk.texts[self._form]))

    def end(self, whole: Whole) -> None:
        """Put the file in its place; what is said of all records stands elsewhere."""
        del whole
        self._file.finish()

    def drop(self) -> None:
        """Leave nothing behind."""
        self._file.discard()


def encoded(text: str) -> bytes:
    """Text as it stands in a file."""
    # a file name need not be text; it is told as `--json` tells it on the terminal
    return text.encode("utf-8", "backslashreplace")


def _workbook(path: Path) -> Output:
    from hallbarhet.batch.tables import WorkbookFile  # noqa: PLC0415  (loaded for whom it is made)

    return WorkbookFile(path)


def _parquet(path: Path) -> Output:
    from hallbarhet.batch.tables import ParquetFile  # noqa: PLC0415

    return ParquetFile(path)


OUTPUTS: Final[Mapping[str, OutputForm]] = {
    ".csv": OutputForm(CSV, lambda path: TextFile(path, CSV, csv_head()), csv_head()),
    ".jsonl": OutputForm(JSONL, lambda path: TextFile(path, JSONL), ""),
    ".json": OutputForm("", WholeFile),
    ".xlsx": OutputForm(ROWS, _workbook),
    ".parquet": OutputForm(ROWS, _parquet),
}
"""By suffix."""


def output_form(path: Path, more: Mapping[str, OutputForm] = MappingProxyType({})) -> OutputForm:
    """The form of a file, by its suffix; `more` are forms that other rooms know. Raises UsageError."""
    known = {**OUTPUTS, **more}
    form = known.get(path.suffix.lower())
    if form is None:
        raise UsageError(texts.no_such_form(str(path), tuple(known)))
    return form
