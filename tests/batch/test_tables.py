"""Workbooks and Parquet files of re-scored records."""

import sys
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import polars as pl
import pytest
from support.archives import answered, archive, first_version, second_version, worked_archive, written
from support.worked import ANSWERS

from hallbarhet.assessment.model import Case
from hallbarhet.batch import tables
from hallbarhet.batch.table import COLUMNS
from hallbarhet.cli import main
from hallbarhet.texts.rescoring_columns import MEANINGS

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NASTY = ('=HYPERLINK("http://x";"y")', "+1", "-1", "@x", "http://x.se", "{=1+1}", "\t=1", "åäö\x01\x0b", "x" * 40_000)


@pytest.fixture
def worked(tmp_path):
    folder = worked_archive(tmp_path / "arkiv")
    (folder / "trasig.toml").write_text("a = [\n")
    return str(folder), str(written(tmp_path / "ny.toml", second_version()))


def made(worked, target, *more):
    folder, new = worked
    assert main(["omrakna", folder, "--checklista", new, "--ut", str(target), *more]) == 1
    return target


def sheets(path):
    """Every sheet as rows of cells: kind and text."""
    with zipfile.ZipFile(path) as file:
        names = sorted(name for name in file.namelist() if name.startswith("xl/worksheets/sheet"))
        return [_rows(ET.fromstring(file.read(name))) for name in names]  # noqa: S314  (our own file)


def _rows(sheet):
    return [
        {cell.get("r"): (cell.get("t"), "".join(cell.itertext())) for cell in row.iter(f"{SPACE}c")}
        for row in sheet.iter(f"{SPACE}row")
    ]


def test_a_parquet_file_has_every_column_in_its_kind(worked, tmp_path):
    found = pl.read_parquet(made(worked, tmp_path / "rader.parquet"))
    assert found.columns == list(COLUMNS)
    assert found.height == 6
    first = found.filter(pl.col("id") == "A").row(0, named=True)
    assert first["full_index_netto"] == pytest.approx(33.68055555555556)
    assert (first["full_niva_min"], first["omslag"], first["fore_omraknad"]) == (3, "mojlig", True)
    assert first["hoppad"] is first["sokt_belopp"] is first["ansokan_datum"] is None
    last = found.row(5, named=True)
    assert (last["id"], last["full_niva_min"]) == (None, None)
    assert last["fel"].endswith("likhetstecknet.")


def test_a_workbook_says_what_it_is_and_then_the_rows(worked, tmp_path):
    about, found = sheets(made(worked, tmp_path / "rader.xlsx"))
    assert about[0]["A1"][1] == "Omräkningen ändrar inget fattat beslut."
    assert [text for _, text in found[0].values()] == list(COLUMNS)
    assert len(found) == 7
    column = COLUMNS.index("full_index_netto")
    (kind, value) = next(cell for name, cell in found[1].items() if name == f"{_letters(column)}2")
    assert kind is None
    assert float(value) == pytest.approx(33.68055555555556)


def test_a_workbook_says_what_its_alternatives_change(worked, tmp_path):
    folder, _ = worked
    target = tmp_path / "rader.xlsx"
    words = ["--alternativ", "grön", "--vikt", "ekologisk=2", "--alternativ", "som nu"]
    main(["omrakna", str(folder), *words, "--ut", str(target)])
    told = [text for row in sheets(target)[0] for _, text in row.values()]
    assert "Alternativ grön. Med vikten 2 för ekologisk." in told
    assert "Alternativ som nu. Checklistans egna vikter och trösklar." in told


def _letters(column):
    first, second = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def test_dates_and_amounts_are_dates_and_numbers(tmp_path):
    old = first_version()
    case = Case(diary_number="RUN/1/2026", amount_applied=450_000, applied_on=date(2026, 10, 2))
    folder = archive(tmp_path / "arkiv", {"a": answered(old, ANSWERS).model_copy(update={"case": case})}, [old])
    for name in ("rader.parquet", "rader.xlsx"):
        assert main(["omrakna", str(folder), "--ut", str(tmp_path / name)]) == 0
    row = pl.read_parquet(tmp_path / "rader.parquet").row(0, named=True)
    assert (row["sokt_belopp"], row["ansokan_datum"]) == (450_000.0, date(2026, 10, 2))
    cells = sheets(tmp_path / "rader.xlsx")[1][1]
    applied = cells[f"{_letters(COLUMNS.index('ansokan_datum'))}2"]
    assert applied == (None, str((date(2026, 10, 2) - date(1899, 12, 30)).days))


