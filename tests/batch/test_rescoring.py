"""Batch re-scoring from files to rows: the worked example, what must always hold, and what is told of what is odd."""

import json
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace

import pytest
from support.archives import (
    CASES,
    answered,
    archive,
    first_version,
    made,
    rows,
    second_version,
    worked_archive,
    written,
)
from support.fixture import CLOSE, FIXTURE
from support.worked import ANSWERS, DATA, worked_items

from hallbarhet.assessment.archive import UnreadableFolder
from hallbarhet.assessment.result import score
from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.lines import json_line
from hallbarhet.batch.listing import record_paths
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.rescoring import JSONL, ROWS
from hallbarhet.batch.running import rescore, whole_of
from hallbarhet.batch.whole import joined
from hallbarhet.errors import UsageError

PLAIN = (Alternative(),)


def run(folder, new=None, alternatives=PLAIN, **how):
    """The rows of an archive, and what is said of it all."""
    outfitter = Outfitter([str(folder)], str(new) if new else None, alternatives)
    chunks = list(rescore(record_paths([str(folder)]), outfitter, forms=(ROWS,), **how))
    return list(rows(chunks)), whole_of(joined([chunk.part for chunk in chunks]), outfitter)


def only(folder, new=None, alternatives=PLAIN):
    (row,), _ = run(folder, new, alternatives)
    return row


@pytest.fixture
def worked(tmp_path):
    """The archive of W16, and the second version."""
    return worked_archive(tmp_path / "arkiv"), written(tmp_path / "ny.toml", second_version())


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


def many(folder, count=60):
    """An archive of several chunks, every case many times."""
    records = {}
    old = first_version()
    cases = {name: answered(old, answers, name) for name, answers in CASES.items()}
    for number in range(count):
        case = cases[[*cases][number % len(cases)]]
        header = case.header.model_copy(update={"id": f"id-{number:05}"})
        records[f"post-{number:05}"] = case.model_copy(update={"header": header})
    return archive(folder, records, [old])


def told(folder, new, roots=None, **how):
    outfitter = Outfitter(roots or [str(folder)], str(new), PLAIN)
    chunks = list(rescore(record_paths(roots or [str(folder)]), outfitter, forms=("csv", "jsonl"), size=7, **how))
    whole = whole_of(joined([chunk.part for chunk in chunks]), outfitter)
    return "".join(chunk.texts["jsonl"] + chunk.texts["csv"] for chunk in chunks), whole


def test_same_bytes_whatever_the_order_the_processes_and_the_executor(tmp_path, monkeypatch):
    monkeypatch.setattr("hallbarhet.batch.running.FEWEST_TO_SHARE", 1)
    folder, new = many(tmp_path / "arkiv"), written(tmp_path / "ny.toml", second_version())
    expected = told(folder, new)
    assert told(folder, new, processes=2) == expected
    with ThreadPoolExecutor(3) as threads:
        assert told(folder, new, executor=threads) == expected
    with ProcessPoolExecutor(2) as others:
        assert told(folder, new, executor=others) == expected
    files = [str(path) for path in folder.glob("*.toml")]
    assert told(folder, new, roots=[*reversed(files)]) == expected


def test_checklists_that_turn_up_late_are_found(tmp_path, monkeypatch):
    monkeypatch.setattr("hallbarhet.batch.running.FEWEST_TO_SHARE", 1)
    folder = many(tmp_path / "arkiv", count=52)
    other = first_version(checklista={**DATA["checklista"], "version": "1.1.0"}, niva=[{"niva": 1, "namn": "N"}])
    archive(folder, {f"sist-{name}": answered(other, answers, name) for name, answers in CASES.items()}, [other])
    new = written(tmp_path / "ny.toml", second_version())
    expected = told(folder, new)
    with ThreadPoolExecutor(2) as threads:
        assert told(folder, new, executor=threads) == expected
    assert expected[1].checklists == {"arbetat-exempel 1.0.0": 52, "arbetat-exempel 1.1.0": 5}


