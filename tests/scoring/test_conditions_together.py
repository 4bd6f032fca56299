"""Conditions put together: all, any, not and counts of others, in gates and for many assessments at once."""

from dataclasses import replace

import numpy as np
import pytest
from support.conditions import plan_with, truth
from support.fixture import FIXTURE
from support.worked import ANSWERS, DATA, answers_to, worked_plan

from hallbarhet.scoring.codes import FALSE, MAYBE, TRUE
from hallbarhet.scoring.evaluate import evaluate


@pytest.mark.parametrize("example", FIXTURE["W7"], ids=str)
def test_gates_of_the_worked_example_read_as_they_should(example):
    plan = plan_with(
        {"punkt": "M3", "max": -2},
        {"alla": [{"punkt": "M1", "under": 0}, {"inte": {"punkt": "S3", "over": 0}}]},
        {"antal": {"av": [{"punkt": item, "under": 0} for item in ("M1", "M2", "M3")], "min": 2}},
    )
    found = evaluate(plan, answers_to(plan, example["answers"])).gates.triggered[0].tolist()
    assert found == [{True: TRUE, False: FALSE, None: MAYBE}[gate] for gate in example["gates"]]


def test_empty_all_is_true_and_empty_any_is_false():
    assert truth({"alla": []}, {}) == TRUE
    assert truth({"minst_en": []}, {}) == FALSE


def test_nested_connectives_are_worked_out_from_the_inside():
    inner = {"minst_en": [{"punkt": "S1", "min": 2}, {"punkt": "S2", "min": 2}]}
    condition = {"alla": [inner, {"inte": {"minst_en": [{"punkt": "S3", "min": 1}, {"punkt": "M1", "min": 2}]}}]}
    assert truth(condition, {}) == TRUE
    assert truth(condition, {"M1": 2}) == FALSE
    assert truth(condition, {"S1": "unknown"}) == MAYBE


@pytest.mark.parametrize(
    "bounds, expected",
    [
        ({"min": 1}, TRUE),
        ({"min": 2}, MAYBE),
        ({"min": 3}, FALSE),
        ({"max": 0}, FALSE),
        ({"max": 1}, MAYBE),
        ({"max": 2}, TRUE),
        ({"lika": 1}, MAYBE),
        ({"lika": 0}, FALSE),
        ({"min": 1, "max": 2}, TRUE),
    ],
)
def test_a_count_is_held_against_every_count_it_can_come_to(bounds, expected):
    parts = [{"punkt": "S1", "min": 2}, {"punkt": "S2", "min": 2}, {"punkt": "S3", "min": 1}]
    assert truth({"antal": {"av": parts, **bounds}}, {"S1": 2, "S2": 1, "S3": "unknown"}) == expected


def test_rows_of_some_assessments_can_be_taken_again():
    plan = plan_with({"punkt": "S1", "min": 2})
    answers = answers_to(plan, ANSWERS, ANSWERS | {"S1": 0})
    again = evaluate(plan, answers.taken(np.array([1, 0, 1])))
    assert again.gates.triggered[:, 0].tolist() == [FALSE, TRUE, FALSE]
    joined = evaluate(plan, type(answers).joined([answers, replace(answers)]))
    assert joined.gates.triggered[:, 0].tolist() == [TRUE, FALSE, TRUE, FALSE]


def test_the_worked_checklist_has_no_conditions():
    assert "hallplats" not in DATA
    assert worked_plan().conditions.leaves == ()
