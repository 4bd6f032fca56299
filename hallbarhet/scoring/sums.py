"""Weighted sums over themes and dimensions, the one place where answers meet weights.

Inside scoring the assessments stand last ([rows, groups, n]): sums run over whole rows, one question at a time in a fixed
order, so that a number has the same last bit whether it is computed alone or among thousands.
"""

from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.codes import NOT_RELEVANT, Bools, Codes, Floats, Places, from_, slots, summed
from hallbarhet.scoring.questions import Questions, Weights

# Rows of a sum. The first nine become weighted means; points are means times 100.
LOW, CENTRAL, HIGH = 0, 1, 2
"""w·v with unknown answers at worst, at neutral and at best."""
PLUS, MINUS = 3, 4
"""w·max(v, 0) and w·max(−v, 0) of the known answers."""
PLUS_BEST, MINUS_WORST, ACTIVE_BEST = 5, 6, 7
"""The same, and their sum, as high as unknown answers can make them."""
KNOWN = 8
"""w of the known answers."""
MEANS = 9
WEIGHT, WAIVED, LOUD = 9, 10, 11
"""w of what applies, w of what is not relevant, and how many answers are or may be strong."""
ROWS = 12

# Rows of a peak: the largest value among the scored questions of a group.
TOP, BOTTOM = 0, 1
"""Highest v and highest −v of the known answers."""
TOP_BEST, BOTTOM_WORST = 2, 3
"""The same, as high as unknown answers can make them."""
PROTECTED = 4
"""1 where a strong answer stands on a question with a protected tag."""
PEAKS = 5
NOTHING = -2.0
"""The peak of a group without answers: below every value, and finite."""

_CHUNK = 256
"""Assessments gathered at a time: few enough to stay in the processor's cache."""


@dataclass(frozen=True, eq=False)
class Layout:
    """Which question counts in which theme and dimension, and in which tag that somebody asks for."""

    theme_of: Places
    """Theme of each question; the number of themes where it is not scored, shape [Q]."""
    dimension_of: Places
    """Dimension of each theme, shape [T]."""
    questions_by_theme: Places
    """Slots, shape [places, T + 1]; the last theme is empty and fills up short dimensions."""
    themes_by_dimension: Places
    """Slots of the themes with weight, shape [places, D]."""
    questions_by_tag: Places
    """Slots, shape [places, tags]."""
    theme_worth: Floats
    """W with the empty theme last, a column, shape [T + 1, 1]."""
    dimension_or_first: Places
    """Dimension of each theme, any for the empty one, shape [T + 1]."""

    @staticmethod
    def of(theme_of: Places, dimension_of: Places, weights: Weights, tagged: list[list[int]]) -> "Layout":
        """The layout of some questions, given the theme of each and the dimension of each theme."""
        themes, dimensions = len(dimension_of), len(weights.dimension)
        by_theme = [[int(item) for item in np.flatnonzero(theme_of == theme)] for theme in range(themes)]
        counts = weights.theme > 0
        by_dimension = [[int(t) for t in np.flatnonzero((dimension_of == d) & counts)] for d in range(dimensions)]
        return Layout(
            theme_of=theme_of,
            dimension_of=dimension_of,
            questions_by_theme=slots([*by_theme, []], len(theme_of)),
            themes_by_dimension=slots(by_dimension, themes),
            questions_by_tag=slots(tagged, len(theme_of)),
            theme_worth=np.append(weights.theme, 0.0)[:, None],
            dimension_or_first=np.append(dimension_of, 0),
        )


@dataclass(frozen=True, eq=False)
class Tables:
    """What each answer code adds to each row, in one long line per row: question after question, code after code.

    The last question is nobody: it fills up short groups and adds nothing.
    """

    sums: Floats
    """Shape [ROWS, (Q + 1)·W]."""
    peaks: Floats
    """Shape [PEAKS, (Q + 1)·W]."""
    counts: Floats
    """1 where an effect is judged or unknown, and 1 where it is unknown, shape [2, (Q + 1)·W]."""


def tables(questions: Questions, weights: Weights, strong: float, protected: Bools) -> Tables:
    """The tables of a plan. `strong` is θ, `protected` marks questions with a protected tag, shape [Q]."""
    known, unknown = questions.is_known, questions.is_unknown
    low, high = questions.lowest, questions.highest
    weight = weights.item[:, None] * (known | unknown)
    sums = np.zeros((ROWS, questions.count + 1, questions.width))
    peaks = np.zeros((PEAKS, questions.count + 1, questions.width))
    peaks[: PROTECTED] = NOTHING
    values = questions.values
    is_loud = (high >= from_(strong)) | (-low >= from_(strong))
    is_loud &= weight > 0
    for row, worth in (
        (LOW, low),
        (CENTRAL, values),
        (HIGH, high),
        (PLUS, np.maximum(values, 0)),
        (MINUS, np.maximum(-values, 0)),
        (PLUS_BEST, np.maximum(high, 0)),
        (MINUS_WORST, np.maximum(-low, 0)),
        (ACTIVE_BEST, np.maximum(high, -low)),
        (KNOWN, known.astype(np.float64)),
        (WEIGHT, np.ones(values.shape)),
    ):
        sums[row, :-1] = weight * worth
    sums[WAIVED, :-1] = weights.item[:, None] * _waived(questions)
    sums[LOUD, :-1] = is_loud
    for row, worth, counts in (
        (TOP, values, known),
        (BOTTOM, -values, known),
        (TOP_BEST, high, known | unknown),
        (BOTTOM_WORST, -low, known | unknown),
    ):
        peaks[row, :-1] = np.where(counts & (weight > 0), worth, NOTHING)
    peaks[PROTECTED, :-1] = is_loud & known & protected[:, None]
    judged = questions.is_contribution[:, None]
    counts = np.zeros((2, questions.count + 1, questions.width))
    counts[0, :-1] = (known | unknown) & judged
    counts[1, :-1] = unknown & judged
    return Tables(sums.reshape(ROWS, -1), peaks.reshape(PEAKS, -1), counts.reshape(2, -1))


