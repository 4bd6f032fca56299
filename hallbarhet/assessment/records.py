"""Reading and writing records: bytes to an Assessment or to sentences about why not, and back to the same bytes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallbarhet.assessment.atomic import digest_of
from hallbarhet.assessment.form import to_data
from hallbarhet.assessment.model import LEFT_OUT, Assessment, Noted, NotRelevant, Unknown
from hallbarhet.assessment.personal import number_fault
from hallbarhet.assessment.recognition import not_a_record
from hallbarhet.assessment.writing import to_toml
from hallbarhet.checklist import kinds, shape, toml
from hallbarhet.checklist.nearest import advice
from hallbarhet.checklist.problems import Finding, Kind, Problem, faults, in_file_order
from hallbarhet.errors import FaultyFileError, HallbarhetError, NotFoundError, NotSavedError
from hallbarhet.texts import problems as problem_texts
from hallbarhet.texts import records as texts

SEVERAL_ANSWERS = Kind("P403")
WRITTEN_TWICE = Kind("P404")
ODD_NUMBER = Kind("P405", "varning")
ODD_DATES = Kind("P406", "varning")

STATUSES = tuple(str(kind.model_fields["status"].default) for kind in (Unknown, NotRelevant, Noted))
ANSWERED_BY = ("status", "grad", "fritext", "varde", "val")
"""The keys that say what was answered; an answer has one of them."""

_NAMED_ONCE = (
    ("svar", "punkt", texts.answered_twice),
    ("hallplats", "id", texts.decided_twice),
    ("malkonflikt", "id", texts.handled_twice),
)


@dataclass(frozen=True, slots=True)
class LoadedRecord:
    """A record as it was read: the assessment, and the file it came from."""

    assessment: Assessment
    path: Path
    digest: str
    """SHA-256 of the bytes that were read: whether the file is still the same."""
    problems: tuple[Problem, ...] = ()
    """Warnings; a record with faults is not loaded."""


def render(assessment: Assessment) -> str:
    """The record as TOML text; the same content gives the same text."""
    return to_toml(to_data(assessment))


def to_bytes(assessment: Assessment) -> bytes:
    """The record as it stands on disk.

    Raises:
        NotSavedError: it holds something that could not be read back.
    """
    raw = render(assessment).encode()
    if len(raw) > toml.MAX_BYTES:
        raise NotSavedError(texts.too_large_to_save(toml.MAX_BYTES // 1_000_000))
    return raw


def parse(raw: bytes, name: str) -> tuple[Assessment | None, list[Problem]]:
    """Read a record: the assessment, or None and every fault; warnings in both cases, in file order."""
    document, problems = toml.parse(raw, name)
    if document is None:
        return None, problems
    assessment, findings = _read(document.data)
    known = {(problem.line, problem.message) for problem in problems}
    more = [problem for problem in map(document.problem, findings) if (problem.line, problem.message) not in known]
    told = in_file_order([*problems, *more])
    return (None if faults(told) else assessment), told


def load(path: Path) -> LoadedRecord:
    """Read a record from disk.

    Raises:
        NotFoundError: there is no such file.
        FaultyFileError: it cannot be read or is not right; the sentence is the first fault and how many more there are.
    """
    raw = toml.contents(path, str(path))
    if isinstance(raw, Problem):
        raise _ERRORS.get(raw.code, FaultyFileError)(raw.sentence)
    assessment, problems = parse(raw, str(path))
    if assessment is None:
        first, *others = faults(problems)
        raise FaultyFileError(problem_texts.first_of_many(first.sentence, len(others)))
    return LoadedRecord(assessment, path, digest_of(raw), tuple(problems))


_ERRORS: dict[str, type[HallbarhetError]] = {kinds.NOT_FOUND.code: NotFoundError}


def _read(data: Mapping[str, Any]) -> tuple[Assessment | None, list[Finding]]:
    if other := not_a_record(data):
        return None, [other]
    own = [*_answers(data), *_twice(data)]
    assessment, wrong = shape.parsed(Assessment, data)
    if assessment is not None:
        wrong = [*shape.unknown_keys(assessment), *_odd(assessment)]
    return assessment, [*own, *(finding for finding in wrong if not _is_told(finding, own))]


def _answers(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Answers that say a status that is none, or two things at once: neither may be guessed at."""
    for position, answer in _tables(data, "svar"):
        status = answer.get("status")
        if isinstance(status, str) and status not in STATUSES:
            message = problem_texts.not_allowed(problem_texts.named("status"), problem_texts.shortened(status))
            yield Finding(kinds.NOT_ALLOWED, ("svar", position, "status"), message, advice(status, STATUSES))
        said = [key for key in ANSWERED_BY if key in answer]
        if len(said) > 1:
            yield Finding(SEVERAL_ANSWERS, ("svar", position), texts.several_answers(said))


def _twice(data: Mapping[str, Any]) -> Iterator[Finding]:
    for key, name, sentence in _NAMED_ONCE:
        seen: Counter[str] = Counter()
        for position, entry in _tables(data, key):
            if isinstance(own := entry.get(name), str):
                seen[own] += 1
                if seen[own] > 1:
                    yield Finding(WRITTEN_TWICE, (key, position, name), sentence(problem_texts.shortened(own)))


def _tables(data: Mapping[str, Any], key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    entries = data.get(key)
    if isinstance(entries, list):
        yield from ((position, entry) for position, entry in enumerate(entries) if isinstance(entry, Mapping))


def _is_told(finding: Finding, own: list[Finding]) -> bool:
    """Whether one of our own findings explains it better: the same value, or the answer it is a stray key of."""
    path = finding.path
    around = path[:-1] if finding.kind is kinds.UNKNOWN_KEY_KEPT else path
    return any(other.path in (path, around) or other.path[: len(path)] == path != () for other in own)


def _odd(assessment: Assessment) -> Iterator[Finding]:
    """What may be right but probably is not."""
    case = assessment.case
    if case.organisation_number != LEFT_OUT and (fault := number_fault(case.organisation_number)):
        yield Finding(ODD_NUMBER, ("arende", "organisationsnummer"), fault)
    if case.starts_on and case.ends_on and case.ends_on < case.starts_on:
        yield Finding(ODD_DATES, ("arende", "projekt_slut"), texts.ENDS_BEFORE_IT_STARTS)
