"""Answers carried over to another checklist, version or support form; nothing that was written is lost.

What no longer fits stays in the record: an answer to a question that is gone under its own id, an answer that had to
change among the former answers, as it stood.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from hallbarhet.assessment.carrying import Cause, Held, How, grade_worth, through, unknown
from hallbarhet.assessment.form import to_data
from hallbarhet.assessment.model import (
    Answer,
    Assessment,
    Choice,
    Event,
    FreeText,
    Judged,
    Noted,
    NotRelevant,
    Quantity,
    Unknown,
)
from hallbarhet.assessment.moment import Moment, marked, reference
from hallbarhet.checklist.lineage import heirs, stages
from hallbarhet.checklist.model import Checklist, Item, Scale
from hallbarhet.checklist.versions import same_scale
from hallbarhet.texts import adapt as texts

_KINDS: dict[type, str] = {Judged: "bedomning", FreeText: "text", Quantity: "tal", Choice: "val"}


@dataclass(frozen=True, slots=True)
class Carried:
    """An answer in the new checklist, and the old questions it comes from."""

    item: str
    sources: tuple[str, ...]
    how: How
    cause: Cause | None = None
    """Why it became vet inte; None where it did not, or was that before."""


@dataclass(frozen=True)
class Adapted:
    """An assessment carried to another checklist, and what happened to it on the way. Ids are the new checklist's."""

    assessment: Assessment
    kept: tuple[Carried, ...]
    """Answers that say what they said."""
    changed: tuple[Carried, ...]
    """Answers that say something else now, or are vet inte until somebody has looked at them."""
    orphaned: tuple[str, ...]
    """Old ids of answers whose question is gone; they stay in the record and never count."""
    new: tuple[str, ...]
    """Questions that no old question became."""
    gates: tuple[str, ...] = ()
    """Decisions at gates that the new checklist does not have; they stay too."""
    between: tuple[str, ...] = ()
    """Questions whose answer is a grade between two of the scale (see `adapt`)."""


def adapt(assessment: Assessment, old: Checklist | None, new: Checklist, *, between: bool = False) -> Adapted:
    """The assessment as one of the new checklist. `old` is the checklist it was made with, if anybody has kept it.

    Without `old` a grade is carried only where its words still stand beside it: nobody knows what it meant otherwise.
    With `between`, answers merged by their mean may lie between two grades, as scoring can take them; a person cannot
    give such an answer, so without it they are vet inte.
    """
    used = assessment.checklist
    way = stages(used.id, used.version, new)
    pool = {answer.item: held_of(answer, old) for answer in assessment.answers}
    for stage in way:
        pool = through(stage, pool)
    fitted = {
        item.id: fitted_to(pool[item.id], item, new, old, between=between) for item in new.items if item.id in pool
    }
    before = assessment.answer_by_item
    carried = {item_id: _carried(item_id, held, before) for item_id, held in fitted.items()}
    answers = {item_id: held.answer for item_id, held in fitted.items() if held.answer is not None}
    moved = {source for held in fitted.values() for source in held.sources}
    stays = [answer for answer in assessment.answers if answer.item not in moved]
    orphans = [answer for answer in stays if answer.item not in new.item_by_id]
    # an answer whose place somebody else's answer has taken, or that a new question must not inherit
    displaced = [answer for answer in stays if answer.item in new.item_by_id]
    former = _former(assessment, fitted, {answer.item for answer in displaced})
    questions = [item.id for item in old.items] if old is not None else [answer.item for answer in assessment.answers]
    inherited = {heir for found in heirs(questions, way, new).values() for heir in found}
    done = assessment.model_copy(
        update={
            "checklist": reference(new),
            "answers": (*answers.values(), *orphans),
            "former_answers": (*assessment.former_answers, *former),
        }
    )
    return Adapted(
        assessment=marked(done, Moment(new, done).activity),
        kept=tuple(one for one in carried.values() if _says_the_same(one, fitted[one.item], before)),
        changed=tuple(one for one in carried.values() if not _says_the_same(one, fitted[one.item], before)),
        orphaned=tuple(answer.item for answer in (*orphans, *displaced)),
        new=tuple(item.id for item in new.items if item.id not in inherited),
        gates=tuple(gate.id for gate in assessment.gates if gate.id not in new.gate_by_id),
        between=tuple(item_id for item_id, held in fitted.items() if _is_between(held, new.item_by_id[item_id], new)),
    )


def carried_draft(adapted: Adapted, before: Assessment, new: Checklist, *, who: str, now: datetime) -> Assessment:
    """The carried assessment as it is to be saved: with the event, and the support form where only one is possible."""
    carried = adapted.assessment
    used, forms = before.checklist, new.header.support_forms
    said = texts.carried_over(f"{used.id} {used.version}", f"{new.header.id} {new.header.version}")
    case = carried.case
    if len(forms) == 1 and case.support_form not in forms:
        case = case.model_copy(update={"support_form": forms[0]})
    return carried.model_copy(
        update={"case": case, "events": (*carried.events, Event(at=now, who=who, what=said))},
    )


def held_of(answer: Answer, old: Checklist | None) -> Held:
    """An answer as it sets out, with the scale it was given on where a checklist tells."""
    item = old.item_by_id.get(answer.item) if old is not None else None
    scale = old.scale_of(item) if old is not None and item is not None and item.kind == "bedomning" else None
    return Held(answer, (answer.item,), scale)


# Whether an answer fits its question


