"""What may stand against what: every possible conflict of a checklist, and the detectors that look for it (B6).

A conflict has one or more detectors (a pair that holds both ways has two); a detector belongs to one conflict, its `owner`.
`P` counts the detectors of one kind.
"""

from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.codes import Bools, Codes, Floats, Places

MATRIX_STRONG = -2.0
"""R at or below this is a direct conflict between goals; a constant of method 1."""

MATRIX_NET = -0.33
"""A net effect on a goal below this is an indirect conflict; a constant of method 1."""

PAIR_STRONG = 1 / 3
"""θ of a declared pair that names none: somebody has said that these two pull apart, so less is needed."""

FREE_STRENGTH = 2 / 3
"""Strength of a free condition that declares none."""


@dataclass(frozen=True)
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

    @property
    def steps(self) -> Codes:
        """Steps of severity known beforehand, a column: shape [P, 1]."""
        return (self.irreversible + self.protected)[:, None]


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
    same: tuple[tuple[int, int, int], ...]
    """Detectors that may see the same answers: two of them and the group of what they share."""


@dataclass(frozen=True, eq=False)
class Gaps(Owned):
    """Dimensions far apart."""

    pairs: Places
    """Slots of ordered pairs i·D + j of dimensions; D² is nobody, shape [places, P]."""
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
    """When undeclared detectors fire; `[regler.konflikt]`."""

    strong: float
    activity_min: float


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
    merges: tuple[tuple[int, int], ...]
    """Conflicts on the same questions or goals, the earlier first: when both are found they are one."""

    @property
    def count(self) -> int:
        """How many conflicts are possible."""
        return len(self.possible)

    def owners(self) -> Places:
        """The conflict of every detector, kind after kind in the order of `detection.KINDS`."""
        kinds = (
            self.pairs, self.masks, self.gaps, self.splits, self.tensions, self.pulls, self.drags, self.frees,
        )  # fmt: skip
        return np.concatenate([kind.owner for kind in kinds])
