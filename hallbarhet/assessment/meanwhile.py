"""What somebody else changed in a record meanwhile, told beside what stands here."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hallbarhet.assessment.differences import differences
from hallbarhet.assessment.form import to_data
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.records import load
from hallbarhet.errors import HallbarhetError
from hallbarhet.texts import meanwhile as texts

FOLLOWS = ("resultat",)
"""Tables that follow from the others: what differs there says nothing more."""


def what_differs(path: Path, ours: Assessment) -> list[str]:
    """One line for each difference between the record on disk and ours, or why it cannot be told."""
    try:
        theirs = load(path).assessment
    except HallbarhetError as fault:
        return [str(fault)]
    found = [change.sentence for change in differences(_said(theirs), _said(ours))]
    return [texts.HEAD, *found] if found else [texts.NOTHING]


def _said(assessment: Assessment) -> Mapping[str, Any]:
    data = {key: value for key, value in to_data(assessment).items() if key not in FOLLOWS}
    data["bedomning"] = {key: value for key, value in data["bedomning"].items() if key != "senast_sparad"}
    return data
