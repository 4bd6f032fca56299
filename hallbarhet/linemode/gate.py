"""A hållplats: what has been seen so far, the gate's own questions, and a decision with a reason that stays."""

from hallbarhet.assessment.model import GateAnswer, GateDecision
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.shown.caseform import UnreadableError, read_date
from hallbarhet.assessment.shown.seen import notes, parts_before
from hallbarhet.assessment.walk import Step, active_items, is_answered, is_triggered
from hallbarhet.checklist.model import Gate
from hallbarhet.linemode.desk import Desk
from hallbarhet.linemode.inside import inside
from hallbarhet.texts import linemode as texts
from hallbarhet.texts import tui_gate as gate_texts

DECISIONS = ("vidare", "tank_om", "avsluta")


def ask_gate(desk: Desk, step: Step) -> None:
    """Tell what was seen, then ask the gate's questions and for the decision."""
    gate = desk.session.checklist.gate_by_id[step.id]
    desk.help = f"{texts.GATE_HELP} {gate_texts.EFFECTS[gate.effect]}"
    desk.say("\n", gate.title, _effect(desk, gate))
    if gate.legal_basis:
        desk.say(f"{gate_texts.LEGAL}: {gate.legal_basis}")
    desk.say(*_seen(desk, gate))
    with_first = [*gate.questions]
    if with_first:
        desk.say(gate_texts.QUESTIONS)
    for number, question in enumerate(with_first):
        if number:
            with inside():
                _ask_gate_question(desk, gate, question)
        else:
            _ask_gate_question(desk, gate, question)
    if gate.questions:
        with inside():
            _ask_rest(desk, gate)
    else:
        _ask_rest(desk, gate)


def _ask_rest(desk: Desk, gate: Gate) -> None:
    if gate.documents:
        _ask_documents(desk, gate)
    if not _ask_decision(desk, gate):
        return
    with inside():
        _ask_reason(desk, gate)


def _decision(desk: Desk, gate: Gate) -> GateDecision:
    found = desk.session.assessment.gate_by_id.get(gate.id)
    return found if found is not None else GateDecision(id=gate.id)


def _decide(desk: Desk, gate: Gate, **fields: object) -> None:
    desk.session.decide(_decision(desk, gate).model_copy(update=fields))


def _effect(desk: Desk, gate: Gate) -> str:
    if gate.effect != "alltid" and not is_triggered(gate, desk.session.outcome):
        return gate_texts.NOT_TRIGGERED
    return gate_texts.EFFECTS[gate.effect]


def _seen(desk: Desk, gate: Gate) -> list[str]:
    session = desk.session
    lines = [f"{gate_texts.SEEN}:"]
    for section in parts_before(session, gate):
        items = active_items(section, session.activity)
        answered = sum(is_answered(session.answer_to(item.id)) for item in items)
        lines.append(f"{section.title}, {answered} av {len(items)}")
        lines.extend(f"  {item.name}: {answer_words(item, session.answer_to(item.id))}" for item in items)
    return [*lines, *notes(session, gate)] if len(lines) > 1 else [*lines, texts.SEEN_NONE]


def _ask_gate_question(desk: Desk, gate: Gate, question: str) -> None:
    said = {entry.question: entry.answer for entry in _decision(desk, gate).questions}

    def take(words: str) -> None:
        known = said | {question: words}
        asked = tuple(GateAnswer(question=entry, answer=known.get(entry, "")) for entry in gate.questions)
        _decide(desk, gate, questions=asked)

    desk.ask_words(question, said.get(question, ""), take)


def _ask_documents(desk: Desk, gate: Gate) -> None:
    rows = [texts.numbered(number, document) for number, document in enumerate(gate.documents, 1)]
    desk.say(f"{gate_texts.DOCUMENTS}?", *rows)
    while True:
        now = ", ".join(_decision(desk, gate).handed_in) or texts.NONE_HANDED_IN
        words = desk.ask_or_keep(texts.ANSWER, f"{texts.handed_in(now)} {texts.DOCUMENTS_HINT}")
        if not words:
            return
        numbers = [part.strip() for part in words.split(",")]
        if not all(part.isascii() and part.isdigit() and int(part) <= len(gate.documents) for part in numbers):
            desk.say(texts.not_understood(words, texts.number_of(len(gate.documents))))
            continue
        chosen = {gate.documents[int(part) - 1] for part in numbers if int(part)}
        ordered = tuple(document for document in gate.documents if document in chosen)
        desk.change(lambda ordered=ordered: _decide(desk, gate, handed_in=ordered))  # type: ignore[misc]
        return


def _ask_decision(desk: Desk, gate: Gate) -> bool:
    """Ask for the decision; False when the gate can be left without one."""
    stopped = gate.effect == "stopp" and is_triggered(gate, desk.session.outcome)
    desk.say(gate_texts.DECISION)
    for number, id_ in enumerate(DECISIONS, 1):
        shown = gate_texts.STOPPED if stopped and id_ == "vidare" else gate_texts.DECISIONS[id_]
        desk.say(texts.numbered(number, shown))
    while True:
        decided = _decision(desk, gate).decision
        has_all = gate.effect == "krav" and set(gate.documents) <= set(_decision(desk, gate).handed_in)
        hint = texts.DECISION_KEPT if decided or has_all else texts.DECISION_HINT
        words = desk.ask(
            texts.ANSWER, f"{texts.answered_now(gate_texts.DECISIONS[decided])} {hint}" if decided else hint
        )
        if not words and (decided or has_all):
            return decided is not None
        if words not in {"1", "2", "3"}:
            desk.say(texts.not_understood(words, texts.number_of(len(DECISIONS))))
        elif stopped and words == "1":
            desk.say(texts.STOPPED)
        else:
            _take_decision(desk, gate, DECISIONS[int(words) - 1])
            return True


def _take_decision(desk: Desk, gate: Gate, choice: str) -> None:
    """Decide; who and when are filled in with the officer and today, to be changed where they are others."""
    decision = _decision(desk, gate)
    fields: dict[str, object] = {"decision": choice}
    if not decision.responsible.strip():
        fields["responsible"] = desk.session.officer
    if decision.decided_on is None:
        fields["decided_on"] = desk.session.clock().date()
    desk.change(lambda: _decide(desk, gate, **fields))


def _ask_reason(desk: Desk, gate: Gate) -> None:
    decision = _decision(desk, gate)
    desk.ask_words(gate_texts.RATIONALE, decision.rationale, lambda words: _decide(desk, gate, rationale=words))
    desk.ask_line(
        gate_texts.RESPONSIBLE, decision.responsible, lambda words: _decide(desk, gate, responsible=words), texts.KEEP
    )
    while True:
        on = _decision(desk, gate).decided_on
        words = desk.ask_or_keep(texts.current(gate_texts.DATE, on.isoformat() if on else ""), texts.KEEP)
        if not words:
            return
        try:
            day = read_date(words)
        except UnreadableError as fault:
            desk.say(str(fault))
            continue
        desk.change(lambda day=day: _decide(desk, gate, decided_on=day))  # type: ignore[misc]
        return
