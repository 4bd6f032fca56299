"""`anpassa`: what would happen is shown first, then done; nothing is lost, and nothing finished is touched."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.small import CLOCK, SMALL, small_case, small_checklist

from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.presence import note_path
from hallbarhet.assessment.records import load
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.cli import main

MAPPINGS = """
[[koppling]]
fran_version = "1"
slag = "samma"
fran = "jobb"
till = "arbete"

[[koppling]]
fran_version = "1"
slag = "borttagen"
fran = "syfte"
"""


@pytest.fixture(autouse=True)
def workplace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egen"))


@pytest.fixture
def record(tmp_path):
    checklist = small_checklist()
    start = new_assessment(
        checklist, small_case(), officer="Eva Ek", id="0193f2a0-0000-7000-8000-000000000001", now=CLOCK
    )
    session = AssessmentSession(checklist, start, clock=lambda: CLOCK)
    session.write("syfte", "En väg.")
    session.judge("jobb", 1)
    session.explain("jobb", "Därför.")
    session.judge("utslapp", -1)
    keeper = Keeper(tmp_path, session)
    keeper.keep()
    return keeper.path


@pytest.fixture
def newer(tmp_path):
    text = SMALL.replace('version = "1.0.0"', 'version = "2.0.0"').replace('"jobb"', '"arbete"')
    text = text.replace('  { id = "syfte",', '  { id = "mal",')
    steps = '{ grad = -1, text = "Sämre" }, { grad = 0, text = "Lika" }, { grad = 1, text = "Bättre" }'
    text += f'\n[[skala]]\nid = "tre"\nneutral = 0\ngrader = [{steps}]\n{MAPPINGS}'
    head, utslapp, tail = text.partition('kort = "Utsläpp", slag = "bedomning", skala = "fem"')
    path = tmp_path / "liten-2.toml"
    path.write_text(head + utslapp.replace('"fem"', '"tre"') + tail, encoding="utf-8")
    return path


def run(capsys, *words):
    code = main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_what_would_happen_is_shown_and_nothing_is_done(record, newer, capsys):
    before = record.read_bytes()
    code, out, err = run(capsys, "anpassa", record, "--checklista", newer)
    assert code == 0
    assert out.splitlines() == [
        "Från liten 1.0.0 till liten 2.0.0",
        "1 svar behålls som det är.",
        "1 svar ändras eller behöver ses över:",
        "- ”Utsläpp”: blir vet inte, ingen koppling säger vad svaret betyder på den nya skalan",
        "1 svar har ingen fråga längre. Det står kvar i posten men räknas inte:",
        "- Vad är syftet?",
        "1 fråga är ny och obesvarad:",
        "- Syfte",
        "Inget går förlorat: de gamla svaren står kvar i posten som de skrevs.",
    ]
    assert "lägga till --skriv" in err
    assert record.read_bytes() == before


def test_with_skriv_it_is_done_and_told(record, newer, capsys):
    code, _, err = run(capsys, "anpassa", record, "--checklista", newer, "--skriv")
    assert code == 0
    assert str(record) in err
    now = load(record).assessment
    assert (now.checklist.version, now.answer_by_item["arbete"].rationale) == ("2.0.0", "Därför.")
    assert now.answer_by_item["syfte"].content == "En väg."
    assert {former["punkt"] for former in now.former_answers} == {"jobb", "utslapp"}
    assert now.events[-1].what == "anpassad från liten 1.0.0 till liten 2.0.0"
    assert len(list(Path("checklistor").glob("liten@2.0.0_*.toml"))) == 1
    assert run(capsys, "granska", record)[0] == 0
    assert json.loads(run(capsys, "berakna", record, "--json")[1])["checklista"]["version"] == "2.0.0"
    again = run(capsys, "anpassa", record, "--checklista", newer, "--skriv")
    assert again[0] == 0
    assert "redan gjord" in again[2]


def test_a_finished_record_is_refused_with_what_to_do(record, newer, capsys):
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace('status = "utkast"', 'status = "klar"'), encoding="utf-8")
    before = record.read_bytes()
    code, out, err = run(capsys, "anpassa", record, "--checklista", newer, "--skriv")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "Öppna den igen i appen" in err
    assert record.read_bytes() == before


def test_a_record_that_somebody_has_open_is_left_alone(record, newer, capsys):
    words = {"vem": "Bo", "dator": "annan-dator", "process": 1, "sedan": datetime.now(UTC).isoformat()}
    note_path(record).write_text(json.dumps(words), encoding="utf-8")
    before = record.read_bytes()
    code, out, err = run(capsys, "anpassa", record, "--checklista", newer, "--skriv")
    assert (code, out) == (2, "")
    assert "Bo" in err
    assert record.read_bytes() == before
    assert run(capsys, "anpassa", record, "--checklista", newer)[0] == 0


def test_without_the_old_checklist_it_is_told(record, newer, capsys):
    for kept in Path("checklistor").glob("*.toml"):
        kept.unlink()
    code, out, _ = run(capsys, "anpassa", record, "--checklista", newer)
    assert code == 0
    assert "finns inte kvar" in out


@pytest.mark.parametrize("words", [["ingen.toml"], []])
def test_what_is_not_there_is_one_sentence(record, newer, words, capsys):
    code, out, err = run(capsys, "anpassa", *(words or [record]), "--checklista", newer if words else "ingen")
    assert (code, out, err.count("\n")) == (2, "", 1)
