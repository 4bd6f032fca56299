"""Looking for goal conflicts: one function per kind, each for every detector of the kind and every assessment at once."""

from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.codes import TRUE, UNANSWERED, Bools, Codes, Floats, from_, to
from hallbarhet.scoring.detectors import (
    MATRIX_NET,
    Drags,
    Frees,
    Gaps,
    Limits,
    Masks,
    Pairs,
    Pulls,
    Splits,
    Tensions,
)
from hallbarhet.scoring.questions import Questions
from hallbarhet.scoring.sums import (
    ACTIVE_BEST,
    BOTTOM,
    BOTTOM_WORST,
    KNOWN,
    MINUS,
    NOTHING,
    PLUS,
    PROTECTED,
    TOP,
    TOP_BEST,
)


_BELOW_ZERO, _ABOVE_ZERO, _DRAGGED = from_(0.0), to(0.0), from_(MATRIX_NET)


@dataclass(frozen=True, eq=False)
class Found:
    """What detectors of one kind see, shape [P, n]."""

    triggered: Codes
    strength: Floats
    """Means something only where the detector is triggered."""
    steps: Codes | None = None
    """Steps of severity, for what cannot be undone and what is protected; None where they do not hang on the answers."""


@dataclass(frozen=True, eq=False)
class Groups:
    """Themes, dimensions and tags on one line: means [MEANS, groups, n], loud answers [groups, n], peaks."""

    means: Floats
    loud: Floats
    peaks: Floats
    is_live: Bools


def _truths(sure: Bools, possible: Bools) -> Codes:
    """TRUE where sure, MAYBE where only possible."""
    return sure.astype(np.int8) + (sure | possible).astype(np.int8)


def pairs(kind: Pairs, questions: Questions, codes: Codes) -> Found:
    """One question at least θ up and another at least θ down; strength is the smaller of the two."""
    gains, loses = codes[kind.gains], codes[kind.loses]
    up, down = kind.gains[:, None], kind.loses[:, None]
    counts = questions.applies[up, gains] & questions.applies[down, loses]
    least_gain, least_loss = questions.lowest[up, gains], -questions.highest[down, loses]
    sure = counts & (least_gain >= kind.gain_from) & (least_loss >= kind.loss_from)
    possible = counts & (questions.highest[up, gains] >= kind.gain_from)
    possible &= -questions.lowest[down, loses] >= kind.loss_from
    return Found(_truths(sure, possible), np.minimum(least_gain, least_loss))


def masking(plus: Floats, minus: Floats) -> Floats:
    """m: how much of what happens is cancelled by its opposite, 0 to 1."""
    active = plus + minus
    return np.divide(2 * np.minimum(plus, minus), active, out=np.zeros(active.shape), where=active > 0)


def masks(kind: Masks, groups: Groups, limits: Limits) -> Found:
    """Strong plus and strong minus in the same group, much of both; not certain while a question in it is unknown."""
    means = groups.means[:, kind.group]
    peaks = groups.peaks[:, kind.group]
    plus, minus, best = means[PLUS], means[MINUS], means[ACTIVE_BEST]
    has_unknown = (means[KNOWN] < 1) & (peaks[TOP_BEST] > NOTHING)
    strong, active = limits.strong_from, limits.active_from
    is_masked = masking(plus, minus) >= kind.masking_from
    sure = ~has_unknown & is_masked & (plus + minus >= active)
    sure &= (peaks[TOP] >= strong) & (peaks[BOTTOM] >= strong)
    possible = has_unknown & (best >= active)
    possible &= (peaks[TOP_BEST] >= strong) & (peaks[BOTTOM_WORST] >= strong)
    steps = kind.irreversible[:, None] + np.maximum(kind.protected[:, None], peaks[PROTECTED].astype(np.int8))
    return Found(_truths(sure, possible), np.minimum(peaks[TOP], peaks[BOTTOM]), steps)


@dataclass(frozen=True, eq=False)
class Distances:
    """How far dimensions are apart; nobody comes last, infinitely near and infinitely high, and so does what is not live."""

    pairs: Floats
    """Shortest, central and longest distance of each ordered pair i·D + j, shape [3, D² + 1, n]."""
    points: Floats
    """Highest and lowest points of each dimension, shape [2, D + 1, n]."""


def distances(points: Floats, is_live: Bools) -> Distances:
    """Distances between dimensions, from their lowest, central and highest points, [3, D, n]."""
    _, count, n = points.shape
    both = is_live[:, None] & is_live[None] & ~np.eye(count, dtype=np.bool_)[..., None]
    apart = np.full((3, count * count + 1, n), -np.inf)
    ordered = points[:, :, None] - points[::-1, None]
    apart[:, :-1] = np.where(both, ordered, -np.inf).reshape(3, count * count, n)
    ends = np.full((2, count + 1, n), np.inf)
    np.copyto(ends[:, :-1], points[::-2], where=is_live)
    return Distances(apart, ends)


