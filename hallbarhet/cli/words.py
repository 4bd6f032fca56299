"""What several commands share: which archive, which records, and whether there is a terminal."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hallbarhet.cli.output import is_interactive
from hallbarhet.errors import NotFoundError, NotSavedError, UsageError
from hallbarhet.texts import cli as texts

if TYPE_CHECKING:
    import argparse

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (argparse gives it no other name)


def require_terminal(command: str) -> None:
    """Refuse to draw a full screen where nobody can see it."""
    if not is_interactive():
        raise UsageError(texts.needs_terminal(command))


def archive_folder(given: str | None) -> Path:
    """The archive that was named, or the one in the settings."""
    from hallbarhet.settings import default_archive

    return Path(given) if given else default_archive()


def record_paths(given: Iterable[str]) -> Iterator[Path]:
    """Record files as named, and those of every folder named, in stable order."""
    from hallbarhet.assessment.archive import record_files

    for name in given:
        path = Path(name)
        if not path.exists():
            raise NotFoundError(texts.no_such_path(path))
        if not path.is_dir():
            yield path
            continue
        found = sorted(record_files(path))
        if not found:
            raise NotFoundError(texts.nothing_in(path))
        yield from found


def made_folder(path: Path) -> Path:
    """The folder, made if it is not there."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSavedError(texts.folder_not_made(path)) from error
    return path
