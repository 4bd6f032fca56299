"""Keeping a record on disk: saved whole or not at all, never over somebody else's work, never lost under a new name."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from hallbarhet.assessment.atomic import (
    HeldByAnotherProgramError,
    digest_of,
    move_to_new,
    write_file,
    write_new_file,
)
from hallbarhet.assessment.filenames import EXTENSION, LONGEST, has_own_form, record_name
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.records import LoadedRecord, to_bytes
from hallbarhet.errors import ChangedOnDiskError, NotSavedError
from hallbarhet.texts import storage as texts

COPY = "_kopia"
UNSAVED = "_osparad"
"""What a file put beside the record is called: a copy somebody asked for, or work that could not reach its place."""


def name_of(assessment: Assessment) -> str:
    """What the file of an assessment is called."""
    case = assessment.case
    return record_name(case.diary_number, assessment.header.id, case.organisation_number)


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record on disk as it was when it was last read or saved from here. Saving gives the next one."""

    path: Path
    digest: str
    name: str
    """What its content says it should be called; when that changes, so does the file's name."""

    @classmethod
    def of(cls, loaded: LoadedRecord) -> Self:
        """The file a record was read from."""
        return cls(loaded.path, loaded.digest, name_of(loaded.assessment))

    def save(self, assessment: Assessment) -> "StoredRecord":
        """Replace the file, and give it a new name when the diary number is new.

        Raises:
            ChangedOnDiskError: somebody else changed, moved or removed the file; it was left alone.
            NotSavedError: it could not be written. The sentence says where the text is, if it is on disk.
        """
        data = to_bytes(assessment)
        try:
            write_file(self.path, data, check=self._refuse_when_changed)
        except HeldByAnotherProgramError as error:
            kept = _keep_beside(error.temporary, self.path)
            raise NotSavedError(texts.held_by_another_program(str(self.path), str(kept))) from error
        _clear_beside(self.path)
        saved = StoredRecord(self.path, digest_of(data), self.name)
        return saved._renamed(name_of(assessment))

    def save_beside(self, assessment: Assessment) -> "StoredRecord":
        """Save a copy next to the file, which is left as it is."""
        return _saved_as_new(self.path.parent, f"{self.path.stem}{COPY}", assessment)

    def _refuse_when_changed(self, target: Path) -> None:
        try:
            found = digest_of(target.read_bytes())
        except FileNotFoundError as error:
            raise ChangedOnDiskError(texts.gone_from_disk(str(self.path))) from error
        if found != self.digest:
            raise ChangedOnDiskError(texts.changed_on_disk(str(self.path)))

    def _renamed(self, name: str) -> "StoredRecord":
        """The same file under the name its content asks for; under its old one when that cannot be had now."""
        if name == self.name:
            return self
        if not has_own_form(self.path.name) or self.path.is_symlink():
            return StoredRecord(self.path, self.digest, name)  # somebody else named it
        target = self.path.with_name(name)
        try:
            move_to_new(self.path, target)
        except OSError:
            return self  # saved all the same; the next save tries again
        return StoredRecord(target, self.digest, name)


def create(folder: Path, assessment: Assessment) -> StoredRecord:
    """Save an assessment as a new record in a folder, under its own name or, if that is taken, a numbered one.

    Raises:
        NotSavedError: it could not be written.
    """
    return _saved_as_new(folder, name_of(assessment).removesuffix(EXTENSION), assessment)


def _saved_as_new(folder: Path, stem: str, assessment: Assessment) -> StoredRecord:
    data = to_bytes(assessment)
    for path in _free_names(folder, stem):
        try:
            write_new_file(path, data)
        except FileExistsError:
            continue
        return StoredRecord(path, digest_of(data), name_of(assessment))
    raise NotSavedError(texts.already_there(str(folder / stem)))


MOST_COPIES = 1_000
"""So many copies of one record beside each other are no longer copies but a loop."""


def _free_names(folder: Path, stem: str) -> Iterator[Path]:
    """`STEM.toml`, `STEM-2.toml`, `STEM-3.toml` …, none longer than a record's name may be."""
    for number in range(1, MOST_COPIES):
        ending = EXTENSION if number == 1 else f"-{number}{EXTENSION}"
        yield folder / f"{stem[: LONGEST - len(ending)]}{ending}"


_beside: dict[Path, Path] = {}
"""What this process had to put beside because its file was held, by that file: replaced by the next attempt."""


def _keep_beside(temporary: Path, path: Path) -> Path:
    """Give finished work that could not reach its place a name that people see, and say which."""
    try:
        if path in _beside:
            temporary.replace(_beside[path])
        else:
            _beside[path] = _moved(temporary, path)
    except OSError:
        return temporary
    return _beside[path]


def _moved(temporary: Path, path: Path) -> Path:
    for free in _free_names(path.parent, f"{path.stem}{UNSAVED}"):
        try:
            move_to_new(temporary, free)
        except FileExistsError:
            continue
        return free
    raise FileExistsError(path)


def _clear_beside(path: Path) -> None:
    """What was put beside is in its place now."""
    if kept := _beside.pop(path, None):
        with suppress(OSError):  # held in its turn: it stays, and says what it is by its name
            kept.unlink(missing_ok=True)
