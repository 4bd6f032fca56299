"""What every table of a checklist or a record has in common once it is parsed."""

import math
from datetime import date
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Strict,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    StringConstraints,
)


class Entry(BaseModel):
    """A frozen table. English names in code, Swedish keys (the aliases) in the file; unknown keys are faults.

    Files are parsed with `by_alias=True, by_name=False`, so that an English name is not taken for a key.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, use_attribute_docstrings=True
    )

    def __copy__(self) -> Self:
        """A copy without what was worked out from the old fields: `model_copy` would carry cached properties along."""
        copied = super().__copy__()
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError("finite")
    return value


Number = Annotated[StrictInt | StrictFloat, AfterValidator(_finite)]
"""A whole or decimal number as written; compared by value, so 1 and 1.0 are the same grade."""

Id = Annotated[StrictStr, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
"""The stable name of an entry: what records and rules point to."""

WholeNumber = StrictInt
"""A whole number without quotes or decimals."""

Day = Annotated[date, Strict()]
"""A date without quotes; a number is never taken for one."""

Text = StrictStr
"""Words for a person, normalised (NFC, `\\n`) before they come here."""

Ref = StrictStr
"""An id that points at an entry. Its form is not asked about: whether the entry is there says more."""

Flag = StrictBool
"""True or false, never a 0 or a word that looks like it."""
