"""How alike readers judge: pure functions on grades, for two readers or several.

Meant for learning to judge evenly together; the numbers are never used to rank named officers.
A grade that is missing (unknown, not relevant, not asked) is NaN and leaves its question out.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Weighting = Literal["identity", "linear", "quadratic"]
Metric = Literal["nominal", "ordinal", "interval"]
Floats = NDArray[np.float64]

_UNDEFINED = 1e-12
"""A share of possible disagreement below this is none at all: the coefficient has nothing to divide by."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """Agreement beyond chance: how often they agree, how often chance would, and the coefficient of the two."""

    observed: float
    expected: float
    value: float | None
    """None where chance alone gives full agreement, so that nothing is left to measure."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two readers of the same questions, all judged on one scale."""

    questions: int
    """How many questions both have graded."""
    raw: float | None
    """Share with the same grade."""
    kappa: float | None
    """Cohen's κ, quadratic weights."""
    ac: float | None
    """Gwet's AC2, quadratic weights."""
    alpha: float | None
    """Krippendorff's α, ordinal."""
    mean_difference: float | None
    """How many steps of the scale the second reader lies above the first, on average."""


def positions(grades: Floats, categories: Floats) -> NDArray[np.int64]:
    """The place of every grade on the declared scale, −1 where the grade is missing; same shape as `grades`.

    Raises ValueError for a grade that is not one of the categories.
    """
    given, scale = np.asarray(grades, float), np.asarray(categories, float)
    hits = given[..., None] == scale
    if np.any(~hits.any(axis=-1) & ~np.isnan(given)):
        raise ValueError("a grade is not on the scale")
    places: NDArray[np.int64] = np.where(np.isnan(given), -1, hits.argmax(axis=-1))
    return places


def agreement_table(first: Floats, second: Floats, categories: Floats) -> NDArray[np.int64]:
    """Counts of grade pairs, shape [categories, categories]: rows are the first reader, columns the second.

    `first` and `second` have the shape [questions]; a question that either has left out is not counted.
    """
    size = len(categories)
    rows, columns = positions(first, categories), positions(second, categories)
    both = (rows >= 0) & (columns >= 0)
    table = np.zeros((size, size), np.int64)
    np.add.at(table, (rows[both], columns[both]), 1)
    return table


def agreement_weights(size: int, weighting: Weighting) -> Floats:
    """How much each pair of places counts as agreement, 0 to 1, shape [size, size].

    Places are those of the declared scale, not only those that occur: a grade nobody used still lies in between (B9).
    Raises ValueError for fewer than two categories.
    """
    if size < 2:  # noqa: PLR2004  (one category leaves nothing to agree on)
        raise ValueError("a scale has at least two categories")
    place = np.arange(size)
    distance = np.abs(place[:, None] - place[None, :]) / (size - 1)
    if weighting == "identity":
        return np.eye(size)
    weights: Floats = 1.0 - (distance if weighting == "linear" else distance**2)
    return weights


def kappa(table: NDArray[np.int64], weights: Floats) -> Coefficient | None:
    """Cohen's weighted κ of a table of counts: chance is the product of the two readers' own habits (Cohen 1968).

    None for an empty table.
    """
    if not table.sum():
        return None
    shares = table / table.sum()
    expected = float(np.sum(weights * np.outer(shares.sum(axis=1), shares.sum(axis=0))))
    return _coefficient(float(np.sum(weights * shares)), expected)


def gwet_ac(table: NDArray[np.int64], weights: Floats) -> Coefficient | None:
    """Gwet's AC1 (identity weights) or AC2: stays steady where nearly all grades are the same (Gwet 2008, 2014).

    None for an empty table.
    """
    if not table.sum():
        return None
    size = len(table)
    shares = table / table.sum()
    mean = (shares.sum(axis=1) + shares.sum(axis=0)) / 2
    expected = float(weights.sum() / (size * (size - 1)) * np.sum(mean * (1 - mean)))
    return _coefficient(float(np.sum(weights * shares)), expected)


