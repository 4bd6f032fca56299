"""What a TOML parser's complaint means to somebody who never programmed."""

import re
from dataclasses import dataclass

from hallbarhet.checklist.entries import LISTS
from hallbarhet.checklist.nearest import folded
from hallbarhet.texts import problems as texts

MAX_KEY_PARTS = 32
"""Nobody writes a key of so many parts, and the parser's time grows with their square."""

_ENDLESS_KEY = re.compile(
    r"""(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){%d}""" % MAX_KEY_PARTS  # noqa: UP031  (braces)
)


_STRING_OR_COMMENT = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}|\'{3}(?:[^']|'{1,2}(?!'))*+'{3,5}|#[^\n]*+'''
    r"""|(?P<short>"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')""",
    re.DOTALL,
)


def has_endless_key(text: str) -> bool:
    """Whether a line holds a dotted key that is too long to be one. Dots in a text or a comment are no key."""
    return _may_have_endless_key(text) and _may_have_endless_key(_STRING_OR_COMMENT.sub(_emptied, text))


def _may_have_endless_key(text: str) -> bool:
    return any(line.count(".") >= MAX_KEY_PARTS and _ENDLESS_KEY.search(line) is not None for line in text.split("\n"))


def _emptied(match: re.Match[str]) -> str:
    # a short one may be a quoted part of a key, and stays a part
    return '""' if match["short"] else ""


@dataclass(frozen=True, slots=True)
class Syntax:
    """One place where a text is not TOML."""

    line: int
    message: str
    mended: str | None = None
    """The whole text with this fault mended, where it is plain what was meant; or without the line, where it is not."""
    is_lost: bool = False
    """Whether the line was left out, so that what it said is missing from the rest."""


_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

_KEY_COMPLAINTS = (
    "Invalid statement",
    "Expected '=' after",
    "Expected ']",
    "Invalid initial character for a key",
)

_WORD = re.compile(r"[\w-]+(?:\s*\.\s*[\w-]+)*")

_MESSAGES = (
    ("Invalid initial character for a key", texts.UNCLOSED_INLINE),
    ("Invalid statement", texts.BAD_STATEMENT),
    ("Expected '='", texts.MISSING_EQUALS),
    ("Expected ']]'", texts.UNCLOSED_LIST_HEADER),
    ("Expected ']'", texts.UNCLOSED_HEADER),
    ("Expected newline", texts.ONE_PER_LINE),
    ("Invalid date", texts.BAD_DATE),
    ("Unclosed array", texts.UNCLOSED_ARRAY),
    ("Unclosed inline table", texts.UNCLOSED_INLINE),
    ("Unterminated string", texts.UNCLOSED_TEXT),
    ("Expected", texts.UNCLOSED_TEXT),
    ("Unescaped", texts.BACKSLASH),
    ("Invalid hex", texts.BACKSLASH),
    ("Escaped character", texts.BACKSLASH),
    ("Cannot", texts.TWICE),
    ("Duplicate", texts.TWICE),
    ("Found invalid character", texts.CONTROL_CHARACTER),
    ("Invalid value", texts.UNQUOTED),
)

_HIDDEN = "\u00a0\u00ad\u2007\u200b\u200c\u200d\u202f\u2060\ufeff"
_CURLY = "\u201c\u201d\u201e\u00bb\u00ab\u2018\u2019\u00b4"


def explained(text: str, complaint: str) -> Syntax:
    """The parser's complaint in plain words, with the line it is about."""
    # tomllib reads \r\n as \n and counts so
    text = text.replace("\r\n", "\n")
    match = _PLACE.search(complaint)
    if match is None or match[1] is None:
        line = text.rstrip("\n").count("\n") + 1
        return Syntax(line, _message(complaint, "", "", text, ended=True))
    line, column = int(match[1]), int(match[2])
    lines = text.split("\n")
    content = lines[line - 1] if line <= len(lines) else ""
    before, after = content[: column - 1], content[column - 1 :]
    if complaint.startswith(_KEY_COMPLAINTS) and (mended := _without_dots(before, after)):
        key, whole = mended
        lines[line - 1] = whole
        return Syntax(line, texts.write_key_without_dots(line, key), "\n".join(lines))
    message = _message(complaint, before, after, text)
    if not _stands_alone(content):
        return Syntax(line, message)
    lines[line - 1] = ""
    return Syntax(line, message, "\n".join(lines), is_lost=True)


def _stands_alone(content: str) -> bool:
    """Whether a line can be left out without tearing what stands around it.

    It opens nothing, heads no table, and does not say what the whole file builds on.
    """
    pairs = all(content.count(start) == content.count(end) for start, end in ("[]", "{}"))
    marks = all(content.count(mark) % 2 == 0 for mark in ('"""', "'''"))
    return bool(content.strip()) and pairs and marks and not content.lstrip().startswith(("[", "bygger_pa"))


def _without_dots(before: str, after: str) -> tuple[str, str] | None:
    """The key around a place, folded, and the whole line with it, when folding is all that it needs."""
    content = before + after
    for match in _WORD.finditer(content):
        if not match.start() <= len(before) <= match.end() or match[0].isascii():
            continue
        key = folded(match[0])
        ends_as_key = re.match(r"\s*[=\].]", content[match.end() :]) is not None
        if key.isascii() and ends_as_key:
            return re.sub(r"\s", "", key), content[: match.start()] + key + content[match.end() :]
    return None


def _message(complaint: str, before: str, after: str, text: str, *, ended: bool = False) -> str:
    if after[:1] and after[0] in _HIDDEN:
        return texts.HIDDEN_CHARACTER
    if after[:1] and after[0] in _CURLY:
        return texts.CURLY_QUOTES
    if complaint.startswith("Illegal character"):
        return texts.UNCLOSED_TEXT if "'\\n'" in complaint else texts.CONTROL_CHARACTER
    special: str | None = None
    if complaint.startswith(("Cannot declare", "Cannot overwrite", "Cannot mutate")):
        special = _single_brackets(before + after, text)
    if complaint.startswith("Expected newline"):
        special = _split_number(before, after)
    elif complaint.startswith("Invalid value"):
        special = _odd_value("" if ended else after)
    return special or next((message for start, message in _MESSAGES if complaint.startswith(start)), texts.NOT_TOML)


def _single_brackets(line: str, text: str) -> str | None:
    """A header with single brackets where the same name has double ones elsewhere, or is written a second time."""
    header = re.fullmatch(r"\s*\[\s*([\w.-]+)\s*\]\s*(?:#.*)?", line)
    if header is None:
        return None
    name = re.escape(header[1])
    doubled = re.search(rf"^[ \t]*\[\[[ \t]*{name}[ \t]*\]\]", text, re.MULTILINE)
    return texts.write_list_header(header[1]) if doubled or header[1] in LISTS else None


def _split_number(before: str, after: str) -> str | None:
    if re.search(r"[=,\[]\s*[+-]?\d+$", before) and re.match(r",\d", after):
        return texts.DECIMAL_COMMA
    if re.search(r"\d\s$", before) and after[:1].isdigit():
        return texts.GROUPED_NUMBER
    return None


def _odd_value(after: str) -> str | None:
    if not after.strip() or after.startswith("#"):
        return texts.MISSING_VALUE
    if re.match(r"(true|false|sant?|falskt?|ja|nej)\b", after, re.IGNORECASE):
        return texts.WRITE_TRUE
    return None
