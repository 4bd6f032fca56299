"""When a question is asked: only for reasons known by then, never in a circle, and right after what brings it up."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.conditions import (
    AggregateAtom,
    All,
    AnyOf,
    CaseAtom,
    Condition,
    Count,
    GapAtom,
    ItemAtom,
    Not,
    atoms,
)
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts


def findings(context: Context) -> Iterator[Finding]:
    """What is wrong with `visas_om` and `fordjupad_om`."""
    circle = _circle(context)
    order = {item.id: number for number, (_, item) in reversed(list(enumerate(context.items)))}
    for number, (path, item) in enumerate(context.items):
        if item.shown_if is None:
            continue
        yield from _only_answers(item.shown_if, (*path, "visas_om"))
        if item.id in circle:
            if item.id == circle[0]:
                yield Finding(kinds.SHOWN_IN_CIRCLE, (*path, "visas_om"), texts.shown_in_circle([*circle, circle[0]]))
            continue
        triggers = [order[name] for name in _triggers(item.shown_if) if name in order]
        late = [trigger for trigger in triggers if trigger >= number]
        if late:
            message = texts.shown_too_early(context.items[late[0]][1].id)
            yield Finding(kinds.SHOWN_TOO_EARLY, (*path, "visas_om"), message)
        elif triggers and not _follows(context, max(triggers), number):
            message = texts.shown_elsewhere(context.items[max(triggers)][1].id)
            yield Finding(kinds.SHOWN_ELSEWHERE, (*path, "visas_om"), message)
    yield from _depth(context)


def _depth(context: Context) -> Iterator[Finding]:
    rule = context.checklist.rules.deepened_if
    if rule is None:
        return
    path: Path = ("regler", "fordjupad_om")
    yield from _only_answers(rule, path)
    for name in _triggers(rule):
        item = context.item(name)
        if item is not None and item.depth == "fordjupad":
            yield Finding(kinds.SHOWN_IN_CIRCLE, path, texts.depth_in_circle(name))


def _triggers(condition: Condition) -> list[str]:
    return [atom.item for atom in atoms(condition) if isinstance(atom, ItemAtom)]


def _only_answers(condition: Condition, path: Path) -> Iterator[Finding]:
    """Points are not known while questions are asked, so only answers and case fields can decide."""
    match condition:
        case All():
            yield from _each(condition.parts, (*path, "alla"))
        case AnyOf():
            yield from _each(condition.parts, (*path, "minst_en"))
        case Not():
            yield from _only_answers(condition.part, (*path, "inte"))
        case Count():
            yield from _each(condition.count.of, (*path, "antal", "av"))
        case AggregateAtom() | GapAtom():
            yield Finding(kinds.NOT_BEFORE_ANSWERS, path, texts.ONLY_ANSWERS)
        case ItemAtom() | CaseAtom():
            pass


def _each(parts: tuple[Condition, ...], path: Path) -> Iterator[Finding]:
    for position, part in enumerate(parts):
        yield from _only_answers(part, (*path, position))


def _follows(context: Context, trigger: int, number: int) -> bool:
    """Whether only other follow-up questions stand between, in the same part."""
    between = [item for _, item in context.items[trigger + 1 : number]]
    same_part = context.items[trigger][0][:2] == context.items[number][0][:2]
    return same_part and all(item.shown_if is not None and _triggers(item.shown_if) for item in between)


def _circle(context: Context) -> list[str]:
    """The questions of a circle in the order of the file, or nothing."""
    graph = {item.id: set(_triggers(item.shown_if)) for _, item in context.items if item.shown_if is not None}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring = list(error.args[1][:-1])
        order = {item.id: number for number, (_, item) in enumerate(context.items)}
        start = min(range(len(ring)), key=lambda position: order[ring[position]])
        return ring[start:] + ring[:start]
    return []
