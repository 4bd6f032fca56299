"""What differs between two versions of the same data, each told with its place and both values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hallbarhet.checklist.problems import Path, place
from hallbarhet.texts import differences as texts

_NAMES = ("id", "punkt", "grad", "niva")
"""What tells the entries of a list apart, in records and checklists; the first that all of them have is used."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not the same. None stands for one that is not there; neither file format has it."""

    place: str
    """Where, in words: `svar klimat-utslapp`."""
    key: str
    before: Any
    after: Any

    @property
    def sentence(self) -> str:
        """The difference for a person, on one line."""
        where = f"{self.place}: " if self.place else ""
        return f"{where}{texts.difference(self.key, self.before, self.after)}"


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    """Every difference in the order of the data as it is now, what is gone last within its table."""
    yield from _tables(before, after, (), (before, after))


_Whole = tuple[Mapping[str, Any], Mapping[str, Any]]


def _tables(before: Mapping[str, Any], after: Mapping[str, Any], path: Path, whole: _Whole) -> Iterator[Difference]:
    for key in dict.fromkeys((*after, *before)):
        yield from _values(before.get(key), after.get(key), (*path, key), whole)


def _values(before: Any, after: Any, path: Path, whole: _Whole) -> Iterator[Difference]:
    if before == after and isinstance(before, bool) == isinstance(after, bool):
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _tables(before, after, path, whole)
        return
    name = _name_of_entries(before, after)
    if name is None:
        data = whole[1] if after is not None else whole[0]
        yield Difference(place(path, data), str(path[-1]), before, after)
    else:
        yield from _lists(before or (), after or (), name, path, whole)


def _lists(before: Sequence[Any], after: Sequence[Any], name: str, path: Path, whole: _Whole) -> Iterator[Difference]:
    old = {entry[name]: (position, entry) for position, entry in enumerate(before)}
    new = {entry[name]: (position, entry) for position, entry in enumerate(after)}
    for own, (position, entry) in new.items():
        if own in old:
            yield from _tables(old[own][1], entry, (*path, position), whole)
        else:
            yield Difference(place((*path, position), whole[1]), "", None, entry)
    for own, (position, entry) in old.items():
        if own not in new:
            yield Difference(place((*path, position), whole[0]), "", entry, None)
    kept = [own for own in old if own in new]
    if kept != [own for own in new if own in old]:
        yield Difference(place(path, whole[1]), str(path[-1]), kept, [own for own in new if own in old])


def _name_of_entries(before: Any, after: Any) -> str | None:
    """The key that names the entries of two lists of tables, or None where they have to be compared whole."""
    lists = [value for value in (before, after) if value is not None]
    if not all(isinstance(value, list | tuple) for value in lists):
        return None
    for name in _NAMES:
        if all(_are_named(value, name) for value in lists):
            return name
    return None


def _are_named(entries: Sequence[Any], name: str) -> bool:
    own = [entry.get(name) if isinstance(entry, Mapping) else None for entry in entries]
    return all(isinstance(value, str | int | float) for value in own) and len(set(own)) == len(own)
