"""The lists of a checklist file whose entries have names, and how an entry is known from one file to another."""

from collections.abc import Iterator, Mapping
from typing import Any

from hallbarhet.checklist.problems import Path

LISTS = (
    "dimension", "tema", "skala", "tagg", "fasett", "strategimal", "malgrupp", "mal",
    "avsnitt", "hallplats", "malkonflikt", "samspel", "niva", "koppling", "provfall",
)  # fmt: skip
"""In the order they stand in a file."""

TABLES = ("checklista", "regler")

_NATURAL: dict[str, tuple[str, ...]] = {"niva": ("niva",), "samspel": ("fran", "till"), "provfall": ("namn",)}

Name = tuple[str, ...]
"""Which entry: its kind and what it is known by, `("punkt", "q1")` or `("samspel", "8", "15")`."""


def name_of(kind: str, entry: Any) -> Name | None:
    """What an entry is known by, or None when it lacks that."""
    if not isinstance(entry, Mapping):
        return None
    keys = keys_of(kind)
    if kind == "koppling" and entry.get("slag") == "borttagen":
        keys = ("fran_version", "fran")
    values = [entry.get(key) for key in keys]
    if any(value in (None, "", []) or isinstance(value, bool | dict) for value in values):
        return None
    return (kind, *(",".join(map(str, value)) if isinstance(value, list) else str(value) for value in values))


def keys_of(kind: str) -> tuple[str, ...]:
    """The keys that an entry of a kind is known by."""
    return ("fran_version", "till") if kind == "koppling" else _NATURAL.get(kind, ("id",))


def named_entries(data: Mapping[str, Any]) -> Iterator[tuple[Name, Path, dict[str, Any]]]:
    """Every entry that has a name, with its path; questions by themselves."""
    for kind in LISTS:
        for position, entry in enumerate(_tables(data.get(kind))):
            if name := name_of(kind, entry):
                yield name, (kind, position), entry
            if kind == "avsnitt" and isinstance(entry, dict):
                for inner, item in enumerate(_tables(entry.get("punkt"))):
                    if name := name_of("punkt", item):
                        yield name, (kind, position, "punkt", inner), item


def _tables(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def name_at(path: Path, data: Mapping[str, Any]) -> tuple[Name, Path, Path] | None:
    """Which named entry a path leads into: its name, its own path and the rest of the path."""
    if len(path) < 2 or path[0] not in LISTS or not isinstance(path[1], int):  # noqa: PLR2004  (a list and a position)
        return None
    kind, own = str(path[0]), path[:2]
    if path[0] == "avsnitt" and path[2:3] == ("punkt",) and len(path) > 3 and isinstance(path[3], int):  # noqa: PLR2004
        kind, own = "punkt", path[:4]
    entry: Any = data
    for step in own:
        if isinstance(entry, Mapping) and isinstance(step, str):
            entry = entry.get(step)
        elif isinstance(entry, list) and isinstance(step, int) and step < len(entry):
            entry = entry[step]
        else:
            return None
    name = name_of(kind, entry)
    return None if name is None else (name, own, path[len(own) :])
