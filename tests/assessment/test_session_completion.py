"""What must be in place before a case is complete, and how it is completed and opened again."""

from datetime import date

import pytest
from support.sessions import PASS_GATE, answered_session, finished_session
from support.small import CLOCK, open_session, small_case

from hallbarhet.assessment.model import (
    ConflictHandling,
    GateDecision,
    Judgement,
    NotRelevant,
    Unknown,
)
from hallbarhet.assessment.walk import CONFLICTS, DONE, Step
from hallbarhet.errors import NotAllowedError


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
