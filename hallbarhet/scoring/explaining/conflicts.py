"""Why a goal conflict is or may be there: what each detector measured, and how its severity came about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring import detection
from hallbarhet.scoring.codes import TRUE
from hallbarhet.scoring.detection import Found
from hallbarhet.scoring.detectors import Owned
from hallbarhet.scoring.explaining import measures
from hallbarhet.scoring.explaining.conditions import trace
from hallbarhet.scoring.explaining.subject import TRIGGERED, Subject
from hallbarhet.scoring.explanation import ConflictPart, DetectorKind, Measured, Seen
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.scoring.severity import graded


@dataclass(frozen=True)
class _Kind:
    """One kind of detector: what it saw, and what it measured."""

    name: DetectorKind
    owned: Owned
    look: Callable[[], Found]
    measured: Callable[[Subject, int], tuple[Measured, ...]]


def conflict_parts(subject: Subject, outcome: Outcome) -> tuple[ConflictPart, ...]:
    """Every conflict that is told, in order; what was seen on the same answers is seen under its name."""
    leaders = subject.evaluation.conflicts.leader[0]
    seen: dict[str, list[Seen]] = {}
    for owner, found in _all_seen(subject):
        leader = subject.plan.detectors.possible[int(leaders[owner])]
        seen.setdefault(leader.id, []).append(found)
    return tuple(ConflictPart(told, tuple(seen.get(told.id, ()))) for told in outcome.conflicts)


def _all_seen(subject: Subject) -> Iterator[tuple[int, Seen]]:
    """What every detector saw, with the conflict it belongs to."""
    for kind in _kinds(subject):
        if kind.owned.owner.size:
            found = kind.look()
            for place, owner in enumerate(kind.owned.owner.tolist()):
                yield owner, _seen(subject, kind, found, place)


def _kinds(subject: Subject) -> tuple[_Kind, ...]:
    of, questions, facts = subject.plan.detectors, subject.plan.questions, subject.evaluation.facts
    points, truths = facts.strategy_points, subject.evaluation.truths.T
    return (
        _Kind("par", of.pairs, lambda: detection.pairs(of.pairs, questions, facts.codes), measures.pair),
        _Kind("dold", of.masks, lambda: detection.masks(of.masks, facts.groups, of.limits), measures.mask),
        _Kind("spann", of.gaps, lambda: detection.gaps(of.gaps, facts.distances)[0], measures.gap),
        _Kind(
            "fasett",
            of.splits,
            lambda: detection.splits(of.splits, questions, facts.codes, facts.facets),
            measures.split,
        ),
        _Kind(
            "strategi",
            of.tensions,
            lambda: detection.tensions(of.tensions, points[[0, 2]], points[[1, 3]]),
            measures.tension,
        ),
        _Kind("matris", of.pulls, lambda: detection.pulls(of.pulls, facts.effects), measures.pull),
        _Kind("indirekt", of.drags, lambda: detection.drags(of.drags, facts.effects, facts.net_effects), measures.drag),
        _Kind("villkor", of.frees, lambda: detection.frees(of.frees, truths), lambda _subject, _place: ()),
    )


def _seen(subject: Subject, kind: _Kind, found: Found, place: int) -> Seen:
    triggered = int(found.triggered[place, 0])
    is_sure = triggered == TRUE
    strength = float(found.strength[place, 0]) if is_sure else 0.0
    irreversible, protected = _steps(kind, found, place)
    return Seen(
        kind=kind.name,
        triggered=TRIGGERED[triggered],
        strength=strength,
        base=int(graded(np.array([strength]), np.zeros(1, np.int8))[0]) if is_sure else 0,
        irreversible=irreversible,
        protected=protected,
        measured=kind.measured(subject, place),
        condition=trace(subject, int(subject.plan.detectors.frees.root[place])) if kind.name == "villkor" else None,
    )


def _steps(kind: _Kind, found: Found, place: int) -> tuple[bool, bool]:
    """Whether each of the two steps of severity is taken: irreversible, protected. Some hang on the answers."""
    irreversible, protected = bool(kind.owned.irreversible[place]), bool(kind.owned.protected[place])
    if found.steps is None:
        return irreversible, protected
    steps = int(found.steps[place, 0])
    if kind.name == "fasett":
        return steps > protected, steps > 0 and protected
    return irreversible, steps > irreversible
