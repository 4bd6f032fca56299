"""Copies of checklists that are written once and never changed: what a record was made with stays readable."""

import os
import re
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.reading import dump_checklist, load_checklist
from hallbarhet.errors import HallbarhetError, NotSavedError
from hallbarhet.texts import library as texts

DIGITS = 12
"""So many digits of the fingerprint stand in the name: enough that two checklists never share one."""

MOST_COPIES = 20
"""A name is taken this many times at most, when somebody has changed the copies that were there."""

MOST_REMEMBERED = 16
"""More checklists than that are not worked with at once."""

Stamp = tuple[Path, int, int, int]

_read: OrderedDict[Stamp, Checklist] = OrderedDict()
"""Copies by file: opening one case after the other pays for their checklist once."""


def digits_of(fingerprint: str) -> str:
    """The digits of a fingerprint that stand in a file's name."""
    return re.sub(r"[^0-9a-f]", "", fingerprint.rpartition(":")[2])[:DIGITS]


def freeze(checklist: Checklist, folder: Path) -> Path:
    """The copy of a checklist in a folder, written if it is not there.

    A copy that somebody has changed is left as it is and another is written beside it, so that a record can always be
    saved. Raises NotSavedError when nothing can be written.
    """
    text = texts.frozen_copy(checklist.header.id, checklist.header.version) + dump_checklist(checklist)
    for path in _names(checklist, folder):
        if path.exists():
            if _says_the_same(path, checklist):
                return path
            continue
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write_new(path, text.encode())
        except FileExistsError:
            # somebody else wrote it in the meantime
            if _says_the_same(path, checklist):
                return path
            continue
        except OSError as error:
            raise NotSavedError(texts.not_frozen(path)) from error
        _remember(_stamp(path), checklist)
        return path
    raise NotSavedError(texts.not_frozen(folder))


def read_copy(path: Path) -> Checklist:
    """The checklist of a copy. It stands alone, so it is read once per process for as long as the file is the same.

    Raises NotFoundError or FaultyFileError.
    """
    stamp = _stamp(path)
    known = _read.get(stamp) if stamp is not None else None
    checklist = known or load_checklist(path)
    _remember(stamp, checklist)
    return checklist


def _stamp(path: Path) -> Stamp | None:
    """Which file it is, as long as nobody changes it."""
    try:
        status = path.stat()
    except OSError:
        return None
    return path.resolve(), status.st_ino, status.st_mtime_ns, status.st_size


def _remember(stamp: Stamp | None, checklist: Checklist) -> None:
    if stamp is None:
        return
    _read[stamp] = checklist
    _read.move_to_end(stamp)
    while len(_read) > MOST_REMEMBERED:
        _read.popitem(last=False)


def _names(checklist: Checklist, folder: Path) -> Iterator[Path]:
    head = checklist.header
    stem = f"{head.id}@{head.version}_{digits_of(checklist.fingerprint)}"
    yield folder / f"{stem}.toml"
    yield from (folder / f"{stem}-{number}.toml" for number in range(2, MOST_COPIES))


def _says_the_same(path: Path, checklist: Checklist) -> bool:
    try:
        return read_copy(path).fingerprint == checklist.fingerprint
    except HallbarhetError:
        return False


def _write_new(path: Path, data: bytes) -> None:
    """A new file, whole or not at all; FileExistsError when there is one."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _move_to_new(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    with suppress(OSError):
        # a folder cannot be flushed on every system
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _move_to_new(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        # a file system without links: the copy is the same whoever wrote it, so replacing it does no harm
        temporary.replace(path)
