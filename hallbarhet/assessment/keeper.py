"""Keeps what stands in a session on disk: the record, and the checklist it was made with."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hallbarhet.assessment.counts import with_counts
from hallbarhet.assessment.journal import Journal
from hallbarhet.assessment.storage import StoredRecord, create
from hallbarhet.assessment.unread import with_drafts
from hallbarhet.assessment.walk import unanswered
from hallbarhet.checklist.freezing import freeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hallbarhet.assessment.model import Assessment
    from hallbarhet.assessment.session import AssessmentSession


class Keeper:
    """One record in one archive. Called after every answer; what it returns is what may be told as saved."""

    def __init__(
        self,
        archive: Path,
        session: "AssessmentSession",
        stored: StoredRecord | None = None,
        journal: Journal | None = None,
    ) -> None:
        """With a journal, what has been done can be taken back also when the case is opened another day."""
        self.archive = archive
        self.session = session
        self._stored = stored
        self.unread: Mapping[str, str] | None = None
        """What has been typed that cannot be read yet; None leaves what the record has."""
        self.saved_at = session.assessment.header.saved_at
        """When the record was last written; the session itself does not know of it."""
        self._journal = journal
        self._kept_checklists: dict[str, Path] = {}

    @property
    def path(self) -> Path | None:
        """Where the record lies, once it does."""
        return self._stored.path if self._stored else None

    def keep(self) -> datetime:
        """Write what stands in the session; return when it was safely on disk.

        Raises:
            ChangedOnDiskError: somebody else changed the file; it was left alone.
            NotSavedError: it could not be written; what was typed still stands in the session.
        """
        now = self.session.clock()
        self._keep_checklist()
        assessment = self._as_saved(now)
        self._stored = self._stored.save(assessment) if self._stored else create(self.archive, assessment)
        self._note(self._stored)
        self.saved_at = now
        return now

    def keep_beside(self) -> Path:
        """Write a copy next to a file that somebody else changed, and go on with the copy."""
        now = self.session.clock()
        assessment = self._as_saved(now)
        self._stored = self._stored.save_beside(assessment) if self._stored else create(self.archive, assessment)
        self._note(self._stored)
        self.saved_at = now
        return self._stored.path

    def _as_saved(self, now: datetime) -> "Assessment":
        assessment = as_saved(self.session, now)
        return assessment if self.unread is None else with_drafts(assessment, self.unread)

    def _note(self, stored: StoredRecord) -> None:
        if self._journal is not None:
            self._journal.keep(self.session.history, stored.path, stored.digest)

    def _keep_checklist(self) -> None:
        """Before the first save, and again when somebody took it away: no record may lie without its checklist."""
        checklist = self.session.checklist
        kept = self._kept_checklists.get(checklist.fingerprint)
        if kept is None or (not kept.exists() and self.archive.is_dir()):
            self._kept_checklists[checklist.fingerprint] = freeze(checklist, self.archive / "checklistor")


def as_saved(session: "AssessmentSession", now: datetime) -> "Assessment":
    """What a record of this session says when it is saved now: of a draft also how far it has come."""
    assessment = session.assessment
    dated = assessment.model_copy(update={"header": assessment.header.model_copy(update={"saved_at": now})})
    if session.is_complete:
        return dated
    from hallbarhet.assessment.result import stored_result  # noqa: PLC0415  (NumPy is slow to load)

    outcome = session.outcome
    scored = dated.model_copy(update={"result": stored_result(outcome, now)})
    left = unanswered(session.checklist, assessment, session.activity)
    return with_counts(scored, unanswered=len(left), open_conflicts=len(outcome.open_conflicts))
