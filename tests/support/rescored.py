"""Archives re-scored in this process."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from support.archives import rows

from hallbarhet.batch import running, sharing
from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.chunks import CHUNK, Workers
from hallbarhet.batch.listing import record_paths
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.rescoring import ROWS
from hallbarhet.batch.running import rescore, whole_of
from hallbarhet.batch.whole import Whole, joined

PLAIN = (Alternative(),)


def told_of(folder: Path, new: Path | None = None, alternatives: Sequence[Alternative] = PLAIN) -> Whole:
    """What is said of all the records of an archive."""
    outfitter = Outfitter([str(folder)], str(new) if new else None, tuple(alternatives))
    chunks = rescore(record_paths([str(folder)]), outfitter)
    return whole_of(joined([chunk.part for chunk in chunks]), outfitter)


def run(
    folder: Path, new: Path | None = None, alternatives: Sequence[Alternative] = PLAIN, *, size: int = CHUNK
) -> tuple[list[dict[str, Any]], Whole]:
    """The rows of an archive, and what is said of it all; there is always a row, so what is said of each is said."""
    outfitter = Outfitter([str(folder)], str(new) if new else None, tuple(alternatives))
    chunks = list(rescore(record_paths([str(folder)]), outfitter, forms=(ROWS,), size=size))
    found = list(rows(chunks))
    assert found
    return found, whole_of(joined([chunk.part for chunk in chunks]), outfitter)


def only(folder: Path, new: Path | None = None, alternatives: Sequence[Alternative] = PLAIN) -> dict[str, Any]:
    """The one row of an archive of one record."""
    (row,), _ = run(folder, new, alternatives)
    return row


def share_at_once(patch: pytest.MonkeyPatch) -> list[int]:
    """Send work to others from the second chunk on, however little there is; how many records went in each chunk."""
    shared: list[int] = []
    in_order = running.in_order

    def noted(*arguments: Any, **options: Any) -> Any:
        for found in in_order(*arguments, **options):
            shared.append(found.count)
            yield found

    patch.setattr(sharing, "ENOUGH", 0)
    patch.setattr(Workers, "are_ready", True)
    patch.setattr(running, "in_order", noted)
    return shared
