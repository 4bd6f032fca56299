"""What differs between two checklists, by meaning and not by line, and the version step it calls for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pydantic import BaseModel

from hallbarhet.checklist import model
from hallbarhet.checklist.aspects import ASPECTS, STEPS, Kind, Step, step_of
from hallbarhet.checklist.entries import Name
from hallbarhet.checklist.lineage import heirs, sources_of, stages
from hallbarhet.checklist.model import Checklist, Item, Scale
from hallbarhet.checklist.shelf import numbers


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what kind, in which entry and key, and how far it moves the version."""

    kind: Kind
    what: Name
    """The entry, as `("punkt", "klimat-utslapp")`; inner entries name their owner, as `("grad", "paverkan5", "-1")`."""
    step: Step
    key: str = ""
    before: Any = None
    after: Any = None


@dataclass(frozen=True)
class Difference:
    """Everything that differs between two checklists, in the order of the file."""

    old: Checklist
    new: Checklist
    changes: tuple[Change, ...]

    @property
    def calls_for(self) -> Step | None:
        """The step that the changes call for; None where nothing differs in meaning."""
        found = [STEPS.index(change.step) for change in self.changes]
        return STEPS[max(found)] if found else None

    @property
    def is_same_checklist(self) -> bool:
        """Whether the two are versions of one checklist, so that a step between them means something."""
        return self.old.header.id == self.new.header.id

    @property
    def declared(self) -> Step | None:
        """The step between the version numbers; None where there is none or it goes backwards."""
        before, after = numbers(self.old.header.version), numbers(self.new.header.version)
        if after <= before:
            return None
        return next(step for step, old, new in zip(reversed(STEPS), before, after, strict=False) if old != new)

    @property
    def agrees(self) -> bool:
        """Whether the version moves at least as far as the changes call for."""
        if not self.is_same_checklist or self.calls_for is None:
            return True
        return self.declared is not None and STEPS.index(self.declared) >= STEPS.index(self.calls_for)


def compare(old: Checklist, new: Checklist) -> Difference:
    """What differs. A question that `koppling` follows to a new id is renamed, not dropped and added."""
    return Difference(old, new, tuple(_Comparison(old, new).changes()))


def same_scale(old: Scale | None, new: Scale | None) -> bool:
    """Whether a grade means the same on both: the words and points beside it may differ."""
    if old is None or new is None:
        return old is new
    return (old.neutral, old.polarity, [grade.grade for grade in old.grades]) == (
        new.neutral, new.polarity, [grade.grade for grade in new.grades]
    )  # fmt: skip


@dataclass
class _Comparison:
    old: Checklist
    new: Checklist

    def changes(self) -> Iterator[Change]:
        old, new = self.old, self.new
        yield from _fields(("checklista",), old.header, new.header)
        yield from self._list("dimension", old.dimensions, new.dimensions, order="minor", added="major")
        yield from self._list("tema", old.themes, new.themes)
        yield from self._scales()
        yield from self._list("tagg", old.tags, new.tags)
        yield from self._list("fasett", old.facets, new.facets, inside=_categories)
        yield from self._list("strategimal", old.strategy_goals, new.strategy_goals)
        yield from self._list("malgrupp", old.goal_groups, new.goal_groups)
        yield from self._list("mal", old.goal_notes, new.goal_notes)
        yield from self._list("avsnitt", old.sections, new.sections, order="minor")
        yield from self._items()
        yield from self._list("hallplats", old.gates, new.gates)
        yield from self._list("malkonflikt", old.conflict_rules, new.conflict_rules)
        yield from self._list("samspel", old.interactions, new.interactions)
        yield from self._list("niva", old.levels, new.levels, added="major")
        yield from self._rules()
        if old.mappings != new.mappings:
            yield Change("lankar", ("koppling",), "patch")
        yield from self._list("provfall", old.examples, new.examples, added="patch")
        yield from self._list("borttaget", old.dropped, new.dropped, added="patch")

    def _list(
        self,
        kind: str,
        old: Sequence[BaseModel],
        new: Sequence[BaseModel],
        *,
        order: Step = "patch",
        added: Step = "minor",
        inside: "Callable[[Name, Any, Any], Iterator[Change]] | None" = None,
    ) -> Iterator[Change]:
        """Entries that are known by name, one by one; then their order."""
        before, after = _by_name(kind, old), _by_name(kind, new)
        for name, entry in before.items():
            if name not in after:
                yield Change("borttagen", name, added, before=entry)
            else:
                yield from _fields(name, entry, after[name])
                if inside is not None:
                    yield from inside(name, entry, after[name])
        yield from (Change("tillagd", name, added, after=after[name]) for name in after if name not in before)
        yield from _order((kind,), [n[1:] for n in before], [n[1:] for n in after], order)

    def _scales(self) -> Iterator[Change]:
        old, new = self.old.scales, self.new.scales
        yield from self._list("skala", old, new, added="patch", inside=_grades)

    def _items(self) -> Iterator[Change]:
        old, new = self.old, self.new
        way = stages(old.header.id, old.header.version, new)
        became = heirs((item.id for item in old.items), way, new)
        rows = {row.target: row for stage in way for row in stage.rows if row.target in new.item_by_id}
        came_from: dict[str, list[str]] = {}
        for old_id, found in became.items():
            for heir in found:
                came_from.setdefault(heir, []).append(old_id)
        for item in old.items:
            found = became[item.id]
            if not found:
                yield Change("borttagen", ("punkt", item.id), "major", before=item)
            elif len(found) > 1:
                yield Change("delad", ("punkt", item.id), "major", before=(item.id,), after=found)
        for item in new.items:
            sources = came_from.get(item.id, [])
            if not sources:
                step: Step = "major" if item.must_be_answered else "minor"
                yield Change("tillagd", ("punkt", item.id), step, after=item)
            elif len(sources) > 1 or (item.id in rows and len(sources_of(rows[item.id])) > 1):
                yield Change("sammanslagen", ("punkt", item.id), "major", before=tuple(sources), after=(item.id,))
            elif len(became[sources[0]]) == 1:
                yield from self._item(old.item_by_id[sources[0]], item)
        yield from self._item_order({heir: ids[0] for heir, ids in came_from.items() if len(ids) == 1})

    def _item(self, old: Item, new: Item) -> Iterator[Change]:
        name = ("punkt", new.id)
        if old.id != new.id:
            yield Change("omdopt", name, "minor", before=old.id, after=new.id)
        before, after = self.old.section_of[old.id].id, self.new.section_of[new.id].id
        if before != after:
            yield Change("flyttad", name, "minor", "avsnitt", before, after)
        for change in _fields(name, old, new):
            step = change.step
            if change.key == "skala" and same_scale(self.old.scale_of(old), self.new.scale_of(new)):
                step = "patch"
            elif change.key == "tema" and self._dimension(self.old, old) != self._dimension(self.new, new):
                step = "major"
            yield Change(change.kind, name, step, change.key, change.before, change.after)
        yield from _inner("alternativ", name, old.alternatives, new.alternatives, dropped="major")

    def _dimension(self, checklist: Checklist, item: Item) -> str | None:
        return checklist.theme_by_id[item.theme].dimension if item.theme is not None else None

    def _item_order(self, came_from: dict[str, str]) -> Iterator[Change]:
        """Within each part, of the questions that stood there before too."""
        for section in self.new.sections:
            here = [item.id for item in section.items if item.id in came_from]
            stayed = [heir for heir in here if self.old.section_of[came_from[heir]].id == section.id]
            old_order = {item.id: place for place, item in enumerate(self.old.items)}
            before = sorted(stayed, key=lambda heir: old_order[came_from[heir]])
            if before != stayed:
                yield Change("ordning", ("avsnitt", section.id), "minor", "punkt", tuple(before), tuple(stayed))

    def _rules(self) -> Iterator[Change]:
        old, new = self.old.rules, self.new.rules
        yield from _fields(("regler",), old, new)
        yield from _inner("tillagg_arende", ("regler",), old.case_fields, new.case_fields)
        yield from _fields(("regler", "konflikt"), old.conflict, new.conflict)
        yield from _fields(("regler", "robusthet"), old.robustness, new.robustness)


