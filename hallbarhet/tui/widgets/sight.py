"""Keeping a line in sight when the list it stands in is a part of a longer page."""

from textual.geometry import Region
from textual.widget import Widget


def keep_in_sight(widget: Widget, line: int, height: int = 1) -> None:
    """Scroll the page around a widget so far that these lines of it are seen."""
    page = widget.parent
    if not isinstance(page, Widget) or not page.is_scrollable or not widget.is_attached:
        return
    place = widget.virtual_region
    lines = Region(place.x, place.y + line - widget.scroll_offset.y, max(1, place.width), height)
    page.scroll_to_region(lines, animate=False, force=True, immediate=True)
