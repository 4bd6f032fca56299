"""Small windows: a reason to write, a choice to make, something to know before going on."""

from collections.abc import Callable, Sequence
from typing import Any

from textual import on
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from hallbarhet.texts import tui as texts
from hallbarhet.tui import commands
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.base import Dialog
from hallbarhet.tui.widgets.choices import Alternative, Choices
from hallbarhet.tui.widgets.fields import Words

TWO_KEYS = 10
"""From here on a number takes more than one key: the arrows are quicker."""


class ReasonDialog(Dialog[str | None]):
    """A few words to write."""

    TABLE = (commands.CLOSE, commands.DONE_WRITING)

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__()
        self.heading = title
        self.text = text

    def window(self) -> ComposeResult:
        """The question, the field, and how to be done."""
        with VerticalScroll(classes="window", can_focus=False) as window:
            window.border_title = plain(self.heading)
            yield Words(id="reason")
            yield Choices(id="done")

    def on_mount(self) -> None:
        """Begin in the field."""
        field = self.query_one("#reason", Words)
        field.load(self.text)
        field.focus()
        ready = Alternative("klart", "", texts.READY_BY_F8)
        cancel = Alternative("avbryt", "", texts.CANCEL_BY_ESC)
        self.query_one("#done", Choices).load([ready, cancel], frozenset())

    def action_done_writing(self) -> None:
        """Hand over what is written."""
        self.dismiss(self.query_one("#reason", Words).text.strip())

    @on(Choices.Chosen, "#done")
    def _done(self, event: Choices.Chosen) -> None:
        event.stop()
        if event.id == "klart":
            self.action_done_writing()
        else:
            self.action_close()


class ChoiceDialog(Dialog[str | None]):
    """Something to know, and what to do about it. The first choice is the safe one."""

    def __init__(self, title: str, sentence: str, alternatives: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.heading = title
        self.sentence = sentence
        self.alternatives = alternatives

    def window(self) -> ComposeResult:
        """The sentence and the choices."""
        with VerticalScroll(classes="window", can_focus=False) as window:
            window.border_title = plain(self.heading)
            yield Static(plain(self.sentence))
            yield Choices(id="choice")

    def on_mount(self) -> None:
        """Begin on the safe choice."""
        choices = self.query_one("#choice", Choices)
        numbered = enumerate(self.alternatives, 1)
        keyed = [Alternative(id_, str(number) if number < TWO_KEYS else "", text) for number, (id_, text) in numbered]
        choices.load(keyed, frozenset())
        choices.move_to(self.alternatives[0][0])
        choices.focus()

    @on(Choices.Chosen, "#choice")
    def _chosen(self, event: Choices.Chosen) -> None:
        event.stop()
        self.dismiss(event.id)


def ask_reason(app: App[Any], title: str, then: Callable[[str], None], text: str = "") -> None:
    """Ask for a few words; nothing happens when the window is closed."""

    def answered(reason: str | None) -> None:
        if reason is not None:
            then(reason)

    app.push_screen(ReasonDialog(title, text), answered)


def ask_choice(
    app: App[Any], title: str, sentence: str, alternatives: Sequence[tuple[str, str]], then: Callable[[str], None]
) -> None:
    """Ask for a choice; nothing happens when the window is closed."""

    def answered(choice: str | None) -> None:
        if choice is not None:
            then(choice)

    app.push_screen(ChoiceDialog(title, sentence, alternatives), answered)
