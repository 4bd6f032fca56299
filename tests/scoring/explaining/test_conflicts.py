import pytest
from support.explained import conflict, explained, of_answers
from support.worked import ANSWERS, answers_to, worked_items, worked_plan


def test_a_pair_shows_both_answers_and_how_severity_came_about():
    rule = {"id": "par", "titel": "P", "slag": "par", "plus": "E1", "minus": "M2", "permanent": True, "skyddad": True}
    (seen,) = conflict(explained(ANSWERS, worked_plan(malkonflikt=[rule])), "par").seen
    gain, loss = seen.measured
    assert (gain.name, gain.ids, gain.value.central, gain.at_least) == ("plus", ("E1",), 1, pytest.approx(1 / 3))
    assert (loss.name, loss.ids, loss.value.central, loss.at_most) == ("minus", ("M2",), -0.5, pytest.approx(-1 / 3))
    assert (seen.triggered, seen.strength, seen.base, seen.irreversible, seen.protected) == (
        "utlost",
        0.5,
        2,
        True,
        True,
    )


def test_a_possible_conflict_shows_the_range_it_hangs_on():
    rule = {"id": "par", "titel": "P", "slag": "par", "plus": "E1", "minus": "M2"}
    (seen,) = conflict(explained(ANSWERS | {"M2": "unknown"}, worked_plan(malkonflikt=[rule])), "par").seen
    assert (seen.triggered, seen.strength, seen.base) == ("mojlig", 0, 0)
    assert (seen.measured[1].value.low, seen.measured[1].value.high) == (-1, 1)
    waived = conflict(explained(ANSWERS | {"M2": "na"}, worked_plan(malkonflikt=[rule])), "par").seen[0]
    assert (waived.triggered, waived.measured[1].value.central) == ("ej_utlost", None)


def test_a_masked_conflict_shows_plus_minus_and_the_strongest_answers():
    found = conflict(explained(ANSWERS), "dold-tema-klimat")
    (seen,) = found.seen
    measured = {part.name: part for part in seen.measured}
    assert measured["plus"].ids == ("klimat",)
    assert measured["plus"].value.central == pytest.approx(100 / 3)
    assert measured["minus"].value.central == pytest.approx(50 / 3)
    assert (measured["aktivitet"].value.central, measured["aktivitet"].at_least) == (pytest.approx(50), 30)
    assert (measured["maskering"].value.central, measured["maskering"].at_least) == (pytest.approx(2 / 3), 0.5)
    assert (measured["starkt_plus"].ids, measured["starkt_plus"].at_least) == (("M1",), 0.5)
    assert (measured["starkt_minus"].ids, measured["starkt_minus"].at_most) == (("M2",), -0.5)
    assert (seen.strength, seen.base, found.outcome.severity) == (0.5, 2, 2)


def test_a_masked_conflict_over_a_tag_or_a_dimension_looks_at_its_own_questions():
    rules = [
        {"id": "tagg", "titel": "T", "slag": "dold", "grupp": {"tagg": "viktigt"}},
        {"id": "dim", "titel": "D", "slag": "dold", "grupp": {"dimension": "ekonomisk"}, "skyddad": True},
    ]
    tagged = worked_items(S1={"taggar": ["viktigt"]}, E1={"taggar": ["viktigt"]}, E2={"taggar": ["viktigt"]})
    plan = worked_plan(malkonflikt=rules, avsnitt=tagged, tagg=[{"id": "viktigt", "namn": "Viktigt", "skyddad": True}])
    found = explained(ANSWERS | {"S1": -2, "E3": -2}, plan)
    measured = {part.name: part for part in conflict(found, "tagg").seen[0].measured}
    assert (measured["starkt_plus"].ids, measured["starkt_minus"].ids) == (("E1",), ("S1",))
    assert measured["plus"].ids == ("viktigt",)
    assert conflict(found, "tagg").seen[0].protected
    assert {part.ids for part in conflict(found, "dim").seen[0].measured} == {("ekonomisk",), ("E1",), ("E3",)}
    assert conflict(found, "dim").seen[0].protected
    assert not conflict(found, "dim").seen[0].irreversible


def test_an_unknown_answer_leaves_masking_open():
    (seen,) = conflict(explained(ANSWERS | {"M3": "unknown", "M1": "unknown"}), "dold-dimension-ekologisk").seen
    measured = {part.name: part for part in seen.measured}
    assert seen.triggered == "mojlig"
    assert (measured["maskering"].value.low, measured["maskering"].value.high) == (0, 1)
    assert measured["plus"].value.low == 0
    assert measured["plus"].value.high == pytest.approx(83.333333333333)
    assert measured["aktivitet"].value.high > measured["aktivitet"].value.low


def test_a_group_of_which_nothing_applies_has_no_strongest_answer():
    rule = {"id": "dold-tema-klimat", "titel": "K", "slag": "dold", "grupp": {"tema": "klimat"}}
    found = explained(ANSWERS | {"M1": "na", "M2": "na"}, worked_plan(malkonflikt=[rule]))
    (seen,) = conflict(found, "dold-tema-klimat").seen
    assert [part.name for part in seen.measured] == ["plus", "minus", "aktivitet", "maskering"]


