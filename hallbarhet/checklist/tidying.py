"""Data as it is kept: strings and keys in one form, and nothing that canonical JSON cannot hold."""

import math
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from hallbarhet.checklist import kinds
from hallbarhet.checklist.canonical import normalised
from hallbarhet.checklist.nearest import folded
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import problems as texts

MAX_DEPTH = 64
"""More than the deepest condition needs, far less than the interpreter bears."""

MAX_INTEGER = 2**53 - 1
"""Canonical JSON holds no larger whole number exactly."""


class TooDeepError(Exception):
    """Tables and lists lie too deep inside one another; never leaves this room."""


def spelled(key: str) -> str:
    """A key as a checklist's data has it, without dots."""
    return folded(normalised(key))


@dataclass
class Tidying:
    """One pass over some data; what was found on the way is left in `findings`."""

    fold_keys: bool
    findings: list[Finding] = field(default_factory=list)

    def value(self, value: Any, path: Path) -> Any:
        """The value in the form it is kept in."""
        match value:
            case str():
                return value if value.isascii() and "\r" not in value else normalised(value)
            case dict() | list() if len(path) > MAX_DEPTH:
                raise TooDeepError
            case dict():
                return self.table(value, path)
            case list():
                return [self.value(entry, (*path, position)) for position, entry in enumerate(value)]
            case bool():
                return value
            case int() | float():
                self._number(value, path)
        return value

    def table(self, table: dict[str, Any], path: Path) -> dict[str, Any]:
        """A table with its keys in the form they are kept in."""
        tidy: dict[str, Any] = {}
        for key, entry in table.items():
            name = key if key.isascii() else self._key(key, (*tidy, *table), path)
            tidy[name] = self.value(entry, (*path, name))
        return tidy

    def _key(self, key: str, others: tuple[str, ...], path: Path) -> str:
        plain = unicodedata.normalize("NFC", key)
        name = spelled(key) if self.fold_keys else plain
        if name != key and name in others:
            self.findings.append(Finding(kinds.SAME_KEY_TWICE, (*path, name), texts.same_key_twice(name)))
        elif name != plain:
            self.findings.append(Finding(kinds.FOLDED_KEY, (*path, name), texts.folded_key(plain, name)))
        return name

    def _number(self, value: Any, path: Path) -> None:
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        if isinstance(value, float):
            if not math.isfinite(value):
                self.findings.append(Finding(kinds.NUMBER_NOT_FINITE, path, texts.number_not_finite(key)))
        elif abs(value) > MAX_INTEGER:
            self.findings.append(Finding(kinds.NUMBER_TOO_LARGE, path, texts.number_too_large(key)))
