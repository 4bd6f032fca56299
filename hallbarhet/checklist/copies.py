"""Whether the archive's own copies of checklists still say what their names carry the fingerprint of."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hallbarhet.checklist.canonical import ALGORITHM
from hallbarhet.checklist.freezing import digits_of
from hallbarhet.checklist.library import Library, Reference
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.shelf import FROZEN
from hallbarhet.errors import HallbarhetError, NotFoundError

FOLDER = "checklistor"

CopyState = Literal["same", "changed", "unreadable"]


@dataclass(frozen=True, slots=True)
class CheckedCopy:
    """One copy, and whether it still is what was written."""

    path: Path
    state: CopyState
    found: Checklist | None = None
    """What it says now, where it can be read."""
    original: Checklist | None = None
    """What it said, where another copy is at hand."""
    fault: str = ""
    """Why it cannot be read."""


def archive_of(record: Path) -> Path:
    """The archive a record lies in: the nearest folder around it that keeps copies, or its own folder."""
    around = record.resolve().parents
    return next((folder for folder in around if (folder / FOLDER).is_dir()), record.parent)


def copies_of(reference: Reference, archive: Path) -> list[Path]:
    """The copies that a record points to, by the id and the fingerprint in their names."""
    digits = digits_of(reference.fingerprint)
    try:
        files = sorted(path for path in (archive / FOLDER).iterdir() if path.is_file())
    except OSError:
        return []
    named = ((path, FROZEN.fullmatch(path.name)) for path in files)
    return [path for path, name in named if name and (name["id"], name["digits"]) == (reference.id, digits)]


def checked_copies(reference: Reference, archive: Path, library: Library) -> Iterator[CheckedCopy]:
    """Each copy that a record points to, read and compared with its name."""
    for path in copies_of(reference, archive):
        yield _checked(path, library)


def _checked(path: Path, library: Library) -> CheckedCopy:
    name = FROZEN.fullmatch(path.name)
    digits = name["digits"] if name else ""
    try:
        found = library.load(path)
    except HallbarhetError as error:
        return CheckedCopy(path, "unreadable", fault=str(error))
    if digits_of(found.fingerprint) == digits:
        return CheckedCopy(path, "same", found)
    try:
        original = library.find(f"{ALGORITHM}:{digits}")
    except NotFoundError:
        original = None
    return CheckedCopy(path, "changed", found, original)
