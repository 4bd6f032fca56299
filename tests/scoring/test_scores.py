import numpy as np
import pytest
from support.fixture import CLOSE, FIXTURE
from support.worked import ANSWERS, DATA, answers_to, worked_items, worked_plan

from hallbarhet.scoring.codes import NEW
from hallbarhet.scoring.evaluate import evaluate, scores
from hallbarhet.scoring.index import IndexRule, aggregated, power_mean
from hallbarhet.scoring.levels import Cap, Level, LevelRules, placed
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.sums import CENTRAL

STATES = {
    "Nivå klar": "niva_klar",
    "Nivåintervall": "nivaintervall",
    "Ofullständigt underlag": "ofullstandigt_underlag",
    "Ej bedömbar": "ej_bedombar",
}
FLAGS = {
    "ej relevant avgör nivån": "ej_relevant_avgor_nivan",
    **{f"hög andel ej relevant: {d}": f"hog_andel_ej_relevant:{d}" for d in ("social", "ekologisk", "ekonomisk")},
}


def one_question(**scale):
    grades = [{"grad": grade, "text": "x"} for grade in scale.pop("levels", (-2, -1, 0, 1, 2))]
    item = {"id": "X", "text": "X?", "slag": "bedomning", "skala": "s", "tema": "t"}
    return {
        "dimension": [{"id": "ekologisk", "namn": "E"}],
        "tema": [{"id": "t", "dimension": "ekologisk", "namn": "T"}],
        "skala": [{"id": "s", "neutral": 0, "grader": grades, **scale}],
        "avsnitt": [{"id": "a", "titel": "A", "punkt": [item]}],
    }


def negative_only():
    tables = one_question(levels=(0, 1, 2, 3, 4), polaritet=-1)
    first = tables["avsnitt"][0]["punkt"][0]
    tables["avsnitt"][0]["punkt"] = [first, {**first, "id": "Y"}]
    return tables


PLANS = {
    "W3b": lambda: worked_plan(regler={"svarsgrad_min": 0.6}),
    "W5d": lambda: worked_plan(avsnitt=worked_items(E1={"vikt": 0}, E2={"vikt": 0}, E3={"vikt": 0})),
    "W5e": lambda: worked_plan(**one_question()),
    "W5f": lambda: worked_plan(**one_question()),
    "W5g": lambda: worked_plan(**negative_only()),
    "W9": lambda: worked_plan(regler={"svarsgrad_min": 0.5}),
}
EXAMPLES = ("W2", "W3", "W3b", "W4", "W5a", "W5b", "W5c", "W5d", "W5e", "W5f", "W5g", "W9")


@pytest.fixture(params=EXAMPLES)
def example(request):
    plan = PLANS.get(request.param, worked_plan)()
    evaluation = evaluate(plan, answers_to(plan, FIXTURE[request.param]["answers"]))
    return outcomes(plan, evaluation)[0], FIXTURE[request.param]["result"]


def same(found, expected):
    return found == (None if expected is None else pytest.approx(expected, **CLOSE))


def test_points_and_bounds_are_those_of_the_worked_examples(example):
    outcome, expected = example
    for side in ("low", "central", "high"):
        assert all(same(getattr(t.points, side), expected[side]["themes"][t.id]) for t in outcome.themes)
        assert all(same(getattr(d.points, side), expected[side]["dims"][d.id]) for d in outcome.dimensions)
        assert same(getattr(outcome.index, side), expected[side]["G"])


def test_coverage_and_the_effect_of_waiving_are_those_of_the_worked_examples(example):
    outcome, expected = example
    assert all(same(d.coverage, expected["coverage"][d.id]) for d in outcome.dimensions)
    assert same(outcome.coverage, expected["coverage_all"])
    assert same(outcome.not_relevant_effect, expected["na_effect"])


def test_levels_states_and_flags_are_those_of_the_worked_examples(example):
    outcome, expected = example
    assert [outcome.level.low, outcome.level.central, outcome.level.high] == expected["levels"]
    assert outcome.state == STATES[expected["state"]]
    assert list(outcome.flags) == [FLAGS[flag] for flag in expected["flags"]]


def test_points_are_plus_less_minus(example):
    outcome, _ = example
    for found in outcome.dimensions:
        if found.points.central is None:
            assert (found.plus, found.minus) == (None, None)
        elif found.coverage == 1:
            assert found.plus - found.minus == pytest.approx(found.points.central, **CLOSE)


