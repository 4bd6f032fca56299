"""The worked examples of the owner's handbook: a region that is nobody's, and a programme on top of it."""

import tomllib
from pathlib import Path

import pytest

from hallbarhet.checklist.library import Library
from hallbarhet.review.checking import check_file
from hallbarhet.review.demo_made import maker
from hallbarhet.review.examples import failures
from hallbarhet.texts.municipalities import CODE_BY_NAME

FOLDER = Path(__file__).parents[2] / "docs" / "exempel"
FILES = sorted(FOLDER.glob("*.toml"))
REGION, PROGRAMME = "region-alvmark-projektmedel", "alvmark-levande-byar"
MOST_SHORT = 12
ENOUGH = 24
"""So many made cases hold both depths, drafts, second readers and cases that were ended at a gate."""


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture(scope="module")
def library():
    return Library(folder=FOLDER)


def test_there_are_two_levels_on_the_shared_list(library):
    assert [path.stem for path in FILES] == [PROGRAMME, REGION]
    chain = [origin.id for origin in library.find(PROGRAMME).origins]
    assert chain == [REGION, "grund-projektmedel", "grund"]


def test_nothing_is_wrong_with_it_and_every_test_case_holds(path):
    found = [problem.sentence for problem in check_file(path, Library()) if problem.severity != "tips"]
    assert found == [], "has the base changed? read what it says, go through it and write the new fingerprint"


def test_it_knows_exactly_what_it_was_written_against(path, library):
    head = tomllib.loads(path.read_text(encoding="utf-8"))["checklista"]
    assert head["bygger_pa_fingeravtryck"] == library.load(path).origins[0].fingerprint


def test_the_test_cases_of_every_level_are_tried(library):
    names = {example.name for example in library.find(PROGRAMME).examples}
    for below in (REGION, "grund-projektmedel", "grund"):
        assert {example.name for example in library.find(below).examples} <= names


def test_the_region_s_ceiling_is_what_changed_the_inherited_case(library):
    base = next(one for one in library.find("grund-projektmedel").examples if one.name.startswith("Cykelled"))
    assert failures(library.find("grund-projektmedel"), base) == ()
    assert len(failures(library.find(REGION), base)) == 1


def test_a_small_aid_meets_as_few_questions_as_in_the_base(path, library):
    short = [item for item in library.load(path).items if item.depth == "kort" and item.shown_if is None]
    assert len(short) == MOST_SHORT


def test_it_can_be_walked_to_the_end(path, library):
    making = maker(library.load(path), 7)
    cases = [making.make(index) for index in range(ENOUGH)]
    assert {case.checklist.id for case in cases} == {path.stem}
    assert {case.header.status for case in cases} >= {"klar", "granskad"}
    own = "alvmark-alven" if path.stem == REGION else "byar-ideella"
    assert any(answer.item == own for case in cases for answer in case.answers)


def test_what_a_level_adds_carries_its_own_word_first(library):
    base = {item.id for item in library.find("grund-projektmedel").items}
    region = {item.id for item in library.find(REGION).items}
    programme = {item.id for item in library.find(PROGRAMME).items}
    assert region - base == {"alvmark-alven", "alvmark-alven-hord"}
    assert programme - region == {"byar-ideella"}


def test_the_region_is_nobody_s():
    assert not any("Älvmark" in municipality for municipality in CODE_BY_NAME)
