"""What can be begun from a case in the list: a second reading, what two readers agree on, a follow-up."""

import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import cast

from hallbarhet import settings
from hallbarhet.assessment.journal import Journal
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.readings import LaterStage, agreed_reading, follow_up, second_reading
from hallbarhet.assessment.related import Family, Found
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.side_by_side import side_by_side
from hallbarhet.checklist.library import Library
from hallbarhet.errors import NotAllowedError
from hallbarhet.texts import readings as texts
from hallbarhet.tui.desk import Desk
from hallbarhet.tui.screens.side_by_side import SideBySideDialog

Clock = Callable[[], datetime]


def choices(family: Family) -> list[tuple[str, str]]:
    """What can be done with a case, the id of each first; nothing where there is nothing."""
    header = family.own.assessment.header
    found = []
    if header.role == "forsta" and family.second is None:
        found.append(("andra", texts.SECOND))
    if family.readers is not None:
        found.append(("jamfor", texts.COMPARE))
        if family.agreed is None:
            found.append(("gemensam", texts.AGREE))
    if family.previous is not None and header.status != "utkast":
        found.append(("utfall", texts.COMPARE_EXPECTED))
    if header.status != "utkast" and header.role != "andra":
        found.extend(texts.FOLLOW_UP.items())
    return found


COMPARED = ("jamfor", "utfall")
"""What is only looked at; the rest is begun."""


def begun(archive: Path, family: Family, what: str, clock: Clock) -> Desk:
    """The record that was asked for; nothing is on disk until something is written. Raises what a person can mend."""
    library = Library(archive)
    checklist = library.by_reference(family.own.assessment.checklist)
    assessment = _assessment(family, what, settings.load(archive).officer, clock())
    session = AssessmentSession(checklist, assessment, clock=clock, officer=assessment.header.officer)
    _ = session.missing  # scoring loads here, in the thread that opens, not at the first key
    desk = Desk(session, Keeper(archive, session, journal=Journal(library.by_reference)), archive=archive)
    desk.sources = sources(family, assessment)
    return desk


def sources(family: Family, assessment: Assessment) -> tuple[Assessment, ...]:
    """What is shown beside the answers: both readers', or what was expected; never the first reader's to the second."""
    found: tuple[Found | None, ...] = ()
    if assessment.header.role == "gemensam":
        found = (family.first, family.second)
    elif assessment.header.previous:
        is_own = assessment.header.previous == family.own.assessment.header.id
        found = (family.own if is_own else family.previous,)
    return tuple(one.assessment for one in found if one is not None)


def _assessment(family: Family, what: str, officer: str, now: datetime) -> Assessment:
    own, id_ = family.own.assessment, str(uuid.uuid4())
    if what == "andra":
        return second_reading(own, officer=officer, id=id_, now=now)
    if what == "gemensam":
        if family.readers is None:
            raise NotAllowedError(texts.BOTH_MUST_BE_FINISHED)
        first, second = (reader.assessment for reader in family.readers)
        return agreed_reading(first, second, officer=officer, id=id_, now=now)
    return follow_up(own, cast("LaterStage", what), officer=officer, id=id_, now=now)


def compared(archive: Path, family: Family, what: str) -> SideBySideDialog:
    """Two readers, or expected and outcome, in a window of their own. Raises what a person can mend."""
    if what == "jamfor":
        if family.readers is None:
            raise NotAllowedError(texts.BOTH_MUST_BE_FINISHED)
        first, second = (reader.assessment for reader in family.readers)
        names = tuple(one.header.officer.strip() or texts.READER[one.header.role] for one in (first, second))
    else:
        if family.previous is None:
            raise NotAllowedError(texts.NOTHING_BEFORE)
        first, second = family.previous.assessment, family.own.assessment
        names = texts.EXPECTED_COLUMNS
    if first.checklist.fingerprint != second.checklist.fingerprint:
        raise NotAllowedError(texts.DIFFERENT_CHECKLISTS)
    pairs = side_by_side(Library(archive).by_reference(first.checklist), first, second)
    counts = {relation: sum(pair.relation == relation for pair in pairs) for relation in texts.RELATIONS}
    lead = texts.counted(counts["lika"], counts["olika"] + counts["motsatt"], counts["motsatt"], counts["en_saknas"])
    title = texts.READERS if what == "jamfor" else texts.EXPECTED
    return SideBySideDialog(title, pairs, (names[0], names[1]), lead)
