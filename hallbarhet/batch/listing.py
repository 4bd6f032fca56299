"""Which records there are in some files and folders, one at a time and in stable order."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from hallbarhet.assessment.archive import UnreadableFolder, record_folders


def record_paths(roots: Iterable[str]) -> Iterator[str | UnreadableFolder]:
    """The path of every record in some files and folders, each once, whatever order they are named in."""
    walked: list[str] = []
    for root in sorted(set(roots)):
        real = os.path.realpath(root)
        if any(real == other or real.startswith(other + os.sep) for other in walked):
            continue
        if not os.path.isdir(root):  # noqa: PTH112  (strings all the way: an archive may hold a million)
            yield root
            continue
        walked.append(real)
        for folder in record_folders(Path(root)):
            if isinstance(folder, UnreadableFolder):
                yield folder
            else:
                yield from (os.path.join(folder.path, name) for name in folder.names)  # noqa: PTH118
