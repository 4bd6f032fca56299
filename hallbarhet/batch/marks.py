"""A record as it was scanned, and how what it answered is written into arrays."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from hallbarhet.batch.claims import Claim
from hallbarhet.batch.facts import Facts
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import WIDTH

Data = dict[str, Any]


class Marks(NamedTuple):
    """What was answered: columns, and what they hold."""

    codes: Sequence[int]
    """Of the questions answered: the place of each times `WIDTH`, and its code."""
    numbers: Sequence[tuple[int, float]]
    choices: Sequence[int]
    facets: Sequence[tuple[int, int]]


class Scanned(NamedTuple):
    """A record as it was scanned."""

    facts: Facts
    claim: Claim
    marks: Marks
    sides: Data
    """The data of case, depth, decisions and conflicts: what `encoding.with_sides` reads."""


def mark(answers: Answers, found: Mapping[int, Marks]) -> None:
    """Write what was answered in some rows that say nothing yet."""
    codes = np.fromiter(chain.from_iterable(marks.codes for marks in found.values()), dtype=np.intp)
    counts = np.fromiter((len(marks.codes) for marks in found.values()), dtype=np.intp)
    rows = np.repeat(np.fromiter(found, dtype=np.intp), counts)
    answers.codes[rows, codes // WIDTH] = codes % WIDTH
    for row, marks in found.items():
        for column, number in marks.numbers:
            answers.numbers[row, column] = number
        for column in marks.choices:
            answers.choices[row, column] = True
        for column, code in marks.facets:
            answers.facets[row, column] = code
