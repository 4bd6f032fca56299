"""Weighted sums over themes and dimensions, the one place where answers meet weights.

Inside scoring the assessments stand last ([rows, groups, n]): sums run over whole rows, one question at a time in a
fixed order, so that a number has the same last bit whether it is computed alone or among thousands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hallbarhet.scoring.codes import NOT_RELEVANT, Bools, Codes, Floats, Places, from_
from hallbarhet.scoring.groups import Groups, chunks, slots
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

# Rows of what questions say of goals.
APPLIES, OPEN = 0, 1
"""1 where an effect is judged or unknown, and 1 where it is unknown."""
GOAL_PLUS, GOAL_MINUS, GOAL_PLUS_BEST, GOAL_MINUS_WORST = 2, 3, 4, 5
"""w·max(v, 0) and w·max(−v, 0), and both as high as unknown answers can make them."""
GOAL_ROWS = 6


@dataclass(frozen=True, eq=False)
class Layout:
    """Which question counts in which theme and dimension, and in which tag that somebody asks for.

    Groups stand on one line: themes, then dimensions, then tags.
    """

    theme_of: Places
    """Theme of each question; the number of themes where it is not scored, shape [Q]."""
    dimension_of: Places
    """Dimension of each theme, shape [T]."""
    tagged: tuple[tuple[int, ...], ...]
    """Scored questions of each tag."""
    by_group: Groups
    """Questions of every group on the line; a dimension is made of themes and has none of its own."""
    by_dimension: Groups
    """Themes of each dimension, those with weight; the number of themes is nobody."""
    dimension_slots: Places
    """The same as slots; the length of the line is nobody, shape [places, D]."""
    theme_worth: Floats
    """W, a column, shape [T, 1]."""
    dimensions: int

    @staticmethod
    def of(theme_of: Places, dimension_of: Places, weights: Weights, tagged: Iterable[Iterable[int]]) -> "Layout":
        """The layout of some questions, given the theme of each and the dimension of each theme."""
        themes, dimensions = len(dimension_of), len(weights.dimension)
        tags = tuple(tuple(items) for items in tagged)
        by_theme = [np.flatnonzero(theme_of == theme).tolist() for theme in range(themes)]
        has_weight = weights.theme > 0
        by_dimension = [np.flatnonzero((dimension_of == d) & has_weight).tolist() for d in range(dimensions)]
        return Layout(
            theme_of=theme_of,
            dimension_of=dimension_of,
            tagged=tags,
            by_group=Groups.of([*by_theme, *([] for _ in range(dimensions)), *tags], len(theme_of)),
            by_dimension=Groups.of(by_dimension, themes),
            dimension_slots=slots(by_dimension, themes + dimensions + len(tags)),
            theme_worth=weights.theme[:, None],
            dimensions=dimensions,
        )

    @property
    def themes(self) -> int:
        """How many themes there are."""
        return len(self.dimension_of)

    @cached_property
    def theme_or_none(self) -> Places:
        """Theme of each question and of nobody, who has none, shape [Q + 1]."""
        return np.append(self.theme_of, self.themes)


@dataclass(frozen=True, eq=False)
class Tables:
    """What each answer code adds to each row: a short line for every code, question after question.

    A line lies together in memory, so that an answer is looked up once and not once for every row. The last question is
    nobody: it fills up short groups and adds nothing.
    """

    sums: Floats
    """What goes into sums, shape [(Q + 1)·W, ROWS]."""
    peaks: Floats
    """What goes into peaks, shape [(Q + 1)·W, PEAKS]."""
    goals: Floats
    """What questions say of their goals, shape [(Q + 1)·W, GOAL_ROWS]."""
    starts: Places
    """Where the codes of each question begin, a column, shape [Q + 1, 1]."""


def tables(questions: Questions, weights: Weights, strong: float, protected: Bools) -> Tables:
    """The tables of a plan. `strong` is θ, `protected` marks questions with a protected tag, shape [Q]."""
    known, applies = questions.is_known, questions.applies
    low, high, values = questions.lowest, questions.highest, questions.values
    weight = weights.item[:, None] * applies
    is_scored = weight > 0
    is_loud = is_scored & ((high >= from_(strong)) | (-low >= from_(strong)))
    sums = np.zeros((ROWS, questions.count + 1, questions.width))
    for row, worth in (
        (LOW, low),
        (CENTRAL, values),
        (HIGH, high),
        (PLUS, np.maximum(values, 0)),
        (MINUS, np.maximum(-values, 0)),
        (PLUS_BEST, np.maximum(high, 0)),
        (MINUS_WORST, np.maximum(-low, 0)),
        (ACTIVE_BEST, np.maximum(high, -low)),
        (KNOWN, known),
        (WEIGHT, applies),
    ):
        sums[row, :-1] = weight * worth
    sums[WAIVED, :-1, NOT_RELEVANT] = weights.item
    sums[LOUD, :-1] = is_loud
    peaks = np.zeros((PEAKS, questions.count + 1, questions.width))
    peaks[:PROTECTED] = NOTHING
    for row, worth, counts in (
        (TOP, values, known),
        (BOTTOM, -values, known),
        (TOP_BEST, high, applies),
        (BOTTOM_WORST, -low, applies),
    ):
        peaks[row, :-1] = np.where(counts & is_scored, worth, NOTHING)
    peaks[PROTECTED, :-1] = is_loud & known & protected[:, None]
    judged = questions.is_contribution[:, None]
    goals = np.empty((GOAL_ROWS, questions.count + 1, questions.width))
    goals[APPLIES], goals[OPEN] = 0, 0
    goals[APPLIES, :-1], goals[OPEN, :-1] = applies & judged, questions.is_unknown & judged
    goals[GOAL_PLUS:] = sums[PLUS : MINUS_WORST + 1]
    starts = np.arange(questions.count + 1, dtype=np.intp)[:, None] * questions.width
    return Tables(_lines(sums), _lines(peaks), _lines(goals), starts)


def _lines(rows: Floats) -> Floats:
    """What stands row by row, line by line."""
    return np.ascontiguousarray(rows.reshape(len(rows), -1).T)


@dataclass(frozen=True, eq=False)
class Sums:
    """Means, peaks and weights of every group on the line; the assessments stand last.

    Means are points (times 100) except `KNOWN`, which is a share; 0 where a group is not live.
    """

    flat: Places
    """Where in the tables each answer stands, shape [Q + 1, n]."""
    means: Floats
    """Shape [MEANS, line + 1, n]; an empty group stands last, here and below."""
    peaks: Floats
    """Shape [PEAKS, line + 1, n]."""
    loud: Floats
    """Answers that are or may be strong, shape [line + 1, n]."""
    is_live: Bools
    """Whether a group has weight that applies, shape [line + 1, n]."""
    if_neutral: Floats
    """Points of each dimension with what is not relevant counted as neutral, shape [D, n]."""
    if_neutral_is_live: Bools
    waived_share: Floats
    """Share of each dimension's weight that is not relevant, shape [D, n]."""
    unit: Floats
    """What one unit of a question's own weight is worth in its dimension, a share, by theme, shape [T + 1, n]."""
    theme_count: int
    dimension_count: int

    @property
    def themes(self) -> Floats:
        """Means of the themes, shape [MEANS, T, n]."""
        return self.means[:, : self.theme_count]

    @property
    def theme_is_live(self) -> Bools:
        """Shape [T, n]."""
        return self.is_live[: self.theme_count]

    @property
    def dimensions(self) -> Floats:
        """Means of the dimensions, shape [MEANS, D, n]."""
        return self.means[:, self.theme_count : self.theme_count + self.dimension_count]

    @property
    def dimension_is_live(self) -> Bools:
        """Shape [D, n]."""
        return self.is_live[self.theme_count : self.theme_count + self.dimension_count]


