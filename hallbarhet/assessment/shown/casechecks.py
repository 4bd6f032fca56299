"""A quiet word about a field of the case: what a number means, and what is probably a slip. It never stops anybody."""

from collections.abc import Callable, Mapping
from datetime import date

from hallbarhet.assessment import municipalities
from hallbarhet.assessment.model import Case
from hallbarhet.assessment.personal import find_personal, number_fault, number_kind
from hallbarhet.assessment.shown import caseform
from hallbarhet.assessment.shown.caseform import MOST_REPEATED
from hallbarhet.assessment.shown.plain import shortened
from hallbarhet.checklist.model import CaseField
from hallbarhet.texts import case_checks as texts

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""A case outside these years is a slip of the finger; the oldest aid that records are made for is younger."""

MOST_TOLD = 2
"""Unknown kommuner named in a sentence; there are seldom more."""

MOST_CHOICES = 6
"""Names that fit on a line under the field."""


def remark(key: str, words: str, case: Case, own: Mapping[str, CaseField]) -> str:
    """What to say about a field when it has been left, or nothing. `case` is what stands after it was taken in."""
    if not words.strip():
        return ""
    try:
        value = caseform.read(key, words, own)
    except caseform.UnreadableError as fault:
        return str(fault)
    if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
        return texts.odd_year(value.year)
    look = _LOOKS.get(key)
    told = (caseform.amount_told(key, words), "" if look is None else look(words, case))
    return " ".join(sentence for sentence in told if sentence)


def remarks(case: Case, own: Mapping[str, CaseField]) -> dict[str, str]:
    """The same for a whole case, by key; only the fields with something to say."""
    said = {key: remark(key, caseform.shown(case, key), case, own) for key in (*caseform.KEYS, *caseform.DECISION_KEYS)}
    return {key: sentence for key, sentence in said.items() if sentence}


def order_fault(case: Case) -> str:
    """What is wrong when a project ends before it begins."""
    if case.starts_on and case.ends_on and case.ends_on < case.starts_on:
        return texts.END_BEFORE_START
    return ""


def suggested(key: str, words: str) -> tuple[str, ...]:
    """What a field that is being written may go on to say, in whole: the kommuner with the last name filled in."""
    if key == "beslut_utfall":
        start = words.casefold()
        return tuple(outcome for outcome in texts.OUTCOMES if start and outcome.startswith(start))
    if key != "kommuner":
        return ()
    before, comma, last = words.rpartition(",")
    bare = last.lstrip()
    lead = f"{before}{comma}{last[: len(last) - len(bare)]}"
    return tuple(f"{lead}{name}" for name in municipalities.beginning_with(bare))


def choices(key: str, words: str) -> str:
    """The names a kommun being written may be, on a line; nothing while there is only one or too little to go by."""
    if key != "kommuner":
        return ""
    names = municipalities.beginning_with(words.rpartition(",")[2])
    if len(names) < 2:  # noqa: PLR2004  (one is shown in the field itself)
        return ""
    return texts.choices(names[:MOST_CHOICES], max(0, len(names) - MOST_CHOICES))


def _number(words: str, _case: Case) -> str:
    kind = number_kind(words)
    if kind == "personnummer":
        return texts.IS_A_PERSON
    if kind == "samordningsnummer":
        return texts.IS_COORDINATED
    told = number_fault(shortened(words, MOST_REPEATED)) or ""
    return told[:1].upper() + told[1:]


def _diary_number(words: str, _case: Case) -> str:
    has_person = any(span.kind == "personnummer" for span in find_personal(words))
    return texts.STANDS_IN_NAME if has_person else ""


def _municipalities(_words: str, case: Case) -> str:
    unknown = municipalities.unknown(case.municipalities)[:MOST_TOLD]
    told = [(shortened(name, MOST_REPEATED), meant) for name, meant in unknown]
    return texts.not_municipalities(told) if told else ""


def _money(_words: str, case: Case) -> str:
    applied, cost = case.amount_applied, case.total_cost
    return texts.applied_above_cost(applied, cost) if applied and cost and applied > cost else ""


def _granted(_words: str, case: Case) -> str:
    applied, granted = case.amount_applied, case.amount_granted
    return texts.granted_above_applied(applied) if applied and granted and granted > applied else ""


def _start(_words: str, case: Case) -> str:
    if case.starts_on and case.applied_on and case.starts_on < case.applied_on:
        return texts.STARTED_BEFORE_APPLIED
    return ""


def _end(_words: str, case: Case) -> str:
    return order_fault(case)


def _outcome(words: str, _case: Case) -> str:
    is_known = words.strip().casefold() in texts.OUTCOMES
    return "" if is_known else texts.not_an_outcome(shortened(words, MOST_REPEATED), texts.OUTCOMES)


def _decided(_words: str, case: Case) -> str:
    is_early = case.decided_on and case.applied_on and case.decided_on < case.applied_on
    return texts.DECIDED_BEFORE_APPLIED if is_early else ""


_LOOKS: dict[str, Callable[[str, Case], str]] = {
    "diarienummer": _diary_number,
    "organisationsnummer": _number,
    "kommuner": _municipalities,
    "total_kostnad": _money,
    "projekt_start": _start,
    "projekt_slut": _end,
    "beviljat_belopp": _granted,
    "beslut_utfall": _outcome,
    "beslut_datum": _decided,
}
