"""What is said about a value that is not what it was."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from hallbarhet.texts.problems import shortened
from hallbarhet.texts.swedish import NOTHING, listed, plain


def difference(key: str, before: Any, after: Any) -> str:
    """One difference; a whole entry, that has no key, has come or gone."""
    if not key:
        return "har tillkommit." if before is None else "har tagits bort."
    if before is None:
        return f"`{key}` har tillkommit: {value(after)}."
    if after is None:
        return f"`{key}` har tagits bort. Där stod {value(before)}."
    old, new = value(before), value(after)
    if old == new:  # they differ further on than is shown
        return f"`{key}` har ändrats."
    return f"`{key}` var {old} och är nu {new}."


def value(told: Any) -> str:
    """A value as it can stand in a sentence."""
    match told:
        case bool():
            return "ja" if told else "nej"
        case int() | float():
            return plain(told)
        case str():
            return f'"{shortened(told)}"' if told else "tomt"
        case date() | time():
            return told.isoformat()
        case list() | tuple():
            return shortened(listed([value(entry) for entry in told]), 90) or "en tom lista"
        case Mapping():
            return shortened(listed([f"{key} {value(entry)}" for key, entry in told.items()]), 90) or "en tom tabell"
        case _:
            return NOTHING
