"""How the parts of a condition are put together in a sentence."""

from collections.abc import Sequence

from hallbarhet.texts import swedish
from hallbarhet.texts.findings import lower_first

ALWAYS, NEVER = "alltid", "aldrig"
"""A condition without parts."""


def all_of(parts: Sequence[str]) -> str:
    return " och ".join([*parts[:1], *(lower_first(part) for part in parts[1:])]) or ALWAYS


def any_of(parts: Sequence[str]) -> str:
    return " eller ".join([*parts[:1], *(lower_first(part) for part in parts[1:])]) or NEVER


def negated(part: str) -> str:
    return f"det stämmer inte att {lower_first(part)}"


def counted(limits: str, parts: Sequence[str]) -> str:
    return f"{limits} av dessa stämmer: {swedish.listed([lower_first(part) for part in parts])}"


def bracketed(part: str) -> str:
    return f"({lower_first(part)})"
