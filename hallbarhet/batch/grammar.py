r"""The form that `assessment.writing` gives a record, as regular expressions: what quick readers are put together from.

Every piece is at once narrower than TOML and wide enough for what the program writes. Loops are possessive: text that
does not fit is given up at once. The class of a text is written out, since its speed is the speed of reading.
"""

INNER = r"""[^"\\\x00-\x08\n-\x1f\x7f]*+"""
"""Characters of a text on one line that stand for themselves."""

_INNER_OF_MANY = r"""[^"\\\x00-\x08\x0b-\x1f\x7f]*+"""
_ESCAPE = r"""\\(?:["\\bfnt]|u00(?:0[0-9a-ce-f]|1[0-9a-f]|7f))"""
r"""As tomli_w escapes, less `\r`, which no record holds."""

WORD = f'"{INNER}"'
"""A text on one line, without escapes."""

TEXT = f'"{INNER}(?:{_ESCAPE}{INNER})*+"'
"""A text on one line."""

LONG_TEXT = f'"""\\n{_INNER_OF_MANY}(?:{_ESCAPE}{_INNER_OF_MANY})*+"""'
"""A text on lines of its own. A quotation mark in it is always escaped."""

ANY_TEXT = f"(?:{WORD}|{LONG_TEXT}|{TEXT})"
"""A text of any kind, the usual one first."""

KEY = f"(?:[A-Za-z0-9_-]++|{WORD})"

WHOLE = r"-?(?:0|[1-9][0-9]{0,14}+)"
"""A whole number, never one too large for canonical JSON."""

NUMBER = WHOLE + r"(?:\.[0-9]{1,20}+)?(?:e[+-][0-9]{2})?"
"""A whole or decimal number."""

DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{6})?"
OFFSET = r"[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT = f"{DATE}T{CLOCK}(?:{OFFSET})?"

SCALAR = f"(?:{TEXT}|{MOMENT}|{DATE}|{NUMBER}|true|false)"


def listed(entry: str) -> str:
    """A list as `writing` gives it: on one line, or one entry a line."""
    return rf"\[(?:(?:{entry}(?:, {entry})*+)?\]|\n(?:    {entry},\n)++\])"


def _inline(value: str) -> str:
    return rf"\{{(?: {KEY} = {value}(?:, {KEY} = {value})*+ )?\}}"


_LIST = listed(SCALAR)
_TABLE = _inline(f"(?:{SCALAR}|{_LIST})")
_TABLES = rf"\[\n(?:    {_TABLE},\n)++\]"

VALUE = f"(?:{LONG_TEXT}|{SCALAR}|{_LIST}|{_TABLES}|" + _inline(f"(?:{SCALAR}|{_LIST}|{_TABLES})") + ")"
"""Any value a record of ours holds: tables lie in lists, and those in a table, and no deeper."""
