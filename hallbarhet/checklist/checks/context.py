"""A checklist being checked: its entries with their paths, and which names are known."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from hallbarhet.checklist import kinds
from hallbarhet.checklist.agenda import GOALS
from hallbarhet.checklist.conditions import Condition
from hallbarhet.checklist.model import Checklist, Item, Scale
from hallbarhet.checklist.nearest import advice, nearest
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts
from hallbarhet.texts import overlay as overlay_texts
from hallbarhet.texts.problems import did_you_mean, noun


@dataclass(frozen=True)
class Context:
    """What every check needs to know."""

    checklist: Checklist
    laid_aside: frozenset[str] = frozenset()
    """Names of entries that have other faults; pointing at them is no fault."""
    nameless: frozenset[str] = frozenset()
    """Kinds of which some entry has an id that cannot be read; any name may have been meant for it."""

    @cached_property
    def known(self) -> dict[str, Collection[str]]:
        """The names of each kind, in written order."""
        checklist = self.checklist
        return {
            "dimension": [one.id for one in checklist.dimensions],
            "tema": [one.id for one in checklist.themes],
            "skala": [one.id for one in checklist.scales],
            "tagg": [one.id for one in checklist.tags],
            "fasett": [one.id for one in checklist.facets],
            "strategimal": [one.id for one in checklist.strategy_goals],
            "avsnitt": [one.id for one in checklist.sections],
            "punkt": [one.id for one in checklist.items],
            "hallplats": [one.id for one in checklist.gates],
            "malkonflikt": [one.id for one in checklist.conflict_rules],
            "mal": GOALS,
        }

    @cached_property
    def items(self) -> list[tuple[Path, Item]]:
        """Every question with its path, in walking order."""
        return [
            (("avsnitt", number, "punkt", position), item)
            for number, section in enumerate(self.checklist.sections)
            for position, item in enumerate(section.items)
        ]

    @cached_property
    def _item_by_id(self) -> dict[str, Item]:
        # of two with one id the first is meant: the second is told as a fault
        return {item.id: item for _, item in reversed(self.items)}

    def item(self, name: str | None) -> Item | None:
        """The question of an id."""
        return self._item_by_id.get(name or "")

    def scale(self, item: Item) -> Scale | None:
        """The scale of a question, if it has one that is there."""
        return self.checklist.scale_by_id.get(item.scale or "")

    @cached_property
    def conditions(self) -> list[tuple[Path, Condition]]:
        """Every condition with its path."""
        checklist = self.checklist
        shown = [((*path, "visas_om"), item.shown_if) for path, item in self.items]
        gates = [(("hallplats", number, "om"), gate.condition) for number, gate in enumerate(checklist.gates)]
        rules = [
            (("malkonflikt", number, "om"), rule.condition) for number, rule in enumerate(checklist.conflict_rules)
        ]
        depth = [(("regler", "fordjupad_om"), checklist.rules.deepened_if)]
        return [(path, condition) for path, condition in (*shown, *gates, *rules, *depth) if condition is not None]

    def may_exist(self, kind: str, name: str) -> bool:
        """Whether a name that is not known may belong to an entry with other faults."""
        return name in self.laid_aside or kind in self.nameless

    def unknown(self, kind: str, name: str | None, path: Path) -> Iterator[Finding]:
        """A finding when a name that is pointed at is not there."""
        if name is None or name in self.known[kind] or self.may_exist(kind, name):
            return
        if any((row.kind, row.id) == (kind, name) for row in self.checklist.dropped):
            yield Finding(kinds.UNKNOWN_NAME, path, overlay_texts.dropped_here(noun(kind), name))
            return
        # with entries laid aside the list of choices would not be whole
        known = self.known[kind]
        near = nearest(name, known) if self.laid_aside else None
        suggestion = advice(name, known) if not self.laid_aside else did_you_mean(near) if near else ""
        yield Finding(kinds.UNKNOWN_NAME, path, texts.not_there(noun(kind), name), suggestion)
