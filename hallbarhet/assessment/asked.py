"""What a condition asks, in words: for a checklist read as a document, before there are any answers."""

from hallbarhet.assessment.explained_rules import limits_told
from hallbarhet.assessment.names import Names
from hallbarhet.checklist.conditions import (
    AggregateAtom,
    All,
    AnyOf,
    CaseAtom,
    Comparison,
    Condition,
    Count,
    GapAtom,
    ItemAtom,
    Not,
    parts,
)
from hallbarhet.scoring.explanation import Limits
from hallbarhet.texts import asked as texts
from hallbarhet.texts import explain


def asked(names: Names, condition: Condition) -> str:
    """The whole condition as one clause, in the order it was written: `”Utsläpp” är minst 1 och …`."""
    match condition:
        case ItemAtom():
            return _item(names, condition)
        case AggregateAtom():
            return _group(names, condition)
        case GapAtom():
            gap = condition.gap
            ids = [one.id for one in names.checklist.dimensions] if isinstance(gap, str) else gap
            return explain.gap_asked([names.group(id_) for id_ in ids], _limits(names, condition))
        case CaseAtom():
            return explain.case_asked(names.case_field(condition.field), _limits(names, condition))
        case Not():
            return texts.negated(asked(names, condition.part))
        case Count():
            count = condition.count
            limits = Limits(count.at_least, count.at_most, None, None, _one(count.equals))
            return texts.counted(limits_told(names, limits), [asked(names, part) for part in count.of])
        case All() | AnyOf():
            joined = texts.all_of if isinstance(condition, All) else texts.any_of
            told = [asked(names, part) for part in parts(condition)]
            inner = [isinstance(part, All | AnyOf | Count) and len(parts(part)) > 1 for part in parts(condition)]
            return joined([texts.bracketed(text) if group else text for text, group in zip(told, inner, strict=True)])


def _item(names: Names, atom: ItemAtom) -> str:
    limits = _limits(names, atom, atom.item)
    if atom.facet is not None:
        return explain.facet_asked(names.item(atom.item), names.facet(atom.facet), atom.value or "spann", limits)
    return explain.item_asked(names.item(atom.item), atom.status, limits)


def _group(names: Names, atom: AggregateAtom) -> str:
    if atom.goal is not None:
        return explain.group_asked(atom.value, names.goal(atom.goal), _limits(names, atom))
    group = atom.dimension or atom.theme or atom.tag or ""
    return explain.group_asked(atom.value, names.group(group), _limits(names, atom))


def _limits(names: Names, comparison: Comparison, item: str = "") -> str:
    given = comparison
    one_of = given.one_of if given.one_of is not None else _one(given.equals)
    return limits_told(names, Limits(given.at_least, given.at_most, given.above, given.below, one_of), item)


def _one(value: float | str | None) -> tuple[float | str, ...] | None:
    return None if value is None else (value,)
