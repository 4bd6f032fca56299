"""`hallbarhet jamfor`: two records, and all pairs of an archive."""

import json
import tomllib

import pytest

from hallbarhet.cli import main
from hallbarhet.review import readers
from hallbarhet.review.demo import write_demo


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("arkiv") / "demo"
    write_demo(folder, report=lambda *_: None)
    return folder


@pytest.fixture(scope="module")
def by_id(archive):
    found = {}
    for path in archive.glob("*.toml"):
        header = tomllib.loads(path.read_text("utf-8")).get("bedomning")
        if header:
            found[header["id"]] = (path, header)
    return found


@pytest.fixture
def two_readers(by_id):
    agreed = next(header for _, header in by_id.values() if header["roll"] == "gemensam")
    return [by_id[party][0] for party in agreed["parter"]]


@pytest.fixture
def run(capsys):
    def run_(*words):
        code = main(["jamfor", *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_


def test_two_readers_are_told_question_by_question_with_both_reasons(run, two_readers):
    code, out, _ = run(*two_readers)
    assert code == 0
    assert out.startswith("Två läsare av samma ärende\n")
    assert "Svaren är lika på 6 av 12 frågor" in out
    assert "- Efter projektet (motsatt)\n    A: Lever vidare" in out
    assert "A kommer till nivå 5, B till nivå 4." in out
    assert "aldrig för att rangordna personer" in out


def test_the_machine_gets_the_same_numbers(run, two_readers):
    _, out, _ = run(*two_readers, "--json")
    row = json.loads(out)
    assert row["slag"] == "lasare"
    assert row["antal"] == {"lika": 6, "olika": 5, "motsatt": 1, "en_saknas": 0}
    assert sum(measure["fragor"] for measure in row["matt"]) == sum(1 for q in row["fragor"] if q["steg"] is not None)
    opposite = [question["punkt"] for question in row["fragor"] if question["relation"] == "motsatt"]
    assert len(opposite) == 1


def test_what_was_expected_is_told_against_what_came_of_it(run, by_id):
    later, header = next(found for found in by_id.values() if found[1]["skede"] == "uppfoljning")
    code, out, _ = run(by_id[header["foregaende"]][0], later)
    assert code == 0
    assert out.startswith("Väntat och utfall\n")
    assert "rangordna" not in out


def test_an_archive_finds_every_pair_once(run, archive):
    code, out, _ = run(archive, "--json")
    assert code == 0
    rows = [json.loads(line) for line in out.splitlines()]
    assert sorted(row["slag"] for row in rows) == ["lasare", "uppfoljning", "uppfoljning"]
    assert len({(row["a"], row["b"]) for row in rows}) == 3


def test_few_pairs_are_not_told_question_by_question(run, archive, monkeypatch):
    _, out, _ = run(archive)
    assert "1 par av läsare och 2 uppföljningar" in out
    assert "\n- " not in out
    monkeypatch.setattr(readers, "LEAST_PAIRS", 1)
    _, out, _ = run(archive)
    assert "- Efter projektet (kronoberg-projektmedel): olika i 100" in out


def test_records_with_different_checklists_are_refused_in_one_sentence(run, by_id, two_readers):
    used = tomllib.loads(two_readers[0].read_text("utf-8"))["checklista"]["fingeravtryck"]
    other = next(
        path
        for path, _ in by_id.values()
        if tomllib.loads(path.read_text("utf-8"))["checklista"]["fingeravtryck"] != used
    )
    code, out, err = run(two_readers[0], other)
    assert (code, out) == (2, "")
    assert "olika checklistor" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("count", [1, 3])
def test_another_number_of_records_is_refused(run, two_readers, count):
    code, out, err = run(*(two_readers * 2)[:count])
    assert (code, out) == (2, "")
    assert "två poster eller en katalog" in err


def test_a_folder_without_pairs_and_one_torn_record_says_both(run, two_readers, tmp_path):
    (tmp_path / two_readers[0].name).write_bytes(two_readers[0].read_bytes())
    (tmp_path / "trasig.toml").write_bytes(two_readers[1].read_bytes()[:900])
    code, out, err = run(tmp_path)
    assert (code, out) == (1, "")
    assert "trasig.toml" in err
    assert "inga par" in err
