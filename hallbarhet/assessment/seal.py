"""The seal over a finished assessment: what it covers, how it is set and whether it still holds.

It shows change; it does not prevent forgery, since anybody who can write the file can seal it anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from hallbarhet.assessment.differences import differences
from hallbarhet.assessment.form import to_data
from hallbarhet.assessment.marks import changed_answers, marks, safe_fingerprint
from hallbarhet.assessment.model import Assessment, Seal
from hallbarhet.checklist.canonical import ALGORITHM, fingerprint
from hallbarhet.texts import seal as texts

SealState = Literal["whole", "broken", "missing", "unsealed", "extract", "unknown"]
"""`missing`: the record says it is finished and has no seal; `extract`: a redacted one, which never has."""

SEALED_PARTS = ("bedomning", "arende", "checklista", "svar", "hallplats", "malkonflikt", "samlad_bedomning")
"""Tables the seal covers, unknown keys in them too. The result can be computed again and events are only ever added."""

OUTSIDE: Mapping[str, frozenset[str]] = {
    "bedomning": frozenset({"senast_sparad", "status"}),
    "arende": frozenset({"diarienummer", "nyps_id", "beviljat_belopp", "beslut_utfall", "beslut_datum"}),
}
"""Keys that may change after sealing: the diary number comes late and the decision is made afterwards."""

_PART_DIGITS = 16
"""Of each part's fingerprint: enough to tell that it differs; the seal itself is whole."""

MOST_DETAILS = 20
"""Differences told one by one; a record with more is another record."""


@dataclass(frozen=True, slots=True)
class SealResult:
    """Whether a seal holds, and what can be said when it does not."""

    state: SealState
    stored: str | None
    """The value in the record."""
    computed: str
    """The value its content gives now."""
    changed: tuple[str, ...] = ()
    """Parts that differ from what was sealed, where that can be known; keys of `SEALED_PARTS`."""
    details: tuple[str, ...] = ()
    """What differs within them, one sentence each, where that can be known."""

    @property
    def is_whole(self) -> bool:
        """Whether there is a seal and it holds."""
        return self.state == "whole"

    @property
    def is_doubtful(self) -> bool:
        """Whether the record cannot be relied on as it stands."""
        return self.state in {"broken", "missing", "unknown"}

    @property
    def sentence(self) -> str:
        """What to tell a person."""
        match self.state:
            case "whole":
                return texts.SEAL_WHOLE
            case "unsealed":
                return texts.UNSEALED
            case "missing":
                return texts.SEAL_MISSING
            case "extract":
                return texts.EXTRACT
            case "unknown":
                return texts.SEAL_OF_ANOTHER_KIND
            case "broken":
                return texts.seal_broken(self.changed)


def seal(assessment: Assessment) -> Assessment:
    """The assessment with a seal over its content."""
    content = sealed_content(to_data(assessment))
    made = Seal(value=fingerprint(content), answers=marks(content.get("svar")), parts=_parts(content))
    return assessment.model_copy(update={"seal": made})


def verify(assessment: Assessment, original: Assessment | None = None) -> SealResult:
    """Whether the assessment still is what was sealed. A copy from before, if there is one, tells what was changed."""
    before = {} if original is None else sealed_content(to_data(original))
    return _verified(to_data(assessment), before)


def verify_data(data: Mapping[str, Any]) -> SealResult:
    """The same for the data of a file, also of one that is not a right record."""
    return _verified(data, {})


def sealed_content(data: Mapping[str, Any]) -> dict[str, Any]:
    """What of a record's data the seal is taken over. An empty table is as none."""
    content = {part: _without(data[part], OUTSIDE.get(part, frozenset())) for part in SEALED_PARTS if part in data}
    return {part: value for part, value in content.items() if value not in ({}, [])}


def _without(value: Any, keys: frozenset[str]) -> Any:
    return {key: entry for key, entry in value.items() if key not in keys} if isinstance(value, Mapping) else value


def _parts(content: Mapping[str, Any]) -> dict[str, str]:
    return {part: safe_fingerprint(value).partition(":")[2][:_PART_DIGITS] for part, value in content.items()}


def _verified(data: Mapping[str, Any], before: Mapping[str, Any]) -> SealResult:
    content = sealed_content(data)
    computed = safe_fingerprint(content)
    stored = _table(data.get("sigill"))
    value = stored.get("varde")
    if not isinstance(value, str):
        return SealResult(_unsealed(data), None, computed)
    if value == computed:
        return SealResult("whole", value, computed)
    if not value.startswith(f"{ALGORITHM}:"):
        return SealResult("unknown", value, computed)
    # a copy that is not the one that was sealed proves nothing
    if before and safe_fingerprint(before) == value:
        changed = tuple(part for part in SEALED_PARTS if before.get(part) != content.get(part))
        return SealResult("broken", value, computed, changed, _told(before, content))
    parts, now = _table(stored.get("delar")), _parts(content)
    changed = tuple(part for part in SEALED_PARTS if parts and now.get(part) != parts.get(part))
    details = tuple(changed_answers(stored.get("svar"), content.get("svar"))) if "svar" in changed else ()
    return SealResult("broken", value, computed, changed, details)


def _unsealed(data: Mapping[str, Any]) -> SealState:
    if "utdrag" in data:
        return "extract"
    return "unsealed" if _table(data.get("bedomning")).get("status", "utkast") == "utkast" else "missing"


def _told(before: Mapping[str, Any], content: Mapping[str, Any]) -> tuple[str, ...]:
    found = [difference.sentence for difference in differences(before, content)]
    more = len(found) - MOST_DETAILS
    return (*found[:MOST_DETAILS], texts.and_more(more)) if more > 0 else tuple(found)


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
