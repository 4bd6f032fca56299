"""Numbers, dates and lists as Swedes write them; used at the edge only."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

MINUS = "−"
"""The minus sign of typeset Swedish, so that a negative number is not read as a dash."""

NO_BREAK = "\u00a0"
"""Joins a number with its unit or its thousands, so that a line never breaks inside it."""

NOTHING = "–"
"""Stands for a number that does not exist; never 0."""

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


def number(value: float | None, decimals: int = 1, *, sign: bool = False) -> str:
    """A number with decimal comma and grouped thousands: `−1 234,5`. None is a dash, and minus zero is zero."""
    if value is None:
        return NOTHING
    text = f"{value:,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("-")
    elif sign and value > 0:
        text = f"+{text}"
    return text.replace(",", NO_BREAK).replace(".", ",").replace("-", MINUS)


def points(value: float | None) -> str:
    """Points with one decimal and always a sign: `+42,1`."""
    return number(value, 1, sign=True)


def plain(value: float | None) -> str:
    """A number with as many decimals as it has: `3`, `2,5`."""
    if value is None:
        return NOTHING
    if float(value).is_integer():
        return number(value, 0)
    told = repr(float(value))
    if "e" in told:  # too small for Python to write in full
        from decimal import Decimal  # noqa: PLC0415  (rarely needed)

        told = f"{Decimal(told):f}"
    return told.replace(".", ",").replace("-", MINUS)


def percent(share: float | None, decimals: int = 0) -> str:
    """A share in [0, 1] as percent: `62,5 %`."""
    return NOTHING if share is None else f"{number(share * 100, decimals)}{NO_BREAK}%"


def kronor(amount: float | None) -> str:
    """An amount: `450 000 kronor`."""
    return NOTHING if amount is None else f"{number(amount, 0)}{NO_BREAK}kronor"


def day(value: date | None) -> str:
    """A date as in a running text: `21 november 2026`."""
    return NOTHING if value is None else f"{value.day}{NO_BREAK}{MONTHS[value.month - 1]} {value.year}"


def clock(value: datetime) -> str:
    """The time of day: `14:32`."""
    return f"{value:%H:%M}"


def moment(value: datetime | None) -> str:
    """A date with the time of day: `21 november 2026 kl. 14:32`."""
    return NOTHING if value is None else f"{day(value)} kl.{NO_BREAK}{clock(value)}"


_LAST_LETTERS = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e"})


def order(word: str) -> str:
    """What to sort words by: å, ä and ö come last, in that order, whatever the machine is set to."""
    return unicodedata.normalize("NFC", word).casefold().translate(_LAST_LETTERS)


def listed(words: Sequence[str], last: str = "och") -> str:
    """Words as a list in a sentence: `a, b och c`."""
    if len(words) < 2:  # noqa: PLR2004  (a list of one has no "och")
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
