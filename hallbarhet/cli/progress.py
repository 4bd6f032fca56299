"""How far a long piece of work has come: rate and time left, on stderr, and only where a person watches."""

import sys
import time
from collections.abc import Callable

EVERY = 0.5
"""Seconds between two tellings: often enough to be followed, seldom enough to cost nothing."""


class Progress:
    """Counts what is done, and tells it on one line that is written over."""

    def __init__(self, sentence: Callable[[int, int, float, float], str], already: int = 0) -> None:
        """`sentence` is given what is done, the whole, how many a second, and the seconds left.

        `already` was done another day.
        """
        self.done = self._already = already
        self._stream = sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None
        self._whole = 0
        self._sentence = sentence
        self._began = self._told_at = time.monotonic()
        self._longest = 0

    def begin(self, whole: Callable[[], int]) -> None:
        """`whole` counts all there is, and is asked only where somebody watches."""
        if self._stream is not None:
            self._whole = whole()
        self._began = self._told_at = time.monotonic()

    def add(self, count: int) -> None:
        """So many more are done."""
        self.done += count
        now = time.monotonic()
        if self._stream is None or now - self._told_at < EVERY:
            return
        self._told_at = now
        rate = (self.done - self._already) / (now - self._began)
        line = self._sentence(self.done, self._whole, rate, max(0, self._whole - self.done) / rate)
        self._longest = max(self._longest, len(line))
        print(f"\r{line.ljust(self._longest)}", end="", file=self._stream, flush=True)

    def end(self) -> None:
        """Leave the line clean for what is said next."""
        if self._stream is not None and self._longest:
            print(f"\r{' ' * self._longest}\r", end="", file=self._stream, flush=True)
            self._longest = 0
