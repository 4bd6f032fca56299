"""Text from people as content for the screen: never read as markup, never obeyed by the terminal."""

from textual.content import Content

from hallbarhet.assessment.shown.plain import cleaned, harmless, one_line, shortened


def plain(text: str) -> Content:
    """The text as content."""
    return Content(harmless(text))


__all__ = ["cleaned", "harmless", "one_line", "plain", "shortened"]
