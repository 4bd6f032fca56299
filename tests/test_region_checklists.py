"""What is a region's own in the shipped lists of Värmland and Jämtland Härjedalen, and must stay so."""

import pytest

from hallbarhet.assessment.result import score
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.review.examples import example_assessment
from hallbarhet.scoring.outcome import Outcome


@pytest.fixture(scope="module")
def varmland() -> Checklist:
    return Library().find("varmland")


@pytest.fixture(scope="module")
def jamtland() -> Checklist:
    return Library().find("jamtland-harjedalen")


def outcome(checklist: Checklist, name: str) -> Outcome:
    example = next(found for found in checklist.examples if found.name.endswith(name))
    return score(checklist, example_assessment(checklist, example))


def section(checklist: Checklist, section_id: str):
    return next(found for found in checklist.sections if found.id == section_id).items


def test_varmland_puts_nature_s_limits_first_and_the_economy_last(varmland):
    assert [dimension.id for dimension in varmland.dimensions] == ["ekologisk", "social", "ekonomisk"]


def test_the_baseline_stands_beside_and_the_own_steering_apart(varmland):
    beside = [*section(varmland, "nulage"), *section(varmland, "styrning")]
    assert len(beside) == 9
    assert [item.id for item in beside if item.is_scored or item.theme] == []
    assert {item.id for item in varmland.items if item.reading == "nulage"} == {
        "nulage-avstand", "nulage-riktning", "nulage-sakerhet",
    }  # fmt: skip


def test_a_baseline_figure_names_its_year_and_source(varmland, jamtland):
    told = [note.baseline for one in (varmland, jamtland) for note in one.goal_notes if note.baseline]
    assert told
    assert [text for text in told if "20" not in text or "Källa: " not in text] == []


def test_reindeer_herding_is_asked_about_only_where_it_may_be_touched(jamtland):
    assert {item.id for item in section(jamtland, "samiskt") if item.shown_if is None} == {
        "samiskt-mark",
        "samiskt-liv",
    }
    assert jamtland.item_by_id["samiskt-mark"].depth == "kort"


def test_a_case_that_does_not_touch_reindeer_gets_no_points_for_it(jamtland):
    def told(name: str) -> bool:
        return any(
            theme.id == "samiskt" and theme.points.central is not None for theme in outcome(jamtland, name).themes
        )

    assert told("renar berörs och samebyn är hörd")
    assert not told("kedjan håller inte")
