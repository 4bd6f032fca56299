"""The questions of a checklist as they are read in a document: what is asked, how it counts and when."""

from collections.abc import Mapping
from dataclasses import dataclass

from hallbarhet.assessment.asked import asked
from hallbarhet.assessment.names import Names
from hallbarhet.checklist.entries import Name
from hallbarhet.checklist.model import Checklist, Item
from hallbarhet.checklist.provenance import Provenance
from hallbarhet.report.parts import Fact, Paragraphs, Table, facts, paragraphs
from hallbarhet.texts import document as texts
from hallbarhet.texts.findings import upper_first


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the document under its own heading."""

    heading: str
    id: str
    text: Paragraphs
    facts: tuple[Fact, ...]
    origin: str = ""
    """Which checklist it comes from; empty where there is only one."""
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that belong together; without a heading where there is only one group."""

    heading: str
    introduction: Paragraphs
    entries: tuple[Entry, ...]
    origin: str = ""


def origin_of(origins: Mapping[Name, Provenance], name: Name) -> str:
    """Where an entry comes from, in a sentence."""
    found = origins.get(name)
    return texts.origin(found.base, found.changed) if found else ""


def question_groups(checklist: Checklist, names: Names, origins: Mapping[Name, Provenance]) -> tuple[Group, ...]:
    """The questions part by part, numbered as in the report."""
    return tuple(
        Group(
            heading=section.title,
            introduction=paragraphs(section.introduction),
            entries=tuple(
                _question(checklist, names, item, f"{part}.{place}", origins)
                for place, item in enumerate(section.items, start=1)
            ),
            origin=" ".join((texts.known_as(section.id), origin_of(origins, ("avsnitt", section.id)))).rstrip(),
        )
        for part, section in enumerate(checklist.sections, start=1)
    )


def _question(checklist: Checklist, names: Names, item: Item, number: str, origins: Mapping[Name, Provenance]) -> Entry:
    strategy = [names.group(id_) for id_ in item.strategy_goals]
    return Entry(
        heading=f"{number} {item.name}",
        id=item.id,
        text=paragraphs(item.text),
        facts=facts(
            (texts.HINT, item.hint),
            (texts.ANSWERED, upper_first(_answered(checklist, item))),
            (texts.COUNTS_IN, _counts_in(checklist, item)),
            (texts.SHOWN_IF, upper_first(asked(names, item.shown_if)) if item.shown_if is not None else ""),
            (texts.RULES, " ".join(_rules(checklist, item))),
            (texts.CONCERNS, upper_first(texts.CONCERNS_WORDS[item.concerns]) if item.concerns else ""),
            (texts.PERSPECTIVE, upper_first(texts.PERSPECTIVES[item.perspective]) if item.perspective else ""),
            (texts.GOALS, _goals(item)),
            (texts.STRATEGY, ", ".join(strategy)),
            (texts.TAGS, ", ".join(names.group(id_) for id_ in item.tags)),
            (texts.FACETS, ", ".join(names.facet(id_) for id_ in item.facets)),
            (texts.GUIDANCE, item.guidance),
        ),
        origin=origin_of(origins, ("punkt", item.id)),
    )


def _answered(checklist: Checklist, item: Item) -> str:
    match item.kind:
        case "bedomning":
            scale = checklist.scale_of(item)
            return texts.scale(scale.id, [grade.text for grade in scale.grades]) if scale is not None else ""
        case "tal":
            return texts.number_between(item.at_least, item.at_most, item.unit)
        case "val":
            return texts.choice([one.text for one in item.alternatives], several=item.several)
        case "text":
            return texts.longest_text(item.max_characters)


def _counts_in(checklist: Checklist, item: Item) -> str:
    if not item.is_scored or item.theme is None:
        return ""
    theme = checklist.theme_by_id[item.theme]
    dimension = next(one.name for one in checklist.dimensions if one.id == theme.dimension)
    return texts.counts_in(theme.name, dimension, item.weight)


def _rules(checklist: Checklist, item: Item) -> list[str]:
    told = [texts.RATIONALES[item.rationale]]
    if not checklist.may_be_waived(item):
        told.append(texts.MAY_NOT_BE_WAIVED)
    if item.depth == "fordjupad":
        told.append(texts.DEEPENED)
    if item.reading == "nulage":
        told.append(texts.BASELINE)
    elif item.kind == "bedomning" and not item.is_scored:
        told.append(texts.INFORMATION)
    if item.internal:
        told.append(texts.INTERNAL)
    return told


def _goals(item: Item) -> str:
    told = [", ".join(item.goals)] if item.goals else []
    return "; ".join([*told, texts.indirect(item.goals_indirect)] if item.goals_indirect else told)
