"""Records opened with the checklist they were made with; one that cannot be read is told, and the rest go on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.records import parse
from hallbarhet.checklist.copies import archive_of
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.problems import Problem, faults
from hallbarhet.checklist.toml import MAX_BYTES, contents
from hallbarhet.cli.words import record_paths
from hallbarhet.errors import HallbarhetError
from hallbarhet.report.embedded import MAX_BYTES as LARGEST_REPORT
from hallbarhet.report.embedded import extract_record
from hallbarhet.texts import cli as texts

REPORTS = {".html", ".htm"}
"""What a file is called that carries its record inside."""

NO_CHECKLIST = "R203"
NO_RECORD_INSIDE = "R204"
"""Codes of faults that concern a whole record, beside those that its file has line by line."""


@dataclass(frozen=True)
class Opened:
    """A record with its checklist."""

    name: str
    path: Path
    assessment: Assessment
    checklist: Checklist
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unopened:
    """A record that could not be read, and why."""

    name: str
    problems: tuple[Problem, ...]

    @property
    def row(self) -> dict[str, Any]:
        """The row that `--json` gives for it."""
        told = ({"kod": problem.code, "rad": problem.line, "text": problem.message} for problem in self.problems)
        return {"post": self.name, "fel": list(told)}

    @property
    def sentences(self) -> tuple[str, ...]:
        """The same for a person."""
        return tuple(problem.sentence for problem in self.problems)


def opened(given: Iterable[str], chosen: str | None = None) -> Iterator[Opened | Unopened]:
    """Every record named, in order, with the checklist it was made with or the one that was chosen for all."""
    libraries: dict[Path, Library] = {}
    for path in record_paths(given):
        archive = archive_of(path)
        if archive not in libraries:
            libraries[archive] = Library(archive)
        library = libraries[archive]
        yield open_record(path, library, library.find(chosen) if chosen else None)


def open_record(path: Path, library: Library, chosen: Checklist | None = None) -> Opened | Unopened:
    """One record, or the report that carries it."""
    name = str(path)
    is_report = path.suffix.lower() in REPORTS
    raw = contents(path, name, at_most=LARGEST_REPORT if is_report else MAX_BYTES)
    if isinstance(raw, Problem):
        return Unopened(name, (raw,))
    try:
        if is_report:
            raw = extract_record(raw)
        assessment, problems = parse(raw, name)
        if assessment is None:
            return Unopened(name, tuple(faults(problems)))
        checklist = chosen or library.by_reference(assessment.checklist)
    except HallbarhetError as error:
        code = NO_RECORD_INSIDE if is_report else NO_CHECKLIST
        return Unopened(name, (Problem(code, "fel", name, None, "", str(error)),))
    notes = tuple(problem.sentence for problem in problems)
    if checklist.fingerprint != assessment.checklist.fingerprint:
        notes = (*notes, texts.other_fingerprint(name))
    return Opened(name, path, assessment, checklist, notes)
