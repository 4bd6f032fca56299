import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallbarhet.scoring.groups import Groups, chunks, slots, summed

NOBODY = 40
EVEN = [[0, 1, 2], [3, 4], [5, 6, 7]]
SKEWED = [[9], list(range(30)), [3], [], [7, 8]]

memberships = st.lists(st.lists(st.integers(0, NOBODY - 1), max_size=12), max_size=8)


def rows(n, seed=1):
    """Three rows for every member and for nobody, who adds nothing, shape [members, n, rows]."""
    values = np.random.default_rng(seed).normal(size=(NOBODY + 1, n, 3))
    values[NOBODY] = 0
    return values


def test_even_groups_are_filled_up_and_skewed_ones_are_not():
    assert len(Groups.of(EVEN, NOBODY).members) == 12
    assert len(Groups.of(SKEWED, NOBODY).members) == sum(map(len, SKEWED))


@given(memberships, st.integers(0, 1000))
def test_every_group_has_the_sum_of_its_own_members(groups, seed):
    laid_out, values = Groups.of(groups, NOBODY), rows(4, seed)
    found = laid_out.summed(values.take(laid_out.members, axis=0))
    assert found == pytest.approx(np.array([values[members].sum(axis=0) for members in [*groups, []]]))


@given(memberships, st.integers(0, 1000))
def test_every_group_has_the_largest_of_its_own_members(groups, seed):
    laid_out, values = Groups.of(groups, NOBODY), rows(4, seed)
    values[NOBODY] = -99
    found = laid_out.largest(values.take(laid_out.members, axis=0), -99)
    assert found.tolist() == [values[members].max(axis=0, initial=-99).tolist() for members in [*groups, []]]


@given(memberships, st.integers(1, 300))
def test_a_sum_has_the_same_last_bit_alone_and_among_many(groups, n):
    laid_out, values = Groups.of(groups, NOBODY), rows(n)
    together = laid_out.summed(values.take(laid_out.members, axis=0))
    alone = laid_out.summed(values[:, -1:].take(laid_out.members, axis=0))
    assert together[:, -1:].tobytes() == alone.tobytes()


@pytest.mark.parametrize("count", [1, 2, 8, 9, 40])
def test_a_sum_of_many_places_has_the_same_last_bit_alone_and_among_many(count):
    values = np.random.default_rng(2).normal(size=(5, count, 500))
    assert summed(values)[:, 7:8].tobytes() == summed(values[:, :, 7:8]).tobytes()


def test_slots_stand_place_by_place():
    assert slots([[1, 2], [3]], 9).tolist() == [[1, 3], [2, 9]]
    assert slots([], 9).shape == (1, 0)


def test_chunks_cover_everything_once():
    assert np.concatenate([np.arange(300)[chunk] for chunk in chunks(300)]).tolist() == list(range(300))
    assert list(chunks(0)) == []
