"""A checklist's own test cases: whether the result is what its owner expects."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from hallbarhet.assessment.model import (
    Answer,
    Assessment,
    Case,
    Choice,
    FreeText,
    GateDecision,
    Header,
    Judged,
    NotRelevant,
    Quantity,
    Unknown,
)
from hallbarhet.assessment.moment import reference
from hallbarhet.assessment.result import score
from hallbarhet.checklist.model import Checklist, ExampleCase, Item
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.texts import examples as texts

_SOME_TIME = datetime(2026, 1, 1, tzinfo=UTC)
"""An example has no time of its own, and no result may depend on one."""


def neutral_answers(checklist: Checklist) -> dict[str, Answer]:
    """What every example begins from: each judged question answered as no effect."""
    return {item.id: answer for item in checklist.items if (answer := _answer(checklist, item, None)) is not None}


def example_assessment(
    checklist: Checklist, example: ExampleCase, neutral: Mapping[str, Answer] | None = None
) -> Assessment:
    """An example as an assessment: deepened, every judged question neutral unless named, every fixed gate passed.

    `neutral` is what `neutral_answers` gives, for whoever tries many examples of one checklist.
    """
    begun = neutral if neutral is not None else neutral_answers(checklist)
    named = example.answers
    found = (
        _answer(checklist, item, named[item.id]) if item.id in named else begun.get(item.id) for item in checklist.items
    )
    answers = tuple(answer for answer in found if answer is not None)
    passed = tuple(_passed(gate.id) for gate in checklist.gates if gate.effect == "alltid")
    return Assessment(
        header=Header(id="provfall", depth="fordjupad", depth_reason=example.name, created_at=_SOME_TIME),
        case=Case(),
        checklist=reference(checklist),
        answers=answers,
        gates=passed,
    )


def failures(
    checklist: Checklist, example: ExampleCase, neutral: Mapping[str, Answer] | None = None
) -> tuple[str, ...]:
    """What differs from the expectation, each as a sentence; nothing when the example holds."""
    outcome = score(checklist, example_assessment(checklist, example, neutral), robustness=False)
    expected = example.expected
    found = []
    if expected.level is not None and expected.level != outcome.level.central:
        found.append(texts.other_level(expected.level, outcome.level.central))
    if expected.status is not None and expected.status != outcome.state:
        found.append(texts.other_state(expected.status, outcome.state))
    if expected.conflicts is not None:
        triggered = {conflict.id for conflict in outcome.conflicts if conflict.triggered == "utlost"}
        found.extend(texts.other_conflicts(*_difference(expected.conflicts, triggered)))
    if expected.gates is not None:
        found.extend(texts.other_gates(*_difference(expected.gates, _conditional_gates(checklist, outcome))))
    return tuple(found)


def _conditional_gates(checklist: Checklist, outcome: Outcome) -> set[str]:
    """Triggered gates that have a condition; those that always stop say nothing about the answers."""
    triggered = {gate.id for gate in outcome.gates if gate.triggered == "utlost"}
    return {gate.id for gate in checklist.gates if gate.effect != "alltid" and gate.id in triggered}


def _difference(expected: tuple[str, ...], found: set[str]) -> tuple[list[str], list[str]]:
    return sorted(set(expected) - found), sorted(found - set(expected))


def _answer(checklist: Checklist, item: Item, given: float | str | None) -> Answer | None:
    if given == "vet_inte":
        return Unknown(item=item.id)
    if given == "ej_relevant":
        return NotRelevant(item=item.id)
    match item.kind:
        case "bedomning":
            scale = checklist.scale_of(item)
            neutral = scale.neutral if scale is not None else 0
            return Judged(item=item.id, grade=given if isinstance(given, int | float) else neutral)
        case "tal" if isinstance(given, int | float):
            return Quantity(item=item.id, value=given)
        case "val" if isinstance(given, str):
            return Choice(item=item.id, chosen=(given,))
        case "text" if isinstance(given, str):
            return FreeText(item=item.id, content=given)
        case _:
            return None


def _passed(gate_id: str) -> GateDecision:
    return GateDecision(
        id=gate_id, decision="vidare", rationale=gate_id, responsible=gate_id, decided_on=date(2026, 1, 1)
    )
