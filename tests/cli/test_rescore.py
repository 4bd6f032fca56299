"""`hallbarhet omrakna`: the page, the rows, the files, and the exit codes to rely on."""

import csv
import json
import os
import subprocess
import sys

import pytest
from support.archives import CASES, answered, archive, first_version, written
from support.worked import ANSWERS, DATA

from hallbarhet.assessment.model import Case
from hallbarhet.assessment.processes import host_name
from hallbarhet.batch.table import COLUMNS, harmless_cell
from hallbarhet.cli import main


def test_the_page_begins_with_what_it_does_not_do(worked, capsys):
    folder, new = worked
    assert main(["omrakna", folder, "--checklista", new]) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0] == "Omräkningen ändrar inget fattat beslut."
    assert "5 poster omräknade." in lines
    assert "Alla är utkast." in lines
    assert "Ny checklista: arbetat-exempel 2.0.0" in lines
    assert "Säkra omslag: 0 (0 %), varav 0 uppåt och 0 nedåt. Möjliga omslag: 4." in said.out.replace("\u00a0", " ")
    assert "Jämförbarhet: A 0, B 0, C 5." in said.out
    cross = lines[lines.index("Nivå före (rader) och efter (kolumner), nettonivån i den fulla serien:") + 1 :][:5]
    assert [line.split() for line in cross] == [
        ["före", "5", "4", "2", "summa"],
        ["5", "1", "2", "0", "3"],
        ["4", "0", "1", "0", "1"],
        ["2", "0", "0", "1", "1"],
        ["summa", "1", "3", "1", "5"],
    ]
    begun = lines.index("Störst ändring av index, med vad som flyttade det:") + 1
    first, why = lines[begun : begun + 2]
    assert first.split() == ["−14,7", "17,1", "→", "2,4", "nivå", "2", "RUN/C/2026"]
    assert why.strip() == "vikter −19,9, frågor +5,2"


def test_the_page_says_what_became_of_the_answers_to_each_question(worked, capsys):
    folder, new = worked
    main(["omrakna", folder, "--checklista", new])
    lines = capsys.readouterr().out.splitlines()
    told = lines[lines.index("Svar per fråga:") + 1 :]
    assert told == [
        "  9 frågor har alla sina svar kvar.",
        "  fråga  behållna  ändrade  utan plats  ej frågat då",
        "  M4            0        0           0             5",
    ]


def test_rows_are_json_lines_on_stdout_and_nothing_else_is(worked, capsys):
    folder, new = worked
    assert main(["omrakna", folder, "--checklista", new, "--json"]) == 0
    said = capsys.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == [*CASES]
    assert "Omräkningen ändrar inget fattat beslut." in said.err


def test_a_file_of_lines_says_the_same_as_stdout(worked, tmp_path, capsys):
    folder, new = worked
    target = tmp_path / "rader.jsonl"
    assert main(["omrakna", folder, "--checklista", new, "--json", "--ut", str(target)]) == 0
    said = capsys.readouterr()
    assert target.read_text(encoding="utf-8") == said.out
    assert str(target) in said.err


def test_a_swedish_spreadsheet_reads_the_csv(worked, tmp_path):
    folder, new = worked
    target = tmp_path / "rader.CSV"
    assert main(["omrakna", folder, "--checklista", new, "--ut", str(target)]) == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfpost;id;")
    table = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [*table[0]] == list(COLUMNS)
    first = next(row for row in table if row["id"] == "A")
    assert float(first["full_index_netto"].replace(",", ".")) == pytest.approx(33.68055555555556)
    assert (first["full_niva_min"], first["omslag"], first["fore_omraknad"]) == ("3", "mojlig", "ja")
    assert first["svar_utan_plats"] == "M4 (ny_fraga)"


def test_words_from_people_begin_no_formula(tmp_path):
    old = first_version()
    record = answered(old, ANSWERS).model_copy(
        update={"case": Case(diary_number="=1+1", title='=HYPERLINK("x");"y"\nz', support_form="@x")}
    )
    folder = archive(tmp_path / "arkiv", {"a": record}, [old])
    target = tmp_path / "rader.csv"
    assert main(["omrakna", str(folder), "--ut", str(target)]) == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert (row["diarienummer"], row["stodform"]) == ("'=1+1", "'@x")
    assert row["rubrik"].startswith("'=HYPERLINK")
    assert row["andring_index"] == "0,0"
    assert [harmless_cell(word) for word in ("-1", "+1", "\t=1", "a=1", "")] == ["'-1", "'+1", "'\t=1", "a=1", ""]


def test_a_record_that_cannot_be_read_gives_one_and_is_told(worked, tmp_path, capsys):
    folder, new = worked
    (tmp_path / "arkiv" / "trasig.toml").write_text("a = [\n")
    assert main(["omrakna", folder, "--checklista", new]) == 1
    said = capsys.readouterr().out
    assert "5 av 6 poster omräknade." in said
    assert "1 post kunde inte läsas:" in said
    assert "trasig.toml, rad 1:" in said


