"""What counts in a question: guidance, what the answers mean, goals and rules, as text for the help and the side."""

from textual.content import Content

from hallbarhet.assessment.shown.guidance import guidance_sections
from hallbarhet.checklist.model import Checklist, Item
from hallbarhet.tui.plain import harmless

HEADING = "bold"


def guidance(checklist: Checklist, item: Item, *, with_anchors: bool = True) -> Content:
    """Everything the checklist says about a question, in paragraphs with headings.

    The anchors are left out where they already stand beside.
    """
    parts: list[Content] = []
    for heading, body in guidance_sections(checklist, item, with_anchors=with_anchors):
        parts.append(Content.assemble((heading, HEADING), "\n", harmless(body)))
    return Content("\n\n").join(parts)
