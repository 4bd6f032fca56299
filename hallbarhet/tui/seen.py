"""What has been seen so far, for a hållplats: the answers of the parts before it, what nobody knows, what conflicts."""

from collections.abc import Sequence

from hallbarhet.assessment.model import Judged, Unknown
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.walk import active_items, is_answered
from hallbarhet.checklist.model import Gate, Item, Section
from hallbarhet.texts import tui_gate as texts
from hallbarhet.tui.answers import answer_words
from hallbarhet.tui.widgets.rows import Row, RowStyle


def parts_before(session: AssessmentSession, gate: Gate) -> list[Section]:
    """The parts since the last gate of the walk, up to this one."""
    stops = {entry.after for entry in session.checklist.gates if entry.effect == "alltid" and entry.id != gate.id}
    found: list[Section] = []
    for section in session.checklist.sections:
        found.append(section)
        if section.id == gate.after:
            return found
        if section.id in stops:
            found.clear()
    return found


def seen_rows(session: AssessmentSession, gate: Gate) -> list[Row]:
    """Each answer with the reason given for it."""
    rows: list[Row] = []
    for section in parts_before(session, gate):
        items = active_items(section, session.activity)
        answered = [item for item in items if is_answered(session.answer_to(item.id))]
        rows.append(Row("", (section.title, f"{len(answered)} av {len(items)}"), "heading"))
        rows.extend(_row(session, item) for item in items)
    return rows or [Row("", (texts.NOTHING_SEEN, ""), "quiet")]


def _row(session: AssessmentSession, item: Item) -> Row:
    answer = session.answer_to(item.id)
    is_bad = isinstance(answer, Judged) and _points(session, item, answer) < 0
    style: RowStyle = "trouble" if is_bad else "" if is_answered(answer) else "quiet"
    return Row(f"fraga {item.id}", (f"  {item.name}", answer_words(item, answer)), style)


def _points(session: AssessmentSession, item: Item, answer: Judged) -> float:
    """Which way an answer points: below, at or above the neutral one."""
    scale = session.checklist.scale_of(item)
    return 0.0 if scale is None else (answer.grade - scale.neutral) * scale.polarity


def notes(session: AssessmentSession, gate: Gate) -> Sequence[str]:
    """What nobody knows and what stands against what, one sentence each."""
    items = [item for section in parts_before(session, gate) for item in section.items]
    unknown = [item.name for item in items if isinstance(session.answer_to(item.id), Unknown)]
    triggered = [conflict for conflict in session.outcome.conflicts if conflict.triggered == "utlost"]
    found = [texts.unknown(unknown)] if unknown else []
    if triggered:
        found.append(texts.conflicts(len(triggered)))
    return found
