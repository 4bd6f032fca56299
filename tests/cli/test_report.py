"""`hallbarhet rapport`, and `berakna` on what it wrote: the report alone is enough to count again."""

import json
import sys
import tomllib

import pytest

from hallbarhet.checklist.freezing import freeze
from hallbarhet.checklist.reading import load_checklist
from hallbarhet.cli import main
from hallbarhet.review.demo import write_demo


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("arkiv") / "demo"
    write_demo(folder)
    return next(path for path in sorted(folder.glob("*.toml")) if '\nstatus = "klar"' in path.read_text("utf-8"))


@pytest.fixture
def run(capsys):
    def run_(*words):
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_


def counted(run, path):
    code, out, _ = run("berakna", path, "--json")
    assert code == 0
    return {key: value for key, value in json.loads(out).items() if key != "post"}


@pytest.mark.parametrize("version", [[], ["--offentlig"]])
def test_a_report_counts_to_the_same_numbers_as_its_record(run, record, version):
    code, out, err = run("rapport", record, *version)
    assert (code, err) == (0, "")
    from_report, from_record = counted(run, out.strip()), counted(run, record)
    for key in ("dimensioner", "index", "niva", "status", "hallplatser"):
        assert from_report[key] == from_record[key]


@pytest.mark.parametrize("format_", ["html", "md", "txt"])
def test_each_format_is_written_beside_or_where_asked(run, record, tmp_path, format_):
    code, out, _ = run("rapport", record, "--format", format_, "--ut", tmp_path / "ut")
    assert code == 0
    assert [path.name for path in (tmp_path / "ut").iterdir()] == [f"{record.stem}.{format_}"]
    assert out.strip().endswith(f".{format_}")


def test_pdf_without_its_extra_is_one_sentence_that_says_what_to_install(run, record, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    code, out, err = run("rapport", record, "--format", "pdf", "--ut", tmp_path)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "hallbarhet[pdf]" in err
    assert list(tmp_path.iterdir()) == []


def test_records_kept_in_folders_by_year_find_their_checklist_in_the_archive_around_them(run, record, tmp_path):
    text = record.read_text("utf-8")
    used = tomllib.loads(text)["checklista"]
    copy = next((record.parent / "checklistor").glob(f"{used['id']}@*"))
    # a version that no package has: only the copy in the archive can explain the record
    older = tmp_path / "older.toml"
    older.write_text(copy.read_text("utf-8").replace(f'version = "{used["version"]}"', 'version = "0.9.0"', 1), "utf-8")
    freeze(load_checklist(older), tmp_path / "checklistor")
    fingerprint = load_checklist(older).fingerprint
    older.unlink()
    moved = tmp_path / "2026" / record.name
    moved.parent.mkdir()
    moved.write_text(
        text.replace(used["fingeravtryck"], fingerprint).replace(f'"{used["version"]}"', '"0.9.0"'), "utf-8"
    )
    code, out, err = run("berakna", moved, "--json")
    assert code == 0, err
    assert json.loads(out)["checklista"]["version"] == "0.9.0"


def test_a_title_cannot_steer_the_terminal_through_berakna(run, record, tmp_path):
    text = record.read_text("utf-8")
    evil = tmp_path / record.name
    evil.write_text(text.replace('rubrik = "', 'rubrik = "\\u001B[2J\\u202E', 1), "utf-8")
    code, out, _ = run("berakna", evil)
    assert code == 0
    assert not {"\x1b", "\u202e"} & set(out)
