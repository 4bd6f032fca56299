"""Answers in words, for lists and notices."""

from hallbarhet.assessment.model import Answer, Choice, FreeText, Judged, Noted, NotRelevant, Quantity, Unknown
from hallbarhet.assessment.shown.plain import one_line
from hallbarhet.checklist.model import Item
from hallbarhet.texts import swedish
from hallbarhet.texts import tui_question as texts


def answer_words(item: Item, answer: Answer | None) -> str:
    """What was answered, as one line."""
    match answer:
        case None:
            return texts.UNANSWERED
        case Noted():
            return texts.NOTED
        case Judged():
            return one_line(answer.label) or swedish.plain(answer.grade)
        case Unknown():
            who = one_line(answer.who_can_answer)
            return f"{texts.UNKNOWN_SHORT} ({who})" if who else texts.UNKNOWN_SHORT
        case NotRelevant():
            return texts.NOT_RELEVANT
        case FreeText():
            return one_line(answer.content)
        case Quantity():
            return f"{swedish.plain(answer.value)} {item.unit}".strip()
        case Choice():
            return one_line(", ".join(answer.labels or answer.chosen))


def number_from(text: str) -> float | None:
    """A number as Swedes write it: `1 250`, `12,5`, `−3`; None when it is not one."""
    bare = "".join(text.split()).replace("\u00a0", "").replace("−", "-").replace(",", ".")
    try:
        value = float(bare)
    except ValueError:
        return None
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124  (not a number is unlike itself)
        return None
    return int(value) if value.is_integer() and "e" not in bare.lower() else value
