"""How evenly readers judge: two assessments question by question, and where the pairs of an archive differ."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

from hallbarhet.assessment.archive import record_files
from hallbarhet.assessment.model import Answer, Assessment
from hallbarhet.assessment.records import load
from hallbarhet.assessment.result import score
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.shown.plain import one_line
from hallbarhet.assessment.side_by_side import Pair, side_by_side
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.errors import HallbarhetError
from hallbarhet.scoring.agreement import Agreement, agreement

LEAST_PAIRS = 5
"""Fewer pairs than this on a question are not told: a pattern in single cases is none, and points at people."""

Kind = Literal["lasare", "uppfoljning", "annat"]
"""Two readers of one case, what was expected and what came of it, or two assessments that somebody put together."""


@dataclass(frozen=True)
class Compared:
    """Two assessments made with the same checklist."""

    kind: Kind
    names: tuple[str, str]
    checklist: Checklist
    pairs: tuple[Pair, ...]
    levels: tuple[int | None, int | None]
    """The level each comes to."""

    @property
    def counts(self) -> Counter[str]:
        """How many questions stand in each relation."""
        return Counter(pair.relation for pair in self.pairs)

    @property
    def measures(self) -> Iterator[tuple[int, Agreement]]:
        """How many grades a scale has, and how alike the two are on all questions with such a scale.

        Scales with different words are put together by place, worst to best: one question alone has no agreement.
        """
        by_size: dict[int, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            scale = self.checklist.scale_of(pair.item)
            if scale is not None and pair.steps is not None and len(scale.grades) > 1:
                by_size[len(scale.grades)].append(pair)
        for size, pairs in sorted(by_size.items(), reverse=True):
            first, second = np.array([pair.places for pair in pairs], dtype=np.float64).T
            yield size, agreement(first, second, np.arange(size, dtype=np.float64))


@dataclass(frozen=True, slots=True)
class QuestionAcross:
    """One question over all the pairs of an archive."""

    checklist: str
    item: str
    name: str
    pairs: int
    different: int
    opposite: int
    mean_steps: float | None
    """How many steps kinder the second is on average; None where no pair has graded it."""


@dataclass(frozen=True)
class ArchivePairs:
    """Every pair of an archive, and the questions where they differ."""

    readers: tuple[Compared, ...]
    followed: tuple[Compared, ...]
    skipped: int
    """Pairs where one is still a draft, has no checklist to explain it, or another checklist."""
    unreadable: tuple[str, ...]


def compared(first: Assessment, second: Assessment, checklist: Checklist, names: tuple[str, str]) -> Compared:
    """Two assessments of the same checklist, side by side."""
    one, other = (score(checklist, assessment, robustness=False).level.central for assessment in (first, second))
    return Compared(_kind(first, second), names, checklist, side_by_side(checklist, first, second), (one, other))


def _kind(first: Assessment, second: Assessment) -> Kind:
    if second.header.previous == first.header.id or first.header.previous == second.header.id:
        return "uppfoljning"
    return "lasare" if {first.header.role, second.header.role} == {"forsta", "andra"} else "annat"


def pairs_in(archive: Path) -> ArchivePairs:
    """Two readers of one case, and what was expected with what came of it, throughout an archive."""
    found: dict[str, tuple[str, Assessment]] = {}
    unreadable = []
    for path in record_files(archive):
        try:
            assessment = load(path).assessment
        except HallbarhetError as error:
            unreadable.append(str(error))
            continue
        found[assessment.header.id] = (path.name, assessment)
    library = Library(archive)
    readers: list[Compared] = []
    followed: list[Compared] = []
    skipped = 0
    for first, second in _pairs(found):
        one = _compared_in(library, found[first], found[second])
        if one is None:
            skipped += 1
        else:
            (readers if one.kind == "lasare" else followed).append(one)
    return ArchivePairs(tuple(readers), tuple(followed), skipped, tuple(unreadable))


def _pairs(found: Mapping[str, tuple[str, Assessment]]) -> Iterator[tuple[str, str]]:
    """The ids of assessments that belong together, each pair once."""
    firsts = {
        (assessment.case.diary_number.strip(), assessment.header.stage): id_
        for id_, (_, assessment) in found.items()
        if assessment.header.role == "forsta" and assessment.case.diary_number.strip()
    }
    for id_, (_, assessment) in found.items():
        header = assessment.header
        if header.role == "andra":
            named = next((party for party in header.parties if party in found), None)
            first = named or firsts.get((assessment.case.diary_number.strip(), header.stage))
            if first is not None:
                yield first, id_
        elif header.previous in found:
            yield header.previous, id_


def _compared_in(library: Library, first: tuple[str, Assessment], second: tuple[str, Assessment]) -> Compared | None:
    (name, one), (other_name, other) = first, second
    is_draft = "utkast" in {one.header.status, other.header.status}
    if is_draft or one.checklist.fingerprint != other.checklist.fingerprint:
        return None
    try:
        checklist = library.by_reference(one.checklist)
    except HallbarhetError:
        return None
    return compared(one, other, checklist, (name, other_name))


def across(pairs: Sequence[Compared]) -> tuple[QuestionAcross, ...]:
    """The questions of many pairs, those that differ most often first; few pairs are left out."""
    by_question: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for one in pairs:
        for pair in one.pairs:
            if pair.relation != "en_saknas":
                by_question[one.checklist.header.id, pair.item.id].append(pair)
    enough = {key: found for key, found in by_question.items() if len(found) >= LEAST_PAIRS}
    rows = [_across(checklist, item, found) for (checklist, item), found in enough.items()]
    return tuple(sorted(rows, key=lambda row: (-row.different / row.pairs, row.checklist, row.item)))


def _across(checklist: str, item: str, found: Sequence[Pair]) -> QuestionAcross:
    steps = [pair.steps for pair in found if pair.steps is not None]
    return QuestionAcross(
        checklist=checklist,
        item=item,
        name=found[0].item.name,
        pairs=len(found),
        different=sum(pair.relation != "lika" for pair in found),
        opposite=sum(pair.relation == "motsatt" for pair in found),
        mean_steps=sum(steps) / len(steps) if steps else None,
    )


def pair_row(one: Compared) -> dict[str, Any]:
    """A pair for another program."""
    return {
        "slag": one.kind,
        "a": one.names[0],
        "b": one.names[1],
        "checklista": {"id": one.checklist.header.id, "version": one.checklist.header.version},
        "antal": {relation: one.counts[relation] for relation in ("lika", "olika", "motsatt", "en_saknas")},
        "niva": {"a": one.levels[0], "b": one.levels[1]},
        "matt": [
            {
                "grader": size,
                "fragor": found.questions,
                "samma": found.raw,
                "kappa": found.kappa,
                "ac2": found.ac,
                "alfa": found.alpha,
                "steg": found.mean_difference,
            }
            for size, found in one.measures
        ],
        "fragor": [
            {
                "punkt": pair.item.id,
                "relation": pair.relation,
                "steg": pair.steps,
                "a": _words(pair, pair.first),
                "b": _words(pair, pair.second),
            }
            for pair in one.pairs
        ],
    }


def _words(pair: Pair, answer: Answer | None) -> str | None:
    return None if answer is None else one_line(answer_words(pair.item, answer))
