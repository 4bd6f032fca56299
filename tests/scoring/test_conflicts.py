import numpy as np
import pytest
from support.fixture import CLOSE, FIXTURE
from support.worked import ANSWERS, DATA, answers_to, worked_items, worked_plan

from hallbarhet.scoring.answers import OwnConflict
from hallbarhet.scoring.detection import masking
from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.severity import FIELDS, STATUSES, graded

EIGHT = {
    "id": "fin",
    "neutral": 0,
    "grader": [{"grad": grade, "text": "x"} for grade in (-6, -4, -3, -2, 0, 2, 3, 4, 6)],
}
FINE = {"skala": [*DATA["skala"], EIGHT]}
PAIR = {"id": "par", "titel": "Par", "slag": "par", "plus": "E1", "minus": "M3"}
QUIET = {"regler": {"konflikt": {"spann": 200, "dold_min": 1}}}


def conflicts(plan, *answers, **written):
    """Conflicts by id for each row; `written` is status and filled fields by conflict id."""
    block = answers_to(plan, *answers)
    for id_, (status, fields) in written.items():
        place = plan.detectors.index[id_.replace("_", "-")]
        block.statuses[:, place] = STATUSES.index(status)
        block.conflict_written[:, place] = sum(1 << FIELDS.index(field) for field in fields)
    found = [{conflict.id: conflict for conflict in o.conflicts} for o in outcomes(plan, evaluate(plan, block))]
    return found if len(answers) > 1 else found[0]


def rules(*given, **tables):
    return worked_plan(malkonflikt=list(given), **(QUIET | tables))


def split_plan(*facets, rule=None, **changes):
    """A plan where S1 may be split on facets, each `(id, kind, {category: long term}, protected)`."""
    tables = [
        {
            "id": id_,
            "namn": id_,
            "slag": kind,
            "skyddad": protected,
            "kategorier": [{"id": c, "text": c, "lang_sikt": later} for c, later in categories.items()],
        }
        for id_, kind, categories, protected in facets
    ]
    items = worked_items(S1={"fasetter": [facet[0] for facet in facets], **changes})
    return rules(*([rule] if rule else []), fasett=tables, avsnitt=items)


def split(plan, *grades, answers=ANSWERS):
    block = answers_to(plan, answers)
    block.facets[0] = [10 if grade is None else plan.questions.code_of[0][grade] for grade in grades]
    (outcome,) = outcomes(plan, evaluate(plan, block))
    return {conflict.id: conflict for conflict in outcome.conflicts}


# Pairs


def fine(value):
    return {1: 6, -1: -6, 0.5: 3, -0.5: -3}.get(value, 2 if value == 1 / 3 else round(value * 6))


@pytest.mark.parametrize("example", FIXTURE["W10"], ids=str)
def test_a_declared_pair_has_the_strength_and_severity_of_the_worked_example(example):
    tags = {"tagg": [{"id": "skyddad", "namn": "S", "skyddad": example["protected"]}]}
    items = worked_items(E1={"skala": "fin"}, M3={"skala": "fin", "taggar": ["skyddad"]})
    plan = rules(PAIR | {"permanent": example["irreversible"]}, avsnitt=items, **FINE, **tags)
    found = conflicts(plan, ANSWERS | {"E1": fine(example["plus"]), "M3": fine(example["minus"])})["par"]
    assert (found.strength, found.severity) == (pytest.approx(example["strength"], **CLOSE), example["severity"])
    assert found.triggered == ("utlost" if example["severity"] else "ej_utlost")


@pytest.mark.parametrize(
    "answers, triggered",
    [
        ({"M3": "unknown"}, "mojlig"),
        ({"M3": "unknown", "E1": 0}, "ej_utlost"),
        ({"M3": "na"}, "ej_utlost"),
        ({"M3": "unknown", "E1": "unknown"}, "mojlig"),
        ({"M3": 0}, "ej_utlost"),
        ({"M3": -1, "E1": -1}, "ej_utlost"),
    ],
)
def test_a_pair_may_be_possible_and_a_waived_question_stands_against_nothing(answers, triggered):
    found = conflicts(rules(PAIR), ANSWERS | answers)["par"]
    assert (found.triggered, found.strength, found.severity) == (triggered, 0, 0)


