"""Conditions on answers of every kind, and on what the case says."""

import pytest
from support.conditions import plan_with, truth
from support.worked import ANSWERS, answers_to, worked_items

from hallbarhet.scoring.codes import FALSE, INACTIVE, MAYBE, NEW, TRUE, UNANSWERED, UNMAPPABLE
from hallbarhet.scoring.evaluate import evaluate

EVEN = {"fasett": [{"id": "kon", "namn": "Kön", "slag": "grupp", "kategorier": [{"id": c, "text": c} for c in "abc"]}]}
NUMBER = {"id": "T", "text": "T?", "slag": "tal"}
CHOICE = {"id": "V", "text": "V?", "slag": "val", "alternativ": [{"id": a, "text": a} for a in "xyz"], "flera": True}
WORDS = {"id": "O", "text": "O?", "slag": "text"}


@pytest.mark.parametrize(
    "bounds, grade, holds",
    [
        ({"min": 1}, 1, True),
        ({"min": 1}, 0, False),
        ({"max": -1}, -1, True),
        ({"over": 1}, 1, False),
        ({"over": 0}, 1, True),
        ({"under": 0}, 0, False),
        ({"lika": 0}, 0, True),
        ({"lika": 0.0}, 1, False),
        ({"bland": [-2, 2]}, 2, True),
        ({"bland": [-2, 2]}, 1, False),
        ({"min": 0, "max": 1}, 2, False),
        ({"lika": "hej"}, 0, False),
        ({}, -2, True),
    ],
)
def test_a_known_grade_is_held_against_every_bound(bounds, grade, holds):
    assert truth({"punkt": "S1", **bounds}, {"S1": grade}) == (TRUE if holds else FALSE)


def test_an_unknown_grade_is_decided_only_where_every_attainable_grade_agrees():
    conditions = [{"punkt": "S1", "min": -2}, {"punkt": "S1", "min": 3}, {"punkt": "S1", "min": 2}]
    plan = plan_with(*conditions)
    found = evaluate(plan, answers_to(plan, ANSWERS | {"S1": "unknown"})).gates.triggered[0].tolist()
    assert found == [TRUE, FALSE, MAYBE]


def test_what_is_not_relevant_is_false_and_so_its_opposite_is_true():
    assert truth({"punkt": "S1", "min": -2}, {"S1": "na"}) == FALSE
    assert truth({"inte": {"punkt": "S1", "min": -2}}, {"S1": "na"}) == TRUE


@pytest.mark.parametrize(
    "status, code",
    [
        ("obesvarad", UNANSWERED),
        ("vet_inte", 11),
        ("vet_inte", NEW),
        ("vet_inte", UNMAPPABLE),
        ("ej_relevant", 14),
        ("inaktuell", INACTIVE),
    ],
)
def test_a_status_is_known_also_when_the_grade_is_not(status, code):
    plan = plan_with(
        *({"punkt": "S1", "status": word} for word in ("obesvarad", "vet_inte", "ej_relevant", "inaktuell"))
    )
    answers = answers_to(plan, ANSWERS)
    answers.codes[0, 0] = code
    told = evaluate(plan, answers).gates.triggered[0].tolist()
    found = dict(zip(("obesvarad", "vet_inte", "ej_relevant", "inaktuell"), told, strict=True))
    assert found.pop(status) == TRUE
    assert set(found.values()) == {FALSE}


def test_a_status_with_a_bound_takes_both():
    assert truth({"punkt": "S1", "status": "vet_inte", "min": -2}, {"S1": "unknown"}) == TRUE
    assert truth({"punkt": "S1", "status": "vet_inte", "min": 0}, {"S1": "unknown"}) == MAYBE


def number_truth(number, **bounds):
    plan = plan_with({"punkt": "T", **bounds}, extra=[NUMBER])
    answers = answers_to(plan, ANSWERS)
    if number is not None:
        answers.numbers[0, 0] = number
        answers.codes[0, plan.questions.index["T"]] = 0
    return evaluate(plan, answers).gates.triggered[0, 0]


def test_a_number_is_compared_and_an_unknown_one_always_unknown():
    assert [number_truth(12.5, min=12), number_truth(12.5, under=12), number_truth(12.5, lika=12.5)] == [
        TRUE,
        FALSE,
        TRUE,
    ]
    assert number_truth(None, min=-1e12) == MAYBE


@pytest.mark.parametrize(
    "chosen, bounds, expected",
    [
        ("x", {"lika": "x"}, TRUE),
        ("xy", {"lika": "y"}, TRUE),
        ("z", {"bland": ["x", "y"]}, FALSE),
        ("xz", {"bland": ["x", "y"]}, TRUE),
        ("x", {"min": 1}, FALSE),
        ("x", {}, TRUE),
        (None, {"lika": "x"}, MAYBE),
    ],
)
def test_a_choice_is_found_among_what_was_chosen(chosen, bounds, expected):
    plan = plan_with({"punkt": "V", **bounds}, extra=[CHOICE])
    answers = answers_to(plan, ANSWERS)
    if chosen is not None:
        answers.codes[0, plan.questions.index["V"]] = 0
        answers.choices[0, ["xyz".index(letter) for letter in chosen]] = True
    assert evaluate(plan, answers).gates.triggered[0, 0] == expected


