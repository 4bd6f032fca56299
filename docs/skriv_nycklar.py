"""Writes nycklar.md, the list of every key of a checklist, from the same schema that editors read."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hallbarhet.checklist.overlay import MARKS, OWN_KEYS
from hallbarhet.checklist.schema import checklist_schema
from hallbarhet.texts import schema_overlay as texts

PAGE = Path(__file__).with_name("nycklar.md")

TOP = """# Nycklarna i en checklista

Den här sidan är skriven av programmet ur samma schema som editorer läser (`hallbarhet checklista schema`). Rubriken är
tabellens namn i filen. En nyckel i **fetstil** måste stå när checklistan inte bygger på någon annan.
"""

OVERLAY = """## Bara i ett tillägg

En fil som har `bygger_pa` är ett tillägg och behöver bara säga vad som skiljer. Den kan då också ha:

| Nyckel | Betyder |
|---|---|
"""

CONDITIONS = (
    ("Condition", "Villkor"), ("ItemAtom", "{ punkt = … }"), ("AggregateAtom", "{ dimension = … } med flera"),
    ("CaseAtom", "{ arende = … }"), ("GapAtom", "{ spann = … }"), ("All", "{ alla = […] }"),
    ("AnyOf", "{ minst_en = […] }"), ("Not", "{ inte = … }"), ("Count", "{ antal = … }"), ("Counted", "antal"),
)  # fmt: skip

_MERGED = ("borttaget", "ursprung")
"""Written by the program, never by an owner."""


def page() -> str:
    """The whole page."""
    schema = checklist_schema()
    parts = [TOP, *_table(schema, schema, "Filen", schema["$defs"]["ChecklistWhole"])]
    for key, node in schema["properties"].items():
        if key not in {*_MERGED, "ta_bort", "format"}:
            parts += _tables(schema, key, node)
    parts.append(OVERLAY + "\n".join(_overlay_rows()))
    parts.append("\n## Villkor\n")
    for name, heading in CONDITIONS:
        table = schema["$defs"][name]
        parts += [f"{table['description']}\n"] if name == "Condition" else _table(schema, table, heading, table)
    return "\n".join(parts).rstrip("\n") + "\n"


def _tables(schema: dict[str, Any], path: str, node: dict[str, Any]) -> Iterator[str]:
    """A table of the file with the tables inside it, each under its own heading."""
    holder = node.get("items", node)
    name = holder["$ref"].rpartition("/")[2]
    table, whole = schema["$defs"][name], schema["$defs"].get(f"{name}Whole", schema["$defs"][name])
    yield from _table(schema, table, f"[[{path}]]" if "items" in node else f"[{path}]", whole)
    for key, inner in table["properties"].items():
        reference = inner.get("items", inner).get("$ref", "")
        if reference and not reference.endswith("/Condition"):
            yield from _tables(schema, f"{path}.{key}", inner)


def _table(schema: dict[str, Any], table: dict[str, Any], heading: str, whole: dict[str, Any]) -> Iterator[str]:
    yield f"## `{heading}`\n" if heading.startswith(("[", "{", "antal")) else f"## {heading}\n"
    yield f"{table['description']}\n"
    yield "| Nyckel | Betyder | Annars |\n|---|---|---|"
    for key, node in table["properties"].items():
        if key not in {*MARKS, *OWN_KEYS, "ta_bort", *(_MERGED if table is schema else ())}:
            yield _row(key, node, is_mandatory=key in whole.get("required", ()))
    yield ""


def _row(key: str, node: dict[str, Any], *, is_mandatory: bool) -> str:
    name = f"**`{key}`**" if is_mandatory else f"`{key}`"
    default = "" if is_mandatory or "default" not in node else f"`{_written(node['default'])}`"
    return f"| {name} | {_cell(node['description'])} | {default} |"


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def _overlay_rows() -> Iterator[str]:
    told = {
        OWN_KEYS[0]: texts.BUILDS_ON,
        OWN_KEYS[1]: texts.BUILT_AGAINST,
        MARKS[0]: texts.PLACED_AFTER,
        MARKS[1]: texts.RESET,
        "ta_bort": texts.DROP,
    }
    return (f"| `{key}` | {_cell(sentence)} |" for key, sentence in told.items())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
