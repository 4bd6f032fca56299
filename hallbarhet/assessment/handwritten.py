"""A record filled in by hand, brought to what the app would have written for the same answers.

Everything is said again through the session: questions and anchors as asked, checklist order, empty fields left out.
What the session does not allow is kept as it was written, and is told as a fault elsewhere.
"""

from typing import TypeVar

from hallbarhet.assessment.atomic import digest_of
from hallbarhet.assessment.model import (
    Answer,
    Assessment,
    Choice,
    ConflictHandling,
    FreeText,
    GateDecision,
    Judged,
    Judgement,
    Noted,
    NotRelevant,
    Quantity,
    RecordEntry,
    Unknown,
)
from hallbarhet.assessment.records import LoadedRecord, to_bytes
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Checklist
from hallbarhet.errors import NotAllowedError

OWN_KIND = "egen"
OWN_SEVERITY = 2
"""What a conflict added by hand is, and how severe until somebody says otherwise."""

Entry = TypeVar("Entry", bound=RecordEntry)


def was_written_by_hand(loaded: LoadedRecord) -> bool:
    """Whether the file is a draft that is not as the program writes it: notes, other order, empty fields."""
    is_draft = loaded.assessment.header.status == "utkast"
    return is_draft and digest_of(to_bytes(loaded.assessment)) != loaded.digest


def as_walked(checklist: Checklist, loaded: LoadedRecord) -> Assessment:
    """The assessment of a record as the session would hold it; what the program wrote itself is left as it is."""
    return retold(checklist, loaded.assessment) if was_written_by_hand(loaded) else loaded.assessment


def retold(checklist: Checklist, assessment: Assessment) -> Assessment:
    """The same assessment as the session would have made it."""
    gates = tuple(_gate(checklist, gate) for gate in assessment.gates)
    bare = assessment.model_copy(
        update={
            "header": _stripped(assessment.header),
            "case": _stripped(assessment.case),
            "answers": (),
            "gates": (),
            "conflicts": (),
            "judgement": _judgement(checklist, assessment.judgement),
            "result": {},
        }
    )
    session = AssessmentSession(checklist, bare, clock=lambda: assessment.header.created_at)
    left = [answer for answer in assessment.answers if not _answered(session, checklist, _stripped(answer))]
    for gate in gates:
        if gate.id in checklist.gate_by_id and not _is_empty(gate):
            session.decide(gate)
    others = tuple(gate for gate in gates if gate.id not in checklist.gate_by_id)
    for handling in assessment.conflicts:
        session.handle(_handling(handling))
    now = session.assessment
    extras = {answer.item: answer.model_extra or {} for answer in assessment.answers}
    said = (answer.model_copy(update=extras.get(answer.item, {})) for answer in now.answers)
    return now.model_copy(
        update={
            "answers": _in_order(checklist, (*said, *left)),
            "gates": (*now.gates, *others),
            "result": assessment.result,
        }
    )


def _answered(session: AssessmentSession, checklist: Checklist, answer: Answer) -> bool:
    """Say the answer to the session; False when it is not one the question takes."""
    if answer.item not in checklist.item_by_id:
        return False
    try:
        if not _said(session, answer):
            return isinstance(answer, Noted) and not (answer.rationale or answer.evidence or answer.internal)
    except (NotAllowedError, KeyError):
        session.clear(answer.item)
        return False
    _around(session, answer)
    return True


def _said(session: AssessmentSession, answer: Answer) -> bool:
    match answer:
        case Judged():
            session.judge(answer.item, answer.grade)
            _split(session, answer)
        case Unknown():
            session.unknown(answer.item, answer.who_can_answer)
        case NotRelevant():
            session.not_relevant(answer.item)
        case FreeText():
            session.write(answer.item, answer.content)
        case Quantity():
            session.measure(answer.item, answer.value)
        case Choice():
            session.choose(answer.item, answer.chosen)
        case Noted():
            return bool(answer.rationale or answer.evidence or answer.internal)
    return True


def _around(session: AssessmentSession, answer: Answer) -> None:
    if answer.rationale:
        session.explain(answer.item, answer.rationale)
    if answer.evidence:
        session.cite(answer.item, answer.evidence)
    if answer.internal:
        session.mark_internal(answer.item, internal=True)


def _in_order(checklist: Checklist, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    place = {item.id: number for number, item in enumerate(checklist.items)}
    return tuple(sorted(answers, key=lambda answer: place.get(answer.item, len(place))))


def _judgement(checklist: Checklist, judgement: Judgement) -> Judgement:
    tidy = _stripped(judgement)
    words = {key: text.strip() for key, text in tidy.dimensions.items() if text.strip()}
    order = [dimension.id for dimension in checklist.dimensions]
    ordered = {key: words[key] for key in (*order, *words) if key in words}
    conditions = tuple(text for condition in tidy.conditions if (text := condition.strip()))
    return tidy.model_copy(update={"dimensions": ordered, "conditions": conditions})


def _split(session: AssessmentSession, answer: Judged) -> None:
    """The grades of a split answer; refused when one of them is none, or the question is not split so."""
    item = session.checklist.item_by_id[answer.item]
    scale = session.checklist.scale_of(item)
    for facet, grades in answer.facets.items():
        known = {category.id for category in session.checklist.facet_by_id[facet].categories}
        if facet not in item.facets or scale is None or not grades.keys() <= known:
            raise KeyError(facet)
        session.split(answer.item, facet, {id_: scale.by_grade[grade].grade for id_, grade in grades.items()})


def _gate(checklist: Checklist, gate: GateDecision) -> GateDecision:
    tidy = _stripped(gate)
    questions = tuple(_stripped(entry) for entry in tidy.questions)
    known = checklist.gate_by_id.get(gate.id)
    documents = known.documents if known is not None else ()
    ordered = tuple(entry for entry in documents if entry in tidy.handed_in)
    others = tuple(entry for entry in tidy.handed_in if entry not in documents)
    return tidy.model_copy(update={"questions": questions, "handed_in": (*ordered, *others)})


def _handling(handling: ConflictHandling) -> ConflictHandling:
    tidy = _stripped(handling)
    if not tidy.own:
        return tidy
    return tidy.model_copy(update={"kind": tidy.kind or OWN_KIND, "severity": tidy.severity or OWN_SEVERITY})


def _stripped(entry: Entry) -> Entry:
    """The entry without the white space that an editor leaves around words."""
    found = {name: getattr(entry, name) for name in type(entry).model_fields}
    words = {name: value.strip() for name, value in found.items() if isinstance(value, str) and value != value.strip()}
    return entry.model_copy(update=words) if words else entry


def _is_empty(gate: GateDecision) -> bool:
    """Whether nothing is decided or written at a gate."""
    written = (gate.decision, gate.rationale, gate.responsible, gate.decided_on, gate.handed_in, gate.model_extra)
    return not any(written) and not any(entry.answer for entry in gate.questions)