def test_a_possible_conflict_says_what_it_waits_for():
    found = conflicts(rules(PAIR), ANSWERS | {"M3": "unknown"})["par"]
    assert (found.waits_for, found.items) == (("M3",), ("M3", "E1"))


def test_a_pair_holds_one_way_unless_it_is_declared_both_ways():
    turned = ANSWERS | {"E1": -2, "M3": 2}
    assert conflicts(rules(PAIR), turned)["par"].triggered == "ej_utlost"
    found = conflicts(rules(PAIR | {"omvand": True}), turned)["par"]
    assert (found.triggered, found.against, found.strength) == ("utlost", ("M3", "E1"), 1)


def test_a_pair_may_have_thresholds_of_its_own():
    picky = rules(PAIR | {"troskel_plus": 1, "troskel_minus": 0.6})
    assert conflicts(picky, ANSWERS | {"M3": -1})["par"].triggered == "ej_utlost"
    assert conflicts(picky, ANSWERS | {"M3": -2})["par"].triggered == "utlost"


def test_a_pair_may_stand_on_questions_that_give_no_points():
    plan = rules(PAIR, avsnitt=worked_items(E1={"vikt": 0}, M3={"tema": None}))
    assert conflicts(plan, ANSWERS | {"M3": -2})["par"].severity == 3


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


# Facets

GENDER = ("kon", "grupp", {"kvinnor": False, "man": False}, True)
TIME = ("tid", "tid", {"kort": False, "lang": True}, False)
CROSSED = ("korsad", "grupp", {"fk": False, "fm": False, "uk": False, "um": False}, True)
PLACE = ("plats", "plats", {"tatort": False, "glesbygd": False}, False)


@pytest.mark.parametrize(
    "facet, grades, example",
    [
        (GENDER, (-1, 2), FIXTURE["W11"][0]),
        (PLACE, (2, 0), FIXTURE["W11"][1]),
        (TIME, (2, -2), FIXTURE["W11"][2]),
        (CROSSED, (-1, 0, 1, 1), FIXTURE["W11"][3]),
    ],
)
def test_split_answers_are_graded_as_in_the_worked_example(facet, grades, example):
    found = split(split_plan(facet), *grades)[f"fasett-S1-{facet[0]}"]
    assert (found.strength, found.severity) == (example["strength"], example["severity"])


def test_who_wins_and_who_loses_is_told_winner_first():
    found = split(split_plan(GENDER), -1, 2)["fasett-S1-kon"]
    assert (found.against, found.items, found.facet) == (("man", "kvinnor"), ("S1",), "kon")


def test_an_even_split_and_a_category_left_out_are_no_conflict():
    assert "fasett-S1-kon" not in split(split_plan(GENDER), 1, 2)
    assert "fasett-S1-kon" not in split(split_plan(GENDER), None, -2)


def test_a_split_of_an_answer_that_does_not_count_is_no_conflict():
    assert "fasett-S1-kon" not in split(split_plan(GENDER), -1, 2, answers=ANSWERS | {"S1": "na"})


def test_a_loss_now_for_a_gain_later_can_be_undone():
    assert split(split_plan(TIME), -2, 2)["fasett-S1-tid"].severity == 3


def test_two_facets_of_one_question_are_two_conflicts():
    found = split(split_plan(GENDER, TIME), -1, 2, 2, -2)
    assert {"fasett-S1-kon", "fasett-S1-tid"} <= found.keys()


def test_a_declared_facet_rule_gathers_every_question_split_that_way():
    rule = {"id": "kon-regel", "titel": "K", "slag": "fasett", "fasett": "kon"}
    found = split(split_plan(GENDER, TIME, rule=rule), -1, 2, 2, -2)
    assert (found["kon-regel"].triggered, found["kon-regel"].against) == ("utlost", ("man", "kvinnor"))
    assert "fasett-S1-kon" not in found
    assert "fasett-S1-tid" in found


# Strategy goals and the matrix

STRATEGY = {"strategimal": [{"id": "jobb", "namn": "Jobb"}, {"id": "miljo", "namn": "Miljö"}]}


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


# Free conditions


