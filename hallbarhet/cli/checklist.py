"""`hallbarhet checklista`: for the owner of a checklist."""

import argparse

from hallbarhet.cli import checklist_difference, checklist_overlay, checklist_show, start
from hallbarhet.texts import cli_owner as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command with the words under it."""
    command = commands.add_parser(
        "checklista",
        help=summary,
        description=summary,
        epilog=texts.CHECKLISTS_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    words = command.add_subparsers(title=texts.WHAT, metavar=texts.ACTION, required=True)
    for room in (checklist_show, checklist_overlay, checklist_difference):
        room.register(words)
    schema = words.add_parser("schema", help=texts.SCHEMA, description=texts.SCHEMA, epilog=texts.SCHEMA_EXAMPLE)
    schema.set_defaults(run=run_schema)
    trial = words.add_parser("prova", help=texts.TRY, description=texts.TRY, epilog=texts.TRY_EXAMPLE)
    trial.add_argument("checklista", metavar="CHECKLISTA", help=texts.NAME)
    start.add_options(trial)
    trial.set_defaults(run=run_trial)


def run_schema(_: argparse.Namespace) -> int:
    """Write the schema on stdout."""
    import json

    from hallbarhet.checklist.schema import checklist_schema
    from hallbarhet.cli.output import give

    give(json.dumps(checklist_schema(), ensure_ascii=False, indent=2))
    return 0


def run_trial(arguments: argparse.Namespace) -> int:
    """Read the checklist, so that a fault is told in the terminal; then walk it in the app, where nothing is kept."""
    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.words import archive_folder, require_terminal

    archive = archive_folder(arguments.arkiv)
    checklist = Library(archive).find(arguments.checklista)
    require_terminal("hallbarhet checklista prova")
    from hallbarhet.tui.app import run_practice

    return run_practice(archive, checklist)
