"""Completing a record without a conversation: everything that is missing is told, or it is sealed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hallbarhet import settings
from hallbarhet.assessment.arrays import misfits
from hallbarhet.assessment.handwritten import as_walked
from hallbarhet.assessment.journal import discard
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.records import load
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.storage import StoredRecord
from hallbarhet.checklist.library import Library
from hallbarhet.report.both import write_both
from hallbarhet.texts import checking as checking_texts
from hallbarhet.texts import completing as texts
from hallbarhet.texts import tui_judgement as end_texts


@dataclass(frozen=True, slots=True)
class Completion:
    """Whether a record was completed, and what there is to say about it."""

    is_done: bool
    lines: tuple[str, ...]


def complete(path: Path, archive: Path, clock: Callable[[], datetime]) -> Completion:
    """Seal a record and write its reports, or tell everything that stands in the way.

    Raises:
        HallbarhetError: it cannot be read, its checklist is not to be found, or it could not be saved.
    """
    loaded = load(path)
    checklist = Library(archive).by_reference(loaded.assessment.checklist)
    assessment = as_walked(checklist, loaded)
    officer = assessment.header.officer or settings.load(archive).officer
    session = AssessmentSession(checklist, assessment, clock=clock, officer=officer)
    keeper = Keeper(archive, session, StoredRecord.of(loaded))
    if session.is_complete:
        return Completion(True, (texts.already(str(path)),))
    left = [
        f"{checklist.item_by_id[found.item].name if found.item in checklist.item_by_id else found.item}: "
        f"{checking_texts.does_not_fit(found.cause)}"
        for found in misfits(checklist, session.assessment)
    ]
    left += [gap.sentence for gap in session.missing]
    if left:
        return Completion(False, (texts.left(str(path), len(left)), *(f"  {sentence}" for sentence in left)))
    session.complete()
    keeper.keep()
    discard(path)  # a finished assessment is opened again with a reason, not taken back
    saved = keeper.path or path
    sealed = session.assessment.seal
    told = [end_texts.FINISHED, f"{end_texts.RECORD}: {saved}", *write_both(saved, session, archive, keeper.saved_at)]
    told += [f"{end_texts.SEAL}: {sealed.value}"] if sealed is not None else []
    return Completion(True, (*told, end_texts.TELL))