def test_a_free_condition_has_the_strength_it_declares_or_two_thirds():
    rule = {"id": "fri", "titel": "F", "slag": "villkor", "om": {"punkt": "M3", "max": -1}}
    plan = rules(rule, rule | {"id": "stark", "styrka": 0.9, "om": {"punkt": "M3", "max": -2}})
    first, second = conflicts(plan, ANSWERS | {"M3": -1}, ANSWERS | {"M3": -2})
    assert (first["fri"].strength, first["fri"].severity) == (pytest.approx(2 / 3), 2)
    assert first["stark"].triggered == "ej_utlost"
    assert (second["fri"].detected_by, second["fri"].severity) == (("fri", "stark"), 3)


def test_a_free_condition_on_goals_hangs_on_the_questions_linked_to_them():
    items = worked_items(M1={"agenda2030": ["13.2"]}, E1={"strategimal": ["jobb"]})
    condition = {
        "alla": [{"mal": "13", "varde": "plus", "min": 1}, {"mal": "jobb"}, {"spann": ["social", "ekonomisk"]}]
    }
    rule = {"id": "fri", "titel": "F", "slag": "villkor", "om": condition}
    found = conflicts(rules(rule, avsnitt=items, **STRATEGY), ANSWERS)["fri"]
    assert found.items == ("S1", "S2", "S3", "M1", "E1", "E2", "E3")
    assert found.against == found.items


def test_a_free_condition_hangs_on_the_questions_behind_the_points_it_asks_for():
    condition = {"alla": [{"punkt": "S1", "min": 1}, {"tema": "klimat", "under": 0}]}
    plan = rules({"id": "fri", "titel": "F", "slag": "villkor", "om": condition})
    found = conflicts(plan, ANSWERS | {"M1": "unknown"})["fri"]
    assert (found.items, found.waits_for, found.against) == (("S1", "M1", "M2"), ("M1",), ("S1",))


# One conflict told once


def test_a_pair_and_a_free_condition_on_the_same_questions_are_one_with_the_highest_severity():
    free = {
        "id": "fri",
        "titel": "F",
        "slag": "villkor",
        "styrka": 1,
        "permanent": True,
        "om": {"alla": [{"punkt": "M3", "under": 0}, {"punkt": "E1", "over": 0}]},
    }
    found = conflicts(rules(PAIR, free), ANSWERS | {"M3": -1})
    assert (found["par"].detected_by, found["par"].severity, found["par"].strength) == (("par", "fri"), 4, 1)
    assert "fri" not in found


def test_a_rule_that_sees_nothing_is_told_beside_one_on_the_same_questions_that_does():
    free = {
        "id": "fri",
        "titel": "F",
        "slag": "villkor",
        "om": {"alla": [{"punkt": "M3", "max": -2}, {"punkt": "E1", "min": 1}]},
    }
    found = conflicts(rules(PAIR, free), ANSWERS | {"M3": -1})
    assert (found["par"].triggered, found["fri"].triggered) == ("utlost", "ej_utlost")


def test_a_free_condition_and_a_facet_on_the_same_question_are_one():
    rule = {
        "id": "fri",
        "titel": "F",
        "slag": "villkor",
        "om": {"punkt": "S1", "fasett": "kon", "varde": "min", "under": 0},
    }
    found = split(split_plan(GENDER, rule=rule), -1, 2)
    assert found["fri"].detected_by == ("fri", "fasett-S1-kon")


def test_what_was_written_under_any_of_its_names_counts():
    free = {
        "id": "fri",
        "titel": "F",
        "slag": "villkor",
        "om": {"alla": [{"punkt": "M3", "under": 0}, {"punkt": "E1", "over": 0}]},
    }
    found = conflicts(rules(PAIR, free), ANSWERS | {"M3": -1}, fri=("hanterad", ("motivering", "atgard")))
    assert (found["par"].status, found["par"].documented, found["par"].is_settled) == ("hanterad", 1, True)


# What must be written

ALL = ("motivering", "atgard", "ansvarig", "uppfoljning", "uppfoljning_datum")


def handled(status, fields, m3=-2, **rule):
    return conflicts(rules(PAIR | rule), ANSWERS | {"M3": m3}, par=(status, fields))["par"]


def test_half_of_what_a_grave_conflict_needs_is_half():
    found = handled("oppen", ("motivering", "atgard"))
    assert (found.severity, found.required, found.documented) == (3, ALL, 0.5)


def test_a_follow_up_without_a_date_is_not_written():
    assert handled("oppen", ("motivering", "atgard", "ansvarig", "uppfoljning")).documented == 0.75
    assert handled("hanterad", ALL).documented == 1


