"""What has been seen so far, for a hållplats: the parts before it, what nobody knows, what conflicts."""

from collections.abc import Sequence

from hallbarhet.assessment.model import Answer, Judged, Unknown
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Gate, Item, Section
from hallbarhet.texts import tui_gate as texts


def parts_before(session: AssessmentSession, gate: Gate) -> list[Section]:
    """The parts since the last gate of the walk, up to this one."""
    stops = {entry.after for entry in session.checklist.gates if entry.effect == "alltid" and entry.id != gate.id}
    found: list[Section] = []
    for section in session.checklist.sections:
        found.append(section)
        if section.id == gate.after:
            return found
        if section.id in stops:
            found.clear()
    return found


def is_against(session: AssessmentSession, item: Item, answer: Answer | None) -> bool:
    """Whether an answer points below the neutral one."""
    scale = session.checklist.scale_of(item)
    return isinstance(answer, Judged) and scale is not None and (answer.grade - scale.neutral) * scale.polarity < 0


def notes(session: AssessmentSession, gate: Gate) -> Sequence[str]:
    """What nobody knows and what stands against what, one sentence each."""
    items = [item for section in parts_before(session, gate) for item in section.items]
    unknown = [item.name for item in items if isinstance(session.answer_to(item.id), Unknown)]
    triggered = [conflict for conflict in session.outcome.conflicts if conflict.triggered == "utlost"]
    found = [texts.unknown(unknown)] if unknown else []
    if triggered:
        found.append(texts.conflicts(len(triggered)))
    return found
