"""Writing a file so that it is always either the old one or the new one, whole.

A temporary file in the same folder, written, flushed to disk, put in place in one step, and the folder flushed.
Shared by records, reports and the index; knows nothing of what it writes.
"""

import errno
import hashlib
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from hallbarhet.assessment.locking import alone_with, sweep_locks
from hallbarhet.assessment.processes import host_name, is_running
from hallbarhet.errors import NotSavedError
from hallbarhet.texts import storage as texts

RETRIES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts when another program holds the file: a virus scanner or OneDrive lets go within a second."""

LONGEST_STEM = 100
"""Bytes of the file's own name in the temporary name, so that a long name still has room for host and process."""

_TEMPORARY = re.compile(r"\..+\.(?P<host>[0-9A-Za-z-]+)\.(?P<process>\d+)\.tmp", re.DOTALL)
_writing = Lock()
"""One write at a time in this process: two threads would share the name of the temporary file."""


class HeldByAnotherProgramError(NotSavedError):
    """The finished file could not be put in place; it is still there under its temporary name."""

    def __init__(self, path: Path, temporary: Path) -> None:
        super().__init__(texts.held_by_another_program(str(path), str(temporary)))
        self.temporary = temporary


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file's bytes: whether it is the file we think it is."""
    return hashlib.sha256(data).hexdigest()


def write_file(path: Path, data: bytes, *, check: Callable[[Path], None] | None = None) -> None:
    """Replace a file or make it. `check` is called with the path just before, and stops the write by raising.

    Raises:
        NotSavedError: it could not be written; the old file is untouched.
        HeldByAnotherProgramError: written in full, but only under the temporary name.
    """
    with _written(path, data) as (target, temporary):
        if check is None:
            _patiently(lambda: temporary.replace(target), target, temporary)
            return
        with alone_with(target):  # nobody else's save may come between the look and the replacing
            check(target)
            _patiently(lambda: temporary.replace(target), target, temporary)


def write_new_file(path: Path, data: bytes) -> None:
    """Make a file that is not there yet.

    Raises:
        FileExistsError: there is one by that name, and it is untouched.
        NotSavedError: it could not be written.
    """
    with _written(path, data) as (target, temporary):
        _patiently(lambda: move_to_new(temporary, target), target, temporary)


@contextmanager
def _written(path: Path, data: bytes) -> Iterator[tuple[Path, Path]]:
    """The real target and a temporary file with the data beside it, which is gone afterwards unless it is needed."""
    target = Path(os.path.realpath(path))  # a link goes on pointing at the file it points at
    temporary = target.with_name(temporary_name(target.name))
    with _writing:
        try:
            _write_through(temporary, data, like=target)
            yield target, temporary
            _flush_folder(target.parent)
        except HeldByAnotherProgramError:
            raise
        except FileExistsError:
            _discard(temporary)
            raise
        except OSError as error:
            _discard(temporary)
            raise NotSavedError(reason_not_saved(error, target)) from error
        except BaseException:
            _discard(temporary)
            raise


def _write_through(temporary: Path, data: bytes, like: Path) -> None:
    """The data on disk under the temporary name, with the rights of the file it is to replace."""
    with _opened(temporary, like) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    _take_rights(temporary, like)


def _opened(temporary: Path, like: Path) -> BinaryIO:
    if like.exists() and not os.access(like, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(like))  # somebody protected it
    temporary.unlink(missing_ok=True)  # ours, from an attempt that did not succeed
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return open(os.open(temporary, flags, 0o666), "wb")  # noqa: PTH123  (opened exclusively; the caller closes)


def _continued(part: Path, keep: int) -> BinaryIO:
    """A file that was begun, open after what is kept of it."""
    file = part.open("r+b")
    file.truncate(keep)
    file.seek(keep)
    return file


def _take_rights(temporary: Path, like: Path) -> None:
    if sys.platform != "win32":
        with suppress(OSError):  # a new file, or a file system without rights: the folder's own rule stands
            temporary.chmod(stat.S_IMODE(like.stat().st_mode))


