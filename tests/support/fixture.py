"""The worked examples of the method in full precision."""

import json
from pathlib import Path

FIXTURE = json.loads((Path(__file__).parents[1] / "data" / "scoring.json").read_text(encoding="utf-8"))

CLOSE = {"rel": 0, "abs": 1e-9}
