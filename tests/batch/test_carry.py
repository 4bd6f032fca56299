"""Answers carried as arrays: the same as one by one, and what every koppling makes of every saved answer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.random_pairs import NOW, answers_to, checklist, pairs

from hallbarhet.assessment.arrays import to_answers
from hallbarhet.assessment.model import Assessment, Header, Judged, NotRelevant, Unknown
from hallbarhet.assessment.moment import reference
from hallbarhet.assessment.plans import plan_of
from hallbarhet.batch.carry import CAUSES, carried
from hallbarhet.batch.carrying import compile_carry
from hallbarhet.batch.unusual import carried_one_by_one
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import NEW, NOT_RELEVANT, UNANSWERED, UNKNOWN, UNMAPPABLE

ARRAYS = ("codes", "numbers", "choices", "facets", "depth", "decisions", "gate_written")


def by_tables(old, new, records):
    """The new plan, the answers and the causes, all records at once."""
    before, plan = plan_of(old), plan_of(new)
    carry = compile_carry(old, new, before, plan)
    plan = plan.between(carry.between)
    answers, misfits = to_answers(before, records)
    assert not any(misfits)
    found = carried(carry, plan, answers, Answers.empty(plan, len(records)))
    return plan, carry, found


def assert_same(found, expected):
    for name in ARRAYS:
        np.testing.assert_array_equal(getattr(found, name), getattr(expected, name), err_msg=name)


@given(pairs().flatmap(lambda pair: st.tuples(st.just(pair), st.lists(answers_to(pair[0]), min_size=1, max_size=4))))
def test_the_tables_say_what_adapt_says(drawn):
    (old, new), records = drawn
    plan, carry, found = by_tables(old, new, records)
    assert carry.is_wieldy
    expected = carried_one_by_one(records, old, new, plan, widen=False)
    assert_same(found.answers, expected.answers)
    np.testing.assert_array_equal(found.causes, expected.causes)
    answered = [{answer.item for answer in record.answers} for record in records]
    gone = {old.items[place].id for place in carry.gone.tolist()}
    assert [set(lost) for lost in expected.gone] == [one & gone for one in answered]


@given(pairs().flatmap(lambda pair: st.tuples(st.just(pair), answers_to(pair[0]))))
def test_what_an_answer_becomes_one_by_one_is_in_the_core_only_where_the_versions_share_the_question(drawn):
    (old, new), record = drawn
    plan, carry, _ = by_tables(old, new, [record])
    expected = carried_one_by_one([record], old, new, plan, widen=False)
    known = plan.questions.is_known[np.arange(plan.questions.count), expected.answers.codes[0]]
    assert not (known & ~carry.is_core).any()
    assert not (carry.is_core & carry.is_new).any()


# What each koppling makes of each saved answer

JUDGED = {"text": "?", "slag": "bedomning", "tema": "t0", "ej_relevant": True}
FIVE, THREE = {**JUDGED, "skala": "fem"}, {**JUDGED, "skala": "tre"}
TABLE = [{"fran": -2, "till": -1}, {"fran": 2, "till": 1}, {"fran": 1, "till": 9}]

KINDS = {
    "samma skala utan rad": ([{**FIVE, "id": "a"}], [], "a"),
    "annan skala utan rad": ([{**THREE, "id": "a"}], [], "a"),
    "samma": ([{**FIVE, "id": "n"}], [{"slag": "samma", "fran": "a", "till": "n"}], "n"),
    "samma fast annan skala": ([{**THREE, "id": "n"}], [{"slag": "samma", "fran": "a", "till": "n"}], "n"),
    "omformulerad": ([{**FIVE, "id": "n"}], [{"slag": "omformulerad", "fran": "a", "till": "n"}], "n"),
    "omskalad": ([{**THREE, "id": "n"}], [{"slag": "omskalad", "fran": "a", "till": "n", "grader": TABLE}], "n"),
    "delad kopia": ([{**FIVE, "id": "n"}], [{"slag": "delad", "fran": "a", "till": "n", "regel": "kopia"}], "n"),
    "delad vet inte": ([{**FIVE, "id": "n"}], [{"slag": "delad", "fran": "a", "till": "n"}], "n"),
    "sammanslagen min": ([{**FIVE, "id": "n"}], [{"slag": "sammanslagen", "fran": ["a", "b"], "till": "n"}], "n"),
    "sammanslagen medel": (
        [{**FIVE, "id": "n"}],
        [{"slag": "sammanslagen", "fran": ["a", "b"], "till": "n", "regel": "medel"}],
        "n",
    ),
    "sammanslagen vet inte": (
        [{**FIVE, "id": "n"}],
        [{"slag": "sammanslagen", "fran": ["a", "b"], "till": "n", "regel": "vet_inte"}],
        "n",
    ),
    "ny": ([{**FIVE, "id": "n"}], [{"slag": "ny", "till": "n"}], "n"),
    "ny med gammalt namn": ([{**FIVE, "id": "a"}], [{"slag": "ny", "till": "a"}], "a"),
    "får inte lämnas": ([{**FIVE, "id": "a", "ej_relevant": False}], [], "a"),
    "annat slag": ([{"id": "a", "text": "?", "slag": "text"}], [], "a"),
}
"""New questions, rows and the question looked at; the old ones are `a` and `b` on the five-grade scale, b = 1."""

ANSWERS = {"-2": -2, "1": 1, "2": 2, "vet_inte": UNKNOWN, "ej_relevant": NOT_RELEVANT, "inget svar": UNANSWERED}

NO_ANSWER = (UNANSWERED, None)
UNSURE, WAIVED = (UNKNOWN, None), (NOT_RELEVANT, None)
NOT_MAPPED, OUTSIDE, IS_NEW = (UNMAPPABLE, "ej_mappbar"), (UNMAPPABLE, "utanfor_skalan"), (NEW, "ny_fraga")

OUTCOMES = {
    "samma skala utan rad": (-2, 1, 2, UNSURE, WAIVED, NO_ANSWER),
    "annan skala utan rad": (NOT_MAPPED, NOT_MAPPED, NOT_MAPPED, UNSURE, WAIVED, NO_ANSWER),
    "samma": (-2, 1, 2, UNSURE, WAIVED, NO_ANSWER),
    "samma fast annan skala": (NOT_MAPPED, NOT_MAPPED, NOT_MAPPED, UNSURE, WAIVED, NO_ANSWER),
    "omformulerad": (-2, 1, 2, UNSURE, WAIVED, NO_ANSWER),
    "omskalad": (-1, OUTSIDE, 1, UNSURE, WAIVED, NO_ANSWER),
    "delad kopia": (-2, 1, 2, UNSURE, NOT_MAPPED, NO_ANSWER),
    "delad vet inte": (NOT_MAPPED, NOT_MAPPED, NOT_MAPPED, UNSURE, NOT_MAPPED, NO_ANSWER),
    "sammanslagen min": (-2, 1, 1, UNSURE, 1, NO_ANSWER),
    "sammanslagen medel": (-0.5, 1, 1.5, UNSURE, 1, NO_ANSWER),
    "sammanslagen vet inte": (NOT_MAPPED,) * 6,
    "ny": (IS_NEW,) * 6,
    "ny med gammalt namn": (IS_NEW,) * 6,
    "får inte lämnas": (-2, 1, 2, UNSURE, OUTSIDE, NO_ANSWER),
    "annat slag": (NOT_MAPPED, NOT_MAPPED, NOT_MAPPED, UNSURE, WAIVED, NO_ANSWER),
}


def saved(code):
    if code == UNANSWERED:
        return ()
    made = {UNKNOWN: Unknown(item="a"), NOT_RELEVANT: NotRelevant(item="a", rationale="Gäller inte.")}
    return (made[code] if code in made else Judged(item="a", grade=code, label="x"),)


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_saved_answer_becomes(kind, answer):
    questions, rows, looked_at = KINDS[kind]
    old = checklist("1.0.0", [{**FIVE, "id": "a"}, {**FIVE, "id": "b"}], [])
    new = checklist("2.0.0", questions, [{"fran_version": "1", **row} for row in rows])
    record = answers_to_one(old, saved(ANSWERS[answer]))
    plan, _, found = by_tables(old, new, [record])
    place = plan.questions.index[looked_at]
    expected = OUTCOMES[kind][[*ANSWERS].index(answer)]
    code, cause = int(found.answers.codes[0, place]), CAUSES[found.causes[0, place]]
    if isinstance(expected, tuple):
        assert (code, cause) == expected
    else:
        assert (code, cause) == (plan.questions.code_of[place][expected], None)


def answers_to_one(old, answers):
    return Assessment(
        header=Header(id="a", created_at=NOW),
        checklist=reference(old),
        answers=(*answers, Judged(item="b", grade=1, label="x")),
    )


# What the tables cannot hold


def test_a_merge_of_many_questions_is_left_to_one_by_one():
    names = [f"q{n}" for n in range(6)]
    old = checklist("1.0.0", [{**FIVE, "id": name} for name in names], [])
    rows = [{"fran_version": "1", "slag": "sammanslagen", "fran": names, "till": "n", "regel": "medel"}]
    new = checklist("2.0.0", [{**FIVE, "id": "n"}], rows)
    carry = compile_carry(old, new, plan_of(old), plan_of(new))
    assert not carry.is_wieldy
    assert carry.is_core.tolist() == [True]


def test_two_rows_to_the_same_question_are_left_to_one_by_one():
    old = checklist("1.0.0", [{**FIVE, "id": "a"}, {**FIVE, "id": "b"}], [])
    rows = [{"fran_version": "1", "slag": "samma", "fran": name, "till": "n"} for name in ("a", "b")]
    new = checklist("2.0.0", [{**FIVE, "id": "n"}], rows)
    assert not compile_carry(old, new, plan_of(old), plan_of(new)).is_wieldy
