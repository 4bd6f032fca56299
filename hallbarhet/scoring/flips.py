"""Whether a level has changed, when each of two levels is a range: surely, possibly or not at all (B10)."""

from typing import Final, Literal

import numpy as np

from hallbarhet.scoring.codes import Codes
from hallbarhet.scoring.levels import NO_LEVEL
from hallbarhet.scoring.outcome import LevelRange

FlipKind = Literal["ingen", "mojlig", "saker"]
"""Whether two ranges of levels are the same, overlap or lie apart."""

FLIPS: Final[tuple[FlipKind, ...]] = ("ingen", "mojlig", "saker")
"""The words by code."""

NONE, POSSIBLE, SURE = range(len(FLIPS))


def flips(before: Codes, after: Codes) -> Codes:
    """Codes of how sure each change of level is; both are levels of the shape [n, 3], lowest, central, highest.

    The ranges are the same, overlap, or have no level in common. A level that is missing on one side could be any.
    """
    is_told = (before != NO_LEVEL).all(axis=1) & (after != NO_LEVEL).all(axis=1)
    apart = is_told & ((before[:, 2] < after[:, 0]) | (after[:, 2] < before[:, 0]))
    is_same = (before == after).all(axis=1)
    found: Codes = np.select([is_same, apart], [np.int8(NONE), np.int8(SURE)], np.int8(POSSIBLE)).astype(np.int8)
    return found


def flip(before: LevelRange, after: LevelRange) -> FlipKind:
    """The same for one assessment."""
    rows = (
        np.array([[level or NO_LEVEL for level in (found.low, found.central, found.high)]], dtype=np.int8)
        for found in (before, after)
    )
    return FLIPS[int(flips(*rows)[0])]
