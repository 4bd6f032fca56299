"""What a checklist builds on: found, merged level by level, and told when it has moved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from hallbarhet.checklist import kinds
from hallbarhet.checklist.canonical import fingerprint
from hallbarhet.checklist.entries import Name, named_entries
from hallbarhet.checklist.layers import Layers
from hallbarhet.checklist.overlay import OWN_KEYS, Merger
from hallbarhet.checklist.problems import Finding, Kind, Problem, faults
from hallbarhet.checklist.shelf import Row, matches, newest, rows
from hallbarhet.checklist.toml import Document, load
from hallbarhet.texts import overlay as texts
from hallbarhet.texts.problems import noun

MAX_LEVELS = 8
"""Nobody can follow more levels than this; it also ends a chain of files that grows for ever."""

_REFERENCE = re.compile(r"(?P<id>[A-Za-z0-9][A-Za-z0-9_-]{0,63})(?:@(?P<version>[0-9]+(?:\.[0-9]+){0,2}))?")


@dataclass
class Assembly:
    """A checklist file with all that it builds on."""

    layers: Layers
    told: list[tuple[Document, Finding]] = field(default_factory=list)
    """What was found on the way, with the file it stands in. Lines are looked up when it is told."""


def data_fingerprint(data: dict[str, Any]) -> str:
    """The fingerprint of a merged checklist's data: where it came from is no part of it."""
    return fingerprint({key: value for key, value in data.items() if key != "ursprung"})


def assembled(document: Document, folders: Sequence[FilePath], chain: tuple[str, ...] = ()) -> Assembly | list[Problem]:
    """The whole of a checklist, or why it cannot be put together. A file that builds on nothing is whole."""
    head = document.data.get("checklista")
    reference = head.get("bygger_pa") if isinstance(head, dict) else None
    if reference is None:
        return Assembly(Layers.of(document) if chain else Layers(document.data, [document]))
    own = f"{head.get('id', '')}@{head.get('version', '')}" if isinstance(head, dict) else ""
    if own in chain:
        return [_fault(document, kinds.BASE_CIRCLE, texts.circle([*chain, own]))]
    if len(chain) >= MAX_LEVELS:
        return [_fault(document, kinds.BASE_CIRCLE, texts.too_many_levels(MAX_LEVELS))]
    found = _base(document, reference, folders, (*chain, own))
    if isinstance(found, list):
        return found
    return _merged(document, found)


def _merged(document: Document, base: "_Base") -> Assembly:
    merger = Merger(base.assembly.layers, document)
    merger.layers.documents.insert(0, document)
    came_from = merger.layers.data.get("ursprung", [])
    merger.run()
    head = base.head
    merger.layers.data["ursprung"] = [
        {"id": head.id, "version": head.version, "fingeravtryck": base.fingerprint},
        *(came_from if isinstance(came_from, list) else []),
    ]
    own = [(document, finding) for finding in (*base.notes, *merger.findings)]
    return Assembly(merger.layers, [*base.assembly.told, *own])


@dataclass
class _Base:
    head: Row
    assembly: Assembly
    fingerprint: str
    notes: list[Finding] = field(default_factory=list)
    """What the overlay's owner should know about it."""


def _base(
    document: Document, reference: Any, folders: Sequence[FilePath], chain: tuple[str, ...]
) -> _Base | list[Problem]:
    match = _REFERENCE.fullmatch(reference) if isinstance(reference, str) else None
    if match is None:
        return [_fault(document, kinds.BASE_REFERENCE, texts.bad_reference(str(reference)))]
    here = FilePath(document.file).resolve()
    known = [row for row in _everywhere(here, folders) if row.id == match["id"] and row.path.resolve() != here]
    candidates = [row for row in known if matches(row.version, match["version"] or "")]
    latest = newest(candidates)
    if latest is None:
        return [_missing(document, str(reference), here, folders, chain)]
    recorded = str(document.data["checklista"].get("bygger_pa_fingeravtryck", ""))
    chosen = _read(document, latest, folders, chain)
    if recorded and (isinstance(chosen, list) or chosen.fingerprint != recorded):
        kept = _recorded(document, recorded, known, folders, chain)
        if kept is not None:
            return _with_notes(document, kept, newest(known), folders, chain)
        if isinstance(chosen, _Base):
            changed = _changes(chosen, None, document)
            chosen.notes.append(_note(kinds.BASE_MOVED, texts.base_moved(_told(latest), *changed), chosen))
        return chosen
    if isinstance(chosen, _Base):
        return _with_notes(document, chosen, newest(known), folders, chain)
    return chosen


