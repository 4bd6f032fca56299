"""Text from people made safe to look at: control characters and hidden directions are shown, never obeyed."""

import re
import sys
from collections.abc import Iterable
from itertools import chain, pairwise

_CONTROL_PICTURES = 0x2400
"""Where Unicode keeps a picture of each control character: ␀ for NUL, ␛ for escape."""

_SPACE, _DELETE = 0x20, 0x7F

_ACTING = tuple(
    chain(
        (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)),  # control characters; tab and line feed stay
        (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # directions
        (0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), 0xFEFF),  # invisible
        (*range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000), *range(0xE0000, 0xE0080)),  # not characters
    )
)


def _shown(code: int) -> str:
    """How a character that would act is shown: as a picture, or by its number."""
    if code < _SPACE:
        return chr(_CONTROL_PICTURES + code)
    return "␡" if code == _DELETE else f"[U+{code:04X}]"


_TABLE = {code: _shown(code) for code in _ACTING} | dict.fromkeys((0x85, 0x2028, 0x2029), "\n")


def _outside(codes: Iterable[int]) -> str:
    """A character class of everything else, as ranges: those are searched many times faster than a list."""
    edges = [-1, *sorted(codes), sys.maxunicode + 1]
    gaps = ((low + 1, high - 1) for low, high in pairwise(edges) if high - low > 1)
    return f"[^{''.join(f'{re.escape(chr(low))}-{re.escape(chr(high))}' for low, high in gaps)}]"


_SUSPECT = re.compile(_outside(_TABLE))


def harmless(text: str) -> str:
    """The text with every character that would act on the reader's screen shown instead."""
    return text.translate(_TABLE) if _SUSPECT.search(text) else text


_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$#])")
_LINE_START = re.compile(r"^[ \t]*(?:([-+=])(?=[-=\s]|$)|(\d+)([.)])(?=\s|$))", re.MULTILINE)


def markdown(text: str) -> str:
    """The text as Markdown that says exactly these words: no heading, list, link or HTML can be written into it."""
    escaped = _MARKDOWN.sub(r"\\\1", harmless(text))
    return _LINE_START.sub(_escaped_start, escaped)


def _escaped_start(match: re.Match[str]) -> str:
    sign, number, mark = match.groups()
    return f"\\{sign}" if sign else f"{number}\\{mark}"
