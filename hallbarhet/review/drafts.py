"""What is left to do in a draft that somebody fills in with an editor, question by question."""

from collections.abc import Iterator

from hallbarhet.assessment.gaps import Missing
from hallbarhet.assessment.handwritten import retold
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.problems import Finding, Kind
from hallbarhet.texts import checking as texts

LEFT = Kind("R301", "tips")
NOT_ASKED = Kind("R302", "tips")

Place = tuple[str | int, ...]


def left_in_draft(checklist: Checklist, assessment: Assessment) -> Iterator[Finding]:
    """What stands in the way of completion, each at its place in the file; nothing for a finished record."""
    if assessment.header.status != "utkast":
        return
    told = retold(checklist, assessment)
    session = AssessmentSession(checklist, told, clock=lambda: assessment.header.created_at)
    for gap in session.missing:
        yield Finding(LEFT, _place(assessment, gap), gap.sentence, _suggestion(session, gap))
    for index, answer in enumerate(assessment.answers):
        said = session.answer_to(answer.item)
        if said is not None and said.inactive and answer.item in checklist.item_by_id:
            name = checklist.item_by_id[answer.item].name
            yield Finding(NOT_ASKED, ("svar", index), texts.not_asked(name))


def _place(assessment: Assessment, gap: Missing) -> Place:
    """Where in the file it is mended, or the table it belongs to."""
    step = gap.step
    if step.kind == "arende":
        return ("bedomning", "handlaggare") if gap.field == "handlaggare" else ("arende", gap.field)
    if step.kind == "samlad":
        return ("samlad_bedomning", gap.field)
    key, id_ = {"fraga": ("svar", step.id), "hallplats": ("hallplats", step.id)}.get(
        step.kind, ("malkonflikt", gap.field)
    )
    names = {
        "svar": [answer.item for answer in assessment.answers],
        "hallplats": [gate.id for gate in assessment.gates],
        "malkonflikt": [conflict.id for conflict in assessment.conflicts],
    }[key]
    return (key, names.index(id_)) if id_ in names else ()


def _suggestion(session: AssessmentSession, gap: Missing) -> str:
    """What to write, where the sentence alone does not say it."""
    if gap.step.kind == "malkonflikter":
        found = next((entry for entry in session.outcome.conflicts if entry.id == gap.field), None)
        handled = session.assessment.conflict_by_id.get(gap.field)
        required = found.required if found is not None else ()
        status = handled.status if handled is not None and handled.status != "oppen" else "hanterad"
        return texts.write_conflict(gap.field, status, required, is_there=handled is not None)
    if gap.step.kind == "hallplats" and gap.step.id not in session.assessment.gate_by_id:
        return texts.write_gate(gap.step.id)
    return ""