def _coefficient(observed: float, expected: float) -> Coefficient:
    room = 1 - expected
    return Coefficient(observed, expected, (observed - expected) / room if room > _UNDEFINED else None)


def alpha(ratings: Floats, categories: Floats, metric: Metric) -> float | None:
    """Krippendorff's α for any number of readers with gaps; `ratings` has the shape [readers, questions].

    Only questions that at least two have graded count. None where there are none, or where all grades are the same.
    `categories` is the declared scale, lowest first; the interval metric measures by its values (Krippendorff 2011).
    """
    scale = np.asarray(categories, float)
    given = positions(ratings, scale)
    counts = np.stack([(given == place).sum(axis=0) for place in range(len(scale))], axis=1).astype(float)
    readers = counts.sum(axis=1)
    counts, readers = counts[readers > 1], readers[readers > 1]
    share = (counts / (readers - 1)[:, None]).T
    # A reader is not compared with himself, hence the diagonal.
    pairs = np.sum(share[:, None, :] * counts.T[None, :, :], axis=2) - np.diag(share.sum(axis=1))
    totals = pairs.sum(axis=1)
    distance = _squared_distance(totals, scale, metric)
    expected = float(np.sum(np.outer(totals, totals) * distance))
    if expected <= _UNDEFINED:
        return None
    return 1 - float(totals.sum() - 1) * float(np.sum(pairs * distance)) / expected


def _squared_distance(totals: Floats, scale: Floats, metric: Metric) -> Floats:
    """How far apart two grades are, squared, shape [categories, categories]."""
    if metric == "nominal":
        return 1 - np.eye(len(scale))
    if metric == "interval":
        return (scale[:, None] - scale[None, :]) ** 2
    # Half of each end and all in between: the same sum whichever grade is the lower.
    middle = np.cumsum(totals) - totals / 2
    return (middle[:, None] - middle[None, :]) ** 2


def opposite_share(first: Floats, second: Floats) -> float | None:
    """Share of questions where one reader sees help and the other harm; None where no question has both.

    Takes values with neutral at 0 (v, not grades), shape [questions].
    """
    product = np.asarray(first, float) * np.asarray(second, float)
    both = ~np.isnan(product)
    return float(np.mean(product[both] < 0)) if both.any() else None


def severity_bias(ratings: Floats) -> Floats:
    """How far each reader lies above the mean of the others on the questions they share, shape [readers].

    `ratings` has the shape [readers, questions], in any unit; the bias is in the same. NaN for a reader who shares no
    question. Positive is kinder, negative stricter.
    """
    given = np.asarray(ratings, float)
    known = ~np.isnan(given)
    others = known.sum(axis=0) - known
    shared = known & (others > 0)
    values = np.where(known, given, 0.0)
    mean_of_others = (values.sum(axis=0) - values) / np.where(others > 0, others, 1)
    count = shared.sum(axis=1)
    total = np.where(shared, values - mean_of_others, 0.0).sum(axis=1)
    return np.where(count > 0, total / np.where(count > 0, count, 1), np.nan)


def agreement(first: Floats, second: Floats, categories: Floats) -> Agreement:
    """Everything that is told about two readers on one scale; `first` and `second` are grades, shape [questions].

    Quadratic weights and the ordinal metric, since grades are ordered and a step is a small thing.
    """
    table = agreement_table(first, second, categories)
    weights = agreement_weights(len(categories), "quadratic")
    questions = int(table.sum())
    kappa_of, ac_of = kappa(table, weights), gwet_ac(table, weights)
    rows, columns = np.indices(table.shape)
    return Agreement(
        questions=questions,
        raw=float(np.trace(table) / questions) if questions else None,
        kappa=kappa_of.value if kappa_of else None,
        ac=ac_of.value if ac_of else None,
        alpha=alpha(np.stack([first, second]), categories, "ordinal"),
        mean_difference=float(np.sum(table * (columns - rows)) / questions) if questions else None,
    )
