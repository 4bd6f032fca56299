"""Plain lines out and in: no colour, no cursor, nothing that a screen reader or a pipe would stumble on."""

import os
import select
import textwrap
from contextlib import suppress
from typing import TextIO

from hallbarhet.assessment.shown.plain import cleaned, harmless
from hallbarhet.linemode.turns import InputEnded

WIDTH = 76
"""Characters on a line: fits every window, and every Braille display reads it in few sweeps."""

FULL_LINE = 4095
"""Bytes a terminal takes in one line; what is longer it cuts off without a word."""

PASTE_PAUSE = 0.05
"""Seconds within which the next line of a paste is there; nobody types a line that fast."""


class Lines:
    """The two ends of the conversation."""

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self.source = source
        self.target = target
        self._end: BaseException | None = None
        self.is_deaf = False
        """Whether nobody can hear us: the other end of the pipe or the terminal is gone."""
        self.was_cut = False
        """Whether the last line was as long as a terminal can take, and may have lost its end."""

    def say(self, *texts: str) -> None:
        """Say something, wrapped to short lines. Text from people cannot steer the terminal."""
        for text in texts:
            for line in harmless(text).removesuffix("\n").split("\n"):
                indent = line[: len(line) - len(line.lstrip())]
                wrapped = textwrap.wrap(
                    line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
                )
                self._write("\n".join(wrapped) + "\n")
        self._flush()

    def read(self, prompt: str) -> str:
        """One line, without its typesetting. Raises InputEnded."""
        self._write(f"{harmless(prompt)} ")
        self._flush()
        line = self._line()
        if not self._is_terminal():
            self._write("\n")  # nobody pressed Enter on the line of the prompt
        return line

    def read_on(self, first: str) -> str:
        """The lines after a first one, up to an empty line or a single full stop, as one text.

        When the input ends, or the program is told to end, what was written so far still counts.
        """
        lines = [first]
        while True:
            try:
                line = self._line()
            except BaseException as end:  # noqa: BLE001  (kept, and raised at the next line that is asked for)
                self._end = end
                break
            if line.strip() == "." or (not line.strip() and not self._is_pasted()):
                break
            lines.append(line)
        return cleaned("\n".join(lines)).strip()

    def _line(self) -> str:
        if self._end is not None:
            raise self._end
        try:
            line = self.source.readline()
        except (OSError, ValueError) as error:  # the terminal is gone, or the stream is closed
            raise InputEnded from error
        if not line or self.is_deaf:
            raise InputEnded
        self.was_cut = self._is_terminal() and len(line.encode("utf-8", "replace")) >= FULL_LINE
        return cleaned(line.removesuffix("\n"))

    def _write(self, text: str) -> None:
        if self.is_deaf:
            return
        try:
            self.target.write(text)
        except (OSError, ValueError):
            self._go_deaf()

    def _flush(self) -> None:
        if self.is_deaf:
            return
        try:
            self.target.flush()
        except (OSError, ValueError):
            self._go_deaf()

    def _go_deaf(self) -> None:
        """Nobody listens any more: the conversation ends at the next question, with everything saved."""
        self.is_deaf = True
        with suppress(OSError, ValueError):  # what could not be said is thrown away, so that ending does not trip on it
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.target.fileno())

    def _is_terminal(self) -> bool:
        try:
            return self.source.isatty()
        except ValueError:  # closed
            return False

    def _is_pasted(self) -> bool:
        """Whether more is already waiting at a terminal: an empty line inside a paste is not the end of it."""
        if not self._is_terminal():
            return False
        try:
            ready, _, _ = select.select([self.source], [], [], PASTE_PAUSE)
        except (OSError, ValueError):  # Windows waits for sockets only
            return False
        return bool(ready)
