"""A text handed over to other programs: by the terminal's clipboard, or as a file beside the record."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textual.app import App

from hallbarhet.assessment.atomic import write_new_file
from hallbarhet.assessment.filenames import LONGEST
from hallbarhet.errors import NotSavedError
from hallbarhet.texts import memo as texts

MOST_COPIED = 50_000
"""Bytes; longer text is dropped by some terminals without a word."""

MOST_FILES = 1_000

ENDING = ".txt"


def copy(app: App[Any], text: str) -> str:
    """Ask the terminal to put a text on its clipboard; what to tell, since no terminal says whether it did."""
    app.copy_to_clipboard(text)
    return texts.SENT if len(text.encode()) <= MOST_COPIED else texts.TOO_LONG


def save_text(record: Path, mark: str, text: str) -> Path:
    """Put a text beside a record, never over another: a file that says the same is left as it is.

    Raises:
        NotSavedError: it could not be written.
    """
    data = text.encode()
    for path in _names(record, mark):
        if _says(path, data):
            return path
        try:
            write_new_file(path, data)
        except FileExistsError:
            continue
        return path
    raise NotSavedError(str(record))


def _names(record: Path, mark: str) -> Iterator[Path]:
    for number in range(1, MOST_FILES):
        end = f"{mark}{ENDING}" if number == 1 else f"{mark}-{number}{ENDING}"
        yield record.with_name(f"{record.stem[: LONGEST - len(end)]}{end}")


def _says(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False
