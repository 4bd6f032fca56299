"""From what the detectors see to conflicts: each told once, graded, and with how much of it is written."""

from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.codes import TRUE, Bits, Bools, Codes, Floats, Shorts
from hallbarhet.scoring.detection import Farthest, Found
from hallbarhet.scoring.detectors import Detectors
from hallbarhet.scoring.severity import COMPLETENESS, CRITICAL, NOT_HANDLED, graded


@dataclass(frozen=True, eq=False)
class ConflictFindings:
    """Every possible conflict of n assessments, shape [n, C]."""

    triggered: Codes
    """FALSE, MAYBE or TRUE."""
    strength: Floats
    """0 where it is not triggered, and so is the severity."""
    severity: Codes
    documented: Floats
    """K: share of the required fields that are written, 1 where nothing is required."""
    status: Codes
    """What was written, or `NOT_HANDLED`."""
    leader: Shorts
    """The conflict that each is told as: itself, or an earlier one on the same questions or goals."""
    is_critical: Bools
    """Whether any conflict told is critical and not fully written about, shape [n]."""
    farthest: Farthest | None
    """The dimensions farthest apart, where gaps are looked for."""

    @property
    def gap_pairs(self) -> Codes:
        """The dimensions farthest apart, i·D + j, for each gap detector, shape [n, gap detectors]."""
        if self.farthest is None:
            return np.zeros((len(self.triggered), 0), dtype=np.int8)
        return self.farthest.pairs.T

    @property
    def is_told(self) -> Bools:
        """Whether a conflict stands under its own name, shape [n, C]."""
        told: Bools = self.leader == np.arange(self.leader.shape[1])
        return told


@dataclass(frozen=True, eq=False)
class Graded:
    """Conflicts with what their detectors see together, shape [C, n]."""

    triggered: Codes
    strength: Floats
    severity: Codes


def gathered(detectors: Detectors, found: list[Found], n: int) -> Graded:
    """The surest, the strongest and the gravest that each conflict's detectors see."""
    if not found:
        shape = (detectors.count, n)
        return Graded(np.zeros(shape, np.int8), np.zeros(shape), np.zeros(shape, np.int8))
    triggered = np.concatenate([kind.triggered for kind in found])
    sure = triggered == TRUE
    strength = np.concatenate([kind.strength for kind in found]) * sure
    steps = np.empty(triggered.shape, dtype=np.int8)
    steps[:] = detectors.steps
    start = 0
    for kind in found:
        if kind.steps is not None:
            steps[start : start + len(kind.steps)] = kind.steps
        start += len(kind.triggered)
    severity = graded(strength, steps) * sure
    how = detectors.gathering
    if how.is_one_each:
        return Graded(triggered[how.order], strength[how.order], severity[how.order])
    whole = []
    for part in (triggered, strength, severity):
        target = np.zeros((detectors.count, n), dtype=part.dtype)
        target[how.present] = np.maximum.reduceat(part[how.order], how.starts, axis=0)
        whole.append(target)
    return Graded(*whole)


def same(detectors: Detectors, whole: Graded, loud: Floats, farthest: Farthest | None, dimensions: int) -> Bools:
    """Where each pair of `detectors.same` is one conflict, shape [pairs, n].

    Two masked detectors are when they see exactly the same strong answers, `loud` of them in each group; two gaps when
    the same two dimensions are farthest apart.
    """
    (firsts, seconds), _ = detectors.same
    triggered = whole.triggered[firsts]
    found: Bools = (triggered == whole.triggered[seconds]) & (triggered > 0)
    if not found.any():
        return found
    first, second, shared = loud[detectors.masks.same_groups]
    found[: len(first)] &= (first == shared) & (second == shared)
    gaps = found[len(first) : len(first) + detectors.gap_pairs.shape[1]]
    if farthest is not None and gaps.any():
        ends = np.sort(np.divmod(farthest.pairs, dimensions), axis=0)[:, detectors.gap_pairs]
        gaps &= (ends[:, 0] == ends[:, 1]).all(axis=0)
    return found


def settled(
    detectors: Detectors, whole: Graded, one: Bools, statuses: Codes, written: Bits, farthest: Farthest | None
) -> ConflictFindings:
    """Conflicts told once, with how much of each is written; `statuses` and `written` have the shape [n, C].

    Of several that are one the first is told, with the highest severity; what was written under any of their names
    counts.
    """
    count, n = whole.triggered.shape
    leader = np.repeat(np.arange(count, dtype=np.int16)[:, None], n, axis=1)
    strength, severity, status, fields = whole.strength, whole.severity, statuses.T, written.T
    pairs, order = detectors.same
    merging = order[np.logical_or.reduce(one, axis=1)[order]]
    if merging.size:
        status, fields = status.copy(), fields.copy()
    for first, second, where in zip(*pairs[:, merging], one[merging], strict=True):
        rows = np.flatnonzero(where & (leader[second] == second))
        to = leader[first, rows]
        leader[second, rows] = to
        strength[to, rows] = np.maximum(strength[to, rows], strength[second, rows])
        severity[to, rows] = np.maximum(severity[to, rows], severity[second, rows])
        unwritten = status[to, rows] == NOT_HANDLED
        status[to, rows] = np.where(unwritten, status[second, rows], status[to, rows])
        fields[to, rows] = np.where(unwritten, fields[second, rows], fields[to, rows])
    documented, is_critical = np.ones((count, n)), np.zeros(n, dtype=np.bool_)
    some = np.nonzero(severity)
    grades = severity[some]
    written_of = COMPLETENESS[grades, np.maximum(status[some], 0), fields[some]]
    documented[some] = written_of
    is_open = (grades == CRITICAL) & (written_of < 1) & (leader[some] == some[0])
    is_critical[some[1][is_open]] = True
    return ConflictFindings(
        triggered=whole.triggered.T,
        strength=strength.T,
        severity=severity.T,
        documented=documented.T,
        status=status.T,
        leader=leader.T,
        is_critical=is_critical,
        farthest=farthest,
    )
