"""Drives a session through an invented case: answers, gates, goal conflicts and what comes after completion."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hallbarhet.assessment.model import (
    Answer,
    Assessment,
    Choice,
    Event,
    FreeText,
    Judged,
    NotRelevant,
    Quantity,
    Unknown,
)
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Checklist, Item
from hallbarhet.texts import demo as texts

Said = Mapping[str, Any]
"""An answer with the keys of a record: grad, fritext, varde, val, vet_inte (who can answer) or ej_relevant (why);
motivering, underlag and fasetter beside it."""


class DemoClock:
    """A clock that stands still until somebody moves it, so that the same case gives the same bytes."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time it was set to."""
        return self.now


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What happens to a completed assessment: a second officer has looked at it, and the case was decided."""

    reviewer: str = ""
    reviewed_at: datetime | None = None
    decision: Mapping[str, Any] | None = None
    """The case fields of the decision, by their names in the model."""


def say(session: AssessmentSession, item_id: str, said: Said) -> None:
    """Answer one question as an officer would: the answer, then its parts, its reason and what it builds on."""
    if "grad" in said:
        session.judge(item_id, said["grad"])
        for facet_id, grades in said.get("fasetter", {}).items():
            session.split(item_id, facet_id, grades)
    elif "vet_inte" in said:
        session.unknown(item_id, said["vet_inte"])
    elif "ej_relevant" in said:
        session.not_relevant(item_id)
        session.explain(item_id, said["ej_relevant"])
    elif "fritext" in said:
        session.write(item_id, said["fritext"])
    elif "varde" in said:
        session.measure(item_id, said["varde"])
    else:
        session.choose(item_id, tuple(said["val"]))
    if "motivering" in said:
        session.explain(item_id, said["motivering"])
    if "underlag" in said:
        session.cite(item_id, tuple(said["underlag"]))


def filed(checklist: Checklist, item: Item, said: Said) -> Answer:
    """The answer that `say` leaves behind, made in one go: a thousand cases must not take a minute."""
    common: dict[str, Any] = {
        "item": item.id,
        "question": item.text,
        "rationale": said.get("motivering", said.get("ej_relevant", "")),
        "evidence": tuple(said.get("underlag", ())),
    }
    scale = checklist.scale_of(item)
    if "grad" in said and scale is not None:
        anchor = scale.by_grade[said["grad"]]
        return Judged(grade=anchor.grade, label=anchor.text, facets=said.get("fasetter", {}), **common)
    if "vet_inte" in said:
        return Unknown(who_can_answer=said["vet_inte"], **common)
    if "ej_relevant" in said:
        return NotRelevant(**common)
    if "fritext" in said:
        return FreeText(content=said["fritext"], **common)
    if "varde" in said:
        return Quantity(value=said["varde"], **common)
    labels = {alternative.id: alternative.text for alternative in item.alternatives}
    chosen = tuple(id_ for id_ in labels if id_ in said["val"])
    return Choice(chosen=chosen, labels=tuple(labels[id_] for id_ in chosen), **common)


def saved(assessment: Assessment, at: datetime) -> Assessment:
    """The assessment with the time it was last saved."""
    return assessment.model_copy(update={"header": assessment.header.model_copy(update={"saved_at": at})})


def after_completion(assessment: Assessment, aftermath: Aftermath) -> Assessment:
    """The completed assessment with what the seal leaves open: its review, and the decision on the case."""
    changes: dict[str, Any] = {}
    if aftermath.reviewed_at is not None:
        changes["header"] = assessment.header.model_copy(update={"status": "granskad"})
        looked = Event(at=aftermath.reviewed_at, who=aftermath.reviewer, what=texts.reviewed())
        changes["events"] = (*assessment.events, looked)
    if aftermath.decision:
        changes["case"] = assessment.case.model_copy(update=dict(aftermath.decision))
    return assessment.model_copy(update=changes) if changes else assessment
