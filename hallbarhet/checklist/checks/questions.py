"""Questions: what each kind needs, and what has no meaning for it."""

from collections.abc import Iterator

from hallbarhet.checklist import kinds
from hallbarhet.checklist.agenda import GOALS, is_target, targets
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.conditions import ItemAtom, atoms
from hallbarhet.checklist.model import Item
from hallbarhet.checklist.nearest import advice
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts

_ONLY_FOR = {
    "scale": ("skala", "bedomning"), "theme": ("tema", "bedomning"), "weight": ("vikt", "bedomning"),
    "reading": ("lasning", "bedomning"), "facets": ("fasetter", "bedomning"),
    "unit": ("enhet", "tal"), "at_least": ("min", "tal"), "at_most": ("max", "tal"),
    "alternatives": ("alternativ", "val"), "several": ("flera", "val"), "max_characters": ("max_tecken", "text"),
}  # fmt: skip
"""Fields that mean something for one kind of question only."""


def findings(context: Context) -> Iterator[Finding]:
    """What is wrong with each question."""
    for path, item in context.items:
        yield from _kind(item, path)
        yield from _targets(item, path)
        if item.kind == "bedomning" and item.theme is None and "weight" in item.model_fields_set and item.weight > 0:
            yield Finding(kinds.NO_THEME, (*path, "vikt"), texts.NO_THEME)
    yield from _waived_at_stop(context)


def _kind(item: Item, path: Path) -> Iterator[Finding]:
    if item.kind == "bedomning" and item.scale is None:
        yield Finding(kinds.NO_SCALE, path, texts.NO_SCALE)
    if item.kind == "val" and not item.alternatives:
        yield Finding(kinds.NO_ALTERNATIVES, path, texts.NO_ALTERNATIVES)
    for field, (key, kind) in _ONLY_FOR.items():
        if field in item.model_fields_set and item.kind != kind:
            yield Finding(kinds.KEY_WITHOUT_MEANING, (*path, key), texts.only_for(key, kind))
    if item.kind == "tal" and item.at_least is not None and item.at_most is not None and item.at_least > item.at_most:
        yield Finding(kinds.MIN_ABOVE_MAX, (*path, "min"), texts.min_above_max(item.at_least, item.at_most))


def _targets(item: Item, path: Path) -> Iterator[Finding]:
    for key, linked in (("agenda2030", item.goals), ("agenda2030_indirekt", item.goals_indirect)):
        for position, target in enumerate(linked):
            if not is_target(target):
                goal = target.partition(".")[0]
                suggestion = advice(target, targets(goal)) if goal in GOALS else texts.TARGET_FORM
                yield Finding(kinds.BAD_TARGET, (*path, key, position), texts.no_such_target(target), suggestion)
    for position, target in enumerate(item.goals_indirect):
        if target in item.goals:
            yield Finding(kinds.TARGET_TWICE, (*path, "agenda2030_indirekt", position), texts.target_twice(target))


def _waived_at_stop(context: Context) -> Iterator[Finding]:
    """Questions that can stop a case may not be waived: saying so is against the gate."""
    stopping: dict[str, str] = {}
    for gate in context.checklist.gates:
        if gate.effect == "stopp" and gate.condition is not None:
            used = (atom.item for atom in atoms(gate.condition) if isinstance(atom, ItemAtom))
            stopping.update(dict.fromkeys(used, gate.id))
    for path, item in context.items:
        if item.id in stopping and "may_be_waived" in item.model_fields_set and item.may_be_waived:
            yield Finding(kinds.WAIVED_AT_STOP, (*path, "ej_relevant"), texts.waived_at_stop(stopping[item.id]))
