"""One assessment in a session, with what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from hallbarhet.assessment.model import Assessment, Case, ChecklistReference, Event, Header
from hallbarhet.assessment.walk import Activity
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.texts import session as texts


def new_assessment(checklist: Checklist, case: Case, *, officer: str, id: str, now: datetime) -> Assessment:  # noqa: A002  (the record's own word)
    """An empty assessment of a case, with its first event."""
    return Assessment(
        header=Header(id=id, officer=officer, created_at=now),
        case=case,
        checklist=reference(checklist),
        events=(Event(at=now, who=officer, what=texts.CREATED),),
    )


def reference(checklist: Checklist) -> ChecklistReference:
    """How a record names the checklist it was made with."""
    return ChecklistReference(
        id=checklist.header.id, version=checklist.header.version, fingerprint=checklist.fingerprint
    )


@dataclass(frozen=True)
class Moment:
    """One assessment in a session, with what follows from it, worked out when first asked for."""

    checklist: Checklist
    assessment: Assessment

    @cached_property
    def activity(self) -> Mapping[str, Activity]:
        """Which questions are asked now. Loads scoring only where the checklist has conditions or depth."""
        if not _has_conditions(self.checklist):
            return dict.fromkeys(self.checklist.item_by_id, "aktiv")
        from hallbarhet.assessment.arrays import activity  # noqa: PLC0415  (NumPy is slow to load)

        return activity(self.checklist, self.assessment)

    @cached_property
    def outcome(self) -> Outcome:
        """Scores, gates and conflicts, without robustness: quick enough to follow every answer."""
        from hallbarhet.assessment.result import score  # noqa: PLC0415  (NumPy is slow to load)

        return score(self.checklist, self.assessment, robustness=False)

    @cached_property
    def full_outcome(self) -> Outcome:
        """The same with robustness."""
        from hallbarhet.assessment.result import score  # noqa: PLC0415  (NumPy is slow to load)

        return score(self.checklist, self.assessment, robustness=True)


def _has_conditions(checklist: Checklist) -> bool:
    return any(item.shown_if is not None or item.depth == "fordjupad" for item in checklist.items)


def rule_says_deep(checklist: Checklist, assessment: Assessment) -> bool:
    """Whether the checklist's own rule asks the deepened questions, whatever the officer chose."""
    header = assessment.header.model_copy(update={"depth": None})
    by_rule = Moment(checklist, assessment.model_copy(update={"header": header}))
    return any(by_rule.activity[item.id] == "aktiv" for item in checklist.items if item.depth == "fordjupad")


def marked(assessment: Assessment, activity: Mapping[str, Activity]) -> Assessment:
    """The assessment with answers marked that are kept but not asked for now."""
    answers = tuple(
        answer
        if answer.inactive == (activity.get(answer.item, "aktiv") != "aktiv")
        else answer.model_copy(update={"inactive": not answer.inactive})
        for answer in assessment.answers
    )
    return assessment if answers == assessment.answers else assessment.model_copy(update={"answers": answers})
