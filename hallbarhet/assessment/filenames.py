"""What a record's file is called: by its case, recognisable, the same on every system, and naming no person."""

import hashlib
import re
import unicodedata

from hallbarhet.assessment.personal import find_personal, number_kind, ten_digits

EXTENSION = ".toml"

LONGEST = 80
"""Characters in a file name with its extension: long paths on a network share still have room."""

WITHOUT_NUMBER = "utan-dnr"
"""Stands first until the case has a diarienummer."""

_TAIL = re.compile(r"[0-9A-Za-z]{8}")
_OWN_FORM = re.compile(r"(?P<front>[0-9A-Za-z][0-9A-Za-z-]*)_(?P<tail>[0-9A-Za-z]{8})\.toml")
_UNSAFE = re.compile(r"[^0-9A-Za-z]+")
_TEN_OR_TWELVE_DIGITS = re.compile(r"(?<!\d)(?:\d\d)?\d{6}-?\d{4}(?!\d)")
_DIGITS = re.compile(r"\d")
ENOUGH_DIGITS = 6
"""Fewer digits than this in common with an organisation number are chance."""


def record_name(diary_number: str, assessment_id: str, organisation_number: str = "") -> str:
    """The name of a record's file: `RUN-174-2020_a1b2c3d4.toml`, or `utan-dnr_a1b2c3d4.toml`.

    Only ASCII letters, digits, `-` and one `_`, so that no name is reserved, hidden or leads to another folder.
    """
    tail = _tail(assessment_id)
    front = _front(diary_number)[: LONGEST - len(f"_{tail}{EXTENSION}")].rstrip("-")
    if not front or _names_somebody(front, organisation_number):
        front = WITHOUT_NUMBER
    return f"{front}_{tail}{EXTENSION}"


def has_own_form(name: str) -> bool:
    """Whether a file name looks like one the program gives; a name somebody else chose is left alone."""
    return len(name) <= LONGEST and _OWN_FORM.fullmatch(name) is not None


def _tail(assessment_id: str) -> str:
    last = assessment_id[-8:]
    if _TAIL.fullmatch(last):
        return last
    # an id somebody wrote by hand may hold anything; its digest still tells two of them apart
    return hashlib.sha256(assessment_id.encode("utf-8", "replace")).hexdigest()[:8]


def _front(diary_number: str) -> str:
    folded = unicodedata.normalize("NFKD", diary_number)
    letters = "".join(character for character in folded if not unicodedata.combining(character))
    return _UNSAFE.sub("-", letters).strip("-")


def _names_somebody(front: str, organisation_number: str) -> bool:
    """Whether a name would give away a person or the applicant's number."""
    if any(span.kind == "personnummer" for span in find_personal(front)):
        return True
    if any(number_kind(part) is not None for part in _TEN_OR_TWELVE_DIGITS.findall(front)):
        return True
    applicant = ten_digits(organisation_number) or "".join(_DIGITS.findall(organisation_number))
    return len(applicant) >= ENOUGH_DIGITS and applicant in "".join(_DIGITS.findall(front))
