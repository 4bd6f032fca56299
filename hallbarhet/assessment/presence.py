"""Telling who has a record open, and since when. It only tells: nobody is ever kept out by a file left behind."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from os import getpid
from pathlib import Path

from hallbarhet.assessment.atomic import write_file, write_new_file
from hallbarhet.assessment.processes import host_name, is_running
from hallbarhet.errors import NotSavedError
from hallbarhet.texts import storage as texts

STALE_AFTER = timedelta(days=3)
"""From another machine nobody can see whether a program is still running; after a weekend it is taken to be gone."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has a record open."""

    who: str
    host: str
    process: int
    since: datetime

    @property
    def sentence(self) -> str:
        """What to tell the next person."""
        return texts.opened_by(self.who, self.host, self.since)

    @property
    def is_this_process(self) -> bool:
        """Whether it is we ourselves."""
        return self.host == host_name() and self.process == getpid()

    def is_gone(self, now: datetime) -> bool:
        """Whether the note was left behind: its program has ended, or it is too old to be believed."""
        if self.host == host_name():
            return not is_running(self.process)
        return now.astimezone() - self.since.astimezone() > STALE_AFTER


def note_path(record: Path) -> Path:
    """Where it is noted who has a record open: `.NAME.oppen` beside it."""
    return record.with_name(f".{record.name}.oppen")


def announce(record: Path, who: str, now: datetime) -> Holder | None:
    """Note that a record is open here from `now`; whoever already has it open instead, if somebody has."""
    other = holder(record, now)
    if other is not None:
        return other
    note = note_path(record)
    words = {"vem": who, "dator": host_name(), "process": getpid(), "sedan": now.isoformat()}
    data = json.dumps(words, ensure_ascii=False).encode()
    with suppress(NotSavedError):  # where nothing can be written nobody can be told, and nothing is lost
        try:
            write_new_file(note, data)
        except FileExistsError:
            newcomer = holder(record, now)
            if newcomer is not None:
                return newcomer
            write_file(note, data)
    return None


def holder(record: Path, now: datetime) -> Holder | None:
    """Who else has a record open, or None."""
    found = _read(note_path(record))
    return None if found is None or found.is_this_process or found.is_gone(now) else found


def withdraw(record: Path) -> None:
    """Note that a record is no longer open here; somebody else's note is left alone."""
    note = note_path(record)
    found = _read(note)
    if found is not None and found.is_this_process:
        with suppress(OSError):  # it says who left it, and is not believed once we are gone
            note.unlink(missing_ok=True)


def sweep_notes(folder: Path, now: datetime) -> None:
    """Remove notes that are not believed any more, left by programs that were killed."""
    with suppress(OSError):  # a folder that cannot be read has nothing to sweep
        for note in folder.glob(".*.oppen"):
            found = _read(note)
            if found is not None and found.is_gone(now):
                with suppress(OSError):  # somebody else swept it
                    note.unlink(missing_ok=True)


def _read(note: Path) -> Holder | None:
    try:
        words = json.loads(note.read_bytes())
        return Holder(
            str(words["vem"]), str(words["dator"]), int(words["process"]), datetime.fromisoformat(words["sedan"])
        )
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
