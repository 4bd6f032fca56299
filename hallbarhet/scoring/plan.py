"""A checklist made ready for scoring: every weight, table and rule as arrays, worked out once.

A plan knows nothing of the checklist's models, so that it can be sent to a process that never loads them;
`hallbarhet.scoring.compiling` makes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from hallbarhet.scoring.activity import Stage
from hallbarhet.scoring.codes import WIDTH, Bools, Floats, from_, to
from hallbarhet.scoring.columns import Columns
from hallbarhet.scoring.conditions import Conditions
from hallbarhet.scoring.detectors import Detectors
from hallbarhet.scoring.gates import Gates
from hallbarhet.scoring.goals import Links, Matrix
from hallbarhet.scoring.index import IndexRule
from hallbarhet.scoring.levels import LevelRules
from hallbarhet.scoring.questions import Questions, Weights
from hallbarhet.scoring.sums import Layout, Tables, tables


@dataclass(frozen=True)
class Perturbation:
    """How far weights are shaken, and how many times; `[regler.robusthet]`."""

    deviation: float
    draws: int


@dataclass(frozen=True, eq=False)
class Plan:
    """Everything scoring needs to know about a checklist. `Q` questions, `T` themes, `D` dimensions.

    Compared by identity: two plans of the same checklist are two plans. Derived tables are worked out when first asked
    for, so that `reweighted` and `between` cost only what they change.
    """

    questions: Questions
    weights: Weights
    themes: tuple[str, ...]
    dimensions: tuple[str, ...]
    tags: tuple[str, ...]
    """Tags that a condition or a conflict rule asks for."""
    layout: Layout
    """Which question counts in which theme and dimension."""
    protected: Bools
    """Questions with a protected tag, shape [Q]."""
    index_rule: IndexRule
    level_rules: LevelRules
    coverage_min: float
    not_relevant_max: float
    perturbation: Perturbation
    columns: Columns
    """What answers hold beside one code per question."""
    stages: tuple[Stage, ...]
    """What decides which questions are asked; empty where all always are."""
    conditions: Conditions
    """Every condition of gates and free conflict rules."""
    gates: Gates
    detectors: Detectors
    agenda: Links
    strategy: Links
    matrix: Matrix | None
    matrix_is_strategy: bool
    """Whether the matrix is about the region's own goals; otherwise about Agenda 2030's."""
    goal_groups: tuple[tuple[str, tuple[int, ...]], ...]
    """Id and goals, as positions in `agenda`, of each cluster of goals."""

    @cached_property
    def tables(self) -> Tables:
        """What each answer adds to each sum."""
        return tables(self.questions, self.weights, self.detectors.limits.strong, self.protected)

    @cached_property
    def coverage_from(self) -> float:
        """What coverage must reach, rounding included."""
        return float(from_(self.coverage_min))

    @cached_property
    def not_relevant_to(self) -> float:
        """What the share waived may come to, rounding included."""
        return float(to(self.not_relevant_max))

    @property
    def influences(self) -> Links:
        """Links to the goals of the matrix."""
        return self.strategy if self.matrix_is_strategy else self.agenda

    @cached_property
    def nominal(self) -> Floats:
        """π with every question asked and applicable, shape [Q]; adds up to 1 where anything is scored."""
        dimension_of, theme_of = self.layout.dimension_of, self.layout.theme_of
        by_theme = np.array([self.weights.item[theme_of == theme].sum() for theme in range(len(self.themes))])
        theme = np.where(by_theme > 0, self.weights.theme, 0.0)
        by_dimension = np.array([theme[dimension_of == d].sum() for d in range(len(self.dimensions))])
        dimension = np.where(by_dimension > 0, self.weights.dimension, 0.0)
        share = np.zeros(len(self.themes) + 1)
        with np.errstate(invalid="ignore", divide="ignore"):
            per_unit = (dimension / dimension.sum())[dimension_of] * theme / by_dimension[dimension_of] / by_theme
        share[:-1] = np.nan_to_num(per_unit)
        nominal: Floats = self.weights.item * share[theme_of]
        return nominal

    def reweighted(
        self,
        *,
        items: Mapping[str, float] | None = None,
        themes: Mapping[str, float] | None = None,
        dimensions: Mapping[str, float] | None = None,
    ) -> "Plan":
        """The same plan with other weights for what is named; an id that is not there raises KeyError."""
        weights = Weights(
            _with(self.weights.item, self.questions.index, items),
            _with(self.weights.theme, {id_: place for place, id_ in enumerate(self.themes)}, themes),
            _with(self.weights.dimension, {id_: place for place, id_ in enumerate(self.dimensions)}, dimensions),
        )
        layout = Layout.of(self.layout.theme_of, self.layout.dimension_of, weights, self.layout.tagged)
        return replace(self, weights=weights, layout=layout)

    def counts_like(self, other: "Plan") -> bool:
        """Whether no more than levels and the weights of dimensions differ: sums are the same, the index may not be."""
        # `replace` keeps what it does not change: the same questions and detectors stand in the same themes
        is_of_one = self.questions is other.questions and self.detectors is other.detectors
        is_of_one = is_of_one and self.conditions is other.conditions and self.gates is other.gates
        mine, theirs = self.weights, other.weights
        return is_of_one and np.array_equal(mine.item, theirs.item) and np.array_equal(mine.theme, theirs.theme)

    def between(self, values: Mapping[int, tuple[float, ...]]) -> "Plan":
        """The same plan, also knowing values between two grades; `values` are such grades by question position.

        Questions that were merged with the rule `medel` leave them. v follows the line between the neighbouring grades;
        the code of the k:th value is `WIDTH` + k.
        """
        if not values:
            return self
        questions = self.questions
        extra = max(len(found) for found in values.values())
        table = np.hstack([questions.values[:, :WIDTH], np.zeros((questions.count, extra))])
        for item, found in values.items():
            grades = np.array(questions.grades[item])
            table[item, WIDTH : WIDTH + len(found)] = np.interp(found, grades, questions.values[item, : len(grades)])
        known = tuple(values.get(item, ()) for item in range(questions.count))
        wider = replace(questions, values=table, between=known)
        stages = tuple(replace(s, conditions=replace(s.conditions, questions=wider)) for s in self.stages)
        return replace(self, questions=wider, stages=stages, conditions=replace(self.conditions, questions=wider))


def _with(weights: Floats, places: Mapping[str, int], new: Mapping[str, float] | None) -> Floats:
    changed = weights.copy()
    for id_, weight in (new or {}).items():
        changed[places[id_]] = weight
    return changed
