import json
from pathlib import Path

import numpy as np
import pytest
from support.worked import ANSWERS, DATA, answers_to, worked_items, worked_plan

from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.index import aggregated
from hallbarhet.scoring.levels import placed
from hallbarhet.scoring.robustness import (
    nearest_flips,
    reasonable,
    robustness,
    same_level_shares,
    stability,
    weighting_shares,
)
from hallbarhet.scoring.weightings import factors

W14 = json.loads((Path(__file__).parent / "data" / "robustness.json").read_text(encoding="utf-8"))["W14"]
PLAN = worked_plan()


def told(answers, plan=PLAN):
    return robustness(plan, evaluate(plan, answers_to(plan, answers)))


def shares_of(answers, plan):
    return dict(weighting_shares(plan, evaluate(plan, answers_to(plan, answers)).scores))


def flips_of(answers, plan=PLAN):
    return nearest_flips(plan, evaluate(plan, answers_to(plan, answers)))


def drawn_shares(answers, plan, draws=5000):
    """Shares of each level when the dimensions' weights are drawn evenly from all there are."""
    weights = np.random.default_rng(1).exponential(size=(3, draws))
    scores = evaluate(plan, answers_to(plan, answers)).scores
    points = np.repeat(scores.dimensions[0, :, 1][:, None], draws, axis=1)
    counts = np.ones(points.shape, bool)
    levels = placed(plan.level_rules, aggregated(plan.index_rule, points, weights, counts), points, counts)
    return {level: np.mean(levels == level) for level in range(1, 6)}


def test_the_worked_example_of_all_weightings_is_met():
    shares = dict(told(ANSWERS).level_shares)
    assert shares == {int(level): pytest.approx(share, rel=0, abs=1e-9) for level, share in W14["exact"].items()}


def test_the_worked_example_of_reasonable_weightings_is_met_within_what_draws_allow():
    found = told(ANSWERS)
    _, same_level, low, high = W14["perturb"]
    assert found.same_level == pytest.approx(same_level, abs=0.02)
    assert found.index_p5 == pytest.approx(low, abs=0.5)
    assert found.index_p95 == pytest.approx(high, abs=0.5)
    assert found.stability == "stabil"


def test_the_worked_example_of_nearest_flips_is_met():
    found = {(flip.steps, flip.item, flip.source, flip.target, flip.level) for flip in told(ANSWERS).nearest}
    expected = sorted(W14["flips"])[:5]
    assert found == {tuple(flip) for flip in expected}


def test_the_same_answers_always_give_the_same_numbers():
    first, second = told(ANSWERS), told(ANSWERS)
    assert first == second
    assert first.same_level == 0.9995
    assert first.index_p5 == pytest.approx(37.563658201990, abs=1e-9)


def test_levels_are_told_highest_first_and_their_shares_add_up():
    shares = told(ANSWERS).level_shares
    assert [level for level, _ in shares] == [5, 4, 3, 2, 1]
    assert sum(share for _, share in shares) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize(
    "answers",
    [
        ANSWERS,
        ANSWERS | {"M3": -2},
        ANSWERS | {"S1": -2, "S2": -2, "S3": -1, "M1": 2, "M3": 2},
        {"S1": -1, "M1": -2, "E1": 1},
    ],
)
@pytest.mark.parametrize(
    "rules",
    [
        {},
        {"tak": {"ekologisk": [{"under": 30, "max_niva": 2}]}},
        {"sammanvagning": "potens", "exponent": 0.5},
        {"sammanvagning": "potens", "exponent": 0},
        {"sammanvagning": "potens", "exponent": -1, "tak": {"social": [{"under": 0, "max_niva": 3}]}},
    ],
)
def test_all_weightings_agree_with_drawing_them_for_every_way_of_adding_up(answers, rules):
    plan = worked_plan(regler=rules)
    exact, drawn = shares_of(answers, plan), drawn_shares(answers, plan)
    for level, share in drawn.items():
        assert exact.get(level, 0) == pytest.approx(share, abs=0.02)


