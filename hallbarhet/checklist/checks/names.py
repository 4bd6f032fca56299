"""Names: each only once, none of them empty, and everything that is pointed at is there."""

from collections.abc import Iterable, Iterator
from typing import Any

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts
from hallbarhet.texts.problems import noun


def findings(context: Context) -> Iterator[Finding]:
    """Names that are used twice, empty words, and names that are not there."""
    yield from _twice(context)
    yield from _empty(context)
    yield from _pointers(context)


def _twice(context: Context) -> Iterator[Finding]:
    checklist = context.checklist
    lists: tuple[tuple[str, Iterable[Any]], ...] = (
        ("dimension", checklist.dimensions), ("tema", checklist.themes), ("skala", checklist.scales),
        ("tagg", checklist.tags), ("fasett", checklist.facets), ("strategimal", checklist.strategy_goals),
        ("malgrupp", checklist.goal_groups), ("mal", checklist.goal_notes), ("avsnitt", checklist.sections),
        ("hallplats", checklist.gates), ("malkonflikt", checklist.conflict_rules),
    )  # fmt: skip
    for kind, entries in lists:
        yield from _same(kind, [((kind, number, "id"), entry.id) for number, entry in enumerate(entries)])
    yield from _same("punkt", [((*path, "id"), item.id) for path, item in context.items])
    for number, facet in enumerate(checklist.facets):
        path: Path = ("fasett", number, "kategorier")
        yield from _same("kategorier", [((*path, k, "id"), one.id) for k, one in enumerate(facet.categories)])
    for path, item in context.items:
        choices = [((*path, "alternativ", k, "id"), one.id) for k, one in enumerate(item.alternatives)]
        yield from _same("alternativ", choices)
    yield from _same("niva", [(("niva", n, "niva"), str(one.level)) for n, one in enumerate(checklist.levels)])
    yield from _same("provfall", [(("provfall", n, "namn"), one.name) for n, one in enumerate(checklist.examples)])
    pairs = [(("samspel", n), f"{one.source} till {one.target}") for n, one in enumerate(checklist.interactions)]
    yield from _same("samspel", pairs)


def _same(kind: str, named: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            yield Finding(kinds.DUPLICATE, path, texts.twice(noun(kind), name))
        seen.add(name)


_WORDS = {
    "namn": ("dimension", "tema", "tagg", "fasett", "strategimal", "malgrupp", "niva", "provfall"),
    "titel": ("avsnitt", "hallplats", "malkonflikt"),
}


def _empty(context: Context) -> Iterator[Finding]:
    checklist = context.checklist
    if not checklist.header.title.strip():
        yield Finding(kinds.EMPTY, ("checklista", "titel"), texts.empty("titel"))
    for key, lists in _WORDS.items():
        for kind in lists:
            for number, entry in enumerate(checklist.data.get(kind, [])):
                if not entry.get(key, "").strip():
                    yield Finding(kinds.EMPTY, (kind, number, key), texts.empty(key))
    for path, item in context.items:
        if not item.text.strip():
            yield Finding(kinds.EMPTY, (*path, "text"), texts.empty("text"))
        for number, alternative in enumerate(item.alternatives):
            if not alternative.text.strip():
                yield Finding(kinds.EMPTY, (*path, "alternativ", number, "text"), texts.empty("text"))


def _pointers(context: Context) -> Iterator[Finding]:
    checklist = context.checklist
    for number, theme in enumerate(checklist.themes):
        yield from context.unknown("dimension", theme.dimension, ("tema", number, "dimension"))
    for path, item in context.items:
        yield from context.unknown("skala", item.scale, (*path, "skala"))
        yield from context.unknown("tema", item.theme, (*path, "tema"))
        for key, kind, used in (
            ("strategimal", "strategimal", item.strategy_goals),
            ("taggar", "tagg", item.tags),
            ("fasetter", "fasett", item.facets),
        ):
            for position, name in enumerate(used):
                yield from context.unknown(kind, name, (*path, key, position))
    for number, gate in enumerate(checklist.gates):
        yield from context.unknown("avsnitt", gate.after, ("hallplats", number, "efter"))
    for dimension in checklist.rules.caps:
        yield from context.unknown("dimension", dimension, ("regler", "tak", dimension))
