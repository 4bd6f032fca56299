"""Simple characters in place of drawn ones, for terminals that cannot draw lines, marks and arrows."""

import codecs
import unicodedata
from collections.abc import Mapping

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

POOR_TERMINALS = frozenset({"dumb", "linux", "vt52", "vt100", "vt102", "vt220", "ansi", "cons25"})
"""Terminals by name that have no marks and arrows, some of them no lines either."""

SIMPLE = {
    "▸": ">", "→": ">", "←": "<", "↑": "^", "↓": "v", "●": "*", "•": "*", "✓": "x", "·": "-", "…": ".", "×": "x",
    "–": "-", "—": "-", "−": "-", "\u2011": "-", "”": '"', "“": '"', "„": '"', "’": "'", "\u2018": "'",
    "»": '"', "«": '"', "\u00a0": " ", "\u00ad": "-", "≥": ">", "≤": "<", "≠": "#", "\ufffd": "?",
}  # fmt: skip
"""What the program writes and a simple terminal lacks; each in one cell, as what it stands for."""

_ACROSS = frozenset("─━┄┅┈┉╌╍═╴╶╸╺╼╾")
_UPRIGHT = frozenset("│┃┆┇┊┋╎╏║╵╷╹╻╽╿▌▐▎▏▍▋▊▉")
_LAST_LATIN = 0xFF
"""Letters up to here, å ä ö among them, are in the oldest sets of characters; nothing after it is."""


def cannot_draw(surroundings: Mapping[str, str], encoding: str | None) -> bool:
    """Whether the terminal says that it has only simple characters: by its name, its encoding or its language."""
    if surroundings.get("TERM", "") in POOR_TERMINALS or not _is_unicode(encoding or "utf-8"):
        return True
    names = (surroundings.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    language = next((name for name in names if name), "")
    if language in {"C", "POSIX"}:
        return True
    _, _, charset = language.partition("@")[0].partition(".")
    return bool(charset) and not _is_unicode(charset)


def _is_unicode(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name.startswith("utf")
    except LookupError:
        return False


class _Table(dict[int, str]):
    """A simple character for every other one, found when it is first asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _simple(chr(code))
        return found


def _simple(character: str) -> str:
    if character in SIMPLE:
        return SIMPLE[character]
    if character in _ACROSS:
        return "-"
    if character in _UPRIGHT:
        return "|"
    code = ord(character)
    if 0x2500 <= code <= 0x257F:  # noqa: PLR2004  (the corners and crossings of drawn boxes)
        return "+"
    if 0x2580 <= code <= 0x259F:  # noqa: PLR2004  (blocks: a scrollbar is told by its colour)
        return "#" if character == "█" else " "
    if code <= _LAST_LATIN and character.isprintable():
        return character
    letters = [letter for letter in unicodedata.normalize("NFKD", character) if ord(letter) <= _LAST_LATIN]
    width = cell_len(character)
    return set_cell_size("".join(letters), width) if letters else "?" * width


_TABLE = _Table()


def simple(text: str) -> str:
    """The text in as many cells, with nothing in it that a simple terminal lacks."""
    if text.isascii():
        return text
    told, width = text.translate(_TABLE), cell_len(text)
    return told if cell_len(told) == width else set_cell_size(told, width)


class Simple(LineFilter):
    """Everything that is drawn, by us or by Textual, on its way to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  (Textual's own)
        """The same line in simple characters."""
        return [Segment(simple(text), style, control) for text, style, control in segments]
