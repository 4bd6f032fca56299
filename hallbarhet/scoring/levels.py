"""From points to a level: what the index and the weakest dimension must reach, and what a low dimension allows."""

from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.codes import Bools, Codes, Floats, close

NO_LEVEL = 0
"""Stands where there are no points to place."""


@dataclass(frozen=True)
class Level:
    """One level with what it takes; −inf where nothing is asked."""

    level: int
    index_min: float
    dimension_min: float


@dataclass(frozen=True)
class Cap:
    """The highest level while one dimension lies below some points."""

    dimension: int
    below: float
    max_level: int


@dataclass(frozen=True)
class LevelRules:
    """The table of levels and the caps on them (B4)."""

    levels: tuple[Level, ...]
    """Lowest first."""
    caps: tuple[Cap, ...]
    uses_index: bool
    """False where the checklist has no index: then the weakest dimension alone decides."""


def placed(rules: LevelRules, index: Floats, dimensions: Floats, counts: Bools) -> Codes:
    """The highest level whose conditions all hold, shape [...], `NO_LEVEL` where no dimension counts.

    `index` has the shape [..., n], `dimensions` [..., D, n] (both points), `counts` [D, n]. Below every level is the lowest.
    """
    weakest = close(np.where(counts, dimensions, np.inf).min(axis=-2, initial=np.inf))
    reached = close(index)
    placed_at = np.full(index.shape, rules.levels[0].level, dtype=np.int8)
    for level in rules.levels:
        holds = weakest >= close(level.dimension_min)
        if rules.uses_index:
            holds &= reached >= close(level.index_min)
        placed_at[holds] = level.level
    for cap in rules.caps:
        is_low = counts[cap.dimension] & (close(dimensions[..., cap.dimension, :]) < close(cap.below))
        np.minimum(placed_at, np.int8(cap.max_level), out=placed_at, where=is_low)
    placed_at[..., ~counts.any(axis=0)] = NO_LEVEL
    return placed_at