def test_a_cap_moves_the_share_of_every_level_above_it():
    capped = shares_of(ANSWERS, worked_plan(regler={"tak": {"ekologisk": [{"under": 10, "max_niva": 3}]}}))
    assert capped == {3: pytest.approx(1.0), 2: pytest.approx(0.0), 1: pytest.approx(0.0)}
    beside = shares_of(ANSWERS, worked_plan(regler={"tak": {"ekologisk": [{"under": 8, "max_niva": 3}]}}))
    assert beside[4] == pytest.approx(W14["exact"]["4"])


def test_a_floor_takes_a_level_away_from_every_weighting():
    low = shares_of(ANSWERS | {"M3": -1}, PLAN)
    assert low[5] == low[4] == 0
    assert low[3] > 0.99


@pytest.mark.parametrize("method", ["min", "ingen"])
def test_weights_of_dimensions_that_decide_nothing_have_no_shares(method):
    found = told(ANSWERS, worked_plan(regler={"sammanvagning": method}))
    assert found.level_shares == ()
    assert found.same_level > 0.5


def test_without_an_index_there_is_no_range_of_it():
    found = told(ANSWERS, worked_plan(regler={"sammanvagning": "ingen"}))
    assert (found.index_p5, found.index_p95) == (None, None)


def test_one_dimension_has_nothing_to_be_weighed_against():
    dimension, *_ = DATA["dimension"]
    themes = [theme | {"dimension": "social"} for theme in DATA["tema"]]
    assert told(ANSWERS, worked_plan(dimension=[dimension], tema=themes)) is None


def test_a_single_question_has_no_robustness():
    only = dict.fromkeys(ANSWERS, "na") | {"S1": 1}
    assert told(only) is None


def test_nothing_to_score_has_no_robustness():
    assert told(dict.fromkeys(ANSWERS, "na")) is None


def test_a_dimension_without_weight_is_not_weighed():
    dimensions = [d | {"vikt": 0 if d["id"] == "ekologisk" else 1} for d in DATA["dimension"]]
    found = told(ANSWERS, worked_plan(dimension=dimensions))
    assert dict(found.level_shares)[5] == pytest.approx(1)


def test_no_deviation_leaves_level_and_index_as_they_are():
    plan = worked_plan(regler={"robusthet": {"avvikelse": 0, "dragningar": 10}})
    found = told(ANSWERS, plan)
    assert found.same_level == 1
    assert found.index_p5 == pytest.approx(42.129629629629626)
    assert found.index_p95 == pytest.approx(42.129629629629626)


NO_SOCIAL_WEIGHT = {"dimension": [d | {"vikt": 0 if d["id"] == "social" else 1} for d in DATA["dimension"]]}


@pytest.mark.parametrize(
    "answers, tables",
    [
        (ANSWERS | {"M1": "unknown", "E2": "na", "S2": "na"}, {}),
        (ANSWERS | {"S1": "na", "S2": "na", "S3": "na", "E3": 2, "M1": 2, "M2": 2, "M3": 2}, {}),
        (ANSWERS | {"S1": -2, "S2": -2, "S3": -2}, NO_SOCIAL_WEIGHT),
    ],
)
def test_each_draw_is_a_weighting_scored_like_any_other(answers, tables):
    """Ten draws, each set as the checklist's own weights: the same index and the same level."""
    plan = worked_plan(regler={"robusthet": {"avvikelse": 0.5, "dragningar": 10}}, **tables)
    given = answers_to(plan, answers)
    levels, index = reasonable(plan, evaluate(plan, given).activity.codes[:, 0])
    drawn = factors(9 + 5 + 3, 10, 0.5)
    for draw in range(10):
        items, themes, dimensions = np.split(drawn[:, draw], [9, 14])
        shaken = plan.reweighted(
            items=dict(zip(plan.questions.ids, plan.weights.item * items, strict=True)),
            themes=dict(zip(plan.themes, plan.weights.theme * themes, strict=True)),
            dimensions=dict(zip(plan.dimensions, plan.weights.dimension * dimensions, strict=True)),
        )
        scores = evaluate(shaken, given).scores
        assert index[draw] == pytest.approx(scores.index[0, 1], abs=1e-9)
        assert levels[draw] == scores.level[0, 1]


