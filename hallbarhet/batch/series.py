"""The three series of B10 for a block of records: original, core and full, and what moved the one to the other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from hallbarhet.batch.claims import Claimed
from hallbarhet.batch.pairs import FACTORS, Factor, Pair, Side
from hallbarhet.scoring.activity import NOT_ASKED, Activity
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import INACTIVE, Bools, Codes, Floats
from hallbarhet.scoring.decomposition import decomposed
from hallbarhet.scoring.evaluate import Evaluation, activity, evaluate
from hallbarhet.scoring.facts import Facts
from hallbarhet.scoring.flips import flips
from hallbarhet.scoring.levels import NO_LEVEL
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.questions import Weights
from hallbarhet.scoring.scores import score
from hallbarhet.scoring.sums import CENTRAL, Sums


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
    found: Evaluation | None = field(default=None, repr=False)
    """What it was taken from; None where only a claimed result is known."""

    @property
    def sums(self) -> Sums | None:
        """What points are made of; None where only a claimed result is known."""
        return self.found.facts.sums if self.found else None


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
    level_parts: Mapping[Factor, Floats]
    """The same of the central level, in levels."""
    flips: Codes
    """Places in `flips.FLIPS`, shape [n]."""


def given(plan: Plan, answers: Answers) -> Given:
    """Answers with what is asked worked out once: weights do not bear on it."""
    return Given(answers, activity(plan, answers))


def series(plan: Plan, block: Given, like: Evaluation | None = None) -> Series:
    """A block under a plan; `like` as in `evaluate`."""
    found = evaluate(plan, block.answers, block.asked, like=like)
    scored = found.scores
    return Series(scored.index, scored.level, found.standing.state, found.gates.triggered, found)


def as_claimed(found: Claimed) -> Series:
    """What records claim, to stand for what nobody can count any more."""
    return Series(found.index, found.level, found.state, np.zeros((len(found.state), 0), dtype=np.int8))


def counted(pair: Pair, side: Side, before: Series, old: Given | None, new: Given, is_core: Bools) -> Counted:
    """A block counted anew. `old` is None where the old checklist is not at hand; `is_core` is [n, Q] or [1, Q]."""
    # a what-if that weighs dimensions otherwise counts much alike; carried answers never do
    full = before if side.plan is pair.old else series(side.plan, new, before.found if new is old else None)
    core = full if is_core.all() else series(side.core, _only(new, is_core))
    change = full.index[:, CENTRAL] - before.index[:, CENTRAL]
    nothing = dict.fromkeys(FACTORS, np.full(len(change), np.nan))
    index, level = (nothing, nothing) if old is None else _Crossing(pair, side, before, full, old, new).parts()
    return Counted(core, full, change, index, level, flips(before.level, full.level))


def _only(block: Given, is_core: Bools) -> Given:
    """The block with the questions that are not in common as if they had not been asked."""
    left = ~is_core.T
    codes = np.where(left, np.int8(INACTIVE), block.asked.codes)
    asked = np.where(left, np.int8(NOT_ASKED), block.asked.asked)
    return Given(block.answers, Activity(asked, codes))


@dataclass(frozen=True, eq=False)
class _Crossing:
    """A block counted with some of what differs new and the rest old."""

    pair: Pair
    side: Side
    before: Series
    full: Series
    old: Given
    new: Given

    def parts(self) -> tuple[dict[Factor, Floats], dict[Factor, Floats]]:
        """What each factor moved of the central index, and of the central level."""
        factors = self.side.factors
        unknown = np.isnan(self.full.index[:, CENTRAL] - self.before.index[:, CENTRAL])
        still = np.where(unknown, np.nan, 0.0)
        if not factors:
            return dict.fromkeys(FACTORS, still), dict.fromkeys(FACTORS, np.zeros(len(still)))
        every = [frozenset(chosen) for size in range(len(factors) + 1) for chosen in combinations(factors, size)]
        found = {changed: self._scored(changed) for changed in every}
        index = decomposed(lambda changed: found[changed][0], factors)
        level = decomposed(lambda changed: found[changed][1], factors)
        return (
            {factor: np.where(unknown, np.nan, index[factor]) if factor in index else still for factor in FACTORS},
            {factor: level.get(factor, np.zeros(len(still))) for factor in FACTORS},
        )

    def _scored(self, changed: frozenset[Factor]) -> tuple[Floats, Floats]:
        """Central index and level; NaN where there is none."""
        if not changed:
            return _central(self.before)
        if len(changed) == len(self.side.factors):
            return _central(self.full)
        weights, sums = self._sums("vikter" in changed, "fragor" in changed)
        rules = self.side.rules["fragor" in changed, "trosklar" in changed]
        found = score(sums, weights, *rules)
        return found.index[:, CENTRAL], _levels(found.level)

    def _sums(self, is_new_weights: bool, is_new_questions: bool) -> tuple[Weights, Sums]:
        factors = self.side.factors
        if (is_new_weights, is_new_questions) == ("vikter" in factors, "fragor" in factors) and self.full.sums:
            return self.side.plan.weights, self.full.sums
        if not is_new_weights and not is_new_questions and self.pair.old and self.before.sums:
            return self.pair.old.weights, self.before.sums
        plan = self.side.crossed[is_new_weights, is_new_questions]
        block = self.new if is_new_questions else self.old
        return plan.weights, Facts(plan, block.answers, block.asked.codes).sums


def _central(found: Series) -> tuple[Floats, Floats]:
    return found.index[:, CENTRAL], _levels(found.level)


def _levels(level: Codes) -> Floats:
    central = level[:, CENTRAL].astype(np.float64)
    return np.where(central == NO_LEVEL, np.nan, central)
