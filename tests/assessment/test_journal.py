"""Undo that outlives the program: it comes back whole, or not at all, and never changes what it does not fit."""

import json
import random
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from support.small import CLOCK, open_session, small_case, small_checklist

from hallbarhet.assessment import journal as journals
from hallbarhet.assessment.adapt import adapt
from hallbarhet.assessment.archive import record_files
from hallbarhet.assessment.journal import Journal, journal_path, sweep
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.model import ConflictHandling, GateDecision, Judgement
from hallbarhet.assessment.opened import opened as open_again
from hallbarhet.assessment.records import render
from hallbarhet.assessment.walk import Step
from hallbarhet.checklist.library import Library

ENDED = GateDecision(id="stanna", decision="avsluta", rationale="Nej.", responsible="Eva Ek", decided_on=CLOCK.date())


def keeper_of(session, folder):
    return Keeper(folder, session, journal=Journal(Library(folder).by_reference))


def opened(path):
    """The case as another program opens it another day."""
    found = open_again(path, path.parent, lambda: CLOCK)
    return found.session, found.keeper


def content(session):
    """What has been written, without when it was saved and what was computed."""
    assessment = session.assessment
    header = assessment.header.model_copy(update={"saved_at": None})
    return render(assessment.model_copy(update={"header": header, "result": {}}))


@pytest.fixture
def begun(tmp_path):
    session = open_session()
    keeper = keeper_of(session, tmp_path)
    for grade in (1, -1):
        session.judge("utslapp", grade)
        keeper.keep()
    return session, keeper


def test_the_last_answer_can_be_taken_back_another_day(begun):
    _, keeper = begun
    session, _ = opened(keeper.path)
    assert session.answer_to("utslapp").grade == -1
    assert session.undo() == Step("fraga", "utslapp")
    assert session.answer_to("utslapp").grade == 1
    assert session.undo() == Step("fraga", "utslapp")
    assert session.answer_to("utslapp") is None
    assert session.undo() is None


def test_what_was_taken_back_can_be_done_again_another_day(begun):
    first, keeper = begun
    first.undo()
    keeper.keep()
    session, _ = opened(keeper.path)
    assert session.answer_to("utslapp").grade == 1
    assert session.redo() == Step("fraga", "utslapp")
    assert session.answer_to("utslapp").grade == -1


def test_work_goes_on_from_what_was_remembered(begun):
    _, keeper = begun
    session, again = opened(keeper.path)
    session.undo()
    again.keep()
    session.judge("jobb", 2)
    again.keep()
    assert not session.can_redo
    third, _ = opened(again.path)
    third.undo()
    assert third.answer_to("jobb") is None
    assert third.answer_to("utslapp").grade == 1


def test_a_record_changed_by_somebody_else_has_nothing_to_take_back(begun):
    _, keeper = begun
    path = keeper.path
    path.write_text(path.read_text(encoding="utf-8").replace("Cykelled", "Gångväg"), encoding="utf-8")
    session, _ = opened(path)
    assert session.undo() is None
    assert not journal_path(path).exists()


def test_a_finished_case_leaves_no_journal(tmp_path):
    session = open_session()
    keeper = keeper_of(session, tmp_path)
    session.decide(ENDED)
    keeper.keep()
    assert journal_path(keeper.path).exists()
    session.complete()
    keeper.keep()
    assert not journal_path(keeper.path).exists()


def test_the_journal_follows_the_record_to_its_new_name(begun):
    session, keeper = begun
    old = keeper.path
    session.describe_case(small_case(diary_number="RUN/2/2026"))
    keeper.keep()
    assert keeper.path != old
    assert not journal_path(old).exists()
    again, _ = opened(keeper.path)
    assert again.undo() is not None
    assert again.assessment.case.diary_number == "RUN/1/2026"


def test_a_copy_beside_has_its_own(begun):
    session, keeper = begun
    session.judge("utslapp", 2)
    copy = keeper.keep_beside()
    again, _ = opened(copy)
    again.undo()
    assert again.answer_to("utslapp").grade == -1


