"""Work on chunks, in order: a few under way at a time, shared with processes of our own or on anybody's executor."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread, current_thread, main_thread
from typing import TypeVar

CHUNK = 500
"""Records in a chunk: enough to score as one block, few enough that memory stays flat and progress is seen."""

IN_FLIGHT = 3
"""Chunks under way per worker: none waits for work, and no more than a few pile up."""

WAITING = 4
"""How many times as many may be held where who asks joins in: most are then ready, and wait for one before them."""

MOST_PROCESSES = 61
"""More than so many Windows cannot wait for, and `ProcessPoolExecutor` refuses them there."""

Piece = TypeVar("Piece")
Made = TypeVar("Made")


def chunked(entries: Iterable[Piece], size: int = CHUNK) -> Iterator[tuple[Piece, ...]]:
    """The entries in pieces of equal size, the last one shorter."""
    waiting = iter(entries)
    while piece := tuple(islice(waiting, size)):
        yield piece


@dataclass(frozen=True)
class Workers:
    """Those that do the work, and what they were given to begin with."""

    executor: Executor
    count: int = 0
    """How many processes of our own they are; 0 for somebody else's, of whom nobody knows how many there are."""
    begun: tuple[Future[object], ...] = ()

    @property
    def are_ready(self) -> bool:
        """Whether all have done what they began with."""
        return all(future.done() for future in self.begun)


def in_order(work: Callable[[Piece], Made], pieces: Iterable[Piece], workers: Workers) -> Iterator[Made]:
    """What `work` makes of each piece, in the order of the pieces, whoever is ready first.

    `work` is sent to other processes: a function at the top of a module, or a partial of one. Somebody else's executor
    is not shut down, and who asks does nothing but wait; with processes of our own, who asks joins in while they have
    enough to do.
    """
    joins_in = workers.count > 0
    most = IN_FLIGHT * (workers.count or os.cpu_count() or 1)
    # what is ready here waits for what others have before it: a while, since their first piece takes them longer
    longest = WAITING * most if joins_in else most
    under_way: deque[Future[Made]] = deque()
    try:
        for piece in pieces:
            if joins_in and sum(not future.done() for future in under_way) >= most:
                under_way.append(_done(work, piece))
            else:
                under_way.append(workers.executor.submit(work, piece))
            while under_way and (len(under_way) >= longest or (joins_in and under_way[0].done())):
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        for left in under_way:
            left.cancel()


def _done(work: Callable[[Piece], Made], piece: Piece) -> Future[Made]:
    """A piece done here, as if somebody else had."""
    future: Future[Made] = Future()
    try:
        future.set_result(work(piece))
    except Exception as error:  # noqa: BLE001  (told in its turn, as those of others are)
        future.set_exception(error)
    return future


@contextmanager
def own_processes(count: int, first: Callable[[], object] = os.getpid) -> Iterator[Workers]:
    """So many processes of our own. Each begins at once with `first`, so that it is loaded when the work comes."""
    count = min(count, MOST_PROCESSES)
    with ProcessPoolExecutor(count, get_context("spawn"), initializer=_begin_work) as own:
        with _deaf_to_interrupts():
            begun = tuple(own.submit(first) for _ in range(count))
        yield Workers(own, count, begun)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """What is started in here never hears Ctrl+C, not even before it can say so; we hear it once we are out again.

    The mask is for those that are started, who inherit it. For ourselves it does not do: any thread may take a signal.
    """
    heard: list[int] = []
    is_ours = current_thread() is main_thread()
    before = signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number)) if is_ours else None
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        if is_ours:
            signal.signal(signal.SIGINT, before if before is not None else signal.SIG_DFL)
    if heard:
        signal.raise_signal(signal.SIGINT)


def _begin_work() -> None:
    """Make a process of ours one that leaves Ctrl+C to the one that began it, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    """A process that is killed ends none of its own, and those that wait for work would wait for ever."""
    if parent is not None:
        parent.join()
        os._exit(1)
