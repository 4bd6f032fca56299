import subprocess
import sys
from pathlib import Path

import hallbarhet.scoring

ROOM = Path(hallbarhet.scoring.__file__).parent


def loaded_after(statement):
    code = f"{statement}\nimport sys\nprint(*sorted(sys.modules))"
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()


def test_importing_scoring_loads_no_numpy():
    assert "numpy" not in loaded_after("import hallbarhet.scoring")


def test_reading_what_scoring_says_loads_no_numpy():
    assert "numpy" not in loaded_after("import hallbarhet.scoring.outcome")


def test_scoring_loads_no_screen_and_no_template():
    found = loaded_after("import hallbarhet.scoring.evaluate")
    assert not {"textual", "rich", "jinja2"} & set(found)


def test_scoring_knows_no_dimension_by_name():
    for module in ROOM.rglob("*.py"):
        assert "social" not in module.read_text(encoding="utf-8").lower(), module


def test_only_compiling_sees_the_checklist_s_models():
    for module in ROOM.rglob("*.py"):
        if module.parent.name != "compiling":
            assert "hallbarhet.checklist" not in module.read_text(encoding="utf-8"), module
