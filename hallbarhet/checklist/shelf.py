"""Which checklists lie in some folders: id and version of each file, read without the rest of it."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallbarhet.checklist.toml import MAX_BYTES

FROZEN = re.compile(
    r"(?P<id>[A-Za-z0-9][A-Za-z0-9_-]{0,63})@(?P<version>[0-9.]+)_(?P<digits>[0-9a-f]{12})(?:-[0-9]+)?\.toml"
)
"""How the archive's own copies are called. They are for the records that used them, never a first choice."""

_HEADER = re.compile(
    r"^[ \t]*\[[ \t]*checklista[ \t]*\][^\n]*\n(?P<body>.*?)(?=^[ \t]*\[|\Z)", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Row:
    """One checklist file and what its head says."""

    path: Path
    id: str
    version: str
    title: str = ""
    region: str = ""
    support_forms: tuple[str, ...] = ()
    builds_on: str = ""

    @property
    def called(self) -> str:
        """What to call it: its title, with the region where the title does not say it."""
        is_said = not self.region or self.region.removeprefix("Region ") in self.title
        return (self.title or self.id) if is_said else f"{self.title or self.id} ({self.region})"

    @property
    def number(self) -> tuple[int, ...]:
        """The version as numbers, so that 1.10 comes after 1.9."""
        return numbers(self.version)

    @property
    def is_frozen(self) -> bool:
        """Whether it is a copy that an archive keeps for its records."""
        return FROZEN.fullmatch(self.path.name) is not None


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers; anything that is not one counts as 0."""
    return tuple(int(part) if part.isascii() and part.isdigit() else 0 for part in version.split("."))


def matches(version: str, wanted: str) -> bool:
    """Whether a version is meant by a beginning of one: `1.0` means 1.0.0 and 1.0.7 but not 1.01.0."""
    return not wanted or numbers(version)[: len(wanted.split("."))] == numbers(wanted)


def newest(rows: Iterable[Row]) -> Row | None:
    """The highest version; of equals the one that is no frozen copy, then the first."""
    best: Row | None = None
    for row in rows:
        if best is None or (row.number, not row.is_frozen) > (best.number, not best.is_frozen):
            best = row
    return best


def rows(folders: Iterable[Path]) -> Iterator[Row]:
    """Every checklist in some folders, in order of folder and name. What cannot be read is left out."""
    for folder in folders:
        try:
            files = sorted(path for path in folder.iterdir() if path.suffix == ".toml" and path.is_file())
        except OSError:
            continue
        for path in files:
            if row := head(path):
                yield row


def head(path: Path) -> Row | None:
    """What the head of one file says, or None when it has none."""
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    table = _head_table(text.replace("\r\n", "\n"))
    name, version = table.get("id"), table.get("version")
    if not isinstance(name, str) or not isinstance(version, str):
        return None
    forms = table.get("stodformer", [])
    return Row(
        path=path,
        id=name,
        version=version,
        title=_text(table.get("titel")),
        region=_text(table.get("region")),
        support_forms=tuple(form for form in forms if isinstance(form, str)) if isinstance(forms, list) else (),
        builds_on=_text(table.get("bygger_pa")),
    )


def _head_table(text: str) -> dict[str, Any]:
    """The table `[checklista]`: cut out where that works, since the rest may be a hundred times as long."""
    found = _HEADER.search(text)
    table = _parsed(found["body"]) if found else None
    if table is None:
        whole = _parsed(text) or {}
        table = whole.get("checklista")
    return table if isinstance(table, dict) else {}


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
