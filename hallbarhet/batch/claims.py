"""Results as records claim them, which nobody has checked: what makes no sense is as if it were not there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from hallbarhet.scoring.codes import Bools, Codes, Floats
from hallbarhet.scoring.levels import NO_LEVEL
from hallbarhet.scoring.states import STATES

Three = tuple[float | None, float | None, float | None]
"""Lowest, central and highest."""

Claim = tuple[Three, Three, str]
"""Index, level and state; None, or no words, for what is not said."""

NO_CLAIM: Final[Claim] = ((None, None, None), (None, None, None), "")

NO_STATE = -1
"""Stands where a record says nothing of its state."""

HIGHEST = 100
"""Points lie between this and its negative."""

HIGHEST_LEVEL = 128
"""Levels are below this: one byte."""

_CODES: Mapping[str, int] = {state: code for code, state in enumerate(STATES)}


@dataclass(frozen=True, eq=False)
class Claimed:
    """What n records claim."""

    index: Floats
    """NaN where there is none, shape [n, 3]."""
    level: Codes
    """0 where there is none, shape [n, 3]."""
    state: Codes
    """A place in `states.STATES`, or `NO_STATE`, shape [n]."""
    is_there: Bools
    """Whether anything is claimed, even what makes no sense, shape [n]."""


def claim_of(data: Mapping[str, Any]) -> Claim:
    """What the data of a record claims."""
    stored = data.get("resultat", {})
    state = stored.get("status")
    return _three(stored.get("index")), _three(stored.get("niva")), state if isinstance(state, str) else ""


def claimed(claims: Sequence[Claim]) -> Claimed:
    """Claims as arrays."""
    index, level = _numbers([index for index, *_ in claims]), _numbers([level for _, level, _ in claims])
    is_level = (level >= 1) & (level < HIGHEST_LEVEL) & (level == np.rint(level))
    return Claimed(
        np.where(np.abs(index) <= HIGHEST, index, np.nan),
        np.where(is_level, level, NO_LEVEL).astype(np.int8),
        np.array([_CODES.get(state, NO_STATE) for *_, state in claims], dtype=np.int8),
        np.array([claim != NO_CLAIM for claim in claims], dtype=np.bool_),
    )


def _numbers(told: Sequence[Three]) -> Floats:
    """Numbers that nobody has checked, NaN for those that are missing or too large to be numbers."""
    try:
        return np.array(told, dtype=np.float64).reshape(-1, 3)
    except OverflowError:
        small = [[None if value is None or abs(value) > HIGHEST else value for value in three] for three in told]
        return np.array(small, dtype=np.float64).reshape(-1, 3)


def _three(table: Any) -> Three:
    """The numbers of a range in a stored result, which nobody has checked."""
    words = table if isinstance(table, Mapping) else {}
    low, central, high = (_number(words.get(key)) for key in ("min", "netto", "max"))
    return low, central, high


def _number(value: Any) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