def test_only_the_person_can_read_it(begun):
    _, keeper = begun
    mode = stat.S_IMODE(journal_path(keeper.path).stat().st_mode)
    assert sys.platform == "win32" or mode == 0o600


def test_it_is_no_record_and_no_public_file(begun):
    _, keeper = begun
    assert list(record_files(keeper.archive)) == [keeper.path]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_nothing_is_written_through_a_link(tmp_path):
    session = open_session()
    keeper = keeper_of(session, tmp_path / "arkiv")
    (tmp_path / "arkiv").mkdir()
    session.judge("jobb", 1)
    keeper.keep()
    victim = tmp_path / "annans.txt"
    victim.write_text("orörd", encoding="utf-8")
    path = journal_path(keeper.path)
    path.unlink()
    path.symlink_to(victim)
    for grade in (2, 0):
        session.judge("jobb", grade)
        keeper.keep()
    assert victim.read_text(encoding="utf-8") == "orörd"


BROKEN = [
    b"", b"\n", b"{", b"[]\n", b"null\n", b'{"post": 1}\n', b"\x00\xff\n", b"[" * 5000, b'{"post":"x"}\n' * 3,
]  # fmt: skip


@pytest.mark.parametrize("raw", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_journal_is_thrown_away(begun, raw):
    _, keeper = begun
    journal_path(keeper.path).write_bytes(raw)
    session, again = opened(keeper.path)
    assert session.undo() is None
    session.judge("jobb", 1)
    again.keep()
    assert opened(again.path)[0].undo() == Step("fraga", "jobb")


def tampered(line, **changes):
    return json.dumps(json.loads(line) | changes).encode() + b"\n"


def test_a_journal_cannot_lead_to_another_case_or_to_a_sealed_one(begun):
    _, keeper = begun
    path = journal_path(keeper.path)
    *lines, last = path.read_bytes().splitlines()
    data = json.loads(last)
    for old, new in (("utkast", "klar"), ("0193f2a0", "9993f2a0"), ('punkt = "utslapp"', 'punkt = "nagot"')):
        changed = [entry | {"fore": entry["fore"].replace(old, new)} for entry in data["nya"]]
        if old.startswith("punkt"):
            changed = [entry | {"efter": entry["efter"].replace(old, new)} for entry in data["nya"]]
        path.write_bytes(b"\n".join([*lines, tampered(last, nya=changed)]))
        session, _ = opened(keeper.path)
        before = content(session)
        assert session.undo() is None
        assert content(session) == before


@pytest.mark.parametrize(
    "changes",
    [{"plats": 99}, {"plats": -1}, {"plats": "1"}, {"behall": 7}, {"behall": -1}, {"slapp": 5}, {"nya": [{}]}],
)
def test_numbers_that_lead_outside_throw_it_away(begun, changes):
    _, keeper = begun
    path = journal_path(keeper.path)
    *lines, last = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join([*lines, tampered(last, **changes)]))
    assert opened(keeper.path)[0].undo() is None


