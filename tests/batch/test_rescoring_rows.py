"""Batch re-scoring from files to rows: the worked example, what must always hold, and how rows are written."""

import json
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace

import pytest
from support.archives import CASES, answered, archive, first_version, second_version, worked_archive, written
from support.fixture import CLOSE, FIXTURE
from support.many import many
from support.rescored import PLAIN, run, share_at_once
from support.worked import ANSWERS, DATA

from hallbarhet.assessment.result import score
from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.chunks import own_processes
from hallbarhet.batch.lines import json_line
from hallbarhet.batch.listing import record_paths
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.rescoring import JSONL, ROWS
from hallbarhet.batch.running import rescore, whole_of
from hallbarhet.batch.whole import joined

# The worked example


@pytest.mark.parametrize("case", CASES)
def test_the_worked_cases_come_out_as_published(worked, case):
    expected = FIXTURE["W16"][case]
    row = next(row for row in run(*worked)[0] if row["id"] == case)
    assert row["fore"]["index"]["netto"] == pytest.approx(expected["G_old"], **CLOSE)
    assert row["karna"]["index"]["netto"] == pytest.approx(expected["G_core"], **CLOSE)
    assert row["full"]["index"]["netto"] == pytest.approx(expected["G_new"], **CLOSE)
    assert row["andring"]["vikter"] == pytest.approx(expected["weights"], **CLOSE)
    assert row["andring"]["fragor"] == pytest.approx(expected["questions"], **CLOSE)
    assert row["andring"]["trosklar"] == 0
    assert [*row["fore"]["niva"].values()] == expected["old"]
    assert [*row["full"]["niva"].values()] == expected["new"]
    assert row["karna"]["niva"]["netto"] == expected["level_core"]
    assert row["omslag"] == expected["flip"].replace("ö", "o")
    assert row["full"]["status"] == "ofullstandigt_underlag"
    assert (row["jamforbarhet"], row["svar_utan_plats"]) == ("C", [{"punkt": "M4", "orsak": "ny_fraga"}])
    assert (row["fore"]["omraknad"], row["avvikande_resultat"]) == (True, False)


def test_the_whole_of_the_worked_cases(worked):
    _, whole = run(*worked)
    (summary,) = whole.summaries
    assert (whole.read, whole.unread, whole.deviating, whole.target) == (5, 0, 0, "arbetat-exempel 2.0.0")
    assert summary.cross == {(2, 2): 1, (4, 4): 1, (5, 4): 2, (5, 5): 1}
    assert (summary.up, summary.down, summary.possible) == (0, 0, 4)
    assert summary.grades == {"C": 5}
    assert [found.id for found in summary.largest] == ["C", "E", "A", "D", "B"]
    assert summary.largest[0].parts["vikter"] == pytest.approx(FIXTURE["W16"]["C"]["weights"], **CLOSE)
    assert sum(summary.shifts.values()) == 5
    assert summary.core_levels == 1
    cores = [worked_["G_core"] - worked_["G_old"] for worked_ in FIXTURE["W16"].values()]
    assert summary.core_mean == pytest.approx(sum(cores) / 5, **CLOSE)
    assert summary.sensitive["mojlig"][1] == 4


# What must always hold


def test_the_same_checklist_moves_nothing(worked):
    folder, _ = worked
    found, whole = run(folder)
    for row in found:
        assert row["karna"] == row["full"] == {key: row["fore"][key] for key in row["full"]}
        assert row["andring"] == {"index": 0, "vikter": 0, "fragor": 0, "trosklar": 0}
        assert (row["jamforbarhet"], row["omslag"]) == ("A", "ingen")
    assert not whole.has_flip


def test_another_version_with_the_same_words_moves_nothing(tmp_path):
    folder = worked_archive(tmp_path / "arkiv")
    same = first_version(checklista={**DATA["checklista"], "version": "1.0.1"})
    for row in run(folder, written(tmp_path / "ny.toml", same))[0]:
        assert row["karna"] == row["full"] == {key: row["fore"][key] for key in row["full"]}
        assert row["andring"]["index"] == 0
        assert row["jamforbarhet"] == "A"


def test_what_weights_are_multiplied_by_is_no_change(tmp_path):
    folder = worked_archive(tmp_path / "arkiv")
    themes = [{**theme, "vikt": theme.get("vikt", 1) * 3} for theme in DATA["tema"]]
    new = second_version(tema=themes, dimension=DATA["dimension"])
    for row in run(folder, written(tmp_path / "ny.toml", new))[0]:
        assert row["andring"]["vikter"] == pytest.approx(0, abs=1e-9)


def test_the_parts_sum_to_the_change(tmp_path):
    folder = worked_archive(tmp_path / "arkiv")
    new = second_version(regler={"sammanvagning": "potens", "exponent": 0.5})
    moved = [row["andring"] for row in run(folder, written(tmp_path / "ny.toml", new))[0]]
    for parts in moved:
        assert sum(parts[key] for key in ("vikter", "fragor", "trosklar")) == pytest.approx(parts["index"], abs=1e-9)
    assert any(abs(parts["trosklar"]) > 0.1 for parts in moved)


