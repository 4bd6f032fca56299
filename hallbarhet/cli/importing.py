"""`hallbarhet importera`: cases and decisions from another system's file into the archive."""

import argparse

from hallbarhet.cli import start
from hallbarhet.texts import importing as texts
from hallbarhet.texts import importing_own as own_texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from pathlib import Path

    from hallbarhet.assessment.importing import Importer
    from hallbarhet.cli.words import Commands

PROGRESS_EVERY = 100
"""Rows between two words of how far it has come: about a second's work."""


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("importera", help=summary, description=summary, epilog=texts.EXAMPLE)
    command.add_argument("fil", metavar="FIL", help=texts.FILE)
    command.add_argument("--checklista", metavar="ID|FIL", help=texts.CHECKLIST)
    command.add_argument("--sokandens", action="store_true", help=own_texts.OPTION)
    command.add_argument("--diarienummer", metavar="DNR", help=own_texts.DIARY_OPTION)
    command.add_argument("--prova", action="store_true", help=texts.TRY)
    start.add_options(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Import every row, or an applicant's own assessment, and tell of each; 1 when one was refused."""
    from hallbarhet.errors import UsageError

    if arguments.sokandens:
        return _bring_own(arguments)
    if arguments.diarienummer is not None:
        raise UsageError(own_texts.DIARY_ALONE)
    return _import_rows(arguments)


def _bring_own(arguments: argparse.Namespace) -> int:
    from pathlib import Path

    from hallbarhet.assessment.importing_own import bring_own
    from hallbarhet.cli.output import give_text, tell
    from hallbarhet.cli.words import archive_folder

    importer = _importer(archive_folder(arguments.arkiv), None, is_trial=arguments.prova)
    told = list(bring_own(importer, Path(arguments.fil), arguments.diarienummer))
    for entry in told:
        give_text(entry.sentence)
    if arguments.prova:
        tell(texts.TRIED_ONLY)
    return int(any(entry.outcome == "avvisad" for entry in told))


def _import_rows(arguments: argparse.Namespace) -> int:
    from collections import Counter
    from pathlib import Path

    from hallbarhet.assessment.importing_rows import columns, read_rows
    from hallbarhet.assessment.importing_table import read_table
    from hallbarhet.cli.output import give_text, tell, tell_all
    from hallbarhet.cli.words import archive_folder, made_folder
    from hallbarhet.errors import NotSavedError

    path = Path(arguments.fil)
    table = read_table(path)
    keys = columns(table, path)
    tell_all(table.notes)
    if not table.rows:
        tell(texts.NOTHING_TO_IMPORT)
        return 0
    archive = archive_folder(arguments.arkiv)
    importer = _importer(archive, arguments.checklista, is_trial=arguments.prova)
    if unread := importer.index.unread:
        tell(texts.not_compared(len(unread), unread[0]))
    if not arguments.prova:
        made_folder(archive)
    counted: Counter[str] = Counter()
    unused = {heading for heading in table.headings if heading not in keys}
    try:
        for number, told in enumerate(importer.run(read_rows(table, keys)), 1):
            give_text(told.sentence)
            counted[told.outcome] += 1
            unused -= told.used
            _tell_progress(number, len(table.rows))
    except NotSavedError:
        tell(texts.STOPPED)
        raise
    if unused:
        tell(texts.unused([heading for heading in table.headings if heading in unused]))
    tell(texts.summary(counted["ny"], counted["andrad"], counted["oforandrad"], counted["avvisad"]))
    if arguments.prova:
        tell(texts.TRIED_ONLY)
    return int(counted["avvisad"] > 0)


def _importer(archive: "Path", checklist: str | None, *, is_trial: bool) -> "Importer":
    import uuid

    from hallbarhet.assessment.clock import now
    from hallbarhet.assessment.importing import Importer
    from hallbarhet.assessment.importing_index import ArchiveIndex
    from hallbarhet.checklist.library import Library

    library = Library(archive)
    return Importer(
        archive,
        library,
        ArchiveIndex.of(archive),
        clock=now,
        new_id=lambda: str(uuid.uuid4()),
        checklist=library.find(checklist) if checklist else None,
        is_trial=is_trial,
    )


def _tell_progress(done: int, total: int) -> None:
    """How far it has come, where somebody is watching and the rows themselves go elsewhere."""
    import sys

    if done % PROGRESS_EVERY == 0 and sys.stderr.isatty() and not sys.stdout.isatty():
        print(texts.progress(done, total), end="\r", file=sys.stderr)
