"""Conflicts between answers: declared pairs, answers split on facets, and free conditions."""

import pytest
from support.conflicts import FINE, GENDER, PAIR, STRATEGY, conflicts, rules, split, split_plan
from support.fixture import CLOSE, FIXTURE
from support.worked import ANSWERS, worked_items

# Pairs


def fine(value):
    return {1: 6, -1: -6, 0.5: 3, -0.5: -3}.get(value, 2 if value == 1 / 3 else round(value * 6))


@pytest.mark.parametrize("example", FIXTURE["W10"], ids=str)
def test_a_declared_pair_has_the_strength_and_severity_of_the_worked_example(example):
    tags = {"tagg": [{"id": "skyddad", "namn": "S", "skyddad": example["protected"]}]}
    items = worked_items(E1={"skala": "fin"}, M3={"skala": "fin", "taggar": ["skyddad"]})
    plan = rules(PAIR | {"permanent": example["irreversible"]}, avsnitt=items, **FINE, **tags)
    found = conflicts(plan, ANSWERS | {"E1": fine(example["plus"]), "M3": fine(example["minus"])})["par"]
    assert (found.strength, found.severity) == (pytest.approx(example["strength"], **CLOSE), example["severity"])
    assert found.triggered == ("utlost" if example["severity"] else "ej_utlost")


@pytest.mark.parametrize(
    "answers, triggered",
    [
        ({"M3": "unknown"}, "mojlig"),
        ({"M3": "unknown", "E1": 0}, "ej_utlost"),
        ({"M3": "na"}, "ej_utlost"),
        ({"M3": "unknown", "E1": "unknown"}, "mojlig"),
        ({"M3": 0}, "ej_utlost"),
        ({"M3": -1, "E1": -1}, "ej_utlost"),
    ],
)
def test_a_pair_may_be_possible_and_a_waived_question_stands_against_nothing(answers, triggered):
    found = conflicts(rules(PAIR), ANSWERS | answers)["par"]
    assert (found.triggered, found.strength, found.severity) == (triggered, 0, 0)


def test_a_possible_conflict_says_what_it_waits_for():
    found = conflicts(rules(PAIR), ANSWERS | {"M3": "unknown"})["par"]
    assert (found.waits_for, found.items) == (("M3",), ("M3", "E1"))


def test_a_pair_holds_one_way_unless_it_is_declared_both_ways():
    turned = ANSWERS | {"E1": -2, "M3": 2}
    assert conflicts(rules(PAIR), turned)["par"].triggered == "ej_utlost"
    found = conflicts(rules(PAIR | {"omvand": True}), turned)["par"]
    assert (found.triggered, found.against, found.strength) == ("utlost", ("M3", "E1"), 1)


def test_a_pair_may_have_thresholds_of_its_own():
    picky = rules(PAIR | {"troskel_plus": 1, "troskel_minus": 0.6})
    assert conflicts(picky, ANSWERS | {"M3": -1})["par"].triggered == "ej_utlost"
    assert conflicts(picky, ANSWERS | {"M3": -2})["par"].triggered == "utlost"


def test_a_pair_may_stand_on_questions_that_give_no_points():
    plan = rules(PAIR, avsnitt=worked_items(E1={"vikt": 0}, M3={"tema": None}))
    assert conflicts(plan, ANSWERS | {"M3": -2})["par"].severity == 3


# Facets


TIME = ("tid", "tid", {"kort": False, "lang": True}, False)
CROSSED = ("korsad", "grupp", {"fk": False, "fm": False, "uk": False, "um": False}, True)
PLACE = ("plats", "plats", {"tatort": False, "glesbygd": False}, False)


