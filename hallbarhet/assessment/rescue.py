"""Work that cannot reach its archive is put where it can be written, on this machine, and found again."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hallbarhet.assessment.atomic import write_new_file
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.records import to_bytes
from hallbarhet.assessment.storage import name_of
from hallbarhet.errors import NotSavedError
from hallbarhet.settings import CONFIG_VARIABLE, user_folder

FOLDER = "raddat"
MOST = 1_000
"""So many rescued versions of one record are no longer rescues but a loop."""


def rescue(assessment: Assessment) -> Path | None:
    """Write the assessment outside its archive; where it lies, or None when not even that could be done."""
    data = to_bytes(assessment)
    name = Path(name_of(assessment))
    for folder in _folders():
        for number in range(1, MOST):
            path = folder / (name.name if number == 1 else f"{name.stem}-{number}{name.suffix}")
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_new_file(path, data)
            except FileExistsError:
                continue
            except (OSError, NotSavedError):
                break
            return path
    return None


def rescued() -> list[Path]:
    """What was rescued and still lies there, for telling at the next start."""
    return [path for folder in _folders() if folder.is_dir() for path in sorted(folder.glob("*.toml"))]


def _folders() -> Iterator[Path]:
    if os.environ.get(CONFIG_VARIABLE):
        yield user_folder() / FOLDER
    else:
        from platformdirs import user_data_path  # noqa: PLC0415  (needed only when something has gone wrong)

        yield user_data_path("hallbarhet", appauthor=False) / FOLDER
    # the person's own: the common folder for temporary files can be read by others on a shared machine
    owner = os.getuid() if sys.platform != "win32" else "egna"
    yield Path(tempfile.gettempdir()) / f"hallbarhet-{FOLDER}-{owner}"
