"""What the program did, on this machine only: which command, how it ended, what could not be done. Never any content.

Every line is a time, a process and one of the words below with a number or a code: no case, no file, no name.
"""

import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal

from hallbarhet.settings import CONFIG_VARIABLE, user_folder

Word = Literal[
    "start", "slut", "ej_sparat", "andrad_av_annan", "kopia_bredvid", "raddat", "stadat", "avbrutet", "programfel",
    "terminal_borta",
]  # fmt: skip
"""Everything that can be noted."""

FILE_NAME = "hallbarhet.log"
LARGEST = 200_000
"""Bytes; then the file becomes the older one, and what was older is gone: some months of work, never more."""

_HARMLESS = re.compile(r"[a-z0-9_]{1,40}")


def folder() -> Path:
    """Where the log lies."""
    if os.environ.get(CONFIG_VARIABLE):
        return user_folder() / "logg"
    from platformdirs import user_log_path  # noqa: PLC0415  (most of the time a command takes is its imports)

    return user_log_path("hallbarhet", appauthor=False)


def log_file() -> Path:
    """The log itself."""
    return folder() / FILE_NAME


def note(word: Word, detail: str | int = "") -> None:
    """Note one thing. `detail` is a command, an exit code or an error's number; anything longer or freer is left out.

    A log that cannot be written stops nothing.
    """
    told = str(detail) if _HARMLESS.fullmatch(str(detail)) else ""
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    line = " ".join(part for part in (moment, str(os.getpid()), word, told) if part)
    with suppress(OSError):
        path = log_file()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_name(f"{FILE_NAME}.1"))
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{line}\n")
