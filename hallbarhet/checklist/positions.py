"""On which line a value stands; asked for only when there is something to explain."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from hallbarhet.checklist.problems import Path

if TYPE_CHECKING:
    from tree_sitter import Node

MAX_CHARACTERS = 2_000_000
"""A longer file is explained without lines: finding them would take longer than anybody waits."""

MAX_DEPTH = 64
"""Deeper values are found by what stands around them."""


def _same(key: str) -> str:
    return key


class Positions:
    """Line numbers, from 1, of every table, entry and key of a TOML text. Any text will do, broken ones too."""

    def __init__(self, text: str, spelled: Callable[[str], str] = _same) -> None:
        """Find every line. `spelled` gives a key the spelling it has in the data, where that differs."""
        self._spelled = spelled
        self._lines: dict[Path, int] = {}
        self._counts: Counter[Path] = Counter()
        if len(text) <= MAX_CHARACTERS:
            self._read(text)

    def line(self, path: Path) -> int | None:
        """The line of a value, or of the nearest thing around it that stands in the file."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._lines:
                return self._lines[path[:length]]
        return None

    def own_line(self, path: Path) -> int | None:
        """The line of exactly this value, or None when it does not stand in the file."""
        return self._lines.get(path)

    def _read(self, text: str) -> None:
        # imported here: a file without faults never pays for the parser that explains them
        import tree_sitter_toml  # noqa: PLC0415
        from tree_sitter import Language, Parser  # noqa: PLC0415

        tree = Parser(Language(tree_sitter_toml.language())).parse(text.encode("utf-8", "replace"))
        for node in tree.root_node.children:
            if node.type == "table":
                self._table(node, self._table_path)
            elif node.type == "table_array_element":
                self._table(node, self._entry_path)
            else:
                self._values([(node, ())])

    def _table(self, node: "Node", path_of: Callable[[Path, int], Path]) -> None:
        header = next((child for child in node.children if child.type.endswith("key")), None)
        if header is None:
            return
        path = path_of(self._key(header), node.start_point[0] + 1)
        self._values([(child, path) for child in node.children if child.type == "pair"])

    def _table_path(self, key: Path, line: int) -> Path:
        path = self._resolved(key)
        self._note(path, line)
        return path

    def _entry_path(self, key: Path, line: int) -> Path:
        path = (*self._resolved(key[:-1]), *key[-1:])
        self._note(path, line)
        position = self._counts[path]
        self._counts[path] += 1
        entry = (*path, position)
        self._note(entry, line)
        return entry

    def _resolved(self, key: Path) -> Path:
        """The path of a header: where it names a list of tables it means the last entry so far."""
        path: Path = ()
        for step in key:
            path = (*path, step)
            if count := self._counts[path]:
                path = (*path, count - 1)
        return path

    def _values(self, waiting: list[tuple["Node", Path]]) -> None:
        # a list, not recursion: nesting is as deep as whoever wrote the file wanted
        while waiting:
            node, path = waiting.pop()
            if len(path) > MAX_DEPTH:
                continue
            match node.type:
                case "pair":
                    waiting.extend(self._pair(node, path))
                case "inline_table":
                    waiting.extend((child, path) for child in node.children)
                case "array":
                    for position, child in enumerate(_elements(node)):
                        self._note((*path, position), child.start_point[0] + 1)
                        waiting.append((child, (*path, position)))
                case _:
                    pass

    def _pair(self, node: "Node", path: Path) -> Iterator[tuple["Node", Path]]:
        named = [child for child in node.children if child.is_named and child.type != "comment"]
        if not named:
            return
        for step in self._key(named[0]):
            path = (*path, step)
            self._note(path, named[0].start_point[0] + 1)
        if len(named) > 1:
            yield named[-1], path

    def _note(self, path: Path, line: int) -> None:
        self._lines.setdefault(path, line)

    def _key(self, node: "Node") -> Path:
        """The parts of a key, left to right."""
        parts: list[str] = []
        waiting = [node]
        while waiting and len(parts) < MAX_DEPTH:
            current = waiting.pop()
            if current.type == "dotted_key":
                waiting.extend(reversed(current.children))
            elif current.type in {"bare_key", "quoted_key"} and current.text is not None:
                parts.append(self._spelled(_unquoted(current.text.decode("utf-8", "replace"))))
        return tuple(parts)


def _elements(array: "Node") -> Iterator["Node"]:
    return (child for child in array.children if child.is_named and child.type != "comment")


def _unquoted(key: str) -> str:
    if key[:1] not in {'"', "'"}:
        return key
    try:
        return next(iter(tomllib.loads(f"{key} = 0")), key)
    except ValueError:
        return key
