"""What is kept when the program itself is wrong."""

import tempfile
import traceback
from datetime import datetime
from pathlib import Path


def keep_traceback() -> Path | None:
    """Write the current traceback to a file for whoever mends the program; None when not even that can be done.

    A traceback names code and errors, and may quote a file's name, but holds nothing that was typed.
    """
    from platformdirs import user_log_path

    name = f"fel-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
    for folder in (user_log_path("hallbarhet", appauthor=False), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(traceback.format_exc(), encoding="utf-8")
        except OSError:
            continue
        return path
    return None
