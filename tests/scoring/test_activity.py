import pytest
from support.worked import ANSWERS, answers_to, worked_items, worked_plan

from hallbarhet.errors import FaultyFileError
from hallbarhet.scoring.activity import ASKED, BY_RULE, DEEP, NOT_ASKED, SHORT, WAITING
from hallbarhet.scoring.codes import FALSE, INACTIVE, MAYBE, NEW, TRUE
from hallbarhet.scoring.evaluate import activity, evaluate
from hallbarhet.scoring.outcomes import outcomes

RULE = {"fordjupad_om": {"arende": "sokt_belopp", "min": 500_000}}


def asked(plan, answers, item):
    return activity(plan, answers).asked[plan.questions.index[item], 0]


def plan_where(rules=None, gates=(), **conditions):
    """Questions that are shown on a condition, or asked only in a deepened assessment."""
    changes = {
        item: {"djup": "fordjupad"} if rule == "djup" else {"visas_om": rule} for item, rule in conditions.items()
    }
    return worked_plan(avsnitt=worked_items(**changes), hallplats=list(gates), regler=rules or {})


@pytest.mark.parametrize(
    "trigger, expected",
    [({"S1": 2}, ASKED), ({"S1": 0}, NOT_ASKED), ({"S1": "unknown"}, ASKED), ({}, WAITING), ({"S1": "na"}, NOT_ASKED)],
)
def test_a_question_follows_its_trigger(trigger, expected):
    plan = plan_where(S2={"punkt": "S1", "min": 1})
    assert asked(plan, answers_to(plan, trigger), "S2") == expected


def test_a_new_trigger_is_unknown_rather_than_left_open():
    plan = plan_where(S2={"punkt": "S1", "min": 1})
    answers = answers_to(plan, {})
    answers.codes[0, 0] = NEW
    assert asked(plan, answers, "S2") == ASKED


def test_a_question_waits_only_for_triggers_that_matter():
    either = plan_where(S3={"minst_en": [{"punkt": "S1", "min": 1}, {"punkt": "S2", "min": 1}]})
    assert asked(either, answers_to(either, {"S1": 2}), "S3") == ASKED
    assert asked(either, answers_to(either, {"S1": "unknown", "S2": 0}), "S3") == ASKED
    assert asked(either, answers_to(either, {"S1": "unknown"}), "S3") == WAITING


def test_conditions_in_a_chain_are_decided_in_order_wherever_they_stand():
    plan = plan_where(S1={"punkt": "S2", "min": 1}, S2={"punkt": "S3", "min": 1})
    answers = answers_to(plan, {"S1": 1, "S2": 2, "S3": 0}, {"S1": 1, "S2": 2, "S3": 1}, {"S2": 2})
    found = activity(plan, answers)
    assert found.asked[:2].tolist() == [[NOT_ASKED, ASKED, ASKED], [NOT_ASKED, ASKED, WAITING]]
    assert found.codes[:3, 0].tolist() == [INACTIVE, INACTIVE, 2]


def test_questions_in_a_ring_are_refused_with_a_sentence():
    with pytest.raises(FaultyFileError, match=r"”S1”.*visas om varandra"):
        plan_where(S1={"punkt": "S2", "min": 1}, S2={"punkt": "S1", "min": 1})


def test_an_inactive_question_is_outside_score_coverage_and_what_is_waived():
    plan = plan_where(M3={"punkt": "M1", "under": -1})
    with_it, without = worked_plan(), worked_plan(avsnitt=worked_items(M3={"vikt": 0}))
    for answer in ("na", "unknown", -2):
        kept = ANSWERS | {"M3": answer}
        found = outcomes(plan, evaluate(plan, answers_to(plan, kept)))[0]
        assert found.dimensions == outcomes(without, evaluate(without, answers_to(without, kept)))[0].dimensions
        assert found.dimensions != outcomes(with_it, evaluate(with_it, answers_to(with_it, kept)))[0].dimensions


def test_a_waiting_question_counts_as_asked_and_unanswered():
    plan = plan_where(S2={"punkt": "S1", "min": 1})
    found = evaluate(plan, answers_to(plan, {"S3": 0}))
    assert found.scores.coverage[0, 0] == pytest.approx(1 / 3)
    assert found.scores.dimensions[0, 0].tolist() == pytest.approx([-200 / 3, 0, 200 / 3])


def test_an_inactive_question_is_not_relevant_to_a_condition():
    gates = [
        {"id": "a", "efter": "fragor", "titel": "A", "verkan": "avvakta", "om": {"punkt": "M3", "min": -2}},
        {"id": "b", "efter": "fragor", "titel": "B", "verkan": "avvakta", "om": {"punkt": "M3", "status": "inaktuell"}},
    ]
    plan = plan_where(gates=gates, M3={"punkt": "M1", "under": 0})
    assert evaluate(plan, answers_to(plan, ANSWERS)).gates.triggered.tolist() == [[FALSE, TRUE]]


@pytest.mark.parametrize(
    "depth, large, expected",
    [
        (BY_RULE, TRUE, ASKED),
        (BY_RULE, FALSE, NOT_ASKED),
        (BY_RULE, MAYBE, WAITING),
        (DEEP, FALSE, ASKED),
        (SHORT, TRUE, NOT_ASKED),
    ],
)
def test_depth_goes_by_the_rule_unless_the_officer_chose(depth, large, expected):
    plan = plan_where(RULE, M3="djup")
    answers = answers_to(plan, ANSWERS)
    answers.depth[0], answers.case[0, 0] = depth, large
    assert asked(plan, answers, "M3") == expected


def test_without_a_rule_deep_questions_are_asked_only_when_chosen():
    plan = plan_where(M3="djup")
    answers = answers_to(plan, ANSWERS, ANSWERS)
    answers.depth[1] = DEEP
    assert activity(plan, answers).asked[plan.questions.index["M3"]].tolist() == [NOT_ASKED, ASKED]


def test_depth_may_hang_on_an_answer_and_a_condition_on_a_deep_question():
    plan = plan_where({"fordjupad_om": {"punkt": "S1", "min": 2}}, M3="djup", E3={"punkt": "M3", "min": 0})
    answers = answers_to(plan, ANSWERS, ANSWERS | {"S1": 1})
    found = activity(plan, answers).asked
    assert found[plan.questions.index["M3"]].tolist() == [ASKED, NOT_ASKED]
    assert found[plan.questions.index["E3"]].tolist() == [ASKED, NOT_ASKED]


def test_a_deep_question_with_a_condition_needs_both():
    items = worked_items(M3={"djup": "fordjupad", "visas_om": {"punkt": "M1", "min": 1}})
    plan = worked_plan(avsnitt=items, regler=RULE)
    answers = answers_to(plan, ANSWERS, ANSWERS, ANSWERS | {"M1": 0})
    answers.case[:, 0] = [TRUE, FALSE, TRUE]
    assert activity(plan, answers).asked[plan.questions.index["M3"]].tolist() == [ASKED, NOT_ASKED, NOT_ASKED]


def test_without_conditions_everything_is_asked():
    plan = worked_plan()
    answers = answers_to(plan, {})
    found = activity(plan, answers)
    assert (found.asked == ASKED).all()
    assert (found.codes == answers.codes.T).all()
