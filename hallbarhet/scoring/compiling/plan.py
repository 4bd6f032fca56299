"""The whole plan of a checklist, put together from its parts."""

from hallbarhet.checklist.model import Checklist
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
from hallbarhet.scoring.detectors import Limits
from hallbarhet.scoring.plan import Perturbation, Plan
from hallbarhet.scoring.sums import Layout


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
