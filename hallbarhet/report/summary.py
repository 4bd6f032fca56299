"""One assessment's result as a few lines of plain text, for the command line."""

from collections.abc import Iterator

from hallbarhet.assessment.model import Assessment
from hallbarhet.checklist.model import Checklist
from hallbarhet.report.view_case import judgement_view
from hallbarhet.report.view_conflicts import conflicts_view
from hallbarhet.report.view_gates import gates_view
from hallbarhet.report.view_method import method_view
from hallbarhet.report.view_scores import dimensions_view
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.texts import derivation
from hallbarhet.texts import summary as texts


def summary_text(name: str, checklist: Checklist, assessment: Assessment, outcome: Outcome) -> str:
    """Dimensions first, then level, gates, goal conflicts and what to think of; the same words as in the report."""
    heading = texts.heading(name, assessment.case.diary_number, assessment.case.title)
    return "\n".join([heading, *(f"  {line}" for line in _lines(checklist, assessment, outcome)), ""])


def _lines(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> Iterator[str]:
    for card in dimensions_view(checklist, assessment, outcome).cards:
        yield card.sentence
    yield from judgement_view(checklist, assessment, outcome).computed.text
    for gate in gates_view(checklist, assessment, outcome).gates:
        yield texts.gate(gate.title, gate.state)
    conflicts = conflicts_view(checklist, assessment, outcome)
    for conflict in conflicts.conflicts:
        yield texts.conflict(conflict.title, conflict.severity, conflict.status)
    for possible in conflicts.possible:
        yield texts.possible_conflict(possible.label)
    method = method_view(checklist, assessment, outcome)
    yield from (line for line in method.stability if line != derivation.SHARES_NOTE)  # there is no table here
    yield from method.flags
