"""How much is left to do, kept in the record's result so that a list of a thousand cases can show it unopened."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hallbarhet.assessment.model import Assessment

UNANSWERED = "obesvarade"
OPEN_CONFLICTS = "oppna_malkonflikter"
"""Keys in `[resultat]`, outside the seal: they follow from the rest and are only shown."""

NEEDS_HANDLING = 2
"""The severity from which a goal conflict has to be handled."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a record says is left; None where it does not say."""

    unanswered: int | None
    unknown: int
    open_conflicts: int


def with_counts(assessment: "Assessment", *, unanswered: int, open_conflicts: int | None = None) -> "Assessment":
    """The assessment with what is left noted. Without a number for the conflicts, what was noted last stands."""
    counts = {UNANSWERED: unanswered} | ({} if open_conflicts is None else {OPEN_CONFLICTS: open_conflicts})
    return assessment.model_copy(update={"result": assessment.result | counts})


def counts_in(data: Mapping[str, Any]) -> Counts:
    """What the data of a record's file says is left."""
    result = data.get("resultat")
    result = result if isinstance(result, Mapping) else {}
    noted = _whole(result.get(OPEN_CONFLICTS))
    return Counts(
        unanswered=_whole(result.get(UNANSWERED)),
        unknown=sum(answer.get("status") == "vet_inte" for answer in _tables(data.get("svar")) if _is_asked(answer)),
        open_conflicts=sum(map(_is_open, _tables(data.get("malkonflikt")))) if noted is None else noted,
    )


def _whole(value: Any) -> int | None:
    return value if type(value) is int and value >= 0 else None


def _tables(value: Any) -> list[Mapping[str, Any]]:
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []


def _is_asked(answer: Mapping[str, Any]) -> bool:
    return answer.get("inaktuell") is not True


def _is_open(conflict: Mapping[str, Any]) -> bool:
    severity = _whole(conflict.get("allvar"))
    return conflict.get("status", "oppen") == "oppen" and severity is not None and severity >= NEEDS_HANDLING
