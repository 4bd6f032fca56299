"""The text for the tjänsteskrivelse: the officer's own words, what is computed, conflicts, conditions, open questions.

Plain paragraphs without line breaks of ours, to be pasted where somebody else's typography decides. Answers that are
kept out of the public version are left out.
"""

from collections.abc import Iterator, Mapping

from hallbarhet.assessment.gaps import goes_against
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.shown.finding_out import OpenQuestion, to_find_out
from hallbarhet.assessment.shown.plain import harmless, one_line
from hallbarhet.assessment.walk import Activity
from hallbarhet.checklist.model import Checklist
from hallbarhet.report.view_case import judgement_view
from hallbarhet.report.view_conflicts import conflicts_view
from hallbarhet.report.view_gates import gates_view
from hallbarhet.report.view_scores import dimensions_view
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.texts import find_out as open_texts
from hallbarhet.texts import memo as texts
from hallbarhet.texts import swedish
from hallbarhet.texts import tui_conflicts as conflict_texts

_TOLD = ("motivering", "atgard", "ansvarig", "uppfoljning", "beslutsfattare")
_ATTRIBUTES = {
    "motivering": "rationale", "atgard": "action", "ansvarig": "responsible", "uppfoljning": "follow_up",
    "beslutsfattare": "decided_by",
}  # fmt: skip


def memo_text(
    checklist: Checklist,
    assessment: Assessment,
    outcome: Outcome,
    activity: Mapping[str, Activity],
    *,
    record: str = "",
) -> str:
    """The whole text; `record` is the name of the record's file."""
    parts = [
        _head(assessment),
        _judgement(checklist, assessment, outcome),
        _dimensions(checklist, assessment, outcome),
        _gates(checklist, assessment, outcome),
        _conflicts(checklist, assessment, outcome),
        [texts.CONDITIONS, conditions_text(assessment).strip() or texts.NO_CONDITIONS],
        _open(checklist, assessment, activity),
        _basis(checklist, assessment, record),
    ]
    # what is pasted into a terminal must not steer it
    return harmless("\n\n".join("\n".join(part) for part in parts if part) + "\n")


def conditions_text(assessment: Assessment) -> str:
    """The conditions for the decision, one numbered line each; nothing where there are none."""
    conditions = [one_line(text) for text in assessment.judgement.conditions if text.strip()]
    return "".join(f"{texts.numbered(number, text)}\n" for number, text in enumerate(conditions, 1))


def _head(assessment: Assessment) -> list[str]:
    case = assessment.case
    told = texts.case(one_line(case.title), one_line(case.diary_number), one_line(case.applicant))
    draft = [texts.DRAFT] if assessment.header.status == "utkast" else []
    return [texts.HEADING, *([told] if told else []), *draft]


def _judgement(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> list[str]:
    judgement = assessment.judgement
    said = [judgement.text.strip() or texts.NOT_WRITTEN]
    if judgement.recommendation is not None:
        said.append(texts.RECOMMENDATIONS[judgement.recommendation])
    goes_otherwise = goes_against(checklist, outcome, judgement.recommendation)
    if goes_otherwise and judgement.deviation_reason.strip():
        said.append(texts.deviation(judgement.deviation_reason.strip()))
    computed = judgement_view(checklist, assessment, outcome).computed
    return [texts.JUDGEMENT, *said, f"{computed.label}: {' '.join(computed.text)}"]


def _dimensions(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> list[str]:
    cards = dimensions_view(checklist, assessment, outcome).cards
    told = [texts.dimension(card.sentence, " ".join(one_line(text) for text in card.judgement)) for card in cards]
    return [texts.DIMENSIONS, *told] if told else []


def _gates(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> list[str]:
    reasons = {decision.id: decision.rationale for decision in assessment.gates}
    told = [
        texts.gate(gate.title, gate.place, gate.state, one_line(reasons.get(gate.id, "")))
        for gate in gates_view(checklist, assessment, outcome).gates
    ]
    return [texts.GATES, *told] if told else []


def _conflicts(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> list[str]:
    found = conflicts_view(checklist, assessment, outcome).conflicts
    told = [
        texts.conflict(view.title, view.severity, view.status, list(_handling(assessment, view.id))) for view in found
    ]
    return [texts.CONFLICTS, *told] if told else []


def _handling(assessment: Assessment, id_: str) -> Iterator[str]:
    handling = assessment.conflict_by_id.get(id_)
    if handling is None:
        return
    for key in _TOLD:
        if words := one_line(getattr(handling, _ATTRIBUTES[key])).strip():
            yield texts.detail(conflict_texts.FIELD_LABELS[key], words)
    if handling.follow_up_on is not None:
        yield texts.detail(conflict_texts.FOLLOW_UP_ON, swedish.day(handling.follow_up_on))


def _open(checklist: Checklist, assessment: Assessment, activity: Mapping[str, Activity]) -> list[str]:
    told: list[str] = []
    for addressee in to_find_out(checklist, assessment, activity):
        shown = [question for question in addressee.questions if not question.is_internal]
        told.extend(_question(question, addressee.who) for question in shown)
    return [open_texts.TITLE, *told] if told else []


def _question(question: OpenQuestion, who: str) -> str:
    return f"- {one_line(question.question)}{f' ({who})' if who else ''}"


def _basis(checklist: Checklist, assessment: Assessment, record: str) -> list[str]:
    head = checklist.header
    told = [texts.BASIS, texts.basis(head.title, head.id, head.version, record)]
    return [*told, texts.seal(assessment.seal.value)] if assessment.seal is not None else told
