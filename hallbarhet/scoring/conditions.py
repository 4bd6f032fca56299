"""Conditions in three-valued logic: true, false, or depending on an answer that is not known yet (B5).

Truth is counted in halves (0, 1, 2), so and is min, or is max and not is 2 − x, for any number of assessments at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

import numpy as np

from hallbarhet.scoring.bounds import Bounds
from hallbarhet.scoring.codes import (
    FALSE,
    INACTIVE,
    MAYBE,
    NOT_RELEVANT,
    TRUE,
    UNANSWERED,
    UNKNOWN,
    UNMAPPABLE,
    Bools,
    Codes,
    Floats,
    Places,
)
from hallbarhet.scoring.questions import Questions

Status = Literal["vet_inte", "ej_relevant", "obesvarad", "inaktuell"]
Group = Literal["dimension", "tema", "tagg", "mal", "strategimal"]
Measure = Literal["netto", "plus", "minus", "dold"]

_CODES_OF: dict[Status, tuple[int, ...]] = {
    "obesvarad": (UNANSWERED,),
    "vet_inte": tuple(range(UNKNOWN, UNMAPPABLE + 1)),
    "ej_relevant": (NOT_RELEVANT,),
    "inaktuell": (INACTIVE,),
}


@dataclass(frozen=True)
class ItemLeaf:
    """An atom about one question: its grade, number, choice or status, or the spread of its facet."""

    item: int
    bounds: Bounds
    status: Status | None = None
    number: int | None = None
    """The column of its number in the answers, for a question of the kind `tal`."""
    choices: tuple[tuple[int, str], ...] = ()
    """Column in the answers and id of each alternative, for a question of the kind `val`."""
    cells: tuple[int, ...] = ()
    """Columns of its facet cells, where the atom speaks of a facet."""
    measure: Literal["min", "max", "spann"] | None = None


@dataclass(frozen=True)
class GroupLeaf:
    """An atom about points over a dimension, theme, tag or goal; `place` is its position among those."""

    group: Group
    place: int
    measure: Measure
    bounds: Bounds


@dataclass(frozen=True)
class GapLeaf:
    """An atom about the distance between the highest and lowest of some dimensions."""

    dimensions: tuple[int, ...]
    bounds: Bounds


@dataclass(frozen=True)
class CaseLeaf:
    """An atom about a field of the case; `column` is where its truth stands in the answers."""

    field: str
    column: int
    bounds: Bounds


Leaf = ItemLeaf | GroupLeaf | GapLeaf | CaseLeaf


@dataclass(frozen=True)
class Node:
    """A connective over earlier rows: leaves come first, then nodes, each after its parts."""

    kind: Literal["alla", "minst_en", "inte", "antal"]
    parts: tuple[int, ...]
    bounds: Bounds | None = None
    """How many parts are to be true, for `antal`."""


class Known(Protocol):
    """What conditions may ask of the assessments beside the answer codes."""

    @property
    def numbers(self) -> Floats:
        """Numbers given, shape [numbers, n]."""

    @property
    def choices(self) -> Bools:
        """Alternatives chosen, shape [alternatives, n]."""

    @property
    def facets(self) -> Codes:
        """Grade codes of facet cells, shape [cells, n]."""

    @property
    def case(self) -> Codes:
        """Truths of case atoms, shape [case atoms, n]."""

    def group(self, leaf: GroupLeaf) -> tuple[Floats, Floats, Bools]:
        """Lowest and highest points, each [n], and whether there is anything to speak of."""

    def gap(self, dimensions: tuple[int, ...]) -> tuple[Floats, Floats, Bools]:
        """Shortest and longest distance, each [n], and whether there are two dimensions to compare."""


@dataclass(frozen=True, eq=False)
class Conditions:
    """Some conditions compiled to rows: leaves in written order, then connectives; `roots` are the rows asked for."""

    questions: Questions
    leaves: tuple[Leaf, ...]
    nodes: tuple[Node, ...]
    roots: tuple[int, ...]
    leaves_of: tuple[tuple[int, ...], ...]
    """The leaves under each root."""

    @cached_property
    def _item_rows(self) -> list[tuple[int, ItemLeaf]]:
        return [(row, leaf) for row, leaf in enumerate(self.leaves) if isinstance(leaf, ItemLeaf)]

    @cached_property
    def _table(self) -> tuple[Places, Places, Places, Codes]:
        """For every item leaf its row, its question, where its truths begin, and the truths by code in one long row."""
        truths = [leaf_truths(self.questions, leaf) for _, leaf in self._item_rows]
        flat = np.concatenate(truths) if truths else np.zeros(0, dtype=np.int8)
        starts = np.arange(len(truths), dtype=np.intp) * self.questions.width
        rows = np.array([row for row, _ in self._item_rows], dtype=np.intp)
        items = np.array([leaf.item for _, leaf in self._item_rows], dtype=np.intp)
        return rows, items, starts[:, None], flat

    @cached_property
    def _special(self) -> list[tuple[int, Leaf]]:
        """Leaves that a table over codes cannot decide."""
        return [
            (row, leaf)
            for row, leaf in enumerate(self.leaves)
            if not isinstance(leaf, ItemLeaf) or leaf.number is not None or leaf.choices or leaf.measure is not None
        ]

    def truths(self, codes: Codes, known: Known) -> Codes:
        """Truth of every leaf and connective, shape [rows, n]; `codes` has the shape [questions, n]."""
        found = np.empty((len(self.leaves) + len(self.nodes), codes.shape[1]), dtype=np.int8)
        rows, items, starts, table = self._table
        if rows.size:
            found[rows] = table[starts + codes[items]]
        for row, leaf in self._special:
            found[row] = _decide(leaf, found[row], codes, known, self.questions)
        for row, node in enumerate(self.nodes, start=len(self.leaves)):
            _join(node, found, found[row])
        return found


def leaf_truths(questions: Questions, leaf: ItemLeaf) -> Codes:
    """Truth of an item atom by answer code, shape [W].

    An unknown grade is true or false only where every attainable grade agrees; an unknown number or choice is always
    unknown; not relevant and inactive are false. What other arrays decide (numbers, choices, facets) stands as true.
    """
    table = np.zeros(questions.width, dtype=np.int8)
    if leaf.status is not None:
        table[list(_CODES_OF[leaf.status])] = TRUE
        return np.minimum(table, _bounded(questions, leaf)) if leaf.bounds.asks else table
    return _bounded(questions, leaf)


def _bounded(questions: Questions, leaf: ItemLeaf) -> Codes:
    table = np.zeros(questions.width, dtype=np.int8)
    unknown = slice(UNANSWERED, UNMAPPABLE + 1)
    code_of = questions.code_of[leaf.item]
    if not code_of:
        if leaf.number is None and not leaf.choices and leaf.bounds.asks:
            return table  # words are not compared with anything
        table[0] = TRUE
        table[unknown] = MAYBE
        return table
    if leaf.measure is None:
        holds = leaf.bounds.holds(np.array(list(code_of)))
        table[list(code_of.values())] = holds * np.int8(TRUE)
        attainable = holds[: len(questions.grades[leaf.item])]
    else:
        table[list(code_of.values())] = TRUE
        attainable = leaf.bounds.holds(_facet_measures(questions.grades[leaf.item], leaf.measure))
    table[unknown] = TRUE if attainable.all() else MAYBE if attainable.any() else FALSE
    return table


def _facet_measures(grades: Sequence[float], measure: str) -> Floats:
    """What a facet's lowest, highest or spread may turn out to be."""
    levels = np.array(grades)
    return levels if measure != "spann" else np.unique(np.abs(levels[:, None] - levels[None, :]))


