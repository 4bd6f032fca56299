"""What one atom of a condition says, for every answer there can be (B5)."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from hallbarhet.scoring.sums import HIGH, LOW, MINUS, MINUS_WORST, PLUS, PLUS_BEST

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
    line: int = -1
    """Its position among themes, dimensions and tags on one line; −1 for a goal."""

    @property
    def is_mean(self) -> bool:
        """Whether the points stand among the weighted means and need no working out of their own."""
        return self.line >= 0 and self.measure != "dold"


RANGE_OF: dict[Measure, tuple[int, int]] = {
    "netto": (LOW, HIGH),
    "plus": (PLUS, PLUS_BEST),
    "minus": (MINUS, MINUS_WORST),
}
"""Rows of the sums that hold the lowest and highest value of each measure."""


@dataclass(frozen=True)
class GapLeaf:
    """An atom about the distance between the highest and lowest of some dimensions."""

    dimensions: tuple[int, ...]
    bounds: Bounds
    pairs: tuple[int, ...]
    """Ordered pairs i·D + j of them; D² where there is only one."""


@dataclass(frozen=True)
class CaseLeaf:
    """An atom about a field of the case; `column` is where its truth stands in the answers."""

    field: str
    column: int
    bounds: Bounds


Leaf = ItemLeaf | GroupLeaf | GapLeaf | CaseLeaf


class Known(Protocol):
    """What conditions may ask of the assessments beside the answer codes; the assessments stand last."""

    numbers: Floats
    """Numbers given, shape [numbers, n]."""
    choices: Bools
    """Alternatives chosen, shape [alternatives, n]."""
    facets: Codes
    """Grade codes of facet cells, shape [cells, n]."""
    case: Codes
    """Truths of case atoms, shape [case atoms, n]."""

    def means(self, rows: Places, lines: Places) -> tuple[Floats, Bools]:
        """Weighted means of groups on the line, and whether each has anything that applies, shape […, leaves, n]."""

    def range(self, leaf: GroupLeaf | GapLeaf) -> tuple[Floats, Floats, Bools]:
        """Lowest and highest points of another leaf, each [n], and whether there is anything to speak of."""


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


def decide(leaf: ItemLeaf | CaseLeaf, table_says: Codes, codes: Codes, known: Known, questions: Questions) -> Codes:
    """Truth of an atom that a table over codes cannot decide alone, shape [n]; `table_says` is what that table says."""
    if isinstance(leaf, CaseLeaf):
        told: Codes = known.case[leaf.column]
        return told
    holds = _facet_holds(leaf, known, questions) if leaf.measure is not None else _other_holds(leaf, known)
    is_answered = (codes[leaf.item] < UNANSWERED) | (codes[leaf.item] > INACTIVE)
    return np.where(is_answered & ~holds, np.int8(FALSE), table_says)


def _other_holds(leaf: ItemLeaf, known: Known) -> Bools:
    if leaf.number is not None:
        return leaf.bounds.holds(known.numbers[leaf.number])
    wanted = [column for column, alternative in leaf.choices if leaf.bounds.names([alternative])]
    found: Bools = np.logical_or.reduce(known.choices[wanted], axis=0)
    return found


def _facet_holds(leaf: ItemLeaf, known: Known, questions: Questions) -> Bools:
    """Whether the facet's measure is within the bounds; false where the answer was not split."""
    cells = known.facets[list(leaf.cells)]
    given = cells < UNANSWERED
    ladder = np.array(questions.grades[leaf.item])
    grades = ladder[np.where(given, cells, 0)]
    low = np.where(given, grades, np.inf).min(axis=0, initial=np.inf)
    high = np.where(given, grades, -np.inf).max(axis=0, initial=-np.inf)
    is_split: Bools = np.logical_or.reduce(given, axis=0)
    low, high = np.where(is_split, low, 0), np.where(is_split, high, 0)
    values = {"min": low, "max": high, "spann": high - low}[leaf.measure or "spann"]
    return is_split & leaf.bounds.holds(values)
