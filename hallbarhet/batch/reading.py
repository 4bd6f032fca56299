"""From a file to a record's data, or to what is wrong with it; one bad file never stops the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallbarhet.assessment import records
from hallbarhet.checklist import toml
from hallbarhet.checklist.problems import Problem, faults


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


def read_record(path: str) -> RecordData:
    """One record from disk. Never raises: a record that cannot be read has no data and at least one fault."""
    raw = toml.contents(Path(path), path)
    if isinstance(raw, Problem):
        return RecordData(path, None, (_fault(raw),))
    assessment, problems = records.parse(raw, path)
    document, _ = toml.parse(raw, path)
    if assessment is None or document is None:
        return RecordData(path, None, tuple(map(_fault, faults(problems))), is_slow=True)
    return RecordData(path, document.data, is_slow=True)


def _fault(problem: Problem) -> RecordFault:
    return RecordFault(problem.code, problem.line, problem.message)
