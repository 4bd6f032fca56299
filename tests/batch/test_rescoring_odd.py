"""Batch re-scoring of what is odd: unknown checklists, bad files, answers without a place; none of it is a stop."""

import pytest
from support.archives import CASES, answered, archive, first_version, made, second_version, worked_archive, written
from support.fixture import CLOSE, FIXTURE
from support.rescored import PLAIN, only, run
from support.worked import ANSWERS, DATA, worked_items

from hallbarhet.assessment.archive import UnreadableFolder
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.rescoring import ROWS
from hallbarhet.batch.running import rescore


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
