"""Two readers' answers, or what was expected and what came of it, side by side; where they differ first."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.side_by_side import Pair, Relation
from hallbarhet.texts import readings as texts
from hallbarhet.tui import commands
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.base import Dialog
from hallbarhet.tui.widgets.rows import Column, Row, Rows, RowStyle


class SideBySideDialog(Dialog[None]):
    """The list of questions, and both reasons for the one under the cursor."""

    TABLE = (commands.CLOSE_ALSO_F6,)

    def __init__(self, title: str, pairs: Sequence[Pair], names: tuple[str, str], lead: str) -> None:
        super().__init__()
        self.heading = title
        self.pairs = pairs
        self.names = names
        self.lead = lead

    def window(self) -> ComposeResult:
        """How alike they are, the list, and the reasons."""
        with Vertical(classes="window wide", id="side-by-side") as window:
            window.border_title = plain(self.heading)
            yield Static(plain(self.lead))
            yield Rows(Column(share=3), Column(share=4), Column(share=4), id="pairs")
            yield Static("", id="detail", markup=False)

    def on_mount(self) -> None:
        """Begin with what differs."""
        differing = [pair for pair in self.pairs if pair.relation != "lika"]
        alike = [pair for pair in self.pairs if pair.relation == "lika"]
        rows = self.query_one("#pairs", Rows)
        head = Row("", (texts.QUESTION, *self.names), "heading")
        rows.load([head, *map(_row, differing), *([Row("", ("", "", ""))] if alike else []), *map(_row, alike)])
        rows.focus()
        self._show(rows.current)

    @on(Rows.Moved, "#pairs")
    def _moved(self, event: Rows.Moved) -> None:
        self._show(event.id)

    @on(Rows.Chosen, "#pairs")
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()

    def _show(self, item_id: str) -> None:
        pair = next((pair for pair in self.pairs if pair.item.id == item_id), None)
        if pair is None:
            return
        lines = [f"{pair.item.text} ({texts.RELATIONS[pair.relation]})"]
        for name, answer in zip(self.names, (pair.first, pair.second), strict=True):
            reason = answer.rationale.strip() if answer is not None else ""
            lines.append(texts.answered_by(name, answer_words(pair.item, answer), reason))
        self.query_one("#detail", Static).update(plain("\n".join(lines)))


def _row(pair: Pair) -> Row:
    cells = (pair.item.name, answer_words(pair.item, pair.first), answer_words(pair.item, pair.second))
    return Row(pair.item.id, cells, _STYLES.get(pair.relation, ""))


_STYLES: dict[Relation, RowStyle] = {"motsatt": "trouble", "lika": "quiet"}
