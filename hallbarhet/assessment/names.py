"""What an id of a checklist stands for on screen."""

from dataclasses import dataclass

from hallbarhet.checklist.model import Checklist
from hallbarhet.texts.goals import GOALS
from hallbarhet.texts.walk import CASE_FIELDS


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one checklist; an id it does not know is its own name."""

    checklist: Checklist

    def item(self, id_: str) -> str:
        """The short name of a question."""
        found = self.checklist.item_by_id.get(id_)
        return found.name if found else id_

    def group(self, id_: str) -> str:
        """The name of a dimension, theme, tag or strategy goal."""
        lists = (
            self.checklist.dimensions, self.checklist.themes, self.checklist.tags, self.checklist.strategy_goals,
        )  # fmt: skip
        return next((entry.name for entries in lists for entry in entries if entry.id == id_), id_)

    def goal(self, number: str) -> str:
        """An Agenda 2030 goal by number and name, or a strategy goal by name."""
        return f"mål {number} {GOALS[number]}" if number in GOALS else self.group(number)

    def facet(self, id_: str) -> str:
        """The name of a facet, inside a sentence."""
        found = self.checklist.facet_by_id.get(id_)
        return found.name.lower() if found else id_

    def category(self, id_: str) -> str:
        """The words of a group, place or time."""
        categories = (category for facet in self.checklist.facets for category in facet.categories)
        return next((category.text for category in categories if category.id == id_), id_)

    def gate(self, id_: str) -> str:
        """The title of a gate."""
        found = self.checklist.gate_by_id.get(id_)
        return found.title if found else id_

    def level(self, number: int) -> str:
        """What the checklist calls a level."""
        return next((level.name for level in self.checklist.levels if level.level == number), "")

    def case_field(self, id_: str) -> str:
        """The name of a case field, the checklist's own too."""
        own = {field.id: field.text for field in self.checklist.rules.case_fields}
        return own.get(id_) or CASE_FIELDS.get(id_, id_)

    def opposed(self, id_: str) -> str:
        """What may stand on a side of a conflict: a question, a dimension, a theme or a goal."""
        found = self.item(id_)
        return found if found != id_ else self.goal(id_)

    def anything(self, id_: str) -> str:
        """Whatever has this id: a question, a group, a goal or a category."""
        for found in (self.item(id_), self.group(id_), self.goal(id_), self.category(id_)):
            if found != id_:
                return found
        return id_
