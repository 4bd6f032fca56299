"""What is asked next, what is missing and what is due: one walk under the app, the line mode and the blank record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hallbarhet.assessment.model import (
    Answer,
    Assessment,
    GateDecision,
    Noted,
)
from hallbarhet.checklist.model import Checklist, Gate, Item, Section
from hallbarhet.scoring.outcome import Outcome

StepKind = Literal["arende", "fraga", "hallplats", "malkonflikter", "kontroll", "samlad", "klart", "oversikt"]
Activity = Literal["aktiv", "vantar", "inaktuell"]
"""Asked now; waiting for its trigger to be answered; or not asked."""


@dataclass(frozen=True, slots=True)
class Step:
    """A place in the walk; `id` names the question or gate. The overview stands beside the walk."""

    kind: StepKind
    id: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a part is answered: `3 av 5`."""

    answered: int
    asked: int

    @property
    def is_done(self) -> bool:
        """Whether nothing that is asked here is left."""
        return self.answered == self.asked


CASE = Step("arende")
CONFLICTS = Step("malkonflikter")
CHECK = Step("kontroll")
JUDGEMENT = Step("samlad")
DONE = Step("klart")
WHOLE = Step("oversikt")
"""Where what is about the whole case is changed: checklist, support form and depth."""


def is_answered(answer: Answer | None) -> bool:
    """Whether a question has an answer; *vet inte* and *ej relevant* are answers, words alone are not."""
    return answer is not None and not isinstance(answer, Noted)


def must_be_answered(item: Item) -> bool:
    """Whether the question may not be passed: judged questions, and others whose rationale is `alltid`."""
    return item.must_be_answered


def active_items(section: Section, activity: Mapping[str, Activity]) -> tuple[Item, ...]:
    """The questions of a part that are asked now, in order."""
    return tuple(item for item in section.items if activity.get(item.id, "aktiv") == "aktiv")


def progress(section: Section, assessment: Assessment, activity: Mapping[str, Activity]) -> Progress:
    """How much of a part is answered. A question still waiting for its trigger is not counted."""
    asked = active_items(section, activity)
    answers = assessment.answer_by_item
    return Progress(sum(is_answered(answers.get(item.id)) for item in asked), len(asked))


def unanswered(checklist: Checklist, assessment: Assessment, activity: Mapping[str, Activity]) -> tuple[Item, ...]:
    """The questions that are asked, have to be answered and are not, in order."""
    answers = assessment.answer_by_item
    return tuple(
        item
        for section in checklist.sections
        for item in active_items(section, activity)
        if must_be_answered(item) and not is_answered(answers.get(item.id))
    )


def ending_gate(checklist: Checklist, assessment: Assessment) -> GateDecision | None:
    """The gate at which the case was ended, if it was."""
    decisions = assessment.gate_by_id
    ended = (decisions.get(gate.id) for gate in checklist.gates)
    return next((gate for gate in ended if gate is not None and gate.decision == "avsluta"), None)


def is_due(gate: Gate, assessment: Assessment, outcome: Outcome | None) -> bool:
    """Whether the walk stops at this gate: always at some, at others when their condition holds or once decided."""
    if gate.effect == "alltid" or gate.id in assessment.gate_by_id:
        return True
    triggered = {found.id: found.triggered for found in outcome.gates} if outcome else {}
    return triggered.get(gate.id) == "utlost"


def steps(
    checklist: Checklist, assessment: Assessment, activity: Mapping[str, Activity], outcome: Outcome | None
) -> tuple[Step, ...]:
    """The walk as it looks now, from case data to done; a case ended at a gate goes from there to the end."""
    walk = [CASE]
    ended = ending_gate(checklist, assessment)
    for section in checklist.sections:
        walk.extend(Step("fraga", item.id) for item in active_items(section, activity))
        for gate in checklist.gates:
            if gate.after != section.id or not is_due(gate, assessment, outcome):
                continue
            walk.append(Step("hallplats", gate.id))
            if ended is not None and ended.id == gate.id:
                return (*walk, CHECK, DONE)
    return (*walk, CONFLICTS, CHECK, JUDGEMENT, DONE)


def step_after(checklist: Checklist, walk: Sequence[Step], step: Step) -> Step | None:
    """The next step of a walk; from a question or gate that is no longer in it, the first one that stood after it."""
    if step in walk:
        return walk[min(walk.index(step) + 1, len(walk) - 1)]
    order = list(_places(checklist))
    if step not in order:
        return None
    asked = {*walk}
    return next((later for later in order[order.index(step) + 1 :] if later in asked), CHECK)


def _places(checklist: Checklist) -> Iterator[Step]:
    """Every question and gate there is, in walking order."""
    for section in checklist.sections:
        yield from (Step("fraga", item.id) for item in section.items)
        yield from (Step("hallplats", gate.id) for gate in checklist.gates if gate.after == section.id)


def is_triggered(gate: Gate, outcome: Outcome | None) -> bool:
    """Whether the gate's condition holds now."""
    return outcome is not None and any(found.id == gate.id and found.triggered == "utlost" for found in outcome.gates)
