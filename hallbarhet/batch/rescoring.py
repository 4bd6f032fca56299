"""One chunk of records re-scored: their rows in order, and their part of the whole. This is what workers do."""

import pickle
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from hallbarhet.assessment.archive import UnreadableFolder
from hallbarhet.batch.arriving import Arrived, Data, arrived, arrived_alone
from hallbarhet.batch.block import Blocks
from hallbarhet.batch.facts import Facts
from hallbarhet.batch.fates import Fates, fates_together
from hallbarhet.batch.kit import Kit, Reference
from hallbarhet.batch.lines import counted_lines, json_line
from hallbarhet.batch.pairs import Unfit
from hallbarhet.batch.reading import RecordFault
from hallbarhet.batch.remembered import blocks_of
from hallbarhet.batch.rows import Row, changed_gates, counted_rows, deviating, left_out_row, unread_row
from hallbarhet.batch.series import counted
from hallbarhet.batch.summing import summary_of
from hallbarhet.batch.table import csv_lines
from hallbarhet.batch.whole import MOST_TOLD, Summary, Unread, Whole, summed
from hallbarhet.checklist import kinds

Path = str | UnreadableFolder


@dataclass(frozen=True, slots=True)
class Task:
    """A chunk to re-score."""

    paths: tuple[Path, ...]
    kit: bytes
    kit_name: str
    """Tells one kit of a run from another, so that a worker opens each once."""
    forms: tuple[str, ...] = ()
    """The forms that rows are wanted in: `JSONL`, `CSV`, `ROWS`. Without any, only the whole is made."""
    cache: str | None = None
    """The folder where what is read is remembered; None for nowhere."""


JSONL, CSV, ROWS = "jsonl", "csv", "rows"
"""Forms that rows may be wanted in: lines of text, or the rows themselves."""


@dataclass(frozen=True)
class Rescored:
    """A chunk that was re-scored."""

    count: int
    """Records in the chunk."""
    part: Whole
    texts: Mapping[str, str]
    """All its rows, in order, by form of text."""
    rows: tuple[Row, ...] = ()
    remembered: str | None = None
    """The name of the file where what was read is remembered."""
    wanted: tuple[Reference, ...] = ()
    """Checklists that the kit did not know. Where there are any, the rest of this is not to be used."""


def rescored_chunk(task: Task) -> Rescored:
    """A chunk of records, each with its rows, whatever is wrong with it."""
    return rescored(_kit(task.kit_name, task.kit), task.paths, task.forms, task.cache)


@lru_cache(maxsize=4)
def _kit(name: str, data: bytes) -> Kit:
    del name
    get_ready()
    kit: Kit = pickle.loads(data)  # noqa: S301  (from the process that sent the work)
    return kit


_KEPT = 32 * 1024 * 1024 - 4096
"""Bytes; the most that glibc takes as a hint, less its own notes."""


def get_ready() -> None:
    """Let this process keep the memory of one block of arrays for the next.

    glibc gives blocks above a threshold back to the system when they are freed, page by page, and asks for them anew,
    which took longer than scoring did. The threshold follows the largest block freed (mallopt(3)); elsewhere it is no
    more than a block that nobody writes in.
    """
    np.empty(_KEPT, dtype=np.int8)


def rescored(kit: Kit, paths: Sequence[Path], forms: Sequence[str] = (), cache: str | None = None) -> Rescored:
    """The same with the kit at hand."""
    places = [place for place, path in enumerate(paths) if isinstance(path, str)]
    found = blocks_of([path for path in paths if isinstance(path, str)], kit.plans, kit.targets, cache)
    references = dict.fromkeys(reference_of(facts) for _, facts, _ in found.others)
    if wanted := tuple(used for used in references if not kit.knows(used)):
        return Rescored(len(paths), Whole(()), {}, wanted=wanted)
    chunk = _Chunk(kit, len(paths), forms)
    for place, path in enumerate(paths):
        if isinstance(path, UnreadableFolder):
            chunk.refuse(place, path.path, (RecordFault(kinds.NOT_READABLE.code, None, path.sentence),))
    for inside, record in found.unread:
        chunk.refuse(places[inside], record.path, record.faults)
    for inside, facts, _ in found.others:
        if (reason := kit.left_out.get(reference_of(facts))) is not None:
            chunk.leave_out(places[inside], facts, reason)
    for block in (*(arrived(kit, block) for block in found.blocks), *_alone(kit, found)):
        chunk.count(block, [places[inside] for inside in block.places])
    rows = chunk.all_rows() if ROWS in forms else ()
    return Rescored(len(paths), chunk.whole(), chunk.texts(), rows, found.remembered)