def test_another_checklist_of_the_same_name_and_version_is_told(worked, tmp_path, capsys):
    folder, new = worked
    edited = first_version(
        dimension=[{**entry, "vikt": place} for place, entry in enumerate(DATA["dimension"], start=1)]
    )
    assert main(["omrakna", folder, "--checklista", str(written(tmp_path / "egen.toml", edited))]) == 0
    assert "heter arbetat-exempel 1.0.0, precis som den som poster gjordes med" in capsys.readouterr().err
    assert main(["omrakna", folder, "--checklista", new]) == 0
    assert main(["omrakna", folder]) == 0
    assert "precis som" not in capsys.readouterr().err


def test_what_a_killed_run_left_half_written_is_gone_after_the_next(worked, tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / f".rader.jsonl.{host_name()}.{ended.pid}.tmp"
    left.write_text("halvt")
    assert main(["omrakna", worked[0], "--ut", str(tmp_path / "rader.json")]) == 0
    assert not left.exists()


def test_a_flip_gives_one_only_when_asked_for(worked):
    folder, new = worked
    assert main(["omrakna", folder, "--checklista", new, "--vid-andring"]) == 1
    assert main(["omrakna", folder, "--vid-andring"]) == 0


def test_what_was_read_is_remembered_unless_one_does_not_want_it(worked, tmp_path, capsys):
    folder, new = worked
    cache = tmp_path / "arkiv" / ".hallbarhet-omrakning"
    assert main(["omrakna", folder, "--checklista", new, "--utan-cache"]) == 0
    assert not cache.exists()
    first = capsys.readouterr().out
    for path in (tmp_path / "arkiv").glob("*.toml"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    for _ in range(2):
        assert main(["omrakna", folder, "--checklista", new]) == 0
        assert capsys.readouterr().out == first
    assert list(cache.iterdir())


def test_a_scheduled_run_is_silent_until_there_is_something_to_say(worked, tmp_path, capsys):
    folder, new = worked
    target = tmp_path / "rader.csv"
    assert main(["omrakna", folder, "--vid-andring", "--skriv", "--ut", str(target)]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")
    assert target.exists()
    (tmp_path / "arkiv" / "trasig.toml").write_text("a = [\n")
    assert main(["omrakna", folder, "--vid-andring"]) == 1
    assert "1 post kunde inte läsas" in capsys.readouterr().out
    (tmp_path / "arkiv" / "trasig.toml").unlink()
    assert main(["omrakna", folder, "--checklista", new, "--vid-andring"]) == 1
    assert "Möjliga omslag: 4." in capsys.readouterr().out


def test_the_old_file_stays_until_the_new_one_is_finished(worked, tmp_path, monkeypatch, capsys):
    folder, _ = worked
    target = tmp_path / "rader.csv"
    target.write_text("det gamla")

    def interrupted(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("hallbarhet.cli.rescore_run.whole_of", interrupted)
        assert main(["omrakna", folder, "--ut", str(target)]) == 130
    assert target.read_text() == "det gamla"
    begun = {".rader.csv.del", ".rader.csv.del.json"}
    assert {path.name for path in tmp_path.iterdir()} == {"arkiv", "ny.toml", "rader.csv", *begun}
    assert "5 poster hann räknas om och är sparade." in capsys.readouterr().err
    assert main(["omrakna", folder, "--ut", str(target)]) == 0
    assert target.read_text(encoding="utf-8-sig").startswith("post;")
    assert {path.name for path in tmp_path.iterdir()} == {"arkiv", "ny.toml", "rader.csv"}
    assert "kastas" in capsys.readouterr().err


def test_without_a_file_an_interruption_leaves_nothing(worked, tmp_path, monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("hallbarhet.cli.rescore_run.whole_of", interrupted)
    assert main(["omrakna", worked[0]]) == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["arkiv", "ny.toml"]
    assert "5 poster hann räknas om. Ingen post har ändrats" in capsys.readouterr().err


def test_records_are_left_as_they_are(worked, tmp_path):
    folder, new = worked
    before = {path: path.read_bytes() for path in sorted((tmp_path / "arkiv").glob("*.toml"))}
    main(["omrakna", folder, "--checklista", new])
    assert {path: path.read_bytes() for path in sorted((tmp_path / "arkiv").glob("*.toml"))} == before


def test_its_help_loads_nothing_heavy():
    code = (
        "import sys\n"
        "from hallbarhet.cli import main\n"
        "try: main(['omrakna', '--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'textual', 'pydantic', 'jinja2', 'numpy', 'rich', 'tree_sitter', 'tomllib'} & set(sys.modules)\n"
        "print(sorted(heavy), file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr == "[]\n"


def test_re_scoring_loads_neither_the_app_nor_the_reports(worked):
    code = (
        "import sys\n"
        "from hallbarhet.cli import main\n"
        f"main(['omrakna', {worked[0]!r}, '--checklista', {worked[1]!r}])\n"
        "print(sorted({'textual', 'jinja2', 'rich'} & set(sys.modules)), file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr == "[]\n"
