import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallbarhet.scoring.agreement import (
    agreement,
    agreement_table,
    agreement_weights,
    alpha,
    gwet_ac,
    kappa,
    opposite_share,
    severity_bias,
)

FIXTURE = json.loads((Path(__file__).parent / "data" / "agreement.json").read_text(encoding="utf-8"))
FIVE = np.array([-2.0, -1, 0, 1, 2])
FIRST = np.array([2.0, 1, 0, 1, -1, 0, 2, 1, 1, -2, 0, 1])
SECOND = np.array([2.0, 1, 0, 0, -1, 0, 1, 1, 2, -1, 0, -1])
TABLE = agreement_table(FIRST, SECOND, FIVE)
CLOSE = {"rel": 0, "abs": 1e-9}
grades = st.lists(st.sampled_from([*FIVE, np.nan]), min_size=1, max_size=12)


def filled(data):
    return np.array([[np.nan if value is None else value for value in row] for row in data], float)


def test_two_readers_become_a_table_of_the_declared_scale():
    expected = [[0, 1, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 3, 0, 0], [0, 1, 1, 2, 1], [0, 0, 0, 1, 1]]
    assert TABLE.tolist() == expected


@pytest.mark.parametrize("weighting", ["identity", "linear", "quadratic"])
def test_the_worked_example_of_two_readers_is_met(weighting):
    weights, expected = agreement_weights(5, weighting), FIXTURE["W15"][weighting]
    by_kappa, by_ac = kappa(TABLE, weights), gwet_ac(TABLE, weights)
    assert by_kappa.observed == pytest.approx(expected["pa"], **CLOSE)
    assert by_kappa.expected == pytest.approx(expected["pe"], **CLOSE)
    assert by_kappa.value == pytest.approx(expected["kappa"], **CLOSE)
    assert by_ac.observed == pytest.approx(expected["pa"], **CLOSE)
    assert by_ac.value == pytest.approx(expected["ac"], **CLOSE)


@pytest.mark.parametrize("metric", ["nominal", "ordinal", "interval"])
def test_the_worked_example_of_alpha_is_met(metric):
    expected = FIXTURE["W15"]["alpha"][metric]
    assert alpha(np.stack([FIRST, SECOND]), FIVE, metric) == pytest.approx(expected, **CLOSE)


@pytest.mark.parametrize("case", FIXTURE["P3"])
@pytest.mark.parametrize("place, metric", [(0, "nominal"), (1, "ordinal"), (2, "interval")])
def test_published_alphas_are_met(case, place, metric):
    value = alpha(filled(case["data"]), np.arange(1.0, 6), metric)
    assert value == pytest.approx(case["alpha"][place], **CLOSE)
    assert round(value, 3) == case["published"][place]


@pytest.mark.parametrize("case", FIXTURE["P4"])
def test_published_kappas_and_acs_are_met(case):
    table, published = np.array(case["table"]), case["published"]
    weights = agreement_weights(len(table), case["weights"])
    by_kappa, by_ac = kappa(table, weights), gwet_ac(table, weights)
    assert by_kappa.observed == pytest.approx(case["pa"], **CLOSE)
    assert by_kappa.expected == pytest.approx(case["pe"], **CLOSE)
    assert by_kappa.value == pytest.approx(case["kappa"], **CLOSE)
    assert by_ac.value == pytest.approx(case["ac"], **CLOSE)
    assert round(by_kappa.value, 3) == published["kappa"]
    assert round(by_ac.value, 3) == published["ac"]


def test_weights_count_grades_that_nobody_used():
    on_all_five = agreement_weights(5, "linear")
    assert on_all_five[1, 2] == 0.75
    assert agreement_weights(3, "linear")[0, 1] == 0.5
    assert agreement_weights(3, "quadratic")[0, 1] == 0.75


def test_one_category_leaves_nothing_to_agree_on():
    with pytest.raises(ValueError, match="two"):
        agreement_weights(1, "linear")


def test_a_grade_outside_the_scale_is_refused():
    with pytest.raises(ValueError, match="scale"):
        agreement_table(np.array([3.0]), np.array([1.0]), FIVE)


def test_a_question_that_one_reader_left_out_is_not_counted():
    table = agreement_table(np.array([1.0, np.nan, 2]), np.array([1.0, 1, np.nan]), FIVE)
    assert table.sum() == 1
    assert table[3, 3] == 1


def test_kappa_is_undefined_where_chance_gives_full_agreement():
    table = np.diag([0, 4, 0])
    identity = agreement_weights(3, "identity")
    assert kappa(table, identity).value is None
    assert gwet_ac(table, identity).value == 1


def test_nothing_in_common_gives_no_numbers():
    empty = np.zeros((3, 3), int)
    identity = agreement_weights(3, "identity")
    assert kappa(empty, identity) is None
    assert gwet_ac(empty, identity) is None
    alone = np.array([np.nan, 1.0])
    other = np.array([1.0, np.nan])
    assert opposite_share(alone, other) is None
    told = agreement(alone, other, FIVE)
    assert (told.questions, told.raw, told.kappa, told.ac, told.alpha, told.mean_difference) == (0, *[None] * 5)


def test_alpha_is_undefined_where_all_grades_are_the_same():
    assert alpha(np.ones((2, 4)), FIVE, "nominal") is None


def test_opposite_signs_are_counted_and_neutral_is_no_sign():
    assert opposite_share(FIRST / 2, SECOND / 2) == pytest.approx(1 / 12)
    assert opposite_share(np.array([0.0, 1, np.nan]), np.array([-1.0, -1, -1])) == 0.5


def test_the_stricter_reader_has_a_negative_bias():
    bias = severity_bias(np.stack([FIRST, SECOND]))
    assert bias == pytest.approx([2 / 12, -2 / 12])


def test_bias_is_measured_against_the_others_on_shared_questions_only():
    ratings = np.array([[1.0, 2, np.nan], [1.0, np.nan, 2], [-2.0, np.nan, np.nan], [np.nan] * 3])
    bias = severity_bias(ratings)
    assert bias[:3] == pytest.approx([1.5, 1.5, -3])
    assert np.isnan(bias[3])


def test_the_summary_tells_the_quadratic_and_ordinal_coefficients():
    told = agreement(FIRST, SECOND, FIVE)
    assert told.questions == 12
    assert told.raw == pytest.approx(FIXTURE["W15"]["identity"]["pa"])
    assert told.kappa == pytest.approx(FIXTURE["W15"]["quadratic"]["kappa"])
    assert told.ac == pytest.approx(FIXTURE["W15"]["quadratic"]["ac"])
    assert told.alpha == pytest.approx(FIXTURE["W15"]["alpha"]["ordinal"])
    assert told.mean_difference == pytest.approx(-2 / 12)


@given(st.data())
def test_agreement_does_not_depend_on_who_is_called_first(data):
    first = np.array(data.draw(grades), float)
    second = np.array(data.draw(st.lists(st.sampled_from([*FIVE, np.nan]), min_size=len(first), max_size=len(first))))
    one, other = agreement(first, second, FIVE), agreement(second, first, FIVE)
    assert (one.questions, one.raw) == (other.questions, other.raw)
    for name in ("kappa", "ac", "alpha"):
        assert getattr(one, name) == pytest.approx(getattr(other, name), abs=1e-12)
        assert getattr(one, name) is None or getattr(one, name) <= 1 + 1e-12