def fitted_to(held: Held, item: Item, new: Checklist, old: Checklist | None, *, between: bool) -> Held:
    """The answer as one to this question, or vet inte with the cause; `between` as in `adapt`."""
    answer = held.answer
    if answer is None:
        return held
    scale = new.scale_of(item) if item.kind == "bedomning" else None
    if isinstance(answer, Unknown | Noted):
        fitted: Answer | Cause = answer
    elif isinstance(answer, NotRelevant):
        fitted = answer if new.may_be_waived(item) else "utanfor_skalan"
    elif _KINDS[type(answer)] != item.kind:
        fitted = "ej_mappbar"
    elif isinstance(answer, Judged) and scale is not None:
        fitted = _judged(held, answer, item, new, scale, is_known=old is not None, between=between)
    else:
        fitted = _plain(answer, item)
    if isinstance(fitted, str):
        return replace(held, answer=_asked(unknown(answer), item), cause=fitted)
    return replace(held, answer=_asked(fitted, item))


def _asked(answer: Answer, item: Item) -> Answer:
    """The answer under the question as it is asked now."""
    return answer.model_copy(update={"item": item.id, "question": item.text})


def _judged(
    held: Held, answer: Judged, item: Item, new: Checklist, scale: Scale, *, is_known: bool, between: bool
) -> Answer | Cause:
    grade: float | None = answer.grade
    if held.worth is not None:
        grade = grade_worth(scale, held.worth)
    elif not held.is_remapped and not _means_the_same(held, answer, scale, is_known=is_known):
        return "ej_mappbar"
    if grade is None:
        return "utanfor_skalan"
    anchor = scale.by_grade.get(grade)
    if anchor is None:
        if held.worth is None:
            return "utanfor_skalan"
        return answer.model_copy(update={"grade": grade, "label": ""}) if between else "ej_mappbar"
    facets = _facets(answer.facets, item, new, scale)
    return answer.model_copy(update={"grade": anchor.grade, "label": anchor.text, "facets": facets})


def _means_the_same(held: Held, answer: Judged, scale: Scale, *, is_known: bool) -> bool:
    """Whether a grade that no row speaks of means on the new scale what it meant: the scale is the same.

    Where no old scale tells, the same words beside the grade do. A checklist that is known but lacks the question
    explains nothing, and then words are needed.
    """
    if held.scale is not None:
        return same_scale(held.scale, scale)
    anchor = scale.by_grade.get(answer.grade)
    return anchor is not None and (anchor.text == answer.label or (not answer.label and not is_known))


def _facets(
    facets: Mapping[str, Mapping[str, float]], item: Item, new: Checklist, scale: Scale
) -> dict[str, dict[str, float]]:
    """The splits that the new question takes, each whole."""
    fitting = {}
    for facet_id, split in facets.items():
        facet = new.facet_by_id.get(facet_id) if facet_id in item.facets else None
        known = {category.id for category in facet.categories} if facet is not None else set()
        if known and set(split) <= known and all(grade in scale.by_grade for grade in split.values()):
            fitting[facet_id] = dict(split)
    return fitting


def _plain(answer: Answer, item: Item) -> Answer | Cause:
    """An answer in words, numbers or alternatives, if the question takes it."""
    match answer:
        case Quantity():
            low, high = item.at_least, item.at_most
            outside = (low is not None and answer.value < low) or (high is not None and answer.value > high)
            return "utanfor_skalan" if outside else answer
        case Choice():
            labels = {alternative.id: alternative.text for alternative in item.alternatives}
            if not set(answer.chosen) <= labels.keys() or (len(answer.chosen) > 1 and not item.several):
                return "utanfor_skalan"
            return answer.model_copy(update={"labels": tuple(labels[id_] for id_ in answer.chosen)})
        case _:
            return answer


# What to tell


def _carried(item_id: str, held: Held, before: Mapping[str, Answer]) -> Carried:
    how = held.how
    if how == "samma" and held.answer is not None and before[held.sources[0]].question != held.answer.question:
        how = "omformulerad"
    return Carried(item_id, held.sources, how, held.cause)


def _says_the_same(carried: Carried, held: Held, before: Mapping[str, Answer]) -> bool:
    """Whether the answer is what it was, whatever the question and its anchors are called now."""
    if len(carried.sources) != 1 or held.answer is None:
        return False
    old, new = _bare(before[carried.sources[0]]), _bare(held.answer)
    return type(old) is type(new) and old == new


def _bare(answer: Answer) -> Answer:
    """The answer without what the checklist calls things."""
    named = {"item": "", "question": "", "label": "", "labels": (), "inactive": False}
    return answer.model_copy(update={key: value for key, value in named.items() if key in type(answer).model_fields})


def _is_between(held: Held, item: Item, new: Checklist) -> bool:
    scale = new.scale_of(item)
    return isinstance(held.answer, Judged) and scale is not None and held.answer.grade not in scale.by_grade


def _former(assessment: Assessment, fitted: Mapping[str, Held], displaced: set[str]) -> list[dict[str, Any]]:
    """The old answers that do not stand in the new assessment just as they stood, as the record had them."""
    heirs_of: dict[str, list[str]] = {}
    for item_id, held in fitted.items():
        for source in held.sources:
            heirs_of.setdefault(source, []).append(item_id)
    changed = {
        answer.item
        for answer in assessment.answers
        if answer.item in displaced
        or (answer.item in heirs_of and (answer.item not in fitted or fitted[answer.item].answer != answer))
    }
    if not changed:
        return []
    made_with = f"{assessment.checklist.id}@{assessment.checklist.version}"
    former = []
    for table in to_data(assessment)["svar"]:
        if (item_id := table["punkt"]) in changed:
            became = heirs_of.get(item_id, [])
            cause = next((fitted[heir].cause for heir in became if fitted[heir].cause), None)
            told = {"checklista": made_with, "blev": became, "orsak": cause}
            former.append({**{key: value for key, value in told.items() if value}, **table})
    return former