def gathered(layout: Layout, tables: Tables, flat: Places) -> tuple[Floats, Floats]:
    """Sums [ROWS, line + 1, n] and peaks [PEAKS, line + 1, n] of every group; dimensions are still empty."""
    groups, n = layout.by_group, flat.shape[1]
    sums, peaks = np.empty((ROWS, groups.count + 1, n)), np.empty((PEAKS, groups.count + 1, n))
    for chunk in chunks(n):
        found = flat[groups.members, chunk]
        sums[:, :, chunk] = rows_first(groups.summed(tables.sums.take(found, axis=0)))
        peaks[:, :, chunk] = rows_first(groups.largest(tables.peaks.take(found, axis=0), NOTHING))
    return sums, peaks


def measure(layout: Layout, tables: Tables, codes: Codes) -> Sums:
    """Everything that themes and dimensions add up to; `codes` has the shape [Q, n]."""
    themes, dimensions = layout.themes, slice(layout.themes, layout.themes + layout.dimensions)
    flat = np.empty((codes.shape[0] + 1, codes.shape[1]), dtype=np.intp)
    np.add(codes, tables.starts[:-1], out=flat[:-1])
    flat[-1] = tables.starts[-1]
    sums, peaks = gathered(layout, tables, flat)
    weight, waived = sums[WEIGHT], sums[WAIVED, :themes]
    is_live = weight > 0
    means = shares(sums[:MEANS], weight)
    means[:KNOWN] *= 100
    worth = layout.theme_worth * is_live[:themes]
    nominal_weight = weight[:themes] + waived
    nominal = layout.theme_worth * (nominal_weight > 0)
    # The weighted means, then the two that count what was waived, then the weights themselves and a count.
    rows = np.zeros((themes + 1, MEANS + 5, codes.shape[1]))
    own = rows[:-1].swapaxes(0, 1)
    np.multiply(means[:, :themes], worth, out=own[:MEANS])
    own[MEANS], own[MEANS + 1] = sums[CENTRAL, :themes] * 100, waived
    own[MEANS : MEANS + 2] *= shares(nominal, nominal_weight)
    own[MEANS + 2], own[MEANS + 3], own[MEANS + 4] = worth, nominal, sums[LOUD, :themes]
    added = layout.by_dimension.summed(rows.take(layout.by_dimension.members, axis=0))[:-1].swapaxes(0, 1)
    total, nominal_total = added[MEANS + 2], added[MEANS + 3]
    with_neutral = shares(added[MEANS : MEANS + 2], nominal_total)
    np.minimum(np.maximum(shares(added[:MEANS], total), -100), 100, out=means[:, dimensions])
    is_live[dimensions] = total > 0
    sums[LOUD, dimensions] = added[MEANS + 4]
    peaks[:, dimensions] = np.maximum.reduce(peaks.take(layout.dimension_slots, axis=1), axis=1)
    unit = np.zeros((themes + 1, codes.shape[1]))
    unit[:-1] = shares(shares(worth, total[layout.dimension_of]), weight[:themes])
    return Sums(
        flat=flat,
        means=means,
        peaks=peaks,
        loud=sums[LOUD],
        is_live=is_live,
        if_neutral=with_neutral[0],
        if_neutral_is_live=nominal_total > 0,
        waived_share=with_neutral[1],
        unit=unit,
        theme_count=themes,
        dimension_count=layout.dimensions,
    )


def rows_first(sums: Floats) -> Floats:
    """Sums of groups, [groups, n, rows], as they stand everywhere else, [rows, groups, n]."""
    return sums.transpose(2, 0, 1)


def shares(part: Floats, whole: Floats) -> Floats:
    """Part over whole; 0 where the whole is nothing, since then so is the part."""
    found: Floats = part / (whole + (whole == 0))
    return found
