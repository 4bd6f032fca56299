"""Everything that was answered *vet inte*, by who can answer it: a list to go through and a text to send."""

from collections.abc import Mapping
from dataclasses import dataclass

from hallbarhet.assessment.model import Assessment, Unknown
from hallbarhet.assessment.shown.plain import one_line
from hallbarhet.assessment.walk import Activity, active_items
from hallbarhet.checklist.model import Checklist
from hallbarhet.texts import find_out as texts
from hallbarhet.texts import swedish


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question that somebody else has to answer."""

    item: str
    name: str
    question: str
    note: str
    is_internal: bool


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who can answer, and what to ask; without a name nobody has said who."""

    who: str
    questions: tuple[OpenQuestion, ...]


def to_find_out(checklist: Checklist, assessment: Assessment, activity: Mapping[str, Activity]) -> list[Addressee]:
    """What is answered *vet inte* now, by who can answer, in Swedish order; where nobody is named, last."""
    found: dict[str, tuple[str, list[OpenQuestion]]] = {}
    for section in checklist.sections:
        for item in active_items(section, activity):
            answer = assessment.answer_by_item.get(item.id)
            if not isinstance(answer, Unknown):
                continue
            who = one_line(answer.who_can_answer).strip()
            is_internal = item.internal or answer.internal
            question = OpenQuestion(item.id, item.name, item.text, answer.rationale.strip(), is_internal)
            found.setdefault(who.casefold(), (who, []))[1].append(question)
    in_order = sorted(found, key=lambda key: (not key, swedish.order(key)))
    return [Addressee(found[key][0], tuple(found[key][1])) for key in in_order]


def as_text(addressees: list[Addressee], case: str) -> str:
    """The list as text for a letter: the case, then each who can answer with the questions in full."""
    lines = [texts.TITLE, case, ""]
    for addressee in addressees:
        lines.append(addressee.who or texts.NOBODY)
        for question in addressee.questions:
            lines.append(f"- {one_line(question.question)}")
            if question.note:
                lines.append(f"  {texts.NOTE}: {one_line(question.note)}")
        lines.append("")
    return "\n".join(lines)
