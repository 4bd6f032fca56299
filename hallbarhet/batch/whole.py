"""What batch re-scoring says of all records together; made chunk by chunk and joined in order, in constant memory."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from heapq import merge
from itertools import islice
from pathlib import PurePath
from typing import TypeVar

from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.fates import Fate, Fates, fates_together
from hallbarhet.batch.pairs import Factor
from hallbarhet.batch.reading import RecordFault
from hallbarhet.scoring.flips import FlipKind

MOST_LARGEST = 10
"""Largest changes that are told with their causes."""

MOST_TOLD = 50
"""Records told one by one in the whole, of each kind; every one has its own row."""

MOST_TRIED = 100
"""Flips of each kind whose robustness is worked out, at close to a millisecond each: enough to tell a share within ten
percentage points."""

TOGETHER = "flera"
"""Stands for several factors that moved a level equally."""

TRIED_KINDS: tuple[FlipKind, ...] = ("saker", "mojlig")

K = TypeVar("K", int, str, tuple[int, int])


@dataclass(frozen=True, slots=True)
class Largest:
    """One of the largest changes, with what moved it."""

    path: str
    id: str
    diary_number: str
    title: str
    before: float
    after: float
    change: float
    parts: Mapping[Factor, float | None]
    level_before: int | None
    level_after: int | None
    flip: FlipKind


def rank(largest: Largest) -> tuple[float, str]:
    """Largest first; of equals by path."""
    return -round(abs(largest.change), 9), largest.path


@dataclass(frozen=True, slots=True, order=True)
class Tried:
    """A flipped record drawn to have its old robustness worked out: the lowest marks are drawn."""

    mark: bytes
    """From the record's id, so that the draw is the same whatever order records come in."""
    fingerprint: str
    codes: bytes
    """The answer codes that counted under the old checklist."""
    level: int
    """The central level there."""


@dataclass(frozen=True)
class Summary:
    """All records under one way to count."""

    name: str | None
    count: int = 0
    drafts: int = 0
    """How many of them nobody has completed."""
    cross: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """How many by central level before and after; 0 where there is none."""
    up: int = 0
    """Sure flips to a higher level."""
    down: int = 0
    possible: int = 0
    """Flips that hang on what nobody has answered."""
    moved_by: Mapping[str, int] = field(default_factory=dict)
    """Records on another central level, by the factor that moved it most, or `TOGETHER`; of some it is not known."""
    largest: tuple[Largest, ...] = ()
    grades: Mapping[str, int] = field(default_factory=dict)
    """How many by comparability: A, B, C."""
    states: int = 0
    """Records whose state is another."""
    gates: int = 0
    """Records with some gate that stands otherwise."""
    compared: int = 0
    """Records with an index both before and after."""
    total: float = 0.0
    """The sum of their changes."""
    core_compared: int = 0
    core_total: float = 0.0
    """The same two in the core series."""
    core_levels: int = 0
    """Records whose central level is another in the core series."""
    shifts: Mapping[int, int] = field(default_factory=dict)
    """How many by change of the index, to the nearest whole point."""
    core_shifts: Mapping[int, int] = field(default_factory=dict)
    """The same in the core series."""
    left_out: int = 0
    """Records whose checklist this way does not fit (`alternatives.misplaced`)."""
    tried: Mapping[FlipKind, tuple[Tried, ...]] = field(default_factory=dict)
    sensitive: Mapping[FlipKind, tuple[int, int]] = field(default_factory=dict)
    """Of the flips of each kind that were tried, how many were sensitive already, and how many were tried."""
    way: Alternative = field(default_factory=Alternative)
    """What was asked for (see `as_asked`)."""

    @property
    def levels(self) -> list[int]:
        """Every level that is in the cross table, highest first."""
        return sorted({level for pair in self.cross for level in pair}, reverse=True)

    def row(self, before: int) -> list[int]:
        """How many of one level before stand on each of the levels after."""
        return [self.cross.get((before, after), 0) for after in self.levels]

    @property
    def flips(self) -> int:
        """Sure flips."""
        return self.up + self.down

    @property
    def moved(self) -> int:
        """Records on another central level."""
        return sum(number for (before, after), number in self.cross.items() if before != after)

    @property
    def mean(self) -> float | None:
        """The mean change of the index."""
        return self.total / self.compared if self.compared else None

    @property
    def core_mean(self) -> float | None:
        """The mean change of the index in the core series."""
        return self.core_total / self.core_compared if self.core_compared else None


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that could not be read."""

    path: str
    faults: tuple[RecordFault, ...]


@dataclass(frozen=True)
class Whole:
    """All records."""

    summaries: tuple[Summary, ...]
    """One for each way to count, in the order asked for."""
    read: int = 0
    """Records that could be read."""
    unread: int = 0
    told_unread: tuple[Unread, ...] = ()
    """The first of them."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """Records that were not re-scored, by reason."""
    slow: int = 0
    """Records in another form than the program's own."""
    deviating: int = 0
    """Records that claim a result that does not follow from their answers."""
    told_deviating: tuple[str, ...] = ()
    """The paths of the first of them."""
    not_recomputed: int = 0
    """Records whose checklist nobody has kept: the result they claim stands for the original."""
    checklists: Mapping[str, int] = field(default_factory=dict)
    """How many by the checklist they were made with, id and version."""
    target: str = ""
    """The new checklist, id and version; empty where each is counted under its own."""
    fingerprint: str = ""
    """The new checklist to the letter (see `as_asked`)."""
    questions: Fates = field(default_factory=dict)
    """What became of the answers on the way to the new checklist, by question."""

    @property
    def moved_questions(self) -> Fates:
        """Questions of which some answer does not stand as it did."""
        return {id_: fate for id_, fate in self.questions.items() if fate != Fate(kept=fate.kept)}

    @property
    def rescored(self) -> int:
        """Records that were counted anew."""
        return self.read - sum(self.left_out.values())

    @property
    def drafts(self) -> int:
        """Records counted anew that nobody has completed, in the way to count that took most of them."""
        return max((summary.drafts for summary in self.summaries), default=0)

    @property
    def has_flip(self) -> bool:
        """Whether some level has changed, surely or possibly."""
        return any(summary.flips + summary.possible for summary in self.summaries)