# What is odd


def test_an_unknown_checklist_leaves_the_result_that_the_record_claims(tmp_path):
    old = first_version()
    folder = archive(tmp_path / "arkiv", {"a": answered(old, ANSWERS)})
    row = only(folder, written(tmp_path / "ny.toml", second_version()))
    assert row["fore"]["omraknad"] is False
    assert row["fore"]["index"]["netto"] == pytest.approx(FIXTURE["W16"]["A"]["G_old"], **CLOSE)
    assert row["full"]["index"]["netto"] == pytest.approx(FIXTURE["W16"]["A"]["G_new"], **CLOSE)
    assert row["karna"]["index"]["netto"] == pytest.approx(FIXTURE["W16"]["A"]["G_core"], **CLOSE)
    assert row["andring"]["index"] == pytest.approx(-8.449074074074069, **CLOSE)
    assert row["andring"]["vikter"] is row["andring"]["fragor"] is row["andring"]["trosklar"] is None
    assert (row["omslag"], row["avvikande_resultat"], row["hallplatser_andrade"]) == ("mojlig", False, [])


def test_a_grade_of_an_unknown_checklist_is_carried_only_where_its_words_still_stand(tmp_path):
    record = answered(first_version(), ANSWERS)
    reworded = [
        answer.model_copy(update={"label": "något annat"}) if answer.item == "M1" else answer
        for answer in record.answers
        if answer.item != "E3"
    ]
    folder = archive(tmp_path / "arkiv", {"a": record.model_copy(update={"answers": tuple(reworded), "result": {}})})
    row = only(folder, written(tmp_path / "ny.toml", second_version()))
    assert row["fore"]["index"] == {"min": None, "netto": None, "max": None}
    assert (row["fore"]["status"], row["andring"]["index"]) == (None, None)
    assert row["svar_utan_plats"] == [
        {"punkt": "M1", "orsak": "ej_mappbar"},
        {"punkt": "E3", "orsak": "ny_fraga"},
        {"punkt": "M4", "orsak": "ny_fraga"},
    ]


def test_nobody_can_count_an_unknown_checklist_under_itself(tmp_path):
    folder = archive(tmp_path / "arkiv", {"a": answered(first_version(), ANSWERS)})
    found, whole = run(folder)
    assert [row["hoppad"] for row in found] == ["okand_checklista"]
    assert whole.left_out == {"okand_checklista": 1}


def test_another_checklist_without_a_koppling_is_left_out(worked, tmp_path):
    folder, new = worked
    other = made(DATA, checklista={**DATA["checklista"], "id": "annan"})
    archive(folder, {"x": answered(other, ANSWERS, "x")}, [other])
    found, whole = run(folder, new)
    assert [row for row in found if "hoppad" in row] == [
        {"post": str(folder / "x.toml"), "id": "x", "hoppad": "annan_checklista"}
    ]
    assert (whole.left_out, whole.rescored) == ({"annan_checklista": 1}, 5)


def test_a_koppling_from_another_checklist_brings_its_records_along(tmp_path):
    other = made(DATA, checklista={**DATA["checklista"], "id": "annan"})
    folder = archive(tmp_path / "arkiv", {"x": answered(other, ANSWERS, "x")}, [other])
    rows_ = [
        {"fran_version": "1", "fran_checklista": "annan", "slag": "samma", "fran": item, "till": item}
        for item in ANSWERS
    ]
    row = only(folder, written(tmp_path / "ny.toml", second_version(koppling=rows_)))
    assert row["full"]["index"]["netto"] == pytest.approx(FIXTURE["W16"]["A"]["G_new"], **CLOSE)