def test_the_rows_are_what_scoring_says_of_each_record(worked):
    folder, _ = worked
    old = first_version()
    for row in run(folder)[0]:
        outcome = score(old, answered(old, CASES[row["id"]]), robustness=False)
        assert row["fore"]["index"]["netto"] == outcome.index.central
        assert row["fore"]["status"] == outcome.state


def told(folder, new, roots=None, **how):
    outfitter = Outfitter(roots or [str(folder)], str(new), PLAIN)
    chunks = list(rescore(record_paths(roots or [str(folder)]), outfitter, forms=("csv", "jsonl"), size=7, **how))
    whole = whole_of(joined([chunk.part for chunk in chunks]), outfitter)
    return "".join(chunk.texts["jsonl"] + chunk.texts["csv"] for chunk in chunks), whole


def test_same_bytes_whatever_the_order_the_processes_and_the_executor(tmp_path, monkeypatch):
    shared = share_at_once(monkeypatch)
    folder, new = many(tmp_path / "arkiv", 60), written(tmp_path / "ny.toml", second_version())
    expected = told(folder, new)
    assert not shared
    with own_processes(2) as workers:
        assert told(folder, new, executor=workers) == expected
    assert sum(shared) == 60 - 7
    with ThreadPoolExecutor(3) as threads:
        assert told(folder, new, executor=threads) == expected
    with ProcessPoolExecutor(2) as others:
        assert told(folder, new, executor=others) == expected
    files = [str(path) for path in folder.glob("*.toml")]
    assert told(folder, new, roots=[*reversed(files)]) == expected


def test_checklists_that_turn_up_late_are_found(tmp_path):
    folder = many(tmp_path / "arkiv", count=52)
    other = first_version(checklista={**DATA["checklista"], "version": "1.1.0"}, niva=[{"niva": 1, "namn": "N"}])
    archive(folder, {f"sist-{name}": answered(other, answers, name) for name, answers in CASES.items()}, [other])
    new = written(tmp_path / "ny.toml", second_version())
    expected = told(folder, new)
    with ThreadPoolExecutor(2) as threads:
        assert told(folder, new, executor=threads) == expected
    assert expected[1].checklists == {"arbetat-exempel 1.0.0": 52, "arbetat-exempel 1.1.0": 5}


# Rows


def test_a_row_has_the_keys_of_the_format_in_order(worked):
    row = run(*worked)[0][0]
    assert [*row] == [
        "post", "id", "alternativ", "jamforbarhet", "fore", "karna", "full", "andring", "omslag",
        "hallplatser_andrade", "svar_utan_plats", "avvikande_resultat",
    ]  # fmt: skip
    assert [*row["fore"]] == ["index", "niva", "status", "omraknad"]
    assert [*row["andring"]] == ["index", "vikter", "fragor", "trosklar"]


def test_the_lines_written_at_once_are_the_rows(worked, tmp_path):
    folder, new = worked
    (folder / "trasig.toml").write_text("a = [\n")
    unknown = first_version(checklista={**DATA["checklista"], "titel": "x"})
    archive(folder, {"okänd": answered(unknown, ANSWERS)})
    ways = (Alternative('g\u00f6n "1"', (("ekologisk", 4.0),)), Alternative("b"))
    outfitter = Outfitter([str(folder)], str(new), ways)
    (chunk,) = rescore(record_paths([str(folder)]), outfitter, forms=(ROWS, JSONL))
    assert [json.loads(line) for line in chunk.texts[JSONL].splitlines()] == [row.machine for row in chunk.rows]
    assert chunk.texts[JSONL] == "".join(map(json_line, chunk.rows))


def test_every_line_is_json_and_every_csv_line_has_every_column(worked):
    text, _ = told(*worked)
    lines = text.splitlines()
    assert [json.loads(line)["id"] for line in lines[:5]] == [*CASES]
    assert len({line.count(";") for line in lines[5:]}) == 1


def test_parts_of_the_whole_join_the_same_however_they_are_cut(worked):
    folder, new = worked
    outfitter = Outfitter([str(folder)], str(new), PLAIN)
    (chunk,) = rescore(record_paths([str(folder)]), outfitter)
    parts = []
    for path in sorted(folder.glob("*.toml")):
        own = Outfitter([str(folder)], str(new), PLAIN)
        parts += [one.part for one in rescore([str(path)], own)]
    again = joined(parts)
    assert replace(again, summaries=()) == replace(chunk.part, summaries=())
    (one,), (other,) = again.summaries, chunk.part.summaries
    assert (one.total, one.core_total) == (pytest.approx(other.total), pytest.approx(other.core_total))
    assert replace(one, total=0, core_total=0) == replace(other, total=0, core_total=0)
