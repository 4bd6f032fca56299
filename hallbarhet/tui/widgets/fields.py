"""Fields for words: what is typed is handed over after a pause, and nothing pasted steers the terminal."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, TextArea

from hallbarhet.tui.plain import cleaned, harmless
from hallbarhet.tui.widgets.ahead import is_meant_elsewhere
from hallbarhet.tui.widgets.seek import OneLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAUSE = 0.6
"""Seconds without a key before what is typed is kept: shorter than a second, longer than a hesitation."""

_TEXT_AREA_KEYS = [
    binding
    for binding in TextArea.BINDINGS
    # F6 and F7 select text there; here they show the standing and go back, in every field.
    if isinstance(binding, Binding) and binding.key not in {"f6", "f7"}
]


@dataclass
class Paused(Message):
    """Somebody wrote and then paused, or left the field."""

    field: "Words | Line"

    @property
    def control(self) -> "Words | Line":
        """The field."""
        return self.field


@dataclass
class Typing(Message):
    """Somebody began to write; it is not kept yet."""

    field: "Words | Line"

    @property
    def control(self) -> "Words | Line":
        """The field."""
        return self.field


@dataclass
class Typed(Message):
    """Something else stands in a field that suggests what to write; it is not kept yet."""

    field: "Line"

    @property
    def control(self) -> "Line":
        """The field."""
        return self.field


class Words(TextArea, inherit_bindings=False):
    """Several lines of words. Enter is a new line; Tab goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [*_TEXT_AREA_KEYS]
    writes_text = True
    """Whether letters and Enter write here; asked by attribute, so that the first frame need not load text areas."""

    def __init__(self, *, id: str | None = None, key: str = "") -> None:  # noqa: A002  (Textual's own word)
        super().__init__(id=id, compact=True, tab_behavior="focus", highlight_cursor_line=False)
        self.key = key
        self.kept = ""
        self.is_pending = False
        self.match_cursor_bracket = False
        self._timer: Timer | None = None

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.text

    def load(self, text: str) -> None:
        """Show this text as kept."""
        self.is_pending = False
        shown = harmless(text)
        self.kept = shown
        if self.text != shown:
            self.load_text(shown)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Wait for a pause."""
        event.stop()
        if self.text == self.kept:
            return
        self.is_pending = True
        self._timer = _restarted(self, self._timer)

    def replace_all(self, text: str) -> None:
        """Put other words in place of all that is there, as one thing to undo."""
        self.replace(text, self.document.start, self.document.end)

    def hand_over(self) -> None:
        """What is written now counts as kept."""
        self.kept = self.text
        self.is_pending = False

    def on_blur(self) -> None:
        """Leaving the field is a pause."""
        if self.is_pending:
            self.post_message(Paused(self))

    async def _on_key(self, event: events.Key) -> None:
        """Write what is meant for this field."""
        if not is_meant_elsewhere(self, event):
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Put in the words without their typesetting."""
        event.stop()
        event.prevent_default()
        self._put_in(event.text)

    def action_paste(self) -> None:
        """The same from the app's own clipboard."""
        self._put_in(self.app.clipboard)

    def _put_in(self, text: str) -> None:
        result = self._replace_via_keyboard(cleaned(text), *self.selection)
        if result is not None:
            self.move_cursor(result.end_location)


class Line(OneLine):
    """One line of words. Enter goes to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "restore", show=False)]

    @dataclass
    class Answered(Message):
        """A letter that is an answer of its own was typed in an empty field."""

        letter: str

    def __init__(self, *, id: str | None = None, key: str = "", hint: str = "") -> None:  # noqa: A002
        super().__init__(id=id, placeholder=hint, compact=True, select_on_focus=False)
        self.key = key
        self.kept = ""
        self.is_pending = False
        self.answering_letters = frozenset[str]()
        """Letters that cannot begin what is asked for here, and answer the question instead: `v` for vet inte."""
        self.suggest: Callable[[str], Sequence[str]] | None = None
        """What the words may go on to say, likeliest first; the first is shown after the cursor, and → takes it."""
        self._timer: Timer | None = None

    async def _on_key(self, event: events.Key) -> None:
        """Hand over a letter that answers; write all else."""
        if is_meant_elsewhere(self, event):
            return
        letter = event.character or ""
        if not self.value and letter in self.answering_letters:
            event.stop()
            event.prevent_default()
            self.post_message(self.Answered(letter))
            return
        await super()._on_key(event)

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.value

    def load(self, text: str) -> None:
        """Show this text as kept."""
        self.is_pending = False
        self.kept = harmless(" ".join(text.split("\n")))
        if self.value != self.kept:
            self.value = self.kept

    def on_input_changed(self, event: Input.Changed) -> None:
        """Wait for a pause."""
        event.stop()
        if self.suggest is not None:
            self._suggestion = next(iter(self.suggest(self.value)), "")
            self.post_message(Typed(self))
        if self.value == self.kept:
            return
        self.is_pending = True
        self._timer = _restarted(self, self._timer)

    def hand_over(self) -> None:
        """What is written now counts as kept."""
        self.kept = self.value
        self.is_pending = False

    def on_blur(self) -> None:
        """Leaving the field is a pause."""
        if self.is_pending:
            self.post_message(Paused(self))

    def action_restore(self) -> None:
        """Take back what was written since the last pause."""
        self.value = self.kept


Field = Words | Line


def _restarted(field: Field, timer: Timer | None) -> Timer:
    """The pause begins anew; the first key also says that something waits."""
    if timer is None:
        field.post_message(Typing(field))
    else:
        timer.stop()
    return field.set_timer(PAUSE, lambda: _pause(field))


def _pause(field: Field) -> None:
    field._timer = None  # noqa: SLF001  (this module's own field)
    if field.is_pending:
        field.post_message(Paused(field))
