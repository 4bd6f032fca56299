"""What every screen has: keys from the table of commands, a head, a bottom line, and a word when there is no room."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from hallbarhet.texts import tui as texts
from hallbarhet.tui import commands
from hallbarhet.tui.commands import Command
from hallbarhet.tui.widgets.head import Head
from hallbarhet.tui.widgets.keys import Keys, writes_text

NARROWEST = 60
LOWEST = 20
"""Below this the questions and their answers no longer stand together."""

WIDE = 116
"""From here on there is room for the guidance beside the question."""

PAGE_LOOK = Path(__file__).parent.parent / "pages.tcss"
"""The style sheet of pages and windows; the list has no use for it, and is there sooner without it."""


class TooSmall(Static):
    """Covers a screen that has no room. The screen below keeps its state and its focus."""

    def __init__(self) -> None:
        super().__init__(texts.TOO_SMALL, markup=False)


class Sheet(Screen[None]):
    """A whole screen, with its commands."""

    TABLE: ClassVar[tuple[Command, ...]] = ()
    """The commands this screen answers to, beside those of the app."""
    FOOTER: ClassVar[tuple[Command, ...]] = ()
    """Those shown on the bottom line."""
    AUTO_FOCUS = ""
    """Each screen says itself where to begin."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROWEST, "-normal"), (WIDE, "-wide")]  # noqa: RUF012  (Textual's own)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOWEST, "-high")]  # noqa: RUF012

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = [*commands.bindings(cls.TABLE)]
        super().__init_subclass__(**kwargs)

    def compose(self) -> ComposeResult:
        """Head, body and keys."""
        yield Head()
        yield from self.body()
        yield Keys(self.FOOTER)
        yield TooSmall()

    def body(self) -> Iterable[Widget]:
        """What stands between the head and the keys."""
        raise NotImplementedError

    async def perform(self, action: str) -> None:
        """Do a command of this screen or of the app, clicked or found by words."""
        await (self if hasattr(self, f"action_{action}") else self.app).run_action(action)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Name the keys that work in the field that has the focus."""
        for keys in self.query(Keys):
            keys.tell(in_text=writes_text(event.widget))


Result = TypeVar("Result")


class Dialog(ModalScreen[Result], Generic[Result]):
    """A small window over the screen; Esc closes it and changes nothing."""

    TABLE: ClassVar[tuple[Command, ...]] = (commands.CLOSE,)
    CSS_PATH = PAGE_LOOK
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = Sheet.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = Sheet.VERTICAL_BREAKPOINTS

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = [*commands.bindings(cls.TABLE)]
        super().__init_subclass__(**kwargs)

    def compose(self) -> ComposeResult:
        """The window, and the word when there is no room."""
        yield from self.window()
        yield TooSmall()

    def window(self) -> ComposeResult:
        """What stands in the window."""
        raise NotImplementedError

    def action_close(self) -> None:
        """Close it."""
        self.dismiss(None)
