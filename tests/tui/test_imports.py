"""What the first frame leaves unloaded."""

import subprocess
import sys

FIRST_FRAME = """
import asyncio, sys
from pathlib import Path
from hallbarhet.tui.app import HallbarhetApp

HEAVY = ("pydantic", "numpy", "jinja2", "tree_sitter_toml", "rfc8785")

class First(HallbarhetApp):
    def _begin(self):
        self.loaded = [name for name in HEAVY if name in sys.modules]
        self.exit(0)

app = First(Path(sys.argv[1]))
app.run(headless=True)
print(app.loaded)
"""

LISTING = """
import sys
from pathlib import Path
from hallbarhet.tui.listing import case_rows
list(case_rows(Path({!r})))
print([name for name in ("pydantic", "numpy", "jinja2") if name in sys.modules])
"""


def test_nothing_heavy_is_loaded_before_the_first_frame(tmp_path):
    script = tmp_path / "start.py"
    script.write_text(FIRST_FRAME, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path)], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr[-2000:]


def test_the_archive_is_listed_without_models(tmp_path):
    code = LISTING.format(str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False)
    assert done.stdout.strip() == "[]", done.stderr[-2000:]
