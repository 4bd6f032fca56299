"""The questions of a plan, and what each of their answers is worth."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hallbarhet.scoring.codes import FIRST_UNKNOWN, LAST_UNKNOWN, WIDTH, Bools, Floats


@dataclass(frozen=True, eq=False)
class Questions:
    """Every question in walking order, with tables over answer codes; `Q` questions, `W` codes.

    Columns of the answers are these questions, whatever their kind: a text is answered or not, and that may matter.
    """

    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    """`bedomning`, `text`, `tal` or `val`."""
    sections: tuple[str, ...]
    """The part each question stands in."""
    grades: tuple[tuple[float, ...], ...]
    """The grades of each scale, lowest first; empty where nothing is judged."""
    between: tuple[tuple[float, ...], ...]
    """Values between two grades that some answers hold, by question: the codes from `WIDTH` on."""
    values: Floats
    """v in [−1, 1] by question and code, shape [Q, W]; 0 for what is unknown or does not count."""
    worst: Floats
    """v⁻: the lowest attainable value of each question, never above 0, shape [Q]."""
    best: Floats
    """v⁺: the highest attainable value of each question, never below 0, shape [Q]."""
    is_required: Bools
    """Questions that a part is not fully answered without, shape [Q]."""
    may_be_waived: Bools
    """Questions that may be answered *ej relevant*: never one that can stop a case, shape [Q]."""
    is_contribution: Bools
    """Judged questions that read an effect, not a baseline: those that goals and conflicts may speak of, shape [Q]."""

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self.ids)

    @property
    def width(self) -> int:
        """How many codes there are."""
        return int(self.values.shape[1])

    @cached_property
    def index(self) -> dict[str, int]:
        """Column by question id."""
        return {item: place for place, item in enumerate(self.ids)}

    @cached_property
    def code_of(self) -> tuple[dict[float, int], ...]:
        """Code by grade, for each question; 1 and 1.0 find the same."""
        return tuple(
            {grade: code for code, grade in enumerate(grades)} | {value: WIDTH + k for k, value in enumerate(between)}
            for grades, between in zip(self.grades, self.between, strict=True)
        )

    @cached_property
    def is_known(self) -> Bools:
        """Whether a code is a judged value, shape [Q, W]."""
        known = np.zeros(self.values.shape, dtype=np.bool_)
        for row, grades, between in zip(known, self.grades, self.between, strict=True):
            row[: len(grades)] = True
            row[WIDTH : WIDTH + len(between)] = True
        return known

    @cached_property
    def is_unknown(self) -> Bools:
        """Whether a code is an unknown answer to a judged question, shape [Q, W]."""
        unknown = np.zeros(self.values.shape, dtype=np.bool_)
        judged = np.array([bool(grades) for grades in self.grades], dtype=np.bool_)
        unknown[judged, FIRST_UNKNOWN : LAST_UNKNOWN + 1] = True
        return unknown

    @cached_property
    def applies(self) -> Bools:
        """Whether a code stands for a judged question that applies, known or not, shape [Q, W]."""
        return self.is_known | self.is_unknown

    @cached_property
    def lowest(self) -> Floats:
        """The value of each code with unknown answers at their worst, shape [Q, W]."""
        return np.where(self.is_unknown, self.worst[:, None], self.values)

    @cached_property
    def highest(self) -> Floats:
        """The value of each code with unknown answers at their best, shape [Q, W]."""
        return np.where(self.is_unknown, self.best[:, None], self.values)


@dataclass(frozen=True, eq=False)
class Weights:
    """Every weight that scores depend on, so that another weighting is another one of these."""

    item: Floats
    """w, shape [Q]; 0 where the question is not scored."""
    theme: Floats
    """W, shape [T]."""
    dimension: Floats
    """ω, shape [D]."""
