"""The three series of B10 for a block of records: original, core and full, and what moved the one to the other."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hallbarhet.batch.blocks import Three
from hallbarhet.batch.pairs import FACTORS, Factor, Pair, Side
from hallbarhet.scoring.activity import NOT_ASKED, Activity
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import INACTIVE, Bools, Codes, Floats
from hallbarhet.scoring.decomposition import decomposed
from hallbarhet.scoring.evaluate import activity, evaluate, scores
from hallbarhet.scoring.flips import flips
from hallbarhet.scoring.levels import NO_LEVEL
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.states import STATES
from hallbarhet.scoring.sums import CENTRAL

NO_STATE = -1
"""Stands where a record says nothing of its state."""

HIGHEST = 100
"""Points lie between this and its negative."""


@dataclass(frozen=True, eq=False)
class Series:
    """What is compared: n assessments under one way to count."""

    index: Floats
    """Lowest, central and highest, NaN where there is none, shape [n, 3]."""
    level: Codes
    """Shape [n, 3]; 0 where there is none."""
    state: Codes
    """A place in `states.STATES`, shape [n]."""
    gates: Codes
    """FALSE, MAYBE or TRUE at each gate, shape [n, G]."""


@dataclass(frozen=True, eq=False)
class Given:
    """n assessments as answers under one checklist, and which of its questions are asked."""

    answers: Answers
    asked: Activity


@dataclass(frozen=True, eq=False)
class Counted:
    """n assessments counted anew in one way."""

    core: Series
    full: Series
    change: Floats
    """The full central index less the original one; NaN where either does not exist, shape [n]."""
    parts: Mapping[Factor, Floats]
    """What each factor moved; NaN where that is not known, shape [n] each."""
    flips: Codes
    """Places in `flips.FLIPS`, shape [n]."""


def given(plan: Plan, answers: Answers) -> Given:
    """Answers with what is asked worked out once: weights do not bear on it."""
    return Given(answers, activity(plan, answers))


def series(plan: Plan, block: Given) -> Series:
    """A block under a plan."""
    found = evaluate(plan, block.answers, block.asked)
    return Series(found.scores.index, found.scores.level, found.standing.state, found.gates.triggered)


def stored(claims: Sequence[tuple[Three, Three, str]]) -> Series:
    """Results as records claim them: index, level and state. What makes no sense is as if it were not there."""
    codes: dict[str, int] = {state: code for code, state in enumerate(STATES)}
    level = [[_level(value) for value in levels] for _, levels, _ in claims]
    return Series(
        np.array([[_points(value) for value in index] for index, _, _ in claims]).reshape(-1, 3),
        np.array(level, dtype=np.int8).reshape(-1, 3),
        np.array([codes.get(state, NO_STATE) for *_, state in claims], dtype=np.int8),
        np.zeros((len(claims), 0), dtype=np.int8),
    )


def _points(value: float | None) -> float:
    return float(value) if value is not None and abs(value) <= HIGHEST else math.nan


def _level(value: float | None) -> int:
    return int(value) if value is not None and value in range(1, 128) else NO_LEVEL


def counted(pair: Pair, side: Side, before: Series, old: Given | None, new: Given, is_core: Bools) -> Counted:
    """A block counted anew. `old` is None where the old checklist is not at hand; `is_core` is [n, Q] or [1, Q]."""
    full = before if side.plan is pair.old else series(side.plan, new)
    core = full if is_core.all() else series(side.core, _only(new, is_core))
    change = full.index[:, CENTRAL] - before.index[:, CENTRAL]
    parts = _parts(side, before, full, old, new, change)
    return Counted(core, full, change, parts, flips(before.level, full.level))


def _only(block: Given, is_core: Bools) -> Given:
    """The block with the questions that are not in common as if they had not been asked."""
    left = ~is_core.T
    codes = np.where(left, np.int8(INACTIVE), block.asked.codes)
    asked = np.where(left, np.int8(NOT_ASKED), block.asked.asked)
    return Given(block.answers, Activity(asked, codes))


def _parts(
    side: Side, before: Series, full: Series, old: Given | None, new: Given, change: Floats
) -> Mapping[Factor, Floats]:
    if old is None:
        return dict.fromkeys(FACTORS, np.full(len(change), np.nan))
    own = old

    def index(changed: frozenset[Factor]) -> Floats:
        if len(changed) == len(side.factors):
            return full.index[:, CENTRAL]
        if not changed:
            return before.index[:, CENTRAL]
        block = new if "fragor" in changed else own
        return scores(side.crossed[changed], block.answers, block.asked).index[:, CENTRAL]

    nothing = np.where(np.isnan(change), np.nan, 0.0)
    parts: dict[Factor, Floats] = dict.fromkeys(FACTORS, nothing)
    if side.factors:
        parts |= decomposed(index, side.factors)
    return {factor: np.where(np.isnan(change), np.nan, part) for factor, part in parts.items()}
