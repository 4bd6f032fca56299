"""Conditions for the decision that answers, gates and goal conflicts put forward, for the officer to pick from."""

from dataclasses import dataclass

from hallbarhet.assessment.model import Assessment, Judged
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A condition, and the name of what suggests it."""

    text: str
    source: str


def suggested_conditions(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> tuple[Suggestion, ...]:
    """Conditions worth considering, each once, in walking order: answers, then gates, then goal conflicts."""
    found: list[Suggestion] = []
    for item in checklist.items:
        answer = assessment.answer_by_item.get(item.id)
        scale = checklist.scale_of(item)
        if isinstance(answer, Judged) and not answer.inactive and scale is not None:
            grade = scale.by_grade.get(answer.grade)
            found.append(Suggestion(grade.condition if grade else "", item.name))
    triggered = {gate.id for gate in outcome.gates if gate.triggered == "utlost"}
    found.extend(Suggestion(gate.suggestion, gate.title) for gate in checklist.gates if gate.id in triggered)
    for conflict in outcome.conflicts:
        rule = checklist.rule_by_id.get(conflict.id)
        if rule is not None and conflict.triggered == "utlost" and conflict.status != "avfardad":
            found.append(Suggestion(rule.suggestion, rule.title))
    once = {suggestion.text.strip(): suggestion for suggestion in reversed(found) if suggestion.text.strip()}
    return tuple(suggestion for suggestion in found if once.get(suggestion.text.strip()) is suggestion)
