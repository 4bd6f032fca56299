"""What Östergötland's and Norrbotten's checklists promise beyond what every shipped checklist keeps."""

import tomllib
from pathlib import Path

import pytest

import hallbarhet.review
from hallbarhet.checklist.agenda import GOALS
from hallbarhet.checklist.conditions import ItemAtom, atoms
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist, Item

MOST = 12


@pytest.fixture(scope="module")
def ostergotland() -> Checklist:
    return Library().find("ostergotland")


@pytest.fixture(scope="module")
def norrbotten() -> Checklist:
    return Library().find("norrbotten-foretagsstod")


def sorting(checklist: Checklist) -> list[Item]:
    return [item for item in checklist.items if item.id.startswith("berors-")]


def goals_of(item: Item) -> set[str]:
    return {target.partition(".")[0] for target in (*item.goals, *item.goals_indirect)}


def triggers(item: Item) -> set[str]:
    return {atom.item for atom in atoms(item.shown_if) if isinstance(atom, ItemAtom)} if item.shown_if else set()


def test_each_group_of_goals_is_sorted_by_one_question_that_offers_just_those_goals(ostergotland: Checklist):
    offered = [{a.id.removeprefix("mal-") for a in item.alternatives} - {"inget"} for item in sorting(ostergotland)]
    assert offered == [set(group.goals) for group in ostergotland.goal_groups]
    assert len(offered) == 5


def test_what_is_touched_and_what_is_not_is_always_explained(ostergotland: Checklist):
    assert all(item.several and item.rationale == "alltid" and not item.may_be_waived for item in sorting(ostergotland))


def test_every_goal_brings_up_a_question_that_points_at_it(ostergotland: Checklist):
    brought_up: set[str] = set()
    for item in ostergotland.items:
        found = [atom for atom in atoms(item.shown_if) if isinstance(atom, ItemAtom)] if item.shown_if else []
        named = {str(name) for atom in found for name in (atom.one_of or (atom.equals,)) if name is not None}
        brought_up |= {goal for goal in goals_of(item) if f"mal-{goal}" in named}
    assert brought_up == set(GOALS)


def test_a_dimension_never_falls_silent_when_few_goals_are_touched(ostergotland: Checklist):
    always = [item for item in ostergotland.items if item.is_scored and item.depth == "kort" and item.shown_if is None]
    dimensions = {ostergotland.theme_by_id[item.theme].dimension for item in always if item.theme}
    assert dimensions == {dimension.id for dimension in ostergotland.dimensions}


@pytest.mark.parametrize("name", ["ostergotland", "norrbotten-foretagsstod"])
def test_a_small_aid_meets_few_questions_even_when_every_follow_up_comes(name: str):
    assert len([item for item in Library().find(name).items if item.depth == "kort"]) <= MOST


def test_the_social_dimension_asks_about_things_at_the_workplace_by_name(norrbotten: Checklist):
    asked = {item.id for item in norrbotten.items if item.theme in {"arbetsplats", "jamlik", "plats"}}
    assert {"individ-jamlikhet", "samhalle-arbetsvillkor", "social-inflytande", "foretag-arbetsmiljo"} <= asked
    assert {"social-kompetens", "plats-boende", "geografi-service"} <= asked


def test_the_circular_business_has_a_part_of_its_own(norrbotten: Checklist):
    part = next(section for section in norrbotten.sections if section.id == "kretslopp")
    assert [item.theme for item in part.items] == ["cirkular"] * 5


def test_reindeer_herding_is_asked_about_only_where_its_land_is_touched(norrbotten: Checklist):
    assert [triggers(norrbotten.item_by_id[id_]) for id_ in ("samiskt-samrad", "samiskt-rennaring")] == [
        {"samiskt-mark"},
        {"samiskt-mark"},
    ]


@pytest.mark.parametrize("name", ["ostergotland", "norrbotten-foretagsstod"])
def test_every_rule_of_the_region_s_own_is_shown_by_a_test_case(name: str):
    checklist = Library().find(name)
    base = Library().find(checklist.origins[0].id)
    own = {rule.id for rule in checklist.conflict_rules} - {rule.id for rule in base.conflict_rules}
    shown = {id_ for example in checklist.examples for id_ in example.expected.conflicts or ()}
    assert own
    assert own <= shown


@pytest.mark.parametrize("name", ["ostergotland", "norrbotten-foretagsstod"])
def test_what_the_demo_says_fits_the_list(name: str):
    path = Path(hallbarhet.review.__file__).parent / "bank" / f"{name}.toml"
    bank = tomllib.loads(path.read_text(encoding="utf-8"))
    checklist = Library().find(name)
    questions = {gate.id: len(gate.questions) for gate in checklist.gates}
    assert set(bank["fragor"]) <= set(checklist.item_by_id)
    assert set(bank["konflikter"]) <= set(checklist.rule_by_id)
    assert all(len(said) == questions[gate] for gate, said in bank["hallplatser"].items())
    for item_id, by_title in bank.get("val", {}).items():
        known = {alternative.id for alternative in checklist.item_by_id[item_id].alternatives}
        assert len(by_title) == len(bank["rubriker"])
        assert all(set(chosen) <= known for chosen in by_title)
