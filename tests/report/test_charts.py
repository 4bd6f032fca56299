"""Pictures that state what they show, also to those who cannot see them or their colours."""

import re

import pytest

from hallbarhet.report import charts
from hallbarhet.texts import charts as texts


def shapes(chart, tag=None, kind=None):
    return [shape for shape in chart.shapes if tag in (None, shape.tag) and kind in (None, shape.kind)]


def number(text):
    return float(text.removesuffix("%"))


def test_titles_state_the_finding(inner):
    assert inner.dimensions.chart.title == (
        "Högst ligger ekonomisk hållbarhet med +100,0 poäng, lägst ekologisk hållbarhet med −50,0."
    )
    assert inner.conflicts.chart.title == (
        "3\u00a0målkonflikter, som högst med allvar 3 av 4, allvarlig. 1\u00a0är öppen."
    )
    assert inner.goals.chart.title == (
        "Frågorna gäller 5 av de 17 globala målen. "
        "Mest plus får mål 8 Anständiga arbetsvillkor och ekonomisk tillväxt. "
        "Mest minus får mål 13 Bekämpa klimatförändringarna."
    )


def test_descriptions_tell_every_value(inner):
    assert inner.dimensions.chart.description == (
        "Social hållbarhet: +33,3 poäng, 33,3 plus och 0,0 minus, spann 0,0 till +66,7. "
        "Ekologisk hållbarhet: −50,0 poäng, 0,0 plus och 50,0 minus. "
        "Ekonomisk hållbarhet: +100,0 poäng, 100,0 plus och 0,0 minus."
    )
    assert "Allvar 3 allvarlig: 1\u00a0öppen och 1\u00a0klar." in inner.conflicts.chart.description
    assert "Mål 15 Ekosystem och biologisk mångfald: plus 0,0, minus 8,3." in inner.goals.chart.description


def test_plus_goes_right_of_the_middle_and_minus_left():
    bar = charts.DimensionBar("Social", "+10,0", -20.0, 10.0, 40.0, 30.0, 20.0)
    chart = charts.dimension_chart("d", "t", "b", [bar])
    (plus,), (minus,) = shapes(chart, "rect", "plus"), shapes(chart, "rect", "minus")
    assert (plus.x, plus.x2) == ("50%", "15%")
    assert (minus.x, minus.x2) == ("40%", "10%")


def test_the_whisker_spans_the_range_and_the_diamond_stands_at_the_points():
    bar = charts.DimensionBar("Social", "+10,0", -20.0, 10.0, 40.0, 30.0, 20.0)
    chart = charts.dimension_chart("d", "t", "b", [bar])
    whisker = shapes(chart, "line", "whisker")[0]
    assert (whisker.x, whisker.x2) == ("40%", "70%")
    assert shapes(chart, "diamond")[0].x == "55%"


def test_certain_points_have_no_whisker_and_no_word_about_one():
    chart = charts.dimension_chart("d", "t", "b", [charts.DimensionBar("Social", "+10,0", 10.0, 10.0, 10.0, 10.0, 0.0)])
    assert shapes(chart, kind="whisker") == []
    assert [entry.kind for entry in chart.legend] == ["plus", "net"]


def test_all_seventeen_goals_stand_in_order_and_untouched_ones_are_rings(inner):
    chart = inner.goals.chart
    named = [shape.text for shape in chart.shapes if shape.kind in {"goal", "goal-untouched"}]
    assert named == [str(goal) for goal in range(1, 18)]
    assert len(shapes(chart, "ring", "untouched")) == 12
    assert len(shapes(chart, "dot", "even")) == 1


def test_open_conflicts_are_told_from_settled_ones_by_pattern_and_by_words(inner):
    chart = inner.conflicts.chart
    assert [entry.text for entry in chart.legend] == ["Öppna", "Klara"]
    assert "1\u00a0öppen och 1\u00a0klar" in [shape.text for shape in shapes(chart, "text", "value")]


@pytest.mark.parametrize("name", ["dimensions", "conflicts", "goals"])
def test_nothing_reaches_outside_the_picture(inner, name):
    chart = getattr(inner, name).chart
    for shape in chart.shapes:
        assert 0 <= number(shape.x) <= 100
        if shape.tag == "rect":
            assert number(shape.x) + number(shape.x2) <= 100.01
            assert number(shape.y) + number(shape.y2) <= number(chart.height)


@pytest.mark.parametrize("name", ["dimensions", "conflicts", "goals"])
def test_the_same_data_stands_in_a_table(inner, name):
    part = getattr(inner, name)
    table = part.table if name == "conflicts" else part.tables[0]
    told = " ".join(" ".join((row.head, *row.cells)) for row in table.rows)
    for value in re.findall(r"[+−]?\d+,\d", part.chart.description):
        assert value in told


def test_one_dimension_or_equal_ones_are_no_contest():
    assert texts.dimensions([("Social", 12.0)]) == "Social har +12,0 poäng."
    assert texts.dimensions([("Social", 12.0), ("Ekologisk", 12.01)]) == "Alla dimensioner har +12,0 poäng."
    assert texts.dimensions([]) == "Ingen dimension har poäng."


def test_a_long_name_is_shortened_only_in_the_picture():
    name = "Ekologisk hållbarhet inom planetens gränser och länets egna"
    chart = charts.dimension_chart("d", "t", "b", [charts.DimensionBar(name, "0,0", 0.0, 0.0, 0.0, 0.0, 0.0)])
    assert shapes(chart, "text", "name")[0].text == "Ekologisk hållbarhet inom planete…"
