"""From the bytes of a file to data, or to sentences about why not."""

import os
import stat
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from hallbarhet.checklist import kinds
from hallbarhet.checklist.canonical import normalised
from hallbarhet.checklist.positions import Positions
from hallbarhet.checklist.problems import Finding, Kind, Path, Problem, place
from hallbarhet.checklist.syntax import Syntax, explained, has_endless_key
from hallbarhet.checklist.tidying import Tidying, TooDeepError, spelled
from hallbarhet.texts import problems as texts
from hallbarhet.texts.paths import NOT_FOUND

MAX_BYTES = 10_000_000
"""No checklist or record comes near; a file that does is something else."""

MAX_MENDED = 20
"""So many lines that are not TOML are told in one run."""


@dataclass(frozen=True)
class Document:
    """A file that could be read: its name to show, its text and its data, strings in NFC with one kind of line end."""

    file: str
    text: str
    data: dict[str, Any]
    keys_are_folded: bool = False
    has_lost_lines: bool = False
    """Whether lines that are not TOML were left out: what seems to be missing may have stood there."""

    @cached_property
    def positions(self) -> Positions:
        """Where everything stands; made when it is first asked for."""
        return Positions(self.text, spelled if self.keys_are_folded else normalised)

    def line(self, path: Path) -> int | None:
        """The line of a value, or of what stands around it."""
        return self.positions.line(path)

    def problem(self, finding: Finding) -> Problem:
        """A finding in this file, with its line and its place in words."""
        return Problem(
            code=finding.kind.code,
            severity=finding.kind.severity,
            file=self.file,
            line=self.line(finding.path),
            place=place(finding.path, self.data),
            message=finding.message,
            suggestion=finding.suggestion,
        )


def load(path: str | os.PathLike[str], *, fold_keys: bool = False) -> tuple[Document | None, list[Problem]]:
    """Read a file from disk; its name is shown as it was given."""
    file = os.fspath(path)
    raw = contents(FilePath(path), file)
    if isinstance(raw, Problem):
        return None, [raw]
    return parse(raw, file, fold_keys=fold_keys)


def parse(raw: bytes, file: str, *, fold_keys: bool = False) -> tuple[Document | None, list[Problem]]:
    """Read bytes. With `fold_keys`, as in a checklist, a key written with dots is read without them, and told of."""
    text = decoded(raw, file)
    if isinstance(text, Problem):
        return None, [text]
    # a record is read whole or not at all: a seal must not be tried on what is left of one
    data, mended, problems = _data(text, file, may_leave_out=fold_keys)
    if data is None:
        return None, problems
    has_lost_lines = any(problem.code == kinds.NOT_TOML.code for problem in problems)
    tidying = Tidying(fold_keys)
    try:
        tidy = tidying.table(data, ())
    except TooDeepError:
        return None, [*problems, _fault(kinds.TOO_DEEP, file, None, texts.TOO_DEEP)]
    document = Document(file, mended, tidy, keys_are_folded=fold_keys, has_lost_lines=has_lost_lines)
    return document, [*problems, *(document.problem(finding) for finding in tidying.findings)]


def decoded(raw: bytes, file: str) -> str | Problem:
    """The text of a file, without a byte order mark."""
    if len(raw) > MAX_BYTES:
        return _fault(kinds.TOO_LARGE, file, None, texts.too_large(MAX_BYTES))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _fault(kinds.NOT_UTF8, file, None, texts.UTF16)
    if b"\x00" in raw:
        head = raw[:400]
        every_other = head[1::2].count(0) * 4 > len(head) or head[::2].count(0) * 4 > len(head)
        if every_other and len(head) > 1:
            return _fault(kinds.NOT_UTF8, file, None, texts.UTF16)
        return _fault(kinds.NOT_TEXT, file, None, texts.NOT_TEXT)
    try:
        return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        return _fault(kinds.NOT_UTF8, file, raw.count(b"\n", 0, error.start) + 1, texts.NOT_UTF8)


def contents(path: FilePath, file: str, *, at_most: int = MAX_BYTES) -> bytes | Problem:
    """The bytes of a file, or why they cannot be read; of a larger one so many that it is seen to be too large."""
    try:
        # asked first: opening a named pipe would wait for ever
        if not stat.S_ISREG(path.stat().st_mode):
            return _fault(kinds.NOT_READABLE, file, None, texts.not_a_file(file))
        with path.open("rb") as opened:
            return opened.read(at_most + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        # ValueError: a name with a NUL in it, which no file can have
        return _fault(kinds.NOT_FOUND, file, None, NOT_FOUND)
    except OSError:
        return _fault(kinds.NOT_READABLE, file, None, texts.not_readable(file))


def _data(text: str, file: str, *, may_leave_out: bool) -> tuple[dict[str, Any] | None, str, list[Problem]]:
    """The data, the text it was read from and the faults.

    A key with dots is mended, and any other line that stands alone is left out, so that the rest is read too.
    """
    problems: list[Problem] = []
    if has_endless_key(text):
        return None, text, [_fault(kinds.TOO_DEEP, file, None, texts.TOO_DEEP)]
    while True:
        try:
            return tomllib.loads(text), text, problems
        except RecursionError:
            return None, text, [*problems, _fault(kinds.TOO_DEEP, file, None, texts.TOO_DEEP)]
        except ValueError as error:
            fault = explained(text, str(error))
        problems.append(_syntax_problem(fault, file))
        if fault.mended is None or (fault.is_lost and not may_leave_out) or len(problems) >= MAX_MENDED:
            return None, text, problems
        text = fault.mended


def _syntax_problem(fault: Syntax, file: str) -> Problem:
    kind = kinds.NOT_TOML if fault.mended is None or fault.is_lost else kinds.KEY_WITH_DOTS
    return _fault(kind, file, fault.line, fault.message)


def _fault(kind: Kind, file: str, line: int | None, message: str) -> Problem:
    return Problem(kind.code, kind.severity, file, line, "", message)