def _fields(name: Name, old: BaseModel, new: BaseModel) -> Iterator[Change]:
    """The differences between two entries, field by field, in the model's order."""
    owner = type(old)
    for field, (kind, _) in ASPECTS[owner].items():
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            key = owner.model_fields[field].alias or field
            yield Change(kind, name, step_of(owner, field, before, after), key, before, after)


def _inner(
    kind: str, owner: Name, old: Sequence[BaseModel], new: Sequence[BaseModel], *, dropped: Step = "minor"
) -> Iterator[Change]:
    """Entries inside an entry."""
    before = {(kind, *owner[1:], _own_name(entry)): entry for entry in old}
    after = {(kind, *owner[1:], _own_name(entry)): entry for entry in new}
    for name, entry in before.items():
        if name not in after:
            yield Change("borttagen", name, dropped, before=entry)
        else:
            yield from _fields(name, entry, after[name])
    yield from (Change("tillagd", name, "minor", after=after[name]) for name in after if name not in before)
    yield from _order((kind, *owner[1:]), [n[-1:] for n in before], [n[-1:] for n in after], "patch")


def _categories(name: Name, old: model.Facet, new: model.Facet) -> Iterator[Change]:
    return _inner("kategori", name, old.categories, new.categories, dropped="major")


def _grades(name: Name, old: Scale, new: Scale) -> Iterator[Change]:
    """Other grades make another scale; the words and points of those that stay may differ."""
    before, after = ([grade.grade for grade in scale.grades] for scale in (old, new))
    if before != after:
        yield Change("skala", name, "major", "grader", tuple(before), tuple(after))
    for grade in old.grades:
        if grade.grade in new.by_grade:
            yield from _fields(("grad", name[1], _number(grade.grade)), grade, new.by_grade[grade.grade])


def _by_name(kind: str, entries: Sequence[BaseModel]) -> dict[Name, BaseModel]:
    return {(kind, *_known_as(entry)): entry for entry in entries}


def _known_as(entry: BaseModel) -> tuple[str, ...]:
    match entry:
        case model.Interaction():
            return (entry.source, entry.target)
        case model.Level():
            return (str(entry.level),)
        case model.ExampleCase():
            return (entry.name,)
        case model.Dropped():
            return (entry.kind, entry.id)
        case _:
            return (_own_name(entry),)


def _own_name(entry: Any) -> str:
    return str(entry.id)


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def _order(name: Name, old: Sequence[Name], new: Sequence[Name], step: Step) -> Iterator[Change]:
    """Whether what stands in both stands in another order."""
    before, after = [one for one in old if one in new], [one for one in new if one in old]
    if before != after:
        told = (tuple(chain.from_iterable(order)) for order in (before, after))
        yield Change("ordning", name, step, "", *told)
