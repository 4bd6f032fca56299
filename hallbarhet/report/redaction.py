"""What may leave the house: the public extract of an assessment, and of its checklist.

Everything that is left out is decided here:

- answers marked internal, and answers to questions marked internal: their words, evidence and sources; the grade or
  status stays, since the extract must give the same numbers. A number or choice stays only where a condition needs it.
- the region's own case fields, but for a value that a condition of the checklist is decided by.
- personal identity numbers, e-mail addresses and phone numbers, in whatever field they stand.
- an organisation number that is a person's.
- keys that this version does not know: nobody has said what they hold.
- answers from before the assessment was carried to another checklist: some may have been internal there.
- the stored result, which is counted again from the answers; which program and method made it is kept.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from hallbarhet.assessment.model import (
    LEFT_OUT,
    Answer,
    Assessment,
    Case,
    Choice,
    Extract,
    FreeText,
    Judged,
    Quantity,
    RecordEntry,
    Unknown,
)
from hallbarhet.assessment.personal import find_personal, is_personal, without_personal
from hallbarhet.checklist.conditions import Atom, CaseAtom, ItemAtom, atoms
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.texts import report as texts

LEFT_OUT_HERE = f"[{LEFT_OUT}]"
"""Stands inside a running text that is otherwise kept."""

KEPT_OF_RESULT = ("motor", "metod", "beraknad")
"""What the extract keeps of the stored result: which program and method made it, and when."""

Entry = TypeVar("Entry", bound=RecordEntry)

_MACHINE_MADE = re.compile(r"(sha256-1:[0-9a-f]{64}|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b)")
"""Fingerprints and UUIDs: long runs of digits that only look like somebody's number."""


def public_extract(checklist: Checklist, assessment: Assessment) -> Assessment:
    """The assessment without what may not leave the house, naming the seal it was taken from.

    Scoring it gives the same numbers. An extract of an extract is the same extract.
    """
    conditions = _Conditions(checklist)
    answers = tuple(_public_answer(checklist, conditions, answer) for answer in assessment.answers)
    judgement = assessment.judgement
    known = {dimension.id for dimension in checklist.dimensions}
    prepared = assessment.model_copy(
        update={
            "case": _public_case(conditions, assessment.case),
            "answers": answers,
            "judgement": judgement.model_copy(
                update={"dimensions": {id_: text for id_, text in judgement.dimensions.items() if id_ in known}}
            ),
            "result": {key: assessment.result[key] for key in KEPT_OF_RESULT if key in assessment.result},
            "former_answers": (),
            "applicant_answers": (),
            "unread": {},
            "seal": None,
            "extract": _taken_from(assessment),
        }
    )
    extract: Assessment = _without_personal(prepared, _Words(checklist))
    return extract.model_copy(
        update={
            "answers": tuple(_with_valid_id(entry, "item", place) for place, entry in enumerate(extract.answers, 1)),
            "gates": tuple(_with_valid_id(entry, "id", place) for place, entry in enumerate(extract.gates, 1)),
            "conflicts": tuple(_with_valid_id(entry, "id", place) for place, entry in enumerate(extract.conflicts, 1)),
            "checklist": _with_valid_id(extract.checklist, "id", 1),
        }
    )


def public_checklist(checklist: Checklist) -> Checklist:
    """The checklist without the words of its internal questions, so that no name of one finds its way out."""
    if not any(item.internal for item in checklist.items):
        return checklist
    hidden = {"text": texts.LEFT_OUT_QUESTION, "short_name": texts.LEFT_OUT_QUESTION, "hint": "", "guidance": ""}
    sections = tuple(
        section.model_copy(
            update={"items": tuple(item.model_copy(update=hidden) if item.internal else item for item in section.items)}
        )
        for section in checklist.sections
    )
    return checklist.model_copy(update={"sections": sections})


def public_outcome(checklist: Checklist, outcome: Outcome, assessment: Assessment, extract: Assessment) -> Outcome:
    """The outcome by the extract's words: a conflict that the officer added brings ids and sides of her own along."""
    words = _Words(checklist)
    renamed = {old.id: new.id for old, new in zip(assessment.conflicts, extract.conflicts, strict=True)}
    conflicts = tuple(
        replace(
            found,
            id=renamed.get(found.id, found.id),
            title=_public_text(found.title, words),
            against=tuple(_public_text(side, words) for side in found.against),
            detected_by=tuple(renamed.get(rule, rule) for rule in found.detected_by),
        )
        for found in outcome.conflicts
    )
    return replace(outcome, conflicts=conflicts)


class _Conditions:
    """Which case fields and questions the checklist's conditions look at, and the words they compare with."""

    def __init__(self, checklist: Checklist) -> None:
        found = tuple(_atoms(checklist))
        self.items = {atom.item for atom in found if isinstance(atom, ItemAtom)}
        self.case_words: dict[str, set[object]] = {}
        for atom in found:
            if isinstance(atom, CaseAtom):
                self.case_words.setdefault(atom.field, set()).update((atom.equals, *(atom.one_of or ())))
        self.own_fields = {field.id for field in checklist.rules.case_fields} | self.case_words.keys()


