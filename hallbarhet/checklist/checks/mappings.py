"""What became of questions since an older version: that each row says enough, and about questions that are there."""

import re
from collections.abc import Iterator

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.lineage import sources_of
from hallbarhet.checklist.model import Mapping
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.checklist.shelf import numbers
from hallbarhet.texts import checklist as texts

_RULES = {"sammanslagen": ("min", "medel", "vet_inte"), "delad": ("kopia", "vet_inte")}


def findings(context: Context) -> Iterator[Finding]:
    """What is wrong with each row."""
    rows = context.checklist.mappings
    for number, mapping in enumerate(rows):
        path: Path = ("koppling", number)
        yield from _needs(mapping, path)
        yield from _rule(mapping, path)
        # a question of a version in between is not here any more, but a later row says what became of it
        if not any(_leads_on(mapping, later) for later in rows):
            yield from context.unknown("punkt", mapping.target, (*path, "till"))
        yield from _grades(context, mapping, path)


def _leads_on(mapping: Mapping, later: Mapping) -> bool:
    is_later = numbers(later.from_version) > numbers(mapping.from_version)
    return is_later and mapping.target in sources_of(later)


def _needs(mapping: Mapping, path: Path) -> Iterator[Finding]:
    if not re.fullmatch(r"[0-9]+(\.[0-9]+){0,2}", mapping.from_version):
        yield Finding(kinds.MAPPING_INCOMPLETE, (*path, "fran_version"), texts.version_prefix(mapping.from_version))
    if mapping.target is None and mapping.kind != "borttagen":
        yield Finding(kinds.MAPPING_INCOMPLETE, path, texts.mapping_needs(mapping.kind, "till"))
    if not mapping.sources and mapping.kind != "ny":
        yield Finding(kinds.MAPPING_INCOMPLETE, path, texts.mapping_needs(mapping.kind, "fran"))
    several = isinstance(mapping.sources, tuple) and bool(mapping.sources)
    if mapping.kind == "sammanslagen" and mapping.sources and not several:
        yield Finding(kinds.MAPPING_INCOMPLETE, (*path, "fran"), texts.MERGED_FROM_LIST)
    if mapping.kind not in {"sammanslagen", "borttagen"} and several:
        yield Finding(kinds.MAPPING_INCOMPLETE, (*path, "fran"), texts.mapped_from_one(mapping.kind))
    if mapping.kind == "omskalad" and not mapping.grades:
        yield Finding(kinds.MAPPING_INCOMPLETE, path, texts.mapping_needs(mapping.kind, "grader"))


def _rule(mapping: Mapping, path: Path) -> Iterator[Finding]:
    if mapping.rule is None:
        return
    allowed = _RULES.get(mapping.kind, ())
    if mapping.rule not in allowed:
        yield Finding(kinds.MAPPING_RULE, (*path, "regel"), texts.mapping_rule(mapping.kind, allowed))


def _grades(context: Context, mapping: Mapping, path: Path) -> Iterator[Finding]:
    item = context.item(mapping.target)
    scale = context.scale(item) if item is not None else None
    for position, grade in enumerate(mapping.grades):
        if item is not None and scale is not None and grade.target not in scale.by_grade:
            where: Path = (*path, "grader", position, "till")
            grades = [one.grade for one in scale.grades]
            yield Finding(kinds.NO_SUCH_VALUE, where, texts.no_such_grade(grade.target, item.id, grades))
