"""The case form's reading of what is typed, for the pages; it lives with what every door says about a case."""

from hallbarhet.assessment.shown.caseform import (
    ATTRIBUTES,
    KEYS,
    OWN,
    UnreadableError,
    complaint,
    read,
    read_date,
    shown,
    with_value,
)

__all__ = [
    "ATTRIBUTES", "KEYS", "OWN", "UnreadableError", "complaint", "read", "read_date", "shown", "with_value",
]  # fmt: skip
