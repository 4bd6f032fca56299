"""The result of one assessment: worked out, as a machine reads it, and as the record keeps it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from hallbarhet import __version__
from hallbarhet.assessment.arrays import to_answers
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.plans import plan_of
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.outcome import ConflictOutcome, LevelRange, Outcome, Range, Robustness
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.robustness import robustness as robustness_of

METHOD = 1
"""The number of the method (docs/metod-1.md): a new one is a change in what the numbers mean, not a mended fault."""


def score(source: Checklist | Plan, assessment: Assessment, *, robustness: bool = True) -> Outcome:
    """Everything scoring says about one assessment. Without robustness it is quick enough to follow every answer."""
    plan = plan_of(source)
    answers, _ = to_answers(plan, [assessment])
    evaluation = evaluate(plan, answers)
    outcome = outcomes(plan, evaluation)[0]
    return with_robustness(outcome, robustness_of(plan, evaluation)) if robustness else outcome


def with_robustness(outcome: Outcome, found: Robustness | None) -> Outcome:
    """The outcome with its robustness, and the flag that goes with a level that does not stand."""
    flags = [flag for flag in outcome.flags if flag != "robusthet_lag"]
    if found is not None and found.stability == "kanslig":
        before = [flag for flag in flags if flag != "mojlig_hallplats"]
        flags = [*before, "robusthet_lag", *flags[len(before) :]]
    return replace(outcome, flags=tuple(flags), robustness=found)


def machine_row(name: str, assessment: Assessment, outcome: Outcome) -> dict[str, Any]:
    """One row of `berakna --json`; keys are never left out, and what does not exist is None."""
    used = assessment.checklist
    return {
        "post": name,
        "id": assessment.header.id,
        "checklista": {"id": used.id, "version": used.version, "fingeravtryck": used.fingerprint},
        **result_row(outcome),
    }


def result_row(outcome: Outcome) -> dict[str, Any]:
    """The numbers of a row."""
    return {
        "dimensioner": {
            found.id: {
                **_range(found.points),
                "plus": found.plus,
                "minus": found.minus,
                "svarsgrad": found.coverage,
                "ej_relevant_andel": found.not_relevant_share,
            }
            for found in outcome.dimensions
        },
        "teman": {found.id: _range(found.points) for found in outcome.themes},
        "index": _range(outcome.index),
        "niva": _range(outcome.level),
        "status": outcome.state,
        "flaggor": list(outcome.flags),
        "svarsgrad": outcome.coverage,
        "ej_relevant_effekt": outcome.not_relevant_effect,
        "hallplatser": [{"id": gate.id, "utfall": gate.triggered, "beslut": gate.decision} for gate in outcome.gates],
        "malkonflikter": [_conflict(conflict) for conflict in outcome.conflicts],
        "agenda2030": {
            goal.goal: {"plus": goal.plus, "minus": goal.minus, "punkter": goal.items} for goal in outcome.goals
        },
        "robusthet": _robustness(outcome.robustness),
    }


def stored_result(outcome: Outcome, now: datetime) -> dict[str, Any]:
    """The `[resultat]` of a record: the same numbers, with a missing one left out, and what worked them out when."""
    kept: dict[str, Any] = _existing(result_row(outcome))
    return {**kept, "motor": f"hallbarhet {__version__}", "metod": METHOD, "beraknad": now}


def _range(found: Range | LevelRange) -> dict[str, float | None]:
    return {"min": found.low, "netto": found.central, "max": found.high}


def _conflict(conflict: ConflictOutcome) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "slag": conflict.kind,
        "styrka": conflict.strength,
        "allvar": conflict.severity,
        "utfall": conflict.triggered,
        "mot": list(conflict.against),
        "status": conflict.status,
        "dokumenterad": conflict.documented,
    }


def _robustness(found: Robustness | None) -> dict[str, Any]:
    if found is None:
        return {"samma_niva": None, "klass": None, "narmast": []}
    nearest = [
        {"punkt": flip.item, "fran": _plain(flip.source), "till": _plain(flip.target), "niva": flip.level}
        for flip in found.nearest
    ]
    return {"samma_niva": found.same_level, "klass": found.stability, "narmast": nearest}


def _plain(grade: float) -> float:
    """A grade as it is written: 1, not 1.0."""
    return int(grade) if float(grade).is_integer() else grade


def _existing(value: Any) -> Any:
    """The same without what does not exist: TOML has no word for it."""
    if isinstance(value, dict):
        kept = {key: _existing(entry) for key, entry in value.items()}
        return {key: entry for key, entry in kept.items() if entry is not None and entry != {}}
    if isinstance(value, list):
        return [_existing(entry) for entry in value]
    return value
