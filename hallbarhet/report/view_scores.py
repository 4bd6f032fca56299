"""The dimensions and goals of a report: one sentence, one card and one row for each."""

from dataclasses import dataclass

from hallbarhet.assessment.model import Assessment
from hallbarhet.checklist.model import Checklist
from hallbarhet.report import charts
from hallbarhet.report.parts import Paragraphs, Row, Table, columns, paragraphs
from hallbarhet.scoring.outcome import DimensionOutcome, GoalOutcome, Outcome
from hallbarhet.texts import charts as chart_texts
from hallbarhet.texts import findings, swedish
from hallbarhet.texts import report as texts
from hallbarhet.texts.goals import GOALS


@dataclass(frozen=True, slots=True)
class DimensionCard:
    """One dimension: its points, in a number and in words, and what the officer says about it."""

    name: str
    definition: str
    points: str
    direction: str
    sentence: str
    coverage: str
    judgement: Paragraphs


@dataclass(frozen=True, slots=True)
class DimensionsView:
    """What the report says first."""

    introduction: str
    cards: tuple[DimensionCard, ...]
    chart: charts.Chart | None
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class GoalsView:
    """Which goals the project touches, by its own plus and minus."""

    introduction: str
    chart: charts.Chart | None
    note: str
    untouched: str
    tables: tuple[Table, ...]


