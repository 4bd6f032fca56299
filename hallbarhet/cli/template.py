"""`hallbarhet mall`: a blank record with notes, to be filled in with any editor."""

import argparse

from hallbarhet.cli import start
from hallbarhet.texts import cli_doors as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("mall", help=summary, description=summary, epilog=texts.BLANK_EXAMPLE)
    command.add_argument("checklista", metavar="CHECKLISTA", help=texts.CHECKLIST_OPTION)
    start.add_options(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the blank record on stdout."""
    import uuid

    from hallbarhet import settings
    from hallbarhet.assessment.blank import blank_record
    from hallbarhet.assessment.clock import now
    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.output import give
    from hallbarhet.cli.words import archive_folder

    archive = archive_folder(arguments.arkiv)
    checklist = Library(archive).find(arguments.checklista)
    officer = settings.load(archive).officer
    # whole seconds: a person reads the file, and nobody needs finer
    give(blank_record(checklist, id=str(uuid.uuid4()), officer=officer, now=now()).rstrip("\n"))
    return 0
