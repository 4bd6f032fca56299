"""`omrakna --ut FIL.html`: the file is written once, when everything has been counted."""

from pathlib import Path

from hallbarhet.assessment.atomic import write_file
from hallbarhet.batch.outputs import OutputForm
from hallbarhet.batch.rescoring import Rescored
from hallbarhet.batch.whole import Whole


class ReportFile:
    """A file that tells of all records and needs none of their rows."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def take(self, chunk: Rescored) -> None:
        """Rows are told by the other forms."""

    def end(self, whole: Whole) -> None:
        """Write the report. Raises NotSavedError, or FaultyFileError for a template of the office's own."""
        from hallbarhet.report.render import render_rescoring  # noqa: PLC0415  (templates load when there is a page)
        from hallbarhet.report.rescoring_view import rescoring_view  # noqa: PLC0415

        write_file(self._path, render_rescoring(rescoring_view(whole)).encode("utf-8"))

    def drop(self) -> None:
        """Nothing has been written yet."""


HTML = OutputForm("", ReportFile)
