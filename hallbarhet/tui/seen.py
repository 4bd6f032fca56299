"""What has been seen so far, for a hållplats, as rows: the answers of the parts before it."""

from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.shown.seen import is_against, notes, parts_before
from hallbarhet.assessment.walk import active_items, is_answered
from hallbarhet.checklist.model import Gate, Item
from hallbarhet.texts import tui_gate as texts
from hallbarhet.tui.widgets.rows import Row, RowStyle

__all__ = ["notes", "seen_rows"]


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
    is_bad = is_against(session, item, answer)
    style: RowStyle = "trouble" if is_bad else "" if is_answered(answer) else "quiet"
    return Row(f"fraga {item.id}", (f"  {item.name}", answer_words(item, answer)), style)
