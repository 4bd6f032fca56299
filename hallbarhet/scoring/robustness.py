"""How well the level of an assessment stands: under other weightings, and next to other answers (B8).

Unknown answers are never drawn: they have exact bounds of their own.
"""

from dataclasses import replace

import numpy as np

from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import WIDTH, Bools, Codes, Floats, from_
from hallbarhet.scoring.evaluate import Evaluation
from hallbarhet.scoring.evaluate import scores as scored
from hallbarhet.scoring.index import aggregated
from hallbarhet.scoring.levels import NO_LEVEL, placed
from hallbarhet.scoring.outcome import Flip, Robustness, Stability
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.scores import Scores
from hallbarhet.scoring.sums import CENTRAL, shares
from hallbarhet.scoring.weightings import LOWEST, factors, share_above

STABLE, FAIRLY_STABLE = 0.95, 0.80
"""Shares of the reasonable weightings from which a level is stable, and fairly so; constants of method 1."""

FLIPS_TOLD = 5
"""Nearest flips that are told: enough to see a pattern, few enough to be read."""


def robustness(plan: Plan, evaluation: Evaluation, row: int = 0) -> Robustness | None:
    """How well one assessment's central level stands.

    None where it has no meaning: with fewer than two dimensions to weigh against each other (and so with one question).
    """
    scores = evaluation.scores
    if scores.counts[row].sum() < 2:  # noqa: PLR2004  (nothing to weigh one dimension against)
        return None
    level = int(scores.level[row, CENTRAL])
    levels, index = reasonable(plan, evaluation.activity.codes[:, row])
    same_level = float(np.mean(levels == level))
    ends = (None, None) if np.isnan(index).any() else np.percentile(index, (5, 95)).tolist()
    return Robustness(
        same_level=same_level,
        stability=stability(same_level),
        index_p5=ends[0],
        index_p95=ends[1],
        level_shares=weighting_shares(plan, scores, row),
        nearest=nearest_flips(plan, evaluation, row),
    )


def stability(same_level: float) -> Stability:
    """The class of a share of weightings that give the same level."""
    if same_level >= from_(STABLE):
        return "stabil"
    return "ganska_stabil" if same_level >= from_(FAIRLY_STABLE) else "kanslig"


def same_level_shares(plan: Plan, evaluation: Evaluation) -> Floats:
    """ρ of every assessment, shape [n]; NaN where it has no meaning. About a third of a millisecond each."""
    found = np.full(evaluation.count, np.nan)
    for row in np.flatnonzero(evaluation.scores.counts.sum(axis=1) > 1):
        levels, _ = reasonable(plan, evaluation.activity.codes[:, row])
        found[row] = np.mean(levels == evaluation.scores.level[row, CENTRAL])
    return found


def reasonable(plan: Plan, codes: Codes) -> tuple[Codes, Floats]:
    """Level and index of one assessment under each reasonable weighting, both of the shape [draws].

    Every weight of a question, theme and dimension is multiplied by a factor of its own (`weightings.factors`); weights
    of what does not apply move inside their dimension, as always. `codes` are those that count, shape [Q].
    """
    weights, layout = plan.weights, plan.layout
    items = np.flatnonzero(weights.item > 0)
    themes, dimensions, draws = len(plan.themes), len(plan.dimensions), plan.perturbation.draws
    drawn = factors(len(items) + themes + dimensions, draws, plan.perturbation.deviation)
    applies = plan.questions.applies[items, codes[items]]
    item_weights = (weights.item[items] * applies)[:, None] * drawn[: len(items)]
    theme_weights = weights.theme[:, None] * drawn[len(items) : len(items) + themes]
    values = 100 * plan.questions.values[items, codes[items]]

    theme_whole, theme_points = np.zeros((themes, draws)), np.zeros((themes, draws))
    for place, theme in enumerate(layout.theme_of[items]):
        theme_whole[theme] += item_weights[place]
        theme_points[theme] += item_weights[place] * values[place]
    theme_points = shares(theme_points, theme_whole)
    whole, points = np.zeros((dimensions, draws)), np.zeros((dimensions, draws))
    for theme, dimension in enumerate(layout.dimension_of):
        worth = theme_weights[theme] * (theme_whole[theme] > 0)
        whole[dimension] += worth
        points[dimension] += worth * theme_points[theme]
    points = shares(points, whole)
    counts: Bools = (whole > 0) & (weights.dimension > 0)[:, None]
    index = aggregated(plan.index_rule, points, weights.dimension[:, None] * drawn[len(items) + themes :], counts)
    return placed(plan.level_rules, index, points, counts), index