def test_words_can_be_asked_for_but_not_compared():
    plan = plan_with(
        {"punkt": "O"}, {"punkt": "O", "lika": "hej"}, {"punkt": "O", "status": "obesvarad"}, extra=[WORDS]
    )
    answers = answers_to(plan, ANSWERS, ANSWERS)
    answers.codes[1, plan.questions.index["O"]] = 0
    assert evaluate(plan, answers).gates.triggered.tolist() == [[MAYBE, FALSE, TRUE], [TRUE, FALSE, FALSE]]


@pytest.mark.parametrize(
    "measure, bounds, cells, expected",
    [
        ("min", {"under": 0}, (-1, 2, None), TRUE),
        ("min", {"under": -1}, (-1, 2, None), FALSE),
        ("max", {"min": 2}, (-1, 2, None), TRUE),
        ("spann", {"min": 3}, (-1, 2, None), TRUE),
        ("spann", {"min": 1}, (None, 2, None), FALSE),
        ("spann", {"max": 0}, (1, 1, 1), TRUE),
        ("min", {"under": 3}, (None, None, None), FALSE),
    ],
)
def test_a_facet_is_measured_over_the_categories_that_were_filled_in(measure, bounds, cells, expected):
    condition = {"punkt": "S1", "fasett": "kon", "varde": measure, **bounds}
    plan = plan_with(condition, avsnitt=worked_items(S1={"fasetter": ["kon"]}), **EVEN)
    answers = answers_to(plan, ANSWERS)
    answers.facets[0] = [UNANSWERED if grade is None else plan.questions.code_of[0][grade] for grade in cells]
    assert evaluate(plan, answers).gates.triggered[0, 0] == expected


def test_a_facet_of_an_unknown_answer_is_open_unless_nothing_could_decide_it_otherwise():
    facet = {"punkt": "S1", "fasett": "kon"}
    conditions = (
        {**facet, "varde": "spann", "min": 1},
        {**facet, "varde": "spann", "max": 4},
        {**facet, "varde": "max", "min": 3},
    )
    plan = plan_with(*conditions, avsnitt=worked_items(S1={"fasetter": ["kon"]}), **EVEN)
    answers = answers_to(plan, ANSWERS | {"S1": "unknown"}, ANSWERS | {"S1": "na"})
    assert evaluate(plan, answers).gates.triggered.tolist() == [[MAYBE, TRUE, FALSE], [FALSE, FALSE, FALSE]]


CASE = {
    "sokt_belopp": 450_000.0,
    "stodform": "projektmedel",
    "kommuner": ("Växjö", "Alvesta"),
    "eget-tal": 3,
    "tomt": "",
    "inga": (),
}


@pytest.mark.parametrize(
    "atom, expected",
    [
        ({"arende": "sokt_belopp", "min": 450000}, TRUE),
        ({"arende": "sokt_belopp", "over": 450000}, FALSE),
        ({"arende": "sokt_belopp", "lika": "450000"}, FALSE),
        ({"arende": "stodform", "lika": "projektmedel"}, TRUE),
        ({"arende": "stodform", "bland": ["mikrostod"]}, FALSE),
        ({"arende": "stodform", "min": 1}, FALSE),
        ({"arende": "stodform"}, TRUE),
        ({"arende": "kommuner", "lika": "Alvesta"}, TRUE),
        ({"arende": "kommuner", "lika": "Lund"}, FALSE),
        ({"arende": "eget-tal", "bland": [1, 3]}, TRUE),
        ({"arende": "tomt", "lika": "x"}, MAYBE),
        ({"arende": "inga", "lika": "x"}, MAYBE),
        ({"arende": "saknas", "min": 1}, MAYBE),
    ],
)
def test_a_field_of_the_case_is_known_or_left_empty(atom, expected):
    plan = plan_with(atom)
    answers = answers_to(plan, ANSWERS)
    answers.case[0] = plan.columns.case_truths(CASE)
    assert evaluate(plan, answers).gates.triggered[0, 0] == expected


def test_a_value_between_two_grades_is_compared_as_it_is():
    plan = plan_with({"punkt": "S1", "min": 0.5}, {"punkt": "S1", "lika": 1}).between({0: (0.5,)})
    answers = answers_to(plan, ANSWERS)
    answers.codes[0, 0] = plan.questions.code_of[0][0.5]
    found = evaluate(plan, answers)
    assert found.gates.triggered.tolist() == [[TRUE, FALSE]]
    assert found.scores.themes[0, 0, 1] == pytest.approx(100 * (2 * 0.25 + 0.5) / 3)
