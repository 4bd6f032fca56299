"""A case that ended at a gate: the report says so, and claims nothing about what was never asked."""

from datetime import date

import pytest
from support.small import open_session, small_case

from hallbarhet.assessment.model import GateDecision
from hallbarhet.report.view import report_view


@pytest.fixture
def view():
    session = open_session(small_case())
    session.decide(
        GateDecision(
            id="stanna",
            decision="avsluta",
            rationale="Fel insats.",
            responsible="Eva Ek",
            decided_on=date(2026, 11, 21),
        )
    )
    session.complete()
    return report_view(session.checklist, session.assessment, session.full_outcome, public=False)


def test_a_dimension_nobody_judged_does_not_read_as_no_effect(view):
    for card in view.dimensions.cards:
        assert card.direction == "Inte bedömd"
        assert card.points == "–"
        assert "inte bedömd" in card.sentence


def test_gates_the_case_never_came_to_are_left_out(view):
    assert [gate.id for gate in view.gates.gates] == ["stanna"]
    assert view.open.gates == ""


def test_nothing_is_said_to_be_possible(view):
    assert view.conflicts.possible == ()
