"""Entries put in their place in an assessment, in checklist order; what the checklist does not have comes last."""

from collections.abc import Mapping
from typing import Any

from hallbarhet.assessment.model import Answer, Assessment, GateAnswer, GateDecision, Noted, RecordEntry
from hallbarhet.checklist.model import Checklist, Gate, Item

TYPED = frozenset({
    "text", "deviation_reason", "dimensions", "rationale", "responsible", "questions", "decided_on", "winner", "loser",
    "where", "when", "action", "follow_up", "follow_up_on", "decided_by", "diary_number", "nyps_id", "title",
    "applicant", "organisation_number", "municipalities", "amount_applied", "total_cost", "applied_on", "starts_on",
    "ends_on", "amount_granted", "own", "officer",
})  # fmt: skip
"""Fields that are written letter by letter, and not chosen."""


def answered(
    checklist: Checklist, assessment: Assessment, item: Item, kind: type[Answer], fields: Mapping[str, Any]
) -> tuple[Answer, ...]:
    """The answers with one put in, which keeps the words and unknown keys of the one it replaces."""
    old = assessment.answer_by_item.get(item.id)
    kept: dict[str, Any] = {}
    if old is not None:
        kept = {"rationale": old.rationale, "evidence": old.evidence, "internal": old.internal}
        kept |= old.model_extra or {}
    answer = kind(item=item.id, question=item.text, **(kept | dict(fields)))
    answers = {**assessment.answer_by_item, item.id: answer}
    known = [answers.pop(entry.id) for entry in checklist.items if entry.id in answers]
    return (*known, *answers.values())


def annotated(assessment: Assessment, old: Answer, fields: Mapping[str, Any]) -> tuple[Answer, ...]:
    """The answers with other words beside one; a note without words is gone."""
    changed = old.model_copy(update=fields)
    if isinstance(changed, Noted) and not (changed.rationale or changed.evidence):
        return without(assessment, old.item)
    return tuple(changed if answer.item == old.item else answer for answer in assessment.answers)


def without(assessment: Assessment, item_id: str) -> tuple[Answer, ...]:
    """The answers without one."""
    return tuple(answer for answer in assessment.answers if answer.item != item_id)


def as_asked(gate: Gate, decision: GateDecision) -> GateDecision:
    """A decision with the gate's title and questions as asked."""
    said = {entry.question: entry.answer for entry in decision.questions}
    asked = tuple(GateAnswer(question=question, answer=said.get(question, "")) for question in gate.questions)
    return decision.model_copy(update={"title": gate.title, "questions": asked})


def with_decision(checklist: Checklist, assessment: Assessment, decision: GateDecision) -> tuple[GateDecision, ...]:
    """The decisions with one put in."""
    decisions = {**assessment.gate_by_id, decision.id: decision}
    known = [decisions.pop(entry.id) for entry in checklist.gates if entry.id in decisions]
    return (*known, *decisions.values())


def being_written(before: RecordEntry | None, after: RecordEntry) -> str:
    """The one field that is being written in; nothing when something was chosen, or more than one thing changed."""
    if before is None:
        return ""
    changed = [name for name in type(after).model_fields if getattr(before, name) != getattr(after, name)]
    return changed[0] if len(changed) == 1 and changed[0] in TYPED else ""
