"""Colours and characters: what the person has chosen, what the terminal can draw, and remembering a choice."""

import os
import sys

from hallbarhet import settings
from hallbarhet.errors import FaultyFileError, NotSavedError
from hallbarhet.texts import tui_look as texts
from hallbarhet.tui.glyphs import cannot_draw
from hallbarhet.tui.themes import THEMES

SIMPLE_CHARACTERS = "enkla"
ALL_CHARACTERS = "alla"


def chosen() -> tuple[str, str]:
    """The theme to begin with, and which characters were chosen; empty when the terminal is to decide."""
    look, characters = settings.chosen_look()
    names = [theme.name for theme in THEMES]
    return look if look in names else names[0], characters


def wants_simple(characters: str, *, has_terminal: bool) -> bool:
    """Whether to draw with simple characters; where nothing was chosen the terminal says."""
    if characters in {SIMPLE_CHARACTERS, ALL_CHARACTERS} or not has_terminal:
        return characters == SIMPLE_CHARACTERS
    return cannot_draw(os.environ, getattr(sys.__stderr__, "encoding", None))  # Textual draws on stderr


def remember(key: str, value: str) -> bool:
    """Write a choice to the person's own settings, and nothing else of them; whether it could be done."""
    from hallbarhet.assessment.atomic import write_file  # noqa: PLC0415  (the first frame writes nothing)

    path = settings.user_folder() / settings.FILE_NAME
    try:
        text = path.read_bytes().decode("utf-8") if path.exists() else texts.NEW_FILE
        written = settings.with_choice(text, key, value)
        if written is None:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, written.encode("utf-8"))
    except (OSError, UnicodeDecodeError, NotSavedError, FaultyFileError):
        return False
    return True
