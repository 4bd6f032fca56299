"""The terminal going away: hang-up, termination, or a line that is simply dead. Save, then end in order."""

import asyncio
import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

HANGUP_CODE = 129
TERMINATED_CODE = 143
"""The codes a shell gives for these signals: 128 and the number of the signal."""

LOOK_EVERY = 0.5
"""Seconds between looks at the line. Textual reads a dead one over and over, so it must not be long."""

PATIENCE = 3.0
"""Seconds that ending in order may take once the terminal is gone."""


def listen(end: Callable[[int, bool], None]) -> None:
    """Call `end(code, is_gone)` on SIGHUP and SIGTERM. A SIGHUP that is ignored (nohup) stays ignored."""
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError, AttributeError, ValueError):  # Windows has no such signals
        loop.add_signal_handler(signal.SIGTERM, end, TERMINATED_CODE, False)
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            loop.add_signal_handler(signal.SIGHUP, end, HANGUP_CODE, True)
        _guard_continuing(loop, end)


def _guard_continuing(loop: asyncio.AbstractEventLoop, end: Callable[[int, bool], None]) -> None:
    """Take care of the SIGCONT that follows a hang-up.

    Textual takes it for a return from the background and starts to draw again, on a line that is dead; it then waits
    for ever for what it wrote to be taken away.
    """
    returning = signal.getsignal(signal.SIGCONT)

    def on_continue(number: int, frame: FrameType | None) -> None:
        if is_gone():
            loop.call_soon_threadsafe(end, HANGUP_CODE, True)
        elif callable(returning):
            returning(number, frame)

    signal.signal(signal.SIGCONT, on_continue)


def is_gone() -> bool:
    """Whether the line to the terminal is dead: the other end was closed, whatever the signals said."""
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        return False
    try:
        fd = sys.__stdin__.fileno()
    except (OSError, ValueError):
        return False
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in poll.poll(0))


def end_anyway(code: int) -> None:
    """End after a while whatever happens: all is saved, and nobody is there to see what hangs."""
    hard = threading.Timer(PATIENCE, os._exit, (code,))
    hard.daemon = True
    hard.start()


def let_go() -> None:
    """Point the standard streams at nothing, so that ending in order does not hang on a line that is dead."""
    with suppress(OSError):
        null = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        os.close(null)
