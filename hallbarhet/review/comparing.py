"""What a change to a checklist does before it bites: to its own test cases, and to an archive of saved assessments."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hallbarhet.assessment.adapt import adapt
from hallbarhet.assessment.archive import record_files
from hallbarhet.assessment.conflicts import conflict_title
from hallbarhet.assessment.model import Assessment, Choice, FreeText, Judged, NotRelevant, Quantity, Unknown
from hallbarhet.assessment.records import load
from hallbarhet.assessment.result import score
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.lineage import stages
from hallbarhet.checklist.model import Checklist, ExampleCase
from hallbarhet.errors import HallbarhetError
from hallbarhet.review.examples import example_assessment
from hallbarhet.scoring.flips import FlipKind, flip
from hallbarhet.scoring.outcome import LevelRange, Outcome


@dataclass(frozen=True, slots=True)
class Standing:
    """What a test case comes to."""

    level: int | None
    state: str
    conflicts: frozenset[str]
    gates: frozenset[str]
    titles: dict[str, str] = field(compare=False)
    """What the conflicts and gates are called."""


@dataclass(frozen=True, slots=True)
class ExampleChange:
    """A test case that comes to something else with the new checklist."""

    name: str
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class ExamplesCompared:
    """The old checklist's test cases under both."""

    tried: int
    changed: tuple[ExampleChange, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A saved assessment that may stand on another level."""

    record: Path
    case: str
    before: LevelRange
    after: LevelRange
    flip: FlipKind

    @property
    def has_moved(self) -> bool:
        """Whether the level itself is another, missing answers taken as no effect."""
        return self.before.central != self.after.central


@dataclass(frozen=True, slots=True)
class ArchiveCompared:
    """An archive's assessments under both checklists."""

    compared: int
    other: int
    """Made with another checklist that nothing leads on from."""
    unreadable: tuple[Path, ...]
    moved: tuple[Moved, ...]
    """Those whose level or range of levels differs, in the archive's order."""


def compare_examples(old: Checklist, new: Checklist) -> ExamplesCompared:
    """The old checklist's test cases, their answers carried over; questions that are not named are neutral in both."""
    changed = []
    for example in old.examples:
        before = example_assessment(old, example)
        carried = _as_example(example, adapt(before, old, new).assessment, new)
        was = _standing(old, score(old, before, robustness=False))
        is_now = _standing(new, score(new, example_assessment(new, carried), robustness=False))
        if was != is_now:
            changed.append(ExampleChange(example.name, was, is_now))
    return ExamplesCompared(len(old.examples), tuple(changed))


def compare_archive(
    old: Checklist, new: Checklist, archive: Path, *, told: Callable[[int], None] = lambda _: None
) -> ArchiveCompared:
    """Every saved assessment that the old checklist concerns, scored under both. `told` hears how many are read.

    An assessment made with another version is carried to each of the two, as `anpassa` would.
    """
    library = Library(archive)
    compared, other = 0, 0
    unreadable: list[Path] = []
    moved: list[Moved] = []
    for number, path in enumerate(record_files(archive), start=1):
        told(number)
        try:
            assessment = load(path).assessment
        except HallbarhetError:
            unreadable.append(path)
            continue
        if not _concerns(assessment, old, new):
            other += 1
            continue
        compared += 1
        moved.extend(_moved(path, assessment, old, new, library))
    return ArchiveCompared(compared, other, tuple(unreadable), tuple(moved))


def _concerns(assessment: Assessment, old: Checklist, new: Checklist) -> bool:
    used = assessment.checklist
    ids = {old.header.id, new.header.id}
    return used.id in ids or bool(stages(used.id, used.version, old)) or bool(stages(used.id, used.version, new))


def _moved(path: Path, assessment: Assessment, old: Checklist, new: Checklist, library: Library) -> Iterator[Moved]:
    own = _made_with(assessment, old, new, library)
    before, after = (_level(assessment, own, checklist) for checklist in (old, new))
    if before != after:
        case = assessment.case.diary_number or assessment.case.title
        yield Moved(path, case, before, after, flip(before, after))


def _made_with(assessment: Assessment, old: Checklist, new: Checklist, library: Library) -> Checklist | None:
    used = assessment.checklist
    near = next((known for known in (old, new) if known.fingerprint == used.fingerprint), None)
    return near or library.with_fingerprint(used.fingerprint, used.id)


def _level(assessment: Assessment, own: Checklist | None, checklist: Checklist) -> LevelRange:
    if own is None or own.fingerprint != checklist.fingerprint:
        assessment = adapt(assessment, own, checklist).assessment
    return score(checklist, assessment, robustness=False).level


def _standing(checklist: Checklist, outcome: Outcome) -> Standing:
    conflicts = {found.id: found for found in outcome.conflicts if found.triggered == "utlost"}
    triggered = {found.id for found in outcome.gates if found.triggered == "utlost"}
    gates = {gate.id: gate.title for gate in checklist.gates if gate.effect != "alltid" and gate.id in triggered}
    return Standing(
        level=outcome.level.central,
        state=outcome.state,
        conflicts=frozenset(conflicts),
        gates=frozenset(gates),
        titles={**{id_: conflict_title(checklist, found) for id_, found in conflicts.items()}, **gates},
    )


def _as_example(example: ExampleCase, carried: Assessment, new: Checklist) -> ExampleCase:
    """A carried test case as one of the new checklist."""
    answers: dict[str, float | str] = {}
    for answer in carried.answers:
        if answer.item not in new.item_by_id:
            continue
        match answer:
            case Judged():
                answers[answer.item] = answer.grade
            case Unknown() | NotRelevant():
                answers[answer.item] = answer.status
            case Quantity():
                answers[answer.item] = answer.value
            case Choice():
                answers[answer.item] = answer.chosen[0]
            case FreeText():
                answers[answer.item] = answer.content
            case _:
                pass
    return example.model_copy(update={"answers": answers})
