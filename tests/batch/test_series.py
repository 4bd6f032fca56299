"""The three series on any two versions: what sums, what stays, and what the core leaves out."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from support.random_pairs import answers_to, pairs

from hallbarhet.assessment.arrays import to_answers
from hallbarhet.assessment.moment import reference
from hallbarhet.assessment.result import score
from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.carry import carried
from hallbarhet.batch.claims import claimed
from hallbarhet.batch.pairing import pair_of
from hallbarhet.batch.pairs import Side
from hallbarhet.batch.series import counted, series
from hallbarhet.batch.series import given as given_to
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.flips import FLIPS, flip
from hallbarhet.scoring.outcome import LevelRange
from hallbarhet.scoring.states import STATES

drawn_records = pairs().flatmap(
    lambda pair: st.tuples(st.just(pair), st.lists(answers_to(pair[0]), min_size=1, max_size=4))
)
ways = st.builds(
    Alternative,
    weights=st.sampled_from([(), (("d0", 3.0),), (("d0", 0.0),)]),
    thresholds=st.sampled_from([(), ((4, 20.0),)]),
)


def recounted(old, new, records, alternative=Alternative()):  # noqa: B008  (a value that nobody can change)
    pair = pair_of(old, reference(old), new, (alternative,))
    (side,) = pair.sides
    assert isinstance(side, Side)
    answers, _ = to_answers(pair.old, records)
    before = given_to(pair.old, answers)
    original = series(pair.old, before)
    if pair.carry is None:
        return (
            original,
            counted(pair, side, original, before, before, np.ones((1, pair.new.questions.count), bool)),
            pair,
        )
    found = carried(pair.carry, pair.new, answers, Answers.empty(pair.new, len(records)))
    after = given_to(pair.new, found.answers)
    return original, counted(pair, side, original, before, after, pair.carry.is_core[None]), pair


@given(drawn_records, ways)
def test_the_parts_sum_to_the_change(drawn, alternative):
    (old, new), records = drawn
    original, found, _ = recounted(old, new, records, alternative)
    whole = found.full.index[:, 1] - original.index[:, 1]
    np.testing.assert_array_equal(found.change, whole)
    known = ~np.isnan(found.parts["vikter"])
    total = found.parts["vikter"] + found.parts["fragor"] + found.parts["trosklar"]
    np.testing.assert_allclose(total[known], whole[known], atol=1e-9)
    assert not (known & np.isnan(whole)).any()
    levels = found.full.level[:, 1] - original.level[:, 1].astype(float)
    moved = sum(found.level_parts.values())
    np.testing.assert_allclose(moved[~np.isnan(moved)], levels[~np.isnan(moved)], atol=1e-9)


@given(drawn_records)
def test_the_same_checklist_gives_the_original_three_times(drawn):
    (old, _), records = drawn
    original, found, _ = recounted(old, old, records)
    for one in (found.core, found.full):
        np.testing.assert_array_equal(one.index, original.index)
        np.testing.assert_array_equal(one.level, original.level)
        np.testing.assert_array_equal(one.state, original.state)
    assert not found.flips.any()


@given(drawn_records)
def test_the_original_is_what_scoring_says(drawn):
    (old, new), records = drawn
    original, _, _ = recounted(old, new, records)
    for row, record in enumerate(records):
        outcome = score(old, record, robustness=False)
        told = [np.nan if value is None else value for value in (outcome.index.low, outcome.index.high)]
        np.testing.assert_array_equal(original.index[row, [0, 2]], told)
        assert STATES[original.state[row]] == outcome.state


@given(drawn_records)
def test_what_is_new_never_moves_the_core(drawn):
    """The core of a version is the full series of the same version without what the old one lacks."""
    (old, new), records = drawn
    _, found, pair = recounted(old, new, records)
    shared = np.flatnonzero(pair.carry.is_core).tolist()
    kept = [item for place, item in enumerate(new.items) if place in shared]
    if not kept:
        assert np.isnan(found.core.index).all()
        return
    (section,) = new.sections
    rows = [
        row for row in new.mappings if row.target is None or row.target in {item.id for item in kept}
    ]  # what leads to a question that is gone leads nowhere
    less = new.model_copy(
        update={"sections": (section.model_copy(update={"items": tuple(kept)}),), "mappings": tuple(rows)}
    )
    _, alone, _ = recounted(old, less, records)
    np.testing.assert_allclose(found.core.index, alone.full.index, atol=1e-9, equal_nan=True)


@given(drawn_records)
def test_flips_are_told_as_for_one_record(drawn):
    (old, new), records = drawn
    original, found, _ = recounted(old, new, records)
    for row in range(len(records)):
        before, after = (
            LevelRange(*(level or None for level in one.level[row].tolist())) for one in (original, found.full)
        )
        assert FLIPS[found.flips[row]] == flip(before, after)


def test_a_claim_that_makes_no_sense_is_no_claim():
    nothing = (None, None, None)
    claims = claimed(
        [((10**400, 2, -101), (9000, 2.5, 0), "nonsens"), (nothing, nothing, ""), ((-100, 0, 100), (1, 2, 3), "stopp")]
    )
    assert np.isnan(claims.index[0, [0, 2]]).all()
    assert claims.index[0, 1] == 2
    assert claims.level.tolist() == [[0, 0, 0], [0, 0, 0], [1, 2, 3]]
    assert claims.state.tolist() == [-1, -1, STATES.index("stopp")]