def _alone(kit: Kit, found: Blocks) -> Iterator[Arrived]:
    """Records that no table speaks of, those of one checklist together."""
    alone: dict[Reference, list[tuple[int, Facts, Data]]] = {}
    for inside, facts, record in found.others:
        if record.data is not None:
            alone.setdefault(reference_of(facts), []).append((inside, facts, record.data))
    for used, entries in alone.items():
        if (pair := kit.pair_for(used)) is not None:
            yield from arrived_alone(kit, pair, entries)


def reference_of(facts: Facts) -> Reference:
    """The checklist that a record says it was made with."""
    return facts.checklist, facts.version, facts.fingerprint


class _Chunk:
    """The rows of a chunk by place, and what is to be said of them together."""

    def __init__(self, kit: Kit, size: int, forms: Collection[str]) -> None:
        self._kit = kit
        self._forms = forms
        self._rows: list[list[Row]] = [[] for _ in range(size)]
        self._lines: list[list[str]] = [[] for _ in range(size)]
        self._unread: dict[int, Unread] = {}
        self._left_out: Counter[str] = Counter()
        self._deviating: dict[int, str] = {}
        self._checklists: Counter[str] = Counter()
        self._summaries = [Summary(alternative.name) for alternative in kit.alternatives]
        self._read = self._slow = self._not_recomputed = 0
        self._questions: Fates = {}

    def refuse(self, place: int, path: str, faults: tuple[RecordFault, ...]) -> None:
        """Take in a record that could not be read."""
        self._add(place, unread_row(path, faults))
        self._unread[place] = Unread(path, faults)

    def leave_out(self, place: int, facts: Facts, reason: str) -> None:
        """Take in a record that is not to be counted."""
        self._add(place, left_out_row(facts, reason))
        self._left_out[reason] += 1
        self._note([facts])

    def count(self, block: Arrived, places: Sequence[int]) -> None:
        """Count a block in every way."""
        self._questions = fates_together((self._questions, block.fates))
        is_other = deviating(block).tolist()
        self._note(block.facts)
        self._not_recomputed += len(block.facts) if block.old is None else 0
        for place, facts, deviates in zip(places, block.facts, is_other, strict=True):
            if deviates:
                self._deviating[place] = facts.path
        for number, side in enumerate(block.pair.sides):
            own = self._summaries[number]
            if isinstance(side, Unfit):
                self._summaries[number] = replace(own, left_out=own.left_out + len(places))
                for place, facts in zip(places, block.facts, strict=True):
                    self._add(place, left_out_row(facts, side.reason, side.name))
                continue
            found = counted(block.pair, side, block.before, block.old, block.new, block.is_core)
            gates = changed_gates(block, found)
            self._summaries[number] = summed(own, summary_of(block, side, found, sum(map(bool, gates))))
            if JSONL in self._forms:
                for place, line in zip(places, counted_lines(block, side, found, gates, is_other), strict=True):
                    self._lines[place].append(line)
            if self._wants_rows:
                for place, row in zip(places, counted_rows(block, side, found, gates, is_other), strict=True):
                    self._rows[place].append(row)

    def all_rows(self) -> tuple[Row, ...]:
        """Every row, in order."""
        return tuple(row for own in self._rows for row in own)

    def texts(self) -> dict[str, str]:
        """Every row as text, in each form that is wanted."""
        found = {}
        if JSONL in self._forms:
            found[JSONL] = "".join(line for own in self._lines for line in own)
        if CSV in self._forms:
            found[CSV] = csv_lines(self.all_rows())
        return found

    def whole(self) -> Whole:
        """What is to be said of the chunk."""
        return Whole(
            summaries=tuple(self._summaries),
            read=self._read,
            unread=len(self._unread),
            told_unread=tuple(told for _, told in sorted(self._unread.items()))[:MOST_TOLD],
            left_out=dict(sorted(self._left_out.items())),
            slow=self._slow,
            deviating=len(self._deviating),
            told_deviating=tuple(path for _, path in sorted(self._deviating.items()))[:MOST_TOLD],
            not_recomputed=self._not_recomputed,
            checklists=dict(sorted(self._checklists.items())),
            target=self._kit.target,
            questions=self._questions,
        )

    @property
    def _wants_rows(self) -> bool:
        return CSV in self._forms or ROWS in self._forms

    def _add(self, place: int, row: Row) -> None:
        if self._wants_rows:
            self._rows[place].append(row)
        if JSONL in self._forms:
            self._lines[place].append(json_line(row))

    def _note(self, told: Sequence[Facts]) -> None:
        self._read += len(told)
        self._slow += sum(facts.is_slow for facts in told)
        used = Counter((facts.checklist, facts.version) for facts in told)
        self._checklists.update({f"{id_} {version}": count for (id_, version), count in used.items()})
