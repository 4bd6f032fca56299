"""Which steps a case is walked by: depth, follow-up questions, gates, and where it opens."""

import pytest
from support.sessions import answered_session
from support.small import open_session, small_case

from hallbarhet.assessment.walk import CASE, CONFLICTS, DONE, JUDGEMENT, Step
from hallbarhet.errors import NotAllowedError


def test_a_follow_up_is_asked_when_its_trigger_holds_and_kept_but_marked_when_it_does_not():
    session = open_session()
    assert session.activity["jobb-hur"] == "vantar"
    session.judge("jobb", 1)
    assert session.activity["jobb-hur"] == "aktiv"
    session.measure("jobb-hur", 2)
    session.judge("jobb", 0)
    assert session.activity["jobb-hur"] == "inaktuell"
    assert session.answer_to("jobb-hur").value == 2
    assert session.answer_to("jobb-hur").inactive
    session.judge("jobb", 2)
    assert not session.answer_to("jobb-hur").inactive


def test_a_small_aid_meets_the_short_checklist_and_a_large_one_the_deepened():
    assert open_session().activity["resor"] == "inaktuell"
    assert open_session(small_case(amount_applied=500_000)).activity["resor"] == "aktiv"


def test_going_deeper_is_free_and_going_shallower_takes_a_reason():
    session = open_session()
    session.set_depth("fordjupad")
    assert session.activity["resor"] == "aktiv"
    large = open_session(small_case(amount_applied=900_000))
    with pytest.raises(NotAllowedError, match="fördjupat"):
        large.set_depth("kort")
    large.set_depth("kort", "Redan bedömt i förstudien.")
    assert large.activity["resor"] == "inaktuell"


def test_the_walk_goes_from_the_case_by_the_gates_to_the_end():
    session = answered_session()
    assert session.steps == (
        CASE,
        Step("fraga", "syfte"),
        Step("fraga", "jobb"),
        Step("fraga", "jobb-hur"),
        Step("hallplats", "stanna"),
        Step("fraga", "utslapp"),
        Step("fraga", "drivmedel"),
        CONFLICTS,
        Step("kontroll"),
        JUDGEMENT,
        DONE,
    )


def test_a_stop_gate_enters_the_walk_when_it_is_triggered():
    session = answered_session()
    session.judge("utslapp", -2)
    assert Step("hallplats", "stopp") in session.steps


def test_a_case_opens_at_the_first_open_question():
    session = open_session()
    assert session.first_open == Step("fraga", "jobb")
    session.judge("jobb", 0)
    assert session.first_open == Step("hallplats", "stanna")


def test_a_case_without_diary_number_opens_at_the_case():
    assert open_session(small_case(diary_number="")).first_open == CASE
