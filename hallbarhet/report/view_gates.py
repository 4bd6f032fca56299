"""The hållplatser of a report: what was asked, what was decided, by whom and why."""

from dataclasses import dataclass

from hallbarhet.assessment.model import Assessment, GateDecision
from hallbarhet.assessment.walk import ending_gate
from hallbarhet.checklist.model import Checklist, Gate
from hallbarhet.report.parts import Fact, Paragraphs, fact, facts, paragraphs
from hallbarhet.scoring.outcome import GateOutcome, Outcome
from hallbarhet.texts import findings, swedish
from hallbarhet.texts import report as texts


@dataclass(frozen=True, slots=True)
class GateView:
    """One gate: its state in words, its questions and its decision."""

    id: str
    title: str
    place: str
    """After which part; several gates may have the same title."""
    effect: str
    state: str
    is_open: bool
    questions: tuple[Fact, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class GatesView:
    """Every gate that was decided, fired or may fire, and in one sentence those that stayed quiet."""

    gates: tuple[GateView, ...]
    quiet: str
    none: str


def gates_view(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> GatesView:
    """The gates in the checklist's order, then those that only the record knows. A case that ended met no more."""
    has_ended = ending_gate(checklist, assessment) is not None
    found = {gate.id: gate for gate in outcome.gates}
    decided = assessment.gate_by_id
    parts = {section.id: texts.after_part(section.title) for section in checklist.sections}
    shown: list[GateView] = []
    quiet: list[str] = []
    for gate in checklist.gates:
        decision = decided.get(gate.id)
        if has_ended and decision is None:
            continue
        state, is_open = _state(gate, found.get(gate.id), decision)
        if state == texts.GATE_QUIET and decision is None:
            quiet.append(gate.title)
        else:
            shown.append(_gate(gate, parts.get(gate.after, ""), decision, state, is_open=is_open))
    shown.extend(_foreign(decision) for decision in assessment.gates if decision.id not in checklist.gate_by_id)
    told = findings.quiet_gates(quiet) if quiet else ""
    return GatesView(tuple(shown), told, "" if shown or quiet else findings.NO_GATES)


def _state(gate: Gate, found: GateOutcome | None, decision: GateDecision | None) -> tuple[str, bool]:
    """The gate's state in words, and whether somebody still has to do something."""
    triggered = found.triggered if found else "ej_utlost"
    is_open = triggered == "utlost" and found is not None and not found.is_settled
    if decision is not None and decision.decision is not None:
        return texts.GATE_DECISIONS[decision.decision], is_open
    if triggered == "utlost":
        return (texts.GATE_OPEN, True) if is_open or gate.effect != "krav" else (texts.GATE_MET, False)
    if triggered == "mojlig":
        return texts.GATE_POSSIBLE, True
    return (texts.GATE_WAITS, True) if gate.effect == "alltid" else (texts.GATE_QUIET, False)


def _gate(gate: Gate, place: str, decision: GateDecision | None, state: str, *, is_open: bool) -> GateView:
    handed_in = set(decision.handed_in) if decision else set()
    documents = "\n".join(findings.document(name, name in handed_in) for name in gate.documents)
    return GateView(
        id=gate.id,
        title=gate.title,
        place=place,
        effect=texts.GATE_EFFECTS[gate.effect],
        state=state,
        is_open=is_open,
        questions=_questions(gate.questions, decision),
        facts=facts((texts.LEGAL_BASIS, gate.legal_basis), (texts.DOCUMENTS, documents)) + _decision_facts(decision),
    )


def _foreign(decision: GateDecision) -> GateView:
    """A gate that the checklist does not have: what was decided there is still shown."""
    state = texts.GATE_DECISIONS[decision.decision] if decision.decision else texts.GATE_UNKNOWN
    return GateView(
        id=decision.id,
        title=decision.title or decision.id,
        place="",
        effect=texts.GATE_UNKNOWN,
        state=state,
        is_open=False,
        questions=_questions((), decision),
        facts=facts((texts.DOCUMENTS, "\n".join(decision.handed_in))) + _decision_facts(decision),
    )


def _questions(asked: tuple[str, ...], decision: GateDecision | None) -> tuple[Fact, ...]:
    """The questions as they were asked when the decision was made, otherwise as they stand in the checklist."""
    if decision is not None and decision.questions:
        return tuple(Fact(entry.question, _answer(entry.answer)) for entry in decision.questions)
    return tuple(fact(question, texts.NO_ANSWER) for question in asked) if decision is not None else ()


def _answer(text: str) -> Paragraphs:
    return paragraphs(text) or (texts.NO_ANSWER,)


def _decision_facts(decision: GateDecision | None) -> tuple[Fact, ...]:
    if decision is None:
        return ()
    return facts(
        (texts.RATIONALE, decision.rationale),
        (texts.RESPONSIBLE, decision.responsible),
        (texts.DATE, swedish.day(decision.decided_on) if decision.decided_on else ""),
    )
