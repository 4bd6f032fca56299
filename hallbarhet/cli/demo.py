"""`hallbarhet demo`: an archive of invented cases to try things on."""

import argparse

from hallbarhet.texts import cli as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from pathlib import Path

    from hallbarhet.assessment.model import Assessment
    from hallbarhet.checklist.model import Checklist
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("demo", help=summary, description=summary, epilog=texts.DEMO_EXAMPLE)
    command.add_argument("katalog", metavar="KATALOG", nargs="?", default="demo", help=texts.DEMO_FOLDER)
    command.add_argument("--antal", metavar="N", type=int, help=texts.DEMO_COUNT)
    command.add_argument("--fro", metavar="TAL", type=int, default=1, help=texts.DEMO_SEED)
    command.add_argument("--checklista", metavar="ID", help=texts.CHECKLIST_OPTION)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the archive, and open it when somebody is there to look."""
    from pathlib import Path

    from hallbarhet.cli.output import is_interactive, tell
    from hallbarhet.review.demo import write_demo

    folder = Path(arguments.katalog)
    written = write_demo(
        folder, count=arguments.antal, seed=arguments.fro, checklist=arguments.checklista, report=_write_reports
    )
    tell(texts.demo_written(written.count, folder) if written.is_new else texts.demo_kept(written.count, folder))
    if not is_interactive():
        tell(texts.demo_open(folder))
        return 0
    from hallbarhet.tui.app import run as run_app

    return run_app(folder)


def _write_reports(record: "Path", checklist: "Checklist", assessment: "Assessment") -> None:
    """The inner and the public report of a hand-written case, beside its record."""
    from hallbarhet.assessment.result import score
    from hallbarhet.report.write import write_report

    outcome = score(checklist, assessment)
    for public in (False, True):
        write_report(record, checklist, assessment, outcome, public=public)
