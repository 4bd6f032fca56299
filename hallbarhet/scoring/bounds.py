"""What a value is held against, for a value that is known and for one that is only known within a range."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from hallbarhet.scoring.codes import FALSE, MAYBE, TRUE, Bools, Codes, Floats, from_, to

CaseValue = str | float | date | tuple[str, ...] | None
"""What a field of the case may hold."""


@dataclass(frozen=True)
class Bounds:
    """Lowest, highest and listed values; all that are given must hold. Nothing given holds for everything.

    Values and bounds are compared rounded to 9 decimals, as everywhere in the method (B1).
    """

    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None
    numbers: tuple[float, ...] | None = None
    """Numbers of `lika` and `bland`; None where neither is given."""
    words: tuple[str, ...] | None = None
    """Words of the same."""

    @property
    def is_numeric(self) -> bool:
        """Whether any bound speaks of size, which words do not have."""
        return any(bound is not None for bound in (self.at_least, self.at_most, self.above, self.below))

    @property
    def is_listed(self) -> bool:
        """Whether only certain values will do."""
        return self.numbers is not None or self.words is not None

    @property
    def asks(self) -> bool:
        """Whether anything is asked at all."""
        return self.is_numeric or self.is_listed

    @cached_property
    def least(self) -> float:
        """The lowest value within the bounds."""
        floors = [from_(self.at_least)] if self.at_least is not None else []
        floors += [to(self.above)] if self.above is not None else []
        return max([-np.inf, *map(float, floors)])

    @cached_property
    def most(self) -> float:
        """The highest value within the bounds."""
        roofs = [to(self.at_most)] if self.at_most is not None else []
        roofs += [from_(self.below)] if self.below is not None else []
        return min([np.inf, *map(float, roofs)])

    def holds(self, values: Floats) -> Bools:
        """Whether each value is within the bounds; what is not a number never is, unless nothing is asked."""
        if not self.asks:
            return np.ones(values.shape, dtype=np.bool_)
        within: Bools = (values >= self.least) & (values <= self.most)
        if not self.is_listed:
            return within
        listed = np.zeros(values.shape, dtype=np.bool_)
        for number in self.numbers or ():
            listed |= (values >= from_(number)) & (values <= to(number))
        return within & listed

    def truths(self, lowest: Floats, highest: Floats) -> Codes:
        """What is known of values that lie anywhere between two others: true or false only if all of them agree."""
        if not self.is_listed:
            return truths_within(lowest, highest, self.least, self.most)
        possible = np.zeros(lowest.shape, dtype=np.bool_)
        sure = np.zeros(lowest.shape, dtype=np.bool_)
        for number in self.numbers or ():
            if not self.least <= number <= self.most:
                continue
            possible |= (to(number) >= lowest) & (from_(number) <= highest)
            sure |= (lowest >= from_(number)) & (highest <= to(number))
        return sure.astype(np.int8) + possible.astype(np.int8)

    def truth_of_case(self, value: CaseValue) -> int:
        """What is known of a field of the case; a field left empty is unknown, and one of several values is enough."""
        if value is None or value in ("", ()):
            return MAYBE
        if isinstance(value, tuple):
            return TRUE if any(self.truth_of_case(each) == TRUE for each in value) else FALSE
        if isinstance(value, str | date):
            word = value if isinstance(value, str) else value.isoformat()
            return TRUE if not self.is_numeric and self.names([word]) else FALSE
        return TRUE if bool(self.holds(np.array([float(value)]))[0]) else FALSE

    def names(self, words: Iterable[str]) -> bool:
        """Whether any of these words is listed; so it is where nothing is asked."""
        return not self.asks or any(word in (self.words or ()) for word in words)


def truths_within(lowest: Floats, highest: Floats, least: Floats | float, most: Floats | float) -> Codes:
    """What is known of values between `lowest` and `highest`, held against a range without gaps."""
    sure = (lowest >= least) & (highest <= most)
    possible = (highest >= least) & (lowest <= most) & np.less_equal(least, most)
    truths: Codes = sure.view(np.int8) + possible.view(np.int8)
    return truths
