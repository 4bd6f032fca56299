"""Which checklist each entry of a merged one came from, and what was changed in it on the way."""

from dataclasses import dataclass

from hallbarhet.checklist.entries import Name, keys_of
from hallbarhet.checklist.layers import WHOLE, Layers
from hallbarhet.checklist.overlay import MARKS


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an entry comes from. Checklists are told as `id@version`."""

    base: str
    """The checklist that has it first."""
    changed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Later checklists, in the order they build on each other, with the keys each of them wrote."""


def provenance(layers: Layers) -> dict[Name, Provenance]:
    """Where every named entry of some merged data comes from; nothing where there is only one file."""
    if len(layers.documents) == 1:
        return {}
    oldest_first = [document.file for document in reversed(layers.documents)]
    found = {}
    for name, spots in layers.spots.items():
        by_file: dict[str, list[str]] = {}
        called = {}
        for key, spot in spots.items():
            file = spot.document.file
            called[file] = spot.checklist
            by_file.setdefault(file, [])
            if key != WHOLE and key not in {*keys_of(name[0]), *MARKS}:
                by_file[file].append(key)
        files = sorted(by_file, key=oldest_first.index)
        later = tuple((called[file], tuple(by_file[file])) for file in files[1:] if by_file[file])
        found[name] = Provenance(called[files[0]], later)
    return found
