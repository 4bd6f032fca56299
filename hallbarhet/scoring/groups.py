"""Members of groups laid out so that sums over many groups take few steps, always in the same order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.codes import Floats, Places

_CHUNK = 128

_WASTE = 2
"""How many times its members a layout with every group as long as the longest may take before it is not worth it."""


@dataclass(frozen=True, eq=False)
class Groups:
    """Groups of members laid out place by place: the first member of every group, then the second, and so on.

    Sums add one place after the other, never all members of a group at once, so that their rounding depends neither on
    how many assessments are scored together nor on the machine. An empty group stands last.
    """

    members: Places
    """Every member of every group, shape [members]; `nobody` fills up short groups."""
    lengths: tuple[int, ...]
    """How many groups take part at each place, the longest groups first; all of them where short ones are filled up."""
    order: Places
    """Where each group stands among those laid out, shape [groups + 1]; empty where they stand in their own order."""
    count: int
    """How many groups there are, without the empty one."""

    @staticmethod
    def of(groups: Iterable[Iterable[int]], nobody: int) -> "Groups":
        """Groups laid out; members keep their order. Summing `nobody` must add nothing."""
        given = [*map(list, groups), []]
        places = max([1, *map(len, given)])
        if places * len(given) <= _WASTE * sum(map(len, given)) + len(given):
            return Groups(slots(given, nobody).ravel(), (len(given),) * places, np.zeros(0, np.intp), len(given) - 1)
        longest_first = sorted(range(len(given)), key=lambda group: -len(given[group]))
        runs = [[given[g][place] for g in longest_first if place < len(given[g])] for place in range(places)]
        order = np.empty(len(given), dtype=np.intp)
        order[longest_first] = np.arange(len(given))
        members = np.array([member for run in runs for member in run], dtype=np.intp)
        return Groups(members, tuple(map(len, runs)), order, len(given) - 1)

    def summed(self, parts: Floats) -> Floats:
        """Sum over each group, shape [groups + 1, …]; `parts` are what every member adds, [members, …]."""
        if not self.order.size:
            # Several groups stand side by side at each place, so the inner loop runs over them and never along a group.
            total: Floats = np.add.reduce(self._by_place(parts), axis=0)
            return total
        total = np.zeros((len(self.order), *parts.shape[1:]))
        start = 0
        for length in self.lengths:
            total[:length] += parts[start : start + length]
            start += length
        return total[self.order]

    def largest(self, parts: Floats, nothing: float) -> Floats:
        """Largest value of each group, `nothing` where it has no members, shape [groups + 1, …]."""
        if not self.order.size:
            largest: Floats = np.maximum.reduce(self._by_place(parts), axis=0)
            return largest
        largest = np.full((len(self.order), *parts.shape[1:]), float(nothing))
        start = 0
        for length in self.lengths:
            np.maximum(largest[:length], parts[start : start + length], out=largest[:length])
            start += length
        return largest[self.order]

    def _by_place(self, parts: Floats) -> Floats:
        return parts.reshape(len(self.lengths), self.count + 1, *parts.shape[1:])


def chunks(n: int) -> Iterator[slice]:
    """Assessments a few hundred at a time: few enough to stay in the processor's cache."""
    return (slice(start, start + _CHUNK) for start in range(0, n, _CHUNK))


def slots(groups: Iterable[Iterable[int]], nobody: int) -> Places:
    """Members of some groups side by side, shape [places, groups]; short groups are filled up with `nobody`."""
    given = [list(group) for group in groups]
    places = max([1, *map(len, given)])
    padded = [group + [nobody] * (places - len(group)) for group in given]
    return np.array(padded, dtype=np.intp).reshape(len(given), places).T.copy()


def summed(parts: Floats) -> Floats:
    """Sums over the second axis from the end, […, places, n], one place after the other."""
    total: Floats = parts[..., 0, :].copy()
    for place in range(1, parts.shape[-2]):
        total += parts[..., place, :]
    return total
