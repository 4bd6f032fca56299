"""Every conflict a checklist can find: the declared ones, and those that are always looked for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from hallbarhet.checklist.model import ConflictRule
from hallbarhet.scoring.compiling.ground import (
    Ground,
    asked_items,
    is_protected,
    is_sensitive,
    linked_items,
    named_items,
    scored,
)
from hallbarhet.scoring.detectors import FREE_STRENGTH, MATRIX_STRONG, PAIR_STRONG, Possible

SubjectKind = Literal["par", "spann", "dold", "fasett", "strategi", "matris", "indirekt", "villkor"]


@dataclass(frozen=True)
class Subject:
    """One thing to look for; `places` are what it is about, in the positions that its kind counts in."""

    kind: SubjectKind
    places: tuple[int, ...]
    thresholds: tuple[float, ...] = ()
    facet: str = ""
    strength: float = 0.0
    irreversible: bool = False
    protected: bool = False


@dataclass(frozen=True)
class Wanted:
    """A possible conflict with everything that is looked for under its name."""

    possible: Possible
    subjects: tuple[Subject, ...]
    about: tuple[int, ...] = ()
    """The questions it is about, where it is about questions: two on the same are one."""


def wanted(ground: Ground) -> tuple[Wanted, ...]:
    """Every possible conflict: declared ones in file order, then those always looked for that no rule took over."""
    always = {entry.possible.id: entry for entry in _always(ground)}
    taken: set[str] = set()
    declared = []
    for rule in ground.checklist.conflict_rules:
        covered = _covered(rule, always, ground)
        taken |= covered
        if not rule.silenced:
            declared.append(_declared(rule, [always[id_] for id_ in always if id_ in covered], ground))
    return (*declared, *(entry for id_, entry in always.items() if id_ not in taken))


def _always(ground: Ground) -> Iterator[Wanted]:
    checklist, limits = ground.checklist, ground.checklist.rules.conflict
    if len(checklist.dimensions) > 1:
        places = tuple(range(len(checklist.dimensions)))
        yield _undeclared(ground, "spann", "spann", [Subject("spann", places, (limits.gap,))], scored(ground, places))
    for kind in ("tema", "dimension"):
        for (own_kind, id_), (place, items) in ground.groups.items():
            if own_kind == kind and len(items) > 1:
                yield _undeclared(
                    ground, f"dold-{kind}-{id_}", "dold", [Subject("dold", (place,), (limits.masked_min,))], items
                )
    for place, item in enumerate(checklist.items):
        for id_ in item.facets if item.kind == "bedomning" else ():
            protected = checklist.facet_by_id[id_].protected or is_protected(ground, (place,))
            split = Subject("fasett", (place,), (limits.uneven,), facet=id_, protected=protected)
            found = _undeclared(ground, f"fasett-{item.id}-{id_}", "fasett", [split], (place,), facet=id_)
            yield replace(found, about=(place,))
    yield from _tensions(ground)
    yield from _matrix(ground)


def _undeclared(
    ground: Ground,
    id_: str,
    kind: str,
    subjects: list[Subject],
    items: tuple[int, ...],
    *,
    against: tuple[str, ...] = (),
    facet: str = "",
) -> Wanted:
    ids = tuple(ground.questions.ids[item] for item in items)
    possible = Possible(id_, kind, "", is_declared=False, against=against, items=items, item_ids=ids, facet=facet)
    return Wanted(possible, tuple(subjects))


def _tensions(ground: Ground) -> Iterator[Wanted]:
    goals, least = ground.strategy.goals, ground.checklist.rules.conflict.strategy_min
    linked = [goal for goal in range(len(goals)) if linked_items(ground.strategy, (goal,))]
    for first in linked:
        for second in linked[linked.index(first) + 1 :]:
            both = (goals[first], goals[second])
            protected = any(is_sensitive(ground, goal) for goal in both)
            subjects = [
                Subject("strategi", places, (least,), protected=protected)
                for places in ((first, second), (second, first))
            ]
            items = linked_items(ground.strategy, (first, second))
            yield _undeclared(ground, f"strategi-{both[0]}-{both[1]}", "strategi", subjects, items, against=both)


def _matrix(ground: Ground) -> Iterator[Wanted]:
    """Strong harm to sensitive goals, and goals that other goals may drag down."""
    if ground.matrix is None:
        return
    goals, matrix = ground.influences.goals, ground.matrix
    for interaction in ground.checklist.interactions:
        source, target = goals.index(interaction.source), goals.index(interaction.target)
        if matrix.influence[source, target] <= MATRIX_STRONG and is_sensitive(ground, interaction.target):
            pull = Subject("matris", (source, target), protected=True)
            both = (interaction.source, interaction.target)
            items = linked_items(ground.influences, (source, target))
            yield _undeclared(ground, f"matris-{both[0]}-{both[1]}", "matris", [pull], items, against=both)
    spread = matrix.spread
    for target, goal in enumerate(goals):
        if (spread[:, target] < 0).any():
            sources = tuple(int(source) for source in spread[:, target].nonzero()[0])
            items = linked_items(ground.influences, (*sources, target))
            drag = Subject("indirekt", (target,), protected=is_sensitive(ground, goal))
            yield _undeclared(ground, f"matris-indirekt-{goal}", "matris", [drag], items, against=(goal,))


def _covered(rule: ConflictRule, always: dict[str, Wanted], ground: Ground) -> set[str]:
    """The conflicts always looked for that a rule adjusts, silences or gathers under its own name."""
    if rule.id in always:
        return {rule.id}
    match rule.kind:
        case "spann":
            everything = {dimension.id for dimension in ground.checklist.dimensions}
            named = {"spann"} if not rule.between or set(rule.between) == everything else set()
        case "dold":
            named = {f"dold-{kind}-{id_}" for kind, id_ in rule.group.items()}
        case "fasett":
            return {id_ for id_, entry in always.items() if entry.possible.facet == rule.facet}
        case "strategi" | "matris":
            same_kind = {id_ for id_, entry in always.items() if entry.possible.kind == rule.kind}
            if not rule.goals:
                return same_kind
            named = {id_ for id_ in same_kind if _speaks_of(always[id_], rule)}
        case _:
            named = set()
    return named & always.keys()


def _speaks_of(entry: Wanted, rule: ConflictRule) -> bool:
    """Whether a conflict is about the rule's goals: for strategy goals in any order, in the matrix as written."""
    if rule.kind == "strategi":
        return set(entry.possible.against) == set(rule.goals)
    return entry.possible.against == rule.goals


