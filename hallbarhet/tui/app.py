"""The terminal app: the list of cases, and one open case at a time.

Nothing heavy is imported here. The first frame shows the list; records, checklists and scoring load behind it.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import get_current_worker

from hallbarhet.errors import HallbarhetError
from hallbarhet.texts import tui as texts
from hallbarhet.tui import commands
from hallbarhet.tui.listing import case_rows
from hallbarhet.tui.places import Place
from hallbarhet.tui.screens.start import StartScreen
from hallbarhet.tui.themes import THEMES

if TYPE_CHECKING:
    from hallbarhet.assessment.model import Case
    from hallbarhet.checklist.model import Checklist
    from hallbarhet.tui.desk import Desk


def now() -> datetime:
    """The clock of the wall, with its time zone."""
    return datetime.now().astimezone()


class HallbarhetApp(App[int]):
    """The list of cases and, over it, the pages of the case that is open."""

    TITLE = texts.PROGRAM
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.EVERYWHERE)]

    def __init__(
        self,
        archive: Path,
        *,
        record: Path | None = None,
        checklist: "Checklist | None" = None,
        case: "Case | None" = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        super().__init__()
        self.archive = archive
        self.clock = clock
        self.desk: Desk | None = None
        self._asked_for = (record, checklist, case)
        self._start = StartScreen()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def get_default_screen(self) -> Screen[None]:
        """The list."""
        return self._start

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for the moment before a theme of ours is in place."""
        return THEMES[0].variables

    def on_mount(self) -> None:
        """Leave the first frame alone; begin with the rest right after it."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.read_archive()
        record, checklist, case = self._asked_for
        if record is not None:
            self.open_record(record)
        elif checklist is not None:
            self._open(lambda: self.room.new_case(self.archive, checklist, case, self.clock))
        else:
            self.run_worker(self._warm_up, thread=True, group="warm")

    # The list

    def read_archive(self) -> None:
        """Fill the list, a handful of cases at a time."""
        self._start.begin()
        self.run_worker(self._read_archive, thread=True, exclusive=True, group="archive")

    def _read_archive(self) -> None:
        worker = get_current_worker()
        try:
            for cases in case_rows(self.archive):
                if worker.is_cancelled:
                    return
                self.call_from_thread(self._start.add, cases)
        except HallbarhetError as fault:
            self.call_from_thread(self.say, str(fault), trouble=True)
        self.call_from_thread(self._start.finish)

    # Opening a case

    @property
    def room(self) -> "ModuleType":
        """Where cases are opened; loading it loads records, checklists and the pages."""
        from hallbarhet.tui import caseroom  # noqa: PLC0415  (pydantic and the pages come after the first frame)

        return caseroom

    def _warm_up(self) -> None:
        _ = self.room

    def open_record(self, path: Path) -> None:
        """Open a case from the list."""
        self._open(lambda: self.room.open_record(path, self.archive, self.clock))

    def _open(self, opening: "Callable[[], Desk]") -> None:
        self.say(texts.OPENING)
        self.run_worker(lambda: self._open_in_thread(opening), thread=True, exclusive=True, group="opening")

    def _open_in_thread(self, opening: "Callable[[], Desk]") -> None:
        try:
            desk = opening()
        except HallbarhetError as fault:
            self.call_from_thread(self.say, str(fault), trouble=True)
            return
        self.call_from_thread(self._enter, desk)

    def _enter(self, desk: "Desk") -> None:
        self.clear_notifications()
        self.desk = desk
        from hallbarhet.tui.places import Place as P
        desk.go(P("fraga","rus-malbild"))
        self.push_screen(self.room.page_class(desk.here)(desk))

    # A case

    def show(self, place: Place) -> None:
        """Show a page of the open case; the question page takes the next question in place."""
        if self.desk is None:
            return
        page = self.screen
        kind = self.room.page_class(place)
        if type(page) is kind:
            page.show(place)
            page.tell()
        else:
            self.switch_screen(kind(self.desk))

    def keep(self) -> None:
        """Put the open case on disk, and tell when that fails."""
        if self.desk is not None and not self.desk.keep() and self.desk.fault is not None:
            self.say(str(self.desk.fault), trouble=True)

    def leave_case(self) -> None:
        """Close the case and show the list."""
        self.desk = None
        self.pop_screen()
        self.read_archive()

    def new_case(self) -> None:
        """Begin a case: choose a checklist first."""

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Tell something in passing."""
        self.notify(sentence, severity="warning" if trouble else "information", markup=False)


def run(
    archive: Path, *, record: Path | None = None, checklist: "Checklist | None" = None, case: "Case | None" = None
) -> int:
    """Open the app on an archive, straight into a case when one is named; the exit code."""
    app = HallbarhetApp(archive, record=record, checklist=checklist, case=case)
    return app.run() or 0


__all__ = ["HallbarhetApp", "asyncio", "run"]
