"""What came back when a change was taken back: the field by its name, and what stands in it now."""

from hallbarhet.assessment.model import Assessment, Case, Judgement
from hallbarhet.assessment.shown import caseform
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.shown.plain import one_line, shortened
from hallbarhet.assessment.walk import Step
from hallbarhet.checklist.model import Checklist
from hallbarhet.texts import conflicts as conflict_texts
from hallbarhet.texts import tui as texts
from hallbarhet.texts import tui_case as case_texts
from hallbarhet.texts import tui_judgement as judgement_texts
from hallbarhet.texts import tui_overview as overview_texts
from hallbarhet.texts import tui_undo as undo_texts

MOST_TOLD = 60
"""Characters of what came back: enough to know it again."""


def undone_words(
    checklist: Checklist, before: Assessment, after: Assessment, step: Step, *, again: bool = False
) -> str:
    """What came back at a step; with `again`, what was done again."""
    found = _changed(checklist, before, after, step)
    if found is None:
        return undo_texts.elsewhere(step.kind, again=again)
    name, now = found
    told = texts.redone if again else texts.undone
    return told(one_line(name), shortened(now, MOST_TOLD).rstrip(".") or undo_texts.EMPTY)


def _changed(checklist: Checklist, before: Assessment, after: Assessment, step: Step) -> tuple[str, str] | None:
    match step.kind:
        case "fraga":
            return _answer(checklist, before, after, step.id)
        case "arende":
            if before.header.officer != after.header.officer:
                return case_texts.LABELS["handlaggare"], after.header.officer
            return _case(checklist, before.case, after.case)
        case "hallplats":
            return _gate(before, after, step.id)
        case "malkonflikter":
            return _conflict(before, after)
        case "samlad":
            return _judgement(checklist, before.judgement, after.judgement)
        case _:
            return None


def _answer(checklist: Checklist, before: Assessment, after: Assessment, id_: str) -> tuple[str, str] | None:
    item = checklist.item_by_id.get(id_)
    if item is None:
        return None
    old, new = before.answer_by_item.get(id_), after.answer_by_item.get(id_)
    now = answer_words(item, new)
    if old is not None and new is not None and answer_words(item, old) == now and old.rationale != new.rationale:
        return undo_texts.rationale(item.name), new.rationale
    return item.name, now


def _case(checklist: Checklist, before: Case, after: Case) -> tuple[str, str] | None:
    own = {f"{caseform.OWN}{field.id}": field.text for field in checklist.rules.case_fields}
    labels = {**case_texts.LABELS, **own}
    for key in (*caseform.KEYS, *caseform.DECISION_KEYS, *own):
        if caseform.shown(before, key) != caseform.shown(after, key):
            return labels.get(key, key), caseform.shown(after, key)
    if before.support_form != after.support_form:
        return case_texts.SUPPORT_FORM, after.support_form
    return None


def _gate(before: Assessment, after: Assessment, id_: str) -> tuple[str, str] | None:
    old, new = before.gate_by_id.get(id_), after.gate_by_id.get(id_)
    if new is None:
        return (old.title, undo_texts.UNDECIDED) if old is not None else None
    title = new.title
    if old is not None and old.decision == new.decision and old.rationale != new.rationale:
        return undo_texts.rationale(title), new.rationale
    return title, overview_texts.DECISIONS[new.decision] if new.decision else undo_texts.UNDECIDED


def _conflict(before: Assessment, after: Assessment) -> tuple[str, str] | None:
    old, new = before.conflict_by_id, after.conflict_by_id
    id_ = next((id_ for id_ in (*new, *old) if old.get(id_) != new.get(id_)), None)
    if id_ is None:
        return None
    handling = new.get(id_)
    if handling is None:
        return old[id_].title or id_, undo_texts.NOT_HANDLED
    return handling.title or id_, conflict_texts.STATUSES[handling.status]


def _judgement(checklist: Checklist, before: Judgement, after: Judgement) -> tuple[str, str] | None:
    if before.recommendation != after.recommendation:
        chosen = after.recommendation
        return undo_texts.RECOMMENDATION, judgement_texts.RECOMMENDATIONS[chosen] if chosen else ""
    if before.conditions != after.conditions:
        return undo_texts.CONDITIONS, "; ".join(after.conditions)
    if before.text != after.text:
        return judgement_texts.TITLE, after.text
    for dimension in checklist.dimensions:
        if before.dimensions.get(dimension.id) != after.dimensions.get(dimension.id):
            return dimension.name, after.dimensions.get(dimension.id, "")
    return None
