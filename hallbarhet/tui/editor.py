"""A text in the person's own editor, in a file that nobody else can read and that is gone afterwards."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

SUFFIX = ".txt"


def chosen_editor() -> list[str]:
    """The program and its options, from VISUAL or EDITOR; empty when neither is set."""
    words = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        return shlex.split(words, posix=os.name == "posix")
    except ValueError:
        return []


def edited(command: list[str], text: str) -> str | None:
    """The text as it was left in the editor; None when the editor could not be run or gave up."""
    with tempfile.TemporaryDirectory(prefix="hallbarhet-") as folder:
        path = Path(folder) / f"motivering{SUFFIX}"
        path.write_text(text, encoding="utf-8", newline="\n")
        try:
            # The program is the person's own choice, in their own environment; no shell is in between.
            finished = subprocess.run([*command, str(path)], check=False)  # noqa: S603
        except OSError:
            return None
        if finished.returncode != 0:
            return None
        try:
            return path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