def dimensions_view(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> DimensionsView:
    """The dimensions in the checklist's order."""
    names = {dimension.id: dimension.name for dimension in checklist.dimensions}
    definitions = {dimension.id: dimension.definition for dimension in checklist.dimensions}
    words = assessment.judgement.dimensions
    cards = tuple(
        _card(names[found.id], definitions[found.id], found, words.get(found.id, "")) for found in outcome.dimensions
    )
    return DimensionsView(
        findings.DIMENSIONS_INTRO,
        cards,
        _dimension_chart(names, outcome),
        (_dimension_table(names, outcome), *_theme_table(checklist, outcome)),
    )


def goals_view(checklist: Checklist, outcome: Outcome) -> GoalsView:
    """The goals of Agenda 2030 by number, never by score, and the region's own."""
    touched = {found.goal: found for found in outcome.goals}
    tables = (*_goal_table(checklist, outcome), *_group_table(checklist, touched), *_strategy_table(checklist, outcome))
    if not touched:
        return GoalsView(findings.NO_GOALS, None, "", "", tables)
    chart = _goal_chart(touched)
    untouched = findings.untouched([goal for goal in GOALS if goal not in touched])
    return GoalsView(chart.title, chart, findings.GOALS_NOTE, untouched, tables)


def goal_name(goal: str) -> str:
    """A goal by number and name."""
    return texts.goal(goal, GOALS.get(goal, ""))


def _card(name: str, definition: str, found: DimensionOutcome, words: str) -> DimensionCard:
    central, plus, minus = found.points.central, found.plus, found.minus
    direction = findings.direction(plus, minus)
    if central is None or plus is None or minus is None:
        sentence = findings.not_live(name)
    elif found.coverage == 0:
        # zero points because nothing is answered must not read as no effect
        central, direction, sentence = None, findings.NOT_JUDGED, findings.not_judged(name)
    else:
        sentence = findings.dimension(name, found.points.low, central, found.points.high, plus, minus)
    return DimensionCard(
        name=name,
        definition=definition,
        points=swedish.points(central),
        direction=direction,
        sentence=sentence,
        coverage=findings.coverage(found.coverage, found.not_relevant_share),
        judgement=paragraphs(words),
    )


def _dimension_chart(names: dict[str, str], outcome: Outcome) -> charts.Chart | None:
    bars = []
    for found in outcome.dimensions:
        low, central, high = found.points.low, found.points.central, found.points.high
        if central is None or low is None or high is None or found.plus is None or found.minus is None:
            continue
        name, value = names[found.id], swedish.points(central)
        bars.append(charts.DimensionBar(name, value, low, central, high, found.plus, found.minus))
    if not bars:
        return None
    title = chart_texts.dimensions([(bar.name, bar.central) for bar in bars])
    told = (chart_texts.dimension(bar.name, bar.low, bar.central, bar.high, bar.plus, bar.minus) for bar in bars)
    return charts.dimension_chart("diagram-dimensioner", title, " ".join(told), bars)


def _dimension_table(names: dict[str, str], outcome: Outcome) -> Table:
    rows = tuple(
        Row(
            names[found.id],
            (
                swedish.points(found.points.central),
                swedish.points(found.points.low),
                swedish.points(found.points.high),
                swedish.number(found.plus),
                swedish.number(found.minus),
                findings.share(found.coverage),
                swedish.percent(found.not_relevant_share),
            ),
        )
        for found in outcome.dimensions
    )
    headings = (texts.POINTS, texts.LOWEST, texts.HIGHEST, texts.PLUS, texts.MINUS, texts.COVERAGE, texts.WAIVED)
    return Table("tabell-dimensioner", texts.DIMENSION_TABLE, columns(texts.DIMENSION, *headings, numbers=7), rows)


def _theme_table(checklist: Checklist, outcome: Outcome) -> tuple[Table, ...]:
    dimensions = {dimension.id: dimension.name for dimension in checklist.dimensions}
    rows = []
    for found in outcome.themes:
        theme = checklist.theme_by_id[found.id]
        low, central, high = found.points.low, found.points.central, found.points.high
        cells = (dimensions[theme.dimension], swedish.points(central), swedish.points(low), swedish.points(high))
        rows.append(Row(theme.name, cells))
    if not rows:
        return ()
    heads = columns(texts.THEME, texts.DIMENSION, texts.POINTS, texts.LOWEST, texts.HIGHEST, numbers=3)
    return (Table("tabell-teman", texts.THEME_TABLE, heads, tuple(rows)),)


def _goal_chart(touched: dict[str, GoalOutcome]) -> charts.Chart:
    found = {goal: touched.get(goal, GoalOutcome(goal, 0.0, 0.0, 0)) for goal in GOALS}
    bars = [charts.GoalBar(goal, entry.plus, entry.minus, goal in touched) for goal, entry in found.items()]
    plus = max(touched.values(), key=lambda entry: entry.plus)
    minus = max(touched.values(), key=lambda entry: entry.minus)
    title = chart_texts.goals(
        len(touched),
        goal_name(plus.goal) if plus.plus >= findings.SMALLEST else "",
        goal_name(minus.goal) if minus.minus >= findings.SMALLEST else "",
    )
    told = (chart_texts.goal(goal_name(goal), entry.plus, entry.minus) for goal, entry in touched.items())
    return charts.goal_chart("diagram-mal", title, " ".join(told), bars)


def _goal_cells(found: GoalOutcome) -> tuple[str, ...]:
    counts = (swedish.number(found.items, 0), swedish.number(found.unknown, 0))
    return (swedish.number(found.plus), swedish.number(found.minus), *counts)


def _goal_table(checklist: Checklist, outcome: Outcome) -> tuple[Table, ...]:
    if not outcome.goals:
        return ()
    notes = {note.id: note for note in checklist.goal_notes}
    baseline = any(note.baseline for note in notes.values())
    rows = []
    for found in outcome.goals:
        note = notes.get(found.goal)
        name = goal_name(found.goal)
        if note is not None and note.sensitive:
            name = f"{name} ({texts.SENSITIVE})"
        before = ((note.baseline if note else "") or swedish.NOTHING,) if baseline else ()
        rows.append(Row(name, (*before, *_goal_cells(found))))
    headings = (texts.GOAL, *((texts.BASELINE,) if baseline else ()))
    heads = columns(*headings, texts.PLUS, texts.MINUS, texts.QUESTIONS, texts.WITHOUT_ANSWER, numbers=4)
    return (Table("tabell-mal", texts.GOAL_TABLE, heads, tuple(rows)),)


def _group_table(checklist: Checklist, touched: dict[str, GoalOutcome]) -> tuple[Table, ...]:
    if not checklist.goal_groups or not touched:
        return ()
    rows = []
    for group in checklist.goal_groups:
        inside = [touched[goal] for goal in group.goals if goal in touched]
        plus, minus = sum(found.plus for found in inside), sum(found.minus for found in inside)
        rows.append(Row(group.name, (swedish.listed(group.goals), swedish.number(plus), swedish.number(minus))))
    heads = columns(texts.GOAL_GROUP, texts.GOAL, texts.PLUS, texts.MINUS, numbers=2)
    return (Table("tabell-malgrupper", texts.GROUP_TABLE, heads, tuple(rows)),)


def _strategy_table(checklist: Checklist, outcome: Outcome) -> tuple[Table, ...]:
    if not outcome.strategy_goals:
        return ()
    names = {goal.id: goal.name for goal in checklist.strategy_goals}
    rows = tuple(Row(names.get(found.goal, found.goal), _goal_cells(found)) for found in outcome.strategy_goals)
    heads = columns(texts.STRATEGY_GOAL, texts.PLUS, texts.MINUS, texts.QUESTIONS, texts.WITHOUT_ANSWER, numbers=4)
    return (Table("tabell-strategimal", texts.STRATEGY_TABLE, heads, rows),)
