"""Noticing that files have been saved, by looking again and again: it works on every disk, network shares too."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

EVERY = 0.5
"""Seconds between two looks: quicker than a person turns from the editor to the terminal, and costs nothing."""

Stamps = dict[Path, tuple[int, int]]


def rounds(paths: Iterable[Path], *, wait: Callable[[float], None] = time.sleep) -> Iterator[int]:
    """The number of each round: the first at once, the next every time some of the files has changed.

    Files beside a file take part, since one of them may be what it builds on. Ends only with an exception, as when
    somebody presses Ctrl+C.
    """
    watched = tuple(paths)
    number, known = 1, _stamps(watched)
    yield number
    while True:
        wait(EVERY)
        now = _stamps(watched)
        if now != known:
            number, known = number + 1, now
            yield number


def _stamps(paths: Iterable[Path]) -> Stamps:
    """When each file was changed and how long it is; one that is being replaced just now is not there."""
    stamps: Stamps = {}
    for path in paths:
        found = path.rglob("*.toml") if path.is_dir() else [path, *path.parent.glob("*.toml")]
        for file in found:
            try:
                status = file.stat()
            except OSError:
                continue
            stamps[file] = (status.st_mtime_ns, status.st_size)
    return stamps
