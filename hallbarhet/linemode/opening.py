"""Opening a record or beginning a case, line by line, and ending in order whatever happens."""

import signal
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

from hallbarhet import settings
from hallbarhet.assessment import journal as journals
from hallbarhet.assessment import presence
from hallbarhet.assessment.atomic import sweep
from hallbarhet.assessment.clock import now
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.logbook import note
from hallbarhet.assessment.model import Case
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.opened import opened
from hallbarhet.assessment.rescue import rescued
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.errors import ChangedOnDiskError
from hallbarhet.linemode.desk import Desk
from hallbarhet.linemode.lines import Lines
from hallbarhet.linemode.turns import InputEnded, Leave
from hallbarhet.linemode.walk import walk
from hallbarhet.texts import linemode as texts

DONE, LEFT_OPEN, NOT_SAVED = 0, 1, 2
"""Exit codes: ended as asked; the input ended before the case was complete; what was answered is not on disk."""


INTERRUPTED = 130
"""What a shell gives for Ctrl+C."""


class EndedBySignal(BaseException):
    """The machine or the terminal asks the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


def run(
    archive: Path,
    *,
    record: Path | None = None,
    checklist: Checklist | None = None,
    case: Case | None = None,
    source: TextIO,
    target: TextIO,
    clock: Callable[[], datetime] = now,
    new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
) -> int:
    """Talk through a case; the exit code."""
    lines = Lines(source, target)
    presence.sweep_notes(archive, clock())
    journals.sweep(archive)
    if swept := sweep(archive):
        note("stadat", swept)
    with _orderly_end():
        desk = None
        try:
            lines.say(texts.WELCOME)
            lines.say(*(texts.rescued_before(str(path)) for path in rescued()))
            if record is not None:
                desk = open_record(record, archive, lines, clock)
            else:
                chosen = checklist or choose_checklist(archive, lines)
                if chosen is None:
                    return DONE
                desk = begin(chosen, archive, lines, clock, new_id(), case)
            _introduce(desk)
            return _talk(desk)
        except (Leave, InputEnded):  # before a case was open
            lines.say(texts.NOTHING_WRITTEN)
            return LEFT_OPEN
        finally:
            if desk is not None:
                desk.close()


def open_record(path: Path, archive: Path, lines: Lines, clock: Callable[[], datetime]) -> Desk:
    """Open a record with the checklist it was made with. Raises what a person can mend."""
    found = opened(path, archive, clock)
    if found.holder is not None:
        lines.say(found.holder.sentence)
    lines.say(*(problem.sentence for problem in found.loaded.problems))
    return Desk(found.session, found.keeper, lines, archive=archive)


def begin(
    checklist: Checklist,
    archive: Path,
    lines: Lines,
    clock: Callable[[], datetime],
    id_: str,
    case: Case | None = None,
) -> Desk:
    """Begin an assessment; nothing is on disk until something is answered."""
    forms = checklist.header.support_forms
    case = case or (Case(support_form=forms[0]) if len(forms) == 1 else Case())
    officer = settings.load(archive).officer
    assessment = new_assessment(checklist, case, officer=officer, id=id_, now=clock())
    session = AssessmentSession(checklist, assessment, clock=clock, officer=officer)
    journal = journals.Journal(Library(archive).by_reference)
    return Desk(session, Keeper(archive, session, journal=journal), lines, archive=archive)


def choose_checklist(archive: Path, lines: Lines) -> Checklist | None:
    """Ask which checklist to use; None when there is none."""
    library = Library(archive)
    found = library.choices()
    if not found:
        lines.say(texts.NO_CHECKLISTS)
        return None
    lines.say(texts.CHOOSE_CHECKLIST, *(texts.numbered(n, f"{row.title} ({row.id})") for n, row in enumerate(found, 1)))
    while True:
        words = lines.read(texts.CHECKLIST_PROMPT).strip()
        if words.lower() in texts.LEAVE:
            raise Leave
        if words.isascii() and words.isdigit() and 1 <= int(words) <= len(found):
            return library.load(found[int(words) - 1].path)
        lines.say(texts.number_of(len(found)))


def _introduce(desk: Desk) -> None:
    case, header = desk.session.assessment.case, desk.session.checklist.header
    desk.say(texts.case(case.title, case.diary_number, header.title, header.version))


def _talk(desk: Desk) -> int:
    try:
        walk(desk)
    except Leave:
        return _ended(desk, DONE, texts.left)
    except InputEnded:
        return _ended(desk, DONE if desk.session.is_complete else LEFT_OPEN, texts.input_ended)
    except EndedBySignal as end:
        _ended(desk, DONE, texts.ended_by_signal)
        return end.code
    except KeyboardInterrupt:
        _ended(desk, DONE, texts.left)
        return INTERRUPTED
    return DONE


def _ended(desk: Desk, code: int, told: Callable[[str], str]) -> int:
    """Say where everything is; try once more to save what is not."""
    if desk.fault is not None and not desk.keep():
        if isinstance(desk.fault, ChangedOnDiskError):
            desk.keep_beside()
        if desk.fault is not None:
            desk.rescue()
            return NOT_SAVED
    path = desk.keeper.path
    if path is None:
        desk.say(texts.NOTHING_WRITTEN if code == DONE else texts.INPUT_ENDED_EMPTY)
    elif not desk.session.is_complete:
        desk.say(told(str(path)))
    return code


@contextmanager
def _orderly_end() -> Iterator[None]:
    """Being told to end unwinds the conversation in order; a hang-up that is ignored stays ignored."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    numbers = [getattr(signal, name) for name in names]
    chosen = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    before = {}
    try:
        for number in chosen:
            before[number] = signal.signal(number, _end)
    except ValueError:  # not in the main thread, where no signals come
        pass
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: object) -> None:
    raise EndedBySignal(number)