class GrowingFile:
    """A file written piece by piece under a temporary name; whole in its place at `finish`, or gone at `discard`.

    Raises:
        NotSavedError: from any step that could not be done; what stood in the place before is untouched.
    """

    def __init__(self, path: Path, part: Path | None = None, keep: int = 0) -> None:
        """`part` is a name to go on under another day, and `keep` how many bytes of it to go on from."""
        self._target = Path(os.path.realpath(path))
        self._temporary = part or self._target.with_name(temporary_name(self._target.name))
        try:
            self._file = _continued(self._temporary, keep) if keep else _opened(self._temporary, self._target)
        except OSError as error:
            raise NotSavedError(reason_not_saved(error, self._target)) from error

    def write(self, data: bytes) -> None:
        """Add a piece."""
        try:
            self._file.write(data)
        except OSError as error:
            self.discard()
            raise NotSavedError(reason_not_saved(error, self._target)) from error

    def finish(self) -> None:
        """Put the file in its place."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            _take_rights(self._temporary, self._target)
            _patiently(lambda: self._temporary.replace(self._target), self._target, self._temporary)
            _flush_folder(self._target.parent)
        except OSError as error:
            self.discard()
            raise NotSavedError(reason_not_saved(error, self._target)) from error

    def flush(self) -> None:
        """Give what has been written to the system, so that it is there even if this process is killed."""
        try:
            self._file.flush()
        except OSError as error:
            raise NotSavedError(reason_not_saved(error, self._target)) from error

    def pause(self) -> None:
        """Leave what has been written under the other name."""
        with suppress(OSError):  # what is not there is not gone on from
            self._file.close()

    def discard(self) -> None:
        """Leave nothing behind."""
        with suppress(OSError):  # what could not be written cannot be flushed either
            self._file.close()
        _discard(self._temporary)


def move_to_new(source: Path, target: Path) -> None:
    """Give a file a name that no file has; FileExistsError where one has. Never replaces."""
    if sys.platform == "win32":
        source.rename(target)  # refuses by itself
    else:
        try:
            os.link(source, target)
        except FileExistsError:
            raise
        except OSError:  # no hard links here
            if os.path.lexists(target):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
            source.rename(target)
        else:
            source.unlink()


def _patiently(place: Callable[[], object], target: Path, temporary: Path) -> None:
    for wait in (*RETRIES, None):
        try:
            place()
        except PermissionError as error:
            if wait is None:
                raise HeldByAnotherProgramError(target, temporary) from error
            time.sleep(wait)
        else:
            return


def _discard(temporary: Path) -> None:
    with suppress(OSError):  # the sweep takes it later
        temporary.unlink(missing_ok=True)


_NO_SUCH_FLUSH = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EACCES, errno.EPERM, errno.EBADF, errno.EISDIR}


def _flush_folder(folder: Path) -> None:
    """The new name on disk, where folders can be flushed (Windows and some network shares cannot)."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_FLUSH:
            raise
    finally:
        os.close(descriptor)


def reason_not_saved(error: OSError, path: Path) -> str:
    """One sentence about what could not be written and why."""
    where = str(path)
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return texts.disk_full(where)
    if error.errno == errno.EROFS:
        return texts.read_only(where)
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ESTALE}:
        return texts.folder_gone(where)
    if error.errno == errno.ENAMETOOLONG:
        return texts.name_too_long(where)
    if error.errno == errno.EISDIR:
        return texts.is_a_folder(where)
    if isinstance(error, PermissionError):
        return texts.not_writable(where)
    return texts.not_written(where, error.errno)


def temporary_name(name: str) -> str:
    """`.NAME.HOST.PID.tmp`: hidden, and telling whose it is."""
    stem = name
    if len(name.encode("utf-8", "replace")) > LONGEST_STEM:
        stem = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()
    return f".{stem}.{host_name()}.{os.getpid()}.tmp"


def sweep(folder: Path) -> int:
    """Remove temporary files left by processes of this machine that are no more; how many there were."""
    removed = 0
    sweep_locks(folder)
    with suppress(OSError), os.scandir(folder) as entries:  # a folder that cannot be read has nothing to sweep
        for entry in entries:
            match = _TEMPORARY.fullmatch(entry.name)
            if match and match["host"] == host_name() and not is_running(int(match["process"])):
                with suppress(OSError):  # somebody else swept it
                    Path(entry.path).unlink()
                    removed += 1
    return removed