@pytest.mark.parametrize(
    "facet, grades, example",
    [
        (GENDER, (-1, 2), FIXTURE["W11"][0]),
        (PLACE, (2, 0), FIXTURE["W11"][1]),
        (TIME, (2, -2), FIXTURE["W11"][2]),
        (CROSSED, (-1, 0, 1, 1), FIXTURE["W11"][3]),
    ],
)
def test_split_answers_are_graded_as_in_the_worked_example(facet, grades, example):
    found = split(split_plan(facet), *grades)[f"fasett-S1-{facet[0]}"]
    assert (found.strength, found.severity) == (example["strength"], example["severity"])


def test_who_wins_and_who_loses_is_told_winner_first():
    found = split(split_plan(GENDER), -1, 2)["fasett-S1-kon"]
    assert (found.against, found.items, found.facet) == (("man", "kvinnor"), ("S1",), "kon")


def test_an_even_split_and_a_category_left_out_are_no_conflict():
    assert "fasett-S1-kon" not in split(split_plan(GENDER), 1, 2)
    assert "fasett-S1-kon" not in split(split_plan(GENDER), None, -2)


def test_a_split_of_an_answer_that_does_not_count_is_no_conflict():
    assert "fasett-S1-kon" not in split(split_plan(GENDER), -1, 2, answers=ANSWERS | {"S1": "na"})


def test_a_loss_now_for_a_gain_later_can_be_undone():
    assert split(split_plan(TIME), -2, 2)["fasett-S1-tid"].severity == 3


def test_two_facets_of_one_question_are_two_conflicts():
    found = split(split_plan(GENDER, TIME), -1, 2, 2, -2)
    assert {"fasett-S1-kon", "fasett-S1-tid"} <= found.keys()


def test_a_declared_facet_rule_gathers_every_question_split_that_way():
    rule = {"id": "kon-regel", "titel": "K", "slag": "fasett", "fasett": "kon"}
    found = split(split_plan(GENDER, TIME, rule=rule), -1, 2, 2, -2)
    assert (found["kon-regel"].triggered, found["kon-regel"].against) == ("utlost", ("man", "kvinnor"))
    assert "fasett-S1-kon" not in found
    assert "fasett-S1-tid" in found


# Free conditions


def test_a_free_condition_has_the_strength_it_declares_or_two_thirds():
    rule = {"id": "fri", "titel": "F", "slag": "villkor", "om": {"punkt": "M3", "max": -1}}
    plan = rules(rule, rule | {"id": "stark", "styrka": 0.9, "om": {"punkt": "M3", "max": -2}})
    first, second = conflicts(plan, ANSWERS | {"M3": -1}, ANSWERS | {"M3": -2})
    assert (first["fri"].strength, first["fri"].severity) == (pytest.approx(2 / 3), 2)
    assert first["stark"].triggered == "ej_utlost"
    assert (second["fri"].detected_by, second["fri"].severity) == (("fri", "stark"), 3)


def test_a_free_condition_on_goals_hangs_on_the_questions_linked_to_them():
    items = worked_items(M1={"agenda2030": ["13.2"]}, E1={"strategimal": ["jobb"]})
    condition = {
        "alla": [{"mal": "13", "varde": "plus", "min": 1}, {"mal": "jobb"}, {"spann": ["social", "ekonomisk"]}]
    }
    rule = {"id": "fri", "titel": "F", "slag": "villkor", "om": condition}
    found = conflicts(rules(rule, avsnitt=items, **STRATEGY), ANSWERS)["fri"]
    assert found.items == ("S1", "S2", "S3", "M1", "E1", "E2", "E3")
    assert found.against == found.items


def test_a_free_condition_hangs_on_the_questions_behind_the_points_it_asks_for():
    condition = {"alla": [{"punkt": "S1", "min": 1}, {"tema": "klimat", "under": 0}]}
    plan = rules({"id": "fri", "titel": "F", "slag": "villkor", "om": condition})
    found = conflicts(plan, ANSWERS | {"M1": "unknown"})["fri"]
    assert (found.items, found.waits_for, found.against) == (("S1", "M1", "M2"), ("M1",), ("S1",))
