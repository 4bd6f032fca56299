"""Sentences with what lies behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hallbarhet.assessment.shown.plain import one_line


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and the sentences that explain it."""

    text: str
    parts: tuple["Told", ...] = ()


def as_lines(told: Iterable[Told], depth: int = 0) -> Iterator[str]:
    """One line for each sentence, what lies behind it indented under it; titles that people wrote can do no harm."""
    for entry in told:
        yield f"{'  ' * depth}{one_line(entry.text)}"
        yield from as_lines(entry.parts, depth + 1)
