"""What is kept when the program itself is wrong."""

import tempfile
import traceback
from datetime import datetime
from pathlib import Path

MOST = 20
"""Descriptions kept; the oldest go first."""


def keep_traceback() -> Path | None:
    """Write the current traceback to a file for whoever mends the program; None when not even that can be done.

    A traceback names code and errors, and may quote a file's name, but holds nothing that was typed.
    """
    from hallbarhet.assessment import logbook

    name = f"fel-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
    for folder in (logbook.folder(), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(traceback.format_exc(), encoding="utf-8")
            for old in sorted(folder.glob("fel-*.txt"))[:-MOST]:
                old.unlink(missing_ok=True)
        except OSError:
            continue
        return path
    return None
