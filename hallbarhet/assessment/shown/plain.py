"""Text from people, made safe for a terminal and tidy after a paste."""

import re
import unicodedata

_CONTROLS = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that steer a terminal or turn the direction of what follows: shown, they could hide or forge words."""

_BULLET = re.compile(r"^([ \t]*)[•◦▪▫‣\u2043●○■□➢❖\uf0b7\uf0a7][ \t]*", re.MULTILINE)
"""The list marks of Word and of PDF files, some of them from private fonts that no terminal has."""

_NARROW_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}


def harmless(text: str) -> str:
    """The text with steering characters shown as a mark instead of obeyed; line ends and tabs stay."""
    return _CONTROLS.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text on one line, for lists and heads."""
    return harmless(" ".join(text.split()))


def shortened(text: str, width: int) -> str:
    """The text on one line, at most so many characters, cut at a word where there is one near."""
    line = one_line(text)
    if len(line) <= width:
        return line
    cut = line[: max(0, width - 1)]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > width * 2 // 3 else cut).rstrip(" ,.;:–-") + "…"


def cleaned(text: str) -> str:
    """Pasted text from Word, PDF or a web page, with its words kept and its typesetting taken away."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.replace("\u000b", "\n").replace("\u000c", "\n")
    text = _INVISIBLE.sub("", _NARROW_SPACES.sub(" ", text))
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    text = _BULLET.sub(r"\1- ", unicodedata.normalize("NFC", text))
    text = _CONTROLS.sub("", text)
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text)
