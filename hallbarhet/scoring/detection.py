"""Looking for goal conflicts: one function per kind, each for every detector of the kind and every assessment at once."""

from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.codes import TRUE, UNANSWERED, Bools, Codes, Floats, close
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
from hallbarhet.scoring.severity import graded
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


@dataclass(frozen=True, eq=False)
class Found:
    """What detectors of one kind see, shape [P, n]; strength and severity are 0 where nothing is triggered."""

    triggered: Codes
    strength: Floats
    severity: Codes

    @staticmethod
    def of(triggered: Codes, strength: Floats, steps: Codes) -> "Found":
        """A finding with its severity from strength and steps."""
        is_triggered = triggered == TRUE
        sure = np.where(is_triggered, strength, 0.0)
        return Found(triggered, sure, np.where(is_triggered, graded(sure, steps), np.int8(0)))


@dataclass(frozen=True, eq=False)
class Groups:
    """Themes, dimensions and tags on one line: means [MEANS, groups, n], loud answers [groups, n], peaks."""

    means: Floats
    loud: Floats
    peaks: Floats


def _truths(sure: Bools, possible: Bools) -> Codes:
    """TRUE where sure, MAYBE where only possible."""
    return sure.astype(np.int8) + (sure | possible).astype(np.int8)


def pairs(kind: Pairs, questions: Questions, codes: Codes) -> Found:
    """One question at least θ up and another at least θ down; strength is the smaller of the two."""
    gains, loses = codes[kind.gains], codes[kind.loses]
    up, down = kind.gains[:, None], kind.loses[:, None]
    counts = questions.applies[up, gains] & questions.applies[down, loses]
    gain_from, loss_from = close(kind.gain_from)[:, None], close(kind.loss_from)[:, None]
    least_gain, least_loss = questions.lowest[up, gains], -questions.highest[down, loses]
    sure = counts & (close(least_gain) >= gain_from) & (close(least_loss) >= loss_from)
    possible = counts & (close(questions.highest[up, gains]) >= gain_from)
    possible &= close(-questions.lowest[down, loses]) >= loss_from
    return Found.of(_truths(sure, possible), np.minimum(least_gain, least_loss), kind.steps)


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
    strong, active = close(limits.strong), close(limits.activity_min)
    is_masked = close(masking(plus, minus)) >= close(kind.masking_from)[:, None]
    sure = ~has_unknown & is_masked & (close(plus + minus) >= active)
    sure &= (close(peaks[TOP]) >= strong) & (close(peaks[BOTTOM]) >= strong)
    possible = has_unknown & (close(best) >= active)
    possible &= (close(peaks[TOP_BEST]) >= strong) & (close(peaks[BOTTOM_WORST]) >= strong)
    steps = kind.irreversible[:, None] + np.maximum(kind.protected[:, None], peaks[PROTECTED].astype(np.int8))
    return Found.of(_truths(sure, possible), np.minimum(peaks[TOP], peaks[BOTTOM]), steps)


@dataclass(frozen=True, eq=False)
class Distances:
    """How far each ordered pair of dimensions is apart, shape [D² + 1, n]; −inf for nobody and for what is not live."""

    shortest: Floats
    central: Floats
    longest: Floats


def distances(low: Floats, central: Floats, high: Floats, is_live: Bools) -> Distances:
    """Distances between dimensions, from points of the shape [D, n]."""
    count, n = central.shape
    both = is_live[:, None] & is_live[None] & ~np.eye(count, dtype=np.bool_)[..., None]
    found = []
    for upper, lower in ((low, high), (central, central), (high, low)):
        apart = np.full((count * count + 1, n), -np.inf)
        apart[:-1] = np.where(both, upper[:, None] - lower[None], -np.inf).reshape(count * count, n)
        found.append(apart)
    return Distances(*found)


def gaps(kind: Gaps, apart: Distances, low: Floats, high: Floats, is_live: Bools) -> tuple[Found, Codes]:
    """Dimensions at least γ points apart with the weakest below zero; and the pair i·D + j that is farthest apart.

    Both bounds of the gap count only distances between two different dimensions.
    """
    shortest = apart.shortest[kind.pairs].max(axis=0)
    longest = apart.longest[kind.pairs].max(axis=0)
    wanted = close(kind.gap_from)[:, None]
    dimensions = len(low)
    lower = np.where(kind.pairs < dimensions * dimensions, kind.pairs % dimensions, dimensions)
    weakest_high = _nobody_last(np.where(is_live, high, np.inf))[lower].min(axis=0)
    weakest_low = _nobody_last(np.where(is_live, low, np.inf))[lower].min(axis=0)
    sure = (close(np.maximum(shortest, 0)) >= wanted) & (close(weakest_high) < 0) & np.isfinite(longest)
    possible = np.isfinite(longest) & (close(longest) >= wanted) & (close(weakest_low) < 0)
    central = apart.central[kind.pairs]
    strength = np.minimum(np.maximum(central.max(axis=0), 0) / 200, 1)
    truths = _truths(sure, possible)
    farthest = np.where(truths == TRUE, central.argmax(axis=0), apart.longest[kind.pairs].argmax(axis=0))
    pair = np.take_along_axis(kind.pairs, farthest, axis=0).astype(np.int8)
    return Found.of(truths, strength, kind.steps), pair