def test_a_claimed_result_that_does_not_follow_is_told(tmp_path):
    old = first_version()
    right, wrong = answered(old, ANSWERS, "a"), answered(old, ANSWERS, "b")
    wrong = wrong.model_copy(update={"result": {**wrong.result, "niva": {"min": 5, "netto": 5, "max": 5}}})
    absurd = right.model_copy(update={"result": {**right.result, "index": {"min": 1e300, "netto": 1, "max": 1}}})
    none = right.model_copy(update={"result": {}})
    folder = archive(tmp_path / "arkiv", {"a": right, "b": wrong, "c": absurd, "d": none}, [old])
    found, whole = run(folder)
    assert [row["avvikande_resultat"] for row in found] == [False, True, True, False]
    assert whole.told_deviating == (str(folder / "b.toml"), str(folder / "c.toml"))


def test_bad_files_are_a_row_each_and_never_a_stop(worked):
    folder, new = worked
    whole_record = (folder / "A.toml").read_bytes()
    (folder / "avhuggen.toml").write_bytes(whole_record[: len(whole_record) // 2])
    (folder / "frammande.toml").write_text('namn = "något annat"\n')
    (folder / "dubblett.toml").write_bytes(whole_record)
    (folder / "slinga.toml").symlink_to("slinga.toml")
    (folder / "katalog.toml").mkdir()
    (folder / "under").symlink_to(folder, target_is_directory=True)
    found, whole = run(folder, new)
    by_name = {row["post"].rsplit("/", 1)[-1]: row for row in found}
    assert {name for name, row in by_name.items() if "fel" in row} >= {"avhuggen.toml", "frammande.toml", "slinga.toml"}
    assert all(fault["text"] for row in found for fault in row.get("fel", ()))
    assert by_name["dubblett.toml"]["full"] == by_name["A.toml"]["full"]
    assert whole.read == 6
    assert whole.unread == len([row for row in found if "fel" in row])
    assert [told_.path for told_ in whole.told_unread] == [row["post"] for row in found if "fel" in row]


@pytest.mark.parametrize("torn", ["", "sha256-1:", "sha256-1:60"])
def test_a_torn_fingerprint_is_nobodys(tmp_path, torn):
    old = first_version()
    record = answered(old, ANSWERS)
    pointer = record.checklist.model_copy(update={"fingerprint": torn or old.fingerprint[:-1]})
    folder = archive(tmp_path / "arkiv", {"a": record.model_copy(update={"checklist": pointer})}, [old])
    assert only(folder, written(tmp_path / "ny.toml", second_version()))["fore"]["omraknad"] is False


def test_a_folder_that_cannot_be_looked_into_is_a_row(worked):
    folder, _ = worked
    outfitter = Outfitter([str(folder)], None, PLAIN)
    closed = UnreadableFolder(str(folder / "stängd"), "Mappen går inte att läsa.")
    (chunk,) = rescore([str(folder / "A.toml"), closed], outfitter, forms=(ROWS,))
    assert chunk.rows[1].machine == {
        "post": str(folder / "stängd"),
        "fel": [{"kod": "T102", "rad": None, "text": "Mappen går inte att läsa."}],
    }
    assert (chunk.part.read, chunk.part.unread) == (1, 1)


def test_every_archive_that_is_named_gives_its_checklists(tmp_path):
    """Ten years of archives in folders of their own, each with its copies."""
    old, later = first_version(), first_version(checklista={**DATA["checklista"], "version": "1.1.0"})
    archive(tmp_path / "alla" / "2019", {"a": answered(old, ANSWERS)}, [old])
    archive(tmp_path / "alla" / "2020", {"b": answered(later, ANSWERS, "b")}, [later])
    found, _ = run(tmp_path / "alla", written(tmp_path / "ny.toml", second_version()))
    assert [row["fore"]["omraknad"] for row in found] == [True, True]


def test_an_answer_that_does_not_fit_its_own_checklist_is_carried_as_adapt_would(tmp_path):
    old = first_version()
    record = answered(old, ANSWERS | {"M1": 7, "borta": 1})
    folder = archive(tmp_path / "arkiv", {"a": record, "b": answered(old, ANSWERS)}, [old])
    odd, plain = run(folder, written(tmp_path / "ny.toml", second_version()))[0]
    assert {"punkt": "M1", "orsak": "utanfor_skalan"} in odd["svar_utan_plats"]
    assert {"punkt": "borta", "orsak": "borttagen"} in odd["svar_utan_plats"]
    assert plain["svar_utan_plats"] == [{"punkt": "M4", "orsak": "ny_fraga"}]
    assert only(archive(tmp_path / "ensam", {"a": record}, [old]))["svar_utan_plats"] == [
        {"punkt": "M1", "orsak": "utanfor_skalan"},
        {"punkt": "borta", "orsak": "borttagen"},
    ]


def test_dropping_what_counted_makes_a_record_less_comparable(tmp_path):
    folder = worked_archive(tmp_path / "arkiv")
    (part,) = worked_items()
    part["punkt"] = [item for item in part["punkt"] if item["id"] != "S2"]
    new = first_version(checklista={**DATA["checklista"], "version": "2.0.0"}, avsnitt=[part])
    row = run(folder, written(tmp_path / "ny.toml", new))[0][0]
    assert (row["jamforbarhet"], row["svar_utan_plats"]) == ("B", [{"punkt": "S2", "orsak": "borttagen"}])
    assert row["andring"]["vikter"] == pytest.approx(0, abs=1e-9)
    assert row["karna"] == row["full"]


def test_gates_that_change_are_told(tmp_path):
    def with_gate(limit, **head):
        gates = [
            {"id": "h", "efter": "fragor", "titel": "H", "verkan": "avvakta", "om": {"punkt": "M1", "min": limit}},
            {"id": "alltid", "efter": "fragor", "titel": "A", "verkan": "alltid", "fragor": ["?"]},
        ]
        return first_version(hallplats=gates, checklista={**DATA["checklista"], **head})

    old, new = with_gate(2), with_gate(1, version="2.0.0")
    folder = archive(tmp_path / "arkiv", {"a": answered(old, ANSWERS)}, [old])
    found, whole = run(folder, written(tmp_path / "ny.toml", new))
    assert found[0]["hallplatser_andrade"] == [{"id": "h", "fore": "ej_utlost", "efter": "utlost"}]
    assert whole.summaries[0].gates == 1


def test_a_merge_too_large_for_tables_is_still_counted(tmp_path):
    (part,) = worked_items()
    names = ["S1", "S2", "M1", "M2", "E1", "E2"]
    kept = [item for item in part["punkt"] if item["id"] not in names]
    merged = {**part["punkt"][0], "id": "ny", "text": "Ny?"}
    koppling = [{"fran_version": "1", "slag": "sammanslagen", "fran": names, "till": "ny", "regel": "medel"}]
    new = first_version(
        checklista={**DATA["checklista"], "version": "2.0.0"},
        avsnitt=[{**part, "punkt": [merged, *kept]}],
        tema=[theme for theme in DATA["tema"] if theme["id"] in ("jamlik", "plats", "natur", "affar")],
        koppling=koppling,
    )
    folder = worked_archive(tmp_path / "arkiv")
    for row in run(folder, written(tmp_path / "ny.toml", new))[0]:
        answers = CASES[row["id"]]
        mean = sum(answers[name] for name in names) / 6 * 50
        social = (2 * mean + answers["S3"] * 50) / 3
        ecology, economy = answers["M3"] * 50, answers["E3"] * 50
        assert row["full"]["index"]["netto"] == pytest.approx((social + ecology + economy) / 3, abs=1e-9)
        assert row["jamforbarhet"] == "B"


# What-if


def test_other_weights_under_the_own_checklist(worked):
    folder, _ = worked
    found, _ = run(folder, alternatives=(Alternative(None, (("ekologisk", 2.0),)),))
    for row in found:
        assert row["full"]["index"]["netto"] == pytest.approx(FIXTURE["W16"][row["id"]]["G_core"], **CLOSE)
        assert row["andring"]["vikter"] == row["andring"]["index"]
        assert (row["jamforbarhet"], row["svar_utan_plats"]) == ("A", [])


def test_several_alternatives_stand_side_by_side(worked):
    folder, new = worked
    ways = (Alternative("grön", (("ekologisk", 4.0),)), Alternative("sträng", (), ((4, 45.0),)))
    found, whole = run(folder, new, ways)
    assert [(row["id"], row["alternativ"]) for row in found[:4]] == [
        ("A", "grön"), ("A", "sträng"), ("B", "grön"), ("B", "sträng"),
    ]  # fmt: skip
    alone = [run(folder, new, (way,))[0] for way in ways]
    assert found == [row for pair in zip(*alone, strict=True) for row in pair]
    assert [summary.name for summary in whole.summaries] == ["grön", "sträng"]
    assert found[1]["full"]["niva"]["netto"] == 3


def test_thresholds_move_levels_and_never_the_index(worked):
    folder, _ = worked
    found, whole = run(folder, alternatives=(Alternative(None, (), ((4, 45.0),)),))
    assert {row["andring"]["index"] for row in found} == {0}
    assert next(row for row in found if row["id"] == "A")["omslag"] == "saker"
    assert (whole.summaries[0].down, whole.summaries[0].up) == (1, 0)
    assert whole.summaries[0].moved_by == {"trosklar": 1}


def test_what_moved_the_level_is_told(worked):
    _, whole = run(*worked)
    assert whole.summaries[0].moved == 2
    assert whole.summaries[0].moved_by == {"vikter": 1, "fragor": 1}
    _, whole = run(worked[0], worked[1], (Alternative(None, (), ((5, 70.0),)),))
    assert (whole.summaries[0].moved, whole.summaries[0].moved_by) == (3, {"flera": 3})


@pytest.mark.parametrize(
    "alternative, told_",
    [
        (Alternative(None, (("ekologsk", 2.0),)), "har ingen dimension ekologsk"),
        (Alternative(None, (), ((7, 2.0),)), "har ingen nivå 7"),
        (Alternative(None, (), ((1, 2.0),)), "har ingen nivå 1 med en tröskel"),
        (Alternative(None, (), ((4, 60.0),)), "En högre nivå måste kräva minst lika mycket"),
        (Alternative(None, (("social", 0.0), ("ekologisk", 0.0), ("ekonomisk", 0.0))), "Minst en måste väga något"),
    ],
)
@pytest.mark.parametrize("has_new", [True, False])
def test_an_alternative_that_fits_nothing_is_one_sentence(worked, alternative, told_, has_new):
    folder, new = worked
    with pytest.raises(UsageError, match=told_):
        run(folder, new if has_new else None, (alternative,))


def test_a_record_whose_own_checklist_lacks_the_dimension_is_left_out_of_that_alternative(worked):
    folder, _ = worked
    lone = made(
        DATA,
        checklista={**DATA["checklista"], "id": "annan"},
        dimension=[{**one, "id": "miljo"} if one["id"] == "ekologisk" else one for one in DATA["dimension"]],
        tema=[{**one, "dimension": "miljo"} if one["dimension"] == "ekologisk" else one for one in DATA["tema"]],
    )
    archive(folder, {"x": answered(lone, ANSWERS, "x")}, [lone])
    found, whole = run(folder, alternatives=(Alternative("grön", (("ekologisk", 2.0),)),))
    assert found[-1] == {
        "post": str(folder / "x.toml"), "id": "x", "alternativ": "grön", "hoppad": "dimension_saknas",
    }  # fmt: skip
    assert (whole.summaries[0].count, whole.summaries[0].left_out) == (5, 1)


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
