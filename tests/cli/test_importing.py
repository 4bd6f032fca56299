"""`importera`: what it says on which stream, its exit codes, and that a large file is no trouble."""

import time

import pytest

from hallbarhet.assessment import importing
from hallbarhet.cli import main
from hallbarhet.errors import NotSavedError

LINES = [
    "Diarienr;Projektnamn;Kommun;Sökt belopp;Stödform;Anteckning",
    "RUN/1/2026;Cykelled;Växjö;450 000;projektmedel;x",
]


@pytest.fixture(autouse=True)
def workplace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egen"))


@pytest.fixture
def export(tmp_path):
    """A file with these lines."""

    def write(*lines, encoding="utf-8"):
        path = tmp_path / "export.csv"
        path.write_text("\n".join(lines), encoding=encoding)
        return str(path)

    return write


def test_rows_are_told_on_stdout_and_the_whole_on_stderr(export, capsys, tmp_path):
    assert main(["importera", export(*LINES)]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("rad 2: ny, RUN-1-2026_")
    assert said.out.count("\n") == 1
    assert "Används inte: ”Anteckning”" in said.err
    assert said.err.endswith("1 ny, 0 ändrade, 0 oförändrade, 0 avvisade.\n")
    assert len(list((tmp_path / "bedomningar").glob("*.toml"))) == 1
    assert main(["importera", export(*LINES)]) == 0
    assert "0 nya, 0 ändrade, 1 oförändrad" in capsys.readouterr().err


def test_a_refused_row_gives_exit_code_1_and_the_others_are_imported(export, capsys):
    assert main(["importera", export(*LINES, "RUN/2;x;y;fyra;projektmedel;")]) == 1
    said = capsys.readouterr()
    assert "rad 3: avvisad, RUN/2. Kolumn Sökt belopp: ”fyra” går inte att läsa" in said.out
    assert "1 ny, " in said.err


@pytest.mark.parametrize("words", [["saknas.csv"], ["export.csv", "--checklista", "finnsinte"]])
def test_what_cannot_be_carried_out_gives_exit_code_2(words, export, capsys):
    export(*LINES)
    assert main(["importera", *words]) == 2
    assert capsys.readouterr().out == ""


def test_a_trial_makes_not_even_the_archive(export, capsys, tmp_path):
    assert main(["importera", export(*LINES), "--prova", "--arkiv", "nytt"]) == 0
    said = capsys.readouterr()
    assert "rad 2: ny" in said.out
    assert "Inget är skrivet" in said.err
    assert not (tmp_path / "nytt").exists()


def test_windows_letters_and_an_empty_file_are_told(export, capsys):
    assert main(["importera", export(*LINES, encoding="cp1252")]) == 0
    assert "Windows-1252" in capsys.readouterr().err
    assert main(["importera", export(LINES[0])]) == 0
    assert "inga rader" in capsys.readouterr().err


def test_words_in_a_file_steer_no_terminal(export, capsys):
    assert main(["importera", export(*LINES, "RUN/\x1b[31m2;x;Rym\x1b[2Jden;1;projektmedel;")]) == 0
    assert "\x1b" not in "".join(capsys.readouterr())


@pytest.mark.usefixtures("capsys")
def test_five_thousand_rows_are_compared_in_seconds(export):
    rows = [f"RUN/{number}/2026;Projekt {number};Växjö;{number};projektmedel;x" for number in range(5_000)]
    begun = time.monotonic()
    assert main(["importera", export(LINES[0], *rows), "--prova"]) == 0
    assert time.monotonic() - begun < 20


def test_a_full_disk_stops_and_says_so(export, capsys, monkeypatch):
    def full(folder, assessment):
        sentence = "disken är full"
        raise NotSavedError(sentence)

    monkeypatch.setattr(importing, "create", full)
    assert main(["importera", export(*LINES)]) == 2
    said = capsys.readouterr()
    assert "Importen avbröts" in said.err
    assert said.err.endswith("disken är full\n")
