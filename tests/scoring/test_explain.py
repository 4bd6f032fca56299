from support.explained import PLAN
from support.worked import ANSWERS, answers_to

from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.explain import explain
from hallbarhet.scoring.outcomes import outcomes


def test_the_row_that_is_asked_for_is_explained():
    plan = PLAN
    answers = answers_to(plan, {}, ANSWERS)
    outcome = outcomes(plan, evaluate(plan, answers))[1]
    found = explain(plan, answers, outcome, row=1)
    assert found.dimensions[0].themes[0].items[0].grade == 2