def test_questions_without_weight_are_not_shaken():
    extra = worked_items()
    extra[0]["punkt"].append({"id": "T1", "text": "Vad?", "slag": "text"})
    extra[0]["punkt"].insert(0, extra[0]["punkt"][0] | {"id": "N1", "vikt": 0})
    assert told(ANSWERS, worked_plan(avsnitt=extra)) == told(ANSWERS)


@pytest.mark.parametrize(
    "share, expected",
    [(1, "stabil"), (0.95, "stabil"), (0.9495, "ganska_stabil"), (0.80, "ganska_stabil"), (0.7995, "kanslig")],
)
def test_the_class_of_a_share(share, expected):
    assert stability(share) == expected


def test_a_case_near_a_threshold_is_sensitive():
    plan = worked_plan(niva=[{"niva": 2, "namn": "hög", "index_min": 42.1}, {"niva": 1, "namn": "låg"}])
    found = told(ANSWERS, plan)
    assert found.stability == "kanslig"
    assert 0.4 < found.same_level < 0.6


def test_many_assessments_get_the_share_each_has_alone():
    rows = [ANSWERS, dict.fromkeys(ANSWERS, "na"), ANSWERS | {"M3": -1}]
    together = same_level_shares(PLAN, evaluate(PLAN, answers_to(PLAN, *rows)))
    assert together[0] == told(rows[0]).same_level
    assert np.isnan(together[1])
    assert together[2] == told(rows[2]).same_level


def test_robustness_is_told_of_the_row_that_is_asked_for():
    evaluation = evaluate(PLAN, answers_to(PLAN, ANSWERS | {"E1": -2}, ANSWERS))
    assert robustness(PLAN, evaluation, row=1) == told(ANSWERS)


def test_flips_come_nearest_first_and_then_in_question_order():
    found = [(flip.steps, flip.item) for flip in flips_of(ANSWERS)]
    assert found == [(1, "M3"), (1, "E3"), (2, "S3"), (2, "M1"), (3, "M2")]


def test_of_two_flips_equally_near_the_worse_is_told():
    plan = worked_plan(niva=[
        {"niva": 3, "namn": "upp", "index_min": 45},
        {"niva": 2, "namn": "mitten", "index_min": 40},
        {"niva": 1, "namn": "ner"},
    ])  # fmt: skip
    s3 = next(flip for flip in flips_of(ANSWERS, plan) if flip.item == "S3")
    assert (s3.steps, s3.target, s3.level) == (1, -1, 1)


def test_unknown_and_waived_answers_are_not_flipped():
    found = flips_of(ANSWERS | {"M3": "unknown", "E3": "na"})
    assert {flip.item for flip in found}.isdisjoint({"M3", "E3"})
    assert flips_of({}) == ()


def test_a_flip_may_go_through_questions_that_the_answer_brings_in():
    """M3 is asked only when M2 is at least neutral; M2 itself weighs nothing."""
    changes = {"M2": {"vikt": 0}, "M3": {"visas_om": {"punkt": "M2", "min": 0}}}
    plan = worked_plan(avsnitt=worked_items(**changes))
    shown = ANSWERS | {"M1": -1, "M3": 2}
    flips = {flip.item: flip for flip in flips_of(shown, plan)}
    assert flips["M2"].target == 0
    assert "M3" not in flips


def test_from_between_two_grades_the_neighbour_is_one_step():
    plan = PLAN.between({PLAN.questions.index["M3"]: (-0.5,)})
    found = {flip.item: flip for flip in flips_of(ANSWERS | {"M3": -0.5}, plan)}
    assert (found["M3"].source, found["M3"].target, found["M3"].steps) == (-0.5, -1, 1)
