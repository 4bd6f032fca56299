"""The list of keys in the handbook is the schema's own."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_list_of_keys_is_as_the_schema_has_them():
    made = runpy.run_path(str(DOCS / "skriv_nycklar.py"))
    assert made["PAGE"] == DOCS / "nycklar.md"
    assert made["page"]() == (DOCS / "nycklar.md").read_text(encoding="utf-8"), "run docs/skriv_nycklar.py"
