"""The list of cases, newest first: what is open in each, filtered by typing, filled as the archive is read."""

from operator import attrgetter
from pathlib import Path
from typing import ClassVar, Protocol, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from hallbarhet.texts import tui_start as texts
from hallbarhet.tui import commands
from hallbarhet.tui.commands import Command
from hallbarhet.tui.listing import CaseRow, facts
from hallbarhet.tui.plain import harmless, plain
from hallbarhet.tui.screens.base import Sheet
from hallbarhet.tui.widgets.head import Head
from hallbarhet.tui.widgets.keys import Keys
from hallbarhet.tui.widgets.rows import Column, Rows
from hallbarhet.tui.widgets.seek import Seek

_ORDER = attrgetter("order")

STATE_WIDTH = 26
"""Cells for how far a case has come: "Utkast · 12 att ta reda på" has room."""


class StartHost(Protocol):
    """What the list asks of the app."""

    archive: Path

    def open_record(self, path: Path) -> None:
        """Open a case."""

    def new_case(self) -> None:
        """Begin a case."""

    def related_to(self, path: Path) -> None:
        """Begin what belongs with a case: a second reading, what two agree on, a follow-up."""

    def read_archive(self) -> None:
        """Read the list again."""

    def list_is_read(self, count: int) -> None:
        """The whole archive has been read, and so many cases found."""

    def go_home(self) -> None:
        """From the practice archive to one's own cases."""

    @property
    def is_practising(self) -> bool:
        """Whether these are the practice archive's cases."""

    @property
    def list_title(self) -> str:
        """Whose cases these are."""


class StartScreen(Sheet):
    """My cases."""

    TABLE = (commands.OPEN, commands.NEW, commands.RELATED, commands.FILTER, commands.RELOAD, commands.HOME)
    FOOTER: ClassVar[tuple[Command, ...]] = (
        commands.NEW, commands.OPEN, commands.FILTER, commands.HELP, commands.SEARCH,
    )  # fmt: skip
    PRACTICE_FOOTER: ClassVar[tuple[Command, ...]] = (
        commands.HOME, commands.OPEN, commands.NEW, commands.HELP, commands.SEARCH,
    )  # fmt: skip
    """In the practice archive the way out comes first; the field above the list says that one can filter."""

    def __init__(self) -> None:
        super().__init__()
        self.cases: list[CaseRow] = []
        self.is_read = False

    @property
    def host(self) -> StartHost:
        """The app."""
        return cast("StartHost", self.app)

    def body(self) -> ComposeResult:
        """The filter and the list."""
        yield Seek(id="filter", placeholder=texts.FILTER_HINT)
        with Horizontal(id="lists"):
            yield Rows(Column(width=14), Column(share=2), Column(share=3, most=STATE_WIDTH), id="cases")
            yield Static("", id="empty", markup=False)
            yield Static("", id="facts", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one("#cases", Rows).focus()
        self.refill()

    # The list

    def add(self, cases: list[CaseRow]) -> None:
        """More of the archive has been read."""
        self.cases.extend(cases)
        self.cases.sort(key=_ORDER)
        self.refill()

    def begin(self) -> None:
        """The archive is about to be read anew."""
        self.cases = []
        self.is_read = False

    def finish(self) -> None:
        """The whole archive has been read."""
        self.is_read = True
        self.refill()
        self.host.list_is_read(len(self.cases))

    def refill(self) -> None:
        """Show the cases that the filter lets through."""
        words = self.query_one("#filter", Input).value.casefold().split()
        shown = self.cases
        for word in words:  # word by word: each pass is over fewer
            shown = [case for case in shown if word in case.haystack]
        rows = self.query_one("#cases", Rows)
        rows.load([case.row for case in shown])
        empty = self.query_one("#empty", Static)
        if not shown:  # words that are not seen would make the screen be laid out anew at every key
            empty.update(self._empty_words(bool(words)))
        empty.display = not shown
        rows.set_class(not shown, "-empty")
        count = len(self.cases)
        waits = texts.matching(len(shown), count) if words else texts.cases(self.host.archive.name, count)
        self.query_one(Head).tell(case=self.host.list_title, saved=waits if self.is_read else texts.LOADING)
        self.query_one(Keys).offer(self.PRACTICE_FOOTER if self.host.is_practising else self.FOOTER)
        self._show_facts(rows.current)

    def _show_facts(self, path: str) -> None:
        """Beside a wide list: what is known of the case on the row."""
        panel = self.query_one("#facts", Static)
        case = next((case for case in self.cases if case.path == path), None) if self.has_class("-wide") else None
        panel.display = case is not None
        if case is not None:
            lines = [plain(case.row.cells[1]).stylize("bold")]
            lines.extend(
                Content.assemble("\n", (label, "$primary"), "\n", harmless(words))
                for label, words in facts(case.record)
            )
            panel.update(Content("\n").join(lines))

    @on(Rows.Moved, "#cases")
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self._show_facts(event.id)

    def on_resize(self) -> None:
        """A window made wider gets the facts."""
        self.call_after_refresh(lambda: self._show_facts(self.query_one("#cases", Rows).current))

    def _empty_words(self, is_filtered: bool) -> str:
        if is_filtered:
            return texts.NO_MATCH
        return texts.EMPTY if self.is_read else texts.LOADING

    # What can be done

    @on(Rows.Chosen, "#cases")
    def _open(self, event: Rows.Chosen) -> None:
        event.stop()
        self.host.open_record(Path(event.id))

    def action_open(self) -> None:
        """Open the case on the row."""
        if current := self.query_one("#cases", Rows).current:
            self.host.open_record(Path(current))

    def action_related(self) -> None:
        """Read the case on the row again, or follow it up."""
        if current := self.query_one("#cases", Rows).current:
            self.host.related_to(Path(current))

    def action_new(self) -> None:
        """Begin a case."""
        self.host.new_case()

    def action_home(self) -> None:
        """From the practice archive to one's own cases."""
        self.host.go_home()

    def action_filter(self) -> None:
        """Go to the filter, or back from it."""
        field = self.query_one("#filter", Input)
        (self.query_one("#cases", Rows) if field.has_focus else field).focus()

    def action_reload(self) -> None:
        """Read the archive again."""
        self.host.read_archive()

    @on(Input.Changed, "#filter")
    def _filter(self) -> None:
        self.refill()

    @on(Input.Submitted, "#filter")
    def _filtered(self) -> None:
        self.query_one("#cases", Rows).focus()

    def on_key(self, event: events.Key) -> None:
        """Typing in the list filters it; a letter with a meaning of its own keeps it as long as nothing is typed."""
        field = self.query_one("#filter", Input)
        rows = self.query_one("#cases", Rows)
        if event.key == "escape" and field.value:
            field.value = ""
            rows.focus()
        elif event.key == "down" and field.has_focus:
            rows.focus()
        elif event.key == "backspace" and rows.has_focus:
            field.value = field.value[:-1]
        elif rows.has_focus and event.is_printable and event.character and not self._has_meaning(event.key):
            field.value += event.character
            field.cursor_position = len(field.value)
        else:
            return
        event.stop()
        event.prevent_default()

    def _has_meaning(self, key: str) -> bool:
        if self.query_one("#filter", Input).value:
            return False
        return key in {"space", *commands.NEW.keys, *commands.HELP.keys}
