"""What conditions and conflict detectors ask of the answers, worked out when first asked for."""

from functools import cached_property

import numpy as np

from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import Bools, Codes, Floats, Places
from hallbarhet.scoring.atoms import RANGE_OF, GapLeaf, GroupLeaf
from hallbarhet.scoring.detection import Distances, Groups, distances, masking
from hallbarhet.scoring.goals import Links, counted, effects, linked, net_effects, unit_points
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.sums import (
    HIGH,
    KNOWN,
    LOUD,
    LOW,
    MEANS,
    MINUS,
    MINUS_WORST,
    PLUS,
    WEIGHT,
    Sums,
    gathered,
    measure,
    peaked,
    shares,
)


class Given:
    """What stands beside the answer codes, with the assessments last."""

    def __init__(self, answers: Answers) -> None:
        self.numbers: Floats = answers.numbers.T
        self.choices: Bools = answers.choices.T
        self.facets: Codes = answers.facets.T
        self.case: Codes = answers.case.T

    def means(self, rows: Places, lines: Places) -> tuple[Floats, Bools]:
        """Never asked for: what is asked may not hang on points."""
        raise NotImplementedError(rows, lines)

    def range(self, leaf: GroupLeaf | GapLeaf) -> tuple[Floats, Floats, Bools]:
        """Never asked for: what is asked may not hang on points."""
        raise NotImplementedError(leaf)


class Facts(Given):
    """The same, and everything that follows from the answers that count; `codes` has the shape [Q, n]."""

    def __init__(self, plan: Plan, answers: Answers, codes: Codes) -> None:
        super().__init__(answers)
        self.plan = plan
        self.codes = codes
        self.sums: Sums = measure(plan.layout, plan.weights, plan.tables, codes, plan.questions.width)

    @cached_property
    def groups(self) -> Groups:
        """Themes, dimensions and asked-for tags on one line."""
        sums, tables, members = self.sums, self.plan.tables, self.plan.layout.questions_by_tag
        if not members.shape[1]:
            return Groups(
                np.concatenate([sums.themes, sums.dimensions], axis=1),
                np.concatenate([sums.theme_loud, sums.dimension_loud]),
                np.concatenate([sums.theme_peaks, sums.dimension_peaks], axis=1),
                np.concatenate([sums.theme_is_live, sums.dimension_is_live]),
            )
        tagged = gathered(tables.sums, sums.flat, members)
        means = shares(tagged[:MEANS], tagged[WEIGHT])
        means[:KNOWN] *= 100
        return Groups(
            np.concatenate([sums.themes, sums.dimensions, means], axis=1),
            np.concatenate([sums.theme_loud, sums.dimension_loud, tagged[LOUD]]),
            np.concatenate([sums.theme_peaks, sums.dimension_peaks, peaked(tables.peaks, sums.flat, members)], axis=1),
            np.concatenate([sums.theme_is_live, sums.dimension_is_live, tagged[WEIGHT] > 0]),
        )

    @cached_property
    def distances(self) -> Distances:
        """How far the dimensions are apart."""
        return distances(self.sums.dimensions[LOW : HIGH + 1], self.sums.dimension_is_live)

    @cached_property
    def effects(self) -> Floats:
        """e on each goal of the matrix, [3, G, n]."""
        return effects(self.plan.influences, self.plan.tables, self.sums)

    @cached_property
    def net_effects(self) -> Floats:
        """n on each goal of the matrix, [3, G, n]; the plan has a matrix."""
        if self.plan.matrix is None:
            return np.zeros((3, 0, self.codes.shape[1]))
        return net_effects(self.plan.matrix, self.effects)

    @cached_property
    def unit_points(self) -> Floats:
        """What one unit of a question's own weight is worth in the index, by theme, [T + 1, n]."""
        return unit_points(self.sums, self.plan.layout.dimension_or_first, self.plan.weights.dimension)

    def goal_points(self, links: Links, rows: slice) -> Floats:
        """Shares of the index by goal, [rows, G, n]; rows are a run of those of `sums`."""
        worth = self.unit_points[self.plan.layout.theme_of[links.items]]
        return linked(links, self.plan.tables, rows, self.sums, worth)

    @cached_property
    def strategy_points(self) -> Floats:
        """Plus, minus and their highest, by strategy goal, [4, G, n]."""
        return self.goal_points(self.plan.strategy, slice(PLUS, MINUS_WORST + 1))

    @cached_property
    def agenda_points(self) -> Floats:
        """Plus and minus by Agenda goal, [2, G, n]."""
        return self.goal_points(self.plan.agenda, slice(PLUS, MINUS + 1))

    def goal_counts(self, links: Links) -> Floats:
        """How many linked questions apply, and how many of them are unknown, [2, G, n]."""
        return counted(links, self.plan.tables, self.sums)

    def means(self, rows: Places, lines: Places) -> tuple[Floats, Bools]:
        """Weighted means of groups on the line, and whether anything in each applies."""
        return self.groups.means[rows, lines], self.groups.is_live[lines]

    def range(self, leaf: GroupLeaf | GapLeaf) -> tuple[Floats, Floats, Bools]:
        """Lowest and highest points of a group or a gap, and whether there is anything to speak of."""
        if isinstance(leaf, GapLeaf):
            shortest, _, longest = np.maximum.reduce(self.distances.pairs[:, leaf.pairs], axis=1)
            is_apart: Bools = longest >= 0
            return np.maximum(shortest, 0), np.maximum(longest, 0), is_apart
        if leaf.line < 0:
            return self._goal(leaf)
        means = self.groups.means[:, leaf.line]
        return *_masking(means[PLUS], means[MINUS], means[KNOWN] < 1), self.groups.is_live[leaf.line]

    def _goal(self, leaf: GroupLeaf) -> tuple[Floats, Floats, Bools]:
        links = self.plan.agenda if leaf.group == "mal" else self.plan.strategy
        items, unknown = self.goal_counts(links)[:, leaf.place]
        if leaf.measure == "dold":
            plus, minus = self.goal_points(links, slice(PLUS, MINUS + 1))[:, leaf.place]
            return *_masking(plus, minus, unknown > 0), items > 0
        low, high = RANGE_OF[leaf.measure]
        points = self.goal_points(links, slice(LOW, MINUS_WORST + 1))[:, leaf.place]
        return points[low], points[high], items > 0


def _masking(plus: Floats, minus: Floats, has_unknown: Bools) -> tuple[Floats, Floats]:
    """m, anywhere from 0 to 1 while something is unknown."""
    known = masking(plus, minus)
    return np.where(has_unknown, 0.0, known), np.where(has_unknown, 1.0, known)

