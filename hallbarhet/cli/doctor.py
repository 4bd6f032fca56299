"""`hallbarhet doktor`: what is set up, and where everything lies; writes nothing."""

import argparse

from hallbarhet.cli import start
from hallbarhet.texts import cli_doors as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("doktor", help=summary, description=summary, epilog=texts.DOCTOR_EXAMPLE)
    start.add_options(command)
    command.set_defaults(run=run, is_logged=False)


def run(arguments: argparse.Namespace) -> int:
    """Tell what is used and from where."""
    import platform

    from hallbarhet import __version__, settings
    from hallbarhet.assessment import logbook
    from hallbarhet.assessment.rescue import rescued
    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.output import give
    from hallbarhet.cli.words import archive_folder

    archive = archive_folder(arguments.arkiv)
    library = Library(archive)
    give(texts.program(__version__, platform.python_version(), platform.system()))
    give(texts.archive(archive.absolute(), is_there=archive.is_dir()))
    own = settings.user_folder() / settings.FILE_NAME
    give(texts.own_settings(own, is_there=own.is_file()))
    for shelf in library.shelves:
        give(texts.shelf(shelf.folder, shelf.origin))
    for row in library.choices():
        give(texts.checklist(row.id, row.version, row.path))
    give(texts.log(logbook.log_file(), is_there=logbook.log_file().is_file()))
    for path in rescued():
        give(texts.rescued(path))
    for sentence in library.settings.notes:
        give(sentence)
    return 0
