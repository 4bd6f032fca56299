"""`hallbarhet [starta]`: the terminal app on an archive."""

import argparse

from hallbarhet.texts import cli as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say which archive; the same option on every command that works in one."""
    parser.add_argument("--arkiv", metavar="KATALOG", help=texts.ARCHIVE_OPTION)


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("starta", help=summary, description=summary, epilog=texts.START_EXAMPLE)
    add_options(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Open the app on the archive."""
    from hallbarhet.cli.words import archive_folder, require_terminal

    require_terminal("hallbarhet")
    from hallbarhet.tui.app import run as run_app

    return run_app(archive_folder(arguments.arkiv))
