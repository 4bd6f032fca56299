"""The answers a question offers, as alternatives with their keys, and taking one of them."""

from hallbarhet.assessment.gaps import needs_rationale
from hallbarhet.assessment.model import Answer, Choice, Judged, NotRelevant, Unknown
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.walk import is_answered
from hallbarhet.checklist.model import Checklist, Item
from hallbarhet.texts import tui_question as texts
from hallbarhet.tui.answering import MOST_DIGITS, NOT_RELEVANT_KEY, UNKNOWN_KEY, choose
from hallbarhet.tui.widgets.choices import Alternative

SPLIT = "dela"
"""Not an answer: it opens the split of one."""

_UNKNOWN, _NOT_RELEVANT = "vet_inte", "ej_relevant"


def alternatives(checklist: Checklist, item: Item, answer: Answer | None) -> list[Alternative]:
    """Everything that can be chosen at a question: grades or choices, then what is no grade."""
    scale = checklist.scale_of(item)
    found: list[Alternative] = []
    if scale is not None:
        found.extend(_numbered([(_grade_id(grade.grade), grade.text) for grade in scale.grades]))
    elif item.kind == "val":
        found.extend(_numbered([(f"val {entry.id}", entry.text) for entry in item.alternatives]))
    found.append(Alternative(_UNKNOWN, UNKNOWN_KEY, texts.UNKNOWN, is_apart=True))
    if item.may_be_waived:
        found.append(Alternative(_NOT_RELEVANT, NOT_RELEVANT_KEY, texts.NOT_RELEVANT))
    if item.facets and isinstance(answer, Judged):
        names = [checklist.facet_by_id[id_].name for id_ in item.facets]
        found.append(Alternative(SPLIT, "d", texts.split(names)))
    return found


def chosen(answer: Answer | None) -> frozenset[str]:
    """The alternatives that an answer is."""
    match answer:
        case Judged():
            return frozenset({_grade_id(answer.grade)})
        case Choice():
            return frozenset(f"val {id_}" for id_ in answer.chosen)
        case Unknown():
            return frozenset({_UNKNOWN})
        case NotRelevant():
            return frozenset({_NOT_RELEVANT})
        case _:
            return frozenset()


def take(session: AssessmentSession, item: Item, id_: str) -> None:
    """Answer with an alternative."""
    kind, _, value = id_.partition(" ")
    match kind:
        case "grad":
            scale = session.checklist.scale_by_id[item.scale or ""]
            session.judge(item.id, next(entry.grade for entry in scale.grades if _grade_id(entry.grade) == id_))
        case "val":
            choose(session, item.id, value)
        case "vet_inte":
            session.unknown(item.id)
        case _:
            session.not_relevant(item.id)


def why_words(checklist: Checklist, item: Item, answer: Answer | None) -> str:
    """What is asked for beside the answer; nothing where words are the answer."""
    match answer:
        case NotRelevant():
            return texts.WHY_WAIVED
        case Unknown():
            return texts.NOTE
        case _ if needs_rationale(checklist, item, answer):
            return texts.WHY_REQUIRED
        case _ if item.kind == "text":
            return ""
        case _ if is_answered(answer) or item.rationale == "valfri":
            return texts.WHY_OPTIONAL
        case _:
            return texts.WHY


def aside_words(item: Item, answer: Answer | None, *, is_complete: bool) -> str:
    """What one should know about the answer as it stands."""
    if is_complete:
        return texts.COMPLETED
    if answer is not None and answer.inactive:
        return texts.KEPT_INACTIVE
    if answer is not None and answer.internal and not item.internal:
        return texts.INTERNAL_ON
    return ""


def _grade_id(grade: float) -> str:
    return f"grad {float(grade):g}"  # by value: 1 and 1.0 are the same answer


def _numbered(entries: list[tuple[str, str]]) -> list[Alternative]:
    return [
        Alternative(id_, str(number) if number <= MOST_DIGITS else "", text)
        for number, (id_, text) in enumerate(entries, 1)
    ]
