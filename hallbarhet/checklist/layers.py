"""A checklist's data together with where each piece of it was written, in one file or in several."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hallbarhet.checklist.entries import TABLES, Name, name_at, named_entries
from hallbarhet.checklist.problems import Finding, Path, Problem, place
from hallbarhet.checklist.toml import Document

INNER_TABLES = ("konflikt", "robusthet", "tak")
"""Tables inside `[regler]` that are merged key by key."""

WHOLE = ""
"""Stands for an entry as a whole among its keys."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file."""

    document: Document
    path: Path

    @property
    def line(self) -> int | None:
        """The line, from 1."""
        return self.document.line(self.path)

    @property
    def checklist(self) -> str:
        """The checklist that the file is, as `id@version`."""
        head = self.document.data.get("checklista")
        return f"{head.get('id', '')}@{head.get('version', '')}" if isinstance(head, dict) else ""


@dataclass
class Layers:
    """Data merged from one or more files; the place of every named entry and of each of its keys."""

    data: dict[str, Any]
    documents: list[Document]
    """Nearest first: the file that was asked for, then what it builds on."""
    spots: dict[Name, dict[str, Spot]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> "Layers":
        """One file by itself. Its entries are copied, so that merging leaves the file's own data alone."""
        layers = cls(data=_copied(document.data), documents=[document])
        for name, path, entry in _tables(document.data):
            layers.note(name, document, path, entry)
        return layers

    def note(self, name: Name, document: Document, path: Path, keys: dict[str, Any]) -> None:
        """Remember that these keys of an entry were written here."""
        known = self.spots.setdefault(name, {})
        known[WHOLE] = Spot(document, path)
        known.update({key: Spot(document, (*path, key)) for key in keys})

    def spot(self, path: Path) -> Spot:
        """Where the value at a path of the merged data was written."""
        if len(self.documents) == 1:
            return Spot(self.documents[0], path)
        found = name_at(path, self.data) or _table_at(path)
        if found is None:
            return self._plain(path)
        name, own, rest = found
        known = self.spots.get(name, {})
        if rest and isinstance(rest[0], str) and rest[0] in known:
            spot = known[rest[0]]
            return Spot(spot.document, (*spot.path, *rest[1:]))
        return known.get(WHOLE) or Spot(self.documents[0], own)

    def _plain(self, path: Path) -> Spot:
        holder = next((one for one in self.documents if path and path[0] in one.data), self.documents[0])
        return Spot(holder, path)

    def problem(self, finding: Finding) -> Problem:
        """A finding in the merged data, told in the file where it has to be mended."""
        spot = self.spot(finding.path)
        return Problem(
            code=finding.kind.code,
            severity=finding.kind.severity,
            file=spot.document.file,
            line=spot.line,
            place=place(finding.path, self.data),
            message=finding.message,
            suggestion=finding.suggestion,
        )


def _table_at(path: Path) -> tuple[Name, Path, Path] | None:
    if not path or path[0] not in TABLES:
        return None
    if path[0] == "regler" and len(path) > 1 and path[1] in INNER_TABLES:
        return ("regler", str(path[1])), path[:2], path[2:]
    return (str(path[0]),), path[:1], path[1:]


def _tables(data: dict[str, Any]) -> Iterator[tuple[Name, Path, dict[str, Any]]]:
    yield from named_entries(data)
    for table in TABLES:
        entry = data.get(table)
        if not isinstance(entry, dict):
            continue
        yield (table,), (table,), entry
        for inner in INNER_TABLES:
            if table == "regler" and isinstance(entry.get(inner), dict):
                yield (table, inner), (table, inner), entry[inner]


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_copied(entry) for entry in value]
    return value
