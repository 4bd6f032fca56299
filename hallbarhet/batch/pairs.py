"""Two checklists made ready for re-scoring: every plan that a record made with the one is to be counted with.

A pair knows no checklist, so that it can be sent to a process that loads none; `batch.pairing` makes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from hallbarhet.batch.carry import Carry
from hallbarhet.scoring.index import IndexRule
from hallbarhet.scoring.levels import LevelRules
from hallbarhet.scoring.plan import Plan

Factor = Literal["vikter", "fragor", "trosklar"]
"""What can have changed between two versions: weights; questions with their scales and places; thresholds and caps of
levels, with the way dimensions become an index. Thresholds never move the index, only the level."""

FACTORS: Final[tuple[Factor, ...]] = ("vikter", "fragor", "trosklar")


@dataclass(frozen=True, eq=False)
class Side:
    """One way to count: the new checklist, or an alternative of it."""

    name: str | None
    plan: Plan
    core: Plan
    """The same; dimensions without any question in common weigh nothing."""
    factors: tuple[Factor, ...]
    """What differs from the old checklist."""
    crossed: Mapping[tuple[bool, bool], Plan]
    """Plans by whether weights and whether questions are the new ones, where it is not both or neither."""
    rules: Mapping[tuple[bool, bool], tuple[IndexRule, LevelRules]]
    """How index and level are made, by whether questions and whether thresholds are the new ones: caps are on
    dimensions, and those follow the questions."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """An alternative that names what the checklist does not have."""

    name: str | None
    reason: str


@dataclass(frozen=True, eq=False)
class Pair:
    """The checklist that some records were made with, and every way to count them anew."""

    fingerprint: str
    """The old checklist's; empty where nobody has kept it."""
    id: str
    version: str
    old: Plan | None
    """None where nobody has kept the old checklist."""
    new: Plan
    carry: Carry | None
    """None where the answers stay as they are, and where nobody knows what they meant."""
    sides: tuple[Side | Unfit, ...]

    @property
    def is_same(self) -> bool:
        """Whether the records are counted anew under their own checklist."""
        return self.old is not None and self.carry is None

    def between(self, values: Mapping[int, tuple[float, ...]]) -> "Pair":
        """The same, also knowing the grades between two steps that some answers hold (see `Plan.between`)."""
        sides = tuple(
            side
            if isinstance(side, Unfit)
            else replace(
                side,
                plan=side.plan.between(values),
                core=side.core.between(values),
                crossed={key: plan.between(values) if key[1] else plan for key, plan in side.crossed.items()},
            )
            for side in self.sides
        )
        return replace(self, new=self.new.between(values), sides=sides)
