"""A page of an open case: it shows what the session says, hands over what is written, and moves on or back."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from textual import on
from textual.widgets import Static

from hallbarhet.errors import HallbarhetError
from hallbarhet.texts import changing as change_texts
from hallbarhet.texts import swedish
from hallbarhet.texts import tui as texts
from hallbarhet.texts import tui_start as start_texts
from hallbarhet.tui import commands
from hallbarhet.tui.commands import Command
from hallbarhet.tui.places import CASE, CHANGE, CHECK, CONFLICTS, FILE, FIND_OUT, JUDGEMENT, OVERVIEW, Place
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.base import PAGE_LOOK, Sheet
from hallbarhet.tui.widgets.fields import Field, Line, Paused, Typing, Words
from hallbarhet.tui.widgets.head import Head

if TYPE_CHECKING:
    from hallbarhet.assessment.session import AssessmentSession
    from hallbarhet.tui.desk import Desk


class Host(Protocol):
    """What a page asks of the app."""

    def show(self, place: Place) -> None:
        """Show a page of the open case."""

    def keep(self) -> None:
        """Put what stands in the session on disk, and tell when that fails."""

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Tell something in passing."""

    def leave_case(self) -> None:
        """Close the case and show the list."""

    def write_report(self) -> None:
        """Write the report of the open case, behind the screen."""

    def edit_elsewhere(self, field: Words) -> None:
        """Open the text in the person's own editor."""


class Page(Sheet):
    """A page of an open case."""

    TABLE: ClassVar[tuple[Command, ...]] = commands.IN_A_CASE
    CSS_PATH = PAGE_LOOK
    IS_SWAPPED: ClassVar[bool] = True
    """Whether another place of the same kind is shown on the same page."""
    FOOTER: ClassVar[tuple[Command, ...]] = (
        commands.HELP, commands.GO_ON, commands.BACK, commands.OVERVIEW, commands.SEARCH,
    )  # fmt: skip

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk

    @property
    def session(self) -> "AssessmentSession":
        """The session of the case."""
        return self.desk.session

    @property
    def host(self) -> Host:
        """The app."""
        return cast("Host", self.app)

    # Showing

    def show(self, place: Place) -> None:
        """Show a place of this kind."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show where the officer is."""
        self.show(self.desk.here)
        self.tell()

    @property
    def place_words(self) -> str:
        """Where in the case this is, for the head."""
        return ""

    def tell(self) -> None:
        """Say in the head which case it is, whether it is saved and what waits."""
        if not self.query(Head):
            return  # words handed over by a page that is on its way out
        desk, assessment = self.desk, self.session.assessment
        case, header = assessment.case, assessment.header
        self.query_one(Head).tell(
            case=texts.case_line(case.title, case.diary_number, start_texts.reading(header.stage, header.role)),
            saved=self._saving_words(),
            place=self.place_words,
            waits=texts.open_conflicts(len(self.session.outcome.open_conflicts)),
            trouble=desk.fault is not None,
        )

    def _saving_words(self) -> str:
        if self.desk.is_practice:
            return texts.PRACTICE
        if self.desk.fault is not None:
            return texts.NOT_SAVED
        if any(field.is_pending for field in self.fields):
            return texts.NOT_YET_SAVED
        if self.desk.saved_at is None:
            return texts.FRESH
        return texts.saved(swedish.clock(self.desk.saved_at))

    def put(self, selector: str, text: str) -> Static:
        """Put some words in a place; drawn again only when they are others."""
        part = self.query_one(selector, Static)
        content = plain(text)
        if part.content != content:
            part.update(content)
        return part

    # Writing

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields for words on this page; a page makes them all at once, so they are looked for once."""
        return (*self.query(Words), *self.query(Line))

    def written(self, field: Field) -> None:
        """Take what stands in a field into the session."""

    def flush(self) -> None:
        """Take in everything that is written, now."""
        pending = [field for field in self.fields if field.is_pending]
        for field in pending:
            field.hand_over()
            self.attempt(lambda field=field: self.written(field))  # type: ignore[misc]
        if pending:
            self.keep()

    @on(Paused)
    def _keep_words(self, event: Paused) -> None:
        event.stop()
        self.flush()

    @on(Typing)
    def _tell_waiting(self, event: Typing) -> None:
        event.stop()
        self.tell()

    def attempt(self, change: Callable[[], None]) -> bool:
        """Make a change; say in a sentence why when it is not allowed."""
        try:
            change()
        except HallbarhetError as fault:
            self.host.say(str(fault), trouble=True)
            return False
        return True

    def keep(self) -> None:
        """Save, and say so in the head."""
        self.host.keep()
        self.tell()

    # Moving

    def action_go_on(self) -> None:
        """To the next step."""
        self.flush()
        self.host.show(self.desk.go_on())

    def action_back(self) -> None:
        """To where one came from."""
        self.flush()
        place = self.desk.go_back()
        if place is None:
            self.host.leave_case()
        else:
            self.host.show(place)

    def go(self, place: Place) -> None:
        """To another page of the case."""
        self.flush()
        self.host.show(self.desk.go(place))

    def visit(self, place: Place) -> None:
        """To another page to change one thing, and then back here."""
        self.flush()
        self.host.show(self.desk.visit(place))

    def action_overview(self) -> None:
        """To the overview, with the cursor on where one was."""
        if self.overview_row:
            self.desk.rows["oversikt"] = self.overview_row
        self.go(OVERVIEW)

    @property
    def overview_row(self) -> str:
        """The row of the overview that this page belongs to."""
        return self.desk.here.kind

    def action_conflicts(self) -> None:
        """To the goal conflicts."""
        self.go(CONFLICTS)

    def action_check(self) -> None:
        """To the list of answers."""
        self.go(CHECK)

    def action_case(self) -> None:
        """To the case data."""
        self.go(CASE)

    def action_judgement(self) -> None:
        """To the overall judgement."""
        self.go(JUDGEMENT)

    def action_find_out(self) -> None:
        """To what somebody else has to answer."""
        self.go(FIND_OUT)

    def action_file(self) -> None:
        """To the text for the file."""
        self.go(FILE)

    def action_change(self) -> None:
        """To another checklist or support form; a finished assessment has to be opened again first."""
        if self.session.is_complete:
            self.host.say(change_texts.OPEN_AGAIN_FIRST, trouble=True)
        else:
            self.go(CHANGE)

    def action_first_open(self) -> None:
        """To the first thing left to do."""
        self.flush()
        self.go(self.desk.first_open)

    def action_leave(self) -> None:
        """Back to the list of cases."""
        self.flush()
        self.host.leave_case()

    # Taking back

    def action_undo(self) -> None:
        """Take back the last change and say what came back."""
        self.flush()
        self._swapped(self.desk.undo(), texts.NOTHING_TO_UNDO)

    def action_redo(self) -> None:
        """Do it again."""
        self.flush()
        self._swapped(self.desk.redo(), texts.NOTHING_TO_REDO)

    def _swapped(self, place: Place | None, nothing: str) -> None:
        if place is None:
            self.host.say(nothing)
            return
        self.host.keep()
        self.show_changed(place)
        self.host.say(self.desk.came_back)

    def show_changed(self, place: Place) -> None:
        """Show where something came back."""
        self.host.show(self.desk.go(place))

    def action_editor(self) -> None:
        """Open the text that has the focus in the person's own editor."""
        if isinstance(self.focused, Words):
            self.host.edit_elsewhere(self.focused)
        else:
            self.host.say(texts.NO_TEXT_HERE)
