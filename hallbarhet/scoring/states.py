"""The state of an assessment, and the flags that always bring in a second reader (B4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from hallbarhet.scoring.answers import OwnConflict
from hallbarhet.scoring.codes import MAYBE, TRUE, Bools, Codes, from_, to
from hallbarhet.scoring.conflicts import ConflictFindings
from hallbarhet.scoring.gates import END, GateFindings
from hallbarhet.scoring.outcome import State
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.scores import Scores
from hallbarhet.scoring.severity import COMPLETENESS, CRITICAL

STATES: Final[tuple[State, ...]] = (
    "avslutad", "stopp", "ej_bedombar", "ofullstandigt_underlag", "hallplats", "niva_klar", "nivaintervall",
)  # fmt: skip
"""States by code, in the order they are tried: the first that applies is the one told."""

ENDED, STOPPED, NOT_ASSESSABLE, INCOMPLETE, HELD, SETTLED, RANGE = range(len(STATES))


@dataclass(frozen=True, eq=False)
class Standing:
    """Where n assessments stand."""

    state: Codes
    """A place in `STATES`, shape [n]."""
    waiving_decides: Bools
    """The level would differ had what was waived been neutral, shape [n]."""
    waived_much: Bools
    """More of a dimension was waived than the checklist allows unremarked, shape [n, D]."""
    possible_gate: Bools
    """A gate that holds or stops depends on something unknown, shape [n]."""


def standing(
    plan: Plan,
    scores: Scores,
    gates: GateFindings,
    conflicts: ConflictFindings,
    own: Mapping[int, tuple[OwnConflict, ...]],
) -> Standing:
    """States and flags. A dimension without weight is information only and keeps nothing waiting."""
    stops, waits = plan.gates.stops, plan.gates.waits
    or_ = np.logical_or.reduce
    is_enough = scores.coverage >= from_(plan.coverage_min)  # NaN, where nothing lives, is never enough
    is_open = gates.triggered == MAYBE
    incomplete = or_(~is_enough & (plan.weights.dimension > 0), axis=1) | or_(is_open & stops, axis=1)
    held = or_(gates.holds, axis=1) | conflicts.is_critical
    for row, found in own.items():
        held[row] |= any(_is_critical(conflict) for conflict in found)
    state = np.full(len(held), np.int8(RANGE))
    for code, applies in (
        (SETTLED, scores.level[:, 0] == scores.level[:, 2]),
        (HELD, held),
        (INCOMPLETE, incomplete),
        (NOT_ASSESSABLE, ~or_(scores.counts, axis=1)),
        (STOPPED, or_((gates.triggered == TRUE) & stops, axis=1)),
        (ENDED, or_(gates.decisions == END, axis=1)),
    ):
        state[applies] = code
    return Standing(
        state=state,
        waiving_decides=scores.level[:, 1] != scores.level_if_neutral,
        waived_much=scores.not_relevant_share > to(plan.not_relevant_max),
        possible_gate=or_(is_open & (stops | waits), axis=1),
    )


def _is_critical(conflict: OwnConflict) -> bool:
    return conflict.severity == CRITICAL and completeness(conflict) < 1


def completeness(conflict: OwnConflict) -> float:
    """K of a conflict that an officer added."""
    return float(COMPLETENESS[conflict.severity, conflict.status, conflict.written])
