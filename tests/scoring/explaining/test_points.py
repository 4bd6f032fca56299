import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.explained import PLAN, explained, of_answers
from support.worked import ANSWERS, DATA, answers_to, worked_plan

from hallbarhet.scoring.codes import NEW, NOT_RELEVANT, UNANSWERED, UNKNOWN, UNMAPPABLE

answers_of_nine = st.fixed_dictionaries({item: st.sampled_from([-2, -1, 0, 1, 2, "unknown", "na"]) for item in ANSWERS})
weights = st.sampled_from([0.5, 1, 2, 3])


def added_up(parts):
    return tuple(math.fsum(getattr(part, end) or 0 for part in parts) for end in ("low", "central", "high"))


def ends(points):
    return pytest.approx((points.low or 0, points.central or 0, points.high or 0), rel=0, abs=1e-9)


def check_that_everything_adds_up(found):
    items = [item for dimension in found.dimensions for theme in dimension.themes for item in theme.items]
    for dimension in found.dimensions:
        own = [item for theme in dimension.themes for item in theme.items]
        assert added_up([theme.contribution for theme in dimension.themes]) == ends(dimension.points)
        assert added_up([item.contribution for item in own]) == ends(dimension.points)
        signed = [item.contribution.central or 0 for item in own if item.state == "besvarad"]
        assert math.fsum(max(points, 0) for points in signed) == pytest.approx(dimension.plus or 0, abs=1e-9)
        assert math.fsum(max(-points, 0) for points in signed) == pytest.approx(dimension.minus or 0, abs=1e-9)
        for theme in dimension.themes:
            assert added_up([item.contribution for item in theme.items]) == ends(theme.contribution)
    if found.index.points.central is not None:
        assert added_up([d.contribution for d in found.dimensions if d.contribution]) == ends(found.index.points)
        assert added_up([i.index_contribution for i in items if i.index_contribution]) == ends(found.index.points)
        assert math.fsum(item.share_of_index or 0 for item in items) == pytest.approx(1, abs=1e-9)


def test_the_worked_example_is_explained_question_by_question():
    found = explained(ANSWERS)
    social, ecological, _ = found.dimensions
    climate, nature = ecological.themes
    emissions, resources = climate.items
    assert (emissions.id, emissions.grade, emissions.points.central, emissions.weight) == ("M1", 1, 50, 2)
    assert emissions.share_of_theme == pytest.approx(2 / 3)
    assert emissions.share_of_dimension == pytest.approx(1 / 3)
    assert emissions.share_of_index == pytest.approx(1 / 9)
    assert emissions.contribution.central == pytest.approx(50 / 3)
    assert emissions.index_contribution.central == pytest.approx(50 / 9)
    assert resources.contribution.central == pytest.approx(-25 / 3)
    assert (climate.share, nature.share, climate.weight) == (0.5, 0.5, 1)
    assert climate.contribution.central == pytest.approx(climate.points.central / 2)
    assert (ecological.plus, ecological.minus) == pytest.approx((50 / 3, 25 / 3))
    assert social.share == pytest.approx(1 / 3)
    assert social.contribution.central == pytest.approx(55.55555555555556 / 3)
    check_that_everything_adds_up(found)


@given(answers_of_nine, st.fixed_dictionaries(dict.fromkeys(ANSWERS, weights)), st.lists(weights, min_size=8))
@settings(max_examples=60)
def test_contributions_add_up_to_every_number(answers, item_weights, others):
    plan = PLAN.reweighted(
        items=item_weights,
        themes=dict(zip(PLAN.themes, others[:5], strict=True)),
        dimensions=dict(zip(PLAN.dimensions, others[5:8], strict=True)),
    )
    check_that_everything_adds_up(explained(answers, plan))


def test_what_does_not_count_is_shown_and_adds_nothing():
    found = explained(ANSWERS | {"M2": "na", "M3": "na"})
    climate, nature = found.dimensions[1].themes
    assert [item.state for item in (*climate.items, *nature.items)] == ["besvarad", "ej_relevant", "ej_relevant"]
    assert climate.items[1].share_of_dimension == climate.items[1].share_of_theme == 0
    assert climate.items[1].contribution.central is None
    assert climate.items[1].index_contribution.central is None
    assert (nature.share, nature.points.central, nature.contribution.central) == (0, None, None)
    assert climate.share == 1
    assert found.index.waived == ("M2", "M3")
    assert found.index.not_relevant_effect == pytest.approx(11.111111111111)
    check_that_everything_adds_up(found)


def test_an_unknown_answer_contributes_a_range():
    item = explained(ANSWERS | {"S3": "unknown"}).dimensions[0].themes[1].items[0]
    assert (item.state, item.grade) == ("vet_inte", None)
    assert (item.points.low, item.points.central, item.points.high) == (-100, 0, 100)
    assert item.contribution.low == pytest.approx(-100 / 3)


def test_a_dimension_without_weight_is_no_part_of_the_index():
    dimensions = [d | {"vikt": 0 if d["id"] == "ekologisk" else 1} for d in DATA["dimension"]]
    found = explained(ANSWERS, worked_plan(dimension=dimensions))
    ecological = found.dimensions[1]
    assert (ecological.share, ecological.contribution) == (None, None)
    assert ecological.themes[0].items[0].index_contribution is None
    assert found.dimensions[0].share == 0.5
    check_that_everything_adds_up(found)


def test_a_theme_without_weight_adds_nothing_to_its_dimension():
    themes = [theme | {"vikt": 0 if theme["id"] == "klimat" else 1} for theme in DATA["tema"]]
    found = explained(ANSWERS, worked_plan(tema=themes))
    climate = found.dimensions[1].themes[0]
    assert climate.share == 0
    assert climate.points.central == pytest.approx(50 / 3)
    assert climate.contribution.central == 0


@pytest.mark.parametrize("method", ["potens", "min", "ingen"])
def test_an_index_that_is_no_weighted_mean_has_no_contributions(method):
    rules = {"sammanvagning": method} | ({"exponent": 0.5} if method == "potens" else {})
    found = explained(ANSWERS, worked_plan(regler=rules))
    assert found.index.method == method
    assert found.index.exponent == (0.5 if method == "potens" else None)
    assert all(dimension.contribution is None for dimension in found.dimensions)
    assert (found.index.points.central is None) == (method == "ingen")


def test_a_dimension_whose_themes_weigh_nothing_has_no_shares():
    themes = [theme | {"vikt": 0 if theme["dimension"] == "ekologisk" else 1} for theme in DATA["tema"]]
    ecological = explained(ANSWERS, worked_plan(tema=themes)).dimensions[1]
    assert (ecological.points.central, ecological.share) == (None, None)
    assert [theme.share for theme in ecological.themes] == [0, 0]


def test_every_kind_of_answer_is_told_apart():
    codes = [UNANSWERED, UNKNOWN, NEW, UNMAPPABLE, NOT_RELEVANT, 4]
    answers = answers_to(PLAN, ANSWERS)
    answers.codes[0, :6] = codes
    found = of_answers(PLAN, answers)
    states = {item.id: item.state for part in found.dimensions for theme in part.themes for item in theme.items}
    assert [states[id_] for id_ in ("S1", "S2", "S3", "M1", "M2", "M3")] == [
        "obesvarad", "vet_inte", "ny_fraga", "ej_mappbar", "ej_relevant", "besvarad",
    ]  # fmt: skip
