"""A field with its label in front, and room below for a complaint or a quiet word."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from hallbarhet.tui.plain import plain
from hallbarhet.tui.widgets.fields import Line


class Labelled(Vertical):
    """One line to write on, with its label, and what is wrong with it once that has been asked for."""

    class Grown(Message):
        """Something is said below a field, or no longer: what stands under it has moved."""

    def __init__(self, label: str, key: str, *, hint: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.label = label
        self.line = Line(key=key, hint=hint)

    def compose(self) -> ComposeResult:
        """Label and field on one line; what is said below is hidden until there is something."""
        with Horizontal():
            yield Static(plain(self.label), classes="name")
            yield self.line
        yield Static("", classes="complaint", markup=False)
        yield Static("", classes="note", markup=False)

    def on_resize(self) -> None:
        """Tell it once the page is laid out anew, and not before."""
        self.post_message(self.Grown())

    def rename(self, label: str) -> None:
        """Give the field another label."""
        if label != self.label:
            self.label = label
            self.query_one(".name", Static).update(plain(label))

    def complain(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
        self.query_one(".complaint", Static).update(plain(sentence))
        self.set_class(bool(sentence), "-wrong")

    def stop_here(self) -> None:
        """Let the field be written in, with what is said below it in sight too."""
        self.line.focus()
        self.call_after_refresh(self.scroll_visible, animate=False)

    def note(self, sentence: str) -> None:
        """Say something that stops nobody, or nothing. A complaint is heard first."""
        self.query_one(".note", Static).update(plain(sentence))
        self.set_class(bool(sentence), "-noted")
