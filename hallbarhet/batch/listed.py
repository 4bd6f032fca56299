"""One record as a list of an archive shows it."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """What the start list shows of a record. One that could not be read has only a path and a `fault`."""

    path: str
    id: str = ""
    diary_number: str = ""
    title: str = ""
    applicant: str = ""
    support_form: str = ""
    status: str = ""
    stage: str = ""
    role: str = ""
    officer: str = ""
    recommendation: str = ""
    saved: str = ""
    """When it was last saved, or else made: ISO 8601."""
    fault: str = ""
    unknown: int = 0
    """Questions answered *vet inte*."""
    open_conflicts: int = 0
    """Goal conflicts that somebody still has to settle."""
    unanswered: int | None = None
    """Questions without an answer; None where the record does not say."""
    is_lasting: bool = True
    """Whether it holds as long as the file is the same. That a file may not be read can change without it."""

    @property
    def saved_at(self) -> datetime | None:
        """When it was last saved; a time without zone is taken as UTC, so that all can be compared."""
        try:
            moment = datetime.fromisoformat(self.saved)
        except ValueError:
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    @property
    def order(self) -> tuple[float, str]:
        """What lists are sorted by: last saved first, those without a time last, then by path."""
        return (-self.saved_at.timestamp() if self.saved_at else math.inf, self.path)
