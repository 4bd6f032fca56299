"""`hallbarhet klarmarkera`: completes a record that was filled in without the app."""

import argparse

from hallbarhet.cli import start
from hallbarhet.texts import cli_doors as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("klarmarkera", help=summary, description=summary, epilog=texts.COMPLETE_EXAMPLE)
    command.add_argument("post", metavar="POST", help=texts.RECORD_TO_COMPLETE)
    start.add_options(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Seal the record and write its reports; 1 when something is missing, each thing told."""
    from pathlib import Path

    from hallbarhet.assessment.clock import now
    from hallbarhet.cli.output import give
    from hallbarhet.linemode.completing import complete

    path = Path(arguments.post)
    archive = Path(arguments.arkiv) if arguments.arkiv else path.parent
    completion = complete(path, archive, now)
    for line in completion.lines:
        give(line)
    return int(not completion.is_done)
