"""Whether work is shared with processes of our own: decided, and begun, before anything heavy is loaded here."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from hallbarhet.batch.chunks import Workers, own_processes
from hallbarhet.batch.listing import record_paths

ENOUGH = 2_000
"""Records; fewer are done before other processes have loaded."""


@contextmanager
def sharing(roots: Sequence[str], processes: int) -> Iterator[Workers | None]:
    """Those that share re-scoring with this process, so many together; None where it is as soon done alone.

    They load while we do, and that costs nothing but a core that is idle.
    """
    if processes <= 1 or next(islice(record_paths(roots), ENOUGH, None), None) is None:
        yield None
        return
    with own_processes(processes - 1, load) as workers:
        yield workers


def load() -> None:
    """Load what re-scoring needs, in the process that is to do it; what reads records only when one is to be read."""
    from hallbarhet.batch.rescoring import get_ready  # noqa: PLC0415  (not in the process that only shares it out)

    get_ready()
    gc.freeze()  # what is loaded by now is never rubbish
