"""`hallbarhet jamfor`: two readers, or expected against outcome, side by side; and how evenly an archive is judged."""

import argparse

from hallbarhet.texts import readings as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from pathlib import Path

    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser(
        "jamfor",
        help=summary,
        description=summary,
        epilog=texts.EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("poster", metavar="POST|KATALOG", nargs="+", help=texts.PATHS)
    command.add_argument("--json", action="store_true", help=texts.JSON)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Tell how two records, or all pairs of an archive, agree; 1 when a record of the archive could not be read."""
    from pathlib import Path

    from hallbarhet.errors import NotFoundError, UsageError
    from hallbarhet.texts import cli as cli_texts

    paths = [Path(name) for name in arguments.poster]
    if missing := next((path for path in paths if not path.exists()), None):
        raise NotFoundError(cli_texts.no_such_path(missing))
    if len(paths) == 1 and paths[0].is_dir():
        return _archive(paths[0], as_json=arguments.json)
    if len(paths) != 2 or any(path.is_dir() for path in paths):  # noqa: PLR2004  (a pair)
        raise UsageError(texts.WRONG_NUMBER)
    return _pair(paths[0], paths[1], as_json=arguments.json)


def _pair(first: "Path", second: "Path", *, as_json: bool) -> int:
    import json

    from hallbarhet.assessment.records import load
    from hallbarhet.checklist.copies import archive_of
    from hallbarhet.checklist.library import Library
    from hallbarhet.cli.output import give, give_text
    from hallbarhet.errors import NotAllowedError
    from hallbarhet.review.readers import compared, pair_row
    from hallbarhet.review.readers_told import pair_told

    one, other = load(first).assessment, load(second).assessment
    if one.checklist.fingerprint != other.checklist.fingerprint:
        raise NotAllowedError(texts.NOT_THE_SAME_CHECKLIST)
    checklist = Library(archive_of(first)).by_reference(one.checklist)
    found = compared(one, other, checklist, (str(first), str(second)))
    if as_json:
        give(json.dumps(pair_row(found), ensure_ascii=False))
        return 0
    for line in pair_told(found):
        give_text(line)
    return 0


def _archive(folder: "Path", *, as_json: bool) -> int:
    import json

    from hallbarhet.cli.output import give, give_text, tell, tell_all
    from hallbarhet.review.readers import pair_row, pairs_in
    from hallbarhet.review.readers_told import archive_told

    found = pairs_in(folder)
    tell_all(found.unreadable)
    pairs = (*found.readers, *found.followed)
    if not pairs:
        tell(texts.NO_PAIRS)
    elif as_json:
        for one in pairs:
            give(json.dumps(pair_row(one), ensure_ascii=False))
    else:
        for line in archive_told(found):
            give_text(line)
    return int(bool(found.unreadable))
