"""What becomes of a saved number, choice or word, by the kind of its old question and by the koppling."""

import pytest
from support.random_pairs import NOW, checklist

from hallbarhet.assessment.arrays import to_answers
from hallbarhet.assessment.model import Assessment, Choice, FreeText, Header, NotRelevant, Quantity, Unknown
from hallbarhet.assessment.moment import reference
from hallbarhet.assessment.plans import plan_of
from hallbarhet.batch.carry import CAUSES, carried
from hallbarhet.batch.carrying import compile_carry
from hallbarhet.batch.unusual import carried_one_by_one
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import NEW, NOT_RELEVANT, UNANSWERED, UNKNOWN, UNMAPPABLE

ASKED = {"text": "?", "ej_relevant": True}
ABC = [{"id": one, "text": one} for one in "abc"]
QUESTIONS = {
    "text": {**ASKED, "slag": "text"},
    "tal": {**ASKED, "slag": "tal"},
    "tal 0-10": {**ASKED, "slag": "tal", "min": 0, "max": 10},
    "val": {**ASKED, "slag": "val", "alternativ": ABC},
    "val flera": {**ASKED, "slag": "val", "alternativ": ABC, "flera": True},
    "val ab": {**ASKED, "slag": "val", "alternativ": ABC[:2]},
    "bedomning": {**ASKED, "slag": "bedomning", "skala": "fem", "tema": "t0"},
}
ANSWERS = {
    "text": FreeText(item="a", content="ord"),
    "tal": Quantity(item="a", value=12.5),
    "val": Choice(item="a", chosen=("c",)),
    "val flera": Choice(item="a", chosen=("a", "b")),
    "vet_inte": Unknown(item="a"),
    "ej_relevant": NotRelevant(item="a", rationale="Gäller inte."),
    "obesvarad": None,
}
ROWS = {
    "ingen rad": (),
    "samma": ({"slag": "samma", "fran": "a", "till": "n"},),
    "omformulerad": ({"slag": "omformulerad", "fran": "a", "till": "n"},),
    "delad kopia": ({"slag": "delad", "fran": "a", "till": "n", "regel": "kopia"},),
    "delad": ({"slag": "delad", "fran": "a", "till": "n"},),
    "ny": ({"slag": "ny", "till": "n"},),
}

AS_IT_IS, SPLIT = ("ingen rad", "samma", "omformulerad"), ("delad kopia", "delad")
THREE = ("text", "tal", "val")
FOUR = (*THREE, "val flera")

STAYS, NOWHERE = (0, None), (UNANSWERED, None)
UNSURE, WAIVED = (UNKNOWN, None), (NOT_RELEVANT, None)
LOST, OUTSIDE, FRESH = (UNMAPPABLE, "ej_mappbar"), (UNMAPPABLE, "utanfor_skalan"), (NEW, "ny_fraga")

TABLE = [
    # koppling, old kind, new kind, answer, outcome
    *((row, kind, kind, kind, STAYS) for row in AS_IT_IS for kind in FOUR),
    *((row, kind, kind, "vet_inte", UNSURE) for row in (*AS_IT_IS, *SPLIT) for kind in FOUR),
    *((row, kind, kind, "ej_relevant", WAIVED) for row in AS_IT_IS for kind in FOUR),
    *((row, kind, kind, "ej_relevant", LOST) for row in SPLIT for kind in THREE),
    *((row, kind, kind, "obesvarad", NOWHERE) for row in ("ingen rad", *SPLIT) for kind in THREE),
    *(("delad kopia", kind, kind, kind, STAYS) for kind in FOUR),
    *(("delad", kind, kind, kind, LOST) for kind in FOUR),
    *(("ny", kind, kind, answer, FRESH) for kind in THREE for answer in (kind, "vet_inte")),
    ("samma", "tal", "tal 0-10", "tal", OUTSIDE),
    ("samma", "val", "val ab", "val", OUTSIDE),
    ("samma", "val", "val flera", "val", STAYS),
    ("samma", "val flera", "val", "val flera", OUTSIDE),
    ("samma", "text", "tal", "text", LOST),
    ("samma", "tal", "text", "tal", LOST),
    ("samma", "val", "bedomning", "val", LOST),
    ("samma", "text", "bedomning", "vet_inte", UNSURE),
    ("samma", "text", "bedomning", "ej_relevant", WAIVED),
]  # fmt: skip


def test_every_kind_of_question_meets_every_kind_of_koppling():
    met = {(row, before) for row, before, *_ in TABLE}
    assert met >= {(row, kind) for row in ROWS for kind in THREE}


@pytest.mark.parametrize("row, before, after, answer, expected", TABLE)
def test_what_an_answer_that_is_no_grade_becomes(row, before, after, answer, expected):
    item = "a" if row == "ingen rad" else "n"
    old = checklist("1.0.0", [{**QUESTIONS[before], "id": "a"}], [])
    new = checklist("2.0.0", [{**QUESTIONS[after], "id": item}], [{"fran_version": "1", **one} for one in ROWS[row]])
    given = ANSWERS[answer]
    record = Assessment(
        header=Header(id="x", created_at=NOW), checklist=reference(old), answers=() if given is None else (given,)
    )
    plan_before, plan = plan_of(old), plan_of(new)
    found = carried(
        compile_carry(old, new, plan_before, plan), plan, to_answers(plan_before, [record])[0], Answers.empty(plan, 1)
    )
    place = plan.questions.index[item]
    assert (int(found.answers.codes[0, place]), CAUSES[found.causes[0, place]]) == expected
    alone = carried_one_by_one([record], old, new, plan, widen=False)
    assert (int(alone.answers.codes[0, place]), CAUSES[alone.causes[0, place]]) == expected


def test_a_dropped_question_leaves_its_answer_without_a_place():
    old = checklist("1.0.0", [{**QUESTIONS["tal"], "id": "a"}, {**QUESTIONS["text"], "id": "b"}], [])
    dropped = [{"fran_version": "1", "slag": "borttagen", "fran": "a"}]
    new = checklist("2.0.0", [{**QUESTIONS["text"], "id": "b"}], dropped)
    carry = compile_carry(old, new, plan_of(old), plan_of(new))
    assert [old.items[place].id for place in carry.gone.tolist()] == ["a"]
