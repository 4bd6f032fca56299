"""Where in a case one can be: every step of the walk, the overview beside it, and one goal conflict at a time."""

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal[
    "oversikt", "arende", "fraga", "hallplats", "malkonflikter", "malkonflikt", "kontroll", "samlad", "klart",
    "ta_reda_pa", "akten", "byt", "byt_till",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A page of an open case; `id` names the question, gate, conflict or offer, `field` where on it to stand."""

    kind: PlaceKind
    id: str = ""
    field: str = ""

    @property
    def page(self) -> "Place":
        """The same page, wherever on it one stands."""
        return Place(self.kind, self.id)


OVERVIEW = Place("oversikt")
CASE = Place("arende")
CONFLICTS = Place("malkonflikter")
CHECK = Place("kontroll")
JUDGEMENT = Place("samlad")
DONE = Place("klart")
FIND_OUT = Place("ta_reda_pa")
FILE = Place("akten")
CHANGE = Place("byt")
