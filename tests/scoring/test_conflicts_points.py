"""Conflicts between points: masked groups, gaps between dimensions, goals at odds and goals dragged down."""

import numpy as np
import pytest
from support.conflicts import PAIR, STRATEGY, conflicts, rules
from support.fixture import CLOSE, FIXTURE
from support.worked import ANSWERS, DATA, answers_to, worked_items, worked_plan

from hallbarhet.scoring.detection import masking
from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.outcomes import outcomes

# Masked


@pytest.mark.parametrize("example", FIXTURE["W8"], ids=lambda example: str(example["pairs"]))
def test_plus_and_minus_that_cancel_are_seen_as_in_the_worked_example(example):
    weights = [weight for weight, _ in example["pairs"]]
    items = worked_items(
        **{item: {"vikt": w, "tema": "affar"} for item, w in zip(("E1", "E2", "E3"), weights, strict=True)}
    )
    plan = worked_plan(avsnitt=items)
    grades = [round(2 * value) for _, value in example["pairs"]]
    block = answers_to(plan, ANSWERS | dict(zip(("E1", "E2", "E3"), grades, strict=True)))
    evaluation = evaluate(plan, block)
    plus, minus = evaluation.scores.plus[0, 2], evaluation.scores.minus[0, 2]
    assert (plus, minus) == (pytest.approx(example["P"], **CLOSE), pytest.approx(example["N"], **CLOSE))
    assert plus - minus == pytest.approx(example["S"], **CLOSE)
    assert masking(np.array([plus]), np.array([minus]))[0] == pytest.approx(example["m"], **CLOSE)
    (outcome,) = outcomes(plan, evaluation)
    assert ("dold-tema-affar" in {conflict.id for conflict in outcome.conflicts}) == example["hit"]


def test_a_masked_theme_that_is_all_of_its_dimension_s_strong_answers_is_told_once():
    found = conflicts(worked_plan(), ANSWERS | {"E1": 2, "E2": -2, "E3": 0})
    assert found["dold-tema-affar"].detected_by == ("dold-tema-affar", "dold-dimension-ekonomisk")
    assert "dold-dimension-ekonomisk" not in found
    assert found["dold-tema-affar"].against == ("E1", "E2")


def test_a_masked_dimension_with_other_strong_answers_than_its_theme_is_another_conflict():
    found = conflicts(worked_plan(), ANSWERS | {"M1": 2, "M2": -2, "M3": -2})
    assert {"dold-tema-klimat", "dold-dimension-ekologisk"} <= found.keys()


def test_a_masked_group_with_an_unknown_answer_is_only_possible():
    found = conflicts(worked_plan(), ANSWERS | {"E1": 2, "E2": -2, "E3": "unknown"})["dold-tema-affar"]
    assert (found.triggered, found.waits_for, found.against) == ("mojlig", ("E3",), ("E1", "E2", "E3"))


def test_a_group_that_no_answer_can_make_masked_is_left_alone():
    assert "dold-tema-affar" not in conflicts(worked_plan(), ANSWERS | {"E1": 2, "E2": 2, "E3": 0})
    one_sided = {"id": "upp", "neutral": 0, "grader": DATA["skala"][0]["grader"][2:]}
    items = worked_items(**{item: {"skala": "upp"} for item in ("E1", "E2", "E3")})
    plan = worked_plan(avsnitt=items, skala=[*DATA["skala"], one_sided])
    assert "dold-tema-affar" not in conflicts(plan, {})


def test_a_protected_tag_on_a_strong_answer_raises_the_severity():
    tags = {"tagg": [{"id": "barn", "namn": "B", "skyddad": True}]}
    answers = ANSWERS | {"E1": 2, "E2": -1, "E3": 0}
    on_strong = worked_plan(avsnitt=worked_items(E2={"taggar": ["barn"]}), **tags)
    on_weak = worked_plan(avsnitt=worked_items(E3={"taggar": ["barn"]}), **tags)
    assert [conflicts(plan, answers)["dold-tema-affar"].severity for plan in (on_weak, on_strong)] == [2, 3]


def test_a_declared_masked_rule_takes_over_the_theme_and_may_ask_for_more():
    rule = {"id": "egen-dold", "titel": "D", "slag": "dold", "grupp": {"tema": "affar"}, "permanent": True}
    found = conflicts(worked_plan(malkonflikt=[rule]), ANSWERS | {"E1": 2, "E2": -1, "E3": 0})
    assert "dold-tema-affar" not in found
    assert (found["egen-dold"].severity, found["egen-dold"].detected_by) == (
        3,
        ("egen-dold", "dold-dimension-ekonomisk"),
    )
    stricter = conflicts(worked_plan(malkonflikt=[rule | {"troskel": 1}]), ANSWERS | {"E1": 2, "E2": -1, "E3": 0})
    assert stricter["egen-dold"].triggered == "ej_utlost"


