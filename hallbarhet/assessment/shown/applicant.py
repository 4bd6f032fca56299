"""What an applicant answered, for showing beside the question: never among the officer's own answers."""

from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.shown.plain import shortened
from hallbarhet.texts import importing_own as texts

MOST_SHOWN = 400
"""Characters beside a question; a longer one is read in the record."""


def applicant_words(assessment: Assessment, item_id: str) -> str:
    """The applicant's own answer to a question, as one line; nothing where there is none."""
    found = next((entry for entry in assessment.applicant_answers if entry.item == item_id), None)
    return shortened(texts.shown(found.answer, found.rationale), MOST_SHOWN) if found is not None else ""
