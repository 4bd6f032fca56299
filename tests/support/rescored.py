"""Archives re-scored in this process."""

from collections.abc import Sequence
from pathlib import Path

from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.listing import record_paths
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.running import rescore, whole_of
from hallbarhet.batch.whole import Whole, joined


def told_of(folder: Path, new: Path | None = None, alternatives: Sequence[Alternative] = (Alternative(),)) -> Whole:
    """What is said of all the records of an archive."""
    outfitter = Outfitter([str(folder)], str(new) if new else None, tuple(alternatives))
    chunks = rescore(record_paths([str(folder)]), outfitter)
    return whole_of(joined([chunk.part for chunk in chunks]), outfitter)