@pytest.mark.parametrize(
    "status, m3, rule, required",
    [
        ("oppen", -1, {}, ("motivering", "atgard")),
        ("accepterad", -1, {}, ("motivering", "beslutsfattare")),
        ("avfardad", -1, {}, ("motivering",)),
        ("accepterad", -2, {}, ("motivering", "ansvarig", "uppfoljning", "uppfoljning_datum", "beslutsfattare")),
        ("hanterad", -2, {"permanent": True}, (*ALL, "beslutsfattare")),
        ("avfardad", -2, {"permanent": True}, ("motivering", "beslutsfattare")),
    ],
)
def test_what_must_be_written_goes_by_severity_and_status(status, m3, rule, required):
    assert handled(status, (), m3, **rule).required == required
    assert handled(status, required, m3, **rule).is_settled == (status != "oppen")


def test_the_lightest_conflict_needs_nothing_written():
    items = worked_items(E1={"skala": "fin"}, M3={"skala": "fin"})
    found = conflicts(rules(PAIR, avsnitt=items, **FINE), ANSWERS | {"E1": 2, "M3": -2})["par"]
    assert (found.severity, found.required, found.documented, found.is_settled) == (1, (), 1, True)


def test_a_critical_conflict_holds_the_case_until_all_is_written():
    plan = rules(PAIR | {"permanent": True})
    place = plan.detectors.index["par"]
    block = answers_to(plan, *[ANSWERS | {"M3": -2}] * 3)
    block.statuses[1:, place] = STATUSES.index("hanterad")
    block.conflict_written[1, place] = 0b011111
    block.conflict_written[2, place] = 0b111111
    assert [outcome.state for outcome in outcomes(plan, evaluate(plan, block))] == [
        "hallplats",
        "hallplats",
        "niva_klar",
    ]


def test_a_conflict_that_the_officer_saw_counts_like_any_other():
    plan = rules()
    own = OwnConflict("egen-1", "Buller", 4, ("grannar",), STATUSES.index("oppen"), 0b000001)
    block = answers_to(plan, ANSWERS, ANSWERS).with_own({1: (own,)})
    first, second = outcomes(plan, evaluate(plan, block))
    assert (first.state, first.conflicts) == ("niva_klar", ())
    (found,) = second.conflicts
    assert (second.state, found.kind, found.title, found.triggered) == ("hallplats", "egen", "Buller", "utlost")
    assert (found.documented, found.is_settled, found.against) == (pytest.approx(1 / 5), False, ("grannar",))


def test_severity_goes_by_thirds_of_the_strength():
    strengths = np.array([0.0, 1 / 3, 0.34, 2 / 3, 0.67, 1])
    assert graded(strengths, np.zeros(6, dtype=np.int8)).tolist() == [1, 1, 2, 2, 3, 3]
    assert graded(strengths, np.full(6, 2, dtype=np.int8)).tolist() == [3, 3, 4, 4, 4, 4]


def test_declared_conflicts_are_always_told_and_undeclared_ones_only_when_there_is_something_to_say():
    found = conflicts(rules(PAIR), ANSWERS)
    assert [(conflict.id, conflict.triggered, conflict.against) for conflict in found.values()] == [
        ("par", "ej_utlost", ("E1", "M3"))
    ]


def test_arrays_say_which_conflicts_stand_under_their_own_name():
    plan = worked_plan()
    found = evaluate(plan, answers_to(plan, ANSWERS | {"E1": 2, "E2": -2, "E3": 0}, ANSWERS)).conflicts
    theme, dimension = (plan.detectors.index[id_] for id_ in ("dold-tema-affar", "dold-dimension-ekonomisk"))
    assert found.is_told[:, [theme, dimension]].tolist() == [[True, False], [True, True]]
    assert found.gap_pairs.shape == (2, 1)


def test_without_gap_detectors_there_are_no_dimensions_to_tell_apart():
    plan = worked_plan(
        dimension=[{"id": "allt", "namn": "A"}], tema=[theme | {"dimension": "allt"} for theme in DATA["tema"]]
    )
    assert evaluate(plan, answers_to(plan, ANSWERS)).conflicts.gap_pairs.shape == (1, 0)


def test_a_silenced_rule_is_not_told_at_all():
    assert conflicts(rules(PAIR | {"av": True, "motivering": "Prövas i del 4."}), ANSWERS | {"M3": -2}) == {}
