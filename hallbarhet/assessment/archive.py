"""Which files in a folder are records. Imports nothing slow: the start list and batch begin here."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hallbarhet.texts import storage as texts

SETTINGS_FILE = "hallbarhet.toml"
CHECKLIST_FOLDER = "checklistor"
"""What else is TOML in an archive."""

Identity = tuple[int, int] | str
"""Tells one folder from another, whatever path leads there."""


@dataclass(frozen=True, slots=True)
class RecordFolder:
    """A folder of an archive and the names of the records in it, sorted."""

    path: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnreadableFolder:
    """A folder that could not be looked into; told, so that nobody takes its records for missing."""

    path: str
    sentence: str


def is_record_name(name: str) -> bool:
    """Whether a file name can be a record's: `*.toml`, not hidden, not the settings."""
    plain = name.lower()
    return plain.endswith(".toml") and not name.startswith(".") and plain != SETTINGS_FILE


def record_folders(
    root: Path, is_wanted: Callable[[str], bool] = is_record_name, seen: set[Identity] | None = None
) -> Iterator[RecordFolder | UnreadableFolder]:
    """Every folder of an archive with records in it, in stable order, one at a time; a loop of links is walked once.

    `is_wanted` tells by their names other files that are looked for instead, in the same folders. `seen` is kept by who
    walks several roots, so that a folder in more than one of them is walked once.
    """
    waiting = [os.fspath(root)]
    seen = set() if seen is None else seen
    while waiting:
        folder = waiting.pop()
        try:
            identity = _identity(folder)
            if identity in seen:
                continue
            seen.add(identity)
            names, inner = _contents(folder, is_wanted)
        except FileNotFoundError:
            yield UnreadableFolder(folder, texts.folder_not_found(folder))
            continue
        except OSError:
            yield UnreadableFolder(folder, texts.folder_not_readable(folder))
            continue
        if names:
            yield RecordFolder(folder, tuple(sorted(names)))
        waiting += sorted(inner, reverse=True)


def record_files(root: Path) -> Iterator[Path]:
    """The path of every record that can be seen in an archive, in stable order."""
    for folder in record_folders(root):
        if isinstance(folder, RecordFolder):
            yield from (Path(folder.path, name) for name in folder.names)


def _identity(folder: str) -> Identity:
    found = os.stat(folder)  # noqa: PTH116  (strings all the way: an archive may hold a million)
    return (found.st_dev, found.st_ino) if found.st_ino else os.path.realpath(folder)


def _contents(folder: str, is_wanted: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    """The names of the files that are looked for in a folder, and the paths of the folders to look into."""
    names: list[str] = []
    inner: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if _is_folder(entry):
                if not entry.name.startswith(".") and entry.name.lower() != CHECKLIST_FOLDER:
                    inner.append(entry.path)
            elif is_wanted(entry.name):
                names.append(entry.name)
    return names, inner


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself is told when somebody tries to read it
        return False
