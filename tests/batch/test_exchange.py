"""Weights taken over from another version: proportions count, and what is merged or split keeps its share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.random_checklists import as_checklist, checklist_data
from support.worked import DATA, worked_items, worked_plan

from hallbarhet.assessment.plans import plan_of
from hallbarhet.batch.exchange import with_weights_of


def links(one, other):
    return [(place, other.questions.index[id_]) for place, id_ in enumerate(one.questions.ids)]


@given(checklist_data())
def test_a_plan_with_its_own_weights_is_itself(data):
    plan = plan_of(as_checklist(data))
    assert with_weights_of(plan, plan, links(plan, plan)) is plan


def test_weights_of_what_is_shared_are_the_others():
    plan, other = (
        worked_plan(),
        worked_plan(dimension=[{**one, "vikt": 2} for one in DATA["dimension"][:1]] + DATA["dimension"][1:]),
    )
    assert with_weights_of(plan, other, links(plan, other)).weights.dimension.tolist() == [2, 1, 1]


def test_what_only_one_version_has_is_brought_to_the_others_measure():
    """S1 and S2 weigh ten times as much in the other version, which has no S2: the old S2 follows in proportion."""
    plan = worked_plan()
    (part,) = worked_items(S1={"vikt": 20})
    part["punkt"] = [item for item in part["punkt"] if item["id"] != "S2"]
    other = worked_plan(avsnitt=[part])
    found = with_weights_of(plan, other, [(plan.questions.index[id_], n) for n, id_ in enumerate(other.questions.ids)])
    assert found.weights.item[:3].tolist() == [20, 10, 1]


@pytest.mark.parametrize("weights, expected", [((2, 1), (4, 2)), ((0, 0), (3, 3))])
def test_what_was_merged_shares_the_weight_by_its_own_proportions(weights, expected):
    plan = worked_plan(avsnitt=worked_items(S1={"vikt": weights[0]}, S2={"vikt": weights[1]}))
    (part,) = worked_items(S1={"vikt": 6})
    part["punkt"] = [item for item in part["punkt"] if item["id"] != "S2"]
    other = worked_plan(avsnitt=[part])
    to_merged = [(0, 0), (1, 0)] + [(n + 1, n) for n in range(1, other.questions.count)]
    assert with_weights_of(plan, other, to_merged).weights.item[:2].tolist() == list(expected)
    back = with_weights_of(other, plan, [(theirs, mine) for mine, theirs in to_merged])
    assert back.weights.item[0] == sum(weights)


@given(st.sampled_from([0.1, 3, 1000]))
def test_a_common_factor_is_no_difference_in_shares(factor):
    plan = worked_plan()
    other = worked_plan(tema=[{**theme, "vikt": theme.get("vikt", 1) * factor} for theme in DATA["tema"]])
    found = with_weights_of(plan, other, links(plan, other))
    assert found.nominal.tolist() == pytest.approx(plan.nominal.tolist())


def test_what_was_information_only_gets_its_weight_and_its_theme():
    plan, other = worked_plan(avsnitt=worked_items(S3={"vikt": 0})), worked_plan()
    assert with_weights_of(plan, other, links(plan, other)).nominal.tolist() == other.nominal.tolist()
    assert with_weights_of(other, plan, links(other, plan)).nominal.tolist() == plan.nominal.tolist()
