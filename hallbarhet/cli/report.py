"""`hallbarhet rapport`: documents for the archive, the public and the tjänsteskrivelse."""

import argparse

from hallbarhet.texts import cli as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("rapport", help=summary, description=summary, epilog=texts.REPORT_EXAMPLE)
    command.add_argument("poster", metavar="POST|KATALOG", nargs="+", help=texts.CALCULATE_PATHS)
    command.add_argument("--ut", metavar="KATALOG", help=texts.REPORT_FOLDER)
    command.add_argument("--offentlig", action="store_true", help=texts.PUBLIC)
    command.add_argument("--format", choices=("html", "md", "txt", "pdf"), default="html", help=texts.FORMAT)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write a report per record and say where; 1 when a record could not be read."""
    from pathlib import Path

    from hallbarhet.assessment.result import score
    from hallbarhet.checklist.copies import archive_of
    from hallbarhet.cli.opening import Unopened, opened
    from hallbarhet.cli.output import give, tell, tell_all
    from hallbarhet.cli.words import made_folder
    from hallbarhet.report.write import write_report
    from hallbarhet.settings import user_folder

    folder = made_folder(Path(arguments.ut)) if arguments.ut else None
    unread = 0
    for entry in opened(arguments.poster):
        if isinstance(entry, Unopened):
            unread += 1
            tell_all(entry.sentences)
            continue
        tell_all(entry.notes)
        outcome = score(entry.checklist, entry.assessment)
        path = write_report(
            entry.path,
            entry.checklist,
            entry.assessment,
            outcome,
            public=arguments.offentlig,
            format=arguments.format,
            folder=folder,
            archive=archive_of(entry.path),
            user=user_folder(),
        )
        give(str(path))
    if unread:
        tell(texts.unreadable(unread))
    return int(unread > 0)
