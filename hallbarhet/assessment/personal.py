"""Telling numbers of organisations from numbers of people, and finding what may not leave the house."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from hallbarhet.texts import personal as texts

NumberKind = Literal["organisationsnummer", "personnummer", "samordningsnummer"]
PersonalKind = Literal["personnummer", "epost", "telefon"]

_DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"
_SPACES = " \t\u00a0\u2007\u2009\u202f"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens and zero-width characters, which text pasted from Word or PDF is full of."""

DAYS_ADDED = 60
"""A samordningsnummer is written as a personnummer with 60 added to the day."""

ORGANISATION_MONTH = 20
"""In an organisation number the pair of digits where a person has the month is at least 20."""


def has_check_digit(digits: str) -> bool:
    """Whether the last digit is the check digit of the others, by the Luhn formula."""
    doubled = (int(digit) * (2 - position % 2) for position, digit in enumerate(reversed(digits), start=1))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004


_WRITTEN_NUMBER = re.compile(rf"(?:\d{{2}})?(\d{{6}})[{_DASHES}+{_SPACES}]?(\d{{4}})")


def ten_digits(written: str) -> str | None:
    """The ten digits of a number however it was written, without a century or a register's 16; None if it has not."""
    match = _WRITTEN_NUMBER.fullmatch(_INVISIBLE.sub("", written).strip())
    return None if match is None else "".join(str(int(digit)) for digit in match[1] + match[2])


def number_kind(written: str) -> NumberKind | None:
    """What a number is, by its form and check digit; None when it is none of them."""
    digits = ten_digits(written)
    if digits is None or not has_check_digit(digits):
        return None
    return _kind_by_form(digits)


def _kind_by_form(digits: str) -> NumberKind | None:
    month, day = int(digits[2:4]), int(digits[4:6])
    if month >= ORGANISATION_MONTH:
        return "organisationsnummer"
    if not 1 <= month <= 12:  # noqa: PLR2004
        return None
    if 1 <= day <= 31:  # noqa: PLR2004
        return "personnummer"
    return "samordningsnummer" if 1 <= day - DAYS_ADDED <= 31 else None  # noqa: PLR2004


def is_personal(written: str) -> bool:
    """Whether a number is a person's, also with a slip in its check digit: what is doubtful is kept inside."""
    digits = ten_digits(written)
    return digits is not None and _kind_by_form(digits) in {"personnummer", "samordningsnummer"}


def number_fault(written: str) -> str | None:
    """What is wrong with an organisation number, in words; None when it is right, a person's number or empty."""
    if not written.strip():
        return None
    digits = ten_digits(written)
    if digits is None:
        return texts.not_a_number(written)
    if _kind_by_form(digits) is None:
        return texts.not_an_organisation(written)
    return None if has_check_digit(digits) else texts.wrong_check_digit(written)


@dataclass(frozen=True, slots=True, order=True)
class PersonalSpan:
    """A stretch of a text that points out a person: `text[start:end]`."""

    start: int
    end: int
    kind: PersonalKind


_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_JOIN = rf"[{_SPACES}]?[{_DASHES}+]?[{_SPACES}]?"
_NUMBER = re.compile(rf"(?<!\d)(?:18|19|20)?\d\d{_MONTH}{_DAY}{_JOIN}\d{{4}}(?!\d)")
_DATED_NUMBER = re.compile(
    rf"(?<!\d)(?:18|19|20)\d\d[{_DASHES}./ ]{_MONTH}[{_DASHES}./ ]{_DAY}[{_DASHES}+ ]\d{{4}}(?![{_DASHES}./]?\d)"
)
"""A number written with a whole date. Two dates after each other look alike, so its check digit has to be right."""

_NAME = r"[\w.+%'’-]"
_AT = rf"(?:[@\uff20\ufe6b]|[{_SPACES}]?[(\[](?:at|a|snabel-?a)[)\]][{_SPACES}]?)"
_EMAIL = re.compile(rf"(?<!{_NAME}){_NAME}++{_AT}[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)

_GAP = rf"[{_SPACES}{_DASHES}/.]{{0,3}}"
_AREA = r"0(?:8|[1-79]\d{1,2})"
_ABROAD = rf"(?:\+|(?<!\d)00){_GAP}[1-9]\d{{0,2}}{_GAP}(?:\(0\){_GAP})?(?:\d{_GAP}){{5,11}}\d"
_AT_HOME = rf"\(?{_AREA}\)?{_GAP}(?:\d[{_SPACES}{_DASHES}]?){{4,7}}\d"
_DATE = rf"\d\d([{_DASHES}/.])\d\d\1\d{{4}}(?!\d)"
_PHONE = re.compile(rf"(?<![\d,])(?<!\d[{_DASHES}./:])(?!{_DATE})(?:{_ABROAD}|{_AT_HOME})(?!-?\d)")


def _is_dated_number(match: re.Match[str]) -> bool:
    digits = "".join(str(int(character)) for character in match[0] if character.isdigit())
    return has_check_digit(digits[-10:])


def _always(_match: re.Match[str]) -> bool:
    return True


_FINDERS: tuple[tuple[PersonalKind, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    ("personnummer", _NUMBER, _always),
    ("personnummer", _DATED_NUMBER, _is_dated_number),
    ("epost", _EMAIL, _always),
    ("telefon", _PHONE, _always),
)
"""Most telling first: a stretch that could be two things is the first of them."""


def find_personal(text: str) -> tuple[PersonalSpan, ...]:
    """Personal identity numbers, e-mail addresses and phone numbers in running text, in order, never overlapping.

    It would rather find too much than too little: a number that only looks like a person's is found as well.
    """
    visible, origin = _without_invisible(text)
    found: list[PersonalSpan] = []
    for kind, pattern, is_meant in _FINDERS:
        matches = [match for match in pattern.finditer(visible) if is_meant(match)]
        found += [PersonalSpan(origin[match.start()], origin[match.end() - 1] + 1, kind) for match in matches]
        visible = _blanked(visible, matches)
    return tuple(sorted(found))


def _blanked(text: str, matches: list[re.Match[str]]) -> str:
    """The text with what was found made unfindable, as long as before."""
    parts: list[str] = []
    last = 0
    for match in matches:
        parts += [text[last : match.start()], "\0" * len(match[0])]
        last = match.end()
    return "".join([*parts, text[last:]])


def _without_invisible(text: str) -> tuple[str, range | list[int]]:
    """The text as it looks, and where each of its characters stands in the text as it is."""
    if _INVISIBLE.search(text) is None:
        return text, range(len(text))
    kept = [position for position, character in enumerate(text) if not _INVISIBLE.match(character)]
    return "".join(text[position] for position in kept), kept


def without_personal(text: str, instead: str) -> str:
    """The text with each personal number, address and phone number replaced."""
    parts: list[str] = []
    last = 0
    for span in find_personal(text):
        parts += [text[last : span.start], instead]
        last = span.end
    return "".join([*parts, text[last:]])
