"""How a region makes a checklist its own: what an overlay says, merged by name into what it builds on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hallbarhet.checklist import kinds
from hallbarhet.checklist.entries import LISTS, Name, keys_of, name_of
from hallbarhet.checklist.keys import keys_at
from hallbarhet.checklist.layers import INNER_TABLES, WHOLE, Layers
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.nearest import advice
from hallbarhet.checklist.problems import Finding, Kind, Path
from hallbarhet.checklist.toml import Document
from hallbarhet.texts import overlay as texts
from hallbarhet.texts import problems as words

MARKS = ("placera_efter", "nollstall")
"""What an entry of an overlay may say about itself; it never reaches the merged checklist."""

OWN_KEYS = ("bygger_pa", "bygger_pa_fingeravtryck")
"""The same for `[checklista]`."""


@dataclass
class Merger:
    """One overlay on its way into one base. Findings are told by their place in the overlay."""

    layers: Layers
    overlay: Document
    findings: list[Finding] = field(default_factory=list)
    _wishes: list[tuple[Name, str, Path]] = field(default_factory=list)
    """Entries that want to stand after another: which, after what id, and where that was written."""

    def run(self) -> None:
        """Merge, place and drop, in that order."""
        for key, value in self.overlay.data.items():
            if key in {"format", "ta_bort"}:
                continue
            if key in LISTS:
                self._list(key, value)
            elif key in {"checklista", "regler"}:
                self._table((key,), self.layers.data.setdefault(key, {}), value, (key,))
            else:
                # the shape of the merged checklist tells what is wrong with it
                self.layers.data[key] = value
        self._place()
        self._drop()

    def _say(self, kind: Kind, path: Path, message: str, suggestion: str = "") -> None:
        self.findings.append(Finding(kind, path, message, suggestion))

    # Lists of named entries

    def _list(self, kind: str, value: Any) -> None:
        entries = self.layers.data.setdefault(kind, [])
        for position, (entry, name) in self._named(kind, value, (kind,)):
            path: Path = (kind, position)
            target = _find(entries, name)
            items = entry.get("punkt") if kind == "avsnitt" else None
            if target is None:
                target = {}
                entries.append(target)
            self._entry(name, target, {k: v for k, v in entry.items() if items is None or k != "punkt"}, path)
            if items is not None:
                self._items(target, items, (*path, "punkt"))

    def _items(self, section: dict[str, Any], value: Any, path: Path) -> None:
        """Questions named under a part: known ones are changed where they stand, or moved here from another part."""
        here = section.setdefault("punkt", [])
        for position, (entry, name) in self._named("punkt", value, path):
            target = _find(here, name)
            if target is None:
                target = self._taken_from_elsewhere(name) or {}
                here.append(target)
            self._entry(name, target, entry, (*path, position))

    def _taken_from_elsewhere(self, name: Name) -> dict[str, Any] | None:
        for section in self._sections():
            items = section.get("punkt", [])
            if isinstance(items, list) and (found := _find(items, name)) is not None:
                return _pulled(items, found)
        return None

    def _sections(self) -> Iterator[dict[str, Any]]:
        return (section for section in self.layers.data.get("avsnitt", []) if isinstance(section, dict))

    def _named(self, kind: str, value: Any, path: Path) -> Iterator[tuple[int, tuple[dict[str, Any], Name]]]:
        """The entries of a list that can be merged, with their positions; the others are told."""
        if not isinstance(value, list):
            self._say(kinds.WRONG_TYPE, path, words.write_list_header(kind if kind != "punkt" else "avsnitt.punkt"))
            return
        seen: set[Name] = set()
        for position, entry in enumerate(value):
            name = name_of(kind, entry)
            if not isinstance(entry, dict):
                self._say(kinds.WRONG_TYPE, (*path, position), f"{words.should_be(words.named(kind), [words.TABLE])}.")
            elif name is None:
                self._say(kinds.OVERLAY_NAMELESS, (*path, position), texts.nameless(keys_of(kind)))
            elif name in seen:
                self._say(kinds.DUPLICATE, (*path, position), texts.twice(", ".join(name[1:])))
            else:
                seen.add(name)
                yield position, (entry, name)

    # One entry or table

    def _table(self, name: Name, target: Any, value: Any, path: Path) -> None:
        if not isinstance(value, dict) or not isinstance(target, dict):
            self._say(kinds.WRONG_TYPE, path, f"{words.should_be(words.named(str(path[-1])), [words.TABLE])}.")
            return
        inner = [key for key in INNER_TABLES if name == ("regler",) and key in value]
        self._entry(name, target, {key: entry for key, entry in value.items() if key not in inner}, path)
        for key in inner:
            self._table((*name, key), target.setdefault(key, {}), value[key], (*path, key))

    def _entry(self, name: Name, target: dict[str, Any], entry: dict[str, Any], path: Path) -> None:
        self._reset(name, target, entry, path)
        marks = (*MARKS, *(OWN_KEYS if name == ("checklista",) else ()))
        named = {key: value for key, value in entry.items() if key not in marks}
        if name == ("regler",) and "tillagg_arende" in named:
            named["tillagg_arende"] = _merged_fields(target.get("tillagg_arende"), named["tillagg_arende"])
        target.update(named)
        self.layers.note(name, self.overlay, path, named)
        after = entry.get("placera_efter")
        if isinstance(after, str) and name[0] in (*LISTS, "punkt"):
            self._wishes.append((name, after, (*path, "placera_efter")))
        elif after is not None:
            self._say(kinds.OVERLAY_PLACE, (*path, "placera_efter"), texts.NOT_PLACEABLE)

    def _reset(self, name: Name, target: dict[str, Any], entry: dict[str, Any], path: Path) -> None:
        reset = entry.get("nollstall", [])
        if not isinstance(reset, list) or not all(isinstance(key, str) for key in reset):
            self._say(kinds.OVERLAY_RESET, (*path, "nollstall"), texts.RESET_IS_A_LIST)
            return
        spots = self.layers.spots.get(name, {})
        for position, key in enumerate(reset):
            if key in target:
                del target[key]
                spots.pop(key, None)
            else:
                known = keys_at(Checklist, path, target)
                self._say(
                    kinds.OVERLAY_RESET, (*path, "nollstall", position), texts.nothing_to_reset(key),
                    "" if key in known else advice(key, known),
                )  # fmt: skip

    # Order, and what is dropped

    def _place(self) -> None:
        """Entries with the same wish stand in the order they were written."""
        after: dict[Name, Name] = {}
        waiting = self._wishes
        while waiting:
            left = []
            for name, anchor, path in waiting:
                wanted = (name[0], anchor)
                blocked = any(other == wanted for other, _, _ in waiting)
                if blocked or not self._moved(name, after.get(wanted, wanted)):
                    left.append((name, anchor, path))
                else:
                    after[wanted] = name
            if len(left) == len(waiting):
                for name, anchor, path in left:
                    self._say(kinds.OVERLAY_PLACE, path, texts.no_such_anchor(anchor), self._near(name[0], anchor))
                return
            waiting = left

    def _moved(self, name: Name, anchor: Name) -> bool:
        for entries in self._lists(name[0]):
            own, other = _find(entries, name), _find(entries, anchor)
            if own is not None and other is not None and own is not other:
                _pulled(entries, own)
                entries.insert(_index(entries, other) + 1, own)
                return True
        return False

    def _lists(self, kind: str) -> Iterator[list[Any]]:
        sources = self._sections() if kind == "punkt" else iter([self.layers.data])
        return (entries for source in sources if isinstance(entries := source.get(kind), list))

    def _near(self, kind: str, word: str) -> str:
        return advice(word, [name[1] for entries in self._lists(kind) for e in entries if (name := name_of(kind, e))])

    def _drop(self) -> None:
        rows = self.overlay.data.get("ta_bort", [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self._say(kinds.OVERLAY_DROP, ("ta_bort",), words.write_list_header("ta_bort"))
            return
        dropped = self.layers.data.setdefault("borttaget", [])
        for position, row in enumerate(rows):
            if gone := self._dropped(row, ("ta_bort", position)):
                dropped.append(gone)
        there = {
            name_of(kind, entry) for kind in (*LISTS, "punkt") for entries in self._lists(kind) for entry in entries
        }
        # an overlay on an overlay may bring back what the first took away
        dropped[:] = [row for row in dropped if (row["slag"], row["id"]) not in there]
        if not dropped:
            del self.layers.data["borttaget"]

    def _dropped(self, row: dict[str, Any], path: Path) -> dict[str, str] | None:
        what = [key for key in row if key != "motivering"]
        if len(what) != 1 or what[0] not in (*LISTS, "punkt"):
            self._say(kinds.OVERLAY_DROP, path, texts.DROP_ONE, words.choices(["punkt", *LISTS]))
            return None
        kind, value = what[0], row[what[0]]
        name: Name = (kind, *(str(part) for part in value)) if isinstance(value, list) else (kind, str(value))
        reason = row.get("motivering")
        if not isinstance(reason, str) or not reason.strip():
            self._say(kinds.OVERLAY_DROP_REASON, path, texts.drop_without_reason(words.noun(kind), ", ".join(name[1:])))
            return None
        for entries in self._lists(kind):
            if (found := _find(entries, name)) is not None:
                _pulled(entries, found)
                if WHOLE in (spots := self.layers.spots.pop(name, {})) and spots[WHOLE].document is self.overlay:
                    self._say(kinds.OVERLAY_DROP, path, texts.changed_and_dropped(words.noun(kind), name[1]))
                return {"slag": kind, "id": ", ".join(name[1:]), "motivering": reason}
        message = texts.nothing_to_drop(words.noun(kind), ", ".join(name[1:]))
        self._say(kinds.OVERLAY_DROP, (*path, kind), message, self._near(kind, str(value)))
        return None


def _find(entries: list[Any], name: Name) -> dict[str, Any] | None:
    return next((entry for entry in entries if isinstance(entry, dict) and name_of(name[0], entry) == name), None)


def _index(entries: list[Any], entry: dict[str, Any]) -> int:
    return next(position for position, other in enumerate(entries) if other is entry)


def _pulled(entries: list[Any], entry: dict[str, Any]) -> dict[str, Any]:
    """The entry, taken out of the list: by identity, since two may be alike."""
    del entries[_index(entries, entry)]
    return entry


def _merged_fields(base: Any, own: Any) -> Any:
    """The case's extra fields, by id."""
    if not isinstance(base, list) or not isinstance(own, list):
        return own
    merged: dict[Any, Any] = {}
    for number, row in enumerate([*base, *own]):
        key = row.get("id", number) if isinstance(row, dict) else number
        earlier = merged.get(key)
        merged[key] = {**earlier, **row} if isinstance(earlier, dict) and isinstance(row, dict) else row
    return list(merged.values())