def _decide(leaf: Leaf, table_says: Codes, codes: Codes, known: Known, questions: Questions) -> Codes:
    match leaf:
        case ItemLeaf():
            holds = _facet_holds(leaf, known, questions) if leaf.measure is not None else _other_holds(leaf, known)
            is_answered = codes[leaf.item] < UNANSWERED
            is_answered |= codes[leaf.item] > INACTIVE
            return np.where(is_answered & ~holds, np.int8(FALSE), table_says)
        case CaseLeaf():
            return known.case[leaf.column]
        case GroupLeaf():
            low, high, is_live = known.group(leaf)
        case GapLeaf():
            low, high, is_live = known.gap(leaf.dimensions)
    return np.where(is_live, leaf.bounds.truths(low, high), np.int8(FALSE))


def _other_holds(leaf: ItemLeaf, known: Known) -> Bools:
    if leaf.number is not None:
        return leaf.bounds.holds(known.numbers[leaf.number])
    wanted = [column for column, alternative in leaf.choices if leaf.bounds.names([alternative])]
    return known.choices[wanted].any(axis=0)


def _facet_holds(leaf: ItemLeaf, known: Known, questions: Questions) -> Bools:
    """Whether the facet's measure is within the bounds; false where the answer was not split."""
    cells = known.facets[list(leaf.cells)]
    given = cells < UNANSWERED
    ladder = np.array(questions.grades[leaf.item])
    grades = ladder[np.where(given, cells, 0)]
    low = np.where(given, grades, np.inf).min(axis=0, initial=np.inf)
    high = np.where(given, grades, -np.inf).max(axis=0, initial=-np.inf)
    is_split: Bools = given.any(axis=0)
    low, high = np.where(is_split, low, 0), np.where(is_split, high, 0)
    values = {"min": low, "max": high, "spann": high - low}[leaf.measure or "spann"]
    return is_split & leaf.bounds.holds(values)


def _join(node: Node, found: Codes, out: Codes) -> None:
    """Write the truth of a connective, from the rows of its parts."""
    match node.kind:
        case "inte":
            np.subtract(TRUE, found[node.parts[0]], out=out)
        case "antal":
            parts = found[list(node.parts)]
            certain = (parts == TRUE).sum(axis=0)
            possible = (parts != FALSE).sum(axis=0)
            bounds = node.bounds or Bounds()
            out[:] = bounds.truths(certain.astype(np.float64), possible.astype(np.float64))
        case "alla":
            out[:] = TRUE
            for part in node.parts:
                np.minimum(out, found[part], out=out)
        case "minst_en":
            out[:] = FALSE
            for part in node.parts:
                np.maximum(out, found[part], out=out)
