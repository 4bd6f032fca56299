"""What a record's words are called in the arrays that scoring reads. No models: batch encodes without them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hallbarhet.scoring.activity import BY_RULE, DEEP, SHORT
from hallbarhet.scoring.gates import COMPLETE, END, EXPLAINED, GO_ON, HANDED_IN, RETHINK, UNDECIDED

MisfitCause = Literal["borttagen", "utanfor_skalan"]

DECISIONS = {None: UNDECIDED, "vidare": GO_ON, "tank_om": RETHINK, "avsluta": END}
DEPTHS = {None: BY_RULE, "kort": SHORT, "fordjupad": DEEP}


@dataclass(frozen=True, slots=True)
class Misfit:
    """An answer, or a part of one, that no longer fits its question: it stays in the record and out of the numbers.

    The question counts as unknown (ej mappbar) unless only a part was left out.
    """

    item: str
    cause: MisfitCause
    """No such question any more, or a question that does not take this answer; the words of `omrakna --json`."""
    detail: str = ""
    """The grade, alternative, facet or category that does not fit, as written."""


def gate_bits(*, is_explained: bool, is_complete: bool, is_handed_in: bool) -> int:
    """What is written at a gate, as one number."""
    return EXPLAINED * is_explained + COMPLETE * is_complete + HANDED_IN * is_handed_in


def field_bits(filled: Iterable[bool]) -> int:
    """Which fields of a handling are filled in, in the order of `severity.FIELDS`, as one number."""
    return sum(1 << bit for bit, is_filled in enumerate(filled) if is_filled)
