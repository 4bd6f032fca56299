"""The goal conflicts of a report: what stands against what, who wins and loses, and what is done about it."""

from collections import Counter
from dataclasses import dataclass

from hallbarhet.assessment.conflicts import conflict_title
from hallbarhet.assessment.model import Assessment, ConflictHandling, Judged
from hallbarhet.assessment.names import Names
from hallbarhet.assessment.walk import ending_gate
from hallbarhet.checklist.model import Checklist, Item
from hallbarhet.report import charts
from hallbarhet.report.parts import Fact, Row, Table, columns, fact, facts
from hallbarhet.scoring.outcome import ConflictOutcome, Outcome
from hallbarhet.texts import charts as chart_texts
from hallbarhet.texts import conflicts as conflict_texts
from hallbarhet.texts import findings, swedish
from hallbarhet.texts import report as texts

SEVERITIES = (4, 3, 2, 1)
"""The worst first, everywhere."""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """One goal conflict with its handling."""

    id: str
    title: str
    severity: str
    status: str
    kind: str
    is_open: bool
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ConflictsView:
    """What was found, what may be there, and what no longer holds."""

    introduction: str
    none: str
    chart: charts.Chart | None
    table: Table | None
    conflicts: tuple[ConflictView, ...]
    possible: tuple[Fact, ...]
    past: tuple[ConflictView, ...]
    quiet: str