def _nobody_last(points: Floats) -> Floats:
    return np.concatenate([points, np.full((1, points.shape[1]), np.inf)])


def splits(kind: Splits, questions: Questions, codes: Codes, facets: Codes) -> Found:
    """An answer that helps some and hurts others, or helps very unevenly (always severity 1).

    Facets are free to fill in: a category without a grade takes no part, and nothing is ever only possible.
    """
    shape = (kind.owner.size, facets.shape[1])
    if not kind.owner.size or not (facets < UNANSWERED).any():
        return Found(np.zeros(shape, np.int8), np.zeros(shape), np.zeros(shape, np.int8))
    counts = (facets < UNANSWERED) & questions.is_known[kind.items[:, None], codes[kind.items]]
    values = questions.values[kind.items[:, None], np.where(counts, facets, 0)]
    high = np.concatenate([np.where(counts, values, -np.inf), np.full((1, shape[1]), -np.inf)])
    low = np.concatenate([np.where(counts, values, np.inf), np.full((1, shape[1]), np.inf)])
    top, bottom = high[kind.cells].max(axis=0), low[kind.cells].min(axis=0)
    is_opposite = (top > 0) & (bottom < 0)
    is_uneven = np.isfinite(top) & ~is_opposite
    is_uneven &= close(np.where(is_uneven, top - bottom, 0.0)) >= close(kind.uneven_from)[:, None]
    lost_later = np.where(kind.is_long_term[:, None], low, np.inf)[kind.cells].min(axis=0) < 0
    strength = np.where(is_opposite, np.minimum(top, -bottom), 0.0)
    found = Found.of(_truths(is_opposite | is_uneven, is_opposite), strength, np.maximum(kind.irreversible[:, None], lost_later) + kind.protected[:, None])
    return Found(found.triggered, found.strength, np.where(is_uneven, np.int8(1), found.severity))


def tensions(kind: Tensions, plus: Floats, minus: Floats) -> Found:
    """One strategy goal gaining and another losing; `plus` and `minus` are lowest and highest points, [2, G, n]."""
    wanted = close(kind.points_from)[:, None]
    gain, loss = plus[0, kind.gains], minus[0, kind.loses]
    sure = (close(gain) >= wanted) & (close(loss) >= wanted)
    possible = (close(plus[1, kind.gains]) >= wanted) & (close(minus[1, kind.loses]) >= wanted)
    larger = np.maximum(gain, loss)
    strength = np.divide(np.minimum(gain, loss), larger, out=np.zeros(gain.shape), where=larger > 0)
    return Found.of(_truths(sure, possible), strength, kind.steps)


def pulls(kind: Pulls, effect: Floats) -> Found:
    """Progress on a goal that is known to hurt a sensitive one; `effect` is e, lowest, central and highest, [3, G, n]."""
    sure, possible = close(effect[0, kind.source]) > 0, close(effect[2, kind.source]) > 0
    return Found.of(_truths(sure, possible), kind.influence[:, None] * effect[1, kind.source], kind.steps)


def drags(kind: Drags, effect: Floats, net: Floats) -> Found:
    """A goal without harm of its own whose net effect, once goals have moved each other, is clearly negative."""
    own, worked_out = effect[:, kind.target], net[:, kind.target]
    limit = close(MATRIX_NET)
    sure = (close(own[0]) >= 0) & (close(worked_out[2]) < limit)
    possible = (close(own[2]) >= 0) & (close(worked_out[0]) < limit)
    return Found.of(_truths(sure, possible), np.minimum(np.abs(worked_out[1]), 1), kind.steps)


def frees(kind: Frees, truths: Codes) -> Found:
    """Free conditions; `truths` are the rows of all conditions, [rows, n]."""
    triggered = truths[kind.root]
    strength = np.broadcast_to(kind.strength[:, None], triggered.shape)
    return Found.of(triggered, strength, kind.steps)
