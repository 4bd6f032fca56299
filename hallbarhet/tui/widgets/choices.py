"""Alternatives where one key chooses: answers, decisions, statuses and things to tick."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hallbarhet.tui.plain import harmless


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
        self.alternatives = tuple(alternatives)
        self.chosen = chosen
        options: list[Option | None] = []
        for alternative in self.alternatives:
            if alternative.is_apart and options:
                options.append(None)
            options.append(Option(self._line(alternative), id=alternative.id, disabled=alternative.is_disabled))
        self.set_options(options)
        if not options:
            self.clear_options()
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
        places = [place for place, entry in enumerate(self.alternatives) if entry.id in self.chosen]
        self.highlighted = places[0] if places else None

    def _line(self, alternative: Alternative) -> Content:
        is_chosen = alternative.id in self.chosen
        mark = ("✓" if self.several else "●") if is_chosen else " "
        text = harmless(alternative.text).replace("\n", " ")
        key = f"{alternative.key:>1}"
        return Content.assemble((f"{mark} {key}  ", "bold"), (text, "bold" if is_chosen else ""))

    def choose(self, id_: str) -> None:
        """Choose as if by hand."""
        index = next((place for place, entry in enumerate(self.alternatives) if entry.id == id_), None)
        if index is None or self.alternatives[index].is_disabled:
            return
        self.highlighted = index
        self.post_message(self.Chosen(self, id_))

    def action_choose(self) -> None:
        """Choose the line under the cursor."""
        if self.highlighted is not None:
            self.choose(self.alternatives[self.highlighted].id)

    def action_select(self) -> None:
        """Enter: choose what is not chosen yet, otherwise go on. Ticking is left to the space bar and the keys."""
        here = None if self.highlighted is None else self.alternatives[self.highlighted].id
        if here is None or self.several or here in self.chosen:
            self.post_message(self.Passed(self))
        else:
            self.choose(here)

    async def _on_click(self, event: events.Click) -> None:
        """A click chooses, also what is already chosen; it never goes on by itself."""
        clicked = event.style.meta.get("option")
        if isinstance(clicked, int):
            self.choose(self.alternatives[clicked].id)

    async def on_key(self, event: events.Key) -> None:
        """The keys printed before the lines choose them."""
        pressed = event.character or ""
        for alternative in self.alternatives:
            if alternative.key and alternative.key == pressed.lower():
                event.stop()
                event.prevent_default()
                self.choose(alternative.id)
                return
