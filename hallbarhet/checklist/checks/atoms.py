"""Single atoms of a condition: what a question's answer may be held against."""

from collections.abc import Iterator

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.conditions import Comparison, ItemAtom
from hallbarhet.checklist.model import Item
from hallbarhet.checklist.nearest import advice
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts

_BOUNDS = ("at_least", "at_most", "above", "below", "equals", "one_of")
_ORDERED = {"at_least": "min", "at_most": "max", "above": "over", "below": "under"}


def has_bounds(atom: Comparison) -> bool:
    """Whether an atom says what its value is held against."""
    return any(getattr(atom, name) is not None for name in _BOUNDS)


def holds(atom: Comparison, value: float) -> bool:
    """Whether a number fulfils every bound of an atom."""
    return (
        (atom.at_least is None or value >= atom.at_least)
        and (atom.at_most is None or value <= atom.at_most)
        and (atom.above is None or value > atom.above)
        and (atom.below is None or value < atom.below)
        and (atom.equals is None or value == atom.equals)
        and (atom.one_of is None or value in atom.one_of)
    )


def compared(atom: Comparison, path: Path, lowest: float, highest: float) -> Iterator[Finding]:
    """A number on a continuous range: that it is compared with numbers, and that both outcomes are possible."""
    if not has_bounds(atom):
        yield Finding(kinds.NO_COMPARISON, path, texts.NO_COMPARISON)
        return
    if any(isinstance(value, str) for value in (atom.equals, *(atom.one_of or ()))):
        yield Finding(kinds.NOT_COMPARABLE, path, texts.COMPARE_WITH_NUMBERS)
        return
    if _is_never(atom, lowest, highest):
        yield Finding(kinds.NEVER_OR_ALWAYS, path, texts.NEVER_TRUE)
    elif atom.equals is None and atom.one_of is None and holds(atom, lowest) and holds(atom, highest):
        yield Finding(kinds.NEVER_OR_ALWAYS, path, texts.ALWAYS_TRUE)


def _is_never(atom: Comparison, lowest: float, highest: float) -> bool:
    floor = max([lowest, *(value for value in (atom.at_least, atom.above) if value is not None)])
    ceiling = min([highest, *(value for value in (atom.at_most, atom.below) if value is not None)])
    if floor > ceiling or (floor == ceiling and not holds(atom, floor)):
        return True
    listed = [value for value in (atom.equals, *(atom.one_of or ())) if isinstance(value, int | float)]
    return bool(listed) and not any(lowest <= value <= highest and holds(atom, value) for value in listed)


def item_findings(context: Context, atom: ItemAtom, path: Path) -> Iterator[Finding]:
    """What is wrong with an atom about a question."""
    yield from context.unknown("punkt", atom.item, (*path, "punkt"))
    item = context.item(atom.item)
    if atom.status is not None:
        if has_bounds(atom) or atom.facet is not None or atom.value is not None:
            yield Finding(kinds.MIXED_ATOM, (*path, "status"), texts.STATUS_ALONE)
        return
    if not has_bounds(atom):
        yield Finding(kinds.NO_COMPARISON, path, texts.NO_COMPARISON)
        return
    if item is None:
        return
    if atom.facet is not None or atom.value is not None:
        yield from _facet(context, atom, item, path)
        return
    match item.kind:
        case "bedomning":
            yield from _grades(context, atom, item, path)
        case "tal":
            lowest = float("-inf") if item.at_least is None else item.at_least
            highest = float("inf") if item.at_most is None else item.at_most
            yield from compared(atom, path, lowest, highest)
        case "val":
            yield from _alternatives(atom, item, path)
        case "text":
            yield Finding(kinds.NOT_COMPARABLE, path, texts.text_not_compared(item.id))


def _grades(context: Context, atom: ItemAtom, item: Item, path: Path) -> Iterator[Finding]:
    scale = context.scale(item)
    if scale is None:
        return
    listed = [("lika", atom.equals)] if atom.equals is not None else []
    listed += [("bland", value) for value in atom.one_of or ()]
    for key, value in listed:
        if isinstance(value, str):
            yield Finding(kinds.NOT_COMPARABLE, (*path, key), texts.COMPARE_WITH_GRADES)
        elif value not in scale.by_grade:
            grades = [grade.grade for grade in scale.grades]
            yield Finding(kinds.NO_SUCH_VALUE, (*path, key), texts.no_such_grade(value, item.id, grades))
    fulfilled = [holds(atom, grade.grade) for grade in scale.grades]
    if not any(fulfilled) and not listed:
        yield Finding(kinds.NEVER_OR_ALWAYS, path, texts.NEVER_TRUE)
    elif all(fulfilled):
        yield Finding(kinds.NEVER_OR_ALWAYS, path, texts.ALWAYS_TRUE)


def _alternatives(atom: ItemAtom, item: Item, path: Path) -> Iterator[Finding]:
    for name, key in _ORDERED.items():
        if getattr(atom, name) is not None:
            yield Finding(kinds.NOT_COMPARABLE, (*path, key), texts.choice_not_ordered(item.id))
    known = [alternative.id for alternative in item.alternatives]
    for key, values in (("lika", (atom.equals,)), ("bland", atom.one_of or ())):
        for value in values:
            if value is not None and value not in known:
                message = texts.no_such_alternative(str(value), item.id)
                yield Finding(kinds.NO_SUCH_VALUE, (*path, key), message, advice(str(value), known))


def _facet(context: Context, atom: ItemAtom, item: Item, path: Path) -> Iterator[Finding]:
    if atom.facet is None or atom.value is None:
        yield Finding(kinds.MIXED_ATOM, path, texts.FACET_AND_VALUE)
        return
    if atom.facet not in item.facets:
        message = texts.facet_not_on_item(atom.facet, item.id)
        yield Finding(kinds.UNKNOWN_NAME, (*path, "fasett"), message, advice(atom.facet, item.facets))
        return
    scale = context.scale(item)
    if scale is not None:
        lowest, highest = min(scale.by_grade), max(scale.by_grade)
        bottom, top = (0, highest - lowest) if atom.value == "spann" else (lowest, highest)
        yield from compared(atom, path, bottom, top)