def test_waived_weight_is_told_as_a_share_of_the_dimension():
    plan = worked_plan()
    found = scores(plan, answers_to(plan, FIXTURE["W4"]["answers"]))
    assert found.not_relevant_share[0].tolist() == pytest.approx([0, 2 / 3, 0], **CLOSE)


def test_weight_moves_only_inside_its_own_dimension():
    plan = worked_plan()
    before, after = scores(plan, answers_to(plan, ANSWERS, ANSWERS | {"M2": "na", "M3": "na"})).dimensions[..., CENTRAL]
    assert before[[0, 2]].tolist() == after[[0, 2]].tolist()
    assert after[1] > before[1]


def test_a_question_with_weight_zero_is_information_only():
    plan = worked_plan(avsnitt=worked_items(M3={"vikt": 0}))
    low, unknown = scores(plan, answers_to(plan, ANSWERS | {"M3": -2}, ANSWERS | {"M3": "unknown"})).index
    assert low.tolist() == unknown.tolist()


def test_a_baseline_reading_stands_beside_the_score():
    plan = worked_plan(avsnitt=worked_items(M3={"lasning": "nulage"}))
    first, second = scores(plan, answers_to(plan, ANSWERS, ANSWERS | {"M3": -2})).index
    assert first.tolist() == second.tolist()


def test_a_dimension_without_weight_moves_neither_index_nor_level_nor_state():
    dimensions = [{**dimension, "vikt": int(dimension["id"] != "ekologisk")} for dimension in DATA["dimension"]]
    plan = worked_plan(dimension=dimensions)
    found = evaluate(plan, answers_to(plan, ANSWERS, ANSWERS | {"M1": -2, "M2": "unknown", "M3": -2}))
    assert found.scores.index[0].tolist() == found.scores.index[1].tolist()
    assert found.scores.level[0].tolist() == found.scores.level[1].tolist()
    assert [outcome.state for outcome in outcomes(plan, found)] == ["niva_klar", "niva_klar"]


@pytest.mark.parametrize("example", FIXTURE["W6"], ids=lambda example: str(example["profile"]))
def test_how_much_one_dimension_may_buy_off_another(example):
    points = np.array(example["profile"], dtype=float)[:, None]
    counts, weights = np.ones((3, 1), dtype=bool), np.ones(3)
    for exponent, expected in example["means"].items():
        rule = IndexRule("min") if exponent == "-inf" else IndexRule("potens", float(exponent))
        assert aggregated(rule, points, weights, counts)[0] == pytest.approx(expected, **CLOSE)
    index = aggregated(IndexRule("medel"), points, weights, counts)
    assert placed(worked_plan().level_rules, index, points, counts).tolist() == [example["level"]]


def test_without_an_index_the_weakest_dimension_alone_decides():
    plan = worked_plan(regler={"sammanvagning": "ingen"})
    found = outcomes(plan, evaluate(plan, answers_to(plan, ANSWERS)))[0]
    assert (found.index.central, found.not_relevant_effect, found.level.central) == (None, None, 5)


def test_dimensions_without_weight_take_no_part_in_a_power_mean():
    points, counts = np.array([[60.0], [-100.0]]), np.array([[True], [False]])
    assert aggregated(IndexRule("potens", 0), points, np.ones(2), counts).tolist() == pytest.approx([60])


def test_a_power_too_large_for_a_number_still_gives_a_mean():
    assert power_mean(np.array([[1e-3], [0.9]]), np.ones((2, 1)), -500)[0] == pytest.approx(1e-3 * 2 ** (1 / 500))


@pytest.mark.parametrize("country", FIXTURE["P2"], ids=lambda row: row[0])
def test_the_geometric_mean_gives_the_published_human_development_index(country):
    _, *indices, published = country
    found = power_mean(np.array(indices)[:, None], np.ones((3, 1)), 0)[0]
    assert round(found, 3) == published


def test_the_geometric_mean_gives_the_published_example_of_compensability():
    found = power_mean(np.array([[21, 6], [1, 6], [1, 6], [1, 6]], dtype=float), np.ones((4, 1)), 0)
    assert found.tolist() == pytest.approx(FIXTURE["P1"], **CLOSE)


