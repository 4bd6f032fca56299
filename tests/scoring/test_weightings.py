import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallbarhet.scoring.index import IndexRule, aggregated
from hallbarhet.scoring.weightings import factors, share_above, uniforms


def simplex(size):
    """Weightings evenly spread over all there are, shape [20 000, size]."""
    waits = -np.log1p(-uniforms(size, 20_000)).T
    return waits / waits.sum(axis=1, keepdims=True)


DEMO = np.array([[55.55555555555556, 8.333333333333332, 62.5]])
points = st.floats(-100, 100).map(lambda value: round(value, 3))


def test_the_worked_example_is_met_exactly():
    shares = share_above(DEMO, np.array([50.0, 15.0, -15.0]))
    assert shares[0] == pytest.approx([0.32126696832579194, 0.9826244343891403, 1.0], rel=0, abs=1e-12)


def test_two_dimensions_split_the_weights_where_a_ruler_would():
    shares = share_above(np.array([[60.0, -40.0]]), np.array([0.0, 10.0]))
    assert shares[0] == pytest.approx([0.6, 0.5])


def test_a_point_on_the_threshold_reaches_it():
    assert share_above(np.array([[15.0, 15.0]]), np.array([15.0])).item() == 1
    assert share_above(np.array([[15.0, 0.0]]), np.array([15.0])).item() == 0
    assert share_above(np.array([[0.1 + 0.2, 0.3]]), np.array([0.3])).item() == 1


def test_equal_points_need_no_care():
    assert share_above(np.array([[20.0, 20.0, -20.0]]), np.array([0.0])).item() == pytest.approx(0.75)
    assert share_above(np.array([[20.0, -20.0, -20.0]]), np.array([0.0])).item() == pytest.approx(0.25)


def test_a_dimension_that_takes_no_part_changes_nothing():
    with_gap = np.array([[55.55555555555556, np.nan, 8.333333333333332, 62.5]])
    thresholds = np.array([50.0, 15.0])
    assert share_above(with_gap, thresholds) == pytest.approx(share_above(DEMO, thresholds), abs=1e-15)


def test_no_dimension_at_all_gives_no_share():
    assert np.isnan(share_above(np.full((1, 3), np.nan), np.array([0.0]))).all()


def test_every_row_is_reckoned_by_itself():
    rows = np.array([[80.0, -70, 10], [np.nan, 5, -5], [-1, -2, -3], [1, 2, 3]])
    thresholds = np.array([50.0, 0.0, -15.0])
    together = share_above(rows, thresholds)
    alone = np.concatenate([share_above(row[None, :], thresholds) for row in rows])
    assert together.tobytes() == alone.tobytes()


@given(st.lists(points, min_size=1, max_size=9), points)
@settings(max_examples=60)
def test_the_closed_form_agrees_with_simulation(scores, threshold):
    exact = share_above(np.array([scores]), np.array([threshold])).item()
    simulated = np.mean(np.round(simplex(len(scores)) @ np.array(scores) - threshold, 9) >= 0)
    assert exact == pytest.approx(simulated, abs=0.02)


@given(st.lists(points, min_size=2, max_size=6), points, st.floats(0, 50))
def test_a_higher_point_never_lowers_the_share(scores, threshold, rise):
    before = share_above(np.array([scores]), np.array([threshold])).item()
    after = share_above(np.array([[min(scores[0] + rise, 100), *scores[1:]]]), np.array([threshold])).item()
    assert 0 <= before <= after + 1e-9 <= 1 + 2e-9


def test_the_draws_are_the_documented_ones():
    """PCG64 with seed 2030; the upper 53 bits of its first raw outputs."""
    raw = np.random.PCG64(2030).random_raw(6)
    expected = [(int(value) >> 11) / 2**53 for value in raw]
    assert uniforms(2, 3).ravel().tolist() == expected
    assert expected[:2] == [0.39630799299590236, 0.8060794214393718]


def test_factors_stay_within_the_deviation_and_fill_it():
    drawn = factors(10, 2000, 0.25)
    assert drawn.shape == (10, 2000)
    assert drawn.min() >= 0.75
    assert drawn.max() < 1.25
    assert drawn.mean(axis=1) == pytest.approx(np.ones(10), abs=0.02)
    assert drawn.std(axis=1) == pytest.approx(np.full(10, 0.5 / 12**0.5), abs=0.01)


def test_no_deviation_leaves_the_weights_alone():
    assert (factors(3, 10, 0.0) == 1).all()


def test_kept_draws_cannot_be_changed_by_whoever_uses_them():
    with pytest.raises(ValueError, match="read-only"):
        factors(3, 10, 0.25)[0, 0] = 1


@given(st.lists(points, min_size=1, max_size=5), points, st.sampled_from([0.9, 0.5, 0.01, 0.0, -0.01, -1, -4, -40]))
@settings(max_examples=60)
def test_the_closed_form_holds_for_power_means_too(scores, threshold, exponent):
    exact = share_above(np.array([scores]), np.array([threshold]), exponent).item()
    drawn, rule = simplex(len(scores)).T, IndexRule("potens", exponent)
    index = aggregated(rule, np.repeat(np.array([scores]).T, drawn.shape[1], axis=1), drawn, np.ones(drawn.shape, bool))
    assert exact == pytest.approx(np.mean(np.round(index - threshold, 9) >= 0), abs=0.02)


@pytest.mark.parametrize("exponent", [0.0, -2.0])
def test_a_dimension_at_the_bottom_holds_a_geometric_mean_there(exponent):
    shares = share_above(np.array([[-100.0, 90, 90]]), np.array([-99.0, -100]), exponent)
    assert shares.tolist() == [[0, 1]]


def test_an_arithmetic_power_mean_is_the_plain_mean():
    near = share_above(DEMO, np.array([50.0, 15.0]), 1 - 1e-12)
    assert near == pytest.approx(share_above(DEMO, np.array([50.0, 15.0])), abs=1e-9)
