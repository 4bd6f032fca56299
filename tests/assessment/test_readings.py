"""A second reader, what two readers agree on, and a follow-up."""

import pytest
from support.small import CLOCK, open_session, small_checklist

from hallbarhet.assessment.model import Assessment, Judged
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.readings import agreed_reading, follow_up, second_reading
from hallbarhet.assessment.side_by_side import side_by_side
from hallbarhet.errors import NotAllowedError

MADE = {"officer": "Bo Berg", "now": CLOCK}


def finished(assessment: Assessment) -> Assessment:
    return assessment.model_copy(update={"header": assessment.header.model_copy(update={"status": "klar"})})


@pytest.fixture
def judged():
    """The questions of the small checklist that take a grade, with the scale of the first."""
    checklist = small_checklist()
    return [item for item in checklist.items if item.kind == "bedomning" and item.shown_if is None]


@pytest.fixture
def first(judged):
    session = open_session()
    session.judge(judged[0].id, 1)
    session.explain(judged[0].id, "Ansökan s. 7")
    session.judge(judged[1].id, 1)
    return finished(session.assessment)


@pytest.fixture
def second(first, judged):
    started = second_reading(first, id="b", **MADE)
    answers = (
        first.answers[0].model_copy(update={"rationale": "Bilaga 2"}),
        first.answers[1].model_copy(update={"grade": -1, "label": ""}),
    )
    return finished(started.model_copy(update={"answers": answers}))


def test_a_second_reader_begins_with_the_case_and_none_of_the_first_readers_answers(first):
    started = second_reading(first, id="b", **MADE)
    assert (started.header.role, started.header.parties, started.header.status) == (
        "andra", (first.header.id,), "utkast",
    )  # fmt: skip
    assert (started.case, started.checklist) == (first.case, first.checklist)
    assert (started.answers, started.gates, started.conflicts, started.result) == ((), (), (), {})
    assert started.judgement.text == ""


def test_only_the_first_reading_can_be_read_a_second_time(second):
    with pytest.raises(NotAllowedError, match="första läsaren"):
        second_reading(second, id="c", **MADE)


def test_what_both_say_stands_with_both_reasons_and_the_rest_is_open(first, second):
    agreed = agreed_reading(first, second, id="c", **MADE)
    assert agreed.header.role == "gemensam"
    assert agreed.header.parties == (first.header.id, "b")
    (shared,) = agreed.answers
    assert shared.item == first.answers[0].item
    assert shared.rationale == "Ansökan s. 7\n\nBilaga 2"


def test_facets_that_the_readers_split_differently_are_left_to_settle(first, second):
    splits = {"kon": {"kvinnor": 1.0, "man": 1.0}, "plats": {"tatort": 1.0}}
    others = {"kon": {"kvinnor": -1.0, "man": 1.0}, "plats": {"tatort": 1.0}}
    one, other = (
        who.model_copy(update={"answers": (who.answers[0].model_copy(update={"facets": facets}),)})
        for who, facets in ((first, splits), (second, others))
    )
    (shared,) = agreed_reading(one, other, id="c", **MADE).answers
    assert isinstance(shared, Judged)
    assert shared.facets == {"plats": {"tatort": 1.0}}


@pytest.mark.parametrize("draft", [0, 1])
def test_nobody_can_agree_before_both_have_finished(first, second, draft):
    readings = [first, second]
    header = readings[draft].header.model_copy(update={"status": "utkast"})
    readings[draft] = readings[draft].model_copy(update={"header": header})
    with pytest.raises(NotAllowedError, match="Båda läsarna måste vara klara"):
        agreed_reading(*readings, id="c", **MADE)


def test_readings_with_different_checklists_cannot_be_agreed_on(first, second):
    other = second.checklist.model_copy(update={"fingerprint": "sha256-1:annan"})
    with pytest.raises(NotAllowedError, match="olika checklistor"):
        agreed_reading(first, second.model_copy(update={"checklist": other}), id="c", **MADE)


def test_a_follow_up_asks_the_same_questions_of_a_finished_case(first):
    later = follow_up(first, "slutrapport", id="d", **MADE)
    assert (later.header.stage, later.header.previous, later.header.role) == (
        "slutrapport", first.header.id, "forsta",
    )  # fmt: skip
    assert later.checklist == first.checklist
    assert later.answers == ()


def test_a_draft_cannot_be_followed_up():
    checklist = small_checklist()
    draft = new_assessment(checklist, open_session().assessment.case, id="a", **MADE)
    with pytest.raises(NotAllowedError, match="inte klar"):
        follow_up(draft, "uppfoljning", id="d", **MADE)


def test_answers_stand_side_by_side_with_how_they_relate(first, second):
    same, opposite = side_by_side(small_checklist(), first, second)
    assert (same.relation, same.steps) == ("lika", 0)
    assert (opposite.relation, opposite.steps) == ("motsatt", -2)


def test_a_question_that_only_one_has_answered_is_neither_alike_nor_different(first, second):
    alone = second.model_copy(update={"answers": second.answers[:1]})
    assert [pair.relation for pair in side_by_side(small_checklist(), first, alone)] == ["lika", "en_saknas"]


def test_an_answer_to_a_question_that_is_not_asked_now_is_not_compared(first, second):
    kept = second.answers[1].model_copy(update={"inactive": True})
    held = second.model_copy(update={"answers": (second.answers[0], kept)})
    assert side_by_side(small_checklist(), first, held)[1].second is None


def test_on_a_scale_of_risk_a_lower_grade_is_kinder(first, second):
    checklist = small_checklist()
    turned = checklist.model_copy(
        update={"scales": tuple(scale.model_copy(update={"polarity": -1}) for scale in checklist.scales)}
    )
    assert side_by_side(turned, first, second)[1].steps == 2