def test_a_published_swedish_scheme_lets_strong_criteria_buy_off_empty_ones():
    tables = one_question(levels=(0, 1, 2, 3, 4, 5))
    first = tables["avsnitt"][0]["punkt"][0]
    weights = {"A": 30, "B": 30, "C": 20, "D": 20}
    tables["avsnitt"][0]["punkt"] = [{**first, "id": id_, "vikt": weight} for id_, weight in weights.items()]
    plan = worked_plan(**tables)
    for points, published in FIXTURE["P6"]:
        found = scores(plan, answers_to(plan, dict(zip(weights, points, strict=True)))).dimensions[0, 0, CENTRAL]
        assert found * 5 == pytest.approx(published, **CLOSE)


def test_leaving_a_question_unknown_never_beats_a_truthful_answer_above_neutral():
    tables = one_question()
    first = tables["avsnitt"][0]["punkt"][0]
    tables["avsnitt"][0]["punkt"] = [first, {**first, "id": "Y"}]
    plan = worked_plan(**tables)
    found = scores(plan, answers_to(plan, {"X": 2, "Y": "unknown"}, {"X": 2, "Y": 1})).index[:, CENTRAL]
    assert found.tolist() == pytest.approx(FIXTURE["W17"]["neutral"], **CLOSE)


@pytest.mark.parametrize("shift", [100, 200, 400])
def test_a_shifted_geometric_mean_depends_on_the_shift(shift):
    profiles = np.array([[60, 5], [60, 10], [-60, 15]], dtype=float)
    found = power_mean(profiles + shift, np.ones((3, 2)), 0) - shift
    assert found.tolist() == pytest.approx(FIXTURE["W17"]["geo"][str(shift)], **CLOSE)


def test_new_questions_and_new_weights_move_an_old_case_as_worked_out():
    (part,) = worked_items()
    part["punkt"].append({**part["punkt"][5], "id": "M4"})
    double = [{**d, "vikt": 2 if d["id"] == "ekologisk" else 1} for d in DATA["dimension"]]
    plan = worked_plan(dimension=double, avsnitt=[part])
    answers = answers_to(plan, ANSWERS)
    answers.codes[0, plan.questions.index["M4"]] = NEW
    found, expected = outcomes(plan, evaluate(plan, answers))[0], FIXTURE["W16"]["A"]
    assert found.index.central == pytest.approx(expected["G_new"], **CLOSE)
    assert [found.level.low, found.level.central, found.level.high] == expected["new"]
    assert found.state == STATES[expected["state"]]
    core = worked_plan().reweighted(dimensions={"ekologisk": 2})
    common = scores(core, answers_to(core, ANSWERS))
    assert common.index[0, CENTRAL] == pytest.approx(expected["G_core"], **CLOSE)
    assert common.level[0, CENTRAL] == expected["level_core"]


def rules(*caps, levels=None):
    table = levels or (Level(1, -np.inf, -np.inf), Level(2, -50, -100), Level(3, -15, -50), Level(4, 15, -15))
    return LevelRules(table, caps, uses_index=True)


def test_a_cap_holds_the_level_down_while_its_dimension_is_low():
    points = np.array([[80.0, 80, 80], [-16, -15, np.nan]])
    counts = np.array([[True, True, True], [True, True, False]])
    levels = placed(rules(Cap(1, -15, 2)), np.array([40.0, 40, 40]), points, counts)
    assert levels.tolist() == [2, 4, 4]


def test_a_threshold_is_met_when_it_is_met_to_nine_decimals():
    points = np.full((1, 3), 100.0)
    index = np.array([15 - 4e-10, 15 - 6e-10, 15])
    assert placed(rules(), index, points, np.ones((1, 3), dtype=bool)).tolist() == [4, 3, 4]


def test_what_reaches_no_level_stands_at_the_lowest():
    table = (Level(2, 0, -100), Level(3, 50, 0))
    assert placed(rules(levels=table), np.array([-90.0]), np.array([[-90.0]]), np.array([[True]])).tolist() == [2]


def test_caps_of_a_checklist_are_read_by_dimension():
    plan = worked_plan(regler={"tak": {"ekologisk": [{"under": 10, "max_niva": 2}]}})
    assert scores(plan, answers_to(plan, ANSWERS)).level[0, CENTRAL] == 2
