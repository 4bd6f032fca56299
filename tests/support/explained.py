"""Assessments of the worked checklist, scored and explained, for tests of what an explanation says."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from support.worked import answers_to, worked_plan

from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.explain import explain
from hallbarhet.scoring.explanation import ConflictPart, Explanation, GatePart
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.robustness import robustness

PLAN = worked_plan()

GATES = [
    {"id": "G1", "efter": "fragor", "titel": "G1", "verkan": "stopp", "om": {"punkt": "M3", "max": -2}},
    {
        "id": "G2",
        "efter": "fragor",
        "titel": "G2",
        "verkan": "avvakta",
        "om": {"alla": [{"punkt": "M1", "under": 0}, {"inte": {"punkt": "S3", "over": 0}}]},
    },
    {
        "id": "G3",
        "efter": "fragor",
        "titel": "G3",
        "verkan": "avvakta",
        "om": {"antal": {"av": [{"punkt": item, "under": 0} for item in ("M1", "M2", "M3")], "min": 2}},
    },
]
"""W7: one atom that stops, an all with a not that holds, and a count that holds."""


def explained(given: Mapping[str, float | str], plan: Plan = PLAN, **changes: Any) -> Explanation:
    """The explanation of some answers, with some arrays of the answers replaced."""
    answers = answers_to(plan, given)
    return of_answers(plan, replace(answers, **changes) if changes else answers)


def of_answers(plan: Plan, answers: Answers) -> Explanation:
    """The explanation of the first of some answers."""
    evaluation = evaluate(plan, answers)
    outcome = replace(outcomes(plan, evaluation)[0], robustness=robustness(plan, evaluation))
    return explain(plan, answers, outcome)


def conflict(found: Explanation, id_: str) -> ConflictPart:
    """One of the conflicts told."""
    return next(part for part in found.conflicts if part.outcome.id == id_)


def gate(found: Explanation, id_: str) -> GatePart:
    """One of the gates."""
    return next(part for part in found.gates if part.id == id_)
