"""The terminal app: the only room that knows Textual."""

import os

FRAMES_PER_SECOND = "120"
"""How often the screen may be drawn anew. Textual's own 60 lets a key wait up to 17 ms for its frame, to no use."""

# Read by Textual when it is first imported, which in this program is always after this.
os.environ.setdefault("TEXTUAL_FPS", FRAMES_PER_SECOND)
