"""The terminal app: the list of cases, and one open case at a time.

Nothing heavy is imported here. The first frame shows the list; records, checklists and scoring load behind it.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import SuspendNotSupported
from textual.binding import BindingType
from textual.screen import Screen

from hallbarhet.assessment.clock import now
from hallbarhet.texts import tui as texts
from hallbarhet.texts import tui_guide as guide_texts
from hallbarhet.texts import tui_start as start_texts
from hallbarhet.tui import commands, terminal
from hallbarhet.tui.editor import chosen_editor, edited
from hallbarhet.tui.looking import LookingApp
from hallbarhet.tui.opening import Opening
from hallbarhet.tui.places import Place, PlaceKind
from hallbarhet.tui.plain import cleaned
from hallbarhet.tui.playground import Playground
from hallbarhet.tui.screens.base import Dialog, Sheet
from hallbarhet.tui.screens.start import StartScreen

if TYPE_CHECKING:
    from hallbarhet.assessment.model import Case
    from hallbarhet.checklist.model import Checklist
    from hallbarhet.tui.desk import Desk
    from hallbarhet.tui.screens.page import Page
    from hallbarhet.tui.widgets.fields import Words


class HallbarhetApp(LookingApp):
    """The list of cases and, over it, the pages of the case that is open."""

    TITLE = texts.PROGRAM
    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.EVERYWHERE)]

    def __init__(
        self,
        archive: Path,
        *,
        record: Path | None = None,
        checklist: "Checklist | None" = None,
        case: "Case | None" = None,
        is_practice: bool = False,
        clock: Callable[[], datetime] = now,
    ) -> None:
        super().__init__()
        self.archive = archive
        self.clock = clock
        self.desk: Desk | None = None
        self._asked_for = (record, checklist, case)
        self._is_practice = is_practice
        self._start = StartScreen()
        self._opening = Opening(self, self._start)
        self.playground = Playground(self)
        self._has_told_trouble = False
        self.crash: Exception | None = None
        """A fault in the program, for whoever started it to tell."""

    def get_default_screen(self) -> Screen[None]:
        """The list."""
        return self._start

    def on_mount(self) -> None:
        """Leave the first frame alone; begin with the rest right after it."""
        self.look_at_terminal()
        if not self.is_headless:
            terminal.listen(self.end)
            self.set_interval(terminal.LOOK_EVERY, self._look_at_line)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        record, checklist, case = self._asked_for
        if self._is_practice and checklist is not None:
            self._opening.practise(checklist)
            return
        self.read_archive()
        if record is not None:
            self.open_record(record)
        elif checklist is not None:
            self._opening.begin(checklist, case)

    # The list

    def read_archive(self) -> None:
        """Fill the list."""
        self.title = guide_texts.PROGRAM if self.playground.is_away else texts.PROGRAM
        self._opening.read_archive()

    def open_record(self, path: Path) -> None:
        """Open a case from the list."""
        self._opening.open_record(path)

    def new_case(self) -> None:
        """Begin a case."""
        self._opening.choose_checklist()

    def related_to(self, path: Path) -> None:
        """Begin what belongs with a case."""
        self._opening.choose_related(path)

    @property
    def room(self) -> ModuleType:
        """Where cases are opened; loading it loads records, checklists and the pages."""
        from hallbarhet.tui import caseroom  # noqa: PLC0415  (pydantic and the pages come after the first frame)

        return caseroom

    def enter(self, desk: "Desk") -> None:
        """Show an open case, where something is left to do in it."""
        self.desk = desk
        self._has_told_trouble = False
        desk.go(desk.first_open)
        self.push_screen(self.room.page_class(desk.here)(desk))

    @property
    def is_practising(self) -> bool:
        """Whether there are cases of one's own to go back to from these."""
        return self.playground.is_away

    @property
    def list_title(self) -> str:
        """Whose cases the list shows."""
        return guide_texts.PRACTISING if self.playground.is_demo else start_texts.TITLE

    # A case

    @property
    def page(self) -> "Page | None":
        """The page of the open case, also when a window stands over it."""
        pages = [screen for screen in self.screen_stack if isinstance(screen, Sheet) and screen is not self._start]
        return cast("Page", pages[-1]) if pages else None

    def show(self, place: Place) -> None:
        """Show a page of the open case; a page of the same kind takes the next place in place."""
        if self.desk is None:
            return
        kind = self.room.page_class(place)
        page = self.page
        if page is not None and type(page) is kind and kind.IS_SWAPPED:
            page.show(place)
            page.tell()
        else:
            self.switch_screen(kind(self.desk))

    def keep(self) -> None:
        """Put the open case on disk, and tell once when that fails."""
        if self.desk is None:
            return
        if self.desk.keep():
            self._has_told_trouble = False
        elif not self._has_told_trouble:
            self._has_told_trouble = True
            self.room.tell_trouble(self, self.desk, self._kept_after_all)

    def _kept_after_all(self) -> None:
        self._has_told_trouble = self.desk is not None and self.desk.fault is not None
        if self.page is not None:
            self.page.tell()

    def leave_case(self) -> None:
        """Close the case and show the list."""
        if self.desk is not None:
            self.room.when_safe_to_leave(self, self.desk, self._close_case)

    def _close_case(self) -> None:
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        if self._is_practice:
            self.exit(0)
            return
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.read_archive()

    def write_report(self) -> None:
        """Write the report of the open case, behind the screen."""
        desk = self.desk
        if desk is not None:
            self.run_worker(lambda: self._write_report(desk), thread=True, group="report")

    def _write_report(self, desk: "Desk") -> None:
        lines = self.room.report_lines(desk)
        self.call_from_thread(self._reported, desk, lines)

    def _reported(self, desk: "Desk", lines: list[str]) -> None:
        desk.report_lines = lines
        if self.desk is desk and desk.here.kind == "klart":
            self.show(desk.here)

    def edit_elsewhere(self, field: "Words") -> None:
        """Open the text in the person's own editor; the app waits meanwhile."""
        command = chosen_editor()
        if not command:
            self.say(texts.NO_EDITOR)
            return
        try:
            with self.suspend():
                text = edited(command, field.text)
        except SuspendNotSupported:
            text = None
        if text is None:
            self.say(texts.EDITOR_FAILED, trouble=True)
        else:
            field.replace_all(cleaned(text).strip("\n"))

    # What works everywhere

    def action_help(self) -> None:
        """Help about what is in front."""
        from hallbarhet.texts import tui_help as help_texts  # noqa: PLC0415  (nothing of it is in the first frame)

        screen = self.screen
        if isinstance(screen, Dialog):
            return
        sheet = cast("Sheet", screen)
        self.push_screen(self.room.help_dialog(sheet, help_texts.PAGES[type(sheet).__name__]))

    def action_search(self) -> None:
        """Search among commands and questions."""
        if not isinstance(self.screen, Dialog):
            hidden = self.playground.hidden_commands(is_in_case=self.desk is not None)
            self.push_screen(self.room.search_dialog(cast("Sheet", self.screen), self.desk, hidden), self._found)

    async def _found(self, id_: str | None) -> None:
        kind, _, rest = (id_ or "").partition(" ")
        if kind == "kommando":
            await cast("Sheet", self.screen).perform(rest)
        elif kind == "utseende":
            self.choose_look(rest)
        elif kind and self.page is not None:
            self.page.go(Place(cast("PlaceKind", kind), rest))

    def action_standing(self) -> None:
        """How the case stands now."""
        if self.desk is not None and not isinstance(self.screen, Dialog):
            if self.page is not None:
                self.page.flush()
            self.push_screen(self.room.points_dialog(self.desk))

    # The first visit

    def list_is_read(self, count: int) -> None:
        """Make ready to open a case, now that the list no longer waits; show a first visitor round."""
        self._opening.warm_up()
        record, checklist, _ = self._asked_for
        came_for_the_list = record is None and checklist is None and self.screen is self._start
        if came_for_the_list and not count and self.playground.is_first_visit():
            self.action_guide()

    def action_guide(self) -> None:
        """The short tour."""
        from hallbarhet.tui.screens.guide import GuideDialog  # noqa: PLC0415  (most starts never show it)

        if not isinstance(self.screen, Dialog):
            self.playground.has_seen_guide()
            self.push_screen(GuideDialog(), lambda way: self.action_playground() if way == "ova" else None)

    def action_playground(self) -> None:
        """To the demo archive."""
        if self.desk is not None:
            self.say(guide_texts.CLOSE_CASE_FIRST)
        else:
            self.playground.open()

    def go_home(self) -> None:
        """From the demo archive to the person's own cases."""
        if self.playground.is_away:
            self.playground.leave()
        else:
            self.say(guide_texts.ALREADY_HOME)

    def action_help_quit(self) -> None:
        """Ctrl+C is pressed by habit; it must not lose anybody's place."""
        self.say(texts.PRESS_QUIT)

    async def action_quit(self) -> None:
        """Save and close."""
        if self.page is not None:
            self.page.flush()
        if self.desk is None:
            self.exit(0)
        else:
            self.room.when_safe_to_leave(self, self.desk, self._quit)

    def _quit(self) -> None:
        if self.desk is not None:
            self.desk.close()
        self.exit(0)

    # The terminal going away

    def end(self, code: int, is_gone: bool) -> None:
        """Save and end in order; from a terminal that is gone nothing more is asked."""
        if is_gone:
            terminal.let_go()
            terminal.end_anyway(code)
        self._save_all()
        self.exit(code)

    def _save_all(self) -> None:
        if self.page is not None:
            self.page.flush()
        if self.desk is not None:
            self.desk.keep_changes()
            self.desk.close()

    def _look_at_line(self) -> None:
        if terminal.is_gone():
            self.end(terminal.HANGUP_CODE, True)

    def _handle_exception(self, error: Exception) -> None:
        """A fault in the program itself: save first; whoever started the app is told, not the screen."""
        self.crash = self.crash or error
        with suppress(Exception):  # what failed may be the saving; the fault that came first is the one to tell
            self._save_all()
        super()._handle_exception(error)
        self._exit_renderables.clear()


def run(
    archive: Path, *, record: Path | None = None, checklist: "Checklist | None" = None, case: "Case | None" = None
) -> int:
    """Open the app on an archive, straight into a case when one is named; the exit code."""
    return _ran(HallbarhetApp(archive, record=record, checklist=checklist, case=case))


def run_practice(archive: Path, checklist: "Checklist") -> int:
    """Walk a checklist without keeping anything; the app ends with the walk."""
    return _ran(HallbarhetApp(archive, checklist=checklist, is_practice=True))


def _ran(app: HallbarhetApp) -> int:
    code = app.run()
    if app.crash is not None:
        raise app.crash
    return code or 0
