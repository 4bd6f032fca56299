"""From what the detectors see to conflicts: each told once, graded, and with how much of it is written."""

from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.codes import TRUE, Bools, Codes, Floats, Places
from hallbarhet.scoring.detection import Found
from hallbarhet.scoring.detectors import Detectors, Masks
from hallbarhet.scoring.severity import COMPLETENESS, CRITICAL, NOT_HANDLED


@dataclass(frozen=True, eq=False)
class ConflictFindings:
    """Every possible conflict of n assessments, shape [n, C]."""

    triggered: Codes
    """FALSE, MAYBE or TRUE."""
    strength: Floats
    severity: Codes
    documented: Floats
    """K: share of the required fields that are written, 1 where nothing is required."""
    status: Codes
    """What was written, or `NOT_HANDLED`."""
    leader: Places
    """The conflict that each is told as: itself, or an earlier one on the same questions or goals."""
    gap_pairs: Codes
    """The dimensions farthest apart, i·D + j, for each gap detector, shape [n, gap detectors]."""

    @property
    def is_told(self) -> Bools:
        """Whether a conflict stands under its own name, shape [n, C]."""
        told: Bools = self.leader == np.arange(self.leader.shape[1])
        return told

    @property
    def is_critical(self) -> Bools:
        """Whether any conflict is critical and not fully written about, shape [n]."""
        critical: Bools = (self.severity == CRITICAL) & (self.documented < 1) & (self.triggered == TRUE)
        return (critical & self.is_told).any(axis=1)


def gathered(detectors: Detectors, owners: Places, found: list[Found]) -> Found:
    """What each conflict's detectors see together: the surest, the strongest and the gravest of them, shape [C, n]."""
    together = [np.concatenate(parts) for parts in zip(*((f.triggered, f.strength, f.severity) for f in found), strict=True)]
    n = together[0].shape[1]
    if len(owners) == detectors.count and (np.diff(owners) == 1).all():
        return Found(*together)
    order = np.argsort(owners, kind="stable")
    present, starts = np.unique(owners[order], return_index=True)
    whole = [np.zeros((detectors.count, n), dtype=part.dtype) for part in together]
    for target, part in zip(whole, together, strict=True):
        if len(present):
            target[present] = np.maximum.reduceat(part[order], starts, axis=0)
    return Found(*whole)


def same_answers(masks: Masks, triggered: Codes, loud: Floats) -> list[tuple[int, int, Bools]]:
    """Pairs of conflicts whose masked detectors see exactly the same strong answers, and where, [n]."""
    found = []
    for first, second, shared in masks.same:
        both: Bools = (triggered[first] == triggered[second]) & (triggered[first] > 0)
        both &= (loud[masks.group[first]] == loud[shared]) & (loud[masks.group[second]] == loud[shared])
        found.append((int(masks.owner[first]), int(masks.owner[second]), both))
    return found


def same_dimensions(owners: Places, triggered: Codes, pairs: Codes, dimensions: int) -> list[tuple[int, int, Bools]]:
    """Pairs of conflicts whose gap detectors see the same two dimensions, and where, [n]."""
    low, high = np.minimum(pairs // dimensions, pairs % dimensions), np.maximum(pairs // dimensions, pairs % dimensions)
    return [
        (
            int(owners[first]),
            int(owners[second]),
            (triggered[first] == triggered[second]) & (triggered[first] > 0)
            & (low[first] == low[second]) & (high[first] == high[second]),
        )
        for second in range(len(owners))
        for first in range(second)
    ]  # fmt: skip


def settled(
    found: Found, same: list[tuple[int, int, Bools]], status: Codes, written: Codes, gap_pairs: Codes
) -> ConflictFindings:
    """Conflicts told once, with how much of each is written; `status` and `written` have the shape [n, C].

    Of several on the same questions the first is told, with the highest severity; what was written under any of their
    names counts.
    """
    count, n = found.triggered.shape
    leader: Places = np.broadcast_to(np.arange(count, dtype=np.intp)[:, None], (count, n))
    strength, severity = found.strength, found.severity
    status, written = status.T, written.T
    merging = sorted((pair for pair in same if pair[2].any()), key=lambda pair: (pair[1], pair[0]))
    if merging:
        leader, strength, severity, status, written = (
            part.copy() for part in (leader, strength, severity, status, written)
        )
    for first, second, where in merging:
        rows = np.flatnonzero(where & (leader[second] == second))
        to = leader[first, rows]
        leader[second, rows] = to
        strength[to, rows] = np.maximum(strength[to, rows], strength[second, rows])
        severity[to, rows] = np.maximum(severity[to, rows], severity[second, rows])
        unwritten = status[to, rows] == NOT_HANDLED
        status[to, rows] = np.where(unwritten, status[second, rows], status[to, rows])
        written[to, rows] = np.where(unwritten, written[second, rows], written[to, rows])
    documented = np.ones((count, n))
    some = np.nonzero(severity)
    documented[some] = COMPLETENESS[severity[some], np.maximum(status[some], 0), written[some]]
    return ConflictFindings(found.triggered.T, strength.T, severity.T, documented.T, status.T, leader.T, gap_pairs.T)
