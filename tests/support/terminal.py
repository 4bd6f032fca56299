"""A program on a pty of its own, as a person's terminal has it, and the screen that comes out of it."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from contextlib import contextmanager, suppress

import pyte

PREAMBLE = """import fcntl, signal, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
"""
"""Makes the pty the controlling terminal and lets a hang-up reach the program, also where tests run under nohup."""


class Terminal:
    """Our end of the line, and the screen as it looks."""

    def __init__(self, line, process, columns, rows):
        self.line = line
        self.process = process
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""

    @property
    def text(self):
        return "\n".join(row.rstrip() for row in self.screen.display)

    def write(self, keys):
        os.write(self.line, keys)

    def read(self, seconds=0.05):
        """Take in what has been drawn."""
        while select.select([self.line], [], [], seconds)[0]:
            try:
                data = os.read(self.line, 65536)
            except OSError:
                return
            if not data:
                return
            self.raw += data
            self._stream.feed(data.replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b""))

    def until(self, words, within=15.0):
        """Wait for some words on the screen."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            self.read()
            if words in self.text:
                return
            if self.process.poll() is not None:
                break
        raise AssertionError(f"{words!r} never came; the screen was:\n{self.text}\n{self.raw[-2000:]!r}")

    def ended(self, within=8.0):
        """Wait for the end; its code. A program that does not end fails the test instead of staying behind."""
        end = time.monotonic() + within
        while self.process.poll() is None and time.monotonic() < end:
            with suppress(OSError, ValueError):
                self.read(0.02)
            time.sleep(0.02)
        return self.process.poll()

    def hang_up(self):
        """The window is closed, or the connection is lost."""
        os.close(self.line)
        self.line = -1


@contextmanager
def terminal(code, *arguments, columns=80, rows=24, environment=None):
    """Run some Python on a pty; end it if the test does not."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    surroundings = {**os.environ, "TERM": "xterm-256color", **(environment or {})}
    for name in ("COLUMNS", "LINES", "NO_COLOR"):
        if name not in (environment or {}):
            surroundings.pop(name, None)
    process = subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + code, *map(str, arguments)],
        stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    shown = Terminal(ours, process, columns, rows)
    try:
        yield shown
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        if shown.line >= 0:
            os.close(shown.line)
