"""A moment alone with a file: from looking whether it is still the same until ours is in its place.

Without it two programs can both look, both see the same, and the later one takes the place of what the earlier wrote.
The lock is the operating system's own and ends with its program, so nothing left behind keeps anybody out; where it
cannot be had, or not soon, the work goes on without it.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LONGEST_WAIT = 3.0
"""Seconds; others hold the lock for a few milliseconds, so that one held longer belongs to a program that hangs."""

PAUSE = 0.002

SUFFIX = ".las"

if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(descriptor: int) -> None:
        """Raises OSError when somebody else has it."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _open_to_all(descriptor: int) -> None:
        """Rights are the folder's own matter here."""

    def _put_away(descriptor: int, lock: Path) -> None:
        os.close(descriptor)
        with suppress(OSError):  # open in another program: that one puts it away
            lock.unlink()

else:
    import fcntl

    def _try_to_lock(descriptor: int) -> None:
        """Raises OSError when somebody else has it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _open_to_all(descriptor: int) -> None:
        """Let everybody who shares the folder wait for the lock, whatever the person's own habit of rights is."""
        with suppress(OSError):  # somebody else's: they have opened it
            os.fchmod(descriptor, 0o666)

    def _put_away(descriptor: int, lock: Path) -> None:
        with suppress(OSError):  # while it is still ours: whoever waits for it sees that it is gone, and begins anew
            lock.unlink()
        os.close(descriptor)


def lock_path(path: Path) -> Path:
    """Where the lock of a file lies while it is held: `.NAME.las` beside it."""
    return path.with_name(f".{path.name}{SUFFIX}")


@contextmanager
def alone_with(path: Path) -> Iterator[bool]:
    """Keep other programs of ours from replacing the file meanwhile; whether that could be promised."""
    lock = lock_path(path)
    descriptor = _taken(lock)
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            _put_away(descriptor, lock)


def _taken(lock: Path) -> int | None:
    """The open lock, or None where there is none to be had."""
    end = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError:
            return None
        _open_to_all(descriptor)
        try:
            if _is_ours(descriptor, lock):
                return descriptor
        except OSError:  # a file system that knows no locks
            _put_away(descriptor, lock)
            return None
        os.close(descriptor)
        if time.monotonic() > end:
            return None
        time.sleep(PAUSE)


def _is_ours(descriptor: int, lock: Path) -> bool:
    """Whether we have the lock, and it is still the one that lies there. Raises OSError where there are no locks."""
    try:
        _try_to_lock(descriptor)
    except (BlockingIOError, PermissionError):
        return False
    try:
        return os.path.samestat(os.fstat(descriptor), lock.stat())
    except FileNotFoundError:
        return False


def sweep_locks(folder: Path) -> None:
    """Put away locks that nobody holds, left by a program that was killed."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") and entry.name.endswith(SUFFIX):
                lock = Path(entry.path)
                with suppress(OSError):
                    descriptor = os.open(lock, os.O_RDWR)
                    if _is_ours(descriptor, lock):
                        _put_away(descriptor, lock)
                    else:
                        os.close(descriptor)
