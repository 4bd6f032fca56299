"""What an officer can do in a session, and what the session refuses."""

from datetime import date

import pytest
from support.small import CLOCK, open_session, small_case

from hallbarhet.assessment.model import (
    ConflictHandling,
    FreeText,
    GateDecision,
    Judged,
    Judgement,
    Noted,
    NotRelevant,
    Unknown,
)
from hallbarhet.assessment.walk import CASE, CONFLICTS, DONE, JUDGEMENT, Step
from hallbarhet.errors import NotAllowedError

PASS_GATE = GateDecision(
    id="stanna",
    decision="vidare",
    rationale="I linje med strategin.",
    responsible="Eva Ek",
    decided_on=date(2026, 11, 21),
)


def answered_session():
    session = open_session()
    session.judge("jobb", 1)
    session.explain("jobb", "Två nya tjänster, ansökan s. 3.")
    session.decide(PASS_GATE)
    session.judge("utslapp", 0)
    return session


def finished_session():
    session = answered_session()
    session.conclude(Judgement(text="Bra insats.", recommendation="vidare"))
    return session


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


def test_a_triggered_stop_gate_cannot_be_passed():
    session = answered_session()
    session.judge("utslapp", -2)
    session.explain("utslapp", "Nytt kolkraftverk.")
    session.decide(PASS_GATE.model_copy(update={"id": "stopp"}))
    assert any("stoppar ärendet" in gap.sentence for gap in session.missing)


def test_a_case_ended_at_a_gate_needs_only_that_gate():
    session = open_session(small_case(diary_number=""))
    session.decide(GateDecision(id="stanna", decision="avsluta"))
    assert {gap.field for gap in session.missing} == {"motivering", "ansvarig", "datum"}
    session.decide(PASS_GATE.model_copy(update={"decision": "avsluta"}))
    assert session.missing == ()
    assert session.steps[-1] == DONE
    session.complete()
    assert session.assessment.result["status"] == "avslutad"


def test_a_case_opens_at_the_first_open_question():
    session = open_session()
    assert session.first_open == Step("fraga", "jobb")
    session.judge("jobb", 0)
    assert session.first_open == Step("hallplats", "stanna")


def test_a_case_without_diary_number_opens_at_the_case():
    assert open_session(small_case(diary_number="")).first_open == CASE


def test_an_answer_that_moves_the_score_must_be_explained():
    session = answered_session()
    session.judge("utslapp", -1)
    assert Step("fraga", "utslapp") in {gap.step for gap in session.missing}
    session.explain("utslapp", "Mer trafik, ansökan s. 7.")
    assert Step("fraga", "utslapp") not in {gap.step for gap in session.missing}


def test_a_waiver_must_be_explained_with_more_than_a_word():
    session = answered_session()
    session.not_relevant("jobb")
    session.explain("jobb", "Nej")
    assert any("minst tio tecken" in gap.sentence for gap in session.missing)
    session.explain("jobb", "Insatsen rör inte arbetsmarknaden.")
    assert isinstance(session.answer_to("jobb"), NotRelevant)
    assert not any("minst tio tecken" in gap.sentence for gap in session.missing)


def test_not_knowing_is_an_answer():
    session = answered_session()
    session.unknown("utslapp", "Länsstyrelsen")
    assert isinstance(session.answer_to("utslapp"), Unknown)
    assert Step("fraga", "utslapp") not in {gap.step for gap in session.missing}


def test_a_serious_conflict_must_be_settled_and_gets_its_title_from_the_rule():
    session = answered_session()
    session.judge("jobb", 2)
    session.judge("utslapp", -2)
    assert (CONFLICTS, "jobb-mot-utslapp") in {(gap.step, gap.field) for gap in session.missing}
    session.handle(
        ConflictHandling(
            id="jobb-mot-utslapp",
            status="hanterad",
            rationale="Jobben väger tyngst på kort sikt.",
            action="Fossilfri drift från år två.",
            responsible="Projektledaren",
            follow_up="Andel fossilfri drift",
            follow_up_on=date(2027, 6, 1),
        )
    )
    assert session.assessment.conflict_by_id["jobb-mot-utslapp"].title == "Fler jobb mot högre utsläpp"
    assert session.assessment.conflict_by_id["jobb-mot-utslapp"].severity == 3
    assert "jobb-mot-utslapp" not in {gap.field for gap in session.missing}


def test_an_officer_can_add_and_withdraw_a_conflict_of_their_own():
    session = answered_session()
    session.handle(ConflictHandling(id="egen-1", own=True, title="Ledens dragning mot betet", severity=2))
    assert session.assessment.conflicts[0].own
    session.withdraw("egen-1")
    assert session.assessment.conflicts == ()


def test_nothing_is_completed_with_something_missing():
    session = answered_session()
    with pytest.raises(NotAllowedError, match="kan inte klarmarkeras"):
        session.complete()
    assert session.assessment.header.status == "utkast"


def test_completion_stores_the_result_and_the_seal():
    session = finished_session()
    done = session.complete()
    assert done.header.status == "klar"
    assert done.seal.value.startswith("sha256-1:")
    assert done.events[-1].what == "klarmarkerad"
    assert done.result["status"] == "niva_klar"


def test_a_finished_assessment_cannot_be_changed_or_undone():
    session = finished_session()
    session.complete()
    with pytest.raises(NotAllowedError, match="Öppna den igen"):
        session.judge("jobb", 0)
    assert not session.can_undo


def test_reopening_takes_a_reason_that_stays_with_the_old_seal():
    session = finished_session()
    old = session.complete().seal.value
    with pytest.raises(NotAllowedError, match="varför"):
        session.reopen("  ")
    session.reopen("Ny uppgift från sökanden.")
    assert session.assessment.seal is None
    assert "Ny uppgift från sökanden." in session.assessment.events[-1].what
    assert old in session.assessment.events[-1].what
    session.judge("jobb", 0)
    assert session.assessment.header.status == "utkast"


def test_stopping_a_good_case_takes_a_reason():
    session = answered_session()
    session.judge("jobb", 2)
    session.judge("utslapp", 1)
    session.explain("utslapp", "Färre bilresor.")
    session.conclude(Judgement(text="Ändå inte.", recommendation="tank_om"))
    assert any(gap.field == "avvikelse_motivering" for gap in session.missing)


def test_a_gate_that_says_think_again_cannot_be_recommended_onward():
    session = answered_session()
    session.decide(PASS_GATE.model_copy(update={"decision": "tank_om"}))
    session.conclude(Judgement(text="Vidare.", recommendation="vidare"))
    assert any("tänk om" in gap.sentence for gap in session.missing)


def test_events_carry_the_clock_that_was_passed_in():
    assert finished_session().complete().events[-1].at == CLOCK