@pytest.mark.parametrize("words", NASTY)
def test_no_words_become_a_formula_or_a_link_in_a_workbook(words, tmp_path):
    old = first_version()
    case = Case(diary_number=words, title=words)
    folder = archive(tmp_path / "arkiv", {"a": answered(old, ANSWERS).model_copy(update={"case": case})}, [old])
    target = tmp_path / "rader.xlsx"
    assert main(["omrakna", str(folder), "--ut", str(target)]) == 0
    kind, text = sheets(target)[1][1]["D2"]
    assert kind == "inlineStr"
    assert text[:20].strip() == words[:20].strip(" \t").replace("\x01", "_x0001_").replace("\x0b", "_x000B_")
    with zipfile.ZipFile(target) as file:
        everything = b"".join(file.read(name) for name in file.namelist())
    assert b"<f>" not in everything
    assert b"hyperlink " not in everything


@pytest.mark.parametrize("suffix", ["xlsx", "parquet"])
def test_the_same_records_are_the_same_bytes_in_parts_and_on_several_sheets(suffix, worked, tmp_path, monkeypatch):
    whole = made(worked, tmp_path / f"hel.{suffix}").read_bytes()
    assert made(worked, tmp_path / f"igen.{suffix}").read_bytes() == whole
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    monkeypatch.setattr(tables, "PART", 2)
    parts = [made(worked, tmp_path / f"{name}.{suffix}").read_bytes() for name in "ab"]
    assert parts[0] == parts[1]
    if suffix == "parquet":
        split, together = (pl.read_parquet(tmp_path / f"{name}.parquet") for name in ("a", "hel"))
        assert split.equals(together)
    else:
        _, *found = sheets(tmp_path / "a.xlsx")
        assert [len(rows) for rows in found] == [3, 3, 3]


@pytest.mark.parametrize("suffix, library", [("xlsx", "xlsxwriter"), ("parquet", "polars")])
def test_without_the_extra_one_sentence_says_what_to_do(suffix, library, worked, tmp_path, monkeypatch, capsys):
    folder, new = worked
    monkeypatch.setitem(sys.modules, library, None)
    target = tmp_path / f"rader.{suffix}"
    assert main(["omrakna", folder, "--checklista", new, "--ut", str(target)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "hallbarhet[analys]" in said.err
    assert said.err.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["arkiv", "ny.toml"]


@pytest.mark.parametrize("suffix", ["xlsx", "parquet"])
def test_nothing_is_left_of_a_table_that_was_not_finished(suffix, worked, tmp_path, monkeypatch):
    folder, _ = worked

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tillfalligt"))
    (tmp_path / "tillfalligt").mkdir()
    monkeypatch.setattr("hallbarhet.cli.rescore_run.whole_of", interrupted)
    assert main(["omrakna", folder, "--ut", str(tmp_path / f"rader.{suffix}")]) == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["arkiv", "ny.toml", "tillfalligt"]
    assert not list((tmp_path / "tillfalligt").iterdir())


@pytest.mark.parametrize("suffix", ["xlsx", "parquet"])
def test_a_scratch_disk_that_fails_is_one_sentence(suffix, worked, tmp_path, monkeypatch, capsys):
    folder, _ = worked
    kind = tables.WorkbookFile if suffix == "xlsx" else tables.ParquetFile
    broken = {
        "xlsx": lambda *_: (_ for _ in ()).throw(OSError(28, "fullt")),
        "parquet": lambda *_: (_ for _ in ()).throw(pl.exceptions.ComputeError("fullt")),
    }
    monkeypatch.setattr(kind, "_make", broken[suffix])
    assert main(["omrakna", folder, "--ut", str(tmp_path / f"rader.{suffix}")]) == 2
    assert str(tmp_path / f"rader.{suffix}") in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["arkiv", "ny.toml"]


def test_every_column_is_explained_in_the_file_and_in_the_docs():
    page = (Path(__file__).parents[2] / "docs" / "rakna-om.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` | {meaning} |" in page for name, meaning in MEANINGS.items())
    beginnings = tuple(name.removesuffix("…") for name in MEANINGS if name.endswith("…"))
    assert [name for name in COLUMNS if name not in MEANINGS and not name.startswith(beginnings)] == []
