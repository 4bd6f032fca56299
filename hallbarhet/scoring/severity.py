"""How grave a conflict is, what must then be written about it, and how much of that is written (B6)."""

from typing import Final

import numpy as np

from hallbarhet.scoring.codes import Codes, Floats, to
from hallbarhet.scoring.outcome import ConflictStatus, HandlingField

CRITICAL: Final = 4
"""Holds the case until everything about it is written."""

STATUSES: Final[tuple[ConflictStatus, ...]] = ("oppen", "hanterad", "accepterad", "avfardad")
"""The status of a handling by its code."""

NOT_HANDLED: Final = -1
"""Code of a conflict that nobody has written about."""

FIELDS: Final[tuple[HandlingField, ...]] = (
    "motivering", "atgard", "ansvarig", "uppfoljning", "uppfoljning_datum", "beslutsfattare",
)  # fmt: skip
"""Bit 2ⁿ of what is written stands for field n."""

_FOLLOW_UP: Final = ("uppfoljning", "uppfoljning_datum")
"""An indicator and a date: one thing to write, done when both are there (W10)."""


_ONE_THIRD, _TWO_THIRDS = to(1 / 3), to(2 / 3)


def graded(strength: Floats, steps: Codes) -> Codes:
    """Severity 1 to 4: by thirds of the strength, and one more for each step (irreversible, protected)."""
    severity: Codes = steps + (strength > _ONE_THIRD) + (strength > _TWO_THIRDS) + np.int8(1)
    return np.minimum(severity, np.int8(CRITICAL))


def required(severity: int, status: ConflictStatus) -> tuple[HandlingField, ...]:
    """The fields that must be written, in order.

    A measure belongs to a conflict that is handled; a motivated trade-off has somebody who decides it instead; one that
    is no real conflict needs only the reason. At severity 4 somebody always decides.
    """
    if severity < 2:  # noqa: PLR2004  (uppmärksamma: nothing to write)
        return ()
    fields: list[HandlingField] = ["motivering"]
    if status != "avfardad":
        if status != "accepterad":
            fields.append("atgard")
        if severity > 2:  # noqa: PLR2004  (from allvarlig on)
            fields += ["ansvarig", "uppfoljning", "uppfoljning_datum"]
    if severity == CRITICAL or status == "accepterad":
        fields.append("beslutsfattare")
    return tuple(fields)


def _completeness(severity: int, status: ConflictStatus, written: int) -> float:
    fields = required(severity, status)
    filled = {field for bit, field in enumerate(FIELDS) if written >> bit & 1}
    parts = [{field} for field in fields if field not in _FOLLOW_UP]
    if "uppfoljning" in fields:
        parts.append({*_FOLLOW_UP})
    return sum(part <= filled for part in parts) / len(parts) if parts else 1.0


COMPLETENESS: Final[Floats] = np.array(
    [
        [[_completeness(severity, status, written) for written in range(2 ** len(FIELDS))] for status in STATUSES]
        for severity in range(CRITICAL + 1)
    ]
)
"""K by severity, status code and bits of what is written."""