def test_where_it_cannot_be_written_work_goes_on(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError

    monkeypatch.setattr(journals.os, "open", refuse)
    session = open_session()
    journal = Journal(Library(tmp_path).by_reference)
    session.judge("jobb", 1)
    journal.keep(session.history, tmp_path / "a.toml", "x")
    assert not journal_path(tmp_path / "a.toml").exists()
    assert session.undo() == Step("fraga", "jobb")


def test_it_stays_small_however_much_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(journals, "LARGEST", 20_000)
    session = open_session()
    keeper = keeper_of(session, tmp_path)
    for number in range(60):
        session.judge("jobb", number % 2)
        session.explain("jobb", f"{number} " + "ord " * 200)
        keeper.keep()
        assert journal_path(keeper.path).stat().st_size < 45_000
    again, _ = opened(keeper.path)
    assert again.undo() is not None
    assert again.answer_to("jobb").rationale.startswith("58 ")


def test_a_journal_whose_record_is_gone_is_swept(begun):
    _, keeper = begun
    kept = journal_path(keeper.path)
    sweep(keeper.archive)
    assert kept.exists()
    keeper.path.unlink()
    sweep(keeper.archive)
    assert not kept.exists()


def test_a_journal_of_a_record_that_says_something_else_now_is_swept(begun):
    _, keeper = begun
    keeper.path.write_text(keeper.path.read_text(encoding="utf-8") + "# ny rad\n", encoding="utf-8")
    sweep(keeper.archive)
    assert not journal_path(keeper.path).exists()


@pytest.mark.parametrize("seed", range(6))
def test_any_walk_can_be_taken_back_in_the_order_it_was_done_whenever_it_was_opened(tmp_path, seed):
    """Against a plain list of everything that ever stood."""
    chance = random.Random(seed)  # noqa: S311  (a test)
    session = open_session()
    keeper = keeper_of(session, tmp_path)
    stood, place = [content(session)], 0
    for number in range(80):
        deed = chance.randrange(9)
        if deed == 0 and place:
            session.undo()
            place -= 1
        elif deed == 1 and place < len(stood) - 1:
            session.redo()
            place += 1
        elif deed == 2 and keeper.path is not None:
            session, keeper = opened(keeper.path)
        else:
            _do_something(session, chance, number)
            if content(session) != stood[place]:
                stood = [*stood[: place + 1], content(session)]
                place += 1
        keeper.keep()
        assert content(session) == stood[place]
    while session.undo() is not None:
        place -= 1
        assert content(session) == stood[place]
    assert place == 0
    while session.redo() is not None:
        place += 1
        assert content(session) == stood[place]
    assert place == len(stood) - 1


def _do_something(session, chance, number):
    match chance.randrange(8):
        case 0:
            session.judge("jobb", chance.choice((-2, -1, 0, 1, 2)))
        case 1:
            session.judge("utslapp", chance.choice((-2, -1, 0, 1, 2)))
        case 2 if session.answer_to("drivmedel") is None:
            session.unknown("drivmedel", f"Myndighet {number} [/b] \u2028 'x'")
        case 3:
            session.describe_case(small_case(title=f"Rubrik {number}", own={"dag": CLOCK.date(), "tal": number}))
        case 4:
            session.handle(ConflictHandling(id=f"egen-{number}", title="Min", own=True, severity=2))
        case 5:
            session.conclude(Judgement(text=f"Text {number}", conditions=(f"Villkor {number}",)))
        case 6:
            session.set_depth(chance.choice(("kort", "fordjupad")), "Därför.")
        case _:
            session.clear(chance.choice(("jobb", "utslapp", "drivmedel")))


KILLED = """
import os, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from test_journal import keeper_of
from support.small import open_session
session = open_session()
keeper = keeper_of(session, Path(sys.argv[1]))
for grade in (1, -1, 2):
    session.judge("utslapp", grade)
    keeper.keep()
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_program_that_was_killed_leaves_what_can_be_taken_back(tmp_path):
    here = Path(__file__)
    script = KILLED.replace("import os, sys", f"import os, sys; sys.path.insert(0, {str(here.parents[1])!r})")
    subprocess.run([sys.executable, "-c", script, str(tmp_path), str(here.parent)], check=False)
    session, _ = opened(next(tmp_path.glob("*.toml")))
    assert session.answer_to("utslapp").grade == 2
    session.undo()
    assert session.answer_to("utslapp").grade == -1


def test_another_checklist_can_be_taken_back_another_day(tmp_path):
    session = open_session()
    keeper = keeper_of(session, tmp_path)
    session.judge("jobb", 1)
    keeper.keep()
    newer = small_checklist().model_copy(
        update={"header": small_checklist().header.model_copy(update={"version": "1.1.0"})}
    )
    session.carry_to(newer, adapt(session.assessment, session.checklist, newer).assessment)
    keeper.keep()
    again, _ = opened(keeper.path)
    assert again.checklist.header.version == "1.1.0"
    assert again.undo() == Step("oversikt")
    assert again.checklist.header.version == "1.0.0"
    assert again.assessment.checklist.version == "1.0.0"
    assert again.answer_to("jobb").grade == 1
