"""From arrays to what is said about each assessment, as plain values."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

import numpy as np

from hallbarhet.scoring.answers import OwnConflict
from hallbarhet.scoring.codes import FALSE, MAYBE, TRUE
from hallbarhet.scoring.detectors import Possible
from hallbarhet.scoring.evaluate import Evaluation
from hallbarhet.scoring.goals import GoalPoints, Links
from hallbarhet.scoring.involved import Involved
from hallbarhet.scoring.levels import NO_LEVEL
from hallbarhet.scoring.outcome import (
    ConflictOutcome,
    ConflictStatus,
    Decision,
    DimensionOutcome,
    GateOutcome,
    GoalOutcome,
    HandlingField,
    LevelRange,
    Outcome,
    Range,
    ThemeOutcome,
    Triggered,
)
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.severity import STATUSES, required
from hallbarhet.scoring.states import STATES, completeness

TRIGGERED: Final[dict[int, Triggered]] = {FALSE: "ej_utlost", MAYBE: "mojlig", TRUE: "utlost"}
"""The word for each truth."""

DECISIONS: Final[tuple[Decision | None, ...]] = (None, "vidare", "tank_om", "avsluta")
"""The word for each decision code."""

OWN = "egen"
"""The kind of a conflict that an officer added."""

_NO_RANGE: Final = Range(None, None, None)

_required = cache(required)


def outcomes(plan: Plan, evaluation: Evaluation, rows: Iterable[int] | None = None) -> list[Outcome]:
    """What is said about each assessment of a block, or about some rows of it, in order; without robustness."""
    return [_outcome(plan, evaluation, row) for row in (range(evaluation.count) if rows is None else rows)]


def _outcome(plan: Plan, evaluation: Evaluation, row: int) -> Outcome:
    scores, standing = evaluation.scores, evaluation.standing
    coverage = scores.coverage_all[row].item()
    return Outcome(
        dimensions=_dimensions(plan, evaluation, row),
        themes=tuple(
            ThemeOutcome(theme, _range(points))
            for theme, points in zip(plan.themes, scores.themes[row].tolist(), strict=True)
        ),
        index=_range(scores.index[row].tolist()),
        level=LevelRange(*(level if level != NO_LEVEL else None for level in scores.level[row].tolist())),
        state=STATES[standing.state[row]],
        flags=_flags(plan, evaluation, row),
        coverage=_number(coverage),
        not_relevant_effect=_number(scores.not_relevant_effect[row].item()),
        gates=_gates(plan, evaluation, row),
        conflicts=(*_conflicts(plan, evaluation, row), *map(_own, evaluation.answers.own.get(row, ()))),
        goals=_goals(plan.agenda, evaluation.agenda, row),
        strategy_goals=_goals(plan.strategy, evaluation.strategy, row),
        goal_groups=_goal_groups(plan, evaluation, row),
    )


def _number(value: float) -> float | None:
    """A number that exists, never minus zero."""
    return None if value != value else value + 0.0  # noqa: PLR0124  (what is not a number is not itself)


def _range(points: list[float]) -> Range:
    """A range that exists whole or not at all, never with minus zero."""
    low, central, high = points
    if central != central:  # noqa: PLR0124  (what is not a number is not itself)
        return _NO_RANGE
    return Range(low + 0.0, central + 0.0, high + 0.0)


def _dimensions(plan: Plan, evaluation: Evaluation, row: int) -> tuple[DimensionOutcome, ...]:
    scores = evaluation.scores
    columns = (
        plan.dimensions,
        scores.dimensions[row].tolist(),
        scores.plus[row].tolist(),
        scores.minus[row].tolist(),
        scores.coverage[row].tolist(),
        scores.not_relevant_share[row].tolist(),
    )
    return tuple(
        DimensionOutcome(id_, _range(points), _number(plus), _number(minus), _number(coverage), share)
        for id_, points, plus, minus, coverage, share in zip(*columns, strict=True)
    )


def _flags(plan: Plan, evaluation: Evaluation, row: int) -> tuple[str, ...]:
    standing = evaluation.standing
    much = zip(plan.dimensions, standing.waived_much[row].tolist(), strict=True)
    return (
        *(("ej_relevant_avgor_nivan",) if standing.waiving_decides[row] else ()),
        *(f"hog_andel_ej_relevant:{dimension}" for dimension, is_much in much if is_much),
        *(("mojlig_hallplats",) if standing.possible_gate[row] else ()),
    )


def _gates(plan: Plan, evaluation: Evaluation, row: int) -> tuple[GateOutcome, ...]:
    gates = evaluation.gates
    columns = (
        plan.gates.ids,
        gates.triggered[row].tolist(),
        gates.decisions[row].tolist(),
        gates.is_settled[row].tolist(),
    )
    return tuple(
        GateOutcome(id_, TRIGGERED[triggered], DECISIONS[decision], is_settled)
        for id_, triggered, decision, is_settled in zip(*columns, strict=True)
    )


def _conflicts(plan: Plan, evaluation: Evaluation, row: int) -> Iterator[ConflictOutcome]:
    """Declared conflicts, and undeclared ones that are triggered or possible; each told once."""
    found, involved = evaluation.conflicts, Involved(plan, evaluation, row)
    leader, statuses = found.leader[row].tolist(), found.status[row].tolist()
    severities, strengths = found.severity[row].tolist(), found.strength[row].tolist()
    documented = found.documented[row].tolist()
    for place, truth in enumerate(found.triggered[row].tolist()):
        possible = plan.detectors.possible[place]
        if leader[place] != place or (truth == FALSE and not possible.is_declared):
            continue
        status = STATUSES[max(statuses[place], 0)]
        if truth == FALSE:
            yield _resting(possible, status)
            continue
        severity = severities[place]
        yield ConflictOutcome(
            id=possible.id,
            kind=possible.kind,
            title=possible.title,
            triggered=TRIGGERED[truth],
            strength=strengths[place] + 0.0,
            severity=severity,
            against=involved.against(place),
            detected_by=_detected_by(plan, leader, place) if truth == TRUE else (),
            status=status,
            required=_required(severity, status),
            documented=documented[place],
            waits_for=involved.waits_for(place) if truth == MAYBE else (),
            items=involved.items(place),
            facet=possible.facet,
        )


@lru_cache(maxsize=1024)
def _resting(possible: Possible, status: ConflictStatus) -> ConflictOutcome:
    """A declared conflict that is not there."""
    return ConflictOutcome(
        id=possible.id,
        kind=possible.kind,
        title=possible.title,
        triggered="ej_utlost",
        strength=0.0,
        severity=0,
        against=possible.against,
        detected_by=(),
        status=status,
        required=(),
        documented=1.0,
        items=possible.item_ids,
        facet=possible.facet,
    )


def _detected_by(plan: Plan, leader: list[int], place: int) -> tuple[str, ...]:
    if leader.count(place) == 1:
        return (plan.detectors.possible[place].id,)
    return tuple(possible.id for other, possible in enumerate(plan.detectors.possible) if leader[other] == place)


def _own(conflict: OwnConflict) -> ConflictOutcome:
    status: ConflictStatus = STATUSES[conflict.status]
    needed: tuple[HandlingField, ...] = _required(conflict.severity, status)
    return ConflictOutcome(
        id=conflict.id,
        kind=OWN,
        title=conflict.title,
        triggered="utlost",
        strength=0.0,
        severity=conflict.severity,
        against=conflict.against,
        detected_by=(),
        status=status,
        required=needed,
        documented=completeness(conflict),
    )


def _goals(links: Links, points: GoalPoints, row: int) -> tuple[GoalOutcome, ...]:
    """Goals that some question which applies speaks of."""
    columns = (
        links.goals,
        points.plus[row].tolist(),
        points.minus[row].tolist(),
        points.items[row].tolist(),
        points.unknown[row].tolist(),
    )
    return tuple(
        GoalOutcome(goal, plus, minus, int(items), int(unknown))
        for goal, plus, minus, items, unknown in zip(*columns, strict=True)
        if items
    )


def _goal_groups(plan: Plan, evaluation: Evaluation, row: int) -> tuple[GoalOutcome, ...]:
    """Clusters of goals, plus and minus summed. A question that speaks of two goals of a cluster counts once."""
    if not plan.goal_groups:
        return ()
    links, questions, points = plan.agenda, plan.questions, evaluation.agenda
    codes = evaluation.activity.codes[links.items, row]
    applies, unknown = questions.applies[links.items, codes], questions.is_unknown[links.items, codes]
    found = []
    for group, goals in plan.goal_groups:
        inside = np.isin(links.of_goal, goals)
        found.append(
            GoalOutcome(
                group,
                sum(points.plus[row, list(goals)].tolist()),
                sum(points.minus[row, list(goals)].tolist()),
                len(np.unique(links.items[inside & applies])),
                len(np.unique(links.items[inside & unknown])),
            )
        )
    return tuple(found)
