"""One conflict is told once, with its severity and with what must be written about it."""

import numpy as np
import pytest
from support.conflicts import FINE, GENDER, PAIR, conflicts, rules, split, split_plan
from support.worked import ANSWERS, answers_to, worked_items, worked_plan

from hallbarhet.scoring.answers import OwnConflict
from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.severity import STATUSES, graded

# One conflict told once


def test_a_pair_and_a_free_condition_on_the_same_questions_are_one_with_the_highest_severity():
    free = {
        "id": "fri",
        "titel": "F",
        "slag": "villkor",
        "styrka": 1,
        "permanent": True,
        "om": {"alla": [{"punkt": "M3", "under": 0}, {"punkt": "E1", "over": 0}]},
    }
    found = conflicts(rules(PAIR, free), ANSWERS | {"M3": -1})
    assert (found["par"].detected_by, found["par"].severity, found["par"].strength) == (("par", "fri"), 4, 1)
    assert "fri" not in found


def test_a_rule_that_sees_nothing_is_told_beside_one_on_the_same_questions_that_does():
    free = {
        "id": "fri",
        "titel": "F",
        "slag": "villkor",
        "om": {"alla": [{"punkt": "M3", "max": -2}, {"punkt": "E1", "min": 1}]},
    }
    found = conflicts(rules(PAIR, free), ANSWERS | {"M3": -1})
    assert (found["par"].triggered, found["fri"].triggered) == ("utlost", "ej_utlost")


def test_a_free_condition_and_a_facet_on_the_same_question_are_one():
    rule = {
        "id": "fri",
        "titel": "F",
        "slag": "villkor",
        "om": {"punkt": "S1", "fasett": "kon", "varde": "min", "under": 0},
    }
    found = split(split_plan(GENDER, rule=rule), -1, 2)
    assert found["fri"].detected_by == ("fri", "fasett-S1-kon")


def test_what_was_written_under_any_of_its_names_counts():
    free = {
        "id": "fri",
        "titel": "F",
        "slag": "villkor",
        "om": {"alla": [{"punkt": "M3", "under": 0}, {"punkt": "E1", "over": 0}]},
    }
    found = conflicts(rules(PAIR, free), ANSWERS | {"M3": -1}, fri=("hanterad", ("motivering", "atgard")))
    assert (found["par"].status, found["par"].documented, found["par"].is_settled) == ("hanterad", 1, True)


# What must be written

ALL = ("motivering", "atgard", "ansvarig", "uppfoljning", "uppfoljning_datum")


def handled(status, fields, m3=-2, **rule):
    return conflicts(rules(PAIR | rule), ANSWERS | {"M3": m3}, par=(status, fields))["par"]


def test_half_of_what_a_grave_conflict_needs_is_half():
    found = handled("oppen", ("motivering", "atgard"))
    assert (found.severity, found.required, found.documented) == (3, ALL, 0.5)


def test_a_follow_up_without_a_date_is_not_written():
    assert handled("oppen", ("motivering", "atgard", "ansvarig", "uppfoljning")).documented == 0.75
    assert handled("hanterad", ALL).documented == 1


@pytest.mark.parametrize(
    "status, m3, rule, required",
    [
        ("oppen", -1, {}, ("motivering", "atgard")),
        ("accepterad", -1, {}, ("motivering", "beslutsfattare")),
        ("avfardad", -1, {}, ("motivering",)),
        ("accepterad", -2, {}, ("motivering", "ansvarig", "uppfoljning", "uppfoljning_datum", "beslutsfattare")),
        ("hanterad", -2, {"permanent": True}, (*ALL, "beslutsfattare")),
        ("avfardad", -2, {"permanent": True}, ("motivering", "beslutsfattare")),
    ],
)
def test_what_must_be_written_goes_by_severity_and_status(status, m3, rule, required):
    assert handled(status, (), m3, **rule).required == required
    assert handled(status, required, m3, **rule).is_settled == (status != "oppen")


def test_the_lightest_conflict_needs_nothing_written():
    items = worked_items(E1={"skala": "fin"}, M3={"skala": "fin"})
    found = conflicts(rules(PAIR, avsnitt=items, **FINE), ANSWERS | {"E1": 2, "M3": -2})["par"]
    assert (found.severity, found.required, found.documented, found.is_settled) == (1, (), 1, True)


def test_a_critical_conflict_holds_the_case_until_all_is_written():
    plan = rules(PAIR | {"permanent": True})
    place = plan.detectors.index["par"]
    block = answers_to(plan, *[ANSWERS | {"M3": -2}] * 3)
    block.statuses[1:, place] = STATUSES.index("hanterad")
    block.conflict_written[1, place] = 0b011111
    block.conflict_written[2, place] = 0b111111
    assert [outcome.state for outcome in outcomes(plan, evaluate(plan, block))] == [
        "hallplats",
        "hallplats",
        "niva_klar",
    ]


def test_a_conflict_that_the_officer_saw_counts_like_any_other():
    plan = rules()
    own = OwnConflict("egen-1", "Buller", 4, ("grannar",), STATUSES.index("oppen"), 0b000001)
    block = answers_to(plan, ANSWERS, ANSWERS).with_own({1: (own,)})
    first, second = outcomes(plan, evaluate(plan, block))
    assert (first.state, first.conflicts) == ("niva_klar", ())
    (found,) = second.conflicts
    assert (second.state, found.kind, found.title, found.triggered) == ("hallplats", "egen", "Buller", "utlost")
    assert (found.documented, found.is_settled, found.against) == (pytest.approx(1 / 5), False, ("grannar",))


def test_severity_goes_by_thirds_of_the_strength():
    strengths = np.array([0.0, 1 / 3, 0.34, 2 / 3, 0.67, 1])
    assert graded(strengths, np.zeros(6, dtype=np.int8)).tolist() == [1, 1, 2, 2, 3, 3]
    assert graded(strengths, np.full(6, 2, dtype=np.int8)).tolist() == [3, 3, 4, 4, 4, 4]


def test_declared_conflicts_are_always_told_and_undeclared_ones_only_when_there_is_something_to_say():
    found = conflicts(rules(PAIR), ANSWERS)
    assert [(conflict.id, conflict.triggered, conflict.against) for conflict in found.values()] == [
        ("par", "ej_utlost", ("E1", "M3"))
    ]


def test_arrays_say_which_conflicts_stand_under_their_own_name():
    plan = worked_plan()
    found = evaluate(plan, answers_to(plan, ANSWERS | {"E1": 2, "E2": -2, "E3": 0}, ANSWERS)).conflicts
    theme, dimension = (plan.detectors.index[id_] for id_ in ("dold-tema-affar", "dold-dimension-ekonomisk"))
    assert found.is_told[:, [theme, dimension]].tolist() == [[True, False], [True, True]]
    assert found.gap_pairs.shape == (2, 1)


def test_a_silenced_rule_is_not_told_at_all():
    assert conflicts(rules(PAIR | {"av": True, "motivering": "Prövas i del 4."}), ANSWERS | {"M3": -2}) == {}
