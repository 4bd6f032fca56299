"""Which records there are in some files and folders, one at a time and in stable order."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from hallbarhet.assessment.archive import Identity, UnreadableFolder, record_folders

Place = tuple[str, str]
"""A folder by its real path, and a name in it: the same whatever path leads there."""


def record_paths(roots: Iterable[str]) -> Iterator[str | UnreadableFolder]:
    """The path of every record in some files and folders, each once, in whatever order and however they are named.

    Those of the folders come first. A file that is named is given also when no one would look for a record in it.
    """
    given = sorted(set(roots))
    folders = [root for root in given if os.path.isdir(root)]  # noqa: PTH112  (strings: an archive may hold a million)
    left = _places(sorted({*given}.difference(folders)))
    seen: set[Identity] = set()
    for root in folders:
        for folder in record_folders(Path(root), seen=seen):
            if isinstance(folder, UnreadableFolder):
                yield folder
                continue
            if left:
                real = os.path.realpath(folder.path)
                for name in folder.names:
                    left.pop((real, name), None)
            yield from (os.path.join(folder.path, name) for name in folder.names)  # noqa: PTH118
    yield from left.values()


def _places(files: Iterable[str]) -> dict[Place, str]:
    """Files by where they are; of several paths to one, the first. A link is a file of its own."""
    real = cache(os.path.realpath)
    found: dict[Place, str] = {}
    for file in files:
        folder, name = os.path.split(file)
        found.setdefault((real(folder), name), file)
    return found
