"""What moved a score: the parts sum to the whole, and the worked case splits as published."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.fixture import CLOSE, FIXTURE
from support.worked import ANSWERS, DATA, answers_to, worked_items, worked_plan

from hallbarhet.scoring.codes import NEW
from hallbarhet.scoring.decomposition import decomposed
from hallbarhet.scoring.evaluate import scores
from hallbarhet.scoring.sums import CENTRAL


def index_of_case_a(changed):
    """The index of W16's case A with new weights, the new question, both or neither."""
    (part,) = worked_items()
    if "fragor" in changed:
        part["punkt"].append({**part["punkt"][5], "id": "M4"})
    weight = 2 if "vikter" in changed else 1
    dimensions = [{**entry, "vikt": weight if entry["id"] == "ekologisk" else 1} for entry in DATA["dimension"]]
    plan = worked_plan(dimension=dimensions, avsnitt=[part])
    answers = answers_to(plan, ANSWERS)
    if "fragor" in changed:
        answers.codes[0, plan.questions.index["M4"]] = NEW
    return scores(plan, answers).index[:, CENTRAL]


def test_the_worked_case_splits_into_weights_and_questions():
    expected = FIXTURE["W16"]["A"]
    parts = decomposed(index_of_case_a, ("vikter", "fragor"))
    assert parts["vikter"][0] == pytest.approx(expected["weights"], **CLOSE)
    assert parts["fragor"][0] == pytest.approx(expected["questions"], **CLOSE)
    whole = expected["G_new"] - expected["G_old"]
    assert parts["vikter"][0] + parts["fragor"][0] == pytest.approx(whole, **CLOSE)


@pytest.mark.parametrize("case", ["A", "B", "C", "D", "E"])
def test_two_factors_share_as_every_worked_case_does(case):
    worked = FIXTURE["W16"][case]
    old, new, core = worked["G_old"], worked["G_new"], worked["G_core"]
    # what questions add with the old weights follows from the published split, which has to be reproduced from it
    questions_first = worked["questions"] * 2 - (new - core) + old
    table = {(): old, ("vikter",): core, ("fragor",): questions_first, ("fragor", "vikter"): new}
    parts = decomposed(lambda changed: np.array([table[tuple(sorted(changed))]]), ("vikter", "fragor"))
    assert parts["vikter"][0] == pytest.approx(worked["weights"], **CLOSE)
    assert parts["fragor"][0] == pytest.approx(worked["questions"], **CLOSE)


@given(st.lists(st.floats(-100, 100), min_size=8, max_size=8))
def test_the_parts_of_three_factors_sum_to_the_whole(values):
    factors = ("fragor", "trosklar", "vikter")

    def value(changed):
        return np.array([values[sum(1 << factors.index(factor) for factor in changed)]])

    parts = decomposed(value, factors)
    assert sum(part[0] for part in parts.values()) == pytest.approx(values[7] - values[0], abs=1e-9)


def test_a_factor_that_changes_nothing_has_no_part():
    parts = decomposed(lambda changed: np.array([7.0 if "vikter" in changed else 3.0]), ("vikter", "fragor"))
    assert (parts["vikter"][0], parts["fragor"][0]) == (4.0, 0.0)


def test_a_score_that_does_not_exist_on_the_way_is_gone_round():
    table = {(): 10.0, ("vikter",): np.nan, ("fragor",): 4.0, ("fragor", "vikter"): 7.0}
    parts = decomposed(lambda changed: np.array([table[tuple(sorted(changed))]]), ("vikter", "fragor"))
    assert (parts["fragor"][0], parts["vikter"][0]) == (-6.0, 3.0)


def test_without_any_way_round_there_are_no_parts():
    table = {(): 10.0, ("vikter",): np.nan, ("fragor",): np.nan, ("fragor", "vikter"): 7.0}
    parts = decomposed(lambda changed: np.array([table[tuple(sorted(changed))]]), ("vikter", "fragor"))
    assert np.isnan(parts["fragor"][0])
    assert np.isnan(parts["vikter"][0])
