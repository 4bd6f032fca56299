"""What the page on importing shows is what the program does."""

import re
from pathlib import Path

import pytest

from hallbarhet.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "importera.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def workplace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egen"))
    (tmp_path / "arenden.csv").write_text(re.search(r"```csv\n(.*?)```", PAGE, re.DOTALL)[1], encoding="utf-8")


def test_the_example_is_imported_without_a_word_of_doubt(capsys, tmp_path):
    assert main(["importera", "arenden.csv"]) == 0
    said = capsys.readouterr()
    assert re.fullmatch(r"rad 2: ny, RUN-174-2020_[0-9a-f]{8}\.toml\.\n", said.out)
    assert said.err == "1 ny, 0 ändrade, 0 oförändrade, 0 avvisade.\n"


def test_the_commands_of_the_page_are_commands_of_the_program(capsys):
    *of_cases, of_the_applicant = re.findall(r"^hallbarhet (importera .*)$", PAGE, re.MULTILINE)
    assert len(of_cases) == 2
    for words in of_cases:
        assert main(words.split()) == 0
    capsys.readouterr()
    main(["mall", "kronoberg-projektmedel"])
    blank = capsys.readouterr().out
    Path("sokanden.toml").write_text(blank, encoding="utf-8")
    assert main(of_the_applicant.split()) == 1
    told = capsys.readouterr().out
    assert "Filen har inga svar på checklistans frågor" in told or "filen är gjord med checklistan" in told.lower()