def conflicts_view(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> ConflictsView:
    """Triggered conflicts with the most severe first, then possible ones, then those that were handled and are gone."""
    handled = assessment.conflict_by_id
    triggered = sorted(
        (found for found in outcome.conflicts if found.triggered == "utlost"), key=lambda found: -found.severity
    )
    seen = {found.id for found in triggered}
    past = tuple(_past(checklist, entry) for entry in assessment.conflicts if entry.id not in seen)
    possible = tuple(
        fact(conflict_title(checklist, found), _waits_for(checklist, found))
        for found in outcome.conflicts
        if found.triggered == "mojlig" and ending_gate(checklist, assessment) is None
    )
    quiet = sum(found.triggered == "ej_utlost" for found in outcome.conflicts)
    counts = Counter((found.severity, found.is_settled) for found in triggered if found.severity in SEVERITIES)
    return ConflictsView(
        introduction=findings.CONFLICTS_INTRO,
        none="" if triggered else findings.NO_CONFLICTS,
        chart=_chart(counts),
        table=_table(counts),
        conflicts=tuple(_triggered(checklist, assessment, found, handled.get(found.id)) for found in triggered),
        possible=possible,
        past=past,
        quiet=findings.quiet_rules(quiet) if quiet else "",
    )


def _triggered(
    checklist: Checklist, assessment: Assessment, found: ConflictOutcome, handling: ConflictHandling | None
) -> ConflictView:
    is_own = handling is not None and handling.own
    title = handling.title if handling is not None and is_own and handling.title else conflict_title(checklist, found)
    rule = checklist.rule_by_id.get(found.id)
    splits = _splits(checklist, assessment, found) if found.kind == "fasett" else []
    sides = splits or [_side(checklist, assessment, id_) for id_ in found.against]
    before = facts(
        (texts.AGAINST, "\n".join(sides)),
        (texts.TO_SETTLE, rule.to_settle if rule else ""),
    )
    after = facts(
        (texts.STILL_MISSING, _still_missing(found, handling)),
        (texts.DETECTED_BY, swedish.listed([findings.quoted(title) for title in _other_rules(checklist, found)])),
    )
    return ConflictView(
        id=found.id,
        title=title,
        severity=findings.severity(found.severity),
        status=_status(found),
        kind=_kind("egen" if is_own else found.kind),
        is_open=not found.is_settled,
        facts=before + _handling_facts(handling) + after,
    )


def _past(checklist: Checklist, entry: ConflictHandling) -> ConflictView:
    against = facts((texts.AGAINST, "\n".join(Names(checklist).opposed(id_) for id_ in entry.against)))
    return ConflictView(
        id=entry.id,
        title=entry.title or entry.id,
        severity=findings.severity(entry.severity),
        status=texts.CONFLICT_PAST,
        kind=_kind("egen" if entry.own else entry.kind),
        is_open=False,
        facts=against + _handling_facts(entry),
    )


def _other_rules(checklist: Checklist, found: ConflictOutcome) -> list[str]:
    """The titles of the rules that saw the same conflict, besides the one it is named after."""
    return [
        checklist.rule_by_id[id_].title for id_ in found.detected_by if id_ != found.id and id_ in checklist.rule_by_id
    ]


def _kind(kind: str) -> str:
    return findings.upper_first(conflict_texts.KINDS.get(kind, kind))


def _status(found: ConflictOutcome) -> str:
    if found.is_settled and found.status == "oppen":
        return texts.CONFLICT_NOTED
    return texts.CONFLICT_STATUSES[found.status]


def _handling_facts(handling: ConflictHandling | None) -> tuple[Fact, ...]:
    if handling is None:
        return ()
    follow_up = [handling.follow_up, swedish.day(handling.follow_up_on) if handling.follow_up_on else ""]
    return facts(
        (texts.WINNER, handling.winner),
        (texts.LOSER, handling.loser),
        (texts.WHERE, handling.where),
        (texts.WHEN_IT_SHOWS, handling.when),
        (texts.RATIONALE, handling.rationale),
        (texts.ACTION, handling.action),
        (texts.RESPONSIBLE, handling.responsible),
        (texts.FOLLOW_UP, "\n".join(part for part in follow_up if part.strip())),
        (texts.DECIDED_BY, handling.decided_by),
    )


def _still_missing(found: ConflictOutcome, handling: ConflictHandling | None) -> str:
    if found.is_settled:
        return ""
    written = {} if handling is None else handling.model_dump(by_alias=True, include=_HANDLING_NAMES)
    missing = [field for field in found.required if not str(written.get(field) or "").strip()]
    return findings.missing([conflict_texts.FIELDS[field] for field in missing])


_HANDLING_NAMES = {"rationale", "action", "responsible", "follow_up", "follow_up_on", "decided_by"}


def _side(checklist: Checklist, assessment: Assessment, id_: str) -> str:
    """One side of a conflict: a question with its answer, or a dimension or goal by name."""
    item, answer = checklist.item_by_id.get(id_), assessment.answer_by_item.get(id_)
    if item is None or not isinstance(answer, Judged):
        return Names(checklist).opposed(id_)
    return findings.against(item.name, _anchor(checklist, item, answer.grade))


def _splits(checklist: Checklist, assessment: Assessment, found: ConflictOutcome) -> list[str]:
    """The sides of a conflict inside questions: each group, place or time with its own answer.

    A declared rule looks at every question that has its facet, an undeclared one at the question it is named after.
    """
    rule = checklist.rule_by_id.get(found.id)
    told = []
    for item in checklist.items:
        answer = assessment.answer_by_item.get(item.id)
        for facet in (checklist.facet_by_id[id_] for id_ in item.facets):
            is_seen = rule.facet == facet.id if rule is not None else found.id == f"fasett-{item.id}-{facet.id}"
            grades = answer.facets.get(facet.id, {}) if is_seen and isinstance(answer, Judged) else {}
            if len(set(grades.values())) > 1:
                sides = [
                    findings.against(category.text, _anchor(checklist, item, grades[category.id]))
                    for category in facet.categories
                    if category.id in grades
                ]
                told += sides if rule is None else [findings.split(item.name, sides)]
    return told


def _anchor(checklist: Checklist, item: Item, grade: float) -> str:
    scale = checklist.scale_of(item)
    found = scale.by_grade.get(grade) if scale is not None else None
    return findings.lower_first(found.text) if found is not None else ""


def _waits_for(checklist: Checklist, found: ConflictOutcome) -> str:
    names = [checklist.item_by_id[id_].name for id_ in found.waits_for if id_ in checklist.item_by_id]
    return findings.waits_for(names) or texts.CONFLICT_POSSIBLE


def _chart(counts: Counter[tuple[int, bool]]) -> charts.Chart | None:
    if not counts:
        return None
    open_, settled = (sum(counts[severity, done] for severity in SEVERITIES) for done in (False, True))
    bars, told = [], []
    for severity in SEVERITIES:
        numbers = counts[severity, False], counts[severity, True]
        bars.append(charts.SeverityBar(chart_texts.severity(severity), chart_texts.severity_value(*numbers), *numbers))
        told.append(chart_texts.severity_row(severity, *numbers))
    title = chart_texts.conflicts(open_, settled, max(severity for severity, _ in counts))
    return charts.severity_chart("diagram-malkonflikter", title, " ".join(told), bars)


def _table(counts: Counter[tuple[int, bool]]) -> Table | None:
    if not counts:
        return None
    rows = tuple(
        Row(
            chart_texts.severity(severity),
            (swedish.number(counts[severity, False], 0), swedish.number(counts[severity, True], 0)),
        )
        for severity in SEVERITIES
    )
    heads = columns(texts.SEVERITY, texts.OPEN, texts.SETTLED, numbers=2)
    return Table("tabell-malkonflikter", texts.CONFLICT_TABLE, heads, rows)
