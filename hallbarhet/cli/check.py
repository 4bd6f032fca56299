"""`hallbarhet granska`: every fault in checklists and records, in file order, with what to write instead."""

import argparse

from hallbarhet.texts import cli as texts
from hallbarhet.texts import cli_owner as owner_texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("granska", help=summary, description=summary, epilog=texts.CHECK_EXAMPLE)
    command.add_argument("sokvagar", metavar="FIL|KATALOG", nargs="+", help=texts.CHECK_PATHS)
    command.add_argument("--strikt", action="store_true", help=texts.STRICT)
    command.add_argument("--json", action="store_true", help=texts.JSON_LINES)
    command.add_argument("--bevaka", action="store_true", help=owner_texts.WATCH)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Tell every problem; 1 when there is a fault, or with `--strikt` a warning."""
    return _watch(arguments) if arguments.bevaka else _check(arguments)


def _check(arguments: argparse.Namespace) -> int:
    import json
    from pathlib import Path

    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.output import give, give_text, tell
    from hallbarhet.errors import NotFoundError
    from hallbarhet.review.checking import check_file, files_to_check

    files = 0
    counts = {"fel": 0, "varning": 0, "tips": 0}
    for name in arguments.sokvagar:
        path = Path(name)
        if not path.exists():
            raise NotFoundError(texts.no_such_path(path))
        found = list(files_to_check(path))
        library = Library(path if path.is_dir() else path.parent)
        if not found:
            raise NotFoundError(texts.nothing_to_check(path))
        for file in found:
            files += 1
            for problem in check_file(file, library, hints=path.is_file()):
                counts[problem.severity] += 1
                if arguments.json:
                    give(json.dumps(problem.row, ensure_ascii=False))
                else:
                    give_text(problem.sentence)
    tell(texts.checked(files, counts["fel"], counts["varning"]))
    return int(counts["fel"] > 0 or (arguments.strikt and counts["varning"] > 0))


def _watch(arguments: argparse.Namespace) -> int:
    """Check again on every save until Ctrl+C; the code is that of the last round."""
    import sys
    from pathlib import Path

    from hallbarhet.assessment.clock import now
    from hallbarhet.cli.output import tell
    from hallbarhet.errors import HallbarhetError
    from hallbarhet.review.watching import rounds
    from hallbarhet.texts import swedish

    code = 0
    try:
        for number in rounds(Path(name) for name in arguments.sokvagar):
            tell(owner_texts.checked_at(swedish.clock(now())))
            try:
                code = _check(arguments)
            except HallbarhetError as error:
                if number == 1:
                    raise
                # between two saves: an editor may have moved the file away for a moment
                code = 2
                tell(str(error))
            sys.stdout.flush()
            tell(owner_texts.WATCHING)
    except KeyboardInterrupt:
        tell(owner_texts.STOPPED_WATCHING)
    return code
