"""Rules for goal conflicts: what each kind needs, and what the detectors nobody declared are called."""

from collections.abc import Iterator
from itertools import permutations

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.model import Checklist, ConflictKind, ConflictRule
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts

_NEEDS: dict[ConflictKind, tuple[tuple[str, str], ...]] = {
    "par": (("gains", "plus"), ("loses", "minus")),
    "spann": (("between", "mellan"),),
    "dold": (("group", "grupp"),),
    "fasett": (("facet", "fasett"),),
    "strategi": (("goals", "mal"),),
    "matris": (),
    "villkor": (("condition", "om"),),
}
"""What a rule of each kind names, as field and key; one that adjusts an undeclared detector needs none of it."""

_MAY: dict[ConflictKind, tuple[tuple[str, str], ...]] = {
    "par": (("both_ways", "omvand"), ("threshold_gain", "troskel_plus"), ("threshold_loss", "troskel_minus")),
    "spann": (("threshold", "troskel"),),
    "dold": (("threshold", "troskel"),),
    "fasett": (("threshold", "troskel"),),
    "strategi": (("threshold", "troskel"),),
    "matris": (("threshold", "troskel"), ("goals", "mal")),
    "villkor": (("strength", "styrka"),),
}


def undeclared_names(checklist: Checklist) -> dict[str, ConflictKind]:
    """The ids of conflicts that are looked for without being declared, with their kinds."""
    names: dict[str, ConflictKind] = {"spann": "spann"}
    names.update({f"dold-tema-{theme.id}": "dold" for theme in checklist.themes})
    names.update({f"dold-dimension-{dimension.id}": "dold" for dimension in checklist.dimensions})
    names.update({f"fasett-{item.id}-{facet}": "fasett" for item in checklist.items for facet in item.facets})
    names.update({f"strategi-{a.id}-{b.id}": "strategi" for a, b in permutations(checklist.strategy_goals, 2)})
    for one in checklist.interactions:
        names[f"matris-{one.source}-{one.target}"] = "matris"
        names[f"matris-indirekt-{one.source}"] = "matris"
        names[f"matris-indirekt-{one.target}"] = "matris"
    return names


def findings(context: Context) -> Iterator[Finding]:
    """What is wrong with each rule."""
    reserved = undeclared_names(context.checklist)
    for number, rule in enumerate(context.checklist.conflict_rules):
        path: Path = ("malkonflikt", number)
        adjusted = reserved.get(rule.id)
        if adjusted is not None and adjusted != rule.kind:
            yield Finding(kinds.CONFLICT_RESERVED_NAME, (*path, "slag"), texts.reserved_name(rule.id, adjusted))
            continue
        if rule.silenced and not rule.silence_reason.strip():
            yield Finding(kinds.SILENCED_WITHOUT_REASON, (*path, "av"), texts.SILENCED_WITHOUT_REASON)
        yield from _needs(rule, path, reserved)
        yield from _pointers(context, rule, path)
        yield from _sense(context, rule, path)


def _needs(rule: ConflictRule, path: Path, reserved: dict[str, ConflictKind]) -> Iterator[Finding]:
    absent = [key for field, key in _NEEDS[rule.kind] if not getattr(rule, field)]
    if absent and rule.id not in reserved:
        yield Finding(kinds.CONFLICT_INCOMPLETE, path, texts.conflict_needs(rule.kind, absent))
    own = {field for field, _ in (*_NEEDS[rule.kind], *_MAY[rule.kind])}
    everybody = {pair for pairs in (*_NEEDS.values(), *_MAY.values()) for pair in pairs}
    for field, key in sorted(everybody):
        if field in rule.model_fields_set and field not in own:
            message = texts.conflict_key_unused(key, rule.kind)
            yield Finding(kinds.CONFLICT_KEY_WITHOUT_MEANING, (*path, key), message)


def _pointers(context: Context, rule: ConflictRule, path: Path) -> Iterator[Finding]:
    yield from context.unknown("punkt", rule.gains, (*path, "plus"))
    yield from context.unknown("punkt", rule.loses, (*path, "minus"))
    yield from context.unknown("fasett", rule.facet, (*path, "fasett"))
    for position, dimension in enumerate(rule.between):
        yield from context.unknown("dimension", dimension, (*path, "mellan", position))
    for kind, name in rule.group.items():
        yield from context.unknown(kind, name, (*path, "grupp", kind))
    if rule.kind == "strategi":
        for position, goal in enumerate(rule.goals):
            yield from context.unknown("strategimal", goal, (*path, "mal", position))


def _sense(context: Context, rule: ConflictRule, path: Path) -> Iterator[Finding]:
    if rule.kind == "par":
        if rule.gains is not None and rule.gains == rule.loses:
            yield Finding(kinds.CONFLICT_WITH_ITSELF, (*path, "minus"), texts.CONFLICT_WITH_ITSELF)
        for key, name in (("plus", rule.gains), ("minus", rule.loses)):
            item = context.item(name)
            if item is not None and item.kind != "bedomning":
                yield Finding(kinds.CONFLICT_NOT_JUDGED, (*path, key), texts.conflict_not_judged(item.id))
    if rule.kind == "spann" and rule.between and len(set(rule.between)) < 2:  # noqa: PLR2004  (a gap is between two)
        yield Finding(kinds.CONFLICT_INCOMPLETE, (*path, "mellan"), texts.GAP_NEEDS_TWO)
    if rule.kind == "strategi" and rule.goals and (len(rule.goals) != 2 or len(set(rule.goals)) != 2):  # noqa: PLR2004
        yield Finding(kinds.CONFLICT_INCOMPLETE, (*path, "mal"), texts.STRATEGY_NEEDS_TWO)
    if rule.kind == "matris":
        yield from _matrix(context.checklist, rule, path)
    if rule.kind == "dold" and len(rule.group) > 1:
        yield Finding(kinds.CONFLICT_INCOMPLETE, (*path, "grupp"), texts.ONE_GROUP)


def _matrix(checklist: Checklist, rule: ConflictRule, path: Path) -> Iterator[Finding]:
    """A rule about the matrix speaks of all interactions, or of one that is there."""
    pairs = [(one.source, one.target) for one in checklist.interactions]
    if not pairs:
        yield Finding(kinds.CONFLICT_INCOMPLETE, (*path, "slag"), texts.MATRIX_NEEDS_INTERACTIONS)
    elif rule.goals and rule.goals not in pairs:
        yield Finding(kinds.CONFLICT_INCOMPLETE, (*path, "mal"), texts.no_such_interaction(pairs))
