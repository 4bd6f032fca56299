"""Answers in a session: what is kept of them, what is refused, and how they are undone."""

import pytest
from support.small import open_session

from hallbarhet.assessment.model import (
    FreeText,
    Judged,
    Judgement,
    Noted,
)
from hallbarhet.assessment.walk import Step
from hallbarhet.errors import NotAllowedError


def test_an_answer_keeps_the_question_and_the_anchor_as_asked():
    session = open_session()
    session.judge("jobb", 1)
    answer = session.answer_to("jobb")
    assert isinstance(answer, Judged)
    assert (answer.question, answer.label) == ("Hur påverkas jobben?", "Bidrar")


def test_a_grade_by_value_is_the_grade_of_the_scale():
    session = open_session()
    session.judge("jobb", 1.0)
    assert session.answer_to("jobb").grade == 1
    assert isinstance(session.answer_to("jobb").grade, int)


def test_words_survive_every_change_of_answer():
    session = open_session()
    session.explain("jobb", "Skrivet före svaret.")
    assert isinstance(session.answer_to("jobb"), Noted)
    session.judge("jobb", 2)
    session.unknown("jobb", "Kommunen")
    session.not_relevant("jobb")
    session.clear("jobb")
    assert session.answer_to("jobb").rationale == "Skrivet före svaret."


def test_words_alone_are_not_an_answer():
    session = open_session()
    session.explain("utslapp", "Oklart.")
    assert Step("fraga", "utslapp") in {gap.step for gap in session.missing}


def test_clearing_an_answer_without_words_leaves_no_entry():
    session = open_session()
    session.judge("jobb", 1)
    session.clear("jobb")
    assert session.assessment.answers == ()


def test_answers_stand_in_checklist_order_whatever_order_they_came_in():
    session = open_session()
    session.judge("utslapp", 0)
    session.judge("jobb", 0)
    assert [answer.item for answer in session.assessment.answers] == ["jobb", "utslapp"]


def test_a_grade_outside_the_scale_is_refused_and_changes_nothing():
    session = open_session()
    with pytest.raises(NotAllowedError, match="skala"):
        session.judge("jobb", 7)
    assert session.assessment.answers == ()


def test_a_question_that_may_not_be_waived_is_not_waived():
    session = open_session()
    with pytest.raises(NotAllowedError, match="ej relevant"):
        session.not_relevant("utslapp")


def test_a_number_outside_its_bounds_is_refused_with_the_bounds():
    session = open_session()
    session.judge("jobb", 1)
    with pytest.raises(NotAllowedError, match="mellan 0 och 500 årsarbeten"):
        session.measure("jobb-hur", 501)


def test_one_alternative_where_one_is_asked_for():
    session = open_session()
    session.choose("drivmedel", ("el",))
    assert session.answer_to("drivmedel").labels == ("El",)
    with pytest.raises(NotAllowedError, match="alternativen"):
        session.choose("drivmedel", ("el", "diesel"))


def test_text_is_normalised_when_it_enters():
    session = open_session()
    session.write("syfte", "a\u030a\r\nb")
    answer = session.answer_to("syfte")
    assert isinstance(answer, FreeText)
    assert answer.content == "å\nb"


def test_facets_follow_the_answer_and_are_kept_in_the_order_of_the_checklist():
    session = open_session()
    session.judge("jobb", 1)
    session.split("jobb", "kon", {"man": 2, "kvinnor": -1})
    session.judge("jobb", 0)
    assert list(session.answer_to("jobb").facets["kon"]) == ["kvinnor", "man"]


def test_facets_need_an_answer_first():
    with pytest.raises(NotAllowedError, match="Välj först"):
        open_session().split("jobb", "kon", {"man": 1})


def test_undo_takes_back_one_answer_and_says_where_it_was():
    session = open_session()
    session.judge("jobb", 1)
    session.judge("utslapp", -1)
    assert session.undo() == Step("fraga", "utslapp")
    assert session.answer_to("utslapp") is None
    assert session.answer_to("jobb") is not None


def test_redo_brings_back_what_was_undone():
    session = open_session()
    session.judge("jobb", 1)
    session.undo()
    assert session.redo() == Step("fraga", "jobb")
    assert session.answer_to("jobb").grade == 1


def test_a_run_of_typing_is_one_step_to_undo():
    session = open_session()
    session.judge("jobb", 1)
    for text in ("T", "Tv", "Två"):
        session.explain("jobb", text)
    session.undo()
    assert session.answer_to("jobb").rationale == ""
    assert session.answer_to("jobb").grade == 1


def test_a_run_of_writing_in_one_field_is_one_step_and_what_is_chosen_is_another():
    session = open_session()
    session.conclude(Judgement(recommendation="vidare"))
    for words in ("B", "Bra", "Bra insats."):
        session.conclude(session.assessment.judgement.model_copy(update={"text": words}))
    session.conclude(session.assessment.judgement.model_copy(update={"recommendation": "tank_om"}))
    session.conclude(session.assessment.judgement.model_copy(update={"recommendation": "avsluta"}))
    session.undo()
    assert session.assessment.judgement.recommendation == "tank_om"
    session.undo()
    assert (session.assessment.judgement.recommendation, session.assessment.judgement.text) == ("vidare", "Bra insats.")
    session.undo()
    assert session.assessment.judgement.text == ""


def test_writing_who_can_answer_is_one_step_and_vet_inte_another():
    session = open_session()
    session.unknown("jobb")
    for words in ("L", "Läns", "Länsstyrelsen"):
        session.unknown("jobb", words)
    session.undo()
    assert session.answer_to("jobb").who_can_answer == ""
    session.undo()
    assert session.answer_to("jobb") is None


def test_nothing_to_undo_is_no_fault():
    assert open_session().undo() is None


def test_a_change_that_changes_nothing_is_not_a_step():
    session = open_session()
    session.judge("jobb", 1)
    session.judge("jobb", 1)
    session.undo()
    assert not session.can_undo
