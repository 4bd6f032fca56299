"""Advice to the one who owns a checklist: what works but is seldom meant."""

from collections.abc import Iterable, Iterator

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.checks.reach import reachable
from hallbarhet.checklist.nearest import advice
from hallbarhet.checklist.problems import Finding
from hallbarhet.texts import checklist as texts
from hallbarhet.texts.problems import noun

MOST_CHARACTERS = {"kort": 24, "text": 140, "titel": 70, "anchor": 60}
"""What fits at 80 columns: a name in a row, a question in two lines, a head in one, an anchor beside its digit."""

DOMINANT = 0.5
"""A question with more than this share of its dimension decides it alone."""

FEW_ITEMS = 3
"""With fewer questions one of them always dominates."""

MOST_UNEVEN = 3
"""Dimensions may weigh differently; past this the light one hardly counts."""


def findings(context: Context, support_forms: Iterable[str] | None) -> Iterator[Finding]:
    """All the advice, in no order."""
    yield from _support_forms(context, support_forms)
    yield from _unused(context)
    yield from _balance(context)
    yield from _guidance(context)
    yield from _width(context)
    yield from _depth(context)
    yield from reachable(context)


def _support_forms(context: Context, known: Iterable[str] | None) -> Iterator[Finding]:
    if known is None:
        return
    forms = list(known)
    for position, form in enumerate(context.checklist.header.support_forms):
        if form not in forms:
            path = ("checklista", "stodformer", position)
            message = texts.not_there(noun("stodform"), form)
            yield Finding(kinds.UNKNOWN_SUPPORT_FORM, path, message, advice(form, forms))


def _unused(context: Context) -> Iterator[Finding]:
    checklist = context.checklist
    items = checklist.items
    rules = checklist.conflict_rules
    used: dict[str, set[str | None]] = {
        "skala": {item.scale for item in items},
        "tema": {item.theme for item in items},
        "tagg": {*(tag for item in items for tag in item.tags)},
        "fasett": {*(facet for item in items for facet in item.facets), *(rule.facet for rule in rules)},
        "strategimal": {*(goal for item in items for goal in item.strategy_goals)},
    }
    for kind, names in used.items():
        for number, name in enumerate(context.known[kind]):
            if name not in names:
                yield Finding(kinds.UNUSED, (kind, number), texts.unused(noun(kind), name))


def _balance(context: Context) -> Iterator[Finding]:
    checklist = context.checklist
    weights = [float(dimension.weight) for dimension in checklist.dimensions if dimension.weight > 0]
    if max(weights) > MOST_UNEVEN * min(weights):
        yield Finding(kinds.UNBALANCED, ("dimension", 0, "vikt"), texts.dimensions_uneven(MOST_UNEVEN))
    shares = _shares(context)
    for path, item in context.items:
        dimension, share, count = shares.get(item.id, ("", 0.0, 0))
        if share > DOMINANT and count >= FEW_ITEMS:
            yield Finding(kinds.UNBALANCED, (*path, "vikt"), texts.dominates(dimension, share))


def _shares(context: Context) -> dict[str, tuple[str, float, int]]:
    """By question: its dimension, its share of that dimension's points, and how many questions share them."""
    checklist = context.checklist
    shares: dict[str, tuple[str, float, int]] = {}
    in_theme: dict[str | None, float] = {}
    for item in checklist.items:
        if item.is_scored:
            in_theme[item.theme] = in_theme.get(item.theme, 0.0) + float(item.weight)
    for dimension in checklist.dimensions:
        scored = [
            item for item in checklist.items if item.is_scored and _dimension_of(context, item.theme) == dimension.id
        ]
        themes = {item.theme for item in scored if item.theme and checklist.theme_by_id[item.theme].weight > 0}
        total = sum(float(checklist.theme_by_id[theme].weight) for theme in themes)
        for item in scored:
            if item.theme in themes and item.theme is not None:
                theme_share = float(checklist.theme_by_id[item.theme].weight) / total
                share = theme_share * float(item.weight) / in_theme[item.theme]
                shares[item.id] = (dimension.id, share, len(scored))
    return shares


def _dimension_of(context: Context, theme: str | None) -> str | None:
    return context.checklist.theme_by_id[theme].dimension if theme is not None else None


def _guidance(context: Context) -> Iterator[Finding]:
    for path, item in context.items:
        if not item.guidance.strip():
            yield Finding(kinds.NO_GUIDANCE, path, texts.NO_GUIDANCE)


def _width(context: Context) -> Iterator[Finding]:
    for number, section in enumerate(context.checklist.sections):
        if len(section.title) > MOST_CHARACTERS["titel"]:
            yield Finding(
                kinds.TOO_WIDE, ("avsnitt", number, "titel"), texts.too_wide("titel", MOST_CHARACTERS["titel"])
            )
    for path, item in context.items:
        for key, words in (("kort", item.short_name), ("text", item.text)):
            if len(words) > MOST_CHARACTERS[key]:
                yield Finding(kinds.TOO_WIDE, (*path, key), texts.too_wide(key, MOST_CHARACTERS[key]))
    for number, scale in enumerate(context.checklist.scales):
        for position, grade in enumerate(scale.grades):
            if len(grade.text) > MOST_CHARACTERS["anchor"]:
                where = ("skala", number, "grader", position, "text")
                yield Finding(kinds.TOO_WIDE, where, texts.too_wide("text", MOST_CHARACTERS["anchor"]))


def _depth(context: Context) -> Iterator[Finding]:
    checklist = context.checklist
    deep = [path for path, item in context.items if item.depth == "fordjupad"]
    if deep and checklist.rules.deepened_if is None:
        yield Finding(kinds.DEPTH_WITHOUT_RULE, (*deep[0], "djup"), texts.DEPTH_WITHOUT_RULE)
    if not deep and checklist.rules.deepened_if is not None:
        yield Finding(kinds.DEPTH_WITHOUT_RULE, ("regler", "fordjupad_om"), texts.RULE_WITHOUT_DEPTH)
