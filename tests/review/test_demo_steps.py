"""What is put into a made case in one go is what a session would have left behind, answer by answer."""

from datetime import UTC, datetime

import pytest
from support.small import small_case

from hallbarhet.assessment.gaps import lacks_rationale
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.review.demo_answers import Answerer
from hallbarhet.review.demo_bank import bank_for
from hallbarhet.review.demo_facts import facts, stream
from hallbarhet.review.demo_steps import DemoClock, Said, filed, say

NOW = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return Library().find("kronoberg-projektmedel")


@pytest.mark.parametrize(
    "item, said",
    [
        ("individ-grupper", {"grad": -1, "motivering": "Avgift.", "fasetter": {"kon": {"kvinnor": -1, "man": 0}}}),
        ("samhalle-utslapp", {"vet_inte": "Sökanden", "motivering": "Står inte i ansökan."}),
        ("genom-energi", {"ej_relevant": "Inga egna lokaler."}),
        ("rus-malkonflikter", {"fritext": "Inga kända."}),
        ("rus-andra-insatser", {"val": ["vidare", "lucka"], "motivering": "Bygger på förstudien."}),
        ("samhalle-arbete", {"grad": 2, "motivering": "Fyra jobb.", "underlag": ["Ansökan s. 4"]}),
    ],
)
def test_filed_at_once_is_the_same_as_said_in_a_session(checklist: Checklist, item: str, said: Said):
    case = small_case(amount_applied=900_000)
    start = new_assessment(checklist, case, officer="Moa Stormyra", id="x", now=NOW)
    session = AssessmentSession(checklist, start, clock=DemoClock(NOW))
    say(session, item, said)
    assert session.answer_to(item) == filed(checklist, checklist.item_by_id[item], said)


def test_made_answers_give_a_reason_wherever_one_is_needed(checklist: Checklist):
    bank = bank_for(checklist)
    for index in range(40):
        found = facts(checklist, bank, seed=3, index=index)
        for answer in Answerer(checklist, bank, found, stream(3, index, "svar")).answers():
            assert not lacks_rationale(checklist, checklist.item_by_id[answer.item], answer)
