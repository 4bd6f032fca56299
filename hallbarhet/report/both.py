"""The two reports of a finished case, the inner and the public one, where the settings say they lie."""

from datetime import datetime
from pathlib import Path

from hallbarhet import settings
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.errors import HallbarhetError
from hallbarhet.report.write import write_report
from hallbarhet.texts import tui_judgement as texts


def write_both(record: Path, session: AssessmentSession, archive: Path, saved_at: datetime | None) -> list[str]:
    """Write them of the record as it was saved; where they lie, or why they could not be written, one line each."""
    header = session.assessment.header.model_copy(update={"saved_at": saved_at})
    assessment = session.assessment.model_copy(update={"header": header})
    chosen = settings.load(archive)
    folder = chosen.folder(chosen.reports, archive)
    lines = []
    for public, name in ((False, texts.REPORT), (True, texts.PUBLIC_REPORT)):
        try:
            written = write_report(
                record, session.checklist, assessment, session.full_outcome, public=public, folder=folder,
                archive=archive, user=settings.user_folder(),
            )  # fmt: skip
        except HallbarhetError as fault:
            lines.append(texts.report_failed(str(fault)))
        else:
            lines.append(f"{name}: {written}")
    return lines
