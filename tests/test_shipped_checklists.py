"""What every checklist that comes with the product must keep."""

import tomllib
from pathlib import Path

import pytest

from hallbarhet.checklist.library import Library
from hallbarhet.checklist.reading import load_checklist
from hallbarhet.review.checking import check_file

FOLDER = Path(__file__).parent.parent / "checklists"
SHIPPED = sorted(FOLDER.glob("*.toml"))
MOST_SHORT = 12
"""A small aid must not meet more questions than this."""
LONGEST_QUESTION, LONGEST_ANCHOR, LONGEST_NAME = 140, 60, 24
"""More than this is not read aloud in one breath, or does not fit 80 columns."""
SHARED = ("grund", "grund-foretagsstod", "grund-projektmedel")
LIMITING = {"4": {"6", "15"}, "11": {"6", "15"}, "13": {"6", "15"}} | {g: {"7", "12", "13", "14"} for g in ("16", "17")}
"""What progress on a goal tends to hold back in Sweden, by the national analysis of synergies and goal conflicts."""


@pytest.fixture(params=SHIPPED, ids=lambda path: path.stem)
def path(request):
    return request.param


def test_there_are_checklists():
    assert {"kronoberg-projektmedel", "kronoberg-foretagsstod", "grund-kommersiell-service", *SHARED} <= {
        p.stem for p in SHIPPED
    }


def test_nothing_is_wrong_with_it_and_its_own_test_cases_hold(path):
    assert [problem.sentence for problem in check_file(path, Library()) if problem.severity != "tips"] == []


def test_it_has_test_cases_of_its_own(path):
    assert len(load_checklist(path).examples) >= 5


def test_every_question_has_guidance_and_a_short_name(path):
    checklist = load_checklist(path)
    assert [item.id for item in checklist.items if not item.guidance.strip() or not item.short_name] == []


def test_what_is_read_aloud_is_short(path):
    checklist = load_checklist(path)
    assert [item.id for item in checklist.items if len(item.text) > LONGEST_QUESTION] == []
    assert [item.id for item in checklist.items if len(item.short_name) > LONGEST_NAME] == []
    grades = [(scale.id, grade.text) for scale in checklist.scales for grade in scale.grades]
    assert [grade for grade in grades if len(grade[1]) > LONGEST_ANCHOR] == []


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


def test_a_list_on_top_of_another_knows_exactly_what_it_was_written_against(path):
    head = tomllib.loads(path.read_text(encoding="utf-8"))["checklista"]
    nearest = next(iter(load_checklist(path).origins), None)
    assert head.get("bygger_pa_fingeravtryck") == (nearest.fingerprint if nearest else None)


@pytest.fixture(params=SHARED)
def shared(request):
    return load_checklist(FOLDER / f"{request.param}.toml")


def test_the_shared_lists_ask_about_effect_and_carrying_out_from_three_perspectives(shared):
    assert len(shared.items) >= 30
    assert {item.concerns for item in shared.items if item.is_scored} == {"effekt", "genomforande"}
    assert {item.perspective for item in shared.items} >= {"individ", "geografi", "samhalle"}
    assert {dimension.id for dimension in shared.dimensions} == {"social", "ekologisk", "ekonomisk"}


def test_the_shared_lists_split_answers_by_group_place_and_time(shared):
    used = {facet for item in shared.items for facet in item.facets}
    assert used == {"kon", "alder", "utlandsk-bakgrund", "funktionsnedsattning", "plats", "tid"}
    assert any(category.long_term for category in shared.facet_by_id["tid"].categories)


def test_the_shared_lists_have_gates_of_every_effect_and_twelve_rules_or_more(shared):
    assert {gate.effect for gate in shared.gates} == {"alltid", "avvakta", "stopp", "krav"}
    assert len(shared.conflict_rules) >= 12


def test_goals_hold_each_other_back_as_the_national_analysis_says(shared):
    found = {one.source: set() for one in shared.interactions}
    for one in shared.interactions:
        found[one.source].add(one.target)
        assert one.strength < 0
    assert found == LIMITING
    assert {note.id for note in shared.goal_notes if note.sensitive} == set().union(*LIMITING.values())


def test_cost_per_benefit_is_asked_for_information_only(shared):
    numbers = [item for item in shared.items if item.kind == "tal"]
    assert {"samhalle-jobb-kronor", "samhalle-utslapp-kronor"} <= {item.id for item in numbers}
    assert not any(item.is_scored for item in numbers)


def test_the_shared_lists_touch_every_goal_of_agenda_2030():
    base = load_checklist(FOLDER / "grund.toml")
    touched = {target.partition(".")[0] for item in base.items for target in (*item.goals, *item.goals_indirect)}
    assert touched == {str(goal) for goal in range(1, 18)}


@pytest.mark.parametrize(
    "support_form, expected", [("projektmedel", "grund-projektmedel"), ("foretagsstod", "grund-foretagsstod")]
)
def test_a_support_form_begins_with_the_shared_list_made_for_it(support_form, expected):
    choices = [row.id for row in Library().choices(support_form)]
    assert choices[0] == expected
    assert "grund" in choices


def test_a_support_form_nobody_has_made_a_list_for_gets_the_shared_base():
    chosen = Library().for_support_form("egen-stodform")
    assert chosen is not None
    assert chosen.header.id == "grund"
