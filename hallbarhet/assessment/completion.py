"""The end of an assessment and its opening again: the result and the seal, the reason and the event."""

from datetime import datetime

from hallbarhet.assessment.conflicts import all_found
from hallbarhet.assessment.model import Assessment, Event
from hallbarhet.assessment.moment import Moment
from hallbarhet.assessment.seal import seal
from hallbarhet.checklist.canonical import normalised
from hallbarhet.errors import NotAllowedError
from hallbarhet.texts import session as texts
from hallbarhet.texts import walk as walk_texts


def finished(moment: Moment, *, who: str, now: datetime) -> Assessment:
    """The assessment with its result stored, and sealed."""
    from hallbarhet.assessment.result import stored_result  # noqa: PLC0415  (NumPy is slow to load)

    assessment = moment.assessment
    return seal(
        assessment.model_copy(
            update={
                "header": assessment.header.model_copy(update={"status": "klar"}),
                "conflicts": all_found(moment.checklist, assessment, moment.outcome),
                "result": stored_result(moment.full_outcome, now),
                "events": (*assessment.events, Event(at=now, who=who, what=texts.COMPLETED)),
            }
        )
    )


def reopened(assessment: Assessment, reason: str, *, who: str, now: datetime) -> Assessment:
    """A finished assessment as a draft again; the reason and the old seal stay in the events.

    Raises:
        NotAllowedError: it is not finished, or no reason is given.
    """
    if assessment.header.status == "utkast":
        raise NotAllowedError(walk_texts.NOT_COMPLETE)
    if not reason.strip():
        raise NotAllowedError(walk_texts.REOPENING_REASON)
    old = assessment.seal.value if assessment.seal else ""
    event = Event(at=now, who=who, what=texts.reopened(normalised(reason), old))
    header = assessment.header.model_copy(update={"status": "utkast"})
    return assessment.model_copy(update={"header": header, "seal": None, "events": (*assessment.events, event)})


def completed_by(assessment: Assessment) -> Event | None:
    """The event that tells who finished an assessment and when; a decision may have been written down since."""
    finishing = (event for event in reversed(assessment.events) if event.what == texts.COMPLETED)
    return next(finishing, assessment.events[-1] if assessment.events else None)