def test_a_masked_rule_may_look_at_a_tag_across_dimensions():
    rule = {"id": "egen-dold", "titel": "D", "slag": "dold", "grupp": {"tagg": "t"}}
    items = worked_items(S1={"taggar": ["t"]}, M3={"taggar": ["t"]})
    plan = worked_plan(malkonflikt=[rule], avsnitt=items, tagg=[{"id": "t", "namn": "T"}])
    found = conflicts(plan, ANSWERS | {"M3": -2})["egen-dold"]
    assert (found.triggered, found.against) == ("utlost", ("S1", "M3"))


def test_two_masked_rules_that_see_the_same_answers_are_one_also_across_groups():
    rule = {"id": "egen-dold", "titel": "D", "slag": "dold", "grupp": {"tagg": "t"}}
    items = worked_items(E1={"taggar": ["t"]}, E2={"taggar": ["t"]}, S3={"taggar": ["t"]})
    plan = worked_plan(malkonflikt=[rule], avsnitt=items, tagg=[{"id": "t", "namn": "T"}])
    found = conflicts(plan, ANSWERS | {"E1": 2, "E2": -2, "E3": 0})
    assert set(found["egen-dold"].detected_by) == {"egen-dold", "dold-tema-affar", "dold-dimension-ekonomisk"}
    apart = conflicts(plan, ANSWERS | {"E1": 2, "E2": -2, "E3": 0, "S3": 2})
    assert apart["egen-dold"].detected_by == ("egen-dold",)
    assert apart["dold-tema-affar"].triggered == "utlost"


# Gaps


def test_a_gap_is_certain_only_when_both_its_bounds_are():
    plan = worked_plan()
    (outcome,) = outcomes(plan, evaluate(plan, answers_to(plan, FIXTURE["W9"]["answers"])))
    gap = next(conflict for conflict in outcome.conflicts if conflict.id == "spann")
    assert (gap.triggered, gap.against, gap.waits_for) == ("mojlig", ("ekonomisk", "ekologisk"), ("M3",))
    facts = evaluate(plan, answers_to(plan, FIXTURE["W9"]["answers"])).facts
    shortest, _, longest = facts.distances.pairs[:, :-1].max(axis=1)
    assert [max(0, shortest[0]), longest[0]] == pytest.approx(FIXTURE["W9"]["gap"], **CLOSE)


def test_a_gap_needs_a_dimension_below_zero():
    low = {"S1": 2, "S2": 2, "S3": 2, "M1": 0, "M2": 0, "M3": 0}
    found = conflicts(worked_plan(), ANSWERS | low, ANSWERS | low | {"M3": -1})
    assert "spann" not in found[0]
    assert (found[1]["spann"].against, found[1]["spann"].strength) == (("social", "ekologisk"), pytest.approx(0.625))


def test_a_declared_gap_looks_at_its_own_dimensions_and_threshold():
    rule = {"id": "egen", "titel": "G", "slag": "spann", "mellan": ["social", "ekologisk"], "troskel": 20}
    found = conflicts(worked_plan(malkonflikt=[rule]), ANSWERS | {"M3": -1})
    assert (found["egen"].triggered, found["egen"].against) == ("utlost", ("social", "ekologisk"))
    assert found["spann"].against == ("ekonomisk", "ekologisk")


def test_two_gap_rules_that_see_the_same_dimensions_are_one():
    rule = {"id": "egen", "titel": "G", "slag": "spann", "mellan": ["ekonomisk", "ekologisk"], "troskel": 20}
    found = conflicts(worked_plan(malkonflikt=[rule]), ANSWERS | {"M3": -2})
    assert found["egen"].detected_by == ("egen", "spann")
    assert "spann" not in found


def test_a_gap_never_swallows_a_pair():
    found = conflicts(worked_plan(malkonflikt=[PAIR]), ANSWERS | {"M3": -2})
    assert {"par", "spann"} <= found.keys()


def test_a_rule_with_the_id_of_an_undeclared_one_adjusts_or_silences_it():
    answers = ANSWERS | {"M3": -2, "M1": 0}
    adjusted = {"id": "spann", "titel": "Glapp", "slag": "spann", "skyddad": True}
    silenced = adjusted | {"av": True, "motivering": "Hanteras i del 4."}
    plain, raised = (conflicts(worked_plan(malkonflikt=given), answers)["spann"] for given in ([], [adjusted]))
    assert (raised.title, raised.severity) == ("Glapp", plain.severity + 1)
    assert "spann" not in conflicts(worked_plan(malkonflikt=[silenced]), answers)


def test_one_dimension_has_no_gap():
    plan = worked_plan(dimension=[{"id": "allt", "namn": "A"}], tema=[t | {"dimension": "allt"} for t in DATA["tema"]])
    assert "spann" not in plan.detectors.index
    assert conflicts(plan, ANSWERS | {"M3": -2}).keys() == {"dold-tema-klimat", "dold-dimension-allt"}


