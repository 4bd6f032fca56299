"""From points to a level: what the index and the weakest dimension must reach, and what a low dimension allows."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hallbarhet.scoring.codes import Bools, Codes, Floats, from_

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

    @cached_property
    def thresholds(self) -> tuple[Codes, Floats, Floats]:
        """Levels, and what the index and the weakest dimension must reach for each, rounding included."""
        return (
            np.array([level.level for level in self.levels], dtype=np.int8),
            from_(np.array([level.index_min for level in self.levels])),
            from_(np.array([level.dimension_min for level in self.levels])),
        )


def placed(rules: LevelRules, index: Floats, dimensions: Floats, counts: Bools) -> Codes:
    """The highest level whose conditions all hold, shape [...], `NO_LEVEL` where no dimension counts.

    `index` has the shape [..., n], `dimensions` [..., D, n] (both points), `counts` [..., D, n]. What reaches no level
    stands at the lowest.
    """
    weakest = np.minimum.reduce(np.where(counts, dimensions, np.inf), axis=-2)
    levels, index_from, dimension_from = rules.thresholds
    shape = (-1,) + (1,) * weakest.ndim
    holds = weakest >= dimension_from.reshape(shape)
    if rules.uses_index:
        holds &= index >= index_from.reshape(shape)
    placed_at: Codes = np.maximum.reduce(np.where(holds, levels.reshape(shape), levels[0]), axis=0)
    for cap in rules.caps:
        is_low = counts[..., cap.dimension, :] & (dimensions[..., cap.dimension, :] < from_(cap.below))
        np.minimum(placed_at, np.int8(cap.max_level), out=placed_at, where=is_low)
    np.copyto(placed_at, np.int8(NO_LEVEL), where=weakest == np.inf)
    return placed_at
