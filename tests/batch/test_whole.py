"""What is said of all records together: the sums of their rows, and the same in however small parts it was made."""

from collections import Counter
from dataclasses import replace

import pytest
from support.archives import (
    CASES,
    answered,
    archive,
    first_version,
    made,
    second_version,
    worked_archive,
    written,
)
from support.rescored import run
from support.worked import ANSWERS, DATA

from hallbarhet.assessment.result import score
from hallbarhet.batch.alternatives import Alternative

FEW = 2


@pytest.fixture
def mixed(tmp_path):
    """The worked archive with several of everything that is odd, and the second version."""
    folder = worked_archive(tmp_path / "arkiv")
    old = first_version()
    other = made(DATA, checklista={**DATA["checklista"], "id": "annan"})
    lost = made(DATA, checklista={**DATA["checklista"], "version": "0.9.0"})
    claims = {"niva": {"min": 1, "netto": 1, "max": 1}}
    records = {}
    for number in range(3):
        wrong = answered(old, CASES["D"], f"fel-{number}")
        records[f"fel-{number}"] = wrong.model_copy(update={"result": {**wrong.result, **claims}})
        records[f"annan-{number}"] = answered(other, ANSWERS, f"annan-{number}")
        records[f"tappad-{number}"] = answered(lost, ANSWERS, f"tappad-{number}")
        done = answered(old, CASES["C"], f"klar-{number}")
        records[f"klar-{number}"] = done.model_copy(
            update={"header": done.header.model_copy(update={"status": "klar"})}
        )
    archive(folder, records)
    for number in range(3):
        (folder / f"torn-{number}.toml").write_bytes(b"a = [\n")
        path = folder / f"klar-{number}.toml"
        path.write_bytes(path.read_bytes() + b"# for hand\n")
    return folder, written(tmp_path / "ny.toml", second_version())


def assert_same(whole, other):
    assert replace(whole, summaries=()) == replace(other, summaries=())
    for one, two in zip(whole.summaries, other.summaries, strict=True):
        assert (one.total, one.core_total) == (pytest.approx(two.total), pytest.approx(two.core_total))
        assert replace(one, total=0, core_total=0) == replace(two, total=0, core_total=0)


@pytest.fixture
def few(monkeypatch):
    """No list of the whole is longer than two."""
    for name in ("whole.MOST_TOLD", "rescoring.MOST_TOLD", "whole.MOST_LARGEST", "whole.MOST_TRIED"):
        monkeypatch.setattr(f"hallbarhet.batch.{name}", FEW)
    for name in ("MOST_LARGEST", "MOST_TRIED"):
        monkeypatch.setattr(f"hallbarhet.batch.summing.{name}", FEW)


@pytest.mark.parametrize("size", [1, 2, 5])
def test_however_small_its_parts_the_whole_is_the_same(mixed, size):
    assert_same(run(*mixed, size=size)[1], run(*mixed)[1])


@pytest.mark.parametrize("size", [1, 3, 500])
def test_its_lists_hold_the_first_however_small_its_parts(mixed, few, size):
    found, whole = run(*mixed, size=size)
    assert [unread.path for unread in whole.told_unread] == [row["post"] for row in found if "fel" in row][:FEW]
    assert [*whole.told_deviating] == [row["post"] for row in found if row.get("avvikande_resultat")][:FEW]
    (summary,) = whole.summaries
    changed = [row for row in found if "andring" in row]
    largest = sorted(changed, key=lambda row: (-round(abs(row["andring"]["index"]), 9), row["post"]))
    assert [one.path for one in summary.largest] == [row["post"] for row in largest[:FEW]]
    assert {len(own) for own in summary.tried.values()} <= {0, FEW}
    assert_same(whole, run(*mixed)[1])


def test_what_is_odd_is_counted(mixed):
    found, whole = run(*mixed, size=4)
    assert (whole.read, whole.unread, whole.slow) == (17, 3, 3)
    assert (whole.deviating, whole.not_recomputed, whole.rescored) == (3, 3, 14)
    assert whole.left_out == {"annan_checklista": 3}
    assert whole.checklists == {"annan 1.0.0": 3, "arbetat-exempel 0.9.0": 3, "arbetat-exempel 1.0.0": 11}
    assert [*whole.checklists] == sorted(whole.checklists)
    assert len([row for row in found if "fel" in row]) == whole.unread


def test_a_summary_sums_the_rows(mixed):
    found, whole = run(*mixed, size=4)
    (summary,) = whole.summaries
    counted = [row for row in found if "full" in row]
    assert (summary.count, summary.drafts) == (len(counted), len(counted) - 3)
    before, after, core = ([row[name] for row in counted] for name in ("fore", "full", "karna"))
    assert summary.states == sum(old["status"] != new["status"] for old, new in zip(before, after, strict=True)) > 0
    assert summary.shifts == Counter(round(row["andring"]["index"]) for row in counted)
    shifts = Counter(
        round(new["index"]["netto"] - old["index"]["netto"]) for old, new in zip(before, core, strict=True)
    )
    assert summary.core_shifts == shifts != summary.shifts
    assert [*summary.core_shifts] == sorted(shifts)


def test_those_left_out_of_one_way_are_counted_in_it_alone(mixed):
    folder, _ = mixed
    lone = made(
        DATA,
        checklista={**DATA["checklista"], "id": "utan"},
        dimension=[{**one, "id": "miljo"} if one["id"] == "ekologisk" else one for one in DATA["dimension"]],
        tema=[{**one, "dimension": "miljo"} if one["dimension"] == "ekologisk" else one for one in DATA["tema"]],
    )
    archive(folder, {f"utan-{number}": answered(lone, ANSWERS, f"utan-{number}") for number in range(3)}, [lone])
    ways = (Alternative("grön", (("ekologisk", 2.0),)), Alternative("social", (("social", 2.0),)))
    _, whole = run(folder, None, ways, size=2)
    assert [(summary.name, summary.count, summary.left_out) for summary in whole.summaries] == [
        ("grön", 11, 3),
        ("social", 14, 0),
    ]


def test_flips_that_were_tried_were_as_sensitive_as_scoring_says(tmp_path):
    said = {
        "a": dict(zip(ANSWERS, (2, -2, -1, 0, -2, 0, 2, 1, 2), strict=True)),
        "b": dict(zip(ANSWERS, (2, -1, 2, 2, -1, 1, -2, 1, 0), strict=True)),
        **CASES,
    }
    old = first_version()
    records = {name: answered(old, answers, name) for name, answers in said.items()}
    folder = archive(tmp_path / "arkiv", records, [old])
    found, whole = run(folder, written(tmp_path / "ny.toml", second_version()))
    flipped = [row["id"] for row in found if row["omslag"] == "mojlig"]
    told = [score(old, answered(old, said[name])).robustness.stability for name in flipped]
    assert whole.summaries[0].sensitive["mojlig"] == (told.count("kanslig"), len(flipped))
    assert 0 < told.count("kanslig") < len(told)
