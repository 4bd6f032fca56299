import numpy as np
import pytest
from support.fixture import CLOSE, FIXTURE
from support.worked import DATA, worked_items, worked_plan

from hallbarhet.checklist.model import Scale
from hallbarhet.scoring.codes import INACTIVE, NOT_RELEVANT, UNANSWERED, UNKNOWN, WIDTH
from hallbarhet.scoring.compiling.questions import scale_values


def scale(levels, neutral, polarity=1, points=None):
    grades = [{"grad": level, "text": "x"} for level in levels]
    for grade, point in zip(grades, points or (), strict=False):
        grade["poang"] = point
    return Scale.model_validate({"id": "s", "neutral": neutral, "polaritet": polarity, "grader": grades})


@pytest.mark.parametrize("example", FIXTURE["W1"], ids=lambda example: example["name"])
def test_every_scale_is_brought_to_one_range(example):
    found = scale_values(scale(example["levels"], example["scale"]["neutral"], example["scale"].get("polarity", 1)))
    assert found.tolist() == pytest.approx(example["v"], **CLOSE)


def test_a_scale_around_a_neutral_off_the_middle_is_stretched_on_each_side():
    assert scale_values(scale([0, 1, 4, 8], 4)).tolist() == [-1, -0.75, 0, 1]


def test_declared_points_replace_the_equal_steps():
    assert scale_values(scale([0, 1, 2], 0, points=[-100, 0, 40])).tolist() == [-1, 0, 0.4]


def test_a_one_sided_scale_can_only_help_and_a_risk_scale_only_hurt():
    one_sided = [
        {"id": "upp", "neutral": 0, "grader": DATA["skala"][0]["grader"][2:]},
        {"id": "ner", "neutral": 0, "polaritet": -1, "grader": DATA["skala"][0]["grader"][2:]},
    ]
    plan = worked_plan(
        skala=[*DATA["skala"], *one_sided], avsnitt=worked_items(S1={"skala": "upp"}, S2={"skala": "ner"})
    )
    assert (plan.questions.worst[:3].tolist(), plan.questions.best[:3].tolist()) == ([0, -1, -1], [1, 0, 1])


def test_unknown_answers_take_the_worst_and_the_best_and_what_does_not_count_takes_nothing():
    questions = worked_plan().questions
    assert questions.lowest[0, [UNKNOWN, UNANSWERED, NOT_RELEVANT, INACTIVE]].tolist() == [-1, -1, 0, 0]
    assert questions.highest[0, [UNKNOWN, UNANSWERED, NOT_RELEVANT, INACTIVE]].tolist() == [1, 1, 0, 0]


def test_grades_are_found_by_value():
    assert worked_plan().questions.code_of[0][1.0] == worked_plan().questions.code_of[0][1] == 3


def test_effective_weights_are_those_of_the_worked_example():
    plan = worked_plan()
    expected = [FIXTURE["W2"]["pi"][item] for item in plan.questions.ids]
    assert plan.nominal.tolist() == pytest.approx(expected, **CLOSE)


def test_a_plan_can_know_values_between_two_grades():
    plan = worked_plan()
    wider = plan.between({0: (0.5,), 3: (-1.5, 1.25)})
    assert wider.questions.code_of[3][1.25] == WIDTH + 1
    assert wider.questions.values[3, [WIDTH, WIDTH + 1]].tolist() == [-0.75, 0.625]
    assert wider.questions.values[0, WIDTH] == 0.25
    assert not wider.questions.is_known[1, WIDTH:].any()
    assert plan.between({}) is plan


def test_a_reweighted_plan_changes_only_what_is_named():
    plan = worked_plan()
    other = plan.reweighted(dimensions={"ekologisk": 2}, themes={"natur": 0}, items={"S1": 5})
    assert other.weights.dimension.tolist() == [1, 2, 1]
    assert other.weights.theme.tolist() == [2, 1, 1, 0, 1]
    assert other.weights.item[:2].tolist() == [5, 1]
    assert plan.weights.item[0] == 2
    assert np.isclose(other.nominal.sum(), 1)
    with pytest.raises(KeyError):
        plan.reweighted(items={"finns-inte": 1})


def test_plans_count_alike_while_only_dimensions_weigh_otherwise():
    plan = worked_plan()
    assert plan.counts_like(plan)
    assert plan.reweighted(dimensions={"ekologisk": 0}).counts_like(plan)
    assert not plan.reweighted(themes={"natur": 0}).counts_like(plan)
    assert not plan.reweighted(items={"S1": 5}).counts_like(plan)
    assert not plan.between({0: (0.5,)}).counts_like(plan)
    assert not worked_plan().counts_like(plan)
