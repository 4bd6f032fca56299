import numpy as np
import pytest
from support.fixture import CLOSE, FIXTURE
from support.worked import ANSWERS, answers_to, worked_items, worked_plan

from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.goals import Matrix, net_effects
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.sums import CENTRAL


def linked_items(links=FIXTURE["W13"]["links"]):
    return worked_items(
        **{
            item: {
                "agenda2030": [target for target, strength in targets.items() if strength == 1],
                "agenda2030_indirekt": [target for target, strength in targets.items() if strength == 0.5],
            }
            for item, targets in links.items()
        }
    )


def told(answers=ANSWERS, **tables):
    plan = worked_plan(**{"avsnitt": linked_items(), **tables})
    return outcomes(plan, evaluate(plan, answers_to(plan, answers)))[0]


def test_goals_share_the_index_as_in_the_worked_example():
    expected = FIXTURE["W13"]
    found = {goal.goal: goal for goal in told().goals}
    assert {goal: entry.plus for goal, entry in found.items() if entry.plus} == pytest.approx(expected["plus"], **CLOSE)
    assert {goal: entry.minus for goal, entry in found.items() if entry.minus} == pytest.approx(
        expected["minus"], **CLOSE
    )
    assert sum(goal.plus - goal.minus for goal in found.values()) == pytest.approx(expected["sum"], **CLOSE)


def test_goals_come_by_number_never_by_score():
    assert [goal.goal for goal in told().goals] == ["5", "7", "8", "9", "10", "12", "13"]


def test_a_goal_is_touched_by_questions_that_apply_and_counts_its_unknown_ones():
    found = {goal.goal: goal for goal in told(ANSWERS | {"S2": "unknown", "E1": "na"}).goals}
    assert (found["10"].items, found["10"].unknown) == (2, 1)
    assert (found["8"].items, found["9"].items) == (1, 1)
    assert "8" not in {goal.goal for goal in told(ANSWERS | {"E1": "na", "E3": "na"}).goals}


def test_a_question_with_weight_zero_is_listed_at_its_goal():
    items = linked_items()
    items[0]["punkt"][4] |= {"vikt": 0}
    found = {goal.goal: goal for goal in told(avsnitt=items).goals}
    assert (found["12"].items, found["12"].minus) == (1, 0)


def test_a_baseline_reading_says_nothing_about_goals():
    items = linked_items()
    items[0]["punkt"][4] |= {"lasning": "nulage"}
    assert "12" not in {goal.goal for goal in told(avsnitt=items).goals}


def test_two_targets_of_one_goal_make_one_question():
    found = told(avsnitt=linked_items({"M1": {"13.2": 1, "13.a": 0.5}})).goals
    assert [(goal.goal, goal.items) for goal in found] == [("13", 1)]
    assert found[0].plus == pytest.approx(100 * FIXTURE["W2"]["pi"]["M1"] * 0.5, **CLOSE)


def test_clusters_of_goals_are_summed_and_count_a_question_once():
    groups = [{"id": "jord", "namn": "J", "mal": ["7", "13", "12"]}, {"id": "fred", "namn": "F", "mal": ["16"]}]
    found = told(ANSWERS | {"M2": "unknown"}, malgrupp=groups).goal_groups
    assert [(group.goal, group.items, group.unknown) for group in found] == [("jord", 2, 1), ("fred", 0, 0)]
    assert found[0].plus == pytest.approx(2 * FIXTURE["W13"]["plus"]["13"], **CLOSE)


def test_strategy_goals_share_the_index_the_same_way():
    goals = [{"id": "jobb", "namn": "Jobb"}, {"id": "miljo", "namn": "Miljö"}]
    items = worked_items(E1={"strategimal": ["jobb"]}, M2={"strategimal": ["miljo", "jobb"]})
    found = {goal.goal: goal for goal in told(strategimal=goals, avsnitt=items).strategy_goals}
    pi = FIXTURE["W2"]["pi"]
    assert found["jobb"].plus == pytest.approx(100 * pi["E1"], **CLOSE)
    assert found["miljo"].minus == pytest.approx(100 * pi["M2"] * 0.5 / 2, **CLOSE)
    assert found["jobb"].minus == found["miljo"].minus


@pytest.fixture
def worked_matrix():
    return Matrix(np.array(FIXTURE["W12"]["R"], dtype=float), 0.5)


def test_influences_add_up_as_in_the_worked_example(worked_matrix):
    expected = FIXTURE["W12"]
    assert worked_matrix.outgoing.tolist() == expected["out"]
    assert worked_matrix.incoming.tolist() == expected["inn"]
    assert worked_matrix.total.tolist() == expected["total"]
    assert Matrix(worked_matrix.influence, 1.0).total.tolist() == expected["total_beta1"]


def test_net_effects_are_those_of_the_worked_example(worked_matrix):
    effect = np.repeat(np.array(FIXTURE["W12"]["e"], dtype=float)[None, :, None], 3, axis=0)
    net = net_effects(worked_matrix, effect)
    for bound in net:
        assert bound[:, 0].tolist() == pytest.approx(FIXTURE["W12"]["net"], **CLOSE)


def test_net_effects_of_unknown_answers_hold_every_completion(worked_matrix):
    rng = np.random.default_rng(3)
    ends = np.sort(rng.uniform(-1, 1, (2, 4, 1)), axis=0)
    inside = ends[0] + rng.random((4, 500)) * (ends[1] - ends[0])
    low, _, high = net_effects(worked_matrix, np.array([ends[0], ends.mean(axis=0), ends[1]]))
    exact = net_effects(worked_matrix, np.array([inside] * 3))[1]
    assert (exact >= low - 1e-12).all()
    assert (exact <= high + 1e-12).all()


def test_the_effect_on_a_goal_is_the_weighted_mean_of_its_own_questions():
    matrix = [{"fran": "13", "till": "9", "styrka": 3}]
    plan = worked_plan(avsnitt=linked_items(), samspel=matrix)
    facts = evaluate(
        plan, answers_to(plan, ANSWERS, ANSWERS | {"E1": "unknown"}, ANSWERS | {"M1": "na", "E1": "na"})
    ).facts
    nine = plan.agenda.goals.index("9")
    weighted = (0.5 * 2 * 0.5 + 1 * 1 * 1) / (0.5 * 2 + 1)
    assert facts.effects[CENTRAL, nine].tolist() == pytest.approx([weighted, 0.25, 0], **CLOSE)
    assert facts.effects[:, nine, 1].tolist() == pytest.approx([-0.25, 0.25, 0.75], **CLOSE)
    thirteen = plan.agenda.goals.index("13")
    assert facts.net_effects[1, nine, 0] == pytest.approx(weighted + facts.effects[1, thirteen, 0], **CLOSE)
