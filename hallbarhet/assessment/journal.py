"""Undo that outlives the program: the changes of a draft in a hidden file beside its record.

The file names the bytes of the record it belongs to. When the record says anything else, because somebody changed it
in another way, the file is thrown away unread; so is one that is broken, foreign or too large. It is never needed.
"""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from hallbarhet.assessment.atomic import digest_of, write_file
from hallbarhet.assessment.history import Change, Edge, History
from hallbarhet.assessment.records import LoadedRecord
from hallbarhet.assessment.remembered import Find, Remembered, remembered
from hallbarhet.errors import NotSavedError

ENDING = ".angra"
LARGEST = 1_000_000
"""Bytes; a file that has grown past this is written anew with half as much at most."""

_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""What is written is never written through somebody's link to another place, nor given other line ends."""

_BROKEN = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


def journal_path(record: Path) -> Path:
    """Where the changes of a record are kept: `.NAME.angra` beside it."""
    return record.with_name(f".{record.name}{ENDING}")


class Journal:
    """The file beside one record. Nothing is told when it cannot be written: undo then ends with the program."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self._path: Path | None = None
        self._written: list[Edge] = []

    def open(self, loaded: LoadedRecord) -> tuple[list[Remembered], int]:
        """The changes of a record that was just read, and how many of them stand; none where the file does not fit."""
        path = journal_path(loaded.path)
        found = _read(path, loaded.digest, self._find) if loaded.assessment.header.status == "utkast" else None
        if found is None:
            _remove(path)
            return [], 0
        self._path = path
        self._written = [*found[0]]
        return found

    def keep(self, history: History, record: Path, digest: str) -> None:
        """Note where the case stands now that its record has these bytes."""
        path = journal_path(record)
        if self._path is not None and path != self._path:
            _remove(self._path)
        if not history.edges:
            if self._path is not None:
                _remove(path)
            self._path, self._written = None, []
            return
        try:
            if path == self._path and _size(path) <= LARGEST:
                self._append(path, history, digest)
            else:
                self._write_anew(path, history, digest)
        except (OSError, NotSavedError):
            _remove(path)  # half of it is worth nothing, and must not be taken for the whole
            self._path, self._written = None, []
            return
        self._path, self._written = path, [*history.edges]

    def _append(self, path: Path, history: History, digest: str) -> None:
        """One line: what was let go of, what stays, what is new."""
        edges = history.edges
        gone = next((place for place, edge in enumerate(self._written) if edge is edges[0]), len(self._written))
        rest = self._written[gone:]
        stays = next((n for n, (old, new) in enumerate(zip(rest, edges, strict=False)) if old is not new), None)
        stays = min(len(rest), len(edges)) if stays is None else stays
        line = self._line(digest, gone, stays, edges[stays:], history.position)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | _AS_IT_IS), "ab") as file:
            file.write(line)

    def _write_anew(self, path: Path, history: History, digest: str) -> None:
        sizes = [len(json.dumps(self._data(edge))) for edge in history.edges]
        while sum(sizes) > LARGEST // 2 and history.position:
            history.let_go(1)
            del sizes[0]
        line = self._line(digest, 0, 0, history.edges, history.position)
        path.unlink(missing_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # replacing it keeps its rights
        write_file(path, line)

    def _line(self, digest: str, gone: int, stays: int, new: Sequence[Edge], position: int) -> bytes:
        added = [self._data(edge) for edge in new]
        data = {"post": digest, "slapp": gone, "behall": stays, "plats": position, "nya": added}
        return json.dumps(data).encode() + b"\n"

    def _data(self, edge: Edge) -> dict[str, Any]:
        if isinstance(edge, Remembered):
            return edge.to_json()
        if not isinstance(edge, Change):
            raise TypeError(edge)
        before, after = edge.before.assessment, edge.after.assessment
        return remembered(before, after, edge.step, self._find).to_json()


def discard(record: Path) -> None:
    """Nothing of a record can be taken back any more."""
    _remove(journal_path(record))


def sweep(folder: Path) -> None:
    """Remove files whose record is gone, or says something else than they were written for."""
    with suppress(OSError):  # a folder that cannot be read has nothing to sweep
        for path in folder.glob(f".*{ENDING}"):
            record = path.with_name(path.name[1 : -len(ENDING)])
            if not _belongs(path, record):
                _remove(path)


def _belongs(path: Path, record: Path) -> bool:
    try:
        last = path.read_bytes().splitlines()[-1] if _size(path) <= 2 * LARGEST else b""
        return bool(json.loads(last)["post"] == digest_of(record.read_bytes()))
    except (OSError, IndexError, *_BROKEN):
        return False


def _read(path: Path, digest: str, find: Find) -> tuple[list[Remembered], int] | None:
    """The changes as the last line leaves them; None when the file is not about these bytes."""
    try:
        if path.is_symlink() or _size(path) > 2 * LARGEST:
            return None
        lines = path.read_bytes().splitlines()
    except OSError:
        return None
    edges: list[Remembered] = []
    position, post = 0, ""
    try:
        for line in lines:
            data = json.loads(line)
            edges = _after(edges, data, find)
            position, post = data["plats"], data["post"]
    except _BROKEN:
        return None
    fits = post == digest and type(position) is int and 0 <= position <= len(edges)
    return (edges, position) if fits and edges else None


def _after(edges: list[Remembered], data: Mapping[str, Any], find: Find) -> list[Remembered]:
    gone, stays = data["slapp"], data["behall"]
    if type(gone) is not int or type(stays) is not int or not (gone >= 0 and 0 <= stays <= len(edges) - gone):
        raise ValueError(gone)
    return [*edges[gone : gone + stays], *(Remembered.from_json(entry, find) for entry in data["nya"])]


def _size(path: Path) -> int:
    return path.stat().st_size


def _remove(path: Path) -> None:
    with suppress(OSError):  # read-only, or held by another program: it does not fit the record, and is not read
        path.unlink(missing_ok=True)
