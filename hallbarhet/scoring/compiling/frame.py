"""The frame of a plan: themes, dimensions and tags, levels and gates."""

from collections.abc import Iterable

import numpy as np

from hallbarhet.checklist.conditions import AggregateAtom, Condition, atoms
from hallbarhet.checklist.model import Checklist, Rules
from hallbarhet.scoring.codes import Bools, Places
from hallbarhet.scoring.compiling.conditions import Lookup
from hallbarhet.scoring.compiling.ground import GroupName
from hallbarhet.scoring.compiling.questions import facet_cells
from hallbarhet.scoring.conditions import Conditions
from hallbarhet.scoring.gates import Gates
from hallbarhet.scoring.goals import Links
from hallbarhet.scoring.index import IndexRule
from hallbarhet.scoring.levels import Cap, Level, LevelRules
from hallbarhet.scoring.questions import Questions, Weights


def judged_conditions(checklist: Checklist) -> dict[tuple[str, str], Condition]:
    """The conditions of gates and of free conflict rules, by `("hallplats", id)` and `("malkonflikt", id)`."""
    gates = {("hallplats", gate.id): gate.condition for gate in checklist.gates if gate.condition is not None}
    rules = {
        ("malkonflikt", rule.id): rule.condition
        for rule in checklist.conflict_rules
        if rule.kind == "villkor" and rule.condition is not None and not rule.silenced
    }
    return {**gates, **rules}


def aggregates(conditions: Iterable[Condition]) -> list[AggregateAtom]:
    """The atoms that ask for points over a group."""
    return [atom for condition in conditions for atom in atoms(condition) if isinstance(atom, AggregateAtom)]


def tags_asked_for(checklist: Checklist, asked: list[AggregateAtom]) -> tuple[str, ...]:
    """Tags that a condition or a conflict rule speaks of, in the checklist's order."""
    named = {atom.tag for atom in asked} | {rule.group.get("tagg") for rule in checklist.conflict_rules}
    return tuple(tag.id for tag in checklist.tags if tag.id in named)


def compile_lookup(
    checklist: Checklist, questions: Questions, tags: tuple[str, ...], agenda: Links, strategy: Links
) -> Lookup:
    """Where every id stands."""
    numbers = [place for place, kind in enumerate(questions.kinds) if kind == "tal"]
    choices = [
        (place, alternative.id)
        for place, item in enumerate(checklist.items)
        if item.kind == "val"
        for alternative in item.alternatives
    ]
    return Lookup(
        questions=questions,
        dimensions=_numbered(dimension.id for dimension in checklist.dimensions),
        themes=_numbered(theme.id for theme in checklist.themes),
        tags=_numbered(tags),
        goals=_numbered(agenda.goals),
        strategy_goals=_numbered(strategy.goals),
        numbers={item: column for column, item in enumerate(numbers)},
        choices={choice: column for column, choice in enumerate(choices)},
        cells=facet_cells(checklist),
    )


def compile_places(checklist: Checklist, lookup: Lookup) -> tuple[Places, Places]:
    """The theme of each question (the number of themes where it is not scored), and the dimension of each theme."""
    theme_of = [
        lookup.themes[item.theme] if item.is_scored and item.theme is not None else len(lookup.themes)
        for item in checklist.items
    ]
    dimension_of = [lookup.dimensions[theme.dimension] for theme in checklist.themes]
    return np.array(theme_of, dtype=np.intp), np.array(dimension_of, dtype=np.intp)


def compile_groups(
    checklist: Checklist, theme_of: Places, dimension_of: Places, weights: Weights, tags: tuple[str, ...]
) -> dict[GroupName, tuple[int, tuple[int, ...]]]:
    """Position and scored questions of every theme, dimension and asked-for tag, in that order."""
    groups: dict[GroupName, tuple[int, tuple[int, ...]]] = {}
    for place, theme in enumerate(checklist.themes):
        groups["tema", theme.id] = place, tuple(int(item) for item in np.flatnonzero(theme_of == place))
    for place, dimension in enumerate(checklist.dimensions):
        themes = np.flatnonzero((dimension_of == place) & (weights.theme > 0))
        items = np.flatnonzero(np.isin(theme_of, themes))
        groups["dimension", dimension.id] = len(groups), tuple(int(item) for item in items)
    for tag in tags:
        tagged = [place for place, item in enumerate(checklist.items) if tag in item.tags and weights.item[place] > 0]
        groups["tagg", tag] = len(groups), tuple(tagged)
    return groups


def protected_items(checklist: Checklist) -> Bools:
    """Which questions have a protected tag, shape [Q]."""
    protected = {tag.id for tag in checklist.tags if tag.protected}
    return np.array([not protected.isdisjoint(item.tags) for item in checklist.items], dtype=np.bool_)


def compile_levels(checklist: Checklist, lookup: Lookup) -> LevelRules:
    """The table of levels, lowest first, with the caps on them."""
    levels = sorted(checklist.levels, key=lambda level: level.level)
    return LevelRules(
        levels=tuple(
            Level(
                level.level,
                -np.inf if level.index_min is None else float(level.index_min),
                -np.inf if level.dimension_min is None else float(level.dimension_min),
            )
            for level in levels
        ),
        caps=tuple(
            Cap(lookup.dimensions[dimension], float(cap.below), cap.max_level)
            for dimension, caps in checklist.rules.caps.items()
            for cap in caps
        ),
        uses_index=checklist.rules.aggregation != "ingen",
    )


def compile_index(rules: Rules) -> IndexRule:
    """How dimensions become an index."""
    return IndexRule(rules.aggregation, 1.0 if rules.exponent is None else float(rules.exponent))


def compile_gates(checklist: Checklist, conditions: Conditions, roots: dict[tuple[str, str], int]) -> Gates:
    """Every gate with its condition's row, or with the questions that its part is not fully answered without."""
    required = conditions.questions.is_required
    sections = conditions.questions.sections
    return Gates(
        ids=tuple(gate.id for gate in checklist.gates),
        effects=tuple(gate.effect for gate in checklist.gates),
        roots=tuple(roots.get(("hallplats", gate.id), -1) for gate in checklist.gates),
        required=tuple(
            np.array(
                [item for item, part in enumerate(sections) if part == gate.after and required[item]], dtype=np.intp
            )
            for gate in checklist.gates
        ),
        questions=conditions.questions.count,
        documents=tuple(gate.documents for gate in checklist.gates),
    )


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {id_: place for place, id_ in enumerate(ids)}
