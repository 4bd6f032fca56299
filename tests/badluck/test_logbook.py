"""The log: what the program did, here only, never on what; bounded, and never in the way."""

import io

import pytest
from support.conversation import CASE
from support.records import NASTY

from hallbarhet.assessment import logbook
from hallbarhet.cli import main


def lines():
    return logbook.log_file().read_text(encoding="utf-8").splitlines()


def words():
    return [line.split()[2:] for line in lines()]


def test_a_command_is_noted_with_how_it_ended(tmp_path):
    main(["granska", str(tmp_path / "finns-inte.toml")])
    assert words() == [["start", "granska"], ["avbrutet", "granska"]]


def test_no_case_no_file_and_no_name_is_in_it(archive, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join([*CASE, "avsluta", ""])))
    main(["radvis", "--checklista", "grund-kommersiell-service", "--arkiv", str(archive)])
    text = "\n".join(lines())
    for private in ("RUN", "Cykelled", "Byalaget", "Eva", "bedomningar", ".toml"):
        assert private not in text
    assert ["start", "radvis"] in words()


@pytest.mark.parametrize("detail", [*NASTY, "RUN/174/2020", "Eva Ek", "/home/eva", "å", "x" * 41])
def test_a_detail_that_could_be_content_is_left_out(detail):
    logbook.note("ej_sparat", detail)
    assert words() == [["ej_sparat"]]


def test_it_never_grows_beyond_its_bound(monkeypatch):
    monkeypatch.setattr(logbook, "LARGEST", 500)
    for _ in range(100):
        logbook.note("start", "granska")
    files = list(logbook.folder().iterdir())
    assert len(files) == 2
    assert all(path.stat().st_size < 700 for path in files)


def test_a_log_that_cannot_be_written_stops_nothing(own, tmp_path):
    own.write_text("ingen mapp", encoding="utf-8")
    logbook.note("start", "granska")
    assert own.read_text(encoding="utf-8") == "ingen mapp"


def test_the_doctor_says_where_it_is_and_writes_nothing(archive, capsys, own):
    assert main(["doktor", "--arkiv", str(archive)]) == 0
    told = capsys.readouterr().out
    assert f"Logg: {logbook.log_file()}" in told
    assert f"Arkiv: {archive}" in told
    assert not own.exists()
    assert list(archive.iterdir()) == []


def test_a_fault_of_the_program_is_noted_and_described_beside_the_log(monkeypatch, archive, capsys):
    def broken(*_, **__):
        raise RuntimeError("går sönder")

    monkeypatch.setattr("hallbarhet.checklist.library.Library.choices", broken)
    assert main(["radvis", "--arkiv", str(archive)]) == 2
    assert ["programfel"] in words()
    described = next(logbook.folder().glob("fel-*.txt"))
    assert str(described) in capsys.readouterr().err
