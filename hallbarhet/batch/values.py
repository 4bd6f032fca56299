"""What stands after the equals sign in a record of the program's own, once it is known to be right."""

import re
from datetime import date, datetime
from typing import Any

_ESCAPED = re.compile(r"\\(u[0-9a-f]{4}|.)")
_PLAIN = {'"': '"', "\\": "\\", "b": "\b", "f": "\f", "n": "\n", "t": "\t"}


def value_of(text: str) -> Any:
    """The value of a text, a number, a day or a moment that is known to be right."""
    if text.startswith('"'):
        body = text[4:-3] if text.startswith('"""') else text[1:-1]
        return _ESCAPED.sub(_character, body) if "\\" in body else body
    if text in {"true", "false"}:
        return text == "true"
    if "T" in text:
        return datetime.fromisoformat(text)
    if text[4:5] == "-" and len(text) == 10:  # noqa: PLR2004  (a date: 2026-11-21)
        return date.fromisoformat(text)
    if "." not in text and "e" not in text:
        return int(text)
    return float(text)


def _character(escape: "re.Match[str]") -> str:
    code = escape[1]
    return chr(int(code[1:], 16)) if code.startswith("u") else _PLAIN[code]
