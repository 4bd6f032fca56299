"""Many records re-scored: in chunks, in order, on as many processes as one likes or on anybody's executor."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from itertools import chain, islice

from hallbarhet.batch.chunks import CHUNK, chunked, in_order, own_processes
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.reading import contents
from hallbarhet.batch.remembered import sweep
from hallbarhet.batch.rescoring import Path, Rescored, Task, get_ready, rescored_chunk
from hallbarhet.batch.scanning import reference_in
from hallbarhet.batch.summing import with_sensitive
from hallbarhet.batch.whole import Whole

FEWEST_TO_SHARE = 8
"""Chunks that are left before it pays to start other processes."""


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
    checklists that most records were made with. What is read is remembered in the folder `cache`, None for nowhere
    (`remembered.cache_folder`). Raises UsageError where an alternative fits none of those.
    """
    wanted = tuple(forms)
    pieces = chunked(paths, size)
    begun = list(islice(pieces, 1 + FEWEST_TO_SHARE))
    if len(begun) <= FEWEST_TO_SHARE:
        processes = 1
    used: set[str | None] = set()
    with _workers(executor, processes) as shared:
        for first in begun[:1]:
            done = _here(outfitter, first, wanted, cache)
            outfitter.check()
            used.add(done.remembered)
            yield done
        under_way: deque[tuple[Path, ...]] = deque()

        def tasks() -> Iterator[Task]:
            for piece in chain(begun[1:], pieces):
                under_way.append(piece)
                yield _task(outfitter, piece, wanted, cache)

        for result in in_order(rescored_chunk, tasks(), processes=processes, executor=shared):
            piece = under_way.popleft()
            done = _here(outfitter, piece, wanted, cache) if result.wanted else result
            used.add(done.remembered)
            yield done
    if cache is not None:
        sweep(cache, used)


def _workers(executor: Executor | None, processes: int) -> AbstractContextManager[Executor | None]:
    """The executor that is given, or processes of our own, which load what they need while the first chunk is done."""
    return nullcontext(executor) if executor is not None or processes <= 1 else own_processes(processes, get_ready)


def whole_of(joined: Whole, outfitter: Outfitter) -> Whole:
    """What is said of all of them, with how stable the levels that flipped were before."""
    return with_sensitive(joined, outfitter.kit)


def _task(outfitter: Outfitter, piece: tuple[Path, ...], forms: tuple[str, ...], cache: str | None) -> Task:
    name, kit = outfitter.packed()
    return Task(piece, kit, name, forms, cache)


def _here(outfitter: Outfitter, piece: tuple[Path, ...], forms: tuple[str, ...], cache: str | None) -> Rescored:
    """A chunk in this process; what the kit lacks is added until it knows every checklist there."""
    if examples := _examples(outfitter, piece):
        outfitter.add(rescored_chunk(_task(outfitter, examples, (), None)).wanted)
    while (found := rescored_chunk(_task(outfitter, piece, forms, cache))).wanted:
        outfitter.add(found.wanted)
    return found


def _examples(outfitter: Outfitter, piece: tuple[Path, ...]) -> tuple[Path, ...]:
    """The first record of each checklist that the kit lacks, by their beginnings.

    Without them every record would be read the long way first, since only a checklist that is known is read quickly.
    """
    found: dict[tuple[str, str, str], Path] = {}
    for path in piece:
        raw = contents(path) if isinstance(path, str) else None
        used = reference_in(raw) if raw is not None else None
        if used is not None and not outfitter.kit.knows(used):
            found.setdefault(used, path)
    return tuple(found.values())
