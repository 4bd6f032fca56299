"""Text behind a mark, whose later lines stand under its first and not under the mark."""

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.style import Style


class Hanging(Visual):
    """A mark, and the text that hangs beside it."""

    def __init__(self, mark: Content, text: Content) -> None:
        self.mark = mark
        self.text = text

    def render_strips(self, width: int, height: int | None, style: "Style", options: RenderOptions) -> list[Strip]:
        """The mark on the first line, as much room on the others."""
        indent = self.mark.cell_length
        lines = self.text.render_strips(max(1, width - indent), height, style, options)
        first = self.mark.render_strips(indent, 1, style, options)
        blank = Strip([Segment(" " * indent, style.rich_style)], indent)
        return [Strip.join([*(first if number == 0 else [blank]), line]) for number, line in enumerate(lines)]

    def get_optimal_width(self, rules: "RulesMap", container_width: int) -> int:
        """Wide enough for everything on one line."""
        return self.mark.cell_length + self.text.get_optimal_width(rules, container_width)

    def get_height(self, rules: "RulesMap", width: int) -> int:
        """The lines of the text."""
        return self.text.get_height(rules, max(1, width - self.mark.cell_length))
