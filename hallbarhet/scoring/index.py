"""One number from the dimensions: it places a level, and is never the headline (B3)."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from hallbarhet.scoring.codes import Bools, Floats
from hallbarhet.scoring.groups import summed

Method = Literal["medel", "potens", "min", "ingen"]


@dataclass(frozen=True)
class IndexRule:
    """How dimensions become an index: weighted mean, power mean with its exponent, the lowest, or no index at all."""

    method: Method
    exponent: float = 1.0


def aggregated(rule: IndexRule, points: Floats, weights: Floats, counts: Bools) -> Floats:
    """The index of some points, shape [..., n]; NaN where no dimension counts, and everywhere if there is no index.

    `points` has the shape [..., D, n] and `counts`, the live dimensions with weight, [..., D, n] or [D, n].
    `weights` is ω: [D], or [D, n] for a weighting of each its own.
    """
    if rule.method == "ingen":
        return np.full(points.shape[:-2] + points.shape[-1:], np.nan)
    if rule.method == "min":
        is_live = counts.any(axis=-2)
        return np.where(is_live, np.where(counts, points, np.inf).min(axis=-2), np.nan)
    worth = counts * (weights if weights.ndim > 1 else weights[:, None])
    if rule.method == "potens":
        is_live = counts.any(axis=-2)
        units = (points + 100) / 200
        return np.where(is_live, 200 * power_mean(units, worth, rule.exponent) - 100, np.nan)
    whole, total = summed(points * worth), summed(worth)
    mean = np.minimum(np.maximum(whole / (total + (total == 0)), -100), 100)
    return np.where(total > 0, mean, np.nan)


def power_mean(values: Floats, weights: Floats, exponent: float) -> Floats:
    """Weighted power mean of numbers ≥ 0 over the second axis from the end, shape [..., n].

    Exponent 1 is the arithmetic, 0 the geometric and −1 the harmonic mean. Where a value with weight is 0 and the
    exponent is 0 or less, the mean is 0. Weights have the shape [..., values, n]; those that are 0 leave their value
    out, and nothing but zeros gives NaN. Powers are taken one by one with the same routine whatever the size of the
    block, so that the last bit does not depend on it, and of values over the largest or smallest of them, so that none
    is too large for a number. Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008).
    """
    has_weight = np.broadcast_to(weights > 0, values.shape)
    is_nothing = has_weight & (values <= 0)
    counts = has_weight & ~is_nothing
    if exponent > 0:
        base = np.where(counts, values, 0.0).max(axis=-2, keepdims=True)
        base = np.where(base > 0, base, 1.0)
    else:
        base = np.where(counts, values, np.inf).min(axis=-2, keepdims=True)
        base = np.where(np.isfinite(base), base, 1.0)
    ratios = np.where(counts, values / base, 1.0)
    terms = _each(math.log, ratios) if exponent == 0 else _each(lambda ratio: ratio**exponent, ratios)
    whole, total = summed(np.where(counts, terms * weights, 0.0)), summed(weights)
    inner = np.where(counts.any(axis=-2), whole / (total + (total == 0)), np.nan)
    mean = _each(math.exp, inner) if exponent == 0 else _each(lambda ratio: ratio ** (1 / exponent), inner)
    is_zero = is_nothing.any(axis=-2) if exponent <= 0 else ~counts.any(axis=-2) & (total > 0)
    return np.where(is_zero, 0.0, mean * base[..., 0, :])


def _each(function: Callable[[float], float], values: Floats) -> Floats:
    return np.array([function(value) for value in values.ravel().tolist()]).reshape(values.shape)
