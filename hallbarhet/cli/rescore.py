"""`hallbarhet omrakna`: saved assessments under a new checklist or other weights; no decision is changed."""

import argparse

from hallbarhet.texts import cli_rescore as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hallbarhet.batch.alternatives import Alternative
    from hallbarhet.batch.outfitting import Outfitter
    from hallbarhet.batch.outputs import Output
    from hallbarhet.batch.whole import Whole
    from hallbarhet.cli.words import Commands


class _InOrder(argparse.Action):
    """Keeps options in the order they are given: `--alternativ` begins the next, the others belong to the latest."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: "str | Sequence[Any] | None",
        option_string: str | None = None,
    ) -> None:
        """Put the option last."""
        del parser, option_string
        namespace.vad_om = [*namespace.vad_om, (self.dest, values)]


def register(commands: "Commands", summary: str) -> None:
    """Add the command."""
    command = commands.add_parser(
        "omrakna",
        help=summary,
        description=summary,
        epilog=texts.EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("poster", metavar="POST|KATALOG", nargs="+", help=texts.PATHS)
    command.add_argument("--checklista", metavar="ID|FIL", help=texts.CHECKLIST)
    for option, metavar, told in (
        ("--vikt", "DIM=TAL", texts.WEIGHT),
        ("--troskel", "NIVÅ=TAL", texts.THRESHOLD),
        ("--alternativ", "NAMN", texts.ALTERNATIVE),
    ):
        command.add_argument(option, metavar=metavar, help=told, action=_InOrder, default=argparse.SUPPRESS)
    command.add_argument("--ut", metavar="FIL", help=texts.OUTPUT)
    command.add_argument("--json", action="store_true", help=texts.JSON)
    command.add_argument("--processer", metavar="N", help=texts.PROCESSES)
    command.add_argument("--vid-andring", action="store_true", dest="vid_andring", help=texts.ON_CHANGE)
    command.set_defaults(run=run, vad_om=[])


def run(arguments: argparse.Namespace) -> int:
    """The rows or the page; 1 when a record could not be read, or with `--vid-andring` when a level has flipped."""
    from pathlib import Path

    from hallbarhet.batch.outfitting import Outfitter
    from hallbarhet.batch.outputs import output_form
    from hallbarhet.cli.output import give_text, tell
    from hallbarhet.cli.rescore_page import page
    from hallbarhet.report.rescoring_file import HTML
    from hallbarhet.texts import rescoring

    target = Path(arguments.ut) if arguments.ut else None
    form = output_form(target, {".html": HTML}) if target else None
    roots = _existing(arguments.poster)
    processes = _processes(arguments.processer)
    outfitter = Outfitter(roots, arguments.checklista, alternatives(arguments.vad_om))
    output = form.begin(target) if form and target else None
    forms = {*(("jsonl",) if arguments.json else ()), *((form.wants,) if form and form.wants else ())}
    whole = _rescored(outfitter, roots, sorted(forms), processes, output, gives_rows=arguments.json)
    if target:
        tell(rescoring.written(str(target)))
    if arguments.json:
        tell(rescoring.FIRST_LINE)
    else:
        for line in page(whole):
            give_text(line)
    return int(whole.unread > 0 or (arguments.vid_andring and whole.has_flip))


def alternatives(given: "Sequence[tuple[str, str]]") -> "tuple[Alternative, ...]":
    """The options in order as ways to count; what stands before the first name is an alternative without one.

    Raises UsageError for what cannot be understood.
    """
    from dataclasses import replace

    from hallbarhet.batch.alternatives import Alternative, threshold, weight
    from hallbarhet.errors import UsageError
    from hallbarhet.texts import rescoring

    found = [Alternative()]
    for option, value in given:
        latest = found[-1]
        if option == "alternativ":
            if any(one.name == value for one in found):
                raise UsageError(rescoring.alternative_twice(value))
            found.append(Alternative(value))
        elif option == "vikt":
            name, number = weight(value)
            if name in dict(latest.weights):
                raise UsageError(rescoring.said_twice("--vikt", name))
            found[-1] = replace(latest, weights=(*latest.weights, (name, number)))
        else:
            level, number = threshold(value)
            if level in dict(latest.thresholds):
                raise UsageError(rescoring.said_twice("--troskel", str(level)))
            found[-1] = replace(latest, thresholds=(*latest.thresholds, (level, number)))
    is_named = len(found) > 1
    return tuple(found[1:] if is_named and found[0].is_plain else found)


def _rescored(
    outfitter: "Outfitter",
    roots: "Sequence[str]",
    forms: "Sequence[str]",
    processes: int,
    output: "Output | None",
    *,
    gives_rows: bool,
) -> "Whole":
    """Every record re-scored, its rows given where they are wanted; what is to be said of them all."""
    from hallbarhet.batch.listing import record_paths
    from hallbarhet.batch.running import rescore, whole_of
    from hallbarhet.batch.whole import joined
    from hallbarhet.cli.output import give, tell
    from hallbarhet.cli.progress import Progress
    from hallbarhet.texts import rescoring

    progress = Progress(lambda: sum(1 for _ in record_paths(roots)), rescoring.progress)
    whole: Whole | None = None
    try:
        for chunk in rescore(record_paths(roots), outfitter, forms=forms, processes=processes):
            whole = chunk.part if whole is None else joined((whole, chunk.part))
            if output is not None:
                output.take(chunk)
            if gives_rows:
                give(chunk.texts["jsonl"].removesuffix("\n"))
            progress.add(chunk.count)
        whole = whole_of(_something(whole, roots), outfitter)
        if output is not None:
            output.end(whole)
    except BaseException as error:
        progress.end()
        if output is not None:
            output.drop()
        if isinstance(error, KeyboardInterrupt):
            tell(rescoring.interrupted(progress.done))
        raise
    progress.end()
    return whole


def _something(whole: "Whole | None", roots: "Sequence[str]") -> "Whole":
    from pathlib import Path

    from hallbarhet.errors import NotFoundError
    from hallbarhet.texts import cli

    if whole is None:
        raise NotFoundError(cli.nothing_in(Path(roots[0])))
    return whole


def _existing(given: "Sequence[str]") -> "list[str]":
    import os
    from pathlib import Path

    from hallbarhet.errors import NotFoundError
    from hallbarhet.texts import cli

    for name in given:
        if not os.path.lexists(name):
            raise NotFoundError(cli.no_such_path(Path(name)))
    return list(given)


def _processes(given: str | None) -> int:
    import os

    from hallbarhet.errors import UsageError
    from hallbarhet.texts import rescoring

    if given is None:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not given.isdecimal() or int(given) < 1:
        raise UsageError(rescoring.processes_not_understood(given))
    return int(given)