def test_without_gap_detectors_there_are_no_dimensions_to_tell_apart():
    plan = worked_plan(
        dimension=[{"id": "allt", "namn": "A"}], tema=[theme | {"dimension": "allt"} for theme in DATA["tema"]]
    )
    assert evaluate(plan, answers_to(plan, ANSWERS)).conflicts.gap_pairs.shape == (1, 0)


# Strategy goals and the matrix


def strategic(*given, **tables):
    items = worked_items(E1={"strategimal": ["jobb"]}, E3={"strategimal": ["jobb"]}, M3={"strategimal": ["miljo"]})
    return rules(*given, avsnitt=items, **STRATEGY, **tables)


def test_one_strategy_goal_gaining_while_another_loses_is_a_conflict():
    found = conflicts(strategic(), ANSWERS | {"M3": -2})["strategi-jobb-miljo"]
    gain, loss = 100 * (1 / 12 + 1 / 12), 100 / 6
    assert (found.triggered, found.against) == ("utlost", ("jobb", "miljo"))
    assert found.strength == pytest.approx(loss / gain, **CLOSE)


def test_the_strategy_goal_that_gains_is_told_first_under_the_same_id():
    found = conflicts(strategic(), ANSWERS | {"M3": 2, "E1": -2, "E3": -2})["strategi-jobb-miljo"]
    assert found.against == ("miljo", "jobb")


def test_strategy_goals_may_be_possibly_at_odds():
    found = conflicts(strategic(), ANSWERS | {"M3": "unknown"})["strategi-jobb-miljo"]
    assert (found.triggered, found.waits_for) == ("mojlig", ("M3",))
    assert "strategi-jobb-miljo" not in conflicts(strategic(), ANSWERS | {"M3": -1})


def test_a_declared_strategy_rule_names_its_goals_in_any_order():
    rule = {"id": "egen", "titel": "E", "slag": "strategi", "mal": ["miljo", "jobb"]}
    found = conflicts(strategic(rule), ANSWERS | {"M3": -2})
    assert found["egen"].triggered == "utlost"
    assert "strategi-jobb-miljo" not in found
    assert conflicts(strategic(rule | {"troskel": 17}), ANSWERS | {"M3": -2})["egen"].triggered == "ej_utlost"


def test_a_sensitive_strategy_goal_raises_the_severity():
    answers = ANSWERS | {"M3": -2, "E1": 2, "E3": 2}
    plain = conflicts(strategic(), answers)["strategi-jobb-miljo"].severity
    raised = conflicts(strategic(mal=[{"id": "miljo", "kansligt": True}]), answers)["strategi-jobb-miljo"].severity
    assert (plain, raised) == (2, 3)


def matrix_plan(*given, sensitive=True, strength=-3):
    items = worked_items(E1={"agenda2030": ["8.1"]}, M3={"agenda2030": ["15.1"]})
    return rules(
        *given,
        avsnitt=items,
        samspel=[{"fran": "8", "till": "15", "styrka": strength}],
        mal=[{"id": "15", "kansligt": sensitive}],
    )


def test_progress_that_is_known_to_hurt_a_sensitive_goal_is_a_conflict():
    found = conflicts(matrix_plan(), ANSWERS)["matris-8-15"]
    assert (found.triggered, found.strength, found.severity, found.against) == ("utlost", 1, 4, ("8", "15"))
    weaker = conflicts(matrix_plan(strength=-2), ANSWERS | {"E1": 1})["matris-8-15"]
    assert (weaker.strength, weaker.severity) == (pytest.approx(1 / 3, **CLOSE), 2)
    assert "matris-8-15" not in matrix_plan(sensitive=False).detectors.index
    assert "matris-8-15" not in matrix_plan(strength=-1).detectors.index


def test_a_goal_dragged_down_by_others_is_an_indirect_conflict():
    found = conflicts(matrix_plan(sensitive=False), ANSWERS)["matris-indirekt-15"]
    assert (found.triggered, found.strength, found.against) == ("utlost", 1, ("15",))
    assert (
        conflicts(matrix_plan(sensitive=False), ANSWERS | {"E1": "unknown"})["matris-indirekt-15"].triggered == "mojlig"
    )
    assert "matris-indirekt-15" not in conflicts(matrix_plan(sensitive=False), ANSWERS | {"M3": -2})
    assert "matris-indirekt-15" not in conflicts(matrix_plan(sensitive=False), ANSWERS | {"E1": 0})


def test_a_declared_matrix_rule_needs_no_sensitive_goal():
    rule = {"id": "egen", "titel": "E", "slag": "matris", "mal": ["8", "15"]}
    assert conflicts(matrix_plan(rule, sensitive=False), ANSWERS)["egen"].severity == 3
    found = conflicts(matrix_plan(rule), ANSWERS)
    assert "matris-8-15" not in found
    assert found["egen"].severity == 4


def test_a_declared_matrix_rule_without_goals_gathers_them_all():
    rule = {"id": "egen", "titel": "E", "slag": "matris"}
    found = conflicts(matrix_plan(rule), ANSWERS)
    assert [id_ for id_ in found if id_.startswith("matris")] == []
    assert found["egen"].severity == 4
