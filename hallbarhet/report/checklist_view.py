"""A checklist as a document to read before it is used: for consultation, for decision, and with where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from hallbarhet.assessment.names import Names
from hallbarhet.checklist.entries import Name
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.provenance import Provenance
from hallbarhet.report.checklist_questions import Entry, Group, question_groups
from hallbarhet.report.checklist_rules import conflict_group, gate_group, result_sentences, scale_group
from hallbarhet.report.parts import Column, Fact, Link, Paragraphs, Row, Table, codes, columns, facts, links, paragraphs
from hallbarhet.report.view_method import level_table
from hallbarhet.texts import document as texts
from hallbarhet.texts import swedish
from hallbarhet.texts.problems import noun
from hallbarhet.texts.report import STATES

__all__ = ["DocumentView", "Entry", "Group", "Part", "document_view"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document: running text, entries under headings, tables."""

    anchor: str
    heading: str
    sentences: Paragraphs = ()
    groups: tuple[Group, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it has nothing to say, so that its heading is left out."""
        return not (self.groups or self.tables)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The whole document, in the order it is read."""

    page_title: str
    kind: str
    title: str
    introduction: Paragraphs
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]
    sources: tuple[Link, ...]
    skip_link: str = texts.SKIP_LINK
    contents: str = texts.CONTENTS
    sources_heading: str = texts.SOURCES
    id_label: str = texts.ID


def document_view(checklist: Checklist, origins: Mapping[Name, Provenance] | None = None) -> DocumentView:
    """What the document says. With `origins` each entry tells which checklist it comes from."""
    head, names, found = checklist.header, Names(checklist), origins or {}
    parts = (
        _part("dimensioner", tables=_dimension_tables(checklist)),
        _part("fragor", groups=question_groups(checklist, names, found)),
        _part("hallplatser", groups=gate_group(checklist, names, found)),
        _part("malkonflikter", (texts.UNDECLARED,), groups=conflict_group(checklist, names, found)),
        _part("skalor", groups=scale_group(checklist, found)),
        _part("indelningar", tables=_division_tables(checklist, names)),
        _part("resultat", result_sentences(checklist, names), tables=(level_table(checklist),)),
        _part("provfall", tables=_example_table(checklist, names)),
        _part("borttaget", tables=_dropped_table(checklist)),
        _part("ursprung", tables=_origin_table(checklist)),
    )
    return DocumentView(
        page_title=texts.page_title(head.title, head.version),
        kind=texts.KIND,
        title=head.title,
        introduction=paragraphs(head.introduction),
        facts=(
            *facts(
                (texts.ID, head.id),
                (texts.VERSION, head.version),
                (texts.REGION, head.region),
                (texts.VALID_FROM, swedish.day(head.valid_from) if head.valid_from else ""),
                (texts.SUPPORT_FORMS, ", ".join(head.support_forms) or texts.ALL_FORMS),
                (texts.BUILDS_ON, _bases(checklist)),
            ),
            *codes((texts.FINGERPRINT, checklist.fingerprint)),
        ),
        parts=tuple(part for part in parts if not part.is_empty),
        sources=links((source.title, source.link) for source in head.sources),
    )


def _part(
    anchor: str, sentences: Paragraphs = (), *, groups: tuple[Group, ...] = (), tables: tuple[Table, ...] = ()
) -> Part:
    return Part(anchor, texts.HEADINGS[anchor], sentences, groups, tables)


def _bases(checklist: Checklist) -> str:
    return swedish.listed([texts.version_line(origin.id, origin.version) for origin in checklist.origins])


def _dimension_tables(checklist: Checklist) -> tuple[Table, ...]:
    questions = {theme.id: 0 for theme in checklist.themes}
    for item in checklist.items:
        if item.is_scored and item.theme in questions:
            questions[item.theme] += 1
    themes = {
        dimension.id: [theme for theme in checklist.themes if theme.dimension == dimension.id]
        for dimension in checklist.dimensions
    }
    dimension_rows = tuple(
        Row(
            dimension.name,
            (
                dimension.id,
                dimension.definition,
                swedish.plain(dimension.weight),
                str(len(themes[dimension.id])),
                str(sum(questions[theme.id] for theme in themes[dimension.id])),
            ),
        )
        for dimension in checklist.dimensions
    )
    theme_rows = tuple(
        Row(theme.name, (theme.id, dimension.name, swedish.plain(theme.weight), str(questions[theme.id])))
        for dimension in checklist.dimensions
        for theme in themes[dimension.id]
    )
    heads = columns(texts.DIMENSION, texts.ID, texts.WORDS, texts.WEIGHT, texts.THEMES, texts.QUESTIONS, numbers=3)
    theme_heads = columns(texts.THEME, texts.ID, texts.DIMENSION, texts.WEIGHT, texts.QUESTIONS, numbers=2)
    return (
        Table("tabell-dimensioner", texts.DIMENSION_TABLE, heads, dimension_rows),
        *_table("tabell-teman", texts.THEME_TABLE, theme_heads, theme_rows),
    )


