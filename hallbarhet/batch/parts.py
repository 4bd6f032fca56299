"""A file of re-scored records that can be gone on with after an interruption, to the same bytes as without one.

Beside the file to come lie its first part, `.NAME.del`, and a journal of how far that is right, `.NAME.del.json`.
"""

import hashlib
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from itertools import islice
from pathlib import Path
from typing import Final

from hallbarhet.assessment.atomic import GrowingFile
from hallbarhet.assessment.locking import alone_with
from hallbarhet.batch.beside import Beside
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.outputs import OutputForm, encoded
from hallbarhet.batch.rescoring import Path as Entry
from hallbarhet.batch.rescoring import Rescored
from hallbarhet.batch.resuming import (
    Reached,
    chain_on,
    digest_of_part,
    done_before,
    key_of,
    note,
    question_of,
    reached_before,
)
from hallbarhet.batch.whole import Whole, joined
from hallbarhet.errors import NotSavedError
from hallbarhet.texts import rescoring_resuming as texts

EVERY: Final = 1.0
"""Seconds between two notes of how far it has come: what a killed run has to do again."""


class PartFile:
    """An output that knows how far it has come. Raises NotSavedError from any step that could not be done."""

    def __init__(self, path: Path, form: OutputForm, outfitter: Outfitter, beside: Beside | None = None) -> None:
        """`beside` is what writes beside the records, if anything does: it is gone on with too."""
        target = Path(os.path.realpath(path))
        self._part = target.with_name(f".{target.name}.del")
        self._journal = target.with_name(f".{target.name}.del.json")
        self._path, self._form, self._outfitter = path, form, outfitter
        self._beside = beside
        self._question = question_of(outfitter, form.wants, writes_beside=beside is not None)
        self._watched: deque[bytes] = deque()
        self._reached: Reached | None = None
        self._noted: Reached | None = None
        self._noted_at = time.monotonic()
        self._digest = hashlib.sha256()
        self._length, self._chain = 0, ""
        with ExitStack() as stack:
            self._is_ours = stack.enter_context(alone_with(self._part))
            self._exit = stack.pop_all()

    def begin(self, entries: Callable[[], Iterable[Entry]], *, goes_on: bool) -> tuple[str, ...]:
        """Open it, after what was done before if that is asked for and still holds; what is to be said of that.

        `entries` gives all records there are, in order, from the beginning each time.
        """
        told: list[str] = []
        if not self._is_ours:
            told.append(texts.BUSY)
        elif goes_on:
            found = reached_before(self._journal, self._part, self._question, self._outfitter, entries())
            if isinstance(found, Reached):
                self._go_on(found)
                return (texts.goes_on(found.done),)
            told.append(found.sentence)
        elif done := done_before(self._journal):
            told.append(texts.thrown_away(done))
        if self._is_ours:
            self._forget()
        self._file = GrowingFile(self._path, self._part if self._is_ours else None)
        self._write(encoded(self._form.head or ""))
        return tuple(told)

    def rest(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Those that are left to do, each looked at just before it is handed out."""
        for entry in islice(entries, self.done, None):
            self._watched.append(key_of(entry))
            yield entry

    @property
    def done(self) -> int:
        """Records whose rows are in the file."""
        return self._reached.done if self._reached else 0

    @property
    def whole(self) -> Whole | None:
        """What is said of them."""
        return self._reached.whole if self._reached else None

    def take(self, chunk: Rescored) -> None:
        """Add the lines of a chunk."""
        keys = [self._watched.popleft() for _ in range(chunk.count)]
        self._write(encoded(chunk.texts[self._form.wants]))
        self._chain = chain_on(self._chain, keys)
        whole = chunk.part if self.whole is None else joined((self.whole, chunk.part))
        done, tally = self.done + chunk.count, self._beside.tally.copy() if self._beside else None
        self._reached = Reached(done, self._chain, self._length, self._digest.hexdigest(), whole, tally)
        if time.monotonic() - self._noted_at >= EVERY:
            self._note()

    def end(self, whole: Whole) -> None:
        """Put the file in its place."""
        del whole
        self._file.finish()
        self._forget()
        self._exit.close()

    def pause(self) -> int:
        """Leave what has been done, to be gone on with; how many records that is."""
        if not self._is_ours or self._reached is None:
            self.drop()
            return 0
        with suppress(NotSavedError):  # then the note before it holds
            self._note()
        self._file.pause()
        self._exit.close()
        return self._noted.done if self._noted else 0

    def drop(self) -> None:
        """Leave nothing behind."""
        self._file.discard()
        if self._is_ours:
            self._forget()
        self._exit.close()

    def _go_on(self, found: Reached) -> None:
        try:
            self._digest = digest_of_part(self._part, found.length)
        except OSError as error:
            raise NotSavedError(texts.DAMAGED) from error
        self._reached = self._noted = found
        self._length, self._chain = found.length, found.chain
        if self._beside is not None and found.beside is not None:
            self._beside.tally = found.beside
        self._file = GrowingFile(self._path, self._part, found.length)

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._length += len(data)

    def _note(self) -> None:
        if self._reached is None or not self._is_ours:
            return
        self._file.flush()
        note(self._journal, self._reached, self._question, self._outfitter)
        self._noted, self._noted_at = self._reached, time.monotonic()

    def _forget(self) -> None:
        with suppress(OSError):  # one that is left is found not to hold
            self._journal.unlink(missing_ok=True)
