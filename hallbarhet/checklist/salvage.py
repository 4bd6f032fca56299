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


_FILLED = frozenset({"text", "titel", "namn"})
"""Words that an entry may lack and still be checked: nothing depends on them."""

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
    filled: set[Path] = set()
    if not isinstance(data.get("checklista"), dict) or any(path[:1] == ("checklista",) for path in aside):
        data = {**data, "checklista": _NO_HEAD}
    for _ in range(MAX_ROUNDS):
        sifting = _Sifting(aside, filled)
        left = sifting.left(data, ())
        try:
            checklist = Checklist.model_validate(left, by_alias=True, by_name=False)
        except ValidationError as error:
            told = [(_written(path, sifting.kept), kind) for path, kind in _deepest(error, left)]
            words = {path for path, kind in told if kind == "missing" and path[-1] in _FILLED and path not in filled}
            gone = {_holder(path, kind) for path, kind in told if path not in words}
            if () in gone or (gone <= aside and not words):
                return None
            aside |= gone
            filled |= words
            continue
        return Salvaged(checklist, (*aside, *filled), frozenset(sifting.names), sifting.kept)
    return None


@dataclass
class _Sifting:
    """One pass over the data: what is aside is left out, what is filled is put in."""

    aside: set[Path]
    filled: set[Path]
    names: set[str] = field(default_factory=set)
    kept: dict[Path, list[int]] = field(default_factory=dict)

    def left(self, value: Any, path: Path) -> Any:
        """What is left of a value."""
        if isinstance(value, dict):
            for key, entry in value.items():
                if (*path, key) in self.aside:
                    self.names.update(_names(entry))
            there = [key for key in value if (*path, key) not in self.aside]
            put_in = {str(words[-1]): "…" for words in self.filled if words[:-1] == path}
            return {**put_in, **{key: self.left(value[key], (*path, key)) for key in there}}
        if isinstance(value, list):
            positions = [position for position in range(len(value)) if (*path, position) not in self.aside]
            if len(positions) < len(value):
                self.kept[path] = positions
                for position in set(range(len(value))) - set(positions):
                    self.names.update(_names(value[position]))
            return [self.left(value[position], (*path, position)) for position in positions]
        return value


def _written(path: Path, kept: Mapping[Path, list[int]]) -> Path:
    so_far: Path = ()
    for step in path:
        left = kept.get(so_far)
        so_far = (*so_far, left[step] if left is not None and isinstance(step, int) and step < len(left) else step)
    return so_far


def _deepest(error: ValidationError, data: Any) -> list[tuple[Path, str]]:
    """What is told deepest: a list is also told to be too short when its entries are wrong."""
    told = [(path_of(one["loc"], data), one["type"]) for one in error.errors(include_url=False, include_input=False)]
    around = {path[:length] for path, _ in told for length in range(len(path))}
    return [(path, kind) for path, kind in told if path not in around]


def _holder(path: Path, kind: str) -> Path:
    """What has to go: a value that is wrong, or the whole entry where something is missing or too little is left."""
    if kind not in {"missing", "too_short"}:
        return path
    inside = path[:-1]
    while inside and isinstance(inside[-1], str):
        inside = inside[:-1]
    return inside


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
