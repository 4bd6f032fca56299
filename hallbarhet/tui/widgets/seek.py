"""One line of words: what is pasted comes in on one line, and nothing in it steers the terminal.

Kept apart from the fields of a case, so that the first frame need not load those.
"""

from textual import events
from textual.widgets import Input

from hallbarhet.tui.plain import cleaned


class OneLine(Input):
    """A line that takes pasted words without their typesetting."""

    def _on_paste(self, event: events.Paste) -> None:
        """Put in the words on one line."""
        event.stop()
        event.prevent_default()
        self._put_in(event.text)

    def action_paste(self) -> None:
        """The same from the app's own clipboard."""
        self._put_in(self.app.clipboard)

    def _put_in(self, text: str) -> None:
        self.replace(" ".join(cleaned(text).split()), *self.selection)


class Seek(OneLine):
    """Words to look for."""

    def __init__(self, *, id: str, placeholder: str) -> None:  # noqa: A002  (Textual's own word)
        super().__init__(id=id, placeholder=placeholder, compact=True)
