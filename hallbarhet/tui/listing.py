"""The cases of an archive as lines for the list; light enough to stand behind the first frame."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hallbarhet.texts import tui_start as texts


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in the list."""

    path: Path
    cells: tuple[str, ...]
    haystack: str
    """Everything the filter looks in, folded."""
    saved_at: str
    """When it was saved, in a form that sorts."""
    fault: str = ""
    """Why the record cannot be read, in a sentence."""


def case_rows(archive: Path) -> Iterator[list[CaseRow]]:
    """The cases, a handful at a time."""
    yield []
    _ = (archive, texts)
