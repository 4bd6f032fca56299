"""A record opened to be worked on: its session, what keeps it, what can be taken back, and who else has it open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hallbarhet import settings
from hallbarhet.assessment import presence
from hallbarhet.assessment.handwritten import as_walked
from hallbarhet.assessment.journal import Journal
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.records import LoadedRecord, load
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.storage import StoredRecord
from hallbarhet.checklist.library import Library


@dataclass(frozen=True, slots=True)
class Opened:
    """A case on somebody's desk."""

    loaded: LoadedRecord
    session: AssessmentSession
    keeper: Keeper
    holder: presence.Holder | None
    """Who else has it open."""


def opened(path: Path, archive: Path, clock: Callable[[], datetime]) -> Opened:
    """Open a record with the checklist it was made with. Raises what a person can mend."""
    loaded = load(path)
    library = Library(archive)
    used = library.by_reference(loaded.assessment.checklist)
    assessment = as_walked(used, loaded)
    officer = assessment.header.officer or settings.load(archive).officer
    holder = presence.announce(path, officer, clock())
    # who only looks on has no part in what the other takes back
    journal = Journal(library.by_reference) if holder is None else None
    changes = journal.open(loaded) if journal is not None else ((), 0)
    session = AssessmentSession(used, assessment, clock=clock, officer=officer, changes=changes)
    return Opened(loaded, session, Keeper(archive, session, StoredRecord.of(loaded), journal), holder)
