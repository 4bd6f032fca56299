"""Two assessments of the same questions side by side: two readers, or what was expected and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hallbarhet.assessment.model import (
    Answer,
    Assessment,
    Choice,
    FreeText,
    Judged,
    Noted,
    NotRelevant,
    Quantity,
    Unknown,
)
from hallbarhet.checklist.model import Checklist, Item, Scale

Relation = Literal["lika", "olika", "motsatt", "en_saknas"]
"""The same; not the same; one sees help and the other harm; only one has answered."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One question with both answers."""

    item: Item
    first: Answer | None
    second: Answer | None
    relation: Relation
    places: tuple[int | None, int | None] = (None, None)
    """Each grade's place on the scale, the worst first; None where there is no grade."""

    @property
    def steps(self) -> int | None:
        """How many steps of the scale the second is kinder than the first; None where either has no grade."""
        first, second = self.places
        return None if first is None or second is None else second - first


def side_by_side(checklist: Checklist, first: Assessment, second: Assessment) -> tuple[Pair, ...]:
    """Every question that either was asked and answered, in walking order."""
    return tuple(_pairs(checklist, first, second))


def _pairs(checklist: Checklist, first: Assessment, second: Assessment) -> Iterator[Pair]:
    for item in checklist.items:
        one, other = _given(first, item.id), _given(second, item.id)
        if one is None and other is None:
            continue
        scale = checklist.scale_of(item)
        yield Pair(item, one, other, _relation(one, other, scale), (_place(one, scale), _place(other, scale)))


def _given(assessment: Assessment, item_id: str) -> Answer | None:
    answer = assessment.answer_by_item.get(item_id)
    return None if answer is None or isinstance(answer, Noted) or answer.inactive else answer


def _relation(first: Answer | None, second: Answer | None, scale: Scale | None) -> Relation:
    if first is None or second is None:
        return "en_saknas"
    if same_answer(first, second):
        return "lika"
    if isinstance(first, Judged) and isinstance(second, Judged) and scale is not None:
        is_opposite = (first.grade - scale.neutral) * (second.grade - scale.neutral) < 0
        return "motsatt" if is_opposite else "olika"
    return "olika"


def _place(answer: Answer | None, scale: Scale | None) -> int | None:
    if not isinstance(answer, Judged) or scale is None:
        return None
    grades = [grade.grade for grade in scale.grades][:: scale.polarity]
    return grades.index(answer.grade) if answer.grade in grades else None


def same_answer(first: Answer, second: Answer) -> bool:
    """Whether two answers to one question say the same, whatever was written about why."""
    match first, second:
        case Judged(), Judged():
            return first.grade == second.grade
        case Quantity(), Quantity():
            return first.value == second.value
        case Choice(), Choice():
            return set(first.chosen) == set(second.chosen)
        case FreeText(), FreeText():
            return first.content.split() == second.content.split()
        case (Unknown(), Unknown()) | (NotRelevant(), NotRelevant()):
            return True
        case _:
            return False
