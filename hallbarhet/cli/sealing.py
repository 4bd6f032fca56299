"""Records and reports opened to have their seals checked, with what can tell how they once were."""

from dataclasses import dataclass
from pathlib import Path

from hallbarhet.assessment.model import Assessment, ChecklistReference
from hallbarhet.assessment.records import parse
from hallbarhet.assessment.seal import SealResult, verify, verify_data
from hallbarhet.checklist import toml
from hallbarhet.checklist.problems import Problem, faults
from hallbarhet.cli.opening import REPORTS
from hallbarhet.errors import FaultyFileError, HallbarhetError
from hallbarhet.report.embedded import MAX_BYTES, extract_record


@dataclass(frozen=True)
class Examined:
    """One file: what its seal says, or why it cannot be read at all."""

    path: Path
    result: SealResult | None
    faults: tuple[str, ...] = ()
    reference: ChecklistReference | None = None
    """The checklist it says it was made with, where that can be read."""


def examined(path: Path, older: Path | None = None) -> Examined:
    """A record, or the one inside a report, checked against its seal.

    When the seal is broken, `older` or the report beside the record tells what was changed.
    """
    try:
        raw = record_bytes(path)
    except HallbarhetError as error:
        return Examined(path, None, (str(error),))
    assessment, problems = parse(raw, str(path))
    if assessment is None:
        document, _ = toml.parse(raw, str(path))
        wrong = tuple(problem.sentence for problem in faults(problems))
        return Examined(path, None if document is None else verify_data(document.data), wrong)
    result = verify(assessment)
    if result.state == "broken" and (original := _original(path, older, assessment)):
        result = verify(assessment, original)
    return Examined(path, result, reference=assessment.checklist)


def record_bytes(path: Path) -> bytes:
    """The bytes of a record, also of one inside a report.

    Raises:
        FaultyFileError: the file cannot be read, or is a report without a record.
    """
    if path.suffix.lower() in REPORTS:
        return extract_record(_bytes(toml.contents(path, str(path), at_most=MAX_BYTES)))
    return _bytes(toml.contents(path, str(path)))


def _bytes(raw: bytes | Problem) -> bytes:
    if isinstance(raw, Problem):
        raise FaultyFileError(raw.sentence)
    return raw


def _original(path: Path, older: Path | None, now: Assessment) -> Assessment | None:
    """The record as it was sealed, from the copy that was named or from the report beside it."""
    for candidate in [older] if older else [path.with_suffix(ending) for ending in sorted(REPORTS)]:
        if candidate == path or not candidate.is_file():
            continue
        try:
            found, _ = parse(record_bytes(candidate), str(candidate))
        except HallbarhetError:
            continue  # a report of something else tells nothing
        if found is not None and now.seal is not None and found.seal is not None and found.seal.value == now.seal.value:
            return found
    return None
