"""`hallbarhet bedom`: straight into one assessment."""

import argparse

from hallbarhet.cli import exported, start
from hallbarhet.texts import cli as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("bedom", help=summary, description=summary, epilog=texts.ASSESS_EXAMPLE)
    command.add_argument("post", metavar="POST", nargs="?", help=texts.RECORD)
    command.add_argument("--checklista", metavar="ID|FIL", help=texts.CHECKLIST_OPTION)
    exported.add_options(command)
    start.add_options(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read what was named, so that a fault is told in the terminal and not inside the app; then open it."""
    from pathlib import Path

    from hallbarhet.assessment.records import load
    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.words import archive_folder, require_terminal

    exported.refuse_both(arguments)
    record = load(Path(arguments.post)).path if arguments.post else None
    archive = record.parent if record is not None and not arguments.arkiv else archive_folder(arguments.arkiv)
    library = Library(archive)
    checklist = library.find(arguments.checklista) if arguments.checklista else None
    case = None
    if arguments.arende:
        checklist, case = exported.begun(arguments, library, archive, checklist)
    require_terminal("hallbarhet bedom")
    from hallbarhet.tui.app import run as run_app

    return run_app(archive, record=record, checklist=checklist, case=case)
