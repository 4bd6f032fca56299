"""And, or, not and at least so many, in three-valued logic.

Truth is counted in halves (0, 1, 2): and is min, or is max and not is 2 − x. Conservative as Kleene's logic is: it may
leave open what trying every completion would decide, and never says what a completion contradicts.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from hallbarhet.scoring.bounds import Bounds
from hallbarhet.scoring.codes import FALSE, TRUE, Codes, Places
from hallbarhet.scoring.groups import slots

Kind = Literal["alla", "minst_en", "inte", "antal"]


@dataclass(frozen=True)
class Node:
    """A connective over earlier rows: leaves come first, then nodes, each after its parts."""

    kind: Kind
    parts: tuple[int, ...]
    bounds: Bounds | None = None
    """How many parts are to be true, for `antal`."""


@dataclass(frozen=True, eq=False)
class Step:
    """Connectives of one kind that are worked out together."""

    kind: Kind
    rows: Places
    """Where their truths go, shape [nodes]."""
    parts: Places
    """Slots of the rows they join, shape [places, nodes]."""
    counts: Codes
    """For `antal`: truth by node, number of certain parts and number of possible ones."""

    def join(self, found: Codes) -> None:
        """Write the truths of these connectives, from the rows of their parts."""
        parts = found[self.parts]
        match self.kind:
            case "inte":
                found[self.rows] = TRUE - parts[0]
            case "alla":
                found[self.rows] = np.minimum.reduce(parts, axis=0)
            case "minst_en":
                found[self.rows] = np.maximum.reduce(parts, axis=0)
            case "antal":
                certain, possible = (parts == TRUE).sum(axis=0), (parts != FALSE).sum(axis=0)
                found[self.rows] = self.counts[np.arange(len(self.rows))[:, None], certain, possible]


def steps(nodes: tuple[Node, ...], first: int) -> tuple[Step, ...]:
    """Connectives in the order they can be worked out, those of the same kind and height together.

    `first` is the row of the first; after the last come a row that is always true and one that is always false.
    """
    heights: dict[int, int] = {}
    groups: dict[tuple[int, str], list[tuple[int, Node]]] = {}
    for row, node in enumerate(nodes, start=first):
        heights[row] = 1 + max((heights.get(part, 0) for part in node.parts), default=0)
        groups.setdefault((heights[row], node.kind), []).append((row, node))
    always_true, always_false = first + len(nodes), first + len(nodes) + 1
    found = []
    for (_, _), group in sorted(groups.items()):
        kind = group[0][1].kind
        parts = slots([list(node.parts) for _, node in group], always_true if kind == "alla" else always_false)
        rows = np.array([row for row, _ in group], dtype=np.intp)
        counts = _counts(group, len(parts)) if kind == "antal" else np.zeros(0, dtype=np.int8)
        found.append(Step(kind, rows, parts, counts))
    return tuple(found)


def _counts(group: list[tuple[int, Node]], places: int) -> Codes:
    """Truth by node, certain and possible parts: every count in between is reachable."""
    certain, possible = np.meshgrid(np.arange(places + 1.0), np.arange(places + 1.0), indexing="ij")
    return np.array([(node.bounds or Bounds()).truths(certain, np.maximum(certain, possible)) for _, node in group])
