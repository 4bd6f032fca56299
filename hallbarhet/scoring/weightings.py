"""Other weightings than the checklist's own: all there are, exactly, and the reasonable ones, by documented draws."""

from functools import lru_cache

import numpy as np

from hallbarhet.scoring.codes import Bools, Floats, from_

SEED = 2030
"""The year of Agenda 2030: a seed that can be told, so that anybody can draw the same weightings again."""

LOWEST = -100.0
"""The lowest points there are."""

_FARTHEST = 1e150
"""Stands for an infinite distance: far beyond any other, and small enough to be multiplied."""

_LEAST = 1e-300
"""The least distance below a threshold, so that nothing is divided by zero."""


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

    Rows are the questions in walking order, then the themes, then the dimensions, in the file's order. Kept, since
    every assessment on a checklist uses the same; read-only for the same reason.
    """
    drawn = (1 - deviation) + 2 * deviation * uniforms(rows, draws)
    drawn.flags.writeable = False
    return drawn


def share_above(points: Floats, thresholds: Floats, exponent: float = 1.0) -> Floats:
    """Share of all weightings under which the mean reaches each threshold, shape [assessments, thresholds].

    `points` has the shape [assessments, dimensions], −100 to 100, NaN where a dimension does not take part; a row of
    nothing but NaN gives NaN. `exponent` is that of the power mean, 1 for the plain one. Exact, for weights evenly
    spread over the simplex (Varsi 1973, Ali 1973): a power mean reaches a threshold where a plain mean of powers
    reaches its power. Points below and above the threshold are met two and two, and no step subtracts numbers that are
    nearly equal, so ties need no care.
    """
    upper: Bools = points[:, None, :] >= from_(thresholds)[None, :, None]
    takes_part: Bools = ~np.isnan(points)
    lower = ~upper & takes_part[:, None, :]
    far = _beyond(points[:, None, :], thresholds[None, :, None], exponent)
    over = np.where(upper, np.maximum(far, 0.0), np.minimum(far, -_LEAST))
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
    return np.where(takes_part.any(axis=1, keepdims=True), reached, np.nan)


def _beyond(points: Floats, thresholds: Floats, exponent: float) -> Floats:
    """How far beyond the thresholds the points lie, where weights act linearly; the unit does not matter."""
    if exponent == 1:
        return points - thresholds
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        steps = np.log((points + 100) / 200) - np.log((thresholds + 100) / 200)
        far = steps if exponent == 0 else np.expm1(exponent * steps) / exponent
    # A threshold at the very bottom is reached by every point, and 0 over 0 is no number.
    return np.where(thresholds > LOWEST, np.clip(far, -_FARTHEST, _FARTHEST), np.where(np.isnan(points), np.nan, 1.0))
