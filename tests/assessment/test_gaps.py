"""When a recommendation has to be explained: whenever it points another way than what is computed."""

from dataclasses import replace

import pytest
from support.small import CLOCK, open_session

from hallbarhet.assessment.gaps import goes_against
from hallbarhet.assessment.model import GateDecision, Judgement
from hallbarhet.checklist.library import Library
from hallbarhet.scoring.outcome import Range
from hallbarhet.texts import walk as texts


def outcome_of(state, level):
    """What scoring says, with another state and level."""
    found = open_session().outcome
    return replace(found, state=state, level=Range(level, level, level))


SETTLED = [("niva_klar", 5), ("niva_klar", 4), ("nivaintervall", 4)]
NEUTRAL = [("niva_klar", 3), ("nivaintervall", 3)]
LOW = [("niva_klar", 2), ("niva_klar", 1), ("nivaintervall", 2)]
UNSETTLED = [("hallplats", 4), ("ofullstandigt_underlag", 4), ("ofullstandigt_underlag", 3)]
UNKNOWN = [("ej_bedombar", None), ("ofullstandigt_underlag", None)]


@pytest.mark.parametrize("state, level", [*SETTLED, *NEUTRAL])
def test_going_on_with_a_case_that_is_not_below_neutral_needs_no_reason(state, level):
    for recommendation in ("vidare", "vidare_med_villkor"):
        assert not goes_against(open_session().checklist, outcome_of(state, level), recommendation)


@pytest.mark.parametrize("state, level", [*LOW, *UNKNOWN])
def test_going_on_with_a_low_or_unknown_level_needs_a_reason(state, level):
    for recommendation in ("vidare", "vidare_med_villkor"):
        assert goes_against(open_session().checklist, outcome_of(state, level), recommendation)


@pytest.mark.parametrize("state, level", UNSETTLED)
def test_going_on_without_conditions_while_something_is_unsettled_needs_a_reason(state, level):
    checklist = open_session().checklist
    assert goes_against(checklist, outcome_of(state, level), "vidare")
    assert not goes_against(checklist, outcome_of(state, level), "vidare_med_villkor")


@pytest.mark.parametrize("recommendation", ["tank_om", "avsluta"])
def test_stopping_a_good_case_needs_a_reason_and_stopping_any_other_does_not(recommendation):
    checklist = open_session().checklist
    assert all(goes_against(checklist, outcome_of(*case), recommendation) for case in SETTLED)
    others = [*NEUTRAL, *LOW, *UNSETTLED, *UNKNOWN]
    assert not any(goes_against(checklist, outcome_of(*case), recommendation) for case in others)


@pytest.mark.parametrize("level", [5, 1, None])
def test_where_a_gate_stops_only_going_on_needs_a_reason(level):
    checklist, stopped = open_session().checklist, outcome_of("stopp", level)
    told = [goes_against(checklist, stopped, one) for one in ("vidare", "vidare_med_villkor", "tank_om", "avsluta")]
    assert told == [True, True, False, False]


def test_nothing_goes_against_before_somebody_recommends():
    assert not goes_against(open_session().checklist, outcome_of("niva_klar", 1), None)
    assert not goes_against(open_session().checklist, None, "vidare")


def test_a_case_cannot_be_completed_until_the_reason_is_written():
    session = open_session()
    session.judge("jobb", 2)
    session.judge("utslapp", 1)
    session.decide(GateDecision(id="stanna", decision="vidare", rationale="I linje.", responsible="Eva Ek",
                                decided_on=CLOCK.date()))  # fmt: skip
    session.conclude(Judgement(text="Nej.", recommendation="avsluta"))
    assert texts.DEVIATION_UNEXPLAINED in {gap.sentence for gap in session.missing}
    session.conclude(Judgement(text="Nej.", recommendation="avsluta", deviation_reason="  "))
    assert texts.DEVIATION_UNEXPLAINED in {gap.sentence for gap in session.missing}
    session.conclude(Judgement(text="Nej.", recommendation="avsluta", deviation_reason="Pengarna är slut."))
    assert texts.DEVIATION_UNEXPLAINED not in {gap.sentence for gap in session.missing}


def test_gates_of_the_same_name_are_told_apart_by_the_part_they_stand_after():
    session = open_session(checklist=Library().find("grund-projektmedel"))
    told = [gap.sentence for gap in session.missing if gap.step.kind == "hallplats"]
    assert len(told) == len(set(told)) == 3
    assert "”Hållplats: tänka om? avsluta? (del 1. Sammanhanget)” är inte avgjord." in told[0]


def test_a_gate_with_a_name_of_its_own_is_told_by_it_alone():
    told = [gap.sentence for gap in open_session().missing if gap.step.kind == "hallplats"]
    assert told == ["”Hållplats: tänka om? avsluta?” är inte avgjord. Välj gå vidare, tänk om eller avsluta."]
