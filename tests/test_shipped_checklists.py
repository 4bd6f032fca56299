"""What every checklist that comes with the product must keep."""

from pathlib import Path

import pytest

from hallbarhet.checklist.library import Library
from hallbarhet.checklist.reading import load_checklist
from hallbarhet.review.checking import check_file

FOLDER = Path(__file__).parent.parent / "checklists"
SHIPPED = sorted(FOLDER.glob("*.toml"))
MOST_SHORT = 12
"""A small aid must not meet more questions than this."""


@pytest.fixture(params=SHIPPED, ids=lambda path: path.stem)
def path(request):
    return request.param


def test_there_are_checklists():
    assert {"kronoberg-projektmedel", "kronoberg-foretagsstod", "grund-kommersiell-service"} <= {
        p.stem for p in SHIPPED
    }


def test_nothing_is_wrong_with_it_and_its_own_test_cases_hold(path):
    assert [problem.sentence for problem in check_file(path, Library()) if problem.severity != "tips"] == []


def test_it_has_test_cases_of_its_own(path):
    assert len(load_checklist(path).examples) >= 5


def test_every_question_has_guidance_and_a_short_name(path):
    checklist = load_checklist(path)
    assert [item.id for item in checklist.items if not item.guidance.strip() or not item.short_name] == []


def test_every_grade_has_its_anchor_in_words(path):
    checklist = load_checklist(path)
    assert [scale.id for scale in checklist.scales for grade in scale.grades if not grade.text.strip()] == []


def test_a_small_aid_meets_few_questions(path):
    checklist = load_checklist(path)
    short = [item.id for item in checklist.items if item.depth == "kort" and item.shown_if is None]
    assert len(short) <= MOST_SHORT


def test_at_least_eight_conflict_rules_and_a_gate_that_always_stops(path):
    checklist = load_checklist(path)
    assert len(checklist.conflict_rules) >= 8
    assert any(gate.effect == "alltid" for gate in checklist.gates)
    assert any(gate.effect == "stopp" for gate in checklist.gates)


def test_scored_questions_point_at_agenda_2030(path):
    checklist = load_checklist(path)
    assert all(item.goals or item.goals_indirect for item in checklist.items if item.is_scored)
