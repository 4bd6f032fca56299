"""`hallbarhet radvis`: the same assessment line by line in plain text."""

import argparse
import sys

from hallbarhet.cli import exported, start
from hallbarhet.texts import cli_doors as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("radvis", help=summary, description=summary, epilog=texts.LINES_EXAMPLE)
    command.add_argument("post", metavar="POST", nargs="?", help=texts.RECORD)
    command.add_argument("--checklista", metavar="ID|FIL", help=texts.CHECKLIST_OPTION)
    exported.add_options(command)
    start.add_options(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Talk through one assessment over the standard streams."""
    from pathlib import Path

    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.words import archive_folder
    from hallbarhet.linemode.opening import run as run_lines

    exported.refuse_both(arguments)
    record = Path(arguments.post) if arguments.post else None
    archive = record.parent if record is not None and not arguments.arkiv else archive_folder(arguments.arkiv)
    library = Library(archive)
    checklist = library.find(arguments.checklista) if arguments.checklista and record is None else None
    case = None
    if arguments.arende:
        checklist, case = exported.begun(arguments, library, archive, checklist)
    if hasattr(sys.stdin, "reconfigure") and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # what is piped in is UTF-8, also in Windows
    return run_lines(archive, record=record, checklist=checklist, case=case, source=sys.stdin, target=sys.stdout)
