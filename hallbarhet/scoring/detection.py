"""Looking for goal conflicts: one function per kind, for every detector of the kind and every assessment at once."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

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
    Sums,
    shares,
)

_BELOW_ZERO, _ABOVE_ZERO, _DRAGGED = from_(0.0), to(0.0), from_(MATRIX_NET)


@dataclass(frozen=True, eq=False)
class Found:
    """What detectors of one kind see, shape [P, n]."""

    triggered: Codes
    strength: Floats
    """Means something only where the detector is triggered."""
    steps: Codes | None = None
    """Steps of severity, for what cannot be undone and what is protected; None where the answers do not change them."""


def _truths(sure: Bools, possible: Bools) -> Codes:
    """TRUE where sure, MAYBE where only possible; what is sure must be possible too."""
    return sure.view(np.int8) + possible.view(np.int8)


def pairs(kind: Pairs, questions: Questions, codes: Codes) -> Found:
    """One question at least θ up and another at least θ down; strength is the smaller of the two."""
    truths, least = _pair_tables(kind, questions)
    starts = np.arange(kind.owner.size, dtype=np.intp)[:, None] * questions.width
    gains, loses = starts + codes[kind.gains], starts + codes[kind.loses]
    found = np.minimum(truths[0][gains], truths[1][loses])
    return Found(found, np.minimum(least[0][gains], least[1][loses]))


@lru_cache(maxsize=16)
def _pair_tables(kind: Pairs, questions: Questions) -> tuple[tuple[Codes, Codes], tuple[Floats, Floats]]:
    """For each pair and answer code: whether it gains or loses enough, and by how much at least; one long row each."""
    truths, least = [], []
    for items, wanted, worst, best in (
        (kind.gains, kind.gain_from, questions.lowest, questions.highest),
        (kind.loses, kind.loss_from, -questions.highest, -questions.lowest),
    ):
        sure = questions.applies[items] & (worst[items] >= wanted)
        truths.append(_truths(sure, sure | (questions.applies[items] & (best[items] >= wanted))).ravel())
        least.append(worst[items].ravel())
    return (truths[0], truths[1]), (least[0], least[1])


def masking(plus: Floats, minus: Floats) -> Floats:
    """m: how much of what happens is cancelled by its opposite, 0 to 1."""
    return shares(2 * np.minimum(plus, minus), plus + minus)


def masks(kind: Masks, groups: Sums, limits: Limits) -> Found:
    """Strong plus and strong minus in the same group, much of both; not certain while a question in it is unknown."""
    means = groups.means.take(kind.group, axis=1)
    peaks = groups.peaks.take(kind.group, axis=1)
    plus, minus, best = means[PLUS], means[MINUS], means[ACTIVE_BEST]
    has_unknown = (means[KNOWN] < 1) & (peaks[TOP_BEST] > NOTHING)
    strong, active = limits.strong_from, limits.active_from
    is_masked = masking(plus, minus) >= kind.masking_from
    is_strong = peaks[: BOTTOM_WORST + 1] >= strong
    sure = ~has_unknown & is_masked & (plus + minus >= active) & is_strong[TOP] & is_strong[BOTTOM]
    possible = sure | (has_unknown & (best >= active) & is_strong[TOP_BEST] & is_strong[BOTTOM_WORST])
    steps = kind.irreversible[:, None] + np.maximum(kind.protected[:, None], peaks[PROTECTED].astype(np.int8))
    return Found(_truths(sure, possible), np.minimum(peaks[TOP], peaks[BOTTOM]), steps)


@dataclass(frozen=True, eq=False)
class Distances:
    """How far dimensions are apart; nobody and what is not live are infinitely near and infinitely high."""

    pairs: Floats
    """Shortest, central and longest distance of each ordered pair i·D + j, shape [3, D² + 1, n]."""
    points: Floats
    """Highest and lowest points of each dimension, shape [2, D + 1, n]."""


def distances(points: Floats, is_live: Bools) -> Distances:
    """Distances between dimensions, from their lowest, central and highest points, [3, D, n]."""
    _, count, n = points.shape
    both = is_live[:, None] & is_live & _two_different(count)
    apart = np.empty((3, count * count + 1, n))
    apart[:, -1] = -np.inf
    ordered = points[:, :, None] - points[::-1, None]
    apart[:, :-1] = np.where(both, ordered, -np.inf).reshape(3, count * count, n)
    ends = np.empty((2, count + 1, n))
    ends[:, -1] = np.inf
    ends[:, :-1] = np.where(is_live, points[::-2], np.inf)
    return Distances(apart, ends)


@lru_cache(maxsize=16)
def _two_different(count: int) -> Bools:
    """Whether an ordered pair is of two different things, shape [count, count, 1]."""
    return ~np.eye(count, dtype=np.bool_)[..., None]


@dataclass(frozen=True, eq=False)
class Farthest:
    """Which dimensions are farthest apart for each gap detector, worked out when first asked for."""

    kind: Gaps
    apart: Distances
    triggered: Codes

    @cached_property
    def pairs(self) -> Codes:
        """The pair i·D + j: as the answers stand where the gap is certain, otherwise as far as it may come to be."""
        pairs = self.apart.pairs.take(self.kind.pairs, axis=1)
        farthest = np.where(self.triggered == TRUE, pairs[1].argmax(axis=0), pairs[2].argmax(axis=0))
        found: Codes = self.kind.pairs[farthest, np.arange(self.kind.owner.size)[:, None]].astype(np.int8)
        return found


def gaps(kind: Gaps, apart: Distances) -> tuple[Found, Farthest]:
    """Dimensions at least γ points apart with the weakest below zero, and which those are.

    Both bounds of the gap count only distances between two different dimensions.
    """
    pairs = apart.pairs.take(kind.pairs, axis=1)
    shortest, central, longest = np.maximum.reduce(pairs, axis=1)
    weakest_high, weakest_low = np.minimum.reduce(apart.points.take(kind.members, axis=1), axis=1)
    possible = (longest >= kind.gap_from) & (weakest_low < _BELOW_ZERO) & (longest >= 0)
    sure = possible & (np.maximum(shortest, 0) >= kind.gap_from) & (weakest_high < _BELOW_ZERO)
    truths = _truths(sure, possible)
    return Found(truths, np.minimum(np.maximum(central, 0) / 200, 1)), Farthest(kind, apart, truths)


def splits(kind: Splits, questions: Questions, codes: Codes, facets: Codes) -> Found:
    """An answer that helps some and hurts others, or helps very unevenly (always severity 1).

    Facets are free to fill in: a category without a grade takes no part, and nothing is ever only possible.
    """
    n = facets.shape[1]
    if not (facets < UNANSWERED).any():
        return Found(np.zeros((kind.owner.size, n), np.int8), np.zeros((kind.owner.size, n)))
    best, worst = _cell_tables(kind, questions)
    given = np.full((kind.items.size + 1, n), UNANSWERED, dtype=np.intp)
    np.copyto(given[:-1], facets, where=questions.is_known[kind.items[:, None], codes[kind.items]])
    given += np.arange(kind.items.size + 1, dtype=np.intp)[:, None] * questions.width
    high, low = best[given], worst[given]
    top = np.maximum.reduce(high[kind.cells], axis=0)
    lowest = low[kind.cells]
    bottom = np.minimum.reduce(lowest, axis=0)
    is_opposite = (top > 0) & (bottom < 0)
    is_split = is_opposite | (top - bottom >= kind.uneven_from)
    lost_later = (kind.is_long_term[kind.cells][:, :, None] & (lowest < 0)).any(axis=0)
    strength = np.where(is_opposite, np.minimum(top, -bottom), 0.0)
    steps = np.maximum(kind.irreversible[:, None], lost_later) + kind.protected[:, None]
    return Found(_truths(is_split, is_split), strength, steps * is_opposite)


@lru_cache(maxsize=16)
def _cell_tables(kind: Splits, questions: Questions) -> tuple[Floats, Floats]:
    """Value of each facet cell by code, −∞ and +∞ where there is none, one long row each; nobody stands last."""
    is_known, values = questions.is_known[kind.items], questions.values[kind.items]
    nobody = np.zeros((1, questions.width))
    is_known, values = np.concatenate([is_known, nobody > 0]), np.concatenate([values, nobody])
    return np.where(is_known, values, -np.inf).ravel(), np.where(is_known, values, np.inf).ravel()


def tensions(kind: Tensions, plus: Floats, minus: Floats) -> Found:
    """One strategy goal gaining and another losing; `plus` and `minus` are lowest and highest points, [2, G, n]."""
    gain, loss = plus[0, kind.gains], minus[0, kind.loses]
    sure = (gain >= kind.points_from) & (loss >= kind.points_from)
    possible = sure | ((plus[1, kind.gains] >= kind.points_from) & (minus[1, kind.loses] >= kind.points_from))
    strength = shares(np.minimum(gain, loss), np.maximum(gain, loss))
    return Found(_truths(sure, possible), strength)


def pulls(kind: Pulls, effect: Floats) -> Found:
    """Progress on a goal that is known to hurt a sensitive one; `effect` is e, lowest to highest, [3, G, n]."""
    sure, possible = effect[0, kind.source] > _ABOVE_ZERO, effect[2, kind.source] > _ABOVE_ZERO
    return Found(_truths(sure, sure | possible), kind.influence[:, None] * effect[1, kind.source])


def drags(kind: Drags, effect: Floats, net: Floats) -> Found:
    """A goal without harm of its own whose net effect, once goals have moved each other, is clearly negative."""
    own, worked_out = effect[:, kind.target], net[:, kind.target]
    sure = (own[0] >= _BELOW_ZERO) & (worked_out[2] < _DRAGGED)
    possible = sure | ((own[2] >= _BELOW_ZERO) & (worked_out[0] < _DRAGGED))
    return Found(_truths(sure, possible), np.minimum(np.abs(worked_out[1]), 1))


def frees(kind: Frees, truths: Codes) -> Found:
    """Free conditions; `truths` are the rows of all conditions, [rows, n]."""
    triggered = truths[kind.root]
    return Found(triggered, kind.strength[:, None] * (triggered == TRUE))
