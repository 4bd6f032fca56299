"""How much is left, as a record notes it for those who do not open it."""

import tomllib

from support.records import small_assessment

from hallbarhet.assessment.counts import Counts, counts_in, with_counts
from hallbarhet.assessment.model import ConflictHandling, Judged, Unknown
from hallbarhet.assessment.records import render
from hallbarhet.assessment.seal import seal, verify


def counted(assessment):
    return counts_in(tomllib.loads(render(assessment)))


def test_what_is_left_is_noted_and_found_again():
    noted = with_counts(small_assessment(), unanswered=7, open_conflicts=2)
    assert counted(noted) == Counts(unanswered=7, unknown=0, open_conflicts=2)


def test_without_a_new_number_for_the_conflicts_the_last_one_stands():
    noted = with_counts(with_counts(small_assessment(), unanswered=7, open_conflicts=2), unanswered=6)
    assert counted(noted) == Counts(unanswered=6, unknown=0, open_conflicts=2)


def test_noting_it_leaves_the_seal_whole():
    assert verify(with_counts(seal(small_assessment()), unanswered=0, open_conflicts=0)).is_whole


def test_a_record_that_notes_nothing_is_counted_as_far_as_it_tells():
    conflicts = (
        ConflictHandling(id="a", severity=2),
        ConflictHandling(id="b", severity=1),
        ConflictHandling(id="c", severity=4, status="hanterad"),
    )
    answers = (Unknown(item="a"), Unknown(item="b", inactive=True), Judged(item="c", grade=1))
    assessment = small_assessment().model_copy(update={"conflicts": conflicts, "answers": answers})
    assert counted(assessment) == Counts(unanswered=None, unknown=1, open_conflicts=1)
