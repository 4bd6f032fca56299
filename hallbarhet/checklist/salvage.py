"""What is left of faulty data when the faulty pieces are laid aside, so that the rest is checked in the same run."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from hallbarhet.checklist.keys import path_of
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.problems import Finding, Path

MAX_ROUNDS = 6
"""Each round lays the faults of one level aside; what is not whole after these is left unchecked."""


_NO_HEAD = {"id": "utan-namn", "version": "0.0.0", "titel": ""}
"""Stands in for a head that is wrong: nothing else in a checklist depends on it."""


@dataclass
class Salvaged:
    """A checklist made of what was right, and what to leave untold because it only follows from what was not."""

    checklist: Checklist
    laid_aside: tuple[Path, ...] = ()
    """Paths in the data as it was written."""
    names: frozenset[str] = frozenset()
    """Ids of entries that were laid aside: they exist, so nobody who points at them is wrong."""
    kept: Mapping[Path, list[int]] = field(default_factory=dict)
    """Lists that lost entries, by their written path: the written positions of what is left."""

    @property
    def nameless(self) -> frozenset[str]:
        """Kinds of which an entry has an id that cannot be read."""
        return frozenset(str(path[-3]) for path in self.laid_aside if len(path) > 2 and path[-1] == "id")  # noqa: PLR2004

    def written(self, path: Path) -> Path:
        """The path in the data as it was written of a path in what is left."""
        return _written(path, self.kept)

    def tell(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Findings with written paths, less those about something that was laid aside."""
        for finding in findings:
            path = self.written(finding.path)
            if not any(aside[: len(path)] == path or path[: len(aside)] == aside for aside in self.laid_aside):
                yield Finding(finding.kind, path, finding.message, finding.suggestion)


def salvaged(data: dict[str, Any], faults: Iterable[Finding]) -> Salvaged | None:
    """The checklist without its faulty pieces, or None when too little is left."""
    aside: set[Path] = {finding.path for finding in faults}
    if not isinstance(data.get("checklista"), dict) or any(path[:1] == ("checklista",) for path in aside):
        data = {**data, "checklista": _NO_HEAD}
    for _ in range(MAX_ROUNDS):
        names: set[str] = set()
        kept: dict[Path, list[int]] = {}
        left = _without(data, (), aside, names, kept)
        try:
            checklist = Checklist.model_validate(left, by_alias=True, by_name=False)
        except ValidationError as error:
            more = {_holder(path_of(one["loc"], left), one["type"]) for one in error.errors(include_url=False)}
            more = {_written(path, kept) for path in more}
            if () in more or more <= aside:
                return None
            aside |= more
            continue
        return Salvaged(checklist, tuple(sorted(aside, key=str)), frozenset(names), kept)
    return None


def _written(path: Path, kept: Mapping[Path, list[int]]) -> Path:
    so_far: Path = ()
    for step in path:
        left = kept.get(so_far)
        so_far = (*so_far, left[step] if left is not None and isinstance(step, int) and step < len(left) else step)
    return so_far


def _holder(path: Path, kind: str) -> Path:
    """What has to go: a value that is wrong, or the whole entry where something is missing or too little is left."""
    if kind not in {"missing", "too_short"}:
        return path
    inside = path[:-1]
    while inside and isinstance(inside[-1], str):
        inside = inside[:-1]
    return inside


def _without(value: Any, path: Path, aside: set[Path], names: set[str], kept: dict[Path, list[int]]) -> Any:
    if isinstance(value, dict):
        for key, entry in value.items():
            if (*path, key) in aside:
                names.update(_names(entry))
        return {
            key: _without(entry, (*path, key), aside, names, kept)
            for key, entry in value.items()
            if (*path, key) not in aside
        }
    if isinstance(value, list):
        positions = [position for position in range(len(value)) if (*path, position) not in aside]
        if len(positions) < len(value):
            kept[path] = positions
            for position in set(range(len(value))) - set(positions):
                names.update(_names(value[position]))
        return [_without(value[position], (*path, position), aside, names, kept) for position in positions]
    return value


def _names(value: Any) -> Iterator[str]:
    """Every id inside something that is laid aside."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for entry in value.values():
            yield from _names(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _names(entry)