def _declared(rule: ConflictRule, covered: list[Wanted], ground: Ground) -> Wanted:
    subjects = [subject for entry in covered for subject in entry.subjects] or list(_own_subjects(rule, ground))
    items = {item for entry in covered for item in entry.possible.items} or {*_own_items(rule, subjects, ground)}
    against = covered[0].possible.against if len(covered) == 1 else _own_against(rule, items, ground)
    adjusted = tuple(
        replace(
            subject,
            thresholds=(float(rule.threshold),) if rule.threshold is not None and covered else subject.thresholds,
            irreversible=rule.irreversible,
            protected=subject.protected or rule.protected,
        )
        for subject in subjects
    )
    possible = Possible(
        id=rule.id,
        kind=rule.kind,
        title=rule.title,
        is_declared=True,
        against=against,
        items=tuple(sorted(items)),
        item_ids=tuple(ground.questions.ids[item] for item in sorted(items)),
        facet=rule.facet or (covered[0].possible.facet if covered else ""),
    )
    return Wanted(possible, adjusted, _about(rule, covered, ground))


def _about(rule: ConflictRule, covered: list[Wanted], ground: Ground) -> tuple[int, ...]:
    if rule.kind == "par":
        return tuple(ground.questions.index[id_] for id_ in (rule.gains, rule.loses) if id_ is not None)
    if rule.kind == "villkor" and rule.condition is not None:
        return named_items(rule.condition, ground)
    return covered[0].about if len(covered) == 1 else ()


def _own_subjects(rule: ConflictRule, ground: Ground) -> Iterator[Subject]:
    """What a rule looks for that is not looked for anyway."""
    limits = ground.checklist.rules.conflict
    index = ground.questions.index
    match rule.kind:
        case "par" if rule.gains is not None and rule.loses is not None:
            gains, loses = index[rule.gains], index[rule.loses]
            thresholds = tuple(
                PAIR_STRONG if given is None else float(given) for given in (rule.threshold_gain, rule.threshold_loss)
            )
            protected = is_protected(ground, (gains, loses))
            yield Subject("par", (gains, loses), thresholds, protected=protected)
            if rule.both_ways:
                yield Subject("par", (loses, gains), thresholds[::-1], protected=protected)
        case "spann":
            names = [dimension.id for dimension in ground.checklist.dimensions]
            between = tuple(names.index(dimension) for dimension in rule.between or names)
            if len(between) > 1:
                yield Subject("spann", between, (float(limits.gap if rule.threshold is None else rule.threshold),))
        case "dold":
            least = float(limits.masked_min if rule.threshold is None else rule.threshold)
            for name in rule.group.items():
                yield Subject("dold", (ground.groups[name][0],), (least,))
        case "matris" if ground.matrix is not None and len(rule.goals) == 2:  # noqa: PLR2004  (from one goal to another)
            goals = ground.influences.goals
            source, target = (goals.index(goal) for goal in rule.goals)
            if ground.matrix.influence[source, target] <= MATRIX_STRONG:
                yield Subject("matris", (source, target))
        case "villkor" if rule.condition is not None:
            strength = FREE_STRENGTH if rule.strength is None else float(rule.strength)
            protected = is_protected(ground, named_items(rule.condition, ground))
            yield Subject("villkor", (ground.roots[rule.id],), strength=strength, protected=protected)
        case _:
            return


def _own_items(rule: ConflictRule, subjects: list[Subject], ground: Ground) -> Iterator[int]:
    """The questions a rule of its own hangs on."""
    if rule.condition is not None:
        yield from asked_items(rule.condition, ground)
    for subject in subjects:
        match subject.kind:
            case "par":
                yield from subject.places
            case "spann":
                yield from scored(ground, subject.places)
            case "dold":
                yield from next(items for place, items in ground.groups.values() if place == subject.places[0])
            case "matris":
                yield from linked_items(ground.influences, subject.places)
            case _:
                pass


def _own_against(rule: ConflictRule, items: set[int], ground: Ground) -> tuple[str, ...]:
    if rule.kind == "par":
        return tuple(id_ for id_ in (rule.gains, rule.loses) if id_ is not None)
    if rule.kind == "villkor" and rule.condition is not None:
        return tuple(ground.questions.ids[item] for item in named_items(rule.condition, ground) or sorted(items))
    return rule.goals
