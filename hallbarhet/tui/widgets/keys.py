"""The bottom line: at most five keys that matter here, each of which can also be clicked."""

from typing import Protocol, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from hallbarhet.tui.commands import HELP, Command

GAP = 3
"""Cells between two keys."""

MOST = 5
"""More labels than this do not fit 80 columns, and nobody reads them."""


def writes_text(widget: Widget | None) -> bool:
    """Whether letters and Enter write where the focus is."""
    return isinstance(widget, Input) or getattr(widget, "writes_text", False)


class Performing(Protocol):
    """What a key asks of its screen."""

    async def perform(self, action: str) -> None:
        """Do a command."""


class Key(Static):
    """One key with its label."""

    def __init__(self, command: Command) -> None:
        super().__init__(markup=False)
        self.command = command
        self.width = 0
        """The cells it takes as it is written now."""

    def tell(self, *, in_text: bool) -> None:
        """Name the key that works now."""
        name = self.command.key_name(in_text=in_text)
        self.width = cell_len(f"{name} {self.command.words.label}")
        self.update(Content.assemble((name, "bold"), " ", self.command.words.label))

    async def on_click(self) -> None:
        """Do what the key would do."""
        await cast("Performing", self.screen).perform(self.command.action)


class Keys(Horizontal):
    """The keys of a screen."""

    def __init__(self, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self.commands = commands
        self._in_text: bool | None = None

    def compose(self) -> ComposeResult:
        """One piece per key."""
        for command in self.commands:
            yield Key(command)

    def on_mount(self) -> None:
        """Begin with the keys that work where the focus is."""
        self.tell(in_text=writes_text(self.screen.focused))

    def tell(self, *, in_text: bool) -> None:
        """Name the keys that work now: Enter and letters write text where text is written."""
        if in_text == self._in_text:
            return
        self._in_text = in_text
        for key in self.query(Key):
            key.tell(in_text=in_text)
        self._fit()

    def offer(self, commands: tuple[Command, ...]) -> None:
        """Show other keys, as many as before."""
        if commands == self.commands:
            return
        self.commands = commands
        for key, command in zip(self.query(Key), commands, strict=True):
            key.command = command
        in_text, self._in_text = bool(self._in_text), None
        self.tell(in_text=in_text)

    def on_resize(self) -> None:
        """In a narrow window fewer keys are shown, but none by half."""
        self._fit()

    def _fit(self) -> None:
        """Show the keys that have room, in order; help always has, for it tells the others."""
        keys = list(self.query(Key))
        room = self.content_size.width
        left = room - sum(key.width + GAP for key in keys if key.command == HELP)
        for key in keys:
            if key.command != HELP:
                key.display = left >= key.width or not room
                left = left - key.width - GAP if key.display else -1
