"""The sentences that made cases are put together from fit their checklists, and need nothing that is not filled in."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import hallbarhet.review
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.review import demo_bank
from hallbarhet.review.demo_bank import Teller, bank_for
from hallbarhet.review.demo_facts import stream

BANKS = sorted((Path(hallbarhet.review.__file__).parent / "bank").glob("*.toml"))
NAMES = {"ort": "Trankärret", "ort2": "Orrmossen", "kommun": "Växjö"}
SHIPPED = ["kronoberg-projektmedel", "kronoberg-foretagsstod", "grund-kommersiell-service", "grund"]


def sentences(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield data
        case dict():
            for entry in data.values():
                yield from sentences(entry)
        case list():
            for entry in data:
                yield from sentences(entry)


@pytest.fixture(scope="module", params=SHIPPED)
def checklist(request: pytest.FixtureRequest) -> Checklist:
    return Library().find(request.param)


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_every_sentence_can_be_filled_in(path: Path):
    tell = Teller(stream(1, 0, "prov"), NAMES)
    for sentence in sentences(tomllib.loads(path.read_text(encoding="utf-8"))):
        assert "{" not in tell.fill(sentence)


def test_a_bank_speaks_only_of_questions_and_rules_that_exist(checklist: Checklist):
    own = bank_for(checklist).own
    assert set(own["fragor"]) <= set(checklist.item_by_id)
    assert set(own["konflikter"]) == set(checklist.rule_by_id)


@pytest.mark.parametrize("path", [path for path in BANKS if path.stem != "gemensam"], ids=lambda path: path.stem)
def test_a_list_on_top_of_another_adds_sentences_only_for_what_it_has(path: Path):
    own, checklist = tomllib.loads(path.read_text(encoding="utf-8")), Library().find(path.stem)
    assert set(own.get("fragor", {})) <= set(checklist.item_by_id)
    assert set(own.get("konflikter", {})) <= set(checklist.rule_by_id)
    assert set(own.get("hallplatser", {})) <= {gate.id for gate in checklist.gates}
    assert {len(by_title) for by_title in own.get("val", {}).values()} <= {len(own.get("rubriker", ()))}


def test_numbers_of_a_likely_size_are_allowed_by_their_question(checklist: Checklist):
    bank = bank_for(checklist)
    for item_id in bank.own.get("tal", {}):
        item, span = checklist.item_by_id[item_id], bank.span(item_id)
        assert span is not None
        low, below, _ = span.steps
        assert (item.at_least or 0) <= low < below <= (item.at_most or 0)


def test_every_gate_that_can_be_passed_has_answers_to_its_questions(checklist: Checklist):
    said = bank_for(checklist).own["hallplatser"]
    passable = {gate.id: len(gate.questions) for gate in checklist.gates if gate.effect != "stopp"}
    assert {gate: len(answers) for gate, answers in said.items()} == passable


def test_every_judged_question_has_its_own_words_for_what_it_can_be_answered(checklist: Checklist):
    bank = bank_for(checklist)
    for item in checklist.items:
        scale = checklist.scale_of(item)
        if scale is None:
            continue
        for way, beyond in (("plus", 1), ("minus", -1)):
            can = any((grade.grade - scale.neutral) * scale.polarity * beyond > 0 for grade in scale.grades)
            assert not can or bank.knows(item.id, way), (item.id, way)
        assert item.rationale != "alltid" or bank.knows(item.id, "noll"), item.id


def test_words_for_one_grade_are_for_a_grade_on_the_scale(checklist: Checklist):
    for item_id, words in bank_for(checklist).own["fragor"].items():
        scale = checklist.scale_of(checklist.item_by_id[item_id])
        named = {key.removeprefix("grad") for key in words if key.startswith("grad")}
        assert not named or (scale is not None and named <= {str(grade.grade) for grade in scale.grades}), item_id


def test_choices_that_follow_the_title_exist(checklist: Checklist):
    bank = bank_for(checklist)
    for item_id, by_title in bank.own.get("val", {}).items():
        known = {alternative.id for alternative in checklist.item_by_id[item_id].alternatives}
        assert len(by_title) == len(bank.facts("rubriker"))
        assert all(set(chosen) <= known for chosen in by_title)


@pytest.fixture
def banks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "gemensam.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr(demo_bank, "_FOLDER", tmp_path)
    demo_bank._read.cache_clear()
    yield tmp_path
    demo_bank._read.cache_clear()


def test_a_bank_lies_over_those_of_what_the_checklist_builds_on(banks: Path):
    (banks / "grund.toml").write_text('kommuner = ["A"]\nfragor.q1.plus = "a"\nfragor.q2.plus = "a"', encoding="utf-8")
    (banks / "ostergotland.toml").write_text('kommuner = ["B"]\nfragor.q2.plus = "b"', encoding="utf-8")
    bank = bank_for(Library().find("ostergotland"))
    assert (bank.facts("kommuner"), bank.about("q1", "plus"), bank.about("q2", "plus")) == (["B"], ("a",), ("b",))


def test_choices_that_follow_the_base_s_titles_are_left_behind_with_them(banks: Path):
    (banks / "grund.toml").write_text('rubriker = ["A"]\nval.q1 = [["x"]]', encoding="utf-8")
    (banks / "ostergotland.toml").write_text('rubriker = ["B", "C"]', encoding="utf-8")
    assert "val" not in bank_for(Library().find("ostergotland")).own