class _Words:
    """The checklist's own words, gathered the first time somebody asks."""

    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist
        self._words: frozenset[str] | None = None

    def __contains__(self, text: str) -> bool:
        if self._words is None:
            self._words = frozenset(_strings(self._checklist.data))
        return text in self._words


def _atoms(checklist: Checklist) -> Iterator[Atom]:
    shown_if = (item.shown_if for item in checklist.items)
    gates = (gate.condition for gate in checklist.gates)
    rules = (rule.condition for rule in checklist.conflict_rules)
    for condition in (*shown_if, *gates, *rules, checklist.rules.deepened_if):
        if condition is not None:
            yield from atoms(condition)


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for entry in value.values():
                yield from _strings(entry)
        case list() | tuple():
            for entry in value:
                yield from _strings(entry)


def _taken_from(assessment: Assessment) -> Extract:
    if assessment.seal is not None:
        return Extract(from_seal=assessment.seal.value)
    return assessment.extract or Extract()


def _public_case(conditions: _Conditions, case: Case) -> Case:
    number = case.organisation_number
    if is_personal(number) or find_personal(number):
        number = LEFT_OUT
    own = {
        field: value if _is_needed(conditions, field, value) else LEFT_OUT
        for field, value in case.own.items()
        if field in conditions.own_fields
    }
    return case.model_copy(update={"organisation_number": number, "own": own})


def _is_needed(conditions: _Conditions, field: str, value: object) -> bool:
    """Whether a condition is decided by this value: a word of the checklist's own, or a number it is held against."""
    if field not in conditions.case_words or find_personal(str(value)):
        return False
    return value in conditions.case_words[field] if isinstance(value, str) else isinstance(value, int | float | date)


def _public_answer(checklist: Checklist, conditions: _Conditions, answer: Answer) -> Answer:
    item = checklist.item_by_id.get(answer.item)
    is_hidden = item is not None and item.internal
    if isinstance(answer, Judged) and answer.facets:
        answer = answer.model_copy(update={"facets": _known_facets(checklist, answer)})
    if not is_hidden and not answer.internal:
        return answer
    if isinstance(answer, Quantity | Choice) and answer.item not in conditions.items:
        answer = FreeText(item=answer.item, question=answer.question, rationale=answer.rationale, content=LEFT_OUT)
    return answer.model_copy(update=_left_out_words(answer, is_hidden=is_hidden))


def _left_out_words(answer: Answer, *, is_hidden: bool) -> dict[str, Any]:
    """The fields of an internal answer that change; the words of a hidden question go with it."""
    changed: dict[str, Any] = {"internal": True}
    if answer.rationale:
        changed["rationale"] = LEFT_OUT
    if answer.evidence:
        changed["evidence"] = (LEFT_OUT,)
    if is_hidden:
        changed["question"] = LEFT_OUT
    match answer:
        case Judged() if is_hidden:
            changed["label"] = LEFT_OUT
        case Choice():
            changed["labels"] = ()
        case Unknown() if answer.who_can_answer:
            changed["who_can_answer"] = LEFT_OUT
        case FreeText():
            changed["content"] = LEFT_OUT
        case _:
            pass
    return changed


def _known_facets(checklist: Checklist, answer: Judged) -> dict[str, dict[str, float]]:
    known = {}
    for facet_id, grades in answer.facets.items():
        facet = checklist.facet_by_id.get(facet_id)
        if facet is not None:
            categories = {category.id for category in facet.categories}
            known[facet_id] = {category: grade for category, grade in grades.items() if category in categories}
    return known


def _without_personal(value: Any, words: _Words) -> Any:
    """The same value with unknown keys dropped and personal details out of every text, however deep."""
    match value:
        case str():
            return _public_text(value, words)
        case tuple() | list():
            return type(value)(_without_personal(entry, words) for entry in value)
        case dict():
            return {key: _without_personal(entry, words) for key, entry in value.items()}
        case RecordEntry():
            written = value.model_fields_set & type(value).model_fields.keys()
            copied = value.model_copy(update={name: _without_personal(getattr(value, name), words) for name in written})
            if copied.model_extra:
                copied.model_extra.clear()
            return copied
        case _:
            return value


def _public_text(text: str, words: _Words) -> str:
    if not text or not find_personal(text) or text in words:
        return text
    parts = _MACHINE_MADE.split(text)
    # Every other part is machine-made and stays.
    return "".join(part if place % 2 else without_personal(part, LEFT_OUT_HERE) for place, part in enumerate(parts))


def _with_valid_id(entry: Entry, field: str, place: int) -> Entry:
    """The entry with a neutral id, if what was left out of its own has made it no id."""
    if LEFT_OUT_HERE not in getattr(entry, field):
        return entry
    return entry.model_copy(update={field: f"utelamnat-{place}"})
