"""Conditions in three-valued logic: true, false, or depending on an answer that is not known yet (B5)."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hallbarhet.scoring.atoms import (
    RANGE_OF,
    CaseLeaf,
    GapLeaf,
    GroupLeaf,
    ItemLeaf,
    Known,
    Leaf,
    decide,
    leaf_truths,
)
from hallbarhet.scoring.bounds import truths_within
from hallbarhet.scoring.codes import FALSE, TRUE, Codes, Floats, Places
from hallbarhet.scoring.connectives import Node, Step, steps
from hallbarhet.scoring.questions import Questions


@dataclass(frozen=True, eq=False)
class _Plain:
    """Leaves whose points stand among the weighted means."""

    rows: Places
    lines: Places
    ends: Places
    """Rows of the sums that hold the lowest and the highest value, shape [2, leaves]."""
    least: Floats
    most: Floats


@dataclass(frozen=True, eq=False)
class Conditions:
    """Some conditions compiled to rows: leaves in written order, then connectives; `roots` are the rows asked for.

    Two rows that are always true and always false come last.
    """

    questions: Questions
    leaves: tuple[Leaf, ...]
    nodes: tuple[Node, ...]
    roots: tuple[int, ...]
    leaves_of: tuple[tuple[int, ...], ...]
    """The leaves under each root."""

    @cached_property
    def _table(self) -> tuple[Places, Places, Places, Codes]:
        """For every item leaf its row, its question, where its truths begin, and the truths by code in one long row."""
        rows = [(row, leaf) for row, leaf in enumerate(self.leaves) if isinstance(leaf, ItemLeaf)]
        flat = np.concatenate([np.zeros(0, np.int8), *(leaf_truths(self.questions, leaf) for _, leaf in rows)])
        starts = np.arange(len(rows), dtype=np.intp) * self.questions.width
        items = np.array([leaf.item for _, leaf in rows], dtype=np.intp)
        return np.array([row for row, _ in rows], dtype=np.intp), items, starts[:, None], flat

    @cached_property
    def _special(self) -> list[tuple[int, ItemLeaf | CaseLeaf]]:
        """Leaves that a table over codes cannot decide alone."""
        return [
            (row, leaf)
            for row, leaf in enumerate(self.leaves)
            if isinstance(leaf, CaseLeaf)
            or (isinstance(leaf, ItemLeaf) and (leaf.number is not None or leaf.choices or leaf.measure is not None))
        ]

    @cached_property
    def _plain(self) -> _Plain:
        found = [(r, leaf) for r, leaf in enumerate(self.leaves) if isinstance(leaf, GroupLeaf) and leaf.is_mean]
        ranges = [RANGE_OF[leaf.measure] for _, leaf in found]
        return _Plain(
            rows=np.array([row for row, _ in found], dtype=np.intp),
            lines=np.array([leaf.line for _, leaf in found], dtype=np.intp),
            ends=np.array(ranges, dtype=np.intp).reshape(len(ranges), 2).T,
            least=np.array([[leaf.bounds.least] for _, leaf in found]),
            most=np.array([[leaf.bounds.most] for _, leaf in found]),
        )

    @cached_property
    def _ranges(self) -> list[tuple[int, GroupLeaf | GapLeaf]]:
        """Other leaves over points."""
        return [
            (row, leaf)
            for row, leaf in enumerate(self.leaves)
            if isinstance(leaf, GapLeaf) or (isinstance(leaf, GroupLeaf) and not leaf.is_mean)
        ]

    @cached_property
    def root_rows(self) -> Places:
        """The rows asked for, as an index."""
        return np.array(self.roots, dtype=np.intp)

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        """Connectives of the same kind and height together, lowest first."""
        return steps(self.nodes, len(self.leaves))

    def truths(self, codes: Codes, known: Known) -> Codes:
        """Truth of every leaf and connective, shape [rows + 2, n]; `codes` has the shape [questions, n]."""
        found = np.empty((len(self.leaves) + len(self.nodes) + 2, codes.shape[1]), dtype=np.int8)
        found[-2], found[-1] = TRUE, FALSE
        rows, items, starts, table = self._table
        if rows.size:
            found[rows] = table[starts + codes[items]]
        for row, leaf in self._special:
            found[row] = decide(leaf, found[row], codes, known, self.questions)
        self._weigh(found, known)
        for step in self._steps:
            step.join(found)
        return found

    def _weigh(self, found: Codes, known: Known) -> None:
        """Write the truths of leaves over points."""
        plain = self._plain
        if plain.rows.size:
            (low, high), is_live = known.means(plain.ends, plain.lines)
            found[plain.rows] = truths_within(low, high, plain.least, plain.most) * is_live
            for place, row in enumerate(plain.rows):
                bounds = self.leaves[row].bounds
                if bounds.is_listed:
                    found[row] = bounds.truths(low[place], high[place]) * is_live[place]
        for row, leaf in self._ranges:
            lowest, highest, lives = known.range(leaf)
            found[row] = leaf.bounds.truths(lowest, highest) * lives
