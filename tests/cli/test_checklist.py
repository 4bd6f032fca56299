"""`checklista` and `anpassa`: what the owner of a checklist meets on the command line."""

import json
from pathlib import Path

import pytest

from hallbarhet.cli import main

BASE = "kronoberg-projektmedel"


@pytest.fixture(autouse=True)
def workplace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egen"))


def run(capsys, *words):
    code = main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


def begun(capsys):
    assert run(capsys, "checklista", "ny", "--fran", BASE, "--region", "Region X")[0] == 0
    return Path("region-x-projektmedel.toml")


def edited(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_list_tells_what_there_is_and_where_from(capsys):
    code, out, _ = run(capsys, "checklista", "lista")
    row = next(line for line in out.splitlines() if line.startswith(BASE))
    assert code == 0
    assert "1.0.0" in row
    assert "programmet" in row
    data = [json.loads(line) for line in run(capsys, "checklista", "lista", "--json")[1].splitlines()]
    assert next(one for one in data if one["id"] == BASE)["stodformer"] == ["projektmedel"]


def test_an_overlay_is_begun_passes_the_check_and_is_never_overwritten(capsys):
    path = begun(capsys)
    assert run(capsys, "granska", path, "--strikt")[0] == 0
    before = path.read_bytes()
    code, out, err = run(capsys, "checklista", "ny", "--fran", BASE, "--region", "Region X")
    assert (code, out) == (2, "")
    assert "finns redan" in err
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_written_is_one_sentence(capsys):
    code, _, err = run(capsys, "checklista", "ny", "--fran", BASE, "--region", "X", "--ut", "ingen/mapp.toml")
    assert code == 2
    assert err.count("\n") == 1


def test_the_base_is_kept_beside_the_overlay(capsys):
    path = begun(capsys)
    code, out, err = run(capsys, "checklista", "frys", path)
    kept = Path(out.strip())
    assert (code, kept.parent) == (0, Path("checklistor"))
    assert kept.name.startswith(f"{BASE}@1.0.0_")
    assert "bygger_pa_fingeravtryck" not in err
    assert run(capsys, "checklista", "frys", path)[1].strip() == str(kept)


def test_an_overlay_without_a_fingerprint_is_told_which_line_to_write(capsys):
    path = begun(capsys)
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("bygger_pa_fingeravtryck"))
    edited(path, line, "")
    assert line in run(capsys, "checklista", "frys", path)[2]


def test_a_checklist_that_builds_on_nothing_has_no_base_to_keep(capsys):
    path = begun(capsys)
    kept = Path(run(capsys, "checklista", "frys", path)[1].strip())
    code, _, err = run(capsys, "checklista", "frys", kept)
    assert code == 2
    assert "bygger inte på någon" in err


def test_the_document_tells_where_each_part_comes_from(capsys):
    path = begun(capsys)
    edited(path, '#[[avsnitt]]\n#id = "individ"\n', '[[avsnitt]]\nid = "individ"\n')
    edited(
        path,
        '#[[avsnitt.punkt]]\n#id = "individ-grupper"\n#vikt = 1',
        '[[avsnitt.punkt]]\nid = "individ-grupper"\nvikt = 1',
    )
    for form in ("text", "md", "html"):
        code, out, _ = run(capsys, "checklista", "visa", path, "--format", form)
        assert code == 0
        assert "Från kronoberg-projektmedel@1.0.0. region-x-projektmedel@0.1.0 ändrar vikt." in " ".join(
            out.split()
        ).replace("\\", "")
    merged = json.loads(run(capsys, "checklista", "visa", path, "--json")[1])
    assert merged["checklista"]["id"] == "region-x-projektmedel"
    assert "bygger_pa" not in merged["checklista"]


def test_a_faulty_checklist_is_one_sentence_wherever_it_is_used(capsys):
    path = begun(capsys)
    edited(path, 'version = "0.1.0"', 'version = "0.1"')
    for words in (["visa", path], ["skillnad", BASE, path], ["prova", path], ["frys", path]):
        code, out, err = run(capsys, "checklista", *words)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "region-x-projektmedel.toml" in err


def test_the_difference_is_told_with_test_cases_and_an_archive(capsys):
    path = begun(capsys)
    edited(path, "#[regler]\n#svarsgrad_min = 0.8", "[regler]\nsvarsgrad_min = 0.9")
    run(capsys, "demo", "arkiv", "--antal", "3", "--checklista", BASE)
    code, out, _ = run(capsys, "checklista", "skillnad", BASE, path, "--arkiv", "arkiv")
    assert code == 0
    assert "den lägsta svarsgraden ändras från 0,8 till 0,9" in out
    assert "Provfallen" in out
    assert "3 bedömningar jämförda" in out
    rows = [json.loads(line) for line in run(capsys, "checklista", "skillnad", BASE, path, "--json")[1].splitlines()]
    assert rows[0]["version"]["kraver"] == "minor"
    assert {row["slag"] for row in rows[1:]} >= {"grans"}


def test_an_archive_that_is_not_there_is_one_sentence(capsys):
    code, _, err = run(capsys, "checklista", "skillnad", BASE, BASE, "--arkiv", "ingen")
    assert code == 2
    assert "ingen: filen eller mappen finns inte" in err


def test_the_schema_is_json(capsys):
    code, out, _ = run(capsys, "checklista", "schema")
    assert code == 0
    assert json.loads(out)["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("form", [["--format", "text"], ["--format", "md"], ["--format", "html"], ["--json"]])
def test_the_document_is_written_to_a_file_as_it_is_written_out(capsys, form):
    out = run(capsys, "checklista", "visa", BASE, *form)[1]
    assert run(capsys, "checklista", "visa", BASE, *form, "--ut", "blad")[:2] == (0, "blad\n")
    assert Path("blad").read_bytes() == out.encode()
    assert "å" in out


def test_the_document_is_never_written_over_another_file(capsys):
    Path("blad").write_text("mitt", encoding="utf-8")
    code, out, err = run(capsys, "checklista", "visa", BASE, "--ut", "blad")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "finns redan" in err
    assert not [*Path().glob("*blad?*"), *Path().glob(".*blad*")]
    assert Path("blad").read_text(encoding="utf-8") == "mitt"
    assert run(capsys, "checklista", "visa", BASE, "--ut", "ingen/blad")[0] == 2


@pytest.mark.parametrize("word", ["lista", "visa", "ny", "frys", "skillnad", "schema", "prova"])
def test_every_word_has_swedish_help_with_an_example(capsys, word):
    with pytest.raises(SystemExit) as ended:
        main(["checklista", word, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert "exempel: hallbarhet checklista" in said


@pytest.mark.parametrize("words", [[], ["finnsinte"], ["visa"], ["ny", "--fran", BASE], ["skillnad", BASE]])
def test_a_word_too_few_or_wrong_is_one_sentence(capsys, words):
    code, out, err = run(capsys, "checklista", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "--help" in err
