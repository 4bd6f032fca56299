"""In which order it is decided what is asked."""

from graphlib import CycleError, TopologicalSorter

from hallbarhet.checklist.conditions import Condition, ItemAtom, atoms
from hallbarhet.checklist.model import Checklist
from hallbarhet.errors import FaultyFileError
from hallbarhet.scoring.activity import Stage
from hallbarhet.scoring.compiling.conditions import Lookup, compile_conditions
from hallbarhet.texts import scoring as texts

_DEPTH = ""
"""Stands for the rule of depth among the ids of questions."""


def compile_activity(checklist: Checklist, lookup: Lookup) -> tuple[Stage, ...]:
    """Stages that decide what is asked, each hanging only on those before.

    Raises FaultyFileError when questions are shown in a ring.
    """
    rule = checklist.rules.deepened_if
    hangs_on = {
        item.id: _triggers(item.shown_if) | ({_DEPTH} if item.depth == "fordjupad" else set())
        for item in checklist.items
        if item.shown_if is not None or item.depth == "fordjupad"
    }
    if not hangs_on:
        return ()
    hangs_on[_DEPTH] = _triggers(rule)
    order = TopologicalSorter({name: triggers & hangs_on.keys() for name, triggers in hangs_on.items()})
    try:
        order.prepare()
    except CycleError as ring:
        raise FaultyFileError(texts.shown_in_a_ring([name or texts.DEPTH for name in ring.args[1]])) from None
    stages = []
    while ready := order.get_ready():
        stages.append(_stage(checklist, {*ready}, lookup))
        order.done(*ready)
    return tuple(stages)


def _triggers(condition: Condition | None) -> set[str]:
    return {atom.item for atom in atoms(condition) if isinstance(atom, ItemAtom)} if condition is not None else set()


def _stage(checklist: Checklist, names: set[str], lookup: Lookup) -> Stage:
    rule = checklist.rules.deepened_if
    items = [item for item in checklist.items if item.id in names]
    conditions = [item.shown_if for item in items if item.shown_if is not None]
    decides_depth = _DEPTH in names and rule is not None
    if decides_depth and rule is not None:
        conditions.append(rule)
    place = lookup.questions.index
    return Stage(
        conditions=compile_conditions(conditions, lookup),
        items=tuple(place[item.id] for item in items if item.shown_if is not None),
        decides_depth=decides_depth,
        deep=tuple(place[item.id] for item in items if item.depth == "fordjupad"),
    )
