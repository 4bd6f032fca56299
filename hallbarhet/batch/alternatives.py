"""What-if: other weights for dimensions and other thresholds for levels, without a file."""

import math
from dataclasses import dataclass, replace
from itertools import pairwise

from hallbarhet.checklist.weights import is_weight
from hallbarhet.errors import UsageError
from hallbarhet.scoring.levels import LevelRules
from hallbarhet.scoring.plan import Plan
from hallbarhet.texts import rescoring as texts

LOWEST_POINTS, HIGHEST_POINTS = -100, 100


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to count, beside the checklist's own; nothing named is the checklist as it is."""

    name: str | None = None
    weights: tuple[tuple[str, float], ...] = ()
    """Dimensions and their weights."""
    thresholds: tuple[tuple[int, float], ...] = ()
    """Levels and the index they take."""

    @property
    def is_plain(self) -> bool:
        """Whether it counts as the checklist does."""
        return not self.weights and not self.thresholds


@dataclass(frozen=True, slots=True)
class Misplaced:
    """What an alternative names and a checklist does not have: a kind of reason, and the sentence about it."""

    reason: str
    sentence: str


def weight(given: str) -> tuple[str, float]:
    """`ekologisk=2` as a dimension and its weight. Raises UsageError."""
    name, sign, number = given.partition("=")
    value = _number(number)
    if not name.strip() or not sign or value is None:
        raise UsageError(texts.weight_not_understood(given))
    if not is_weight(value):
        raise UsageError(texts.weight_not_a_weight(given))
    return name.strip(), value


def threshold(given: str) -> tuple[int, float]:
    """`4=20` as a level and the index it takes. Raises UsageError."""
    level, sign, number = given.partition("=")
    value = _number(number)
    if not sign or value is None or not level.strip().isdecimal():
        raise UsageError(texts.threshold_not_understood(given))
    if not LOWEST_POINTS <= value <= HIGHEST_POINTS:
        raise UsageError(texts.threshold_outside(given))
    return int(level), value


def _number(given: str) -> float | None:
    """A number with decimal point or comma."""
    try:
        value = float(given.strip().replace(",", ".").replace("\u2212", "-"))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def misplaced(plan: Plan, alternative: Alternative, checklist: str) -> Misplaced | None:
    """Why an alternative cannot be tried on a checklist, if it cannot; `checklist` is what it is called."""
    rules = plan.level_rules
    for name, _ in alternative.weights:
        if name not in plan.dimensions:
            return Misplaced("dimension_saknas", texts.no_such_dimension(name, checklist, plan.dimensions))
    if alternative.thresholds and not rules.uses_index:
        return Misplaced("index_saknas", texts.no_index(checklist))
    placed = [level.level for level in rules.levels if level.index_min > -math.inf]
    for level, _ in alternative.thresholds:
        if level not in placed:
            return Misplaced("niva_saknas", texts.no_such_level(level, checklist, placed))
    changed = what_if(plan, alternative)
    if not changed.weights.dimension.any():
        return Misplaced("vikter_noll", texts.all_weights_zero(checklist))
    levels = changed.level_rules.levels
    for lower, upper in pairwise(levels):
        if lower.index_min > upper.index_min:
            sentence = texts.thresholds_cross(lower.level, upper.level, lower.index_min, upper.index_min)
            return Misplaced("trosklar_korsas", sentence)
    return None


def what_if(plan: Plan, alternative: Alternative) -> Plan:
    """The plan as the alternative has it."""
    changed = plan.reweighted(dimensions=dict(alternative.weights)) if alternative.weights else plan
    if not alternative.thresholds:
        return changed
    index_min = dict(alternative.thresholds)
    rules = plan.level_rules
    levels = tuple(replace(level, index_min=index_min.get(level.level, level.index_min)) for level in rules.levels)
    return replace(changed, level_rules=LevelRules(levels, rules.caps, rules.uses_index))
