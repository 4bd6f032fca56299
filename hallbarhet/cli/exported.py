"""`--arende FIL`: an assessment begun on a case out of another system's file; shared by `bedom` and `radvis`."""

import argparse

from hallbarhet.texts import importing as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing and pathlib are slow to load
if TYPE_CHECKING:
    from pathlib import Path

    from hallbarhet.assessment.model import Case
    from hallbarhet.checklist.library import Library
    from hallbarhet.checklist.model import Checklist


def add_options(command: argparse.ArgumentParser) -> None:
    """Say which file, and which case in it."""
    command.add_argument("--arende", metavar="FIL", help=texts.CASE_OPTION)
    command.add_argument("--diarienummer", metavar="DNR", help=texts.DIARY_OPTION)


def refuse_both(arguments: argparse.Namespace) -> None:
    """Refuse words that do not add up. Raises UsageError."""
    from hallbarhet.errors import UsageError

    if arguments.arende and arguments.post:
        raise UsageError(texts.RECORD_AND_CASE)
    if arguments.diarienummer is not None and not arguments.arende:
        raise UsageError(texts.DIARY_WITHOUT_CASE)


def begun(
    arguments: argparse.Namespace, library: "Library", archive: "Path", checklist: "Checklist | None"
) -> "tuple[Checklist, Case]":
    """The case to begin with and its checklist, unless one was chosen; what is probably a slip is told on the way."""
    from pathlib import Path

    from hallbarhet.assessment.importing_one import already_there, case_of, chosen_checklist, one_row
    from hallbarhet.assessment.shown.casechecks import remarks
    from hallbarhet.cli.output import tell, tell_all
    from hallbarhet.errors import NotAllowedError, UsageError

    path = Path(arguments.arende)
    row, notes = one_row(path, arguments.diarienummer)
    tell_all(notes)
    known = already_there(archive, row)
    if known is not None:
        raise NotAllowedError(texts.already_there(row.name, arguments.kommando, known.path))
    checklist = checklist or chosen_checklist(library, row)
    if checklist is None:
        raise UsageError(texts.NO_CHECKLIST_FOR_CASE)
    case = case_of(row, checklist, library.settings, path)
    for sentence in (*row.told.values(), *remarks(case, {}).values()):
        tell(sentence)
    return checklist, case
