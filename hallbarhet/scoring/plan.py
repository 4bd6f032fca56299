"""A checklist made ready for scoring: every weight, table and rule as arrays, worked out once.

`compile_plan` and the modules of `hallbarhet.scoring.compiling` are all that scoring knows of the checklist's models.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.activity import Stage
from hallbarhet.scoring.codes import WIDTH, Bools, Floats, from_, to
from hallbarhet.scoring.columns import Columns
from hallbarhet.scoring.compiling.activity import compile_activity
from hallbarhet.scoring.compiling.conditions import compile_columns, compile_conditions
from hallbarhet.scoring.compiling.conflicts import wanted
from hallbarhet.scoring.compiling.detectors import compile_detectors
from hallbarhet.scoring.compiling.frame import (
    aggregates,
    compile_gates,
    compile_groups,
    compile_index,
    compile_levels,
    compile_lookup,
    compile_places,
    judged_conditions,
    protected_items,
    tags_asked_for,
)
from hallbarhet.scoring.compiling.goals import agenda_links, compile_matrix, strategy_links
from hallbarhet.scoring.compiling.ground import Ground
from hallbarhet.scoring.compiling.questions import compile_questions, compile_weights
from hallbarhet.scoring.conditions import Conditions
from hallbarhet.scoring.detectors import Detectors, Limits
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


def compile_plan(checklist: Checklist) -> Plan:
    """The plan of a checklist that has been checked. Raises FaultyFileError when questions are shown in a ring."""
    questions, weights = compile_questions(checklist), compile_weights(checklist)
    judged = judged_conditions(checklist)
    asked = aggregates(judged.values())
    strategy = strategy_links(checklist)
    ends = {end for interaction in checklist.interactions for end in (interaction.source, interaction.target)}
    matrix_is_strategy = bool(ends) and ends <= set(strategy.goals)
    agenda = agenda_links(
        checklist,
        {atom.goal for atom in asked if atom.goal is not None and atom.goal not in strategy.goals}
        | (set() if matrix_is_strategy else ends),
    )
    tags = tags_asked_for(checklist, asked)
    lookup = compile_lookup(checklist, questions, tags, agenda, strategy)
    theme_of, dimension_of = compile_places(checklist, lookup)
    groups = compile_groups(checklist, theme_of, dimension_of, weights, tags)
    conditions = compile_conditions(judged.values(), lookup)
    roots = dict(zip(judged, conditions.roots, strict=True))
    stages = compile_activity(checklist, lookup)
    influences = strategy if matrix_is_strategy else agenda
    matrix = compile_matrix(checklist, influences.goals)
    own_roots = {id_: root for (kind, id_), root in roots.items() if kind == "malkonflikt"}
    ground = Ground(checklist, questions, groups, agenda, strategy, influences, matrix, own_roots)
    members = [set(items) for _, items in groups.values()]
    limits = checklist.rules.conflict
    detectors = compile_detectors(
        wanted(ground),
        Limits(strong=float(limits.strong), activity_min=float(limits.activity_min)),
        dimensions=len(checklist.dimensions),
        cells=lookup.cells,
        matrix=matrix,
        members=members,
    )
    tagged = [sorted(items) for items in members[len(checklist.themes) + len(checklist.dimensions) :]]
    return Plan(
        questions=questions,
        weights=weights,
        themes=tuple(lookup.themes),
        dimensions=tuple(lookup.dimensions),
        tags=tags,
        layout=Layout.of(theme_of, dimension_of, weights, tagged),
        protected=protected_items(checklist),
        index_rule=compile_index(checklist.rules),
        level_rules=compile_levels(checklist, lookup),
        coverage_min=float(checklist.rules.coverage_min),
        not_relevant_max=float(checklist.rules.not_relevant_max),
        perturbation=Perturbation(float(checklist.rules.robustness.deviation), checklist.rules.robustness.draws),
        columns=compile_columns(lookup),
        stages=stages,
        conditions=conditions,
        gates=compile_gates(checklist, conditions, roots),
        detectors=detectors,
        agenda=agenda,
        strategy=strategy,
        matrix=matrix,
        matrix_is_strategy=matrix_is_strategy,
        goal_groups=tuple(
            (group.id, tuple(agenda.goals.index(goal) for goal in group.goals if goal in agenda.goals))
            for group in checklist.goal_groups
        ),
    )
