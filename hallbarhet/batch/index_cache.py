"""The file beside an archive that remembers its listing: checked against every record, safe to delete."""

import json
import os
import time
from contextlib import suppress
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any

from hallbarhet import __version__
from hallbarhet.assessment.atomic import write_file
from hallbarhet.batch.listed import ListedRecord
from hallbarhet.errors import NotSavedError

CACHE_NAME = ".hallbarhet-index.json"

COARSEST_TIME = 3_000_000_000
"""Nanoseconds. File systems tell time in steps of up to two seconds: a file changed less than this before it was read
may have been changed once more in the same step."""

Key = list[int]
"""Size, time of change in nanoseconds, inode."""

_COLUMNS = tuple(field.name for field in fields(ListedRecord) if field.name not in {"path", "is_lasting"})
_values = attrgetter(*_COLUMNS)
_KINDS = [list(map(type, _values(ListedRecord("", unanswered=number)))) for number in (0, None)]
"""What a remembered row holds; anything else was not written by us."""


class FolderEntries:
    """What is remembered of one folder, and what is to be."""

    def __init__(self, remembered: dict[str, Any], trusted_before: int) -> None:
        self._remembered = remembered
        self._trusted_before = trusted_before
        self.kept: dict[str, Any] = {}
        self.is_changed = False

    def row(self, name: str, key: Key | None, path: str) -> ListedRecord | None:
        """The remembered row of a file, if it is certain that the file is the same."""
        entry = self._remembered.get(name)
        if key is None or key[1] >= self._trusted_before or not isinstance(entry, list) or entry[:3] != key:
            return None
        values = entry[3:]
        if list(map(type, values)) not in _KINDS:
            return None
        self.kept[name] = entry
        return ListedRecord(path, *values)

    def note(self, name: str, key: Key | None, row: ListedRecord) -> None:
        """Remember a row that was read after its key was taken."""
        if key is not None and row.is_lasting:
            self.kept[name] = [*key, *_values(row)]
            self.is_changed = True


class IndexCache:
    """A listing as it was last time, and as it is now."""

    def __init__(self, root: Path, *, read: bool = True) -> None:
        self._root = root
        self._path = root / CACHE_NAME
        self._started = time.monotonic_ns()
        self._folders: dict[str, FolderEntries] = {}
        self._remembered, self._trusted_before = self._read() if read else ({}, 0)

    def folder(self, path: str) -> FolderEntries:
        """The entries of one folder of the archive."""
        inside = os.path.relpath(path, self._root).replace(os.sep, "/")
        remembered = self._remembered.get(inside)
        entries = FolderEntries(remembered if isinstance(remembered, dict) else {}, self._trusted_before)
        self._folders[inside] = entries
        return entries

    def write(self) -> None:
        """Leave the listing for next time, if it is another than last time."""
        kept = {inside: entries.kept for inside, entries in self._folders.items()}
        if kept == self._remembered and not any(entries.is_changed for entries in self._folders.values()):
            return
        took = time.monotonic_ns() - self._started
        words = {"version": __version__, "tog_ns": took, "mappar": kept}
        data = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        with suppress(NotSavedError):  # where nothing can be written the records are read each time
            write_file(self._path, data)

    def _read(self) -> tuple[dict[str, Any], int]:
        """What is remembered, and the time of change from which a file is not to be believed.

        Both that time and the files' are told by the archive's own file system, whatever this machine's clock says.
        """
        try:
            written = self._path.stat().st_mtime_ns
            words = json.loads(self._path.read_bytes())
            folders, took = words["mappar"], words["tog_ns"]
            if words["version"] == __version__ and isinstance(folders, dict) and isinstance(took, int):
                return folders, written - took - COARSEST_TIME
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return {}, 0
        return {}, 0
