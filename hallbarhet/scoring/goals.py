"""What answers say about goals, Agenda 2030's or the region's own (B7), and how goals move each other (B6)."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hallbarhet.scoring.codes import Floats, Places
from hallbarhet.scoring.groups import Groups, chunks, summed
from hallbarhet.scoring.sums import CENTRAL, GOAL_PLUS, HIGH, LOW, WEIGHT, Sums, Tables, rows_first, shares


@dataclass(frozen=True, eq=False)
class Links:
    """Which question speaks of which goal; one link per question and goal, `L` links and `G` goals."""

    goals: tuple[str, ...]
    """Agenda goals by number, strategy goals in the checklist's order."""
    items: Places
    """Question of each link, shape [L]."""
    of_goal: Places
    """Goal of each link, shape [L]."""
    strength: Floats
    """λ: 1 for each direct and a half for each indirect target of the goal, shape [L]."""
    share: Floats
    """The strength over all the question's links, so that no answer counts twice, shape [L]."""
    by_goal: Groups
    """Links of each goal; `L` is nobody."""
    nobody: int
    """The question that is nobody."""

    @cached_property
    def run_items(self) -> Places:
        """Question of each link, in the order of `by_goal`."""
        return np.append(self.items, self.nobody)[self.by_goal.members]

    @cached_property
    def run_strength(self) -> Floats:
        """λ in the same order, a column."""
        return np.append(self.strength, 0.0)[self.by_goal.members, None]

    @cached_property
    def run_share(self) -> Floats:
        """The share in the same order, a column."""
        return np.append(self.share, 0.0)[self.by_goal.members, None]

    @property
    def count(self) -> int:
        """How many goals there are."""
        return len(self.goals)


@dataclass(frozen=True, eq=False)
class Matrix:
    """How goals move each other: R, row influences column, and the share β that is passed on once more."""

    influence: Floats
    """R, −3 to 3, shape [G, G]."""
    second_order: float

    @property
    def outgoing(self) -> Floats:
        """D_out: how much each goal influences others, shape [G]."""
        outgoing: Floats = self._others.sum(axis=1)
        return outgoing

    @property
    def incoming(self) -> Floats:
        """D_in: how much each goal is influenced, shape [G]."""
        incoming: Floats = self._others.sum(axis=0)
        return incoming

    @property
    def total(self) -> Floats:
        """T: outgoing influence with a share β of what it sets off in turn, shape [G]."""
        passed_on: Floats = (self._others * self.outgoing).sum(axis=1)
        return self.outgoing + self.second_order * passed_on

    @property
    def spread(self) -> Floats:
        """M, so that the net effect on goals is the direct effect times M: first order and a share of the second."""
        first = self._others / 3
        second = np.array(
            [[float((first[i] * first[:, j]).sum()) for j in range(len(first))] for i in range(len(first))]
        )
        return np.eye(len(first)) + first + self.second_order * second

    @property
    def _others(self) -> Floats:
        """R without what a goal would do to itself."""
        return np.where(np.eye(len(self.influence), dtype=np.bool_), 0.0, self.influence)


@dataclass(frozen=True, eq=False)
class GoalPoints:
    """Gross plus and minus of each goal in points of the index, and the questions behind, shape [n, G]."""

    plus: Floats
    minus: Floats
    items: Floats
    """Linked questions that apply."""
    unknown: Floats
    """Those of them that nobody has answered yet."""


def unit_points(sums: Sums, dimension_of: Places, weights: Floats) -> Floats:
    """What one unit of a question's own weight is worth in the index, in points, by theme, shape [T + 1, n].

    The weight of a question times this is 100·π (B3). A question without a theme is worth nothing.
    """
    worth = sums.dimension_is_live * weights[:, None]
    share = shares(100 * worth, summed(worth))
    points = np.zeros(sums.unit.shape)
    np.multiply(share[dimension_of], sums.unit[:-1], out=points[:-1])
    return points


def _over_goals(links: Links, table: Floats, sums: Sums, worth: Floats, begin: int = 0) -> Floats:
    """Sums over each goal of some rows of a table, [codes, rows]; shape [rows, G, n].

    Those from `begin` on are weighed: `worth` is what each link counts for, in the order of `by_goal`, [L, n] or
    [L, 1].
    """
    n = sums.flat.shape[1]
    every, lines = np.broadcast_to(worth, (len(worth), n)), np.ascontiguousarray(table)
    whole = np.empty((lines.shape[1], links.count, n))
    for chunk in chunks(n):
        found = lines.take(sums.flat[links.run_items, chunk], axis=0)
        found[:, :, begin:] *= every[:, chunk, None]
        whole[:, :, chunk] = rows_first(links.by_goal.summed(found)[:-1])
    return whole


def shared(links: Links, tables: Tables, sums: Sums, worth: Floats, rows: int) -> Floats:
    """Counts and shares of the index by goal, the first `rows` of `Tables.goals`, shape [rows, G, n].

    `worth` is what one unit of weight is worth for each link in the order of `by_goal`, shape [L, n].
    """
    return _over_goals(links, tables.goals[:, :rows], sums, links.run_share * worth, GOAL_PLUS)


def bounded(links: Links, tables: Tables, sums: Sums, worth: Floats) -> Floats:
    """Lowest, central and highest share of the index by goal, plus less minus, shape [3, G, n]; `worth` as above."""
    return _over_goals(links, tables.sums[:, LOW : HIGH + 1], sums, links.run_share * worth)


def effects(links: Links, tables: Tables, sums: Sums) -> Floats:
    """e: the case's own effect on each goal, −1 to 1, lowest, central and highest, shape [3, G, n].

    The weighted mean of the linked questions that apply; 0 where there are none. Raw links, not shares: a signal of
    direction, not a part of the index.
    """
    found = _over_goals(links, tables.sums[:, [LOW, CENTRAL, HIGH, WEIGHT]], sums, links.run_strength)
    return shares(found[:-1], found[-1])


def net_effects(matrix: Matrix, effect: Floats) -> Floats:
    """The effect on each goal once goals have moved each other, n = e + f1 + f2, shape [3, G, n].

    A signal, never added to a score and not clipped. The bounds take every goal at its own worst or best, and may so be
    wider than the answers allow, never narrower.
    """
    net = np.zeros(effect.shape)
    spread = matrix.spread
    helps, harms = np.maximum(spread, 0), np.minimum(spread, 0)
    for goal in range(len(spread)):
        net[0] += helps[goal][:, None] * effect[0, goal] + harms[goal][:, None] * effect[2, goal]
        net[1] += spread[goal][:, None] * effect[1, goal]
        net[2] += helps[goal][:, None] * effect[2, goal] + harms[goal][:, None] * effect[0, goal]
    return net
