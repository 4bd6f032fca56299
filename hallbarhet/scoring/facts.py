"""What conditions and conflict detectors ask of the answers, worked out when first asked for."""

from functools import cached_property

import numpy as np

from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.atoms import GapLeaf, GroupLeaf
from hallbarhet.scoring.codes import Bools, Codes, Floats, Places
from hallbarhet.scoring.detection import Distances, distances, masking
from hallbarhet.scoring.goals import Links, bounded, effects, net_effects, shared, unit_points
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.sums import (
    APPLIES,
    GOAL_MINUS,
    GOAL_MINUS_WORST,
    GOAL_PLUS,
    GOAL_PLUS_BEST,
    GOAL_ROWS,
    HIGH,
    KNOWN,
    LOW,
    MINUS,
    OPEN,
    PLUS,
    Sums,
    measure,
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

    def __init__(self, plan: Plan, answers: Answers, codes: Codes, sums: Sums | None = None) -> None:
        """`sums` are given where they are known already (`Plan.counts_like`)."""
        super().__init__(answers)
        self.plan = plan
        self.codes = codes
        self.sums: Sums = measure(plan.layout, plan.tables, codes) if sums is None else sums

    @property
    def has_weighed(self) -> bool:
        """Whether anything that was asked for hangs on what dimensions weigh: `unit_points` does, and sums never do."""
        return "unit_points" in self.__dict__

    @property
    def groups(self) -> Sums:
        """Themes, dimensions and asked-for tags on one line."""
        return self.sums

    @cached_property
    def distances(self) -> Distances:
        """How far the dimensions are apart."""
        return distances(self.sums.dimensions[LOW : HIGH + 1], self.sums.dimension_is_live)

    @cached_property
    def effects(self) -> Floats:
        """The case's own effect on each goal of the matrix, e, [3, G, n]."""
        return effects(self.plan.influences, self.plan.tables, self.sums)

    @cached_property
    def net_effects(self) -> Floats:
        """The net effect on each goal of the matrix, [3, G, n]."""
        if self.plan.matrix is None:
            return np.zeros((3, 0, self.codes.shape[1]))
        return net_effects(self.plan.matrix, self.effects)

    @cached_property
    def unit_points(self) -> Floats:
        """What one unit of a question's own weight is worth in the index, by theme, [T + 1, n]."""
        return unit_points(self.sums, self.plan.layout.dimension_of, self.plan.weights.dimension)

    @cached_property
    def strategy(self) -> Floats:
        """What is said of each strategy goal, [GOAL_ROWS, G, n]."""
        return shared(self.plan.strategy, self.plan.tables, self.sums, self._worth(self.plan.strategy), GOAL_ROWS)

    @cached_property
    def agenda(self) -> Floats:
        """What is said of each Agenda goal, with plus and minus of the known answers, [4, G, n]."""
        links = self.plan.agenda
        return shared(links, self.plan.tables, self.sums, self._worth(links), GOAL_PLUS_BEST)

    @property
    def strategy_points(self) -> Floats:
        """Plus, minus and their highest, by strategy goal, [4, G, n]."""
        return self.strategy[GOAL_PLUS:]

    def _worth(self, links: Links) -> Floats:
        return self.unit_points[self.plan.layout.theme_or_none[links.run_items]]

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
        worth = self._worth(links)
        if leaf.measure == "netto":
            low, _, high = bounded(links, self.plan.tables, self.sums, worth)[:, leaf.place]
            return low, high, self._touched(links)[leaf.place]
        found = shared(links, self.plan.tables, self.sums, worth, GOAL_ROWS)[:, leaf.place]
        if leaf.measure == "dold":
            return *_masking(found[GOAL_PLUS], found[GOAL_MINUS], found[OPEN] > 0), found[APPLIES] > 0
        low, high = _GOAL_RANGE[leaf.measure]
        return found[low], found[high], found[APPLIES] > 0

    def _touched(self, links: Links) -> Bools:
        found = self.agenda if links is self.plan.agenda else self.strategy
        touched: Bools = found[APPLIES] > 0
        return touched


_GOAL_RANGE = {"plus": (GOAL_PLUS, GOAL_PLUS_BEST), "minus": (GOAL_MINUS, GOAL_MINUS_WORST)}


def _masking(plus: Floats, minus: Floats, has_unknown: Bools) -> tuple[Floats, Floats]:
    """m, anywhere from 0 to 1 while something is unknown."""
    known = masking(plus, minus)
    return np.where(has_unknown, 0.0, known), np.where(has_unknown, 1.0, known)
