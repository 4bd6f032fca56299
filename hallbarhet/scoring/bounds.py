"""What a value is held against, for a value that is known and for one that is only known within a range."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from hallbarhet.scoring.codes import FALSE, MAYBE, TRUE, Bools, Codes, Floats, close

CaseValue = str | float | date | tuple[str, ...] | None
"""What a field of the case may hold."""


@dataclass(frozen=True)
class Bounds:
    """Lowest, highest and listed values; all that are given must hold. Nothing given holds for everything."""

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

    def holds(self, values: Floats) -> Bools:
        """Whether each value is within the bounds; what is not a number never is, unless nothing is asked."""
        found = close(values)
        within = ~np.isnan(found) if self.asks else np.ones(found.shape, dtype=np.bool_)
        if self.at_least is not None:
            within &= found >= close(self.at_least)
        if self.at_most is not None:
            within &= found <= close(self.at_most)
        if self.above is not None:
            within &= found > close(self.above)
        if self.below is not None:
            within &= found < close(self.below)
        if self._listed is not None:
            within &= np.isin(found, close(np.array(self._listed, dtype=np.float64)))
        return within

    def truths(self, lowest: Floats, highest: Floats) -> Codes:
        """What is known of values that lie anywhere between two others: true or false only if all of them agree."""
        low, high = close(lowest), close(highest)
        sure = np.ones(low.shape, dtype=np.bool_)
        possible = np.ones(low.shape, dtype=np.bool_)
        least, most = np.full(low.shape, -np.inf), np.full(low.shape, np.inf)
        for bound, is_open in ((self.at_least, False), (self.above, True)):
            if bound is not None:
                floor = close(bound) + is_open  # in billionths, "above" is "at least one more"
                least = np.maximum(least, floor)
        for bound, is_open in ((self.at_most, False), (self.below, True)):
            if bound is not None:
                most = np.minimum(most, close(bound) - is_open)
        sure &= (low >= least) & (high <= most)
        possible &= (high >= least) & (low <= most) & (least <= most)
        if self._listed is not None:
            members = close(np.array(self._listed, dtype=np.float64))
            fits = (members >= np.maximum(low, least)[..., None]) & (members <= np.minimum(high, most)[..., None])
            possible &= fits.any(axis=-1)
            sure &= (low == high) & fits.any(axis=-1)
        return (sure.astype(np.int8) + possible.astype(np.int8)).astype(np.int8)

    def truth_of_count(self, lowest: int, highest: int) -> int:
        """The same for one whole number."""
        return int(self.truths(np.array([float(lowest)]), np.array([float(highest)]))[0])

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
        """Whether any of these words is listed; so it is where nothing is listed."""
        return not self.asks or any(word in (self.words or ()) for word in words)

    @property
    def _listed(self) -> tuple[float, ...] | None:
        return self.numbers if self.numbers is not None else (() if self.words is not None else None)

    @property
    def asks(self) -> bool:
        """Whether anything is asked at all."""
        return self.is_numeric or self._listed is not None
