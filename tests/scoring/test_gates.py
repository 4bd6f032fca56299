import pytest
from support.worked import ANSWERS, answers_to, worked_items, worked_plan

from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.gates import COMPLETE, END, EXPLAINED, GO_ON, HANDED_IN, RETHINK, UNDECIDED
from hallbarhet.scoring.outcomes import outcomes

HARM = {"punkt": "M3", "max": -2}
FULL = COMPLETE | EXPLAINED
WORDS = {"id": "O", "text": "O?", "slag": "text"}


def stand(effect, answers, decision=UNDECIDED, written=0, documents=(), extra=()):
    """The gate and the state of one assessment at one gate."""
    gate = {"id": "g", "efter": "fragor", "titel": "G", "verkan": effect, "handlingar": list(documents)}
    if effect != "alltid":
        gate["om"] = HARM
    (part,) = worked_items()
    plan = worked_plan(hallplats=[gate], avsnitt=[part | {"punkt": [*part["punkt"], *extra]}])
    block = answers_to(plan, ANSWERS | answers)
    block.decisions[0, 0], block.gate_written[0, 0] = decision, written
    outcome = outcomes(plan, evaluate(plan, block))[0]
    return outcome.gates[0], outcome


HIT, MISS, OPEN = {"M3": -2}, {"M3": 0}, {"M3": "unknown"}


@pytest.mark.parametrize(
    "effect, answers, state",
    [
        ("stopp", HIT, "stopp"),
        ("stopp", MISS, "niva_klar"),
        ("stopp", OPEN, "ofullstandigt_underlag"),
        ("avvakta", HIT, "hallplats"),
        ("avvakta", MISS, "niva_klar"),
        ("krav", HIT, "niva_klar"),
        ("alltid", MISS, "hallplats"),
    ],
)
def test_each_effect_leads_to_its_own_state(effect, answers, state):
    assert stand(effect, answers)[1].state == state


def test_a_stop_gate_leaves_points_and_level_where_they_are():
    _, outcome = stand("stopp", HIT)
    assert (round(outcome.index.central, 1), outcome.level.central) == (25.5, 3)


def test_a_decided_hold_gate_reads_as_settled_and_holds_no_longer():
    gate, outcome = stand("avvakta", HIT, GO_ON, FULL)
    assert (gate.triggered, gate.decision, gate.is_settled, outcome.state) == ("utlost", "vidare", True, "niva_klar")


@pytest.mark.parametrize("effect", ["avvakta", "alltid"])
def test_a_decision_without_reason_name_and_date_settles_nothing(effect):
    gate, outcome = stand(effect, HIT, GO_ON, EXPLAINED)
    assert (gate.is_settled, outcome.state) == (False, "hallplats")


@pytest.mark.parametrize("effect", ["avvakta", "alltid"])
def test_thinking_again_holds_the_case(effect):
    gate, outcome = stand(effect, HIT, RETHINK, FULL)
    assert (gate.is_settled, outcome.state) == (False, "hallplats")


def test_thinking_again_is_over_once_the_answers_no_longer_trigger_the_gate():
    gate, outcome = stand("avvakta", MISS, RETHINK, FULL)
    assert (gate.is_settled, outcome.state) == (True, "niva_klar")


@pytest.mark.parametrize("effect", ["avvakta", "alltid", "stopp", "krav"])
def test_a_case_ended_at_any_gate_is_ended_whatever_else(effect):
    gate, outcome = stand(effect, HIT, END, FULL)
    assert (gate.is_settled, outcome.state) == (True, "avslutad")


def test_no_decision_lifts_a_stop():
    gate, outcome = stand("stopp", HIT, GO_ON, FULL)
    assert (gate.is_settled, outcome.state) == (False, "stopp")


@pytest.mark.parametrize(
    "decision, written, documents, is_settled",
    [
        (UNDECIDED, 0, ["Plan"], False),
        (UNDECIDED, HANDED_IN, ["Plan"], True),
        (GO_ON, EXPLAINED, ["Plan"], True),
        (GO_ON, 0, ["Plan"], False),
        (UNDECIDED, HANDED_IN, [], False),
        (GO_ON, EXPLAINED, [], True),
    ],
)
def test_what_a_gate_asks_for_is_handed_in_or_waived_with_a_reason(decision, written, documents, is_settled):
    gate, outcome = stand("krav", HIT, decision, written, documents)
    assert (gate.is_settled, outcome.state) == (is_settled, "niva_klar")


def test_a_gate_that_is_always_decided_waits_until_its_part_is_answered():
    assert stand("alltid", {"S1": 1})[0].triggered == "utlost"
    plan = worked_plan(hallplats=[{"id": "g", "efter": "fragor", "titel": "G", "verkan": "alltid"}])
    answers = {item: grade for item, grade in ANSWERS.items() if item != "S1"}
    found = outcomes(plan, evaluate(plan, answers_to(plan, answers)))[0]
    assert (found.gates[0].triggered, found.gates[0].is_settled) == ("ej_utlost", True)


@pytest.mark.parametrize("answer", ["unknown", "na"])
def test_unknown_and_not_relevant_are_answers_to_a_part(answer):
    assert stand("alltid", {"S1": answer})[0].triggered == "utlost"


def test_a_text_that_may_be_passed_keeps_no_part_open():
    assert stand("alltid", {}, extra=[WORDS])[0].triggered == "utlost"
    assert stand("alltid", {}, extra=[WORDS | {"motivering": "alltid"}])[0].triggered == "ej_utlost"


def test_a_question_that_is_not_asked_keeps_no_part_open():
    gate = {"id": "g", "efter": "fragor", "titel": "G", "verkan": "alltid"}
    plan = worked_plan(hallplats=[gate], avsnitt=worked_items(M3={"visas_om": {"punkt": "M1", "max": -1}}))
    answers = {item: grade for item, grade in ANSWERS.items() if item != "M3"}
    assert outcomes(plan, evaluate(plan, answers_to(plan, answers)))[0].gates[0].triggered == "utlost"


@pytest.mark.parametrize("effect, flags", [("stopp", True), ("avvakta", True), ("krav", False)])
def test_a_gate_that_depends_on_an_unknown_answer_is_flagged(effect, flags):
    gate, outcome = stand(effect, OPEN)
    assert gate.triggered == "mojlig"
    assert ("mojlig_hallplats" in outcome.flags) == flags
