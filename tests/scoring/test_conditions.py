from dataclasses import replace

import numpy as np
import pytest
from support.fixture import FIXTURE
from support.worked import ANSWERS, DATA, answers_to, worked_items, worked_plan

from hallbarhet.scoring.bounds import Bounds
from hallbarhet.scoring.codes import FALSE, INACTIVE, MAYBE, NEW, TRUE, UNANSWERED, UNMAPPABLE
from hallbarhet.scoring.evaluate import evaluate

EVEN = {"fasett": [{"id": "kon", "namn": "Kön", "slag": "grupp", "kategorier": [{"id": c, "text": c} for c in "abc"]}]}
NUMBER = {"id": "T", "text": "T?", "slag": "tal"}
CHOICE = {"id": "V", "text": "V?", "slag": "val", "alternativ": [{"id": a, "text": a} for a in "xyz"], "flera": True}
WORDS = {"id": "O", "text": "O?", "slag": "text"}


def plan_with(*conditions, extra=(), **tables):
    """A plan whose gates have these conditions, in order."""
    gates = [
        {"id": f"g{n}", "efter": "fragor", "titel": "G", "verkan": "krav", "om": condition}
        for n, condition in enumerate(conditions)
    ]
    (part,) = tables.pop("avsnitt", worked_items())
    part = part | {"punkt": [*part["punkt"], *extra]}
    return worked_plan(hallplats=gates, avsnitt=[part], **tables)


def truth(condition, answers, **tables):
    plan = plan_with(condition, **tables)
    return evaluate(plan, answers_to(plan, ANSWERS | answers)).gates.triggered[0, 0]


@pytest.mark.parametrize("example", FIXTURE["W7"], ids=str)
def test_gates_of_the_worked_example_read_as_they_should(example):
    plan = plan_with(
        {"punkt": "M3", "max": -2},
        {"alla": [{"punkt": "M1", "under": 0}, {"inte": {"punkt": "S3", "over": 0}}]},
        {"antal": {"av": [{"punkt": item, "under": 0} for item in ("M1", "M2", "M3")], "min": 2}},
    )
    found = evaluate(plan, answers_to(plan, example["answers"])).gates.triggered[0].tolist()
    assert found == [{True: TRUE, False: FALSE, None: MAYBE}[gate] for gate in example["gates"]]


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


@pytest.mark.parametrize(
    "atom, expected",
    [
        ({"dimension": "social", "min": 55}, TRUE),
        ({"dimension": "social", "min": 56}, FALSE),
        ({"tema": "jamlik", "over": 83, "under": 84}, TRUE),
        ({"dimension": "ekologisk", "varde": "plus", "min": 16}, TRUE),
        ({"dimension": "ekologisk", "varde": "minus", "over": 9}, FALSE),
        ({"tema": "klimat", "varde": "dold", "min": 0.666}, TRUE),
        ({"tagg": "t", "over": 16.6, "under": 16.7}, TRUE),
        ({"tagg": "t", "varde": "dold", "lika": 0.6666666666666666}, TRUE),
        ({"mal": "13", "varde": "plus", "over": 2.7, "under": 2.8}, TRUE),
        ({"mal": "13", "under": 0}, FALSE),
        ({"mal": "13", "varde": "dold", "lika": 0}, TRUE),
        ({"mal": "7"}, FALSE),
        ({"mal": "rus", "varde": "minus", "over": 2.7, "under": 2.8}, TRUE),
        ({"spann": "alla", "min": 54, "max": 55}, TRUE),
        ({"spann": ["social", "ekonomisk"], "max": 7}, TRUE),
    ],
)
def test_points_of_a_group_are_held_against_bounds(atom, expected):
    items = worked_items(
        M1={"taggar": ["t"], "agenda2030": ["13.2"], "agenda2030_indirekt": ["9.1", "9.2"]},
        M2={"taggar": ["t"], "strategimal": ["rus"]},
    )
    tables = {"tagg": [{"id": "t", "namn": "T"}], "strategimal": [{"id": "rus", "namn": "R"}], "avsnitt": items}
    assert truth(atom, {}, **tables) == expected


@pytest.mark.parametrize(
    "atom, expected",
    [
        ({"dimension": "ekologisk", "min": -42}, TRUE),
        ({"dimension": "ekologisk", "min": 0}, MAYBE),
        ({"dimension": "ekologisk", "over": 25}, FALSE),
        ({"dimension": "ekologisk", "varde": "minus", "max": 9}, MAYBE),
        ({"dimension": "ekologisk", "varde": "plus", "max": 34}, TRUE),
        ({"dimension": "ekologisk", "varde": "dold", "min": 0.1}, MAYBE),
        ({"dimension": "ekologisk", "lika": 0}, MAYBE),
        ({"dimension": "ekologisk", "bland": [-60, 30]}, FALSE),
        ({"tagg": "t", "varde": "dold", "max": 0.9}, MAYBE),
        ({"mal": "13", "under": 0}, MAYBE),
        ({"mal": "13", "varde": "dold", "max": 0.5}, MAYBE),
        ({"spann": "alla", "min": 37}, TRUE),
        ({"spann": "alla", "min": 38}, MAYBE),
        ({"spann": "alla", "min": 105}, FALSE),
    ],
)
def test_points_are_known_within_their_bounds_while_answers_are_unknown(atom, expected):
    items = worked_items(M1={"taggar": ["t"], "agenda2030": ["13.2"]}, M2={"taggar": ["t"]})
    assert truth(atom, {"M1": "unknown"}, tagg=[{"id": "t", "namn": "T"}], avsnitt=items) == expected


def test_points_of_what_is_wholly_waived_are_false_whatever_is_asked():
    waived = dict.fromkeys(("M1", "M2", "M3", "E1", "E2", "E3"), "na")
    for atom in (
        {"dimension": "ekologisk"},
        {"tema": "klimat", "max": 100},
        {"spann": "alla", "max": 200},
        {"tema": "natur", "varde": "dold"},
    ):
        assert truth(atom, waived) == FALSE


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


def test_bounds_over_a_range_agree_with_the_values_inside_it():
    spots = np.linspace(-3, 3, 13)
    for bounds in (
        Bounds(at_least=-1, below=2),
        Bounds(above=0.5),
        Bounds(at_most=-3),
        Bounds(numbers=(0, 1.5)),
        Bounds(at_least=1, numbers=(0, 1.5)),
        Bounds(at_least=2, at_most=1),
        Bounds(words=("x",)),
        Bounds(),
    ):
        for place, low in enumerate(spots):
            for high in spots[place:]:
                inside = bounds.holds(spots[(spots >= low) & (spots <= high)])
                told = bounds.truths(np.array([low]), np.array([high]))[0]
                assert told == MAYBE or bool(told) == bool(inside.all())
                assert told != MAYBE or low < high


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
