"""The quick reader of records that the program wrote itself: the same data as `tomllib`, or nothing at all.

Every byte is accounted for by a grammar narrower than TOML's (`grammar`). What does not fit, a file edited by hand or
torn, is left to the ordinary reader, so that a `None` says nothing about the record.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any, NamedTuple

from hallbarhet.batch.grammar import INNER, KEY, SCALAR, VALUE, WHOLE
from hallbarhet.batch.values import value_of

_LINES = re.compile(
    rf"\n\[(?:\[({KEY})\]|({KEY}(?:\.{KEY})*+))\]\n"
    rf'|([A-Za-z0-9_-]++|"{INNER}") = (?:"({INNER})"|({WHOLE})|({VALUE}))\n'
    r"|(?s:(.+))"
)
"""One header or one pair after the other; what fits neither is taken to the end, as the last thing found."""

_KEYS = re.compile(KEY)
_TOKENS = re.compile(rf"(?:({KEY}) = )?(?:([\[\]{{}}])|({SCALAR}))")
"""What stands in a list or a table on one line, once it is known to be right: what is between may be passed over."""

_PAIR = re.compile(r"(?<=[{,] )([A-Za-z0-9_-]++) = ")
"""A key in a table on one line. Words that look like one are broken by putting it in quotation marks: never JSON."""


class _OtherFormError(Exception):
    """The text is not in our own form after all; never leaves this module."""


def parsed(data: bytes) -> dict[str, Any] | None:
    """The data of a record in exactly our own form; None for anything else, which says nothing about the record."""
    if not data.startswith(b"format = "):
        return None
    try:
        return _read(data.decode())
    except (UnicodeDecodeError, _OtherFormError, ValueError):  # ValueError: a day that the calendar does not have
        return None


def _read(text: str) -> dict[str, Any]:
    root: dict[str, Any] = {}
    tables = _Tables(root, {id(root)})
    table = root
    nested: list[tuple[dict[str, Any], str, str]] = []
    for array, header, key, word, whole, other, rest in _LINES.findall(text):
        if key:
            name = _unquoted(key)
            if name in table:
                raise _OtherFormError
            if not other:
                table[name] = int(whole) if whole else word
            elif other[0] in "[{":
                table[name] = other  # keeps its place
                nested.append((table, name, other))
            else:
                table[name] = value_of(other)
        elif array:
            table = tables.begin(_unquoted(array))
        elif rest:
            raise _OtherFormError
        else:
            table = tables.open(header)
    values = _values([text for _, _, text in nested])
    for (around, name, _), value in zip(nested, values, strict=True):
        around[name] = value
    return root


class _Tables(NamedTuple):
    """The tables of one record, and those among them that a header may still lead into."""

    root: dict[str, Any]
    is_open: set[int]

    def begin(self, name: str) -> dict[str, Any]:
        """A new table at the end of a list."""
        entries = self.root.setdefault(name, [])
        if not entries and isinstance(entries, list):
            self.is_open.add(id(entries))
        if id(entries) not in self.is_open or not isinstance(entries, list):
            raise _OtherFormError
        table: dict[str, Any] = {}
        self.is_open.add(id(table))
        entries.append(table)
        return table

    def open(self, header: str) -> dict[str, Any]:
        """The new table that a header leads to."""
        *way, last = header.split(".") if '"' not in header else map(_unquoted, _KEYS.findall(header))
        table = self.root
        for step in way:
            found = table.get(step)
            if found is None:
                found = table[step] = {}
                self.is_open.add(id(found))
            elif id(found) not in self.is_open:
                raise _OtherFormError
            table = found[-1] if isinstance(found, list) else found
        if last in table:
            raise _OtherFormError
        opened: dict[str, Any] = {}
        table[last] = opened
        self.is_open.add(id(opened))
        return opened


def _unquoted(key: str) -> str:
    return key[1:-1] if key.startswith('"') else key


def _values(texts: Sequence[str]) -> list[Any]:
    """Lists and tables that stand on one line, read all at once as what they nearly are: JSON."""
    with suppress(ValueError):  # a day, or a key in quotation marks
        lines = ",\n".join(texts).replace(",\n]", "\n]").split("\n")
        values: list[Any] = json.loads("[" + "".join(map(_as_json, lines)) + "]", object_pairs_hook=_table)
        return values
    return [_one(text) for text in texts]


@lru_cache(maxsize=4096)
def _as_json(line: str) -> str:
    """One line of a list or a table as JSON; remembered, since most of them stand alike in record after record."""
    before, *parts = _PAIR.split(line)
    return "".join([before, *(f'"{key}": {text}' for key, text in zip(parts[::2], parts[1::2], strict=True))])


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise _OtherFormError
    return table


def _one(text: str) -> Any:
    tokens = iter(_TOKENS.findall(text))
    return _nested(next(tokens)[1], tokens)


def _nested(mark: str, tokens: Iterator[tuple[str, str, str]]) -> Any:
    """The list or table that begins with a mark."""
    entries: list[Any] = []
    table: dict[str, Any] = {}
    for key, inner, scalar in tokens:
        if inner in {"]", "}"}:
            break
        value = _nested(inner, tokens) if inner else value_of(scalar)
        if not key:
            entries.append(value)
            continue
        name = _unquoted(key)
        if name in table:
            raise _OtherFormError
        table[name] = value
    return entries if mark == "[" else table
