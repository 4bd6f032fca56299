"""One key that answers: the same keys on every scale, wherever a question stands."""

from hallbarhet.assessment.model import Choice
from hallbarhet.assessment.session import AssessmentSession

UNKNOWN_KEY = "v"
NOT_RELEVANT_KEY = "e"
MOST_DIGITS = 9
"""Alternatives beyond this are chosen with the arrows."""


def answer_with_key(session: AssessmentSession, item_id: str, key: str) -> bool:
    """Answer a question with one key; False when the key is no answer to it."""
    item = session.checklist.item_by_id[item_id]
    if key == UNKNOWN_KEY:
        session.unknown(item_id)
        return True
    if key == NOT_RELEVANT_KEY:
        session.not_relevant(item_id)
        return True
    if not (key.isascii() and key.isdigit()):
        return False
    number = int(key) - 1
    scale = session.checklist.scale_of(item)
    if scale is not None and 0 <= number < len(scale.grades):
        session.judge(item_id, scale.grades[number].grade)
        return True
    if item.kind == "val" and 0 <= number < len(item.alternatives):
        choose(session, item_id, item.alternatives[number].id)
        return True
    return False


def choose(session: AssessmentSession, item_id: str, alternative: str) -> None:
    """Choose an alternative; where several may be chosen, choose it as well or take it away."""
    item = session.checklist.item_by_id[item_id]
    answer = session.answer_to(item_id)
    before = set(answer.chosen) if isinstance(answer, Choice) and item.several else set()
    session.choose(item_id, tuple(before ^ {alternative}))
