"""One measured run of `batch.py`, in a process of its own.

Workers import whatever the script that began them does, so this one imports no more than the program's own start.
"""

import os
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

from hallbarhet.batch.chunks import Workers, chunked, in_order, own_processes
from hallbarhet.batch.listing import record_paths
from hallbarhet.batch.reading import contents
from hallbarhet.batch.sharing import sharing

PROCESSES = 2


def read_alone(paths: tuple[str, ...]) -> int:
    """How many of some files could be read."""
    return sum(contents(path) is not None for path in paths)


def parse_alone(paths: tuple[str, ...]) -> int:
    """How many of some files the standard library could parse."""
    return sum(bool(tomllib.loads(raw.decode())) for path in paths if (raw := contents(path)) is not None)


def alone(work: Callable[[tuple[str, ...]], int], folder: str) -> None:
    """Do no more than this with every record."""
    paths = [entry for entry in record_paths([folder]) if isinstance(entry, str)]
    with own_processes(PROCESSES) as own:
        waiting = Workers(own.executor)  # who asks does not join in
        assert sum(in_order(work, chunked(paths, 100), waiting)) == len(paths)


def rescored(folder: str, target: str | None, weight: float = 1.0, *, is_cached: bool) -> None:
    """Re-score every record: under another checklist, or under its own where the environment weighs so much."""
    with sharing([folder], PROCESSES) as workers:
        _rescored(folder, target, weight, workers, is_cached=is_cached)


def _rescored(folder: str, target: str | None, weight: float, workers: Workers | None, *, is_cached: bool) -> None:
    from hallbarhet.batch.alternatives import Alternative  # noqa: PLC0415  (not in the workers)
    from hallbarhet.batch.outfitting import Outfitter  # noqa: PLC0415
    from hallbarhet.batch.remembered import cache_folder  # noqa: PLC0415
    from hallbarhet.batch.rescoring import JSONL  # noqa: PLC0415
    from hallbarhet.batch.running import rescore  # noqa: PLC0415

    alternative = Alternative(weights=(("ekologisk", weight),)) if target is None else Alternative()
    outfitter = Outfitter([folder], target, [alternative])
    cache = cache_folder([folder]) if is_cached else None
    with Path(os.devnull).open("w", encoding="utf-8") as rows:
        for chunk in rescore(record_paths([folder]), outfitter, forms=[JSONL], executor=workers, cache=cache):
            assert not chunk.part.unread
            assert not chunk.part.slow
            rows.write(chunk.texts[JSONL])


if __name__ == "__main__":
    what, folder, how = sys.argv[1:]
    if what == "read":
        alone(read_alone, folder)
    elif what == "parse":
        alone(parse_alone, folder)
    elif what == "cached":
        rescored(folder, None, float(how), is_cached=True)
    else:
        rescored(folder, how, is_cached=False)
