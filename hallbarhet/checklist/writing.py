"""A checklist's data as TOML text: one entry after the other in fixed order, the same bytes for the same content."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import tomli_w

from hallbarhet.checklist.model import Checklist

WIDEST = 110
"""A list that is longer on one line is written with one value per line."""

_SUBJECTS = ("punkt", "dimension", "tema", "tagg", "mal", "spann", "arende")
"""What an atom is about stands before what it is held against."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")

_ORDER = tuple(field.alias or name for name, field in Checklist.model_fields.items())


def text_of(data: Mapping[str, Any]) -> str:
    """The whole checklist, tables in the order of the model."""
    keys = sorted(data, key=lambda key: _ORDER.index(key) if key in _ORDER else len(_ORDER))
    plain = {key: data[key] for key in keys if not _is_table(data[key])}
    blocks = [*_block("", plain)]
    for key in keys:
        if key not in plain:
            blocks.extend(_tables(_key(key), data[key]))
    return "\n".join(block for block in blocks if block)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) or (_is_list_of_tables(value) and bool(value))


def _is_list_of_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(entry, dict) for entry in value)


def _tables(path: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _block(f"[{path}]\n", value, path)
        return
    for entry in value:
        yield from _block(f"[[{path}]]\n", entry, path)


def _block(header: str, table: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """One table: its values, then the tables inside it. Questions are tables of their own, other lists stand inline."""
    own = "punkt" if path == "avsnitt" else None
    inside = {key: value for key, value in table.items() if path and (isinstance(value, dict) or key == own)}
    lines = [f"{_key(key)} = {_value(value)}\n" for key, value in table.items() if key not in inside]
    # a table that holds nothing but tables needs no header of its own; an entry of a list always does
    yield header + "".join(lines) if lines or not inside or header.startswith("[[") else ""
    for key, value in inside.items():
        yield from _tables(f"{path}.{_key(key)}", value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _scalar(key, several_lines=False)


def _scalar(value: Any, *, several_lines: bool) -> str:
    return tomli_w.dumps({"x": value}, multiline_strings=several_lines).removeprefix("x = ").removesuffix("\n")


def _value(value: Any) -> str:
    if isinstance(value, list | tuple) and value:
        on_one_line = literal(value)
        if len(on_one_line) <= WIDEST and not _is_list_of_tables(value):
            return on_one_line
        return "[\n" + "".join(f"  {literal(entry)},\n" for entry in value) + "]"
    return _scalar(value, several_lines=True) if isinstance(value, str) else literal(value)


def literal(value: Any) -> str:
    """A value as TOML on one line."""
    if isinstance(value, dict):
        parts = sorted(value.items(), key=lambda part: part[0] not in _SUBJECTS)
        return _braced((f"{_key(key)} = {literal(entry)}" for key, entry in parts), "{ ", " }", "{}")
    if isinstance(value, list | tuple):
        return _braced((literal(entry) for entry in value), "[", "]", "[]")
    return _scalar(value, several_lines=False)


def _braced(parts: Iterable[str], start: str, end: str, empty: str) -> str:
    joined = ", ".join(parts)
    return f"{start}{joined}{end}" if joined else empty