def weighting_shares(plan: Plan, scores: Scores, row: int = 0) -> tuple[tuple[int, float], ...]:
    """Each level, highest first, with its share of all weightings of the dimensions; empty where they decide nothing.

    Exact for every exponent, since a power mean is a plain mean of powers, and with floors and caps too, since those do
    not depend on the weights. It ignores the region's own weights on purpose. Source: B8, part 1.
    """
    rules, method = plan.level_rules, plan.index_rule.method
    counts = scores.counts[row]
    if method in ("min", "ingen") or not counts.any():
        return ()
    points = scores.dimensions[row, counts, CENTRAL]
    thresholds = np.array([max(level.index_min, LOWEST) for level in rules.levels])
    exponent = plan.index_rule.exponent if method == "potens" else 1.0
    reached = share_above(points[None], thresholds, exponent)[0]
    floors = from_(np.array([level.dimension_min for level in rules.levels]))
    at_least = np.where(points.min() >= floors, reached, 0.0)
    at_least[0] = 1.0  # below every level is the lowest
    at_least = np.maximum.accumulate(at_least[::-1])
    highest = min([cap.max_level for cap in rules.caps if _caps(cap.dimension, cap.below, scores, row)], default=None)
    found: dict[int, float] = {}
    above = 0.0
    for level, share in zip(reversed(rules.levels), at_least.tolist(), strict=True):
        allowed = level.level if highest is None else min(level.level, highest)
        found[allowed] = found.get(allowed, 0.0) + share - above
        above = share
    return tuple(sorted(found.items(), reverse=True))


def _caps(dimension: int, below: float, scores: Scores, row: int) -> bool:
    is_low = scores.dimensions[row, dimension, CENTRAL] < from_(below)
    return bool(scores.counts[row, dimension] and is_low)


def nearest_flips(plan: Plan, evaluation: Evaluation, row: int = 0) -> tuple[Flip, ...]:
    """The smallest changes of one answer that change the central level, at most five.

    Fewest steps of the scale first, then in question order. Of two changes of the same question that are equally small,
    the one that gives the lower level is told. Questions that the change brings in count as unanswered.
    """
    questions = plan.questions
    codes = evaluation.activity.codes[:, row]
    items = np.flatnonzero(questions.is_known[np.arange(questions.count), codes])
    changes = [
        (int(item), code) for item in items for code in range(len(questions.grades[item])) if code != codes[item]
    ]
    level = int(evaluation.scores.level[row, CENTRAL])
    levels = scored(plan, _changed(evaluation.answers, row, changes)).level[:, CENTRAL] if changes else np.zeros(0)
    nearest: dict[int, Flip] = {}
    for (item, code), reached in zip(changes, levels.tolist(), strict=True):
        if reached in (level, NO_LEVEL):
            continue
        source, grades = _grade(plan, item, int(codes[item])), questions.grades[item]
        flip = Flip(questions.ids[item], source, grades[code], _steps(grades, source, grades[code]), reached)
        known = nearest.get(item)
        if known is None or (flip.steps, flip.level) < (known.steps, known.level):
            nearest[item] = flip
    order = sorted(nearest.items(), key=lambda found: (found[1].steps, found[0]))
    return tuple(flip for _, flip in order[:FLIPS_TOLD])


def _changed(answers: Answers, row: int, changes: list[tuple[int, int]]) -> Answers:
    """One assessment many times over, each with one answer changed to another code."""
    block = answers.taken(np.full(len(changes), row, dtype=np.intp))
    codes = block.codes.copy()
    items, new = zip(*changes, strict=True)
    codes[np.arange(len(changes)), items] = new
    return replace(block, codes=codes)


def _grade(plan: Plan, item: int, code: int) -> float:
    questions = plan.questions
    return questions.between[item][code - WIDTH] if code >= WIDTH else questions.grades[item][code]


def _steps(grades: tuple[float, ...], source: float, target: float) -> int:
    """Grades one passes on the way, the last one counted; from between two grades, the neighbour is one step."""
    low, high = sorted((source, target))
    return sum(low <= grade <= high for grade in grades) - (source in grades)
