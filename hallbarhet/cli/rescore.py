"""`hallbarhet omrakna`: saved assessments under a new checklist or other weights; no decision is changed."""

import argparse

from hallbarhet.texts import cli_rescore as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any

    from hallbarhet.batch.alternatives import Alternative
    from hallbarhet.batch.chunks import Workers
    from hallbarhet.batch.outputs import OutputForm
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
    command.add_argument("--utan-cache", action="store_true", dest="utan_cache", help=texts.NO_CACHE)
    command.add_argument("--fortsatt", action="store_true", help=texts.GO_ON)
    command.add_argument("--skriv", action="store_true", help=texts.WRITE)
    command.add_argument("--angra", action="store_true", help=texts.TAKE_BACK)
    command.add_argument("--vid-andring", action="store_true", dest="vid_andring", help=texts.ON_CHANGE)
    command.set_defaults(run=run, vad_om=[])


def run(arguments: argparse.Namespace) -> int:
    """The rows or the page; 1 when something could not be done, or with `--vid-andring` when a level has flipped."""
    from hallbarhet.batch.sharing import sharing

    if arguments.angra:
        return _take_back(arguments)
    roots = _existing(arguments.poster)
    with sharing(roots, _processes(arguments.processer)) as workers:
        return _rescored(arguments, roots, workers)


def _rescored(arguments: argparse.Namespace, roots: "Sequence[str]", workers: "Workers | None") -> int:
    from pathlib import Path

    from hallbarhet.batch.beside import Beside
    from hallbarhet.batch.outfitting import Outfitter
    from hallbarhet.batch.outputs import output_form
    from hallbarhet.cli.output import tell, tell_all
    from hallbarhet.cli.rescore_run import Run
    from hallbarhet.errors import UsageError
    from hallbarhet.report.rescoring_file import HTML
    from hallbarhet.texts import rescoring, rescoring_beside, rescoring_wishes

    if arguments.vid_andring and arguments.json:
        raise UsageError(rescoring_wishes.NOT_BOTH)
    target = Path(arguments.ut) if arguments.ut is not None else None
    form = output_form(target, {".html": HTML}) if target is not None else None
    if target is not None:
        _check_folder(target)
    if arguments.fortsatt:
        _check_can_go_on(arguments, form)
    ways = alternatives(arguments.vad_om)
    outfitter = Outfitter(roots, arguments.checklista, ways)
    beside = Beside(outfitter.target, ways) if arguments.skriv else None
    run_ = Run(
        outfitter=outfitter,
        roots=roots,
        workers=workers,
        target=target,
        form=form,
        goes_on=arguments.fortsatt,
        gives_rows=arguments.json,
        beside=beside,
        remembers=not arguments.utan_cache,
        is_quiet=arguments.vid_andring,
    )
    whole = run_.whole()
    left = beside.tally.left if beside else 0
    code = int(whole.unread > 0 or left > 0 or (arguments.vid_andring and whole.has_flip))
    if arguments.vid_andring and not code:
        return 0
    if outfitter.has_namesake:
        tell(rescoring_wishes.namesake(whole.target))
    if target:
        tell(rescoring.written(str(target)))
    if beside:
        tell_all(beside.tally.sentences)
        tell(rescoring_beside.written(beside.tally.done, beside.tally.same, left))
    _tell_whole(whole, is_json=arguments.json)
    return code


def _tell_whole(whole: "Whole", *, is_json: bool) -> None:
    from hallbarhet.cli.output import give_text, tell
    from hallbarhet.cli.rescore_page import fitted, page
    from hallbarhet.texts import rescoring

    if is_json:
        tell(rescoring.FIRST_LINE)
    else:
        for line in fitted(page(whole)):
            give_text(line)


def _take_back(arguments: argparse.Namespace) -> int:
    """Remove what `--skriv` has written; 1 when some of it was left."""
    from hallbarhet.batch.beside import take_back
    from hallbarhet.cli.output import give_text, tell_all
    from hallbarhet.errors import UsageError
    from hallbarhet.texts import rescoring_beside as texts_beside

    if arguments.skriv:
        raise UsageError(texts_beside.BOTH)
    others = {
        "--checklista": arguments.checklista,
        "--ut": arguments.ut,
        "--json": arguments.json,
        "--fortsatt": arguments.fortsatt,
        "--vid-andring": arguments.vid_andring,
        "--processer": arguments.processer,
        "--utan-cache": arguments.utan_cache,
        **{f"--{option}": True for option, _ in arguments.vad_om},
    }
    for option, is_given in others.items():
        if is_given:
            raise UsageError(texts_beside.only_alone(option))
    tally = take_back(_existing(arguments.poster))
    tell_all(tally.sentences)
    give_text(texts_beside.taken_back(tally.done, tally.left))
    return int(tally.left > 0)


def _check_folder(target: "Path") -> None:
    """Raise where nothing can be written, before hours of work and not after: NotFoundError or NotSavedError."""
    import os
    from pathlib import Path

    from hallbarhet.errors import NotFoundError, NotSavedError
    from hallbarhet.texts import rescoring_wishes, storage

    real = Path(os.path.realpath(target))  # what is written where a link stands is what it points at
    for folder in (target.parent, real.parent):
        if not folder.is_dir():
            raise NotFoundError(rescoring_wishes.no_such_folder(str(target), str(folder)))
    if real.is_dir():
        raise NotSavedError(storage.is_a_folder(str(target)))
    if not os.access(real.parent, os.W_OK) or (real.exists() and not os.access(real, os.W_OK)):
        raise NotSavedError(storage.not_writable(str(target)))


def _check_can_go_on(arguments: argparse.Namespace, form: "OutputForm | None") -> None:
    """Raise UsageError where there is no file of lines to go on with."""
    from hallbarhet.errors import UsageError
    from hallbarhet.texts import rescoring_resuming as texts_resuming

    if form is None:
        raise UsageError(texts_resuming.NEEDS_FILE)
    if form.head is None:
        raise UsageError(texts_resuming.no_such_form(arguments.ut))
    if arguments.json:
        raise UsageError(texts_resuming.NOT_WITH_JSON)


def alternatives(given: "Sequence[tuple[str, str]]") -> "tuple[Alternative, ...]":
    """The options in order as ways to count; what stands before the first name is an alternative without one.

    Raises UsageError for what cannot be understood.
    """
    from dataclasses import replace

    from hallbarhet.batch.alternatives import Alternative, threshold, weight
    from hallbarhet.errors import UsageError
    from hallbarhet.texts import rescoring, rescoring_wishes

    found = [Alternative()]
    for option, value in given:
        latest = found[-1]
        if option == "alternativ":
            name = " ".join(value.split())
            if not name:
                raise UsageError(rescoring_wishes.NAMELESS)
            if not name.isprintable():  # nor are bytes that are no text
                raise UsageError(rescoring_wishes.NOT_WORDS)
            if any(one.name == name for one in found):
                raise UsageError(rescoring.alternative_twice(name))
            found.append(Alternative(name))
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
