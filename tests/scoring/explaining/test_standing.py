from dataclasses import replace

import numpy as np
import pytest
from support.explained import GATES, explained
from support.worked import ANSWERS, answers_to, worked_plan

from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.explain import explain
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.robustness import robustness


def test_a_level_is_explained_by_the_table_it_was_placed_in():
    found = explained(ANSWERS | {"M3": -1}).level
    assert (found.level.central, found.weakest, found.weakest_points) == (3, "ekologisk", pytest.approx(-50 / 3))
    assert [step.level for step in found.steps] == [5, 4, 3, 2, 1]
    five, four, three, two, one = found.steps
    assert (five.index_holds, five.dimension_holds) == (False, False)
    assert (four.index_holds, four.dimension_holds) == (True, False)
    assert (three.index_min, three.dimension_min, three.index_holds, three.dimension_holds) == (-15, -50, True, True)
    assert two.dimension_min == -100
    assert (one.index_min, one.dimension_min, one.index_holds, one.dimension_holds) == (None, None, True, True)


def test_a_threshold_that_is_just_reached_holds():
    plan = worked_plan(niva=[
        {"niva": 2, "namn": "b", "index_min": 42.12962963, "dimension_min": 8.333333333},
        {"niva": 1, "namn": "a"},
    ])  # fmt: skip
    step = explained(ANSWERS, plan).level.steps[0]
    assert (step.index_holds, step.dimension_holds) == (True, True)


def test_without_an_index_the_table_asks_for_none():
    steps = explained(ANSWERS, worked_plan(regler={"sammanvagning": "ingen"})).level.steps
    assert [step.index_min for step in steps] == [None] * 5
    assert all(step.index_holds for step in steps)


def test_caps_say_whether_they_hold_the_level_down():
    caps = {"ekologisk": [{"under": 10, "max_niva": 2}, {"under": 0, "max_niva": 1}]}
    found = explained(ANSWERS, worked_plan(regler={"tak": caps})).level
    assert [(cap.dimension, cap.below, cap.max_level, cap.applies) for cap in found.caps] == [
        ("ekologisk", 10, 2, True),
        ("ekologisk", 0, 1, False),
    ]


def test_nothing_to_assess_reaches_no_level():
    found = explained(dict.fromkeys(ANSWERS, "na"))
    assert (found.level.weakest, found.level.weakest_points) == (None, None)
    assert not found.level.steps[0].dimension_holds
    assert [cause.kind for cause in found.causes] == ["inget_att_bedoma"]


M3_UNKNOWN = ANSWERS | {"M3": "unknown"}
TWO_UNKNOWN = ANSWERS | {"M1": "unknown", "S3": "unknown"}
CRITICAL_PAIR = {
    "id": "p",
    "titel": "P",
    "slag": "par",
    "plus": "E1",
    "minus": "M2",
    "permanent": True,
    "skyddad": True,
}


@pytest.mark.parametrize(
    "answers, tables, changes, expected",
    [
        (ANSWERS, {}, {}, [("samma_niva", "")]),
        (TWO_UNKNOWN, {"regler": {"svarsgrad_min": 0.6}}, {}, [("olika_nivaer", "")]),
        (TWO_UNKNOWN, {}, {}, [("lag_svarsgrad", "social"), ("lag_svarsgrad", "ekologisk")]),
        (ANSWERS | {"S1": "na", "S2": "na", "S3": "na"}, {}, {}, [("dimension_utan_svar", "social")]),
        (
            ANSWERS | {"M3": "unknown"},
            {"hallplats": GATES},
            {},
            [("lag_svarsgrad", "ekologisk"), ("mojligt_stopp", "G1")],
        ),
        (ANSWERS | {"M3": -2}, {"hallplats": GATES}, {}, [("stoppas_av", "G1")]),
        (ANSWERS | {"M3": -1}, {"hallplats": GATES}, {}, [("vantar_beslut", "G3")]),
        (ANSWERS | {"M3": -1}, {"hallplats": GATES}, {"decisions": [[0, 0, 2]]}, [("ska_tankas_om", "G3")]),
        (ANSWERS, {"hallplats": GATES}, {"decisions": [[0, 3, 0]]}, [("avslutad_vid", "G2")]),
        (ANSWERS, {"malkonflikt": [CRITICAL_PAIR]}, {}, [("kritisk_konflikt", "p")]),
    ],
)
def test_the_state_is_told_with_its_reasons(answers, tables, changes, expected):
    plan = worked_plan(**tables)
    given_changes = {name: np.array(value, np.int8) for name, value in changes.items()}
    found = explained(answers, plan, **given_changes)
    assert [(cause.kind, cause.id) for cause in found.causes] == expected


def test_low_coverage_is_told_with_what_was_required():
    cause = explained(ANSWERS | {"M1": "unknown"}).causes[0]
    assert (cause.value, cause.limit) == (pytest.approx(2 / 3), 0.8)


def test_flags_are_told_with_the_numbers_behind_them():
    found = explained(ANSWERS | {"M2": "na", "M3": "na"}).flags
    assert [(flag.flag, flag.value, flag.limit, flag.ids) for flag in found] == [
        ("ej_relevant_avgor_nivan", 4, None, ()),
        ("hog_andel_ej_relevant:ekologisk", pytest.approx(2 / 3), pytest.approx(1 / 3), ("ekologisk",)),
    ]


def test_possible_gates_are_named_in_their_flag():
    krav = {"id": "K", "efter": "fragor", "titel": "K", "verkan": "krav", "handlingar": ["x"], "om": GATES[0]["om"]}
    found = explained(ANSWERS | {"M3": "unknown"}, worked_plan(hallplats=[*GATES, krav]))
    (flag,) = [flag for flag in found.flags if flag.flag == "mojlig_hallplats"]
    assert flag.ids == ("G1", "G3")


def test_low_robustness_is_told_with_its_share():
    plan = worked_plan(niva=[{"niva": 2, "namn": "hög", "index_min": 42.1}, {"niva": 1, "namn": "låg"}])
    answers = answers_to(plan, ANSWERS)
    evaluation = evaluate(plan, answers)
    stands = robustness(plan, evaluation)
    outcome = replace(outcomes(plan, evaluation)[0], robustness=stands, flags=("robusthet_lag",))
    (flag,) = explain(plan, answers, outcome).flags
    assert (flag.flag, flag.value) == ("robusthet_lag", stands.same_level)
    assert explain(plan, answers, outcome).robustness == stands
