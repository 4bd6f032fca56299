"""What one cell of the answers may hold: the place of a grade on its scale, or why there is none."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Codes = NDArray[np.int8]
"""Small whole numbers: answer codes, truths in halves, levels, states."""
Bits = NDArray[np.uint8]
"""Yes-or-no marks side by side in one number."""
Shorts = NDArray[np.int16]
Places = NDArray[np.intp]
"""Positions in another array."""

# 0 to 8: the place of the chosen grade on its scale, lowest grade first; 0 for an answered text, number or choice.
UNANSWERED: Final = 10
"""Obesvarad: no entry at all."""
UNKNOWN: Final = 11
"""Vet inte."""
NEW: Final = 12
"""Ny fråga: the question did not exist when the case was assessed."""
UNMAPPABLE: Final = 13
"""Ej mappbar: there was an answer, and it has no counterpart on this scale."""
NOT_RELEVANT: Final = 14
"""Ej relevant, with a reason."""
INACTIVE: Final = 15
"""Inaktuell: not asked, by depth or by `visas_om`. Worked out from the answers, never given."""
WIDTH: Final = 16
"""Codes from here on are values between two grades, left by questions that were merged (see `Plan.between`)."""

FIRST_UNKNOWN: Final = UNANSWERED
LAST_UNKNOWN: Final = UNMAPPABLE

FALSE: Final = 0
MAYBE: Final = 1
TRUE: Final = 2
"""Truth in halves (0, ½, 1 doubled), so that it fits in a byte: and is min, or is max, not is 2 − x."""


def from_(threshold: Floats | float) -> Any:
    """What a value must reach to be at least a threshold when both are rounded to 9 decimals (B1).

    Half a billionth below the threshold, so that values need no rounding of their own: x ≥ t is x ≥ from_(t), and
    x < t is x < from_(t).
    """
    return (np.rint(np.multiply(threshold, 1e9)) - 0.5) / 1e9


def to(threshold: Floats | float) -> Any:
    """What a value may come to and still be at most a threshold, in the same way.

    Half a billionth above it: x ≤ t is x ≤ to(t), and x > t is x > to(t).
    """
    return (np.rint(np.multiply(threshold, 1e9)) + 0.5) / 1e9
