"""What is left to do, as numbered lines, and the step behind each number."""

from hallbarhet.assessment.gaps import lacks_rationale
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.shown.plain import shortened
from hallbarhet.assessment.walk import Step, active_items, progress
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import tui_overview as overview_texts

MOST_TOLD = 40
"""Characters of an answer in the list: enough to know it again."""


def step_numbered(session: AssessmentSession, number: str) -> Step | None:
    """The step of a number in the overview."""
    steps = session.steps
    if not (number.isascii() and number.isdigit()) or not 1 <= int(number) <= len(steps):
        return None
    return steps[int(number) - 1]


def overview_lines(session: AssessmentSession) -> list[str]:
    """Every step of the walk with how it stands."""
    gaps = session.missing
    lines = [f"{texts.OVERVIEW_HEAD}. {texts.remains(len(gaps))} {texts.OVERVIEW_HINT}"]
    heads = _section_heads(session)
    for number, step in enumerate(session.steps, 1):
        if step.id in heads and step.kind == "fraga":
            lines.append(heads[step.id])
        lines.append(texts.row(number, step_name(session, step), step_state(session, step)))
    return lines


def _section_heads(session: AssessmentSession) -> dict[str, str]:
    """What stands above the first question of each part."""
    heads = {}
    for section in session.checklist.sections:
        asked = active_items(section, session.activity)
        if asked:
            found = progress(section, session.assessment, session.activity)
            heads[asked[0].id] = f"{section.title}, {overview_texts.share(found.answered, found.asked)}"
    return heads


def step_name(session: AssessmentSession, step: Step) -> str:
    """What a step is called."""
    if step.kind == "fraga":
        return session.checklist.item_by_id[step.id].name
    if step.kind == "hallplats":
        return session.checklist.gate_by_id[step.id].title
    return {
        "arende": overview_texts.CASE,
        "malkonflikter": overview_texts.CONFLICTS,
        "kontroll": overview_texts.CHECK,
        "samlad": overview_texts.JUDGEMENT,
    }.get(step.kind, overview_texts.DONE)


def step_state(session: AssessmentSession, step: Step) -> str:
    """How far a step has come."""
    if step.kind == "fraga":
        return _answer_state(session, step.id)
    if step.kind == "hallplats":
        decision = session.assessment.gate_by_id.get(step.id)
        decided = decision.decision if decision else None
        return (overview_texts.DECISIONS[decided] if decided else overview_texts.TO_DECIDE).lower()
    if step.kind == "malkonflikter":
        return overview_texts.open_count(len(session.outcome.open_conflicts)).lower()
    if step.kind == "klart":
        return overview_texts.STATE_DONE.lower() if session.is_complete else ""
    if step.kind == "kontroll":
        return ""
    left = sum(gap.step == step for gap in session.missing)
    return overview_texts.left(left).lower()


def _answer_state(session: AssessmentSession, item_id: str) -> str:
    item, answer = session.checklist.item_by_id[item_id], session.answer_to(item_id)
    told = shortened(answer_words(item, answer), MOST_TOLD)
    wants = lacks_rationale(session.checklist, item, answer)
    return f"{told}, {overview_texts.MARK_MISSING}" if wants else told
