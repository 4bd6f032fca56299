"""`hallbarhet sigill`: whether a finished assessment, or the checklist it was made with, has been changed since."""

import argparse

from hallbarhet.texts import cli as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from pathlib import Path

    from hallbarhet.checklist.copies import CheckedCopy
    from hallbarhet.cli.sealing import Examined
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("sigill", help=summary, description=summary, epilog=texts.VERIFY_EXAMPLE)
    command.add_argument("poster", metavar="POST|KATALOG", nargs="+", help=texts.VERIFY_PATHS)
    command.add_argument("--mot", metavar="FIL", help=texts.VERIFY_AGAINST)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """One line per record and what was changed below it; 1 when a record or a copy is not what it was."""
    from hallbarhet.cli.sealing import examined
    from hallbarhet.cli.words import record_paths

    paths = list(record_paths(arguments.poster))
    older = _older(arguments.mot, len(paths))
    copies = _Copies()
    doubtful = 0
    for path in paths:
        record = examined(path, older)
        _tell(record)
        doubtful += record.result is None or record.result.is_doubtful
        doubtful += copies.changed_for(record)
    return int(doubtful > 0)


def _older(named: str | None, records: int) -> "Path | None":
    from pathlib import Path

    from hallbarhet.errors import NotFoundError, UsageError

    if named is None:
        return None
    if records != 1:
        raise UsageError(texts.against_one())
    path = Path(named)
    if not path.is_file():
        raise NotFoundError(texts.no_such_path(path))
    return path


def _tell(record: "Examined") -> None:
    from hallbarhet.cli.output import give_text, tell_all
    from hallbarhet.texts import seal as seal_texts

    if record.result is not None:
        give_text(seal_texts.told(str(record.path), record.result.sentence))
        for detail in record.result.details:
            give_text(seal_texts.within(detail))
    tell_all(record.faults)


class _Copies:
    """The archives' copies of checklists met so far; each is checked and told of once."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, str, str], int] = {}

    def changed_for(self, record: "Examined") -> int:
        """How many copies that the record points to are not what they were, counted the first time."""
        from hallbarhet.checklist.copies import archive_of

        reference = record.reference
        if reference is None:
            return 0
        archive = archive_of(record.path)
        key = (archive, reference.id, reference.fingerprint)
        if key in self._known:
            return 0
        self._known[key] = _changed_copies(record, archive)
        return self._known[key]


def _changed_copies(record: "Examined", archive: "Path") -> int:
    from hallbarhet.checklist.copies import checked_copies
    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.output import tell
    from hallbarhet.texts import seal as seal_texts

    reference = record.reference
    if reference is None:
        return 0
    copies = list(checked_copies(reference, archive, Library(archive)))
    if not copies:
        tell(seal_texts.copy_missing(str(record.path), reference.id, reference.version))
    changed = [copy for copy in copies if copy.state != "same"]
    for copy in changed:
        _tell_of_copy(copy)
    return len(changed)


def _tell_of_copy(copy: "CheckedCopy") -> None:
    from itertools import islice

    from hallbarhet.assessment.differences import differences
    from hallbarhet.assessment.seal import MOST_DETAILS
    from hallbarhet.cli.output import give_text
    from hallbarhet.texts import seal as seal_texts

    if copy.found is None:
        give_text(seal_texts.copy_unreadable(str(copy.path), copy.fault))
        return
    head = copy.found.header
    give_text(seal_texts.copy_changed(str(copy.path), head.id, head.version))
    if copy.original is None:
        give_text(seal_texts.within(seal_texts.NO_ORIGINAL))
        return
    give_text(seal_texts.within(seal_texts.ORIGINAL_ELSEWHERE))
    for difference in islice(differences(copy.original.data, copy.found.data), MOST_DETAILS):
        give_text(seal_texts.within(difference.sentence))
