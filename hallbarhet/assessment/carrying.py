"""Answers on their way from one checklist to another: what each row of `koppling` makes of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from hallbarhet.assessment.model import Answer, FreeText, Judged, Noted, NotRelevant, Unknown
from hallbarhet.checklist.lineage import Stage, sources_of
from hallbarhet.checklist.model import Mapping as Row
from hallbarhet.checklist.model import Scale
from hallbarhet.scoring.compiling.questions import scale_values

How = Literal["samma", "omformulerad", "omskalad", "sammanslagen", "delad"]
Cause = Literal["ej_mappbar", "utanfor_skalan"]
"""Why an answer became vet inte: nothing says what it means now; or it stands outside what may be answered."""

CLOSE = 1e-9
"""Values this near each other are the same: thresholds are compared so too."""


@dataclass(frozen=True)
class Held:
    """An answer under way."""

    answer: Answer | None
    sources: tuple[str, ...]
    """The old questions it comes from."""
    scale: Scale | None = None
    """The scale it was given on; None where no checklist tells, or where a row has said what its grades became."""
    how: How = "samma"
    cause: Cause | None = None
    worth: float | None = None
    """v in [−1, 1] in place of a grade, where several answers became one."""
    is_remapped: bool = False
    """Whether a row has said what its grades became, so that the old scale says nothing any more."""


def through(stage: Stage, pool: Mapping[str, Held]) -> dict[str, Held]:
    """The answers after one stage, by what their question is called then."""
    after = {item_id: held for item_id, held in pool.items() if stage.passes(item_id)}
    for row in stage.rows:
        parts = [pool.get(source) for source in sources_of(row)]
        if row.target is not None and any(part is not None for part in parts):
            after[row.target] = _made(row, parts)
    return after


def _made(row: Row, parts: Sequence[Held | None]) -> Held:
    if row.kind == "sammanslagen":
        return _merged(parts, row.rule or "min")
    held = next(part for part in parts if part is not None)
    if row.kind == "delad":
        return _split(held, row.rule or "vet_inte")
    if row.kind == "omskalad":
        return _rescaled(held, {grade.source: grade.target for grade in row.grades})
    return replace(held, how="omformulerad" if row.kind == "omformulerad" else held.how)


def _rescaled(held: Held, grades: Mapping[float, float]) -> Held:
    if not isinstance(held.answer, Judged):
        return replace(held, how="omskalad", is_remapped=True)
    if held.answer.grade not in grades:
        return replace(held, answer=unknown(held.answer), how="omskalad", cause="ej_mappbar", is_remapped=True)
    facets = {
        facet: {category: grades[grade] for category, grade in split.items()}
        for facet, split in held.answer.facets.items()
        # a split is carried whole or not at all: half of it would tell another story
        if all(grade in grades for grade in split.values())
    }
    answer = held.answer.model_copy(update={"grade": grades[held.answer.grade], "facets": facets})
    return replace(held, answer=answer, how="omskalad", is_remapped=True)


def _split(held: Held, rule: str) -> Held:
    may_be_copied = rule == "kopia" and not isinstance(held.answer, NotRelevant)
    if may_be_copied or held.answer is None or isinstance(held.answer, Noted | Unknown):
        return replace(held, how="delad")
    return replace(held, answer=unknown(held.answer), how="delad", cause="ej_mappbar")


def _merged(parts: Sequence[Held | None], rule: str) -> Held:
    """Several answers as one: ej relevant only when all are, unknown when one is, none while one is missing."""
    there = [part for part in parts if part is not None]
    base = Held(None, tuple(source for part in there for source in part.sources), how="sammanslagen")
    given = [part.answer for part in there if part.answer is not None]
    words = _words(given)
    live = [part for part in parts if part is None or not isinstance(part.answer, NotRelevant)]
    if not live:
        return replace(base, answer=given[0].model_copy(update=words))
    if rule == "vet_inte":
        return replace(base, answer=unknown(given[0], **words), cause="ej_mappbar")
    if any(part is not None and isinstance(part.answer, Unknown) for part in live):
        cause = next((part.cause for part in there if part.cause is not None), None)
        return replace(base, answer=unknown(given[0], **words), cause=cause)
    answers = [None if part is None else part.answer for part in live]
    if any(answer is None or isinstance(answer, Noted) for answer in answers):
        return replace(base, answer=_noted(given[0], words))
    texts = [answer for answer in answers if isinstance(answer, FreeText)]
    if len(texts) == len(answers):
        content = "\n\n".join(answer.content for answer in texts)
        return replace(base, answer=texts[0].model_copy(update={**words, "content": content}))
    worths = [_worth(part) for part in live if part is not None]
    known = [worth for worth in worths if worth is not None]
    if len(known) < len(worths):
        return replace(base, answer=unknown(given[0], **words), cause="ej_mappbar")
    worth = min(known) if rule == "min" else sum(known) / len(known)
    judged = next(answer for answer in answers if isinstance(answer, Judged))
    return replace(base, answer=judged.model_copy(update={**words, "facets": {}}), worth=worth, is_remapped=True)


def _worth(held: Held) -> float | None:
    """What a judged answer is worth on the scale it was given on; None where nobody can tell."""
    if held.worth is not None:
        return held.worth
    if not isinstance(held.answer, Judged) or held.scale is None or held.is_remapped:
        return None
    grades = [grade.grade for grade in held.scale.grades]
    if held.answer.grade not in grades:
        return None
    return float(scale_values(held.scale)[grades.index(held.answer.grade)])


def grade_worth(scale: Scale, worth: float) -> float | None:
    """The grade that is worth this much on a scale: one of its own, one between two, None outside it."""
    values = scale_values(scale)
    grades = np.array([float(grade.grade) for grade in scale.grades])
    for grade, value in zip(scale.grades, values.tolist(), strict=True):
        if abs(value - worth) < CLOSE:
            return grade.grade
    rising = np.argsort(values, kind="stable")
    if not values[rising[0]] <= worth <= values[rising[-1]]:
        return None
    return float(np.interp(worth, values[rising], grades[rising]))


def unknown(answer: Answer, **changed: Any) -> Unknown:
    """The same question answered with vet inte; the words stay."""
    words = {"rationale": answer.rationale, "evidence": answer.evidence, "internal": answer.internal}
    kept = {"item": answer.item, "question": answer.question, **words, **(answer.model_extra or {})}
    return Unknown(**(kept | changed))


def _noted(answer: Answer, words: Mapping[str, Any]) -> Noted | None:
    if not words["rationale"] and not words["evidence"]:
        return None
    return Noted(item=answer.item, question=answer.question, **words)


def _words(answers: Sequence[Answer]) -> dict[str, Any]:
    """What was written about several answers, together and each thing once."""
    return {
        "rationale": "\n\n".join(dict.fromkeys(answer.rationale for answer in answers if answer.rationale)),
        "evidence": tuple(dict.fromkeys(line for answer in answers for line in answer.evidence)),
        "internal": any(answer.internal for answer in answers),
    }
