"""Levels, caps and other rules of the whole: highest first, each easier to reach than the one above."""

from collections.abc import Iterator
from itertools import pairwise

from hallbarhet.checklist import kinds
from hallbarhet.checklist.case_fields import CASE_FIELDS
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts


def findings(context: Context) -> Iterator[Finding]:
    """What is wrong with the table of levels and with `[regler]`."""
    yield from _order(context)
    yield from _rules(context)
    yield from _caps(context)


def _order(context: Context) -> Iterator[Finding]:
    levels = context.checklist.levels
    for number, (higher, lower) in enumerate(pairwise(levels), start=1):
        if lower.level > higher.level:
            yield Finding(kinds.LEVEL_ORDER, ("niva", number, "niva"), texts.levels_fall(higher.level, lower.level))
        for key, above, below in (
            ("index_min", higher.index_min, lower.index_min),
            ("dimension_min", higher.dimension_min, lower.dimension_min),
        ):
            if below is not None and (above is None or below > above):
                message = texts.threshold_rises(key, lower.level, higher.level)
                yield Finding(kinds.LEVEL_THRESHOLDS, ("niva", number, key), message)
    if not levels:
        yield Finding(kinds.LEVEL_BOTTOM, ("niva",), texts.NO_LEVELS)
    elif levels[-1].index_min is not None or levels[-1].dimension_min is not None:
        yield Finding(kinds.LEVEL_BOTTOM, ("niva", len(levels) - 1), texts.bottom_has_threshold(levels[-1].level))


def _rules(context: Context) -> Iterator[Finding]:
    rules = context.checklist.rules
    if rules.aggregation == "potens":
        if rules.exponent is None:
            yield Finding(kinds.EXPONENT, ("regler", "sammanvagning"), texts.EXPONENT_MISSING)
        elif rules.exponent > 1:
            yield Finding(kinds.EXPONENT, ("regler", "exponent"), texts.EXPONENT_TOO_HIGH)
    elif rules.exponent is not None:
        yield Finding(kinds.EXPONENT, ("regler", "exponent"), texts.EXPONENT_UNUSED)
    seen: set[str] = set()
    for number, field in enumerate(rules.case_fields):
        path: Path = ("regler", "tillagg_arende", number, "id")
        if field.id in CASE_FIELDS:
            yield Finding(kinds.CASE_FIELD_TAKEN, path, texts.field_taken(field.id))
        elif field.id in seen:
            yield Finding(kinds.DUPLICATE, path, texts.twice("tillagg_arende", field.id))
        seen.add(field.id)


def _caps(context: Context) -> Iterator[Finding]:
    known = [level.level for level in context.checklist.levels]
    for dimension, caps in context.checklist.rules.caps.items():
        for number, cap in enumerate(caps):
            if cap.max_level not in known:
                path: Path = ("regler", "tak", dimension, number, "max_niva")
                yield Finding(kinds.CAP_LEVEL, path, texts.no_such_level(cap.max_level, known))
