"""Help where one is: what counts here, then the keys, made from the table of commands."""

import textwrap
from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hallbarhet.texts import tui_help as texts
from hallbarhet.tui import commands
from hallbarhet.tui.commands import Command
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.base import Dialog

KEY_WIDTH = 10
WIDTH = 74
MARGIN = 5
"""The window, and what its frame, padding and scrollbar take on each side, as in the style sheet."""


class HelpDialog(Dialog[None]):
    """A page of help over the screen."""

    TABLE = (commands.CLOSE_ALSO_F1,)

    def __init__(self, lead: str, about: Content | None, table: Iterable[Command], *, has_answers: bool) -> None:
        super().__init__()
        self.lead = lead
        self.about = about
        self.table = [command for command in table if command.keys]
        self.has_answers = has_answers

    def window(self) -> ComposeResult:
        """What counts, what the page is for, the keys."""
        with VerticalScroll(classes="window", id="help") as window:
            window.border_title = texts.TITLE
            if self.about is not None:
                yield Static(self.about, id="about")
            yield Static(plain(self.lead), id="lead")
            yield Static(self._keys(), id="keys")

    def on_mount(self) -> None:
        """The arrows read on."""
        self.query_one("#help").focus()

    def _keys(self) -> Content:
        lines = [Content.styled(texts.KEYS, "bold")]
        answers = texts.ANSWER_KEYS if self.has_answers else ()
        named = [(command.key_name(), command.words.help) for command in self.table]
        room = max(20, min(WIDTH, self.app.size.width) - 2 * MARGIN - KEY_WIDTH)
        for key, sentence in (*answers, *named):
            first, *rest = textwrap.wrap(sentence, room)
            lines.append(Content.assemble((f"{key:<{KEY_WIDTH}}", "bold"), first))
            lines.extend(Content(f"{'':<{KEY_WIDTH}}{line}") for line in rest)
        return Content("\n").join(lines)
