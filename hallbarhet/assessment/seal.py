"""The seal over a finished assessment: what it covers, how it is set and whether it still holds.

It shows change; it does not prevent forgery, since anybody who can write the file can seal it anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rfc8785 import CanonicalizationError

from hallbarhet.assessment.form import to_data
from hallbarhet.assessment.model import Assessment, Seal
from hallbarhet.checklist.canonical import ALGORITHM, fingerprint
from hallbarhet.texts import records as texts

SealState = Literal["whole", "broken", "unsealed", "unknown"]

SEALED_PARTS = ("bedomning", "arende", "checklista", "svar", "hallplats", "malkonflikt", "samlad_bedomning")
"""Tables the seal covers, unknown keys in them too. The result can be computed again and events are only ever added."""

OUTSIDE: Mapping[str, frozenset[str]] = {
    "bedomning": frozenset({"senast_sparad", "status"}),
    "arende": frozenset({"diarienummer", "nyps_id", "beviljat_belopp", "beslut_utfall", "beslut_datum"}),
}
"""Keys that may change after sealing: the diary number comes late and the decision is made afterwards."""

_PART_DIGITS = 16
"""Of each part's fingerprint: enough to tell that it differs; the seal itself is whole."""


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

    @property
    def is_whole(self) -> bool:
        """Whether there is a seal and it holds."""
        return self.state == "whole"

    @property
    def sentence(self) -> str:
        """What to tell a person."""
        match self.state:
            case "whole":
                return texts.SEAL_WHOLE
            case "unsealed":
                return texts.UNSEALED
            case "unknown":
                return texts.SEAL_OF_ANOTHER_KIND
            case "broken":
                return texts.seal_broken(self.changed)


def seal(assessment: Assessment) -> Assessment:
    """The assessment with a seal over its content."""
    content = sealed_content(to_data(assessment))
    return assessment.model_copy(update={"seal": Seal(value=fingerprint(content), parts=_parts(content))})


def verify(assessment: Assessment, original: Assessment | None = None) -> SealResult:
    """Whether the assessment still is what was sealed. A copy from before, if there is one, tells what was changed."""
    content = sealed_content(to_data(assessment))
    stored = assessment.seal
    if stored is None:
        return _compared(content, None, {})
    before = {} if original is None else sealed_content(to_data(original))
    # a copy that is not the one that was sealed proves nothing
    parts = _parts(before) if fingerprint(before) == stored.value else stored.parts
    return _compared(content, stored.value, parts)


def verify_data(data: Mapping[str, Any]) -> SealResult:
    """The same for the data of a file, also of one that is not a right record."""
    stored = data.get("sigill")
    if not isinstance(stored, Mapping):
        return _compared(sealed_content(data), None, {})
    parts = stored.get("delar")
    return _compared(sealed_content(data), str(stored.get("varde")), parts if isinstance(parts, Mapping) else {})


def sealed_content(data: Mapping[str, Any]) -> dict[str, Any]:
    """What of a record's data the seal is taken over. An empty table is as none."""
    content = {part: _without(data[part], OUTSIDE.get(part, frozenset())) for part in SEALED_PARTS if part in data}
    return {part: value for part, value in content.items() if value not in ({}, [])}


def _without(value: Any, keys: frozenset[str]) -> Any:
    return {key: entry for key, entry in value.items() if key not in keys} if isinstance(value, Mapping) else value


def _parts(content: Mapping[str, Any]) -> dict[str, str]:
    return {part: _fingerprint(value).partition(":")[2][:_PART_DIGITS] for part, value in content.items()}


def _fingerprint(content: Any) -> str:
    """The fingerprint, or nothing for what no record can hold (`nan`, endless numbers): that was never sealed."""
    try:
        return fingerprint(content)
    except CanonicalizationError:
        return ""


def _compared(content: Mapping[str, Any], stored: str | None, parts: Mapping[str, Any]) -> SealResult:
    computed = _fingerprint(content)
    if stored is None:
        return SealResult("unsealed", None, computed)
    if stored == computed:
        return SealResult("whole", stored, computed)
    if not stored.startswith(f"{ALGORITHM}:"):
        return SealResult("unknown", stored, computed)
    now = _parts(content)
    changed = tuple(part for part in SEALED_PARTS if parts and now.get(part) != parts.get(part))
    return SealResult("broken", stored, computed, changed)
