"""Sentences with what lies behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and the sentences that explain it."""

    text: str
    parts: tuple["Told", ...] = ()


def as_lines(told: Iterable[Told], depth: int = 0) -> Iterator[str]:
    """One line for each sentence, what lies behind it indented under it."""
    for entry in told:
        yield f"{'  ' * depth}{entry.text}"
        yield from as_lines(entry.parts, depth + 1)
