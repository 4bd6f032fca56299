"""Reading the archive and opening cases behind the screen, so that the app is never kept waiting."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol, cast

from textual.worker import Worker, get_current_worker

from hallbarhet.errors import HallbarhetError
from hallbarhet.texts import readings as readings_texts
from hallbarhet.texts import tui as texts
from hallbarhet.texts import tui_start as start_texts
from hallbarhet.tui.listing import case_rows

if TYPE_CHECKING:
    from hallbarhet.assessment.model import Case
    from hallbarhet.assessment.related import Family
    from hallbarhet.checklist.model import Checklist
    from hallbarhet.tui.desk import Desk
    from hallbarhet.tui.screens.start import StartScreen


class Lobby(Protocol):
    """What opening asks of the app."""

    archive: Path
    clock: Callable[[], datetime]

    @property
    def room(self) -> ModuleType:
        """Where cases are opened; the first look loads it."""

    def enter(self, desk: "Desk") -> None:
        """Show an open case."""

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Tell something in passing."""

    def push_screen(self, screen: Any) -> object:
        """Show a window."""

    def clear_notifications(self) -> None:
        """Take away what was told."""

    def run_worker(self, work: Callable[[], Any], *, thread: bool, exclusive: bool, group: str) -> Worker[Any]:
        """Do something in a thread."""

    def call_from_thread(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do something in the app's own thread."""


class Opening:
    """The work behind the list: reading it, opening from it, beginning anew."""

    def __init__(self, app: Lobby, start: "StartScreen") -> None:
        self.app = app
        self.start = start
        self._is_tidy = False

    # The list

    def read_archive(self) -> None:
        """Fill the list, a handful of cases at a time."""
        self.start.begin()
        self.app.run_worker(self._read_archive, thread=True, exclusive=True, group="archive")

    def _read_archive(self) -> None:
        worker = get_current_worker()
        try:
            for cases in case_rows(self.app.archive):
                if worker.is_cancelled:
                    return
                self.app.call_from_thread(self.start.add, cases)
        except HallbarhetError as fault:
            self.app.call_from_thread(self.app.say, str(fault), trouble=True)
        self.app.call_from_thread(self.start.finish)
        if not self._is_tidy:
            self._is_tidy = True
            self._tidy_up()

    def _tidy_up(self) -> None:
        """Once, after the list is there: put away what a killed program left, and tell of work that was rescued."""
        from hallbarhet.assessment import journal, presence  # noqa: PLC0415  (nothing of this is in the first frame)
        from hallbarhet.assessment.atomic import sweep  # noqa: PLC0415
        from hallbarhet.assessment.logbook import note  # noqa: PLC0415
        from hallbarhet.assessment.rescue import rescued  # noqa: PLC0415
        from hallbarhet.texts import linemode as rescue_texts  # noqa: PLC0415

        presence.sweep_notes(self.app.archive, self.app.clock())
        journal.sweep(self.app.archive)
        if swept := sweep(self.app.archive):
            note("stadat", swept)
        for path in rescued():
            self.app.call_from_thread(self.app.say, rescue_texts.rescued_before(str(path)), trouble=True)

    def warm_up(self) -> None:
        """Load what opening a case takes, while the list is looked at."""
        self.app.run_worker(lambda: self.app.room, thread=True, exclusive=False, group="warm")

    # A case

    def open_record(self, path: Path) -> None:
        """Open a case from the list."""
        self._open(lambda: self.app.room.open_record(path, self.app.archive, self.app.clock))

    def begin(self, checklist: "Checklist", case: "Case | None") -> None:
        """Begin a case on a checklist."""
        self._open(lambda: self.app.room.new_case(self.app.archive, checklist, case, self.app.clock))

    def practise(self, checklist: "Checklist") -> None:
        """Begin a case of which nothing is kept."""
        self._open(lambda: self.app.room.practice_case(self.app.archive, checklist, self.app.clock))

    def choose_checklist(self) -> None:
        """Begin a case: which checklist first."""
        self.app.say(texts.READING)
        self.app.run_worker(self._find_checklists, thread=True, exclusive=True, group="opening")

    def _find_checklists(self) -> None:
        try:
            found = self.app.room.checklists(self.app.archive)
        except HallbarhetError as fault:
            self.app.call_from_thread(self.app.say, str(fault), trouble=True)
            return
        self.app.call_from_thread(self._choose, found)

    def _choose(self, found: list[tuple[str, str]]) -> None:
        self.app.clear_notifications()
        if not found:
            self.app.say(start_texts.NO_CHECKLISTS, trouble=True)
            return
        title, hint = start_texts.CHOOSE_CHECKLIST, start_texts.CHOOSE_HINT
        self.app.room.ask_choice(self.app, title, hint, found, self._begin_with)

    def _begin_with(self, path: str) -> None:
        room = self.app.room

        def opening() -> "Desk":
            chosen = room.checklist(self.app.archive, path)
            return cast("Desk", room.new_case(self.app.archive, chosen, None, self.app.clock))

        self._open(opening)

    # What belongs with a case

    def choose_related(self, path: Path) -> None:
        """Read a case again or follow it up: which of what is possible."""
        self.app.say(texts.OPENING)
        self.app.run_worker(lambda: self._find_related(path), thread=True, exclusive=True, group="opening")

    def _find_related(self, path: Path) -> None:
        try:
            family = self.app.room.family_of(path, self.app.archive)
        except HallbarhetError as fault:
            self.app.call_from_thread(self.app.say, str(fault), trouble=True)
            return
        self.app.call_from_thread(self._choose_related, family)

    def _choose_related(self, family: "Family") -> None:
        self.app.clear_notifications()
        room, app = self.app.room, self.app
        found = room.related_choices(family)
        if not found:
            app.say(readings_texts.NOTHING_TO_DO)
            return

        def chosen(what: str) -> None:
            if what in room.COMPARED:
                self._compare(family, what)
            else:
                self._open(lambda: cast("Desk", room.begun(app.archive, family, what, app.clock)))

        room.ask_choice(app, readings_texts.TITLE, readings_texts.hint(family.own.assessment.case.title), found, chosen)

    def _compare(self, family: "Family", what: str) -> None:
        try:
            self.app.push_screen(self.app.room.compared(self.app.archive, family, what))
        except HallbarhetError as fault:
            self.app.say(str(fault), trouble=True)

    def _open(self, opening: "Callable[[], Desk]") -> None:
        self.app.say(texts.OPENING)
        self.app.run_worker(lambda: self._open_in_thread(opening), thread=True, exclusive=True, group="opening")

    def _open_in_thread(self, opening: "Callable[[], Desk]") -> None:
        try:
            desk = opening()
        except HallbarhetError as fault:
            self.app.call_from_thread(self.app.say, str(fault), trouble=True)
            return
        self.app.call_from_thread(self._meet_holder, desk)

    def _meet_holder(self, desk: "Desk") -> None:
        """Tell when somebody else has the case open; the officer decides whether to go on."""
        self.app.clear_notifications()
        if desk.holder is None:
            self.app.enter(desk)
            return
        choices = [("lasa", texts.READ_ALONG), ("lata", texts.LEAVE_IT)]
        sentence = f"{desk.holder.sentence} {texts.HOLDER_CHOICE}"

        def chosen(choice: str) -> None:
            if choice == "lasa":
                self.app.enter(desk)

        self.app.room.ask_choice(self.app, texts.HOLDER_TITLE, sentence, choices, chosen)
