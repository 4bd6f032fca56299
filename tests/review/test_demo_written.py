"""The hand-written cases: every status, verdict, support form and way to meet a goal conflict occurs."""

import pytest

from hallbarhet.assessment.conflicts import all_found
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.moment import Moment
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.review.demo_written import WrittenCase, walk_through, written_cases
from hallbarhet.scoring.outcome import Outcome

CASES = written_cases()


@pytest.fixture(scope="module")
def checklists() -> dict[str, Checklist]:
    library = Library()
    return {id_: library.find(id_) for id_ in {case.checklist_id for case in CASES}}


@pytest.fixture(scope="module")
def walked(checklists: dict[str, Checklist]) -> dict[str, Assessment]:
    return {case.name: walk_through(case, checklists[case.checklist_id]) for case in CASES}


@pytest.fixture(scope="module")
def outcomes(checklists: dict[str, Checklist], walked: dict[str, Assessment]) -> dict[str, Outcome]:
    return {case.name: Moment(checklists[case.checklist_id], walked[case.name]).full_outcome for case in CASES}


def test_there_are_enough_to_look_around_in():
    assert len(CASES) >= 14


def test_every_status_stage_role_and_support_form_occurs(walked: dict[str, Assessment]):
    headers = [assessment.header for assessment in walked.values()]
    assert {header.status for header in headers} == {"utkast", "klar", "granskad"}
    assert {header.stage for header in headers} == {"ansokan", "uppfoljning", "slutrapport"}
    assert {header.role for header in headers} == {"forsta", "andra", "gemensam"}
    forms = {assessment.case.support_form for assessment in walked.values()}
    assert forms == {"projektmedel", "foretagsstod", "kommersiell-service"}


def test_every_verdict_occurs(outcomes: dict[str, Outcome]):
    assert {outcome.state for outcome in outcomes.values()} >= {
        "stopp", "avslutad", "ofullstandigt_underlag", "hallplats", "niva_klar", "nivaintervall",
    }  # fmt: skip
    settled = {outcome.level.central for outcome in outcomes.values() if outcome.state == "niva_klar"}
    assert settled == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    "name, state, level",
    [
        ("01-cykelled", "niva_klar", 3),
        ("02-sagverk", "niva_klar", 4),
        ("03-lanthandel", "nivaintervall", 4),
        ("04-husfabrik", "niva_klar", 5),
        ("06-motorbana", "niva_klar", 1),
        ("07-industrimark", "niva_klar", 2),
        ("08-obemannad-butik", "nivaintervall", 4),
        ("09-vatgas-forstudie", "ofullstandigt_underlag", None),
        ("10-hotell", "hallplats", None),
        ("11-skogsbrand", "hallplats", None),
        ("12-massa", "avslutad", None),
        ("13-tvatteri", "stopp", None),
    ],
)
def test_a_case_shows_what_it_was_written_to_show(
    outcomes: dict[str, Outcome], name: str, state: str, level: int | None
):
    assert outcomes[name].state == state
    assert level is None or outcomes[name].level.central == level


def test_gates_of_every_effect_are_met(checklists: dict[str, Checklist], walked: dict[str, Assessment]):
    met = {
        checklists[case.checklist_id].gate_by_id[gate.id].effect for case in CASES for gate in walked[case.name].gates
    }
    assert met == {"alltid", "avvakta", "stopp", "krav"}


def test_goal_conflicts_of_several_kinds_and_every_status_occur(
    checklists: dict[str, Checklist], walked: dict[str, Assessment], outcomes: dict[str, Outcome]
):
    found = [
        entry
        for case in CASES
        for entry in all_found(checklists[case.checklist_id], walked[case.name], outcomes[case.name])
    ]
    assert {entry.status for entry in found} == {"oppen", "hanterad", "accepterad", "avfardad"}
    assert {entry.kind for entry in found} >= {"par", "villkor", "fasett", "dold", "egen"}
    assert any(entry.own for entry in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_handling_is_written_for_a_conflict_that_did_not_arise(
    case: WrittenCase, walked: dict[str, Assessment], outcomes: dict[str, Outcome]
):
    arisen = {conflict.id for conflict in outcomes[case.name].conflicts if conflict.triggered == "utlost"}
    handled = {entry.id for entry in walked[case.name].conflicts if not entry.own}
    assert handled <= arisen


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_answer_in_a_completed_case_is_asked(case: WrittenCase, walked: dict[str, Assessment]):
    assert not [answer.item for answer in walked[case.name].answers if answer.inactive]


def test_a_reopened_case_tells_why_and_keeps_the_old_seal(walked: dict[str, Assessment]):
    reopened = walked["16-hemsandning"]
    assert reopened.header.status == "utkast"
    assert "sha256-1:" in reopened.events[-1].what
