"""`hallbarhet sigill`: whether a finished assessment has been changed since it was sealed."""

import argparse

from hallbarhet.texts import cli as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.words import Commands


def register(commands: "Commands") -> None:
    """Add the command."""
    command = commands.add_parser("sigill", help=texts.VERIFY, description=texts.VERIFY, epilog=texts.VERIFY_EXAMPLE)
    command.add_argument("poster", metavar="POST|KATALOG", nargs="+", help=texts.VERIFY_PATHS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """One line per record; 1 when a seal is broken, also by a change that makes the record unreadable."""
    from hallbarhet.assessment.seal import verify_data
    from hallbarhet.checklist.problems import faults
    from hallbarhet.checklist.toml import load
    from hallbarhet.cli.output import give, tell_all
    from hallbarhet.cli.words import record_paths

    broken = 0
    for path in record_paths(arguments.poster):
        document, problems = load(path)
        if document is None:
            broken += 1
            tell_all(problem.sentence for problem in faults(problems))
            continue
        result = verify_data(document.data)
        broken += result.state in {"broken", "unknown"}
        give(f"{path}: {result.sentence}")
    return int(broken > 0)
