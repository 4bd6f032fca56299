"""`--arende`: an assessment begun on one case out of an exported file, in the app and line by line."""

import io
import sys

import pytest

from hallbarhet.assessment.records import load
from hallbarhet.cli import main

HEAD = "Diarienr;Projektnamn;Sökande;Kommun;Sökt belopp;Stödform"
ONE = "RUN/1/2026;Cykelled;Byalaget;Växjö;450 000;Projektmedel"
TWO = "RUN/2/2026;Butik;Lanthandeln;Vaxjo;20 000;kommersiell-service"


@pytest.fixture(autouse=True)
def workplace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egen"))
    (tmp_path / "en.csv").write_text(f"{HEAD}\n{ONE}\n", encoding="utf-8")
    (tmp_path / "fler.csv").write_text(f"{HEAD}\n{ONE}\n{TWO}\n", encoding="utf-8")
    (tmp_path / "fel.csv").write_text(f"{HEAD}\nRUN/3;x;y;z;fyra;projektmedel\n", encoding="utf-8")
    (tmp_path / "formlos.csv").write_text("Dnr;Rubrik\nRUN/4;x\n", encoding="utf-8")
    (tmp_path / "tom.csv").write_text(f"{HEAD}\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n" * 5 + "avsluta\n"))


def record(tmp_path):
    return load(next((tmp_path / "bedomningar").glob("*.toml"))).assessment


def test_a_case_is_taken_from_the_file_with_its_support_forms_checklist(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("\nEn led för alla\navsluta\n"))
    main(["radvis", "--arende", "en.csv"])
    case = record(tmp_path).case
    assert (case.diary_number, case.title, case.municipalities) == ("RUN/1/2026", "En led för alla", ("Växjö",))
    assert case.support_form == "projektmedel"


def test_of_several_cases_one_is_chosen_by_its_number(tmp_path, monkeypatch, capsys):
    assert main(["radvis", "--arende", "fler.csv"]) == 2
    told = capsys.readouterr().err
    assert "Filen har 2 ärenden. Välj ett med --diarienummer: RUN/1/2026, RUN/2/2026" in told
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n\nLanthandeln AB\navsluta\n"))
    main(["radvis", "--arende", "fler.csv", "--diarienummer", "run/2/2026"])
    assert record(tmp_path).case.support_form == "kommersiell-service"
    assert "Menade du Växjö?" in capsys.readouterr().err


def test_an_amount_in_thousands_is_told_as_it_was_read(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("\nEn led för alla\navsluta\n"))
    (tmp_path / "tkr.csv").write_text(f"{HEAD}\n{ONE.replace('450 000', '350 tkr')}\n", encoding="utf-8")
    main(["radvis", "--arende", "tkr.csv"])
    assert "”350 tkr” läses som 350 000 kronor." in capsys.readouterr().err.replace("\u00a0", " ")
    assert record(tmp_path).case.amount_applied == 350_000


@pytest.mark.parametrize("words, told", [
    (["--arende", "saknas.csv"], "saknas.csv: filen eller mappen finns inte. Kontrollera sökvägen."),
    (["--arende", "tom.csv"], "innehåller inget ärende"),
    (["--arende", "fel.csv"], "rad 2: kolumn Sökt belopp: ”fyra”"),
    (["--arende", "formlos.csv"], "Ange --checklista"),
    (["--arende", "fler.csv", "--diarienummer", "RUN/9"], "Där finns: RUN/1/2026, RUN/2/2026"),
    (["post.toml", "--arende", "en.csv"], "inte båda"),
    (["--diarienummer", "RUN/1"], "Ange också --arende"),
])  # fmt: skip
@pytest.mark.parametrize("command", ["bedom", "radvis"])
def test_what_does_not_add_up_is_told_in_one_sentence(command, words, told, capsys):
    assert main([command, *words]) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert said.err.count("\n") == 1


def test_a_case_that_is_in_the_archive_is_not_begun_again(tmp_path, capsys):
    assert main(["importera", "en.csv"]) == 0
    capsys.readouterr()
    assert main(["bedom", "--arende", "en.csv"]) == 2
    path = next((tmp_path / "bedomningar").glob("*.toml")).relative_to(tmp_path)
    assert f"finns redan i arkivet. Öppna det med: hallbarhet bedom {path}" in capsys.readouterr().err


def test_the_app_gets_the_case_and_the_chosen_checklist(monkeypatch):
    begun = {}
    monkeypatch.setattr("hallbarhet.cli.words.require_terminal", lambda _: None)
    monkeypatch.setattr("hallbarhet.tui.app.run", lambda _, **given: begun.update(given) or 0)
    assert main(["bedom", "--arende", "en.csv", "--checklista", "mikrostod"]) == 0
    assert begun["checklist"].header.id == "mikrostod"
    assert begun["case"].amount_applied == 450_000
