"""Conditions: small enough to read aloud, about things that are there, and able to come out both ways."""

from collections.abc import Collection, Iterator

from hallbarhet.checklist import kinds
from hallbarhet.checklist.case_fields import CASE_FIELDS
from hallbarhet.checklist.checks.atoms import compared, has_bounds, item_findings
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.conditions import (
    MAX_DEPTH,
    MAX_NODES,
    AggregateAtom,
    All,
    AnyOf,
    CaseAtom,
    Condition,
    Count,
    GapAtom,
    ItemAtom,
    Not,
    depth,
    nodes,
)
from hallbarhet.checklist.nearest import advice
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts


def findings(context: Context) -> Iterator[Finding]:
    """What is wrong with each condition."""
    for path, condition in context.conditions:
        levels, count = depth(condition), sum(1 for _ in nodes(condition))
        if levels > MAX_DEPTH or count > MAX_NODES:
            yield Finding(kinds.CONDITION_SIZE, path, texts.condition_too_large(levels, MAX_DEPTH, count, MAX_NODES))
        yield from _inside(context, condition, path)


def _inside(context: Context, condition: Condition, path: Path) -> Iterator[Finding]:
    match condition:
        case All():
            yield from _parts(context, condition.parts, (*path, "alla"))
        case AnyOf():
            yield from _parts(context, condition.parts, (*path, "minst_en"))
        case Not():
            yield from _inside(context, condition.part, (*path, "inte"))
        case Count():
            yield from _count(condition, path)
            yield from _parts(context, condition.count.of, (*path, "antal", "av"))
        case ItemAtom():
            yield from item_findings(context, condition, path)
        case AggregateAtom():
            yield from _aggregate(context, condition, path)
        case GapAtom():
            yield from _gap(context, condition, path)
        case CaseAtom():
            yield from _case(context, condition, path)


def _parts(context: Context, parts: Collection[Condition], path: Path) -> Iterator[Finding]:
    if not parts:
        yield Finding(kinds.CONDITION_EMPTY, path, texts.empty_condition(str(path[-1])))
    for position, part in enumerate(parts):
        yield from _inside(context, part, (*path, position))


def _count(condition: Count, path: Path) -> Iterator[Finding]:
    count = condition.count
    bounds = {"min": count.at_least, "max": count.at_most, "lika": count.equals}
    if all(bound is None for bound in bounds.values()):
        yield Finding(kinds.NO_COMPARISON, (*path, "antal"), texts.COUNT_WITHOUT_NUMBER)
    for key in ("min", "lika"):
        bound = bounds[key]
        if bound is not None and bound > len(count.of):
            yield Finding(kinds.NEVER_OR_ALWAYS, (*path, "antal", key), texts.more_than_parts(bound, len(count.of)))


def _aggregate(context: Context, atom: AggregateAtom, path: Path) -> Iterator[Finding]:
    named = {"dimension": atom.dimension, "tema": atom.theme, "tagg": atom.tag, "mal": atom.goal}
    given = [key for key, value in named.items() if value is not None]
    if len(given) != 1:
        yield Finding(kinds.MIXED_ATOM, path, texts.one_of_them(given))
        return
    key = given[0]
    if key == "mal" and atom.goal in context.known["strategimal"]:
        pass
    elif key == "mal":
        if atom.goal not in context.known["mal"] and not context.may_exist("strategimal", str(atom.goal)):
            yield Finding(kinds.UNKNOWN_GOAL, (*path, "mal"), texts.no_such_goal(str(atom.goal)))
    else:
        yield from context.unknown(key, named[key], (*path, key))
    lowest, highest = {"netto": (-100.0, 100.0), "plus": (0.0, 100.0), "minus": (0.0, 100.0), "dold": (0.0, 1.0)}[
        atom.value
    ]
    yield from compared(atom, path, lowest, highest)


def _gap(context: Context, atom: GapAtom, path: Path) -> Iterator[Finding]:
    if atom.gap != "alla":
        for position, name in enumerate(atom.gap):
            yield from context.unknown("dimension", name, (*path, "spann", position))
    among = context.known["dimension"] if atom.gap == "alla" else set(atom.gap)
    if len(among) < 2:  # noqa: PLR2004  (a gap is between two)
        yield Finding(kinds.MIXED_ATOM, (*path, "spann"), texts.GAP_NEEDS_TWO)
    yield from compared(atom, path, 0, 200)


def _case(context: Context, atom: CaseAtom, path: Path) -> Iterator[Finding]:
    own = {field.id: field.kind for field in context.checklist.rules.case_fields}
    kind = CASE_FIELDS.get(atom.field) or own.get(atom.field)
    if kind is None:
        if not context.may_exist("tillagg_arende", atom.field):
            message = texts.no_such_field(atom.field)
            yield Finding(kinds.UNKNOWN_NAME, (*path, "arende"), message, advice(atom.field, [*CASE_FIELDS, *own]))
        return
    if not has_bounds(atom):
        yield Finding(kinds.NO_COMPARISON, path, texts.NO_COMPARISON)
        return
    numeric = atom.model_fields_set & {"at_least", "at_most", "above", "below"}
    words = [value for value in (atom.equals, *(atom.one_of or ())) if isinstance(value, str)]
    if kind == "tal" and words:
        yield Finding(kinds.NOT_COMPARABLE, path, texts.compare_number(atom.field))
    if kind != "tal" and (numeric or (atom.equals is not None and not isinstance(atom.equals, str))):
        yield Finding(kinds.NOT_COMPARABLE, path, texts.compare_word(atom.field))
