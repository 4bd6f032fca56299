"""The disk full, the folder gone, the file protected, the checklist vanished, the clock wrong: nothing is lost."""

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from support.conversation import CASE, WHOLE, Script
from support.small import CLOCK, open_session, small_checklist

from hallbarhet.assessment import presence, rescue
from hallbarhet.assessment.atomic import temporary_name
from hallbarhet.assessment.processes import host_name
from hallbarhet.assessment.records import load
from hallbarhet.cli import main
from hallbarhet.linemode.opening import run

AT_JOBS = [*CASE, "En led.", ""]


@pytest.fixture
def talk(archive):
    """Say these lines; what happens in between happens. The exit code and everything that was said, on one line."""

    def say(*lines, **options):
        chosen = {"clock": lambda: CLOCK} | options
        if "record" not in chosen:
            chosen["checklist"] = small_checklist()
        target = io.StringIO()
        code = run(archive, source=Script(*lines), target=target, **chosen)
        return code, " ".join(target.getvalue().split())

    return say


def only(archive):
    return next(archive.glob("*.toml"))


def test_a_folder_that_goes_away_and_comes_back_loses_nothing(talk, archive, tmp_path):
    away = tmp_path / "borta"
    code, said = talk(
        *AT_JOBS, lambda: archive.rename(away), "4", "Två.", "", lambda: away.rename(archive), "", "2", "", "avsluta"
    )
    assert code == 0
    assert "Ej sparat. Det gick inte att spara" in said
    assert "mappen finns inte längre" in said
    assert "Det du har skrivit finns kvar här." in said
    answers = load(only(archive)).assessment.answer_by_item
    assert answers["jobb"].rationale == "Två."
    assert answers["jobb-hur"].value == 2


def test_work_whose_folder_stays_away_is_rescued_and_found_again(talk, archive, tmp_path, own):
    code, said = talk(*AT_JOBS, lambda: shutil.rmtree(archive), "4", "Två.", "", "avsluta")
    assert code == 2
    saved = next((own / "raddat").glob("*.toml"))
    assert f"ligger i {saved}" in said
    assert load(saved).assessment.answer_by_item["jobb"].rationale == "Två."
    archive.mkdir()
    _, said = talk("avsluta")
    assert f"Räddat arbete från en gång då arkivet inte gick att skriva: {saved}" in said


def test_a_second_rescue_does_not_take_the_place_of_the_first(own):
    first = rescue.rescue(open_session().assessment)
    second = rescue.rescue(open_session().assessment)
    assert first != second
    assert rescue.rescued() == sorted([first, second])


def test_where_nothing_can_be_written_it_is_said_and_not_hidden(talk, archive, monkeypatch):
    monkeypatch.setattr("hallbarhet.linemode.desk.rescue", lambda _: None)
    code, said = talk(*AT_JOBS, lambda: shutil.rmtree(archive), "4", "avsluta")
    assert code == 2
    assert "Det gick inte att spara någonstans." in said


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from support.conversation import CASE, Script
from support.small import CLOCK, small_checklist
from hallbarhet.linemode.opening import run
def full():
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
def room():
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
ends = (room,) if sys.argv[3] == "kommer" else ()
script = Script(*CASE, "En led.", "", full, "4", "Tva.", "", *ends, "spara", "avsluta")
sys.exit(run(Path(sys.argv[1]), checklist=small_checklist(), source=script, target=sys.stdout, clock=lambda: CLOCK))
"""


@pytest.mark.parametrize("room, code", [("kommer", 0), ("uteblir", 2)])
def test_a_full_disk_is_told_and_the_record_on_it_stays_whole(archive, support, room, code):
    finished = subprocess.run(
        [sys.executable, "-c", FULL, archive, support, room], capture_output=True, text=True, check=False
    )
    said = " ".join(finished.stdout.split())
    assert "disken är full" in said, finished.stderr
    assert finished.returncode == code
    record = load(only(archive)).assessment
    assert record.answer_by_item["syfte"].content == "En led."
    assert ("jobb" in record.answer_by_item) == (room == "kommer")
    assert not list(archive.glob(".*.tmp"))
    assert ("Det gick inte att spara någonstans." in said) == (room == "uteblir")


PROTECTED = """
import io, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from support.conversation import CASE, Script
from support.small import CLOCK, small_checklist
from hallbarhet.linemode.opening import run
folder, archive, nobody = Path(sys.argv[1]), Path(sys.argv[1]) / "bedomningar", 65534
def protect():
    target = next(archive.glob("*.toml")) if sys.argv[3] == "fil" else archive
    target.chmod(0o444 if sys.argv[3] == "fil" else 0o555)
def talk(where, *meanwhile, target):
    script = Script(*CASE, *meanwhile, "En led.", "", "avsluta")
    return run(where, checklist=small_checklist(), source=script, target=target, clock=lambda: CLOCK)
if os.geteuid() == 0:  # the superuser may write everywhere; everything is loaded before the right to read it is gone
    warm = folder / "uppvarmning"
    warm.mkdir()
    talk(warm, target=io.StringIO())
    for path in folder.rglob("*"):
        os.chown(path, nobody, nobody)
    os.chown(folder, nobody, nobody)
    os.setgid(nobody)
    os.setuid(nobody)
