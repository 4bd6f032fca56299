"""Search among commands and questions by words."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from hallbarhet.texts import tui as texts
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.base import Dialog
from hallbarhet.tui.widgets.rows import Column, Row, Rows
from hallbarhet.tui.widgets.seek import Seek

FORWARDED = {"up": "move(-1)", "down": "move(1)", "pageup": "page(-1)", "pagedown": "page(1)"}
"""Keys that move in the list while one writes."""

KEY_WIDTH = 6
"""Cells for a key: the longest that a command has is Ctrl+P."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to find: its words, what it is, the key that does the same, and what else it answers to."""

    id: str
    title: str
    note: str
    key: str = ""
    more: str = ""

    @property
    def haystack(self) -> str:
        """Everything the search looks in, folded."""
        return f"{self.title} {self.note} {self.key} {self.more}".casefold()


class SearchDialog(Dialog[str | None]):
    """A field and what fits."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.entries = entries

    def window(self) -> ComposeResult:
        """The field above, what fits below."""
        with Vertical(classes="window search") as window:
            window.border_title = texts.SEARCH_TITLE
            yield Seek(id="words", placeholder=texts.SEARCH_HINT)
            yield Rows(Column(share=3), Column(share=4), Column(width=KEY_WIDTH, is_right=True), id="found")
            yield Static("", id="note", markup=False)

    def on_mount(self) -> None:
        """Begin in the field, with everything shown."""
        self.query_one("#found", Rows).can_focus = False
        self._show("")
        self.query_one("#words", Input).focus()

    def _show(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [entry for entry in self.entries if all(word in entry.haystack for word in words)]
        if words:
            found.sort(key=lambda entry: _distance(entry.title.casefold(), words))
        rows = [Row(entry.id, (entry.title, entry.note, entry.key)) for entry in found]
        self.query_one("#found", Rows).load(rows or [Row("", (texts.NOTHING_FOUND,), "quiet")], at="")
        self._show_note()

    def _show_note(self) -> None:
        """The whole sentence of the row, which seldom has room on it."""
        current = self.query_one("#found", Rows).current
        note = next((entry.note for entry in self.entries if entry.id == current), "")
        self.query_one("#note", Static).update(plain(note))

    @on(Rows.Moved, "#found")
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self._show_note()

    @on(Input.Changed, "#words")
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    @on(Input.Submitted, "#words")
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        if current := self.query_one("#found", Rows).current:
            self.dismiss(current)

    @on(Rows.Chosen, "#found")
    def _choose(self, event: Rows.Chosen) -> None:
        event.stop()
        self.dismiss(event.id)

    async def on_key(self, event: events.Key) -> None:
        """The arrows move in the list while one writes."""
        action = FORWARDED.get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            await self.query_one("#found", Rows).run_action(action)


def _distance(title: str, words: Sequence[str]) -> int:
    """How far a title is from some words: it holds them all, first of all at its beginning, or others hold them too."""
    begins = title.startswith(words[0])
    if all(word in title for word in words):
        return 0 if begins else 1
    return 2 if begins else 3