def test_a_gap_shows_the_distance_and_the_lowest_dimension():
    found = conflict(explained(ANSWERS | {"M1": -2, "M3": "unknown"}), "spann")
    distance, lowest = found.seen[0].measured
    assert (distance.ids, distance.at_least) == (("ekonomisk", "ekologisk"), 60)
    assert distance.value.low == pytest.approx(62.5 - 8.333333333333)
    assert distance.value.central == pytest.approx(62.5 + 41.666666666667)
    assert distance.value.high == pytest.approx(62.5 + 91.666666666667)
    assert (lowest.ids, lowest.below) == (("ekologisk",), 0)
    assert lowest.value.low == pytest.approx(-91.666666666667)


def test_a_gap_between_what_is_not_there_has_nothing_to_show():
    rule = {"id": "s", "titel": "S", "slag": "spann", "mellan": ["social", "ekologisk"], "troskel": 40}
    plan = worked_plan(malkonflikt=[rule])
    waived = ANSWERS | dict.fromkeys(("S1", "S2", "S3"), "na")
    assert conflict(explained(waived, plan), "s").seen[0].measured == ()
    distance, _ = conflict(explained(ANSWERS, plan), "s").seen[0].measured
    assert (distance.ids, distance.at_least) == (("social", "ekologisk"), 40)


def facets(**changes):
    facet = {
        "id": "tid",
        "namn": "Tid",
        "slag": "tid",
        "kategorier": [{"id": "nu", "text": "nu"}, {"id": "sen", "text": "sen", "lang_sikt": True}],
    }
    return worked_plan(fasett=[facet | changes], avsnitt=worked_items(E1={"fasetter": ["tid"]}))


@pytest.mark.parametrize(
    "cells, changes, expected",
    [
        ([4, 0], {}, ("utlost", 1.0, 3, True, False)),
        ([0, 4], {}, ("utlost", 1.0, 3, False, False)),
        ([0, 3], {"skyddad": True}, ("utlost", 0.5, 2, False, True)),
        ([4, 0], {"skyddad": True}, ("utlost", 1.0, 3, True, True)),
        ([4, 2], {"skyddad": True}, ("utlost", 0.0, 1, False, False)),
    ],
)
def test_a_split_answer_shows_every_side(cells, changes, expected):
    plan = facets(**changes)
    answers = answers_to(plan, ANSWERS)
    answers.facets[0] = cells
    (seen,) = conflict(of_answers(plan, answers), "fasett-E1-tid").seen
    assert (seen.triggered, seen.strength, seen.base, seen.irreversible, seen.protected) == expected
    assert [(part.ids, part.value.central) for part in seen.measured] == [
        (("nu",), (cells[0] - 2) / 2),
        (("sen",), (cells[1] - 2) / 2),
    ]


def test_strategy_goals_show_what_one_gains_and_the_other_loses():
    goals = [{"id": "vi", "namn": "Vi"}, {"id": "ni", "namn": "Ni"}]
    items = worked_items(S1={"strategimal": ["vi"]}, M1={"strategimal": ["ni"]})
    found = explained(ANSWERS | {"M1": -2}, worked_plan(strategimal=goals, avsnitt=items))
    gain, turned = conflict(found, "strategi-vi-ni").seen
    plus, minus = gain.measured
    assert (plus.ids, plus.value.central, plus.at_least) == (("vi",), pytest.approx(14.814814814815), 10)
    assert (minus.ids, minus.value.central, minus.at_least) == (("ni",), pytest.approx(11.111111111111), 10)
    assert (gain.triggered, turned.triggered) == ("utlost", "ej_utlost")


def test_interactions_between_goals_show_effect_and_influence():
    plan = worked_plan(
        mal=[{"id": "15", "kansligt": True}],
        avsnitt=worked_items(E1={"agenda2030": ["8.1"]}, M3={"agenda2030": ["15.1"]}),
        samspel=[{"fran": "8", "till": "15", "styrka": -3}],
    )
    found = explained(ANSWERS, plan)
    (pull,) = conflict(found, "matris-8-15").seen
    effect, influence = pull.measured
    assert (effect.name, effect.ids, effect.value.central, effect.above) == ("verkan", ("8",), 1, 0)
    assert (influence.ids, influence.value.central) == (("8", "15"), -3)
    (drag,) = conflict(found, "matris-indirekt-15").seen
    own, net = drag.measured
    assert (drag.kind, own.ids, own.value.central, own.at_least) == ("indirekt", ("15",), 0, 0)
    assert (net.name, net.value.central, net.below) == ("foljdverkan", -1, -0.33)


def test_a_free_condition_shows_its_tree():
    rule = {"id": "fri", "titel": "F", "slag": "villkor", "om": {"punkt": "M2", "under": 0}, "styrka": 0.9}
    (seen,) = conflict(explained(ANSWERS, worked_plan(malkonflikt=[rule])), "fri").seen
    assert (seen.kind, seen.strength, seen.base, seen.measured) == ("villkor", 0.9, 3, ())
    assert seen.condition.deciding[0].atom.ids == ("M2",)


def test_what_was_seen_on_the_same_answers_stands_under_the_conflict_that_is_told():
    rules = [
        {"id": "par", "titel": "P", "slag": "par", "plus": "M1", "minus": "M2"},
        {
            "id": "fri",
            "titel": "F",
            "slag": "villkor",
            "om": {"alla": [{"punkt": "M1", "over": 0}, {"punkt": "M2", "under": 0}]},
        },
    ]
    found = explained(ANSWERS, worked_plan(malkonflikt=rules))
    assert {seen.kind for seen in conflict(found, "par").seen} == {"par", "villkor"}
    assert "fri" not in [part.outcome.id for part in found.conflicts]
