"""A report on disk, beside its record or in a folder of its own, whole or not at all."""

from pathlib import Path
from typing import Literal

from hallbarhet import settings
from hallbarhet.assessment.arrays import to_answers
from hallbarhet.assessment.atomic import write_file
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.plans import plan_of
from hallbarhet.checklist.model import Checklist
from hallbarhet.report.pdf import render_pdf
from hallbarhet.report.render import render_html, render_markdown, render_text
from hallbarhet.report.view import report_view
from hallbarhet.scoring.explain import explain
from hallbarhet.scoring.explanation import Explanation
from hallbarhet.scoring.outcome import Outcome

Format = Literal["html", "md", "txt", "pdf"]

_RENDERERS = {"html": render_html, "md": render_markdown, "txt": render_text}

PUBLIC_MARK = ".offentlig"
"""Stands in the name of every public document, so that nobody publishes the other one."""


def report_path(record: Path, *, public: bool, format: Format = "html", folder: Path | None = None) -> Path:  # noqa: A002  (the word of the command)
    """Where the report of a record lies: `<record>.html`, or `<record>.offentlig.html` for the public."""
    return (folder or record.parent) / f"{record.stem}{PUBLIC_MARK if public else ''}.{format}"


def write_report(
    record: Path,
    checklist: Checklist,
    assessment: Assessment,
    outcome: Outcome,
    *,
    public: bool,
    format: Format = "html",  # noqa: A002  (the word of the command)
    folder: Path | None = None,
    archive: Path | None = None,
    user: Path | None = None,
) -> Path:
    """Write the report of a record and say where. Templates in the archive's or the person's folder are used first.

    Raises:
        FaultyFileError: the settings or a template of the region's own cannot be used.
        NotAllowedError: what PDF needs is not installed.
        NotSavedError: the file could not be written; an older report is untouched.
    """
    view = report_view(
        checklist,
        assessment,
        outcome,
        public=public,
        explanation=_explained(checklist, assessment, outcome),
        support_form=settings.load(archive).support_form(assessment.case.support_form),
    )
    if format == "pdf":
        dated = assessment.header.saved_at or assessment.header.created_at
        raw = render_pdf(view, dated=dated, archive=archive, user=user)
    else:
        raw = _RENDERERS[format](view, archive=archive, user=user).encode("utf-8")
    path = report_path(record, public=public, format=format, folder=folder)
    write_file(path, raw)
    return path


def _explained(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> Explanation:
    """What each answer gave: a number in an official document does not stand without its derivation."""
    plan = plan_of(checklist)
    answers, _ = to_answers(plan, [assessment])
    return explain(plan, answers, outcome)