def _waived(questions: Questions) -> Bools:
    waived = np.zeros(questions.values.shape, dtype=np.bool_)
    waived[:, NOT_RELEVANT] = True
    return waived


@dataclass(frozen=True, eq=False)
class Sums:
    """Means, weights and peaks of every theme, dimension and tag; the assessments stand last.

    Means are points (times 100) except `KNOWN`, which is a share; 0 where a group is not live.
    """

    flat: Places
    """Where in the tables each answer stands, shape [Q + 1, n]."""
    themes: Floats
    """Shape [MEANS, T, n]."""
    theme_is_live: Bools
    """Shape [T, n]."""
    theme_loud: Floats
    """Answers that are or may be strong, shape [T, n]."""
    theme_peaks: Floats
    """Shape [PEAKS, T, n]."""
    dimensions: Floats
    """Shape [MEANS, D, n]."""
    dimension_is_live: Bools
    dimension_loud: Floats
    dimension_peaks: Floats
    if_neutral: Floats
    """Points of each dimension with what is not relevant counted as neutral, shape [D, n]."""
    if_neutral_is_live: Bools
    waived_share: Floats
    """Share of each dimension's weight that is not relevant, shape [D, n]."""
    unit: Floats
    """What one unit of a question's own weight is worth in its dimension, a share, by theme, shape [T + 1, n]."""


def flat_places(codes: Codes, width: int) -> Places:
    """Where in a table's long line each answer stands, with nobody last; `codes` has the shape [Q, n]."""
    flat = np.empty((codes.shape[0] + 1, codes.shape[1]), dtype=np.intp)
    flat[:-1] = codes
    flat[-1] = 0
    flat += np.arange(codes.shape[0] + 1, dtype=np.intp)[:, None] * width
    return flat


def gathered(table: Floats, flat: Places, members: Places) -> Floats:
    """Sum of each row of a table over the members of each group, shape [rows, groups, n]."""
    total = np.empty((table.shape[0], members.shape[1], flat.shape[1]))
    for start in range(0, flat.shape[1], _CHUNK):
        chunk = slice(start, start + _CHUNK)
        total[:, :, chunk] = summed(table[:, flat[:, chunk][members]])
    return total


def peaked(table: Floats, flat: Places, members: Places) -> Floats:
    """Largest value of each row of a table among the members of each group, shape [rows, groups, n]."""
    largest = np.empty((table.shape[0], members.shape[1], flat.shape[1]))
    for start in range(0, flat.shape[1], _CHUNK):
        chunk = slice(start, start + _CHUNK)
        np.maximum.reduce(table[:, flat[:, chunk][members]], axis=1, out=largest[:, :, chunk])
    return largest


def measure(layout: Layout, weights: Weights, tables: Tables, codes: Codes, width: int) -> Sums:
    """Everything that themes and dimensions add up to; `codes` has the shape [Q, n]."""
    flat = flat_places(codes, width)
    sums = gathered(tables.sums, flat, layout.questions_by_theme)
    peaks = peaked(tables.peaks, flat, layout.questions_by_theme)
    weight, waived = sums[WEIGHT], sums[WAIVED]
    theme_is_live = weight > 0
    themes = shares(sums[:MEANS], weight)
    themes[:KNOWN] *= 100
    worth = layout.theme_worth * theme_is_live
    nominal = layout.theme_worth * (weight + waived > 0)
    # The weighted means, then the two that count what was waived, then the weights themselves and a count.
    rows = np.empty((MEANS + 5, *weight.shape))
    np.multiply(themes, worth, out=rows[:MEANS])
    rows[MEANS] = sums[CENTRAL] * 100
    rows[MEANS + 1] = waived
    rows[MEANS : MEANS + 2] *= shares(nominal, weight + waived)
    rows[MEANS + 2], rows[MEANS + 3], rows[MEANS + 4] = worth, nominal, sums[LOUD]
    added = summed(rows[:, layout.themes_by_dimension])
    total, nominal_total = added[MEANS + 2], added[MEANS + 3]
    with_neutral = shares(added[MEANS : MEANS + 2], nominal_total)
    return Sums(
        flat=flat,
        themes=themes[:, :-1],
        theme_is_live=theme_is_live[:-1],
        theme_loud=sums[LOUD, :-1],
        theme_peaks=peaks[:, :-1],
        dimensions=np.minimum(np.maximum(shares(added[:MEANS], total), -100), 100),
        dimension_is_live=total > 0,
        dimension_loud=added[MEANS + 4],
        dimension_peaks=np.maximum.reduce(peaks[:, layout.themes_by_dimension], axis=1),
        if_neutral=with_neutral[0],
        if_neutral_is_live=nominal_total > 0,
        waived_share=with_neutral[1],
        unit=shares(shares(worth, total[layout.dimension_or_first]), weight),
    )


def shares(part: Floats, whole: Floats) -> Floats:
    """Part over whole; 0 where the whole is nothing, since then so is the part."""
    return part / (whole + (whole == 0))