def _division_tables(checklist: Checklist, names: Names) -> tuple[Table, ...]:
    tags = tuple(Row(tag.name, (tag.id, _yes(tag.protected))) for tag in checklist.tags)
    facets = tuple(
        Row(
            facet.name,
            (
                facet.id,
                texts.FACET_KINDS[facet.kind],
                ", ".join(category.text for category in facet.categories),
                _yes(facet.protected),
            ),
        )
        for facet in checklist.facets
    )
    goals = tuple(Row(goal.name, (goal.id,)) for goal in checklist.strategy_goals)
    interactions = tuple(
        Row(names.goal(one.source), (names.goal(one.target), swedish.number(one.strength, 0, sign=True)))
        for one in checklist.interactions
    )
    own = tuple(Row(field.text, (field.id,)) for field in checklist.rules.case_fields)
    return (
        *_table("tabell-strategimal", texts.STRATEGY_TABLE, columns(texts.NAME, texts.ID), goals),
        *_table("tabell-taggar", texts.TAG_TABLE, columns(texts.NAME, texts.ID, texts.IS_PROTECTED), tags),
        *_table(
            "tabell-fasetter",
            texts.FACET_TABLE,
            columns(texts.NAME, texts.ID, texts.WHAT, texts.CATEGORIES, texts.IS_PROTECTED),
            facets,
        ),
        *_table(
            "tabell-samspel",
            texts.INTERACTION_TABLE,
            columns(texts.FROM_GOAL, texts.TO_GOAL, texts.STRENGTH, numbers=1),
            interactions,
        ),
        *_table("tabell-arende", texts.CASE_FIELD_TABLE, columns(texts.NAME, texts.ID), own),
    )


def _example_table(checklist: Checklist, names: Names) -> tuple[Table, ...]:
    rows = []
    for example in checklist.examples:
        expected = example.expected
        told = [texts.expected_level(expected.level)] if expected.level is not None else []
        told += [texts.expected_state(STATES.get(expected.status, expected.status))] if expected.status else []
        if expected.conflicts is not None:
            told.append(texts.expected_conflicts([_conflict_name(checklist, id_) for id_ in expected.conflicts]))
        if expected.gates is not None:
            told.append(texts.expected_gates([names.gate(id_) for id_ in expected.gates]))
        rows.append(Row(example.name, ("; ".join(told),)))
    return _table("tabell-provfall", texts.EXAMPLE_TABLE, columns(texts.EXAMPLE, texts.EXPECTED), tuple(rows))


def _conflict_name(checklist: Checklist, id_: str) -> str:
    rule = checklist.rule_by_id.get(id_)
    return rule.title if rule else id_


def _dropped_table(checklist: Checklist) -> tuple[Table, ...]:
    rows = tuple(Row(gone.id, (noun(gone.kind), gone.reason)) for gone in checklist.dropped)
    return _table("tabell-borttaget", texts.DROPPED_TABLE, columns(texts.NAME, texts.WHAT, texts.WHY), rows)


def _origin_table(checklist: Checklist) -> tuple[Table, ...]:
    rows = tuple(Row(origin.id, (origin.version, origin.fingerprint)) for origin in checklist.origins)
    heads = columns(texts.ID, texts.VERSION, texts.FINGERPRINT)
    return _table("tabell-ursprung", texts.ORIGIN_TABLE, heads, rows)


def _table(id_: str, caption: str, heads: tuple[Column, ...], rows: tuple[Row, ...]) -> tuple[Table, ...]:
    """A table, or nothing where it has no rows."""
    return (Table(id_, caption, heads, rows),) if rows else ()


def _yes(value: bool) -> str:
    return texts.YES if value else texts.NO
