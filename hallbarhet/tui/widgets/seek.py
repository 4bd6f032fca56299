"""A line to seek with: what is pasted comes in as words on one line, and nothing in it steers the terminal."""

from textual import events
from textual.widgets import Input

from hallbarhet.tui.plain import cleaned


class Seek(Input):
    """Words to look for. Kept apart from the fields of a case, so that the first frame need not load those."""

    def __init__(self, *, id: str, placeholder: str) -> None:  # noqa: A002  (Textual's own word)
        super().__init__(id=id, placeholder=placeholder, compact=True)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._put_in(event.text)

    def action_paste(self) -> None:
        """The same from the app's own clipboard."""
        self._put_in(self.app.clipboard)

    def _put_in(self, text: str) -> None:
        self.replace(" ".join(cleaned(text).split()), *self.selection)
