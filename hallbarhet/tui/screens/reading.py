"""A page to read: a text that is scrolled, and what can be done about it below."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.widgets.choices import Alternative, Choices


class ReadingPage(Page):
    """Something to read before something is done. The arrows read on; a digit chooses wherever one stands."""

    def body(self) -> ComposeResult:
        """What it is, the text, the choices."""
        yield Static("", id="lead", classes="lead", markup=False)
        with VerticalScroll(id="reading", can_focus=True):
            yield Static("", id="words", markup=False)
        yield Choices(id="next")

    def read(self, lead: str, words: str, choices: Sequence[tuple[str, str]]) -> None:
        """Show a text with its choices, from the top."""
        self.query_one("#lead", Static).update(plain(lead))
        self.query_one("#words", Static).update(plain(words))
        offered = [Alternative(id_, str(number), text) for number, (id_, text) in enumerate(choices, 1)]
        self.query_one("#next", Choices).load(offered, frozenset())
        reading = self.query_one("#reading", VerticalScroll)
        reading.scroll_home(animate=False)
        reading.focus()

    def action_go_on(self) -> None:
        """From the text to the choices; what is chosen there is chosen on purpose."""
        choices = self.query_one("#next", Choices)
        if choices.alternatives and not choices.has_focus:
            choices.move_to(choices.alternatives[0].id)
            choices.focus()

    def on_key(self, event: events.Key) -> None:
        """The digits choose also while one reads."""
        if self.query_one("#next", Choices).choose_by_key(event.character or ""):
            event.stop()
            event.prevent_default()
