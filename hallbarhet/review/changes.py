"""The differences between two checklists, told in sentences and as rows for another program."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from hallbarhet.assessment.asked import asked
from hallbarhet.assessment.names import Names
from hallbarhet.checklist.aspects import Step
from hallbarhet.checklist.shelf import numbers
from hallbarhet.checklist.versions import Change, Difference
from hallbarhet.texts import swedish
from hallbarhet.texts import versions as texts
from hallbarhet.texts.findings import quoted
from hallbarhet.texts.problems import noun

_CONDITION_KEYS = frozenset({"visas_om", "om", "fordjupad_om"})

_REFERENCES = frozenset({"dimension", "tema", "skala", "plus", "minus", "fasett", "efter"})
"""Keys that hold the id of another entry."""


class Teller:
    """Puts changes into words, with the names that entries have in their own checklist."""

    def __init__(self, difference: Difference) -> None:
        self._difference = difference
        self._old = Names(difference.old)
        self._new = Names(difference.new)

    def sentence(self, change: Change) -> str:
        """One change as one sentence."""
        kind = change.what[0]
        if kind == "borttaget" and change.kind in {"tillagd", "borttagen"}:
            return _reason(change)
        what = self._subject(change)
        match change.kind:
            case "tillagd":
                return texts.added(what, kind, self._where(change))
            case "borttagen":
                return texts.dropped(what, kind)
            case "omdopt":
                return texts.renamed(what, change.before)
            case "sammanslagen":
                return texts.merged([quoted(self._old.item(id_)) for id_ in change.before], what)
            case "delad":
                return texts.split(what, [quoted(self._new.item(id_)) for id_ in change.after])
            case "flyttad":
                return texts.moved(what, _section(self._old, change.before), _section(self._new, change.after))
            case "ordning":
                return self._order(change)
            case "lankar" if kind == "koppling":
                return texts.MAPPINGS
            case _:
                return self._value(change, what)

    def row(self, change: Change) -> dict[str, Any]:
        """One change for another program: one line of `checklista skillnad --json`."""
        return {
            "slag": change.kind,
            "vad": list(change.what),
            "nyckel": change.key,
            "fore": _plain(change.before),
            "efter": _plain(change.after),
            "steg": change.step,
            "text": self.sentence(change),
        }

    def _subject(self, change: Change) -> str:
        names = self._old if change.kind in {"borttagen", "delad"} else self._new
        kind, *rest = change.what
        match kind:
            case "checklista" | "regler":
                return texts.rules(rest[0]) if rest else texts.subject(kind, "", "")
            case "grad":
                return texts.grade(swedish.plain(float(rest[1])), rest[0])
            case "samspel":
                return texts.subject(kind, f"{rest[0]} → {rest[1]}", f"{rest[0]} → {rest[1]}")
            case "kategori" | "alternativ":
                owner = "fasett" if kind == "kategori" else "punkt"
                return texts.inside(kind, rest[-1], texts.subject(owner, _called(names, owner, rest[0]), rest[0]))
            case "tillagg_arende":
                return texts.subject(kind, rest[-1], rest[-1])
            case "borttaget":
                return texts.subject(kind, rest[1], rest[1])
            case _:
                return texts.subject(kind, _called(names, kind, rest[0]) if rest else "", rest[0] if rest else "")

    def _where(self, change: Change) -> str:
        if change.what[0] != "punkt":
            return ""
        return texts.in_section(self._difference.new.section_of[change.what[1]].title)

    def _order(self, change: Change) -> str:
        kind = change.key or change.what[0]
        where = self._subject(change) if change.key else ""
        return texts.reordered(kind, where, [_called(self._new, kind, id_) for id_ in change.after])

    def _value(self, change: Change, what: str) -> str:
        kind, before, after = change.what[0], change.before, change.after
        key = texts.key_name(kind, change.key)
        if change.key == "text" and kind == "punkt":
            return texts.reworded(what, before, after)
        if change.key == "grader":
            return texts.grades_changed(what, [swedish.plain(one) for one in before], [swedish.plain(o) for o in after])
        if isinstance(before, tuple) and isinstance(after, tuple) and _is_plain(before) and _is_plain(after):
            came = [str(one) for one in after if one not in before]
            return texts.list_changed(what, key, came, [str(one) for one in before if one not in after])
        if change.key in _CONDITION_KEYS:
            was, is_now = (
                None if one is None else asked(n, one) for n, one in ((self._old, before), (self._new, after))
            )
            return texts.condition_changed(what, key, was, is_now)
        old, new = self._words(self._old, change.key, before), self._words(self._new, change.key, after)
        if old is None or new is None or len(old) + len(new) > 2 * texts.LONGEST:
            return texts.rewritten(what, key)
        if not old:
            return texts.set_now(what, key, new)
        return texts.changed(what, key, old, new) if new else texts.taken_away(what, key, old)

    def _words(self, names: Names, key: str, value: Any) -> str | None:
        """A value as it stands in a sentence; empty where there is none, None where it is too much to say."""
        match value:
            case None | "" | () | {}:
                return ""
            case bool():
                return texts.YES if value else texts.NO
            case int() | float():
                return swedish.plain(value)
            case str() if key in _REFERENCES:
                return quoted(names.anything(value))
            case str():
                return quoted(value) if "\n" not in value else None
            case _:
                return None if isinstance(value, BaseModel | tuple | dict) else quoted(str(value))


def version_sentence(difference: Difference) -> str:
    """Whether the version moves as far as the changes call for."""
    old, new = difference.old.header, difference.new.header
    needed = difference.calls_for
    if not difference.is_same_checklist:
        return texts.other_checklist(old.id, new.id)
    if needed is None:
        same = difference.old.fingerprint == difference.new.fingerprint
        return texts.SAME if same else texts.SAME_MEANING
    declared = difference.declared
    if declared is not None and difference.agrees:
        return texts.versions_agree(declared, needed, old.version, new.version)
    return texts.version_too_small(needed, old.version, new.version, next_version(old.version, needed))


def next_version(version: str, step: Step) -> str:
    """The version one step further."""
    major, minor, patch = (*numbers(version), 0, 0, 0)[:3]
    following = {
        "major": (major + 1, 0, 0),
        "minor": (major, minor + 1, 0),
        "patch": (major, minor, patch + 1),
    }
    return ".".join(str(part) for part in following[step])


def _reason(change: Change) -> str:
    """What an overlay takes away is told where it is missed; here stands why."""
    if change.kind == "tillagd":
        return texts.reason_given(noun(change.after.kind), change.after.id, change.after.reason)
    return texts.kept_again(noun(change.before.kind), change.before.id)


def _section(names: Names, id_: str) -> str:
    return next((section.title for section in names.checklist.sections if section.id == id_), id_)


def _called(names: Names, kind: str, id_: str) -> str:
    """What an entry is called where it stands."""
    checklist = names.checklist
    match kind:
        case "punkt":
            return names.item(id_)
        case "avsnitt":
            return _section(names, id_)
        case "hallplats":
            return names.gate(id_)
        case "malkonflikt":
            found = checklist.rule_by_id.get(id_)
            return found.title if found else id_
        case "fasett":
            facet = checklist.facet_by_id.get(id_)
            return facet.name if facet else id_
        case "dimension" | "tema" | "tagg" | "strategimal":
            return names.group(id_)
        case _:
            return id_


def _is_plain(values: Iterable[Any]) -> bool:
    return all(isinstance(value, str | int | float) for value in values)


def _plain(value: Any) -> Any:
    """A value as JSON holds it, with the keys of the file."""
    match value:
        case BaseModel():
            return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
        case tuple() | list():
            return [_plain(entry) for entry in value]
        case dict():
            return {key: _plain(entry) for key, entry in value.items()}
        case None | str() | int() | float():
            return value
        case _:
            return str(value)
