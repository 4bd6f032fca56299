"""From a record's data to TOML text: one shape for the same data, made to be read by people.

tomli_w writes the values. Which tables stand on their own is decided here, by what they are and never by how long:
one answer, one `[[svar]]`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import tomli_w

LONG = 80
"""Characters; longer text gets lines of its own between triple quotes."""

WIDEST_LIST = 100
"""Characters; a longer list has one entry per line."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_TEXT = re.compile(r'[^"\\\x00-\x08\x0a-\x1f\x7f]*')

COMPACT_TABLES = frozenset({"resultat"})
"""Tables of numbers, whose innermost tables stand on one line each."""


def to_toml(data: Mapping[str, Any]) -> str:
    """The data as TOML: values first, then tables, each after an empty line, in the order they stand in the data."""
    lines = [*_pairs(data)]
    for key, value in data.items():
        if isinstance(value, Mapping):
            lines += _table(_key(key), value, compact=key in COMPACT_TABLES)
        elif _is_list_of_tables(value):
            for entry in value:
                lines += _table(_key(key), entry, entry_of_list=True)
    return "\n".join(lines).lstrip("\n") + "\n"


def _table(path: str, table: Mapping[str, Any], *, entry_of_list: bool = False, compact: bool = False) -> Iterator[str]:
    """The lines of a table: its header, its values, then the tables inside it."""
    pairs = list(_pairs(table, nested=True, compact=compact))
    inner = [
        key for key, value in table.items() if isinstance(value, Mapping) and not (compact and _is_innermost(value))
    ]
    if entry_of_list or pairs or not inner:
        yield ""
        yield f"[[{path}]]" if entry_of_list else f"[{path}]"
    yield from pairs
    for key in inner:
        yield from _table(f"{path}.{_key(key)}", table[key], compact=compact)


def _pairs(table: Mapping[str, Any], *, nested: bool = False, compact: bool = False) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, Mapping) and not (compact and _is_innermost(value)):
            continue
        if _is_list_of_tables(value) and not nested:
            continue
        yield f"{_key(key)} = {_text(value) if isinstance(value, str) else _value(value)}"


def _is_innermost(table: Mapping[str, Any]) -> bool:
    return not any(isinstance(value, Mapping) for value in table.values())


def _is_list_of_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, Mapping) for entry in value)


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _quoted(key)


def _text(text: str) -> str:
    """A text that stands alone after its key: long text on lines of its own."""
    if "\n" in text:
        return tomli_w.dumps({"v": text}, multiline_strings=True)[4:-1]
    return f'"""\n{_quoted(text)[1:-1]}"""' if len(text) > LONG else _quoted(text)


def _quoted(text: str) -> str:
    if _PLAIN_TEXT.fullmatch(text):
        return f'"{text}"'
    return tomli_w.dumps({"v": text})[4:-1]


def _value(value: Any) -> str:
    match value:
        case str():
            return _quoted(value)
        case list():
            return _list(value)
        case Mapping():
            pairs = ", ".join(f"{_key(key)} = {_value(entry)}" for key, entry in value.items())
            return f"{{ {pairs} }}" if pairs else "{}"
        case datetime():
            return _moment(value)
        case date() | time():
            return value.isoformat()
        case _:
            return tomli_w.dumps({"v": value})[4:-1]


def _list(values: list[Any]) -> str:
    entries = [_value(value) for value in values]
    line = f"[{', '.join(entries)}]"
    if len(line) <= WIDEST_LIST and not any(isinstance(value, Mapping | list) for value in values):
        return line
    return "".join(["[\n", *(f"    {entry},\n" for entry in entries), "]"])


def _moment(value: datetime) -> str:
    offset = value.utcoffset()
    if offset is not None and offset.total_seconds() % 60:
        value = value.astimezone(UTC)  # TOML knows no offset with seconds
    return value.isoformat()
