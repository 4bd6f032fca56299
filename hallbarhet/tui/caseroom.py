"""Where cases are opened and their pages made; loading this loads records, checklists and every page."""

import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from hallbarhet import settings
from hallbarhet.assessment import presence
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.model import Case
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.records import load
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.storage import StoredRecord
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.tui.desk import Desk
from hallbarhet.tui.places import Place
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.screens.question import QuestionPage

Clock = Callable[[], datetime]

PAGES: dict[str, type[Page]] = {"fraga": QuestionPage}
"""The page of each kind of place."""


def page_class(place: Place) -> type[Page]:
    """The page that shows a place."""
    return PAGES[place.kind]


def open_record(path: Path, archive: Path, clock: Clock) -> Desk:
    """Open a record with the checklist it was made with. Raises what a person can mend."""
    loaded = load(path)
    assessment = loaded.assessment
    checklist = Library(archive).by_reference(assessment.checklist)
    officer = assessment.header.officer or settings.load(archive).officer
    session = AssessmentSession(checklist, assessment, clock=clock, officer=officer)
    desk = Desk(session, Keeper(archive, session, StoredRecord.of(loaded)), archive=archive)
    desk.saved_at = assessment.header.saved_at
    desk.holder = presence.announce(path, session.officer, clock())
    _ = session.missing  # scoring loads here, in the thread that opens, not at the first key
    return desk


def new_case(archive: Path, checklist: Checklist, case: Case | None, clock: Clock) -> Desk:
    """Begin an assessment; nothing is on disk until something is written."""
    forms = checklist.header.support_forms
    given = case or Case.model_validate({})
    if not given.support_form and len(forms) == 1:
        given = given.model_copy(update={"support_form": forms[0]})
    officer = settings.load(archive).officer
    assessment = new_assessment(checklist, given, officer=officer, id=str(uuid.uuid4()), now=clock())
    session = AssessmentSession(checklist, assessment, clock=clock, officer=officer)
    _ = session.missing
    return Desk(session, Keeper(archive, session), archive=archive)
