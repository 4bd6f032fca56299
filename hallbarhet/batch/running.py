"""Many records re-scored: in chunks, in order, alone or shared with others."""

import gc
import re
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain

from hallbarhet.batch.chunks import CHUNK, Workers, chunked, in_order
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.reading import contents
from hallbarhet.batch.remembered import sweep
from hallbarhet.batch.rescoring import Path, Rescored, Task, rescored_chunk
from hallbarhet.batch.summing import with_sensitive
from hallbarhet.batch.whole import Whole

Piece = tuple[Path, ...]


def rescore(
    paths: Iterable[Path],
    outfitter: Outfitter,
    *,
    forms: Sequence[str] = (),
    executor: Executor | Workers | None = None,
    size: int = CHUNK,
    cache: str | None = None,
) -> Iterator[Rescored]:
    """The chunks of some records, in order; the same whatever they are shared with (`sharing.sharing`), if at all.

    `paths` come from `batch.listing.record_paths`. The first chunk is done here, so that the workers start out with the
    checklists that most records were made with, and so are the next until they have loaded. What is read is remembered
    in the folder `cache` (`remembered.cache_folder`), None for nowhere. Raises UsageError where an alternative fits
    none of the first checklists.
    """
    job = _Job(outfitter, tuple(forms), cache)
    used: set[str | None] = set()
    workers = executor if executor is None or isinstance(executor, Workers) else Workers(executor)
    with _old_left_alone(), closing(job.done(chunked(paths, size), workers)) as results:
        for done in results:
            if not used:
                outfitter.check()
            used.add(done.remembered)
            yield done
    if cache is not None:
        sweep(cache, used)


@contextmanager
def _old_left_alone() -> Iterator[None]:
    """Meanwhile rubbish is not looked for in what there was before, which took a twentieth of the time.

    Afterwards it is, also in what others may have wanted left alone.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def whole_of(joined: Whole, outfitter: Outfitter) -> Whole:
    """What is said of all of them, with how stable the levels that flipped were before."""
    return with_sensitive(joined, outfitter.kit)


@dataclass(frozen=True)
class _Job:
    """What is wanted of every chunk."""

    outfitter: Outfitter
    forms: tuple[str, ...]
    cache: str | None

    def done(self, pieces: Iterator[Piece], workers: Workers | None) -> Generator[Rescored, None, None]:
        """All chunks, in order."""
        if (first := next(pieces, None)) is None:
            return
        self._meet(first)
        rest = chain((first,), pieces)
        for piece in rest:
            yield self._here(piece)
            if workers is not None and workers.are_ready:
                yield from self._shared(rest, workers)

    def _meet(self, piece: Piece) -> None:
        """Find the checklists of a chunk, with one record of each.

        Without that every record would be read the long way first, since only a checklist that is known is read
        quickly.
        """
        name, kit = self.outfitter.packed()
        self.outfitter.add(rescored_chunk(Task(_examples(piece), kit, name)).wanted)

    def _here(self, piece: Piece) -> Rescored:
        """A chunk in this process; what the kit lacks is added until it knows every checklist there."""
        while (found := rescored_chunk(self._task(piece))).wanted:
            self.outfitter.add(found.wanted)
        return found

    def _shared(self, pieces: Iterable[Piece], workers: Workers) -> Iterator[Rescored]:
        """Chunks in other processes; one where the kit lacks something comes back to this."""
        under_way: deque[Piece] = deque()

        def tasks() -> Iterator[Task]:
            for piece in pieces:
                under_way.append(piece)
                yield self._task(piece)

        for found in in_order(rescored_chunk, tasks(), workers):
            piece = under_way.popleft()
            if found.wanted:
                self.outfitter.add(found.wanted)
            yield self._here(piece) if found.wanted else found

    def _task(self, piece: Piece) -> Task:
        name, kit = self.outfitter.packed()
        return Task(piece, kit, name, self.forms, self.cache)


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
