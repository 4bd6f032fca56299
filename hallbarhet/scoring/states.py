"""The state of an assessment, and the flags that always bring in a second reader (B4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from hallbarhet.scoring.answers import OwnConflict
from hallbarhet.scoring.codes import MAYBE, TRUE, Bools, Codes
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
    is_enough = scores.coverage >= plan.coverage_from  # NaN, where nothing lives, is never enough
    is_thin = np.logical_or.reduce(~is_enough & (plan.weights.dimension > 0), axis=1)
    stops, is_open = plan.gates.stops, gates.triggered == MAYBE
    any_gate = np.empty((5, *is_open.shape), dtype=np.bool_)
    any_gate[0] = is_open & stops
    any_gate[1] = is_open & (stops | plan.gates.waits)
    any_gate[2] = (gates.triggered == TRUE) & stops
    any_gate[3] = gates.decisions == END
    any_gate[4] = gates.holds
    may_stop, may_hold, stopped, ended, held = np.logical_or.reduce(any_gate, axis=2)
    held |= conflicts.is_critical
    for row, found in own.items():
        held[row] |= any(_is_critical(conflict) for conflict in found)
    state = np.full(len(held), np.int8(RANGE))
    for code, applies in (
        (SETTLED, scores.level[:, 0] == scores.level[:, 2]),
        (HELD, held),
        (INCOMPLETE, is_thin | may_stop),
        (NOT_ASSESSABLE, ~np.logical_or.reduce(scores.counts, axis=1)),
        (STOPPED, stopped),
        (ENDED, ended),
    ):
        state[applies] = code
    return Standing(
        state=state,
        waiving_decides=scores.level[:, 1] != scores.level_if_neutral,
        waived_much=scores.not_relevant_share > plan.not_relevant_to,
        possible_gate=may_hold,
    )


def _is_critical(conflict: OwnConflict) -> bool:
    return conflict.severity == CRITICAL and completeness(conflict) < 1


def completeness(conflict: OwnConflict) -> float:
    """K of a conflict that an officer added."""
    return float(COMPLETENESS[conflict.severity, conflict.status, conflict.written])