sys.exit(talk(archive, protect, target=sys.stdout))
"""


@pytest.mark.parametrize("what", ["fil", "mapp"])
def test_what_somebody_protected_is_left_alone_and_the_work_lies_elsewhere(support, what):
    # outside pytest's own folder, which only its owner may enter
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    archive, own = folder / "bedomningar", folder / "egna"
    archive.mkdir()
    own.mkdir()
    surroundings = {**os.environ, "HALLBARHET_CONFIG_DIR": str(own), "TMPDIR": str(folder)}
    try:
        finished = subprocess.run(
            [sys.executable, "-c", PROTECTED, folder, support, what],
            capture_output=True, text=True, check=False, env=surroundings,
        )  # fmt: skip
        said = " ".join(finished.stdout.split())
        assert finished.returncode == 2, finished.stderr
        assert "du får inte skriva där" in said
        assert load(only(archive)).assessment.answer_by_item == {}
        saved = next((own / "raddat").glob("*.toml"))
        assert load(saved).assessment.answer_by_item["syfte"].content == "En led."
    finally:
        archive.chmod(0o755)
        shutil.rmtree(folder)


def test_a_clock_that_goes_backwards_stops_nothing(talk, archive):
    steps = iter(range(10_000))
    code, said = talk(*WHOLE, clock=lambda: CLOCK - timedelta(hours=next(steps)))
    assert code == 0, said
    record = load(only(archive)).assessment
    assert record.header.status == "klar"
    assert record.header.saved_at < record.header.created_at


def test_a_checklist_that_vanishes_while_the_case_is_open_is_put_back(talk, archive):
    code, _ = talk(*AT_JOBS, lambda: shutil.rmtree(archive / "checklistor"), "4", "Två.", "", "avsluta")
    assert code == 0
    code, said = talk("avsluta", record=only(archive))
    assert code == 0, said
    assert list((archive / "checklistor").glob("*.toml"))


def test_a_record_whose_checklist_is_gone_is_told_and_left_alone(talk, archive, capsys):
    talk(*AT_JOBS, "avsluta")
    shutil.rmtree(archive / "checklistor")
    before = only(archive).read_bytes()
    assert main(["radvis", str(only(archive))]) == 2
    assert "liten" in capsys.readouterr().err
    assert only(archive).read_bytes() == before


def test_a_record_that_a_hand_made_unreadable_is_told_with_its_line(talk, archive, capsys):
    talk(*AT_JOBS, "avsluta")
    path = only(archive)
    path.write_text(path.read_text(encoding="utf-8").replace('id = "', "id = ", 1), encoding="utf-8")
    assert main(["radvis", str(path)]) == 2
    assert ":4" in capsys.readouterr().err


def test_a_record_renamed_by_a_hand_while_open_is_never_made_twice_in_silence(talk, archive):
    def rename():
        only(archive).rename(archive / "annat-namn.toml")

    _, said = talk(*AT_JOBS, rename, "4", "kopia", "", "avsluta")
    assert "har flyttats, bytt namn eller tagits bort" in said
    assert "Din version är sparad som" in said
    assert (archive / "annat-namn.toml").exists()


def test_what_a_power_cut_left_is_swept_at_the_next_start(talk, archive):
    host = temporary_name("x").split(".")[2]
    left = archive / f".RUN-1.toml.{host}.999999999.tmp"
    left.write_bytes(b"halv")
    talk("avsluta")
    assert not left.exists()


def test_the_second_officer_is_told_who_has_the_case_open_and_since_when(talk, archive):
    talk(*AT_JOBS, "avsluta")
    note = presence.note_path(only(archive))
    words = {"vem": "Bo Berg", "dator": "annan-dator", "process": 1, "sedan": CLOCK.isoformat()}
    note.write_text(json.dumps(words), encoding="utf-8")
    _, said = talk("avsluta", record=only(archive))
    assert "Bo Berg (dator annan-dator) har posten öppen sedan 21 november 2026 kl. 14:32." in said
    assert note.exists()


def test_what_somebody_else_wrote_is_shown_beside_ours(talk, archive):
    def other():
        path = only(archive)
        theirs = path.read_text(encoding="utf-8").replace('rubrik = "Cykelled"', 'rubrik = "Deras rubrik"')
        path.write_text(theirs, encoding="utf-8")

    _, said = talk(*AT_JOBS, other, "4", "skillnad", "", "kopia", "avsluta")
    assert "Skriv skillnad för att se vad som skiljer" in said
    told = said.partition("Skillnaden,")[2]
    assert "Deras rubrik" in told
    assert "Cykelled" in told


def test_notes_of_the_dead_are_swept_and_of_the_living_kept(talk, archive):
    talk(*AT_JOBS, "avsluta")
    dead = presence.note_path(archive / "annan.toml")
    words = {"vem": "Bo Berg", "dator": host_name(), "process": 999_999_999, "sedan": CLOCK.isoformat()}
    dead.write_text(json.dumps(words), encoding="utf-8")
    living = presence.note_path(archive / "tredje.toml")
    living.write_text(json.dumps(words | {"process": 1}), encoding="utf-8")
    talk("avsluta")
    assert not dead.exists()
    assert living.exists()


def test_ctrl_c_saves_what_was_typed_and_ends(talk, archive):
    def interrupt():
        raise KeyboardInterrupt

    code, said = talk(*CASE, "Första raden", interrupt)
    assert code == 130
    assert "Ärendet är sparat i" in said
    assert load(only(archive)).assessment.answer_by_item["syfte"].content == "Första raden"
