"""Alternatives where one key chooses: answers, decisions, statuses and things to tick."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hallbarhet.tui.plain import harmless
from hallbarhet.tui.widgets.ahead import is_meant_elsewhere
from hallbarhet.tui.widgets.hanging import Hanging
from hallbarhet.tui.widgets.rows import POINTER
from hallbarhet.tui.widgets.sight import keep_in_sight

SEPARATOR = "   ────"
"""Stands before answers of another kind."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One thing to choose, and the key that chooses it."""

    id: str
    key: str
    text: str
    is_apart: bool = False
    """A line is drawn before it: it is another kind of answer."""
    is_disabled: bool = False


class Choices(OptionList):
    """Alternatives in a list. Nothing is chosen until somebody chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "choose", show=False)]

    @dataclass
    class Chosen(Message):
        """Somebody chose; for things to tick, chose or took away."""

        choices: "Choices"
        id: str

        @property
        def control(self) -> "Choices":
            """The list it was chosen in."""
            return self.choices

    @dataclass
    class Passed(Message):
        """Enter on what is already chosen, or on nothing: the person wants to go on."""

        choices: "Choices"

        @property
        def control(self) -> "Choices":
            """The list that was passed."""
            return self.choices

    def __init__(self, *, several: bool = False, id: str | None = None) -> None:  # noqa: A002  (Textual's own word)
        super().__init__(id=id, markup=False, compact=True)
        self.several = several
        self.alternatives: tuple[Alternative, ...] = ()
        self.chosen: frozenset[str] = frozenset()

    def load(self, alternatives: Sequence[Alternative], chosen: frozenset[str]) -> None:
        """Show these, with what is chosen marked; the cursor stands on it, or nowhere."""
        if tuple(alternatives) == self.alternatives and not self.several:
            self.mark(chosen)  # the same scale as the question before: the lines can stay
            self._to_chosen()
            return
        self.alternatives = tuple(alternatives)
        self.chosen = chosen
        options: list[Option] = []
        for alternative in self.alternatives:
            if alternative.is_apart and options:
                options.append(Option(SEPARATOR, disabled=True))
            options.append(Option(self._line(alternative), id=alternative.id, disabled=alternative.is_disabled))
        self.clear_options()
        self.add_options(options)
        self._to_chosen()

    def mark(self, chosen: frozenset[str]) -> None:
        """Mark what is chosen now; the list stays as it is."""
        for alternative in self.alternatives:
            if (alternative.id in chosen) != (alternative.id in self.chosen):
                self.chosen ^= {alternative.id}
                self.replace_option_prompt(alternative.id, self._line(alternative))

    def _to_chosen(self) -> None:
        if self.several:
            return
        chosen = next((entry.id for entry in self.alternatives if entry.id in self.chosen), None)
        self.highlighted = None if chosen is None else self.get_option_index(chosen)

    @property
    def current(self) -> str | None:
        """The id of the line under the cursor; None when the cursor is nowhere."""
        option = self.highlighted_option
        return option.id if option is not None else None

    def move_to(self, id_: str | None) -> None:
        """Put the cursor on a line, without choosing it."""
        known = any(entry.id == id_ for entry in self.alternatives)
        self.highlighted = self.get_option_index(id_) if known and id_ is not None else None

    def _line(self, alternative: Alternative) -> Hanging:
        is_chosen = alternative.id in self.chosen
        mark = ("✓" if self.several else "●") if is_chosen else " "
        text = harmless(alternative.text).replace("\n", " ")
        key = f"{alternative.key:>1}"
        return Hanging(Content.styled(f"{mark} {key}  ", "bold"), Content.styled(text, "bold" if is_chosen else ""))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Keep the line in sight, also when the list is longer than its page."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and self.has_focus:
            keep_in_sight(self, highlighted)

    def render_line(self, y: int) -> Strip:
        """A line, with the pointer before the one that Enter would take: told without colour too."""
        strip = super().render_line(y)
        if not self.has_focus or self.highlighted is None or not strip.cell_length:
            return strip
        number = self.scroll_offset.y + y
        if self._option_of(number) != self.highlighted or self._option_of(number - 1) == self.highlighted:
            return strip
        style = next((segment.style for segment in strip), None)
        return Strip.join([Strip([Segment(POINTER, style)], 1), strip.crop(1)])

    def _option_of(self, line: int) -> int | None:
        return self._lines[line][0] if 0 <= line < len(self._lines) else None

    def choose(self, id_: str) -> None:
        """Choose as if by hand."""
        if any(entry.id == id_ and not entry.is_disabled for entry in self.alternatives):
            self.move_to(id_)
            self.post_message(self.Chosen(self, id_))

    def choose_by_key(self, pressed: str) -> bool:
        """Choose the line that a key is printed before; whether there is one."""
        for alternative in self.alternatives:
            if alternative.key and alternative.key == pressed.lower():
                self.choose(alternative.id)
                return True
        return False

    def action_choose(self) -> None:
        """Choose the line under the cursor."""
        if self.current is not None:
            self.choose(self.current)

    def action_select(self) -> None:
        """Enter: choose what is not chosen yet, otherwise go on. Ticking is left to the space bar and the keys."""
        here = self.current
        if here is None or self.several or here in self.chosen:
            self.post_message(self.Passed(self))
        else:
            self.choose(here)

    async def _on_click(self, event: events.Click) -> None:
        """A click chooses, also what is already chosen; it never goes on by itself."""
        event.prevent_default()  # the list's own way would take a click for Enter
        clicked = event.style.meta.get("option")
        if isinstance(clicked, int) and (id_ := self.get_option_at_index(clicked).id) is not None:
            self.choose(id_)

    async def on_key(self, event: events.Key) -> None:
        """The keys printed before the lines choose them."""
        if not is_meant_elsewhere(self, event) and self.choose_by_key(event.character or ""):
            event.stop()
            event.prevent_default()
