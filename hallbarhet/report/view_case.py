"""The head and the overall judgement of a report: what, who and when, and what the officer concludes."""

from dataclasses import dataclass
from datetime import date

from hallbarhet.assessment.gaps import goes_against
from hallbarhet.assessment.model import Assessment, Case
from hallbarhet.assessment.walk import is_triggered
from hallbarhet.checklist.model import Checklist, Gate
from hallbarhet.report.parts import Fact, Notice, Paragraphs, fact, facts, paragraphs
from hallbarhet.report.view_method import level_name
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.settings import SupportForm
from hallbarhet.texts import findings, swedish
from hallbarhet.texts import report as texts


@dataclass(frozen=True, slots=True)
class HeadView:
    """What is assessed, by whom and when, and what must be known before the rest is read."""

    page_title: str
    kind: str
    title: str
    checklist: str
    version: str
    draft: str
    """The word to print on a draft; empty otherwise."""
    facts: tuple[Fact, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class JudgementView:
    """The officer's recommendation, conditions and reasons, with the computed level beside."""

    recommendation: Fact
    conditions_heading: str
    conditions: tuple[str, ...]
    text: Paragraphs
    deviation: tuple[Fact, ...]
    computed: Fact
    stance: str


def head_view(
    checklist: Checklist,
    assessment: Assessment,
    outcome: Outcome,
    *,
    public: bool,
    support_form: SupportForm | None = None,
) -> HeadView:
    """Title, facts and notices. `support_form` is what the office's settings say of the case's own."""
    case, header = assessment.case, assessment.header
    title = case.title.strip() or texts.NO_TITLE
    role = texts.ROLES[header.role]
    stage = texts.STAGES[header.stage]
    return HeadView(
        page_title=texts.page_title(title, case.diary_number),
        kind=f"{stage} · {role}" if role else stage,
        title=title,
        checklist=texts.region_line(checklist.header.title, checklist.header.region),
        version=texts.VERSIONS[public],
        draft=texts.DRAFT if header.status == "utkast" else "",
        facts=_facts(checklist, assessment, support_form),
        notices=tuple(_notices(checklist, assessment, outcome, public=public)),
    )


def judgement_view(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> JudgementView:
    """What the officer concludes; the program only says what it computed."""
    judgement, level = assessment.judgement, outcome.level
    chosen = judgement.recommendation
    goes_otherwise = goes_against(checklist, outcome, chosen)  # a reason may be left from when it did
    conditions = tuple(text for text in judgement.conditions if text.strip())
    state = f"{texts.STATES[outcome.state]}. {texts.STATE_TEXTS[outcome.state]}"
    computed = findings.level(level.low, level.central, level.high, level_name(checklist, level.central))
    return JudgementView(
        recommendation=fact(texts.RECOMMENDATION, texts.RECOMMENDATIONS[chosen] if chosen else texts.NO_RECOMMENDATION),
        conditions_heading=texts.CONDITIONS if conditions else "",
        conditions=conditions,
        text=paragraphs(judgement.text) or (texts.NO_JUDGEMENT,),
        deviation=facts((texts.DEVIATION, judgement.deviation_reason)) if goes_otherwise else (),
        computed=Fact(texts.COMPUTED, (state, computed)),
        stance=texts.STANCE,
    )


def _facts(checklist: Checklist, assessment: Assessment, form: SupportForm | None) -> tuple[Fact, ...]:
    case, header = assessment.case, assessment.header
    return (
        fact(texts.DIARY_NUMBER, case.diary_number.strip() or texts.NOT_STATED),
        *facts((texts.NYPS_ID, case.nyps_id)),
        fact(texts.APPLICANT, case.applicant.strip() or texts.NOT_STATED),
        *facts(
            (texts.ORGANISATION_NUMBER, case.organisation_number),
            (texts.SUPPORT_FORM, form.name if form else case.support_form),
            (texts.LEGAL_BASIS, form.legal_basis(case.applied_on) or "" if form else ""),
            (texts.MUNICIPALITIES, swedish.listed(case.municipalities)),
            (texts.AMOUNT_APPLIED, _kronor(case.amount_applied)),
            (texts.TOTAL_COST, _kronor(case.total_cost)),
            (texts.APPLIED_ON, _day(case.applied_on)),
            (texts.PERIOD, _period(case)),
            *_own_facts(checklist, case),
            (texts.DECISION, case.decision),
            (texts.AMOUNT_GRANTED, _kronor(case.amount_granted)),
            (texts.DECIDED_ON, _day(case.decided_on)),
        ),
        fact(texts.OFFICER, header.officer.strip() or texts.NOT_STATED),
        *facts(
            (texts.STATUS, texts.STATUSES[header.status]),
            (texts.DEPTH, texts.depth(header.depth, header.depth_reason) if header.depth else ""),
            (texts.SAVED, swedish.moment(header.saved_at) if header.saved_at else ""),
        ),
    )


def _own_facts(checklist: Checklist, case: Case) -> tuple[tuple[str, str], ...]:
    """The case fields that only this checklist asks for, in its order, then any others the record has."""
    labels = {field.id: field.text for field in checklist.rules.case_fields}
    ordered = [id_ for id_ in labels if id_ in case.own] + [id_ for id_ in case.own if id_ not in labels]
    return tuple((labels.get(id_, id_), _own_value(case.own[id_])) for id_ in ordered)


def _own_value(value: str | float | date) -> str:
    match value:
        case str():
            return value
        case date():
            return _day(value)
        case _:
            return swedish.plain(value)


def _kronor(amount: float | None) -> str:
    return "" if amount is None else swedish.kronor(amount)


def _day(value: date | None) -> str:
    return "" if value is None else swedish.day(value)


def _period(case: Case) -> str:
    start, end = _day(case.starts_on), _day(case.ends_on)
    return texts.period(start, end) if start and end else start or end


def _notices(checklist: Checklist, assessment: Assessment, outcome: Outcome, *, public: bool) -> list[Notice]:
    """What changes how everything below is read, the gravest first."""
    found = []
    if assessment.header.status == "utkast":
        found.append(Notice("utkast", texts.DRAFT, texts.DRAFT_TEXT))
    if outcome.state in {"stopp", "avslutad"}:
        gates = [gate.title for gate in checklist.gates if _ends(gate, assessment, outcome)]
        told = " ".join((texts.STATE_TEXTS[outcome.state], findings.named_gates(gates)))
        found.append(Notice("stopp", texts.STATES[outcome.state], told.strip()))
    elif outcome.state not in {"niva_klar", "nivaintervall"}:
        found.append(Notice("obs", texts.STATES[outcome.state], texts.STATE_TEXTS[outcome.state]))
    if assessment.checklist.fingerprint != checklist.fingerprint:
        found.append(Notice("obs", texts.OTHER_CHECKLIST, texts.OTHER_CHECKLIST_TEXT))
    if public:
        found.append(Notice("version", texts.VERSIONS[True], texts.PUBLIC_TEXT))
    return found


def _ends(gate: Gate, assessment: Assessment, outcome: Outcome) -> bool:
    """Whether this gate is what stopped or ended the case."""
    if outcome.state == "avslutad":
        decision = assessment.gate_by_id.get(gate.id)
        return decision is not None and decision.decision == "avsluta"
    return gate.effect == "stopp" and is_triggered(gate, outcome)
