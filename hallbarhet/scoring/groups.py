"""Members of groups laid out so that sums over many groups are made with few steps, always in the same order."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.codes import Floats, Places


@dataclass(frozen=True, eq=False)
class Runs:
    """Groups of members, place by place: the first member of every group, then the second of those that have one, …

    Sums add one place at a time, so that their rounding depends neither on how many assessments are scored together nor
    on the machine.
    """

    members: Places
    """Every member of every group, shape [members]."""
    lengths: tuple[int, ...]
    """How many groups have a first member, a second, and so on; those groups come first."""
    order: Places
    """Where each group stands among those laid out longest first, shape [groups]."""

    @staticmethod
    def of(groups: Iterable[Iterable[int]]) -> "Runs":
        """Groups laid out; members keep their order."""
        given = [list(group) for group in groups]
        longest_first = sorted(range(len(given)), key=lambda group: -len(given[group]))
        places = max((len(group) for group in given), default=0)
        runs = [[given[g][place] for g in longest_first if place < len(given[g])] for place in range(places)]
        order = np.empty(len(given), dtype=np.intp)
        order[longest_first] = np.arange(len(given))
        return Runs(np.array([m for run in runs for m in run], dtype=np.intp), tuple(map(len, runs)), order)

    @property
    def count(self) -> int:
        """How many groups there are."""
        return len(self.order)

    def summed(self, parts: Floats) -> Floats:
        """Sum over each group, shape [rows, groups, n]; `parts` are rows for every member, [rows, members, n]."""
        total = np.zeros((parts.shape[0], len(self.order), parts.shape[2]))
        start = 0
        for length in self.lengths:
            total[:, :length] += parts[:, start : start + length]
            start += length
        return total[:, self.order]

    def largest(self, parts: Floats, nothing: float) -> Floats:
        """Largest value of each group, `nothing` where it has no members, shape [rows, groups, n]."""
        largest = np.full((parts.shape[0], len(self.order), parts.shape[2]), nothing)
        start = 0
        for length in self.lengths:
            np.maximum(largest[:, :length], parts[:, start : start + length], out=largest[:, :length])
            start += length
        return largest[:, self.order]


def slots(groups: Iterable[Iterable[int]], nobody: int) -> Places:
    """Members of some groups side by side, shape [places, groups]; short groups are filled up with `nobody`."""
    given = [list(group) for group in groups]
    places = max([1, *map(len, given)])
    padded = [group + [nobody] * (places - len(group)) for group in given]
    return np.array(padded, dtype=np.intp).reshape(len(given), places).T.copy()


def summed(parts: Floats) -> Floats:
    """Sums over the second axis of [rows, places, …], one place after the other."""
    total = parts[:, 0].copy()
    for place in range(1, parts.shape[1]):
        total += parts[:, place]
    return total
