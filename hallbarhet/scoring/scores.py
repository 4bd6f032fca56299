"""Turning answers into points per theme and dimension, an index and a level, each with its bounds (B2 to B4)."""

from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.codes import Bools, Codes, Floats
from hallbarhet.scoring.index import IndexRule, aggregated
from hallbarhet.scoring.levels import NO_LEVEL, LevelRules, placed
from hallbarhet.scoring.questions import Weights
from hallbarhet.scoring.sums import CENTRAL, HIGH, KNOWN, LOW, MINUS, PLUS, Sums

NEUTRAL, COVERAGE = 3, 4
"""Rows after the lowest, central and highest points, while scores are worked out."""


@dataclass(frozen=True, eq=False)
class Scores:
    """Points −100 to 100 of n assessments; the last axis of a range is lowest, central, highest.

    NaN stands where there is nothing to score: a theme or dimension whose questions are all waived or not asked.
    """

    themes: Floats
    """Shape [n, T, 3]."""
    dimensions: Floats
    """Shape [n, D, 3]."""
    plus: Floats
    """Gross plus of each dimension, never negative, shape [n, D]."""
    minus: Floats
    """Gross minus of each dimension, never negative; points are plus less minus, shape [n, D]."""
    coverage: Floats
    """Share of each dimension's weight that is answered, shape [n, D]."""
    not_relevant_share: Floats
    """Share of each dimension's weight that was waived, 0 where nothing was asked, shape [n, D]."""
    index: Floats
    """Shape [n, 3]."""
    level: Codes
    """Shape [n, 3]; 0 where there is none."""
    coverage_all: Floats
    """Shape [n]."""
    not_relevant_effect: Floats
    """What waiving questions did to the index, in points, shape [n]."""
    level_if_neutral: Codes
    """The central level with what was waived counted as neutral, shape [n]."""
    is_live: Bools
    """Whether a dimension has anything to score, shape [n, D]."""
    counts: Bools
    """Whether a dimension is live and has weight, so that index and level depend on it, shape [n, D]."""


def score(sums: Sums, weights: Weights, index_rule: IndexRule, level_rules: LevelRules) -> Scores:
    """Scores from sums.

    An unknown answer takes its worst, neutral and best attainable value; every way of adding up is non-decreasing, so
    the bounds are exact (B3).
    """
    live = sums.dimension_is_live
    counts = live & (weights.dimension[:, None] > 0)
    # Lowest, central and highest points, the points with what was waived as neutral, and coverage.
    points = np.empty((5, *live.shape))
    points[:NEUTRAL] = sums.dimensions[LOW : HIGH + 1]
    points[NEUTRAL], points[COVERAGE] = sums.if_neutral, sums.dimensions[KNOWN]
    counted = np.empty(points.shape, dtype=np.bool_)
    counted[:] = counts
    counted[NEUTRAL] = sums.if_neutral_is_live & (weights.dimension[:, None] > 0)
    index = aggregated(index_rule, points, weights.dimension, counted)
    if index_rule.method != "medel":
        index[COVERAGE] = aggregated(IndexRule("medel"), points[COVERAGE], weights.dimension, counts)
    level = placed(level_rules, index[:COVERAGE], points[:COVERAGE], counted[:COVERAGE])
    level[NEUTRAL, level[CENTRAL] == NO_LEVEL] = NO_LEVEL
    told = np.where(live, points, np.nan)
    gross = np.where(live, sums.dimensions[PLUS : MINUS + 1], np.nan)
    return Scores(
        themes=_first(np.where(sums.theme_is_live, sums.themes[LOW : HIGH + 1], np.nan)),
        dimensions=_first(told[:NEUTRAL]),
        plus=gross[0].T,
        minus=gross[1].T,
        coverage=told[COVERAGE].T,
        not_relevant_share=sums.waived_share.T,
        index=index[:NEUTRAL].T,
        level=level[:NEUTRAL].T,
        coverage_all=index[COVERAGE],
        not_relevant_effect=index[CENTRAL] - index[NEUTRAL],
        level_if_neutral=level[NEUTRAL],
        is_live=live.T,
        counts=counts.T,
    )


def _first(ranges: Floats) -> Floats:
    """[3, groups, n] with the assessments first and the range last."""
    return ranges.transpose(2, 1, 0)
