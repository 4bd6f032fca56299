"""One answer split on groups, places or times: a line for each, answered with digits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from hallbarhet.checklist.model import Facet, Scale
from hallbarhet.texts import tui_question as texts
from hallbarhet.tui.widgets.rows import Column, Row, Rows


class FacetRows(Rows):
    """The categories of a question's facets with their grades. Facets never score; they show who wins and loses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace", "take_away", show=False),
        Binding("enter", "pass_on", show=False),
    ]

    @dataclass
    class Split(Message):
        """A facet's grades changed; empty when the split was taken away."""

        facet: str
        grades: dict[str, float]

    @dataclass
    class Passed(Message):
        """Enter: the person wants to go on."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own word)
        super().__init__(Column(share=3), Column(share=2), id=id)
        self.facets: tuple[Facet, ...] = ()
        self.scale: Scale | None = None
        self.grades: dict[str, dict[str, float]] = {}

    def load_facets(self, facets: tuple[Facet, ...], scale: Scale, grades: Mapping[str, Mapping[str, float]]) -> None:
        """Show these, with what is answered."""
        self.facets = facets
        self.scale = scale
        self.grades = {facet.id: dict(grades.get(facet.id, {})) for facet in facets}
        self._refill()

    def _refill(self) -> None:
        rows = []
        for facet in self.facets:
            rows.append(Row("", (facet.name, ""), "heading"))
            rows.extend(
                Row(f"{facet.id} {category.id}", (f"  {category.text}", self._grade_words(facet.id, category.id)))
                for category in facet.categories
            )
        self.load(rows)

    def _grade_words(self, facet: str, category: str) -> str:
        grade = self.grades[facet].get(category)
        if grade is None or self.scale is None:
            return texts.NO_GRADE
        for number, entry in enumerate(self.scale.grades, 1):
            if entry.grade == grade:
                return f"{number} {entry.text}"
        return texts.NO_GRADE

    async def on_key(self, event: events.Key) -> None:
        """A digit answers the line and goes to the next."""
        pressed = event.character or ""
        if self.scale is None or not self.current or not (pressed.isascii() and pressed.isdigit() and pressed != "0"):
            return
        event.stop()
        event.prevent_default()
        if int(pressed) <= len(self.scale.grades):
            self._set(self.scale.grades[int(pressed) - 1].grade)
            self.action_move(1)

    def action_choose(self) -> None:
        """A click goes through the grades, one at a time, and then to none."""
        if self.scale is None or not self.current:
            return
        facet, category = self.current.split(" ")
        order = [None, *(entry.grade for entry in self.scale.grades)]
        self._set(order[(order.index(self.grades[facet].get(category)) + 1) % len(order)])

    def action_take_away(self) -> None:
        """Take the grade of the line away."""
        if self.current:
            self._set(None)

    def action_pass_on(self) -> None:
        """Go on."""
        self.post_message(self.Passed())

    def _set(self, grade: float | None) -> None:
        facet, category = self.current.split(" ")
        if grade is None:
            self.grades[facet].pop(category, None)
        else:
            self.grades[facet][category] = grade
        self.post_message(self.Split(facet, dict(self.grades[facet])))
        self._refill()
