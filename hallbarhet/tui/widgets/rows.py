"""A list of lines in columns: thousands of them cost no more than those on screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from hallbarhet.tui.plain import one_line
from hallbarhet.tui.widgets.sight import keep_in_sight

POINTER = "▸"
"""Stands before the line that a key would choose: told without colour too."""

RowStyle = Literal["", "heading", "quiet", "trouble"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line; without an id it cannot be chosen."""

    id: str
    cells: tuple[str, ...]
    style: RowStyle = ""


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column is, in cells; a share is a part of what the fixed ones leave, and `most` of it at the most."""

    width: int = 0
    share: int = 0
    most: int = 0
    is_right: bool = False


class Rows(ScrollView, can_focus=True):
    """Lines to move among and choose from, with keys or mouse."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--row", "rows--heading", "rows--quiet", "rows--trouble", "rows--cursor",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    cursor: reactive[int] = reactive(-1)
    """The line under the cursor; −1 when nothing can be chosen."""

    @dataclass
    class Chosen(Message):
        """A line was chosen."""

        rows: "Rows"
        id: str

        @property
        def control(self) -> "Rows":
            """The list it was chosen in."""
            return self.rows

    @dataclass
    class Moved(Message):
        """The cursor came to another line."""

        rows: "Rows"
        id: str

        @property
        def control(self) -> "Rows":
            """The list it moved in."""
            return self.rows

    def __init__(self, *columns: Column, id: str | None = None) -> None:  # noqa: A002  (Textual's own word)
        super().__init__(id=id)
        self.columns = columns
        self.rows: Sequence[Row] = ()

    # What is shown

    def load(self, rows: Sequence[Row], at: str | None = None) -> None:
        """Show these lines, with the cursor on one of them, else where it was, else on the first."""
        wanted = self.current if at is None else at
        self.rows = rows
        index = next((place for place, row in enumerate(rows) if row.id and row.id == wanted), -1)
        if index < 0:
            index = next((place for place, row in enumerate(rows) if row.id), -1)
        self.virtual_size = Size(self.size.width, len(rows))
        self.set_reactive(Rows.cursor, index)
        self.refresh(layout=self.styles.auto_dimensions)
        self.call_after_refresh(self._show_cursor)

    @property
    def current(self) -> str:
        """The id of the line under the cursor."""
        return self.rows[self.cursor].id if 0 <= self.cursor < len(self.rows) else ""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """One line each."""
        return max(1, len(self.rows))

    def widths(self, total: int) -> list[int]:
        """The cells of each column; columns stand two cells apart."""
        left = total - 2 - sum(column.width for column in self.columns) - 2 * (len(self.columns) - 1)
        shares = sum(column.share for column in self.columns) or 1
        most = {
            index: column.most
            for index, column in enumerate(self.columns)
            if column.most and left * column.share // shares > column.most
        }
        left -= sum(most.values())
        shares -= sum(self.columns[index].share for index in most)
        return [
            most.get(index) or column.width or max(4, left * column.share // (shares or 1))
            for index, column in enumerate(self.columns)
        ]

    def render_line(self, y: int) -> Strip:
        """One line, with its meta so that a click knows it."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if index >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        row = self.rows[index]
        style = self.get_component_rich_style("rows--" + (row.style or "row"))
        if index == self.cursor:
            style += self.get_component_rich_style("rows--cursor")
        is_pointed_at = index == self.cursor and (self.has_focus or not self.can_focus)
        line = (POINTER if is_pointed_at else " ") + "  ".join(self._parts(row, width))
        strip = Strip([Segment(set_cell_size(line, width), style)], width)
        return strip.apply_meta({"row": index})

    def _parts(self, row: Row, total: int) -> list[str]:
        """The cells of a line, fitted; when there are fewer than columns the last one takes the rest."""
        widths = self.widths(total)
        last = len(row.cells) - 1
        if last < len(widths) - 1:
            widths = [*widths[:last], sum(widths[last:]) + 2 * (len(widths) - 1 - last)]
        return [
            _fitted(text, width, is_right=column.is_right)
            for text, column, width in zip(row.cells, self.columns, widths, strict=False)
        ]

    # Moving

    def watch_cursor(self) -> None:
        """Keep the line in sight and tell."""
        self.refresh()
        self._show_cursor()
        if self.current:
            self.post_message(self.Moved(self, self.current))

    def _show_cursor(self) -> None:
        if self.cursor >= 0:
            # A heading directly above belongs in sight: without it the first line says nothing.
            above = 1 if self.cursor and not self.rows[self.cursor - 1].id else 0
            self.scroll_to_region(Region(0, self.cursor - above, 1, 1 + above), animate=False, force=True)
            if self.has_focus:
                keep_in_sight(self, self.cursor - above, 1 + above)

    def action_move(self, step: int) -> None:
        """To the next line that can be chosen."""
        index = self.cursor + step
        while 0 <= index < len(self.rows) and not self.rows[index].id:
            index += step
        if 0 <= index < len(self.rows):
            self.cursor = index
        elif step < 0:
            self.scroll_home(animate=False)

    def action_page(self, step: int) -> None:
        """A screenful on."""
        self._nearest(self.cursor + step * max(1, self.size.height - 1), step)

    def action_edge(self, step: int) -> None:
        """To the first or last line."""
        self._nearest(0 if step < 0 else len(self.rows) - 1, step)

    def _nearest(self, index: int, step: int) -> None:
        index = min(max(index, 0), len(self.rows) - 1)
        for direction in (step, -step):
            place = index
            while 0 <= place < len(self.rows):
                if self.rows[place].id:
                    self.cursor = place
                    return
                place += direction

    def action_choose(self) -> None:
        """Choose the line under the cursor."""
        if self.current:
            self.post_message(self.Chosen(self, self.current))

    def on_click(self, event: events.Click) -> None:
        """Move to a line and choose it."""
        index = event.style.meta.get("row")
        if isinstance(index, int) and index < len(self.rows) and self.rows[index].id:
            self.cursor = index
            self.action_choose()


def _fitted(text: str, width: int, *, is_right: bool) -> str:
    """The text in exactly so many cells, cut with an ellipsis where it is longer."""
    line = one_line(text) if not text.startswith(" ") else " " * (len(text) - len(text.lstrip())) + one_line(text)
    if cell_len(line) > width:
        line = set_cell_size(line, max(0, width - 1)).rstrip() + "…"
    if is_right:
        return " " * max(0, width - cell_len(line)) + line
    return set_cell_size(line, width)