def names_of(largest: Sequence[Largest]) -> list[str]:
    """What each is called: its diary number, or its file where it has none or another one has the same."""
    known = Counter(found.diary_number for found in largest)
    return [
        found.diary_number if found.diary_number and known[found.diary_number] == 1 else PurePath(found.path).name
        for found in largest
    ]


def as_asked(whole: Whole, ways: Sequence[Alternative], fingerprint: str) -> Whole:
    """The whole with what was asked for in each way to count, and of which checklist to the letter."""
    summaries = tuple(replace(summary, way=way) for summary, way in zip(whole.summaries, ways, strict=True))
    return replace(whole, summaries=summaries, fingerprint=fingerprint)


def joined(parts: Iterable[Whole]) -> Whole:
    """Parts as one, in order; at least one."""
    return reduce(_joined, parts)


def _joined(one: Whole, other: Whole) -> Whole:
    return Whole(
        summaries=tuple(summed(*pair) for pair in zip(one.summaries, other.summaries, strict=True)),
        read=one.read + other.read,
        unread=one.unread + other.unread,
        told_unread=(*one.told_unread, *other.told_unread)[:MOST_TOLD],
        left_out=added(one.left_out, other.left_out),
        slow=one.slow + other.slow,
        deviating=one.deviating + other.deviating,
        told_deviating=(*one.told_deviating, *other.told_deviating)[:MOST_TOLD],
        not_recomputed=one.not_recomputed + other.not_recomputed,
        checklists=added(one.checklists, other.checklists),
        target=one.target,
        questions=fates_together((one.questions, other.questions)),
    )


def summed(one: Summary, other: Summary) -> Summary:
    """Two parts counted in the same way as one."""
    return Summary(
        name=one.name,
        count=one.count + other.count,
        drafts=one.drafts + other.drafts,
        cross=added(one.cross, other.cross),
        up=one.up + other.up,
        down=one.down + other.down,
        possible=one.possible + other.possible,
        moved_by=added(one.moved_by, other.moved_by),
        largest=tuple(islice(merge(one.largest, other.largest, key=rank), MOST_LARGEST)),
        grades=added(one.grades, other.grades),
        states=one.states + other.states,
        gates=one.gates + other.gates,
        compared=one.compared + other.compared,
        total=one.total + other.total,
        core_compared=one.core_compared + other.core_compared,
        core_total=one.core_total + other.core_total,
        core_levels=one.core_levels + other.core_levels,
        shifts=added(one.shifts, other.shifts),
        core_shifts=added(one.core_shifts, other.core_shifts),
        left_out=one.left_out + other.left_out,
        tried={
            kind: tuple(islice(merge(one.tried.get(kind, ()), other.tried.get(kind, ())), MOST_TRIED))
            for kind in TRIED_KINDS
        },
    )


def added(one: Mapping[K, int], other: Mapping[K, int]) -> dict[K, int]:
    """Counts put together, in the order of what is counted."""
    found = Counter(one)
    found.update(other)
    return {key: found[key] for key in sorted(found)}
