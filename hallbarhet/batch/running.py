"""Many records re-scored: in chunks, in order, on as many processes as one likes or on anybody's executor."""

import re
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import chain, islice

from hallbarhet.batch.chunks import CHUNK, Workers, chunked, in_order, own_processes
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.reading import contents
from hallbarhet.batch.remembered import sweep
from hallbarhet.batch.rescoring import Path, Rescored, Task, get_ready, rescored_chunk
from hallbarhet.batch.summing import with_sensitive
from hallbarhet.batch.whole import Whole

Piece = tuple[Path, ...]

AHEAD = 100
"""Chunks that are listed before they are done, to know what is left."""

WORTH_SHARING = 1.5
"""Seconds of work left before it pays to start other processes, which takes half a second of each."""


def rescore(
    paths: Iterable[Path],
    outfitter: Outfitter,
    *,
    forms: Sequence[str] = (),
    processes: int = 1,
    executor: Executor | None = None,
    size: int = CHUNK,
    cache: str | None = None,
) -> Iterator[Rescored]:
    """The chunks of some records, in order; the same whatever the number of processes and whichever the executor.

    `paths` come from `batch.listing.record_paths`. The first chunk is done here, so that the workers start out with the
    checklists that most records were made with, and so are the next until it pays to start processes of our own and
    they have loaded. What is read is remembered in the folder `cache` (`remembered.cache_folder`), None for nowhere.
    Raises UsageError where an alternative fits none of the first checklists.
    """
    job = _Job(outfitter, tuple(forms), cache)
    used: set[str | None] = set()
    with closing(job.done(chunked(paths, size), executor, processes)) as results:
        for done in results:
            if not used:
                outfitter.check()
            used.add(done.remembered)
            yield done
    if cache is not None:
        sweep(cache, used)


def whole_of(joined: Whole, outfitter: Outfitter) -> Whole:
    """What is said of all of them, with how stable the levels that flipped were before."""
    return with_sensitive(joined, outfitter.kit)


@dataclass(frozen=True)
class _Job:
    """What is wanted of every chunk."""

    outfitter: Outfitter
    forms: tuple[str, ...]
    cache: str | None

    def done(
        self, pieces: Iterator[Piece], executor: Executor | None, processes: int
    ) -> Generator[Rescored, None, None]:
        """All chunks, in order."""
        ahead = tuple(islice(pieces, AHEAD))
        self._meet(ahead[:1])
        rest = chain(ahead, pieces)
        workers = None if executor is None else Workers(executor)
        spent = 0.0
        with ExitStack() as stack:
            for number, piece in enumerate(rest):
                started = time.monotonic()
                found = self._here(piece)
                # the first takes longer than others, since it loads what all need
                spent += time.monotonic() - started if number else 0.0
                yield found
                if workers is not None and workers.are_ready:
                    break
                left = AHEAD if len(ahead) == AHEAD else len(ahead) - number - 1
                if workers is None and processes > 1 and number and spent / number * left > WORTH_SHARING:
                    workers = stack.enter_context(own_processes(processes, get_ready))
            if workers is not None:
                yield from self._shared(rest, workers.executor, processes)

    def _meet(self, pieces: Iterable[Piece]) -> None:
        """Find the checklists of some chunks, with one record of each.

        Without that every record would be read the long way first, since only a checklist that is known is read
        quickly.
        """
        for piece in pieces:
            self.outfitter.add(rescored_chunk(self._task(_examples(piece), is_for_good=False)).wanted)

    def _here(self, piece: Piece) -> Rescored:
        """A chunk in this process; what the kit lacks is added until it knows every checklist there."""
        while (found := rescored_chunk(self._task(piece))).wanted:
            self.outfitter.add(found.wanted)
        return found

    def _shared(self, pieces: Iterable[Piece], executor: Executor, processes: int) -> Iterator[Rescored]:
        """Chunks in other processes; one where the kit lacks something comes back to this."""
        under_way: deque[Piece] = deque()

        def tasks() -> Iterator[Task]:
            for piece in pieces:
                under_way.append(piece)
                yield self._task(piece)

        for found in in_order(rescored_chunk, tasks(), processes=processes, executor=executor):
            piece = under_way.popleft()
            if found.wanted:
                self.outfitter.add(found.wanted)
            yield self._here(piece) if found.wanted else found

    def _task(self, piece: Piece, *, is_for_good: bool = True) -> Task:
        name, kit = self.outfitter.packed()
        return Task(piece, kit, name, self.forms, self.cache) if is_for_good else Task(piece, kit, name)


_ITS_CHECKLIST = re.compile(
    rb'\n\[checklista\]\nid = "([^"\n]+)"\nversion = "([^"\n]+)"\nfingeravtryck = "([^"\n]+)"\n'
)
"""Where a record of the program's own says which checklist it was made with. No more than a hint: it may stand in a
text, or be torn; whoever follows it reads the record."""


def _examples(piece: Piece) -> Piece:
    """The first record of each checklist in a chunk, as it seems."""
    found: dict[bytes, str] = {}
    for path in piece:
        if not isinstance(path, str) or (raw := contents(path)) is None:
            continue
        if (named := _ITS_CHECKLIST.search(raw)) is not None:
            found.setdefault(named[0], path)
    return tuple(found.values())
