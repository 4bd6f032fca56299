"""Every question of a report with its answer and reason, and what nobody knows yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hallbarhet.assessment.model import (
    LEFT_OUT,
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
from hallbarhet.assessment.walk import Activity, ending_gate, is_answered
from hallbarhet.checklist.model import Checklist, Item, Scale
from hallbarhet.report.parts import Fact, Paragraphs, Row, Table, columns, facts, paragraphs
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.texts import findings, swedish
from hallbarhet.texts import report as texts


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One question with its answer."""

    id: str
    number: str
    question: str
    place: str
    """Dimension and theme, and whether it counts."""
    state: str
    """`svar`, `fritext`, `vet-inte`, `ej-relevant` or `obesvarad`: how it looks, never what it says."""
    answer: Paragraphs
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of the checklist."""

    title: str
    introduction: Paragraphs
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class AnswersView:
    """All parts, the questions that were not asked, and what was left out."""

    sections: tuple[SectionView, ...]
    not_asked: str
    not_asked_items: tuple[str, ...]
    left_out: str


@dataclass(frozen=True, slots=True)
class OpenView:
    """What is not known, and who could tell."""

    none: str
    table: Table | None
    gates: str


def answers_view(
    checklist: Checklist, assessment: Assessment, activity: Mapping[str, Activity], *, public: bool
) -> AnswersView:
    """The questions as they were asked, numbered by part, with answers to questions the checklist lacks last."""
    sections, quiet, left_out = [], [], 0
    for part, section in enumerate(checklist.sections, start=1):
        shown = []
        for place, item in enumerate(section.items, start=1):
            answer = assessment.answer_by_item.get(item.id)
            if not _is_asked(item, activity):
                quiet.append((item, answer))
            elif public and item.internal:
                left_out += 1
            else:
                shown.append(_asked(checklist, item, answer, f"{part}.{place}", public=public))
        if shown:
            sections.append(SectionView(section.title, paragraphs(section.introduction), tuple(shown)))
    foreign = [answer for answer in assessment.answers if answer.item not in checklist.item_by_id]
    if foreign:
        others = tuple(_foreign(answer) for answer in foreign)
        sections.append(SectionView(texts.OTHER_ANSWERS, (), others))
    return AnswersView(
        tuple(sections),
        findings.not_asked(len(quiet)) if quiet else "",
        tuple(_not_asked(item, answer) for item, answer in quiet if not (public and item.internal)),
        findings.left_out_questions(left_out) if left_out else "",
    )


def open_view(
    checklist: Checklist, assessment: Assessment, activity: Mapping[str, Activity], outcome: Outcome
) -> OpenView:
    """Every question that is asked and has no sure answer, and the gates that hang on one."""
    rows = []
    for item in checklist.items:
        if not _is_asked(item, activity):
            continue
        answer = assessment.answer_by_item.get(item.id)
        if isinstance(answer, Unknown):
            rows.append(Row(item.name, (texts.UNKNOWN, answer.who_can_answer or texts.NOT_STATED)))
        elif not is_answered(answer):
            rows.append(Row(item.name, (texts.UNANSWERED, swedish.NOTHING)))
    possible = {found.id for found in outcome.gates if found.triggered == "mojlig"}
    if ending_gate(checklist, assessment) is not None:
        possible = set()
    gates = [gate.title for gate in checklist.gates if gate.id in possible]
    heads = columns(texts.QUESTION, texts.STATE, texts.WHO_CAN_ANSWER)
    return OpenView(
        none="" if rows or gates else findings.NOTHING_OPEN,
        table=Table("tabell-oklart", texts.OPEN_TABLE, heads, tuple(rows)) if rows else None,
        gates=findings.possible_gates(gates) if gates else "",
    )


def grade_text(scale: Scale | None, grade: float) -> str:
    """A grade by its anchor and place: `Bidrar (+1 på skalan −2 till +2)`."""
    if scale is None:
        return swedish.plain(grade)
    place = findings.scale_place(grade, scale.grades[0].grade, scale.grades[-1].grade)
    found = scale.by_grade.get(grade)
    return f"{found.text} ({place})" if found is not None else swedish.plain(grade)


def _is_asked(item: Item, activity: Mapping[str, Activity]) -> bool:
    return activity.get(item.id, "aktiv") == "aktiv"


def _not_asked(item: Item, answer: Answer | None) -> str:
    return f"{item.name} ({texts.KEPT_ANSWER})" if is_answered(answer) else item.name


def _asked(checklist: Checklist, item: Item, answer: Answer | None, number: str, *, public: bool) -> AnswerView:
    state, told = _state_and_answer(checklist, item, answer)
    return AnswerView(
        id=item.id,
        number=number,
        question=answer.question if answer is not None and answer.question else item.text,
        place=_place(checklist, item),
        state=state,
        answer=told,
        facts=_answer_facts(checklist, item, answer),
        notes=tuple(_notes(checklist, item, answer, public=public)),
    )


def _foreign(answer: Answer) -> AnswerView:
    """An answer to a question that the checklist does not have, as the record tells it."""
    match answer:
        case Judged():
            told = f"{answer.label} ({swedish.plain(answer.grade)})" if answer.label else swedish.plain(answer.grade)
        case Quantity():
            told = swedish.plain(answer.value)
        case Choice():
            told = "\n".join(answer.labels or answer.chosen)
        case FreeText():
            told = answer.content
        case _:
            told = _STATE_WORDS[type(answer)][1]
    words = facts((texts.RATIONALE, answer.rationale), (texts.EVIDENCE, "\n".join(answer.evidence)))
    question = answer.question or answer.item
    return AnswerView(answer.item, "", question, texts.NOT_SCORED, "svar", paragraphs(told), words, ())


_STATE_WORDS: dict[type, tuple[str, str]] = {
    Unknown: ("vet-inte", texts.UNKNOWN),
    NotRelevant: ("ej-relevant", texts.NOT_RELEVANT),
    Noted: ("obesvarad", texts.UNANSWERED),
    type(None): ("obesvarad", texts.UNANSWERED),
}


def _state_and_answer(checklist: Checklist, item: Item, answer: Answer | None) -> tuple[str, Paragraphs]:
    match answer:
        case Judged():
            return "svar", (grade_text(checklist.scale_of(item), answer.grade),)
        case Quantity():
            return "svar", (findings.with_unit(answer.value, item.unit),)
        case Choice():
            labels = {alternative.id: alternative.text for alternative in item.alternatives}
            return "svar", ("\n".join(labels.get(chosen, chosen) for chosen in answer.chosen),)
        case FreeText():
            return "fritext", paragraphs(answer.content) or (texts.NOTHING_WRITTEN,)
        case _:
            state, word = _STATE_WORDS[type(answer)]
            return state, (word,)


def _answer_facts(checklist: Checklist, item: Item, answer: Answer | None) -> tuple[Fact, ...]:
    if answer is None:
        return ()
    split = tuple(_facets(checklist, item, answer)) if isinstance(answer, Judged) else ()
    who = answer.who_can_answer if isinstance(answer, Unknown) else ""
    return split + facts(
        (texts.WHO_CAN_ANSWER, who),
        (texts.RATIONALE, answer.rationale),
        (texts.EVIDENCE, "\n".join(answer.evidence)),
    )


def _facets(checklist: Checklist, item: Item, answer: Judged) -> Iterable[Fact]:
    """An answer split by group, place or time, one category on each line."""
    scale = checklist.scale_of(item)
    for facet_id, grades in answer.facets.items():
        facet = checklist.facet_by_id.get(facet_id)
        known = {category.id: category.text for category in facet.categories} if facet is not None else {}
        lines = [f"{known.get(id_, id_)}: {grade_text(scale, grade)}" for id_, grade in grades.items()]
        yield from facts((findings.facet(facet.name if facet is not None else facet_id), "\n".join(lines)))


def _place(checklist: Checklist, item: Item) -> str:
    theme = checklist.theme_by_id.get(item.theme or "")
    dimension = next((entry.name for entry in checklist.dimensions if theme and entry.id == theme.dimension), "")
    parts = [dimension, theme.name] if theme is not None else []
    if item.reading == "nulage":
        parts.append(texts.BASELINE_READING)
    elif not item.is_scored:
        parts.append(texts.NOT_SCORED)
    return " · ".join(parts)


def _notes(checklist: Checklist, item: Item, answer: Answer | None, *, public: bool) -> Iterable[str]:
    if answer is not None and not _fits(checklist, item, answer):
        yield texts.MISFIT
    if not public and (item.internal or (answer is not None and answer.internal)):
        yield texts.INTERNAL


def _fits(checklist: Checklist, item: Item, answer: Answer) -> bool:
    """Whether the answer is of the kind the question asks for; a text that was left out fits anywhere."""
    match answer:
        case Judged():
            scale = checklist.scale_of(item)
            return item.kind == "bedomning" and scale is not None and answer.grade in scale.by_grade
        case Quantity():
            return item.kind == "tal"
        case Choice():
            return item.kind == "val" and set(answer.chosen) <= {alternative.id for alternative in item.alternatives}
        case FreeText():
            return item.kind == "text" or answer.content == LEFT_OUT
        case _:
            return True
