"""Telling who has a record open. It only tells."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from hallbarhet.assessment.presence import STALE_AFTER, announce, holder, note_path, withdraw
from hallbarhet.assessment.processes import host_name

NOW = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)


@pytest.fixture
def record(tmp_path):
    return tmp_path / "RUN-1-2026_ffee1234.toml"


def note(record, **words):
    whole = {"vem": "Åsa Öberg", "dator": "annan-dator", "process": 1, "sedan": NOW.isoformat()} | words
    note_path(record).write_text(json.dumps(whole), encoding="utf-8")


def test_the_next_person_is_told_who_and_since_when(record):
    note(record)
    other = announce(record, "Eva Ek", NOW)
    assert "Åsa Öberg (dator annan-dator)" in other.sentence
    assert "21\u00a0november 2026 kl.\u00a014:32" in other.sentence
    assert holder(record, NOW) == other


def test_whoever_came_first_keeps_the_note(record):
    note(record)
    announce(record, "Eva Ek", NOW)
    withdraw(record)
    assert holder(record, NOW).who == "Åsa Öberg"


def test_one_does_not_stand_in_ones_own_way(record):
    assert announce(record, "Eva Ek", NOW) is None
    assert announce(record, "Eva Ek", NOW) is None
    assert holder(record, NOW) is None


def test_closing_takes_the_note_away(record, tmp_path):
    announce(record, "Eva Ek", NOW)
    assert note_path(record).name == ".RUN-1-2026_ffee1234.toml.oppen"
    withdraw(record)
    assert list(tmp_path.iterdir()) == []


def test_a_note_left_by_a_program_that_has_ended_is_not_believed(record):
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    note(record, dator=host_name(), process=int(ended.stdout))
    assert announce(record, "Eva Ek", NOW) is None
    assert json.loads(note_path(record).read_bytes())["vem"] == "Eva Ek"


def test_a_note_by_a_living_program_on_this_machine_is_believed(record):
    note(record, dator=host_name(), process=os.getppid())
    assert holder(record, NOW).who == "Åsa Öberg"


def test_an_old_note_from_another_machine_is_not_believed(record):
    note(record, sedan=(NOW - STALE_AFTER - timedelta(seconds=1)).isoformat())
    assert holder(record, NOW) is None


def test_times_without_zones_can_be_compared(record):
    note(record, sedan="2026-11-21T12:00:00")
    assert holder(record, NOW).who == "Åsa Öberg"


@pytest.mark.parametrize("left", [b"", b"{", b"[]", b'{"vem": 1}', b'"x"', b"\xff\xfe", b"[" * 100_000])
def test_a_broken_note_stops_nobody(record, left):
    note_path(record).write_bytes(left)
    assert announce(record, "Eva Ek", NOW) is None
    assert json.loads(note_path(record).read_bytes())["vem"] == "Eva Ek"


def test_where_nothing_can_be_written_nobody_is_stopped(tmp_path):
    record = tmp_path / "borta" / "post.toml"
    assert announce(record, "Eva Ek", NOW) is None
    withdraw(record)
    assert not record.parent.exists()
