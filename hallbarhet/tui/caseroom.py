"""Where cases are opened and their pages made; loading this loads records, checklists and every page."""

import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from hallbarhet import settings
from hallbarhet.assessment.journal import Journal
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.model import Assessment, Case
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.opened import opened
from hallbarhet.assessment.related import family_of
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.tui.desk import Desk, Practice
from hallbarhet.tui.places import Place
from hallbarhet.tui.related import COMPARED, begun, compared, sources
from hallbarhet.tui.related import choices as related_choices
from hallbarhet.tui.screens.asking import ask_choice, ask_reason
from hallbarhet.tui.screens.case import CasePage
from hallbarhet.tui.screens.change import ChangePage, ChangePreviewPage
from hallbarhet.tui.screens.check import CheckPage
from hallbarhet.tui.screens.conflict import ConflictPage
from hallbarhet.tui.screens.conflicts import ConflictsPage
from hallbarhet.tui.screens.done import DonePage
from hallbarhet.tui.screens.file import FilePage
from hallbarhet.tui.screens.find_out import FindOutPage
from hallbarhet.tui.screens.gate import GatePage
from hallbarhet.tui.screens.judgement import JudgementPage
from hallbarhet.tui.screens.overview import OverviewPage
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.screens.question import QuestionPage
from hallbarhet.tui.windows import help_dialog, points_dialog, search_dialog, tell_trouble, when_safe_to_leave

Clock = Callable[[], datetime]

PAGES: dict[str, type[Page]] = {
    "oversikt": OverviewPage, "arende": CasePage, "fraga": QuestionPage, "hallplats": GatePage,
    "malkonflikter": ConflictsPage, "malkonflikt": ConflictPage, "kontroll": CheckPage, "samlad": JudgementPage,
    "klart": DonePage, "ta_reda_pa": FindOutPage, "akten": FilePage, "byt": ChangePage, "byt_till": ChangePreviewPage,
}  # fmt: skip
"""The page of each kind of place."""


def page_class(place: Place) -> type[Page]:
    """The page that shows a place."""
    return PAGES[place.kind]


def open_record(path: Path, archive: Path, clock: Clock) -> Desk:
    """Open a record with the checklist it was made with. Raises what a person can mend."""
    found = opened(path, archive, clock)
    desk = Desk(found.session, found.keeper, archive=archive)
    desk.saved_at = found.session.assessment.header.saved_at
    desk.holder = found.holder
    desk.sources = _sources(path, archive, found.session.assessment)
    _ = found.session.missing  # scoring loads here, in the thread that opens, not at the first key
    return desk


def _sources(path: Path, archive: Path, assessment: Assessment) -> tuple[Assessment, ...]:
    """What belongs beside the answers; most records stand alone, and then nothing is looked for."""
    if assessment.header.role != "gemensam" and not assessment.header.previous:
        return ()
    return sources(family_of(path, archive), assessment)


def checklists(archive: Path) -> list[tuple[str, str]]:
    """What a new assessment may be made with, the file and what to call it: what the office has chosen comes first."""
    library = Library(archive)
    chosen = {wanted.partition("@")[0] for wanted in library.settings.defaults.values()}
    rows = sorted(library.choices(), key=lambda row: (row.id not in chosen, row.region != library.settings.region))
    return [(str(row.path), row.called) for row in rows]


def checklist(archive: Path, path: str) -> Checklist:
    """The checklist of a file. Raises what a person can mend."""
    return Library(archive).load(Path(path))


def new_case(archive: Path, chosen: Checklist, case: Case | None, clock: Clock) -> Desk:
    """Begin an assessment; nothing is on disk until something is written."""
    session = _begun(archive, chosen, case, clock)
    journal = Journal(Library(archive).by_reference)
    return Desk(session, Keeper(archive, session, journal=journal), archive=archive)


def practice_case(archive: Path, chosen: Checklist, clock: Clock) -> Desk:
    """Begin an assessment of which nothing is kept."""
    session = _begun(archive, chosen, None, clock)
    return Desk(session, Practice(session), archive=archive)


def _begun(archive: Path, chosen: Checklist, case: Case | None, clock: Clock) -> AssessmentSession:
    forms = chosen.header.support_forms
    given = case or Case.model_validate({})
    if not given.support_form and len(forms) == 1:
        given = given.model_copy(update={"support_form": forms[0]})
    officer = settings.load(archive).officer
    assessment = new_assessment(chosen, given, officer=officer, id=str(uuid.uuid4()), now=clock())
    session = AssessmentSession(chosen, assessment, clock=clock, officer=officer)
    _ = session.missing
    return session


def report_lines(desk: Desk) -> list[str]:
    """Write the reports of a finished case; where they lie, or why they could not be written, one line each."""
    from hallbarhet.report.both import write_both  # noqa: PLC0415  (Jinja is loaded when the first report is)

    path = desk.keeper.path
    return [] if path is None else write_both(path, desk.session, desk.archive, desk.saved_at)


__all__ = [
    "COMPARED", "ask_choice", "ask_reason", "begun", "checklist", "checklists", "compared", "family_of", "help_dialog",
    "new_case", "open_record", "page_class", "points_dialog", "practice_case", "related_choices", "report_lines",
    "search_dialog", "tell_trouble", "when_safe_to_leave",
]  # fmt: skip
