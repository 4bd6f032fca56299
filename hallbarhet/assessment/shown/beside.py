"""What others answered to a question, beside one's own answer: two readers', or what was expected."""

from collections.abc import Sequence

from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.shown.plain import one_line
from hallbarhet.assessment.walk import is_answered
from hallbarhet.checklist.model import Item
from hallbarhet.texts import readings as texts


def beside(own: Assessment, sources: Sequence[Assessment], item: Item) -> list[str]:
    """One line for each source, with its reason; nothing where it would steer an answer that is not given yet.

    Two readers who are to agree see both from the start. A follow-up is answered first and shown what was expected
    after, so that the expectation does not become the outcome.
    """
    if own.header.role != "gemensam" and not is_answered(own.answer_by_item.get(item.id)):
        return []
    lines = []
    for source in sources:
        answer = source.answer_by_item.get(item.id)
        who = texts.EXPECTED_SHORT if own.header.previous == source.header.id else one_line(source.header.officer)
        reason = one_line(answer.rationale) if answer is not None else ""
        lines.append(texts.answered_by(who or texts.READER[source.header.role], answer_words(item, answer), reason))
    return lines
