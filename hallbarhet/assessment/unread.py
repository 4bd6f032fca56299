"""What was typed and cannot be read as a date, an amount or a number yet: kept in the record, as it was typed.

It counts for nothing. It lies outside the seal and never leaves the house.
"""

from collections.abc import Mapping

from hallbarhet.assessment.model import Assessment
from hallbarhet.checklist.model import Checklist

KINDS = ("arende", "fraga", "hallplats", "malkonflikt")
"""What a field with unread words may belong to."""


def drafts_of(assessment: Assessment) -> dict[str, str]:
    """The words by where they were typed: `{"arende sokt_belopp": "45o 000"}`."""
    return {
        f"{kind} {id_}": words
        for kind, entries in assessment.unread.items()
        if kind in KINDS
        for id_, words in entries.items()
    }


def mendable(assessment: Assessment, checklist: Checklist, drafts: Mapping[str, str]) -> dict[str, str]:
    """The words that somebody can still mend: none of a finished assessment, nor of a question that is gone."""
    if assessment.header.status != "utkast":
        return {}
    ids = {"fraga": {*checklist.item_by_id}, "hallplats": {*checklist.gate_by_id}}
    found = {}
    for key, words in drafts.items():
        kind, _, id_ = key.partition(" ")
        if kind not in ids or id_ in ids[kind]:
            found[key] = words
    return found


def with_drafts(assessment: Assessment, drafts: Mapping[str, str]) -> Assessment:
    """The assessment with exactly these words unread."""
    unread: dict[str, dict[str, str]] = {}
    for key, words in sorted(drafts.items()):
        kind, _, id_ = key.partition(" ")
        unread.setdefault(kind, {})[id_] = words
    return assessment if unread == assessment.unread else assessment.model_copy(update={"unread": unread})
