"""Assessments that stand in relation to others: a second reader's, the one two readers agree on, and a follow-up."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from hallbarhet.assessment.model import Answer, Assessment, Event, Header, Judged, Noted
from hallbarhet.assessment.side_by_side import same_answer
from hallbarhet.errors import NotAllowedError
from hallbarhet.texts import readings as texts

LaterStage = Literal["uppfoljning", "slutrapport"]


def second_reading(first: Assessment, *, officer: str, id: str, now: datetime) -> Assessment:  # noqa: A002  (the record's own word)
    """An empty assessment of the same case with the same checklist, for somebody who has not seen the first answers.

    It is read as deep as the first, so that the two can be compared. Raises NotAllowedError.
    """
    if first.header.role != "forsta":
        raise NotAllowedError(texts.ONLY_THE_FIRST)
    header = Header(
        id=id, role="andra", parties=(first.header.id,), stage=first.header.stage, officer=officer, created_at=now,
        depth=first.header.depth, depth_reason=first.header.depth_reason,
    )  # fmt: skip
    return _begun(first, header, texts.SECOND_BEGUN)


def agreed_reading(first: Assessment, second: Assessment, *, officer: str, id: str, now: datetime) -> Assessment:  # noqa: A002  (the record's own word)
    """What two readers agree on: answers that are the same stand; the others are open, to be settled together.

    Both readings must be finished, so that neither moves towards the other. Raises NotAllowedError.
    """
    if "utkast" in {first.header.status, second.header.status}:
        raise NotAllowedError(texts.BOTH_MUST_BE_FINISHED)
    if first.checklist.fingerprint != second.checklist.fingerprint:
        raise NotAllowedError(texts.DIFFERENT_CHECKLISTS)
    header = Header(
        id=id, role="gemensam", parties=(first.header.id, second.header.id), stage=first.header.stage, officer=officer,
        created_at=now, depth=first.header.depth, depth_reason=first.header.depth_reason,
    )  # fmt: skip
    return _begun(
        first, header, texts.agreed_begun(first.header.officer, second.header.officer), _shared(first, second)
    )


def follow_up(before: Assessment, stage: LaterStage, *, officer: str, id: str, now: datetime) -> Assessment:  # noqa: A002  (the record's own word)
    """The same questions again, when it can be seen what came of the case. Raises NotAllowedError."""
    if before.header.status == "utkast":
        raise NotAllowedError(texts.FINISH_FIRST)
    header = Header(
        id=id, stage=stage, previous=before.header.id, officer=officer, created_at=now,
        depth=before.header.depth, depth_reason=before.header.depth_reason,
    )  # fmt: skip
    return _begun(before, header, texts.FOLLOW_UP_BEGUN[stage])


def _begun(source: Assessment, header: Header, said: str, answers: Sequence[Answer] = ()) -> Assessment:
    return Assessment(
        header=header,
        case=source.case,
        checklist=source.checklist,
        answers=tuple(answers),
        events=(Event(at=header.created_at, who=header.officer, what=said),),
    )


def _shared(first: Assessment, second: Assessment) -> list[Answer]:
    """Answers that are the same in both, with what either wrote about them."""
    other = second.answer_by_item
    return [
        _joined(answer, other[answer.item])
        for answer in first.answers
        if not isinstance(answer, Noted) and answer.item in other and same_answer(answer, other[answer.item])
    ]


def _joined(first: Answer, second: Answer) -> Answer:
    rationales = dict.fromkeys(text.strip() for text in (first.rationale, second.rationale) if text.strip())
    changed: dict[str, object] = {
        "rationale": "\n\n".join(rationales),
        "evidence": tuple(dict.fromkeys((*first.evidence, *second.evidence))),
        "internal": first.internal or second.internal,
    }
    if isinstance(first, Judged) and isinstance(second, Judged) and first.facets != second.facets:
        # how groups and places fare was judged differently: settled together, not chosen for them
        changed["facets"] = {id_: split for id_, split in first.facets.items() if second.facets.get(id_) == split}
    return first.model_copy(update=changed)
