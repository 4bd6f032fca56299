"""Gates: where a case stops, is held, or has something to hand in (B5)."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from hallbarhet.scoring.activity import ASKED, Activity
from hallbarhet.scoring.codes import FALSE, NEW, TRUE, UNANSWERED, UNMAPPABLE, Bits, Bools, Codes, Places
from hallbarhet.scoring.groups import slots

Effect = Literal["alltid", "avvakta", "stopp", "krav"]

UNDECIDED, GO_ON, RETHINK, END = 0, 1, 2, 3
"""The decision at a gate; the last three are `vidare`, `tank_om` and `avsluta`."""

EXPLAINED, COMPLETE, HANDED_IN = 1, 2, 4
"""Bits of what is written at a gate: a reason; a reason, a name and a date; every document that was asked for."""


@dataclass(frozen=True, eq=False)
class Gates:
    """Every gate of a checklist."""

    ids: tuple[str, ...]
    effects: tuple[Effect, ...]
    roots: tuple[int, ...]
    """Row of each gate's condition; −1 where it has none."""
    required: tuple[Places, ...]
    """For gates that are always decided: the questions without which their part is not fully answered."""
    questions: int
    """How many questions the checklist has."""
    documents: tuple[tuple[str, ...], ...]
    """What each gate asks to be handed in."""

    @cached_property
    def stops(self) -> Bools:
        """Gates that stop, shape [G]."""
        return self._having("stopp")

    @cached_property
    def waits(self) -> Bools:
        """Gates that are decided when their condition holds, shape [G]."""
        return self._having("avvakta")

    @cached_property
    def always(self) -> Bools:
        """Gates that are always decided, shape [G]."""
        return self._having("alltid")

    @cached_property
    def can_be_passed(self) -> Bools:
        """Gates that a decision to go on settles, shape [G]."""
        return self.always | self.waits

    @cached_property
    def asks(self) -> Bools:
        """Gates that ask for documents, shape [G]."""
        return self._having("krav")

    @cached_property
    def ever(self) -> Places:
        """Places of the gates that are always decided."""
        return np.flatnonzero(self.always)

    @cached_property
    def required_slots(self) -> Places:
        """Slots of the required questions of those gates; the number of questions is nobody."""
        return slots([self.required[gate].tolist() for gate in self.ever], self.questions)

    @cached_property
    def index(self) -> dict[str, int]:
        """Place by gate id."""
        return {gate: place for place, gate in enumerate(self.ids)}

    @cached_property
    def wants_documents(self) -> Bools:
        """Gates that want something handed in, shape [G]."""
        return np.array([bool(documents) for documents in self.documents], dtype=np.bool_)

    @cached_property
    def rows(self) -> Places:
        """Row of each gate's condition; where it has none the last row, which is always false."""
        return np.array(self.roots, dtype=np.intp)

    def _having(self, effect: Effect) -> Bools:
        return np.array([own == effect for own in self.effects], dtype=np.bool_)


@dataclass(frozen=True, eq=False)
class GateFindings:
    """What stands at each gate, shape [n, G]."""

    triggered: Codes
    """FALSE, MAYBE or TRUE."""
    decisions: Codes
    is_settled: Bools
    """Whether nothing more has to be decided or handed in."""
    holds: Bools
    """Whether the gate by itself keeps the case at *hållplats*."""


def judge(gates: Gates, truths: Codes, activity: Activity, decisions: Codes, written: Bits) -> GateFindings:
    """Gates of n assessments. `truths` are the rows of the conditions, [rows, n]; the others are [n, G].

    A decision of `tank_om` holds a case as long as what triggered the gate remains; a `krav` gate never holds one.
    """
    triggered = truths[gates.rows]
    if gates.ever.size:
        triggered[gates.ever] = _fully_answered(gates, activity)
    found = triggered.T
    is_complete, goes_on = (written & COMPLETE) > 0, decisions == GO_ON
    is_explained, is_handed_in = (written & EXPLAINED) > 0, (written & HANDED_IN) > 0
    ended = is_complete & (decisions == END)
    passed = goes_on & is_complete & gates.can_be_passed
    met = gates.asks & ((goes_on & is_explained) | (gates.wants_documents & is_handed_in))
    is_triggered = found == TRUE
    rethought = (decisions == RETHINK) & (gates.always | (found != FALSE)) & ~gates.asks
    is_settled = ~rethought & (ended | met | passed | ~is_triggered)
    undecided = is_triggered & gates.can_be_passed & ~passed & ~ended
    return GateFindings(found, decisions, is_settled, rethought | undecided)


def _fully_answered(gates: Gates, activity: Activity) -> Codes:
    """TRUE at each gate that is always decided where every required question asked in its part has an answer."""
    codes = activity.codes
    is_open = np.zeros((codes.shape[0] + 1, codes.shape[1]), dtype=np.bool_)
    is_open[:-1] = ((codes == UNANSWERED) | (codes == NEW) | (codes == UNMAPPABLE)) & (activity.asked == ASKED)
    left = np.logical_or.reduce(is_open[gates.required_slots], axis=0)
    return np.where(left, np.int8(FALSE), np.int8(TRUE))
