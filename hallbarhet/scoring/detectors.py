"""What may stand against what: every possible conflict of a checklist, and the detectors that look for it (B6).

A conflict has one or more detectors (a pair that holds both ways has two); a detector belongs to one conflict, its
`owner`. `P` counts the detectors of one kind; thresholds stand as columns, [P, 1], with rounding included
(`codes.from_`).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hallbarhet.scoring.codes import Bools, Codes, Floats, Places, from_

MATRIX_STRONG = -2.0
"""R at or below this is a direct conflict between goals; a constant of method 1."""

MATRIX_NET = -0.33
"""A net effect on a goal below this is an indirect conflict; a constant of method 1."""

PAIR_STRONG = 1 / 3
"""θ of a declared pair that names none: somebody has said that these two pull apart, so less is needed."""

FREE_STRENGTH = 2 / 3
"""Strength of a free condition that declares none."""


@dataclass(frozen=True, eq=False)
class Possible:
    """A conflict that may be found, declared in the checklist or not."""

    id: str
    kind: str
    title: str
    """Empty where nobody declared it."""
    is_declared: bool
    against: tuple[str, ...]
    """What stands against what, where that is known beforehand; otherwise the answers tell."""
    items: tuple[int, ...]
    """Questions whose answers decide it, in walking order."""
    item_ids: tuple[str, ...]
    """The same by id."""
    facet: str = ""


@dataclass(frozen=True, eq=False)
class Owned:
    """What detectors of every kind have."""

    owner: Places
    """The conflict of each detector, shape [P]."""
    irreversible: Codes
    """1 where a rule says that it cannot be undone: one step of severity, shape [P]."""
    protected: Codes
    """1 where something protected takes part, as far as that is known beforehand: one more step, shape [P]."""


@dataclass(frozen=True, eq=False)
class Pairs(Owned):
    """Declared pairs: one question up and another down."""

    gains: Places
    loses: Places
    gain_from: Floats
    loss_from: Floats


@dataclass(frozen=True, eq=False)
class Masks(Owned):
    """Plus and minus that cancel in a theme, dimension or tag."""

    group: Places
    """Themes first, then dimensions, then tags."""
    masking_from: Floats
    same: Places
    """Detectors that may see the same answers: two of them and the group of what they share, shape [3, pairs]."""

    @cached_property
    def same_groups(self) -> Places:
        """The groups of those two, and the one they share, shape [3, pairs]."""
        return np.array([self.group[self.same[0]], self.group[self.same[1]], self.same[2]])


@dataclass(frozen=True, eq=False)
class Gaps(Owned):
    """Dimensions far apart."""

    pairs: Places
    """Slots of ordered pairs i·D + j of dimensions; D² is nobody, shape [places, P]."""
    members: Places
    """Slots of dimensions; D is nobody, shape [places, P]."""
    gap_from: Floats


@dataclass(frozen=True, eq=False)
class Splits(Owned):
    """Answers that differ between groups, places or times."""

    cells: Places
    """Slots of facet cells; the number of cells is nobody, shape [places, P]."""
    items: Places
    """Question of each facet cell, shape [cells]."""
    is_long_term: Bools
    """Cells whose loss cannot be undone, shape [cells + 1]."""
    uneven_from: Floats


@dataclass(frozen=True, eq=False)
class Tensions(Owned):
    """One strategy goal gaining while another loses."""

    gains: Places
    loses: Places
    points_from: Floats


@dataclass(frozen=True, eq=False)
class Pulls(Owned):
    """Progress on one goal that hurts a sensitive one."""

    source: Places
    influence: Floats
    """|R| / 3 of each, shape [P]."""


@dataclass(frozen=True, eq=False)
class Drags(Owned):
    """Goals that the case says nothing bad about, and that come out worse when goals move each other."""

    target: Places


@dataclass(frozen=True, eq=False)
class Frees(Owned):
    """Free conditions."""

    root: Places
    """Row of the condition."""
    strength: Floats


@dataclass(frozen=True)
class Limits:
    """When masked conflicts count as such; `[regler.konflikt]`."""

    strong: float
    activity_min: float

    @cached_property
    def strong_from(self) -> float:
        """What a strong value must reach, rounding included (`codes.from_`)."""
        return float(from_(self.strong))

    @cached_property
    def active_from(self) -> float:
        """What plus and minus together must reach, rounding included."""
        return float(from_(self.activity_min))


@dataclass(frozen=True, eq=False)
class Gathering:
    """How findings are sorted by conflict."""

    order: Places
    """Detectors with those of the same conflict side by side."""
    present: Places
    """The conflicts that have any."""
    starts: Places
    """Where each of those starts in the order."""
    is_one_each: bool
    """Whether every conflict has exactly one detector, so that sorting is all there is to do."""


@dataclass(frozen=True, eq=False)
class Detectors:
    """Every possible conflict, in the order they are told: declared ones first."""

    possible: tuple[Possible, ...]
    limits: Limits
    pairs: Pairs
    masks: Masks
    gaps: Gaps
    splits: Splits
    tensions: Tensions
    pulls: Pulls
    drags: Drags
    frees: Frees
    merges: Places
    """Conflicts on the same questions or goals, earlier first, shape [2, pairs]: when both are found they are one."""

    @property
    def count(self) -> int:
        """How many conflicts are possible."""
        return len(self.possible)

    @cached_property
    def index(self) -> dict[str, int]:
        """Place by conflict id."""
        return {possible.id: place for place, possible in enumerate(self.possible)}

    @property
    def kinds(self) -> tuple[Owned, ...]:
        """Detectors of each kind, in the order of the fields above."""
        return (self.pairs, self.masks, self.gaps, self.splits, self.tensions, self.pulls, self.drags, self.frees)

    @cached_property
    def steps(self) -> Codes:
        """Steps of severity of every detector, kind after kind, known beforehand; a column."""
        steps: Codes = np.concatenate([kind.irreversible + kind.protected for kind in self.kinds])[:, None]
        return steps

    @cached_property
    def gathering(self) -> Gathering:
        """How the detectors, kind after kind, are gathered by conflict."""
        owners = np.concatenate([kind.owner for kind in self.kinds])
        order = np.argsort(owners, kind="stable")
        present, starts = np.unique(owners[order], return_index=True)
        return Gathering(order, present, starts, is_one_each=len(present) == len(owners) == self.count)

    @cached_property
    def same(self) -> tuple[Places, Places]:
        """Pairs of conflicts that may turn out to be one, [2, pairs], and the order in which they are merged.

        Masked detectors first, then gaps, then those that are known beforehand.
        """
        masked = self.masks.owner[self.masks.same[:2]]
        gaps = self.gaps.owner[self.gap_pairs]
        pairs = np.concatenate([masked, gaps, self.merges], axis=1)
        return pairs, np.lexsort((pairs[0], pairs[1]))

    @cached_property
    def gap_pairs(self) -> Places:
        """Every pair of gap detectors, [2, pairs]."""
        return np.array(np.triu_indices(self.gaps.owner.size, 1), dtype=np.intp)
