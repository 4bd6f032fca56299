"""The overview as rows: parts with how far they have come, gates, conflicts and what is left."""

from hallbarhet.assessment.gaps import lacks_rationale
from hallbarhet.assessment.moment import rule_says_deep
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.shown.finding_out import to_find_out
from hallbarhet.assessment.walk import active_items, ending_gate, is_answered, is_due, progress
from hallbarhet.checklist.model import Checklist, Gate, Item, Section
from hallbarhet.texts import find_out as find_out_texts
from hallbarhet.texts import tui_overview as texts
from hallbarhet.texts import tui_rows as row_texts
from hallbarhet.tui.widgets.rows import Row


def overview_rows(session: AssessmentSession, *, every_question: bool) -> list[Row]:
    """Everything there is to do in the case, in walking order."""
    checklist, assessment = session.checklist, session.assessment
    ended = ending_gate(checklist, assessment)
    gaps = session.missing
    case_gaps = sum(gap.step.kind == "arende" for gap in gaps)
    rows = [Row("arende", (texts.CASE, "", texts.left(case_gaps) if case_gaps else texts.STATE_DONE))]
    is_past_end = False
    for section in checklist.sections:
        rows.append(_section_row(session, section, is_past_end=is_past_end))
        if every_question and not is_past_end:
            rows.extend(_item_row(session, item) for item in active_items(section, session.activity))
        for gate in checklist.gates:
            if gate.after == section.id and not is_past_end and is_due(gate, assessment, session.outcome):
                rows.append(_gate_row(session, gate, section))
                is_past_end = ended is not None and ended.id == gate.id
    if ended is None:
        open_conflicts = len(session.outcome.open_conflicts)
        rows.append(Row("malkonflikter", (texts.CONFLICTS, "", texts.open_count(open_conflicts))))
    open_questions = to_find_out(checklist, assessment, session.activity)
    if open_questions:
        left = sum(len(addressee.questions) for addressee in open_questions)
        rows.append(Row("ta_reda_pa", (row_texts.FIND_OUT, "", find_out_texts.count(left))))
    rows.append(Row("kontroll", (texts.CHECK, "", texts.left(len(gaps)))))
    if ended is None:
        rows.append(Row("samlad", (texts.JUDGEMENT, "", _judgement_state(session))))
    rows.append(Row("klart", (texts.DONE, "", texts.STATE_DONE if session.is_complete else "")))
    return [*rows, *_rows_beside(session)]


def _rows_beside(session: AssessmentSession) -> list[Row]:
    """What can be done about the case as a whole, at any time."""
    rows = [Row("", ("", "", "")), Row("", (row_texts.MORE,), "heading"), Row("akten", (row_texts.FILE, "", ""))]
    if session.is_complete:
        return rows
    if has_depth(session.checklist):
        depth = row_texts.DEPTHS["fordjupad" if is_deep(session) else "kort"]
        rows.append(Row("djup", (row_texts.DEPTH, "", depth)))
    return [*rows, Row("byt", (row_texts.CHANGE, "", ""))]


def has_depth(checklist: Checklist) -> bool:
    """Whether some questions are asked only when the assessment is deepened."""
    return any(item.depth == "fordjupad" for item in checklist.items)


def is_deep(session: AssessmentSession) -> bool:
    """Whether the deepened questions are asked now."""
    chosen = session.assessment.header.depth
    return chosen == "fordjupad" or (chosen is None and rule_says_deep(session.checklist, session.assessment))


def row_words(session: AssessmentSession, item: Item | None) -> str:
    """A question of the dense view in full, with what each key answers and what is left to write."""
    if item is None:
        return texts.ROW_HINT
    checklist = session.checklist
    scale = checklist.scale_of(item)
    words = [grade.text for grade in scale.grades] if scale else [entry.text for entry in item.alternatives]
    keys = [f"{number} {text}" for number, text in enumerate(words, 1)] or [row_texts.KEY_WRITE]
    keys.append(texts.KEY_UNKNOWN)
    if item.may_be_waived:
        keys.append(texts.KEY_NOT_RELEVANT)
    wanting = [row_texts.NEEDS_REASON] if lacks_rationale(checklist, item, session.answer_to(item.id)) else []
    return "\n".join([item.text, *wanting, "  ".join(keys)])


def _section_row(session: AssessmentSession, section: Section, *, is_past_end: bool) -> Row:
    if is_past_end:
        return Row("", (section.title, "", texts.STATE_NOT_ASKED), "quiet")
    found = progress(section, session.assessment, session.activity)
    if not found.asked:
        return Row(f"del {section.id}", (section.title, "", texts.STATE_NOT_ASKED), "quiet")
    state = texts.STATE_DONE if found.is_done else texts.STATE_BEGUN if found.answered else texts.STATE_NOT_BEGUN
    return Row(f"del {section.id}", (section.title, texts.share(found.answered, found.asked), state))


def _gate_row(session: AssessmentSession, gate: Gate, section: Section) -> Row:
    decision = session.assessment.gate_by_id.get(gate.id)
    if decision is not None and decision.decision is not None:
        state = texts.DECISIONS[decision.decision]
    elif gate.effect != "alltid":
        state = texts.TRIGGERED
    elif progress(section, session.assessment, session.activity).is_done:
        state = texts.TO_DECIDE
    else:
        state = texts.LATER
    return Row(f"hallplats {gate.id}", (f"  {gate.title}", "", state))


def _item_row(session: AssessmentSession, item: Item) -> Row:
    answer = session.answer_to(item.id)
    words = answer_words(item, answer) if is_answered(answer) else texts.UNANSWERED
    mark = texts.WANTS_REASON if lacks_rationale(session.checklist, item, answer) else ""
    return Row(f"fraga {item.id}", (f"    {item.name}", mark, words), "" if is_answered(answer) else "quiet")


def _judgement_state(session: AssessmentSession) -> str:
    judgement = session.assessment.judgement
    if not any(gap.step.kind == "samlad" for gap in session.missing):
        return texts.STATE_DONE
    begun = judgement.text.strip() or judgement.recommendation or judgement.conditions
    return texts.STATE_BEGUN if begun else texts.STATE_NOT_BEGUN
