import pytest
from support.worked import ANSWERS, DATA, answers_to, worked_items, worked_plan

from hallbarhet.scoring.codes import UNANSWERED
from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.outcomes import outcomes

SIZES = [
    {
        "id": "ort",
        "namn": "Ort",
        "slag": "plats",
        "kategorier": [{"id": "stad", "text": "s"}, {"id": "land", "text": "l"}],
    },
    {"id": "alder", "namn": "Ålder", "slag": "grupp", "kategorier": [{"id": f"a{n}", "text": "a"} for n in range(4)]},
]
RISK = {"id": "risk", "neutral": 0, "polaritet": -1, "grader": [{"grad": n, "text": str(n)} for n in range(3)]}


def found(plan, answers, cells=None):
    given = answers_to(plan, answers)
    if cells is not None:
        given.facets[0] = cells
    return {conflict.id: conflict for conflict in outcomes(plan, evaluate(plan, given))[0].conflicts}


def test_facets_of_different_sizes_do_not_disturb_each_other():
    plan = worked_plan(fasett=SIZES, avsnitt=worked_items(E1={"fasetter": ["ort", "alder"]}))
    kind = found(plan, ANSWERS, [4, 3, 2, 2, 2, 2])
    assert "fasett-E1-ort" not in kind
    split = found(plan, ANSWERS, [4, 0, 2, 2, 2, 4])
    assert split["fasett-E1-ort"].strength == 1
    assert (split["fasett-E1-alder"].strength, split["fasett-E1-alder"].severity) == (0, 1)
    assert found(plan, ANSWERS, [4, 2, 2, 2, 2, 2])["fasett-E1-ort"].severity == 1
    assert "fasett-E1-ort" not in found(plan, ANSWERS, [0, 0, 2, 2, 2, 2])


def test_a_category_without_a_grade_takes_no_side():
    plan = worked_plan(fasett=SIZES, avsnitt=worked_items(E1={"fasetter": ["ort", "alder"]}))
    for grade in (0, 4):
        assert "fasett-E1-ort" not in found(plan, ANSWERS, [grade, UNANSWERED, 2, 2, 2, 2])


def test_a_theme_with_one_question_can_hide_nothing():
    ids = found(worked_plan(), ANSWERS | {"M3": "unknown", "S3": "unknown"})
    assert "dold-dimension-social" in ids
    assert {"dold-tema-natur", "dold-tema-plats"}.isdisjoint(ids)


def test_an_unknown_risk_may_be_what_stands_against_a_gain():
    plan = worked_plan(skala=[*DATA["skala"], RISK], avsnitt=worked_items(M2={"skala": "risk"}))
    conflict = found(plan, ANSWERS | {"M1": 2, "M2": "unknown"})["dold-tema-klimat"]
    assert (conflict.triggered, conflict.against, conflict.waits_for) == ("mojlig", ("M1", "M2"), ("M2",))


def test_a_rule_about_goals_sees_nothing_where_goals_do_not_move_each_other():
    rule = {"id": "m", "titel": "M", "slag": "matris", "mal": ["8", "15"]}
    items = worked_items(E1={"agenda2030": ["8.1"]}, M3={"agenda2030": ["15.1"]})
    assert found(worked_plan(malkonflikt=[rule], avsnitt=items), ANSWERS)["m"].triggered == "ej_utlost"


@pytest.mark.parametrize("lowest, triggered", [(0, "ej_utlost"), (-1, "utlost")])
def test_a_gap_is_a_conflict_only_when_the_weakest_dimension_is_below_zero(lowest, triggered):
    rule = {"id": "spann", "titel": "S", "slag": "spann", "troskel": 60}
    plan = worked_plan(malkonflikt=[rule])
    answers = dict.fromkeys(ANSWERS, 0) | {"E1": 2, "E2": 2, "E3": 2, "M3": lowest}
    assert found(plan, answers)["spann"].triggered == triggered