def _recorded(
    document: Document, recorded: str, known: Sequence[Row], folders: Sequence[FilePath], chain: tuple[str, ...]
) -> _Base | None:
    """The base that the overlay was written against, if any file still says the same."""
    digits = recorded.rpartition(":")[2][:12]
    likely = sorted(known, key=lambda row: digits not in row.path.name)
    for row in likely:
        base = _read(document, row, folders, chain)
        if isinstance(base, _Base) and base.fingerprint == recorded:
            return base
    return None


def _with_notes(
    document: Document, base: _Base, latest: Row | None, folders: Sequence[FilePath], chain: tuple[str, ...]
) -> _Base:
    """The base, and a word when a newer one is at hand."""
    if latest is None or latest.path == base.head.path or latest.number < base.head.number:
        return base
    newer = _read(document, latest, folders, chain)
    if isinstance(newer, _Base) and newer.fingerprint != base.fingerprint:
        kind = kinds.BASE_NEWER if latest.number > base.head.number else kinds.BASE_MOVED
        told = texts.newer_base if kind is kinds.BASE_NEWER else texts.base_moved
        message = told(_told(latest), *_changes(newer, base, document))
        base.notes.append(_note(kind, message, newer))
    return base


def _read(document: Document, row: Row, folders: Sequence[FilePath], chain: tuple[str, ...]) -> _Base | list[Problem]:
    loaded, problems = load(row.path, fold_keys=True)
    if loaded is None or faults(problems):
        return [_fault(document, kinds.BASE_FAULTY, texts.base_faulty(_told(row), faults(problems)[0].sentence))]
    whole = assembled(loaded, folders, chain)
    if isinstance(whole, list):
        return whole
    if not whole.layers.spots:
        whole = Assembly(Layers.of(loaded), whole.told)
    return _Base(row, whole, data_fingerprint(whole.layers.data))


def _everywhere(here: FilePath, folders: Sequence[FilePath]) -> Iterator[Row]:
    beside = [here.parent, here.parent / "checklistor"]
    return rows(dict.fromkeys(folder.resolve() for folder in (*beside, *folders)))


def _changes(new: _Base, old: _Base | None, overlay: Document) -> tuple[list[str], list[str]]:
    """Which entries differ between two bases, and which of them the overlay names."""
    if old is None:
        return [], []
    before, after = _entries(old.assembly.layers.data), _entries(new.assembly.layers.data)
    changed = [name for name in dict.fromkeys((*before, *after)) if before.get(name) != after.get(name)]
    named = {name for name, _, _ in named_entries(overlay.data)}
    return [_name(name) for name in changed], [_name(name) for name in changed if name in named]


def _entries(data: dict[str, Any]) -> dict[Name, str]:
    # a part is compared without its questions, which are compared by themselves
    return {
        name: fingerprint({key: value for key, value in entry.items() if key != "punkt"})
        for name, _, entry in named_entries(data)
    }


def _name(name: Name) -> str:
    return f"{noun(name[0])} {', '.join(name[1:])}"


def _told(row: Row) -> str:
    return f"{row.id}@{row.version}"


def _missing(
    document: Document, reference: str, here: FilePath, folders: Sequence[FilePath], chain: tuple[str, ...]
) -> Problem:
    wanted = reference.partition("@")[0]
    if any(one.partition("@")[0] == wanted for one in chain[-1:]):
        return _fault(document, kinds.BASE_CIRCLE, texts.circle([chain[-1], reference]))
    places = dict.fromkeys(str(folder) for folder in (here.parent, *folders))
    return _fault(document, kinds.BASE_MISSING, texts.base_missing(reference), texts.base_elsewhere(list(places)))


def _fault(document: Document, kind: Kind, message: str, suggestion: str = "") -> Problem:
    return document.problem(Finding(kind, ("checklista", OWN_KEYS[0]), message, suggestion))


def _note(kind: Kind, message: str, base: _Base) -> Finding:
    suggestion = texts.accept(_told(base.head), base.fingerprint)
    return Finding(kind, ("checklista", OWN_KEYS[1]), message, suggestion)
