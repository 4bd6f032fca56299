"""What becomes known of a case after its assessment: numbers that come late, and the decision, outside the seal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hallbarhet.assessment.model import Assessment, Case, Event
from hallbarhet.assessment.seal import OUTSIDE
from hallbarhet.assessment.shown.caseform import ATTRIBUTES, DECISION_KEYS, KEYS, OWN, shown, with_value
from hallbarhet.assessment.shown.plain import shortened
from hallbarhet.texts import importing as texts
from hallbarhet.texts.walk import CASE_FIELDS

MOST_WORDS = 80
"""Characters of a value in an event: enough to know it again."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A record with what was brought to it, and what to tell."""

    assessment: Assessment
    values: Mapping[str, Any]
    """What was taken in, by key."""
    told: tuple[str, ...]

    @property
    def is_any(self) -> bool:
        """Whether anything was taken in."""
        return bool(self.values)


def may_still_change(before: Case, after: Case) -> bool:
    """Whether two states of a finished assessment's case differ only in what the seal leaves out."""
    names = {ATTRIBUTES[key] for key in OUTSIDE["arende"]}
    fields = (*Case.model_fields, *(before.model_extra or {}), *(after.model_extra or {}))
    return all(getattr(before, name, None) == getattr(after, name, None) for name in fields if name not in names)


def brought(assessment: Assessment, values: Mapping[str, Any], *, who: str, now: datetime) -> Brought:
    """The assessment with new values: empty fields filled in, the decision as it is now, all else left alone.

    Of a finished assessment only what is outside its seal is touched.
    """
    case = assessment.case
    is_draft = assessment.header.status == "utkast"
    taken: dict[str, Any] = {}
    kept: list[str] = []
    own = tuple(key for key in values if key.startswith(OWN))
    for key in (*KEYS, "stodform", *own, *DECISION_KEYS):
        stands = _standing(case, key)
        if key not in values or values[key] == stands:
            continue
        is_open = is_draft or key in OUTSIDE["arende"]
        if is_open and (key in DECISION_KEYS or stands in (None, "", ())):
            taken[key] = values[key]
        else:
            kept.append(label(key))
    told = [texts.kept(kept)] if kept else []
    if not taken:
        return Brought(assessment, {}, tuple(told))
    after = case
    for key, value in taken.items():
        after = with_value(after, key, value)
    filled = [label(key) for key in taken if key not in DECISION_KEYS]
    decided = decision_words(case, after)
    said = [*([texts.filled_event(filled)] if filled else []), *([texts.decision_event(decided)] if decided else [])]
    events = tuple(Event(at=now, who=who, what=what) for what in said)
    changed = assessment.model_copy(update={"case": after, "events": (*assessment.events, *events)})
    told = [*([texts.filled(filled)] if filled else []), *([texts.decided(decided)] if decided else []), *told]
    return Brought(changed, taken, tuple(told))


def noted_late(sealed: Assessment, case: Case, *, who: str, now: datetime) -> Assessment:
    """A finished assessment with what became known after it, and one event that tells all of it.

    `sealed` is what stood before somebody began to write, so that one decision in three fields is told once.
    """
    numbers = _words(sealed.case, case, ("diarienummer", "nyps_id"))
    decided = decision_words(sealed.case, case)
    said = [*([texts.filled_event(numbers)] if numbers else []), *([texts.decision_event(decided)] if decided else [])]
    events = tuple(Event(at=now, who=who, what=what) for what in said)
    return sealed.model_copy(update={"case": case, "events": (*sealed.events, *events)})


def decision_words(before: Case, after: Case) -> list[str]:
    """What a decision says now that it did not say before, each with what it said."""
    return _words(before, after, DECISION_KEYS)


def _words(before: Case, after: Case, keys: Sequence[str]) -> list[str]:
    said = []
    for key in keys:
        was, now = shown(before, key), shown(after, key)
        if was == now:
            continue
        words = f"{label(key)} {shortened(now, MOST_WORDS) or texts.NOTHING}"
        said.append(texts.changed_from(words, shortened(was, MOST_WORDS)) if was else words)
    return said


def label(key: str) -> str:
    """The name of a field in a sentence."""
    return CASE_FIELDS.get(key) or texts.DECISION_FIELDS.get(key, key.removeprefix(OWN))


def _standing(case: Case, key: str) -> Any:
    return case.own.get(key.removeprefix(OWN)) if key.startswith(OWN) else getattr(case, ATTRIBUTES[key])
