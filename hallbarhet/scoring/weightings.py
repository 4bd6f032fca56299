"""Other weightings than the checklist's own: all there are, exactly, and the reasonable ones, by documented draws."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

SEED = 2030
"""The year of Agenda 2030: a seed that can be told, so that anybody can draw the same weightings again."""

SIMPLEX_DRAWS = 20_000
"""Draws where the closed form does not hold: keeps a share within 0.01 in more than 99 cases of 100."""

_CLOSE = 9
"""Decimals that thresholds are compared at, as everywhere in the method (B1)."""


def uniforms(rows: int, draws: int) -> Floats:
    """Numbers in [0, 1), shape [rows, draws], the same on every machine and under every version of NumPy.

    The generator is PCG64 with the seed 2030; a number is the upper 53 bits of one raw output, over 2⁵³; rows are
    filled one after the other. Raw outputs are used since only they are promised never to change.
    """
    raw = np.random.PCG64(SEED).random_raw(rows * draws).reshape(rows, draws)
    return (raw >> np.uint64(11)).astype(np.float64) * 2.0**-53


@lru_cache(maxsize=4)
def factors(rows: int, draws: int, deviation: float) -> Floats:
    """What each weight is multiplied by in each draw, shape [rows, draws], evenly spread over 1 ± deviation.

    Rows are the scored questions in walking order, then the themes, then the dimensions, in the file's order.
    Kept, since every assessment on a checklist uses the same; read-only for the same reason.
    """
    drawn = (1 - deviation) + 2 * deviation * uniforms(rows, draws)
    drawn.flags.writeable = False
    return drawn


@lru_cache(maxsize=4)
def simplex(size: int, draws: int = SIMPLEX_DRAWS) -> Floats:
    """Weightings spread evenly over all there are, shape [draws, size], each adding up to 1."""
    waits = -np.log1p(-uniforms(size, draws)).T
    drawn: Floats = waits / waits.sum(axis=1, keepdims=True)
    drawn.flags.writeable = False
    return drawn


def share_above(points: Floats, thresholds: Floats) -> Floats:
    """Share of all weightings under which the weighted mean reaches each threshold, shape [assessments, thresholds].

    `points` has the shape [assessments, dimensions], NaN where a dimension does not take part; a row of nothing but NaN
    gives NaN. Exact, for weights evenly spread over the simplex (Varsi 1973, Ali 1973): the points above and below the
    threshold are met two and two, and no step subtracts near-equal numbers, so ties need no care.
    """
    over = points[:, None, :] - thresholds[None, :, None]
    upper: Bools = np.greater_equal(np.round(over, _CLOSE), 0)
    lower = ~upper & ~np.isnan(over)
    over = np.where(upper, np.maximum(over, 0.0), over)
    missed = [np.where(upper[..., column], 0.0, np.nan) for column in range(points.shape[1])]
    for below in range(points.shape[1]):
        before = np.ones(over.shape[:2])
        for above in range(points.shape[1]):
            applies = upper[..., above] & lower[..., below]
            high, low = over[..., above], over[..., below]
            step = (high * missed[above] - low * before) / np.where(applies, high - low, 1.0)
            missed[above] = np.where(applies, step, missed[above])
            before = np.where(upper[..., above], missed[above], before)
    reached = np.zeros(over.shape[:2])
    for column in range(points.shape[1]):
        reached = np.where(upper[..., column], 1 - missed[column], reached)
    lives: Bools = ~np.isnan(points)
    return np.where(lives.any(axis=1, keepdims=True), reached, np.nan)
