"""`hallbarhet berakna`: points, levels, gates and conflicts of saved assessments, computed anew."""

import argparse

from hallbarhet.texts import cli as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from hallbarhet.cli.opening import Opened
    from hallbarhet.cli.words import Commands


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser("berakna", help=summary, description=summary, epilog=texts.CALCULATE_EXAMPLE)
    command.add_argument("poster", metavar="POST|KATALOG", nargs="+", help=texts.CALCULATE_PATHS)
    command.add_argument("--checklista", metavar="ID|FIL", help=texts.CHECKLIST_OPTION)
    command.add_argument("--json", action="store_true", help=texts.JSON_LINES)
    command.add_argument("--forklara", action="store_true", help=texts.EXPLAIN)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """One object or one short text per record; 1 when a record could not be read."""
    import json

    from hallbarhet.cli.opening import Unopened, opened
    from hallbarhet.cli.output import give, give_text, tell, tell_all

    unread = 0
    for entry in opened(arguments.poster, arguments.checklista):
        if isinstance(entry, Unopened):
            unread += 1
            if arguments.json:
                give(json.dumps(entry.row, ensure_ascii=False))
            else:
                tell_all(entry.sentences)
            continue
        tell_all(entry.notes)
        if arguments.json:
            give(_as_json(entry))
        else:
            give_text(_as_text(entry, explain=arguments.forklara))
    if unread:
        tell(texts.unreadable(unread))
    return int(unread > 0)


def _as_json(entry: "Opened") -> str:
    import json

    from hallbarhet.assessment.result import machine_row, score

    outcome = score(entry.checklist, entry.assessment)
    return json.dumps(machine_row(entry.name, entry.assessment, outcome), ensure_ascii=False)


def _as_text(entry: "Opened", *, explain: bool) -> str:
    from hallbarhet.assessment.result import score
    from hallbarhet.report.summary import summary_text

    outcome = score(entry.checklist, entry.assessment)
    text = summary_text(entry.name, entry.checklist, entry.assessment, outcome)
    if not explain:
        return text
    from hallbarhet.assessment.explained import explanation_text

    return f"{text}\n{explanation_text(entry.checklist, entry.assessment, outcome)}"