def gaps(kind: Gaps, apart: Distances) -> tuple[Found, Codes]:
    """Dimensions at least γ points apart with the weakest below zero; and the pair i·D + j that is farthest apart.

    Both bounds of the gap count only distances between two different dimensions.
    """
    pairs = apart.pairs[:, kind.pairs]
    shortest, central, longest = np.maximum.reduce(pairs, axis=1)
    weakest_high, weakest_low = np.minimum.reduce(apart.points[:, kind.members], axis=1)
    sure = (np.maximum(shortest, 0) >= kind.gap_from) & (weakest_high < _BELOW_ZERO) & (longest >= 0)
    possible = (longest >= kind.gap_from) & (weakest_low < _BELOW_ZERO) & (longest >= 0)
    truths = _truths(sure, possible)
    strength = np.minimum(np.maximum(central, 0) / 200, 1)
    farthest = np.where(truths == TRUE, pairs[1].argmax(axis=0), pairs[2].argmax(axis=0))
    pair = kind.pairs[farthest, np.arange(kind.owner.size)[:, None]].astype(np.int8)
    return Found(truths, strength), pair


def splits(kind: Splits, questions: Questions, codes: Codes, facets: Codes) -> Found:
    """An answer that helps some and hurts others, or helps very unevenly (always severity 1).

    Facets are free to fill in: a category without a grade takes no part, and nothing is ever only possible.
    """
    shape = (kind.owner.size, facets.shape[1])
    if not (facets < UNANSWERED).any():
        return Found(np.zeros(shape, np.int8), np.zeros(shape))
    counts = (facets < UNANSWERED) & questions.is_known[kind.items[:, None], codes[kind.items]]
    values = questions.values[kind.items[:, None], np.where(counts, facets, 0)]
    high = np.concatenate([np.where(counts, values, -np.inf), np.full((1, shape[1]), -np.inf)])
    low = np.concatenate([np.where(counts, values, np.inf), np.full((1, shape[1]), np.inf)])
    top, bottom = high[kind.cells].max(axis=0), low[kind.cells].min(axis=0)
    is_opposite = (top > 0) & (bottom < 0)
    is_uneven = np.isfinite(top) & ~is_opposite
    is_uneven &= top - bottom >= kind.uneven_from
    lost_later = np.where(kind.is_long_term[:, None], low, np.inf)[kind.cells].min(axis=0) < 0
    strength = np.where(is_opposite, np.minimum(top, -bottom), 0.0)
    steps = np.maximum(kind.irreversible[:, None], lost_later) + kind.protected[:, None]
    return Found(_truths(is_opposite | is_uneven, is_opposite), strength, np.where(is_opposite, steps, np.int8(0)))


def tensions(kind: Tensions, plus: Floats, minus: Floats) -> Found:
    """One strategy goal gaining and another losing; `plus` and `minus` are lowest and highest points, [2, G, n]."""
    gain, loss = plus[0, kind.gains], minus[0, kind.loses]
    sure = (gain >= kind.points_from) & (loss >= kind.points_from)
    possible = (plus[1, kind.gains] >= kind.points_from) & (minus[1, kind.loses] >= kind.points_from)
    larger = np.maximum(gain, loss)
    strength = np.divide(np.minimum(gain, loss), larger, out=np.zeros(gain.shape), where=larger > 0)
    return Found(_truths(sure, possible), strength)


def pulls(kind: Pulls, effect: Floats) -> Found:
    """Progress on a goal that is known to hurt a sensitive one; `effect` is e, lowest, central and highest, [3, G, n]."""
    sure, possible = effect[0, kind.source] > _ABOVE_ZERO, effect[2, kind.source] > _ABOVE_ZERO
    return Found(_truths(sure, possible), kind.influence[:, None] * effect[1, kind.source])


def drags(kind: Drags, effect: Floats, net: Floats) -> Found:
    """A goal without harm of its own whose net effect, once goals have moved each other, is clearly negative."""
    own, worked_out = effect[:, kind.target], net[:, kind.target]
    sure = (own[0] >= _BELOW_ZERO) & (worked_out[2] < _DRAGGED)
    possible = (own[2] >= _BELOW_ZERO) & (worked_out[0] < _DRAGGED)
    return Found(_truths(sure, possible), np.minimum(np.abs(worked_out[1]), 1))


def frees(kind: Frees, truths: Codes) -> Found:
    """Free conditions; `truths` are the rows of all conditions, [rows, n]."""
    triggered = truths[kind.root]
    return Found(triggered, kind.strength[:, None] * (triggered == TRUE))
