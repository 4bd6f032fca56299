"""What the list for the regional fund promises: the basic level, the gap in its source, and harm that stops."""

from itertools import product

import pytest

from hallbarhet.assessment.result import score
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist, ExampleCase
from hallbarhet.review.examples import example_assessment
from hallbarhet.scoring.outcome import Outcome

CRITERIA = ("miljo-verktyg", "lika-verktyg", "jamst-verktyg")
HARM = ("skada-klimat", "skada-anpassning", "skada-vatten", "skada-kretslopp", "skada-fororening", "skada-mangfald")


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return Library().find("regionalfonden")


def outcome(checklist: Checklist, **answers: float | str) -> Outcome:
    example = ExampleCase.model_validate({"namn": "prov", "svar": answers, "vantat": {}})
    return score(checklist, example_assessment(checklist, example), robustness=False)


def triggered(found: Outcome) -> set[str]:
    return {gate.id for gate in found.gates if gate.triggered == "utlost"}


@pytest.mark.parametrize("met", list(product(range(4), repeat=3)))
def test_only_what_is_certain_stops_and_only_the_gap_asks(checklist, met):
    found = triggered(outcome(checklist, **dict(zip(CRITERIA, met, strict=True))))
    for_sure = sum(count >= 2 for count in met) >= 2
    read_kindly = sum(count >= 1 for count in met) >= 2
    assert ("stopp-grundniva" in found) == (not read_kindly)
    assert ("avvakta-lucka" in found) == (read_kindly and not for_sure)


def test_one_of_three_counts_as_none_and_what_is_required_as_zero(checklist):
    grades = checklist.scale_by_id["kriterium4"].by_grade
    assert grades[0].points == grades[1].points < grades[2].points == 0 < grades[3].points
    assert "ett av tre" in grades[1].text.lower()


@pytest.mark.parametrize("criterion", CRITERIA)
def test_what_the_list_does_with_the_gap_stands_at_each_criterion(checklist, criterion):
    assert "Ett av tre" in checklist.item_by_id[criterion].guidance


@pytest.mark.parametrize("harm", HARM)
def test_any_one_harm_stops_and_is_never_weighed(checklist, harm):
    found = outcome(checklist, **{harm: 2})
    assert (found.state, found.level.central) == ("stopp", outcome(checklist).level.central)
    assert "stopp-skada" in triggered(found)
    item = checklist.item_by_id[harm]
    assert (item.may_be_waived, item.rationale, item.is_scored) == (False, "alltid", False)


def test_no_question_behind_a_stop_can_be_waived(checklist):
    assert checklist.stopping_items == {*CRITERIA, *HARM}
    assert not any(checklist.may_be_waived(checklist.item_by_id[key]) for key in checklist.stopping_items)


def test_every_rule_of_its_own_has_a_case(checklist):
    tried = {id_ for example in checklist.examples for id_ in example.expected.conflicts or ()}
    own = {rule.id for rule in checklist.conflict_rules if rule.kind in {"par", "villkor"}}
    assert own <= tried


def test_every_gate_with_a_condition_has_a_case_or_asks_about_the_amount(checklist):
    tried = {id_ for example in checklist.examples for id_ in example.expected.gates or ()}
    waiting = {gate.id for gate in checklist.gates if gate.effect != "alltid"}
    assert waiting - tried == {"avvakta-efter"}


def test_the_fund_s_own_support_form_begins_with_it():
    chosen = Library().for_support_form("regionalfonden")
    assert chosen is not None
    assert chosen.header.id == "regionalfonden"
