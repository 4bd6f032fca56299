"""From a file to a record's data, or to what is wrong with it; one bad file never stops the others."""

import os
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallbarhet.batch.rightness import is_right
from hallbarhet.checklist import toml
from hallbarhet.checklist.problems import Problem, faults

READ_AT_ONCE = 1_000_000
"""Bytes; a larger record is read the long way, which knows what is too large."""


@dataclass(frozen=True, slots=True)
class RecordFault:
    """One reason why a record could not be read, as `--json` tells it."""

    code: str
    line: int | None
    text: str


@dataclass(frozen=True, slots=True)
class RecordData:
    """The data of one record, known to be right, or the faults that it was refused for."""

    path: str
    data: Mapping[str, Any] | None
    faults: tuple[RecordFault, ...] = ()
    is_slow: bool = False
    """Whether it is not in the program's own form and was read the long way."""


def read_record(path: str, raw: bytes | None = None) -> RecordData:
    """One record from disk. Never raises: a record that cannot be read has no data and at least one fault.

    `raw` is given where its bytes have been read already.
    """
    raw = contents(path) if raw is None else raw
    data = own_form(raw) if raw is not None else None
    return RecordData(path, data) if data is not None and is_right(data) else _read_slowly(path)


def contents(path: str) -> bytes | None:
    """The bytes of an ordinary file of ordinary size; None for all else, which somebody else explains."""
    try:
        opened = os.open(path, _FLAGS)
    except (OSError, ValueError):
        return None
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            return None
        raw = os.read(opened, READ_AT_ONCE)
        return raw if len(raw) < READ_AT_ONCE else None
    except OSError:
        return None
    finally:
        os.close(opened)


_FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Without waiting: a named pipe would be waited for until somebody writes in it."""


def own_form(raw: bytes) -> dict[str, Any] | None:
    """The data of a record in the program's own form, text in NFC as the ordinary reader leaves it; else None."""
    from hallbarhet.batch.canonical import parsed  # noqa: PLC0415  (its grammar takes long to compile)

    data = parsed(raw)
    return data if data is not None and is_composed(raw.decode()) else None


def is_composed(text: str) -> bool:
    """Whether all text is in NFC, asked in the quickest way that tells: nothing below U+0300 is ever composed."""
    if text.isascii():
        return True
    text = text.replace("–", "").replace("”", "")
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return unicodedata.is_normalized("NFC", text)
    return True


def _read_slowly(path: str) -> RecordData:
    from hallbarhet.assessment import records  # noqa: PLC0415  (the models are loaded only for what is unusual)

    raw = toml.contents(Path(path), path)
    if isinstance(raw, Problem):
        return RecordData(path, None, (_fault(raw),))
    assessment, problems = records.parse(raw, path)
    if assessment is None:
        return RecordData(path, None, tuple(map(_fault, faults(problems))), is_slow=True)
    document, _ = toml.parse(raw, path)
    return RecordData(path, document.data if document is not None else None, is_slow=True)


def _fault(problem: Problem) -> RecordFault:
    told = f"{problem.place}: {problem.message}" if problem.place else problem.message
    return RecordFault(problem.code, problem.line, told)
