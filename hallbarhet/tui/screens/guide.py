"""The short tour for whoever comes here for the first time: three pages, left with one key."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from hallbarhet.texts import tui_guide as texts
from hallbarhet.tui import commands
from hallbarhet.tui.commands import Command
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.base import Dialog
from hallbarhet.tui.widgets.choices import Alternative, Choices


class GuideDialog(Dialog[str | None]):
    """Three pages; the answer is `ova` when the person wants to practise."""

    TABLE: ClassVar[tuple[Command, ...]] = (commands.SKIP_GUIDE, commands.GUIDE_BACK)

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def window(self) -> ComposeResult:
        """The words, and where to go from here."""
        with VerticalScroll(classes="window", id="guide", can_focus=False):
            yield Static("", id="words", markup=False)
            yield Choices(id="ways")

    def on_mount(self) -> None:
        """Begin on the first page."""
        self._show(0)
        self.query_one("#ways", Choices).focus()

    def _show(self, number: int) -> None:
        self.number = number
        title, words = texts.PAGES[number]
        self.query_one("#guide").border_title = plain(texts.title(title, number + 1, len(texts.PAGES)))
        self.query_one("#words", Static).update(plain(words))
        ways = self.query_one("#ways", Choices)
        is_last = number == len(texts.PAGES) - 1
        onward = ("ova", texts.PRACTISE) if is_last else ("vidare", texts.NEXT)
        shown = (onward, ("borja", texts.BEGIN if is_last else texts.SKIP))
        ways.load([Alternative(id_, str(place), text) for place, (id_, text) in enumerate(shown, 1)], frozenset())
        ways.move_to(onward[0])
        self.query_one("#guide").scroll_home(animate=False)

    @on(Choices.Chosen, "#ways")
    def _chosen(self, event: Choices.Chosen) -> None:
        event.stop()
        if event.id == "vidare":
            self._show(self.number + 1)
        else:
            self.dismiss(event.id)

    def action_previous(self) -> None:
        """Back one page."""
        if self.number:
            self._show(self.number - 1)
