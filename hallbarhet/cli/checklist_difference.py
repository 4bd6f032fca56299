"""`hallbarhet checklista skillnad`: what differs between two checklists, and what it does before it bites."""

import argparse

from hallbarhet.texts import cli_owner as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from hallbarhet.checklist.versions import Difference
    from hallbarhet.cli.words import Commands
    from hallbarhet.review.comparing import ArchiveCompared, ExamplesCompared


def register(words: "Commands") -> None:
    """Add the command."""
    command = words.add_parser(
        "skillnad", help=texts.DIFFERENCE, description=texts.DIFFERENCE, epilog=texts.DIFFERENCE_EXAMPLE
    )
    command.add_argument("a", metavar="A", help=texts.DIFFERENCE_OLD)
    command.add_argument("b", metavar="B", help=texts.DIFFERENCE_NEW)
    command.add_argument("--arkiv", metavar="KATALOG", help=texts.DIFFERENCE_ARCHIVE)
    command.add_argument("--json", action="store_true", help=texts.JSON)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Sentences in the file's order, the largest step first; then test cases, then the archive."""
    import json

    from hallbarhet.checklist.library import Library
    from hallbarhet.checklist.versions import compare
    from hallbarhet.cli.output import give, give_text
    from hallbarhet.cli.words import archive_folder
    from hallbarhet.review.comparing import compare_examples

    library = Library(archive_folder(arguments.arkiv))
    difference = compare(library.find(arguments.a), library.find(arguments.b))
    examples = compare_examples(difference.old, difference.new)
    archive = _archive(difference, arguments.arkiv) if arguments.arkiv else None
    if arguments.json:
        for row in _rows(difference, examples, archive):
            give(json.dumps(row, ensure_ascii=False))
    else:
        for line in _lines(difference, examples, archive):
            give_text(line)
    return 0


def _archive(difference: "Difference", folder: str) -> "ArchiveCompared":
    from pathlib import Path

    from hallbarhet.errors import NotFoundError
    from hallbarhet.review.comparing import compare_archive
    from hallbarhet.texts import cli as common

    path = Path(folder)
    if not path.is_dir():
        raise NotFoundError(common.no_such_path(path))
    waiting = _Waiting()
    compared = compare_archive(difference.old, difference.new, path, told=waiting.told)
    waiting.end()
    return compared


class _Waiting:
    """Tells how far the reading has come, where a person waits for it."""

    def __init__(self) -> None:
        import sys
        import time

        self._clock = time.monotonic
        self._stream = sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None
        self._told_at = self._clock()
        self._has_told = False

    def told(self, number: int) -> None:
        from hallbarhet.texts import owner

        if self._stream is not None and self._clock() - self._told_at > 1:
            self._told_at, self._has_told = self._clock(), True
            print(f"\r{owner.reading_archive(number)}", end="", file=self._stream, flush=True)

    def end(self) -> None:
        if self._has_told:
            print(file=self._stream)


def _lines(
    difference: "Difference", examples: "ExamplesCompared", archive: "ArchiveCompared | None"
) -> "Iterator[str]":
    from hallbarhet.checklist.aspects import STEPS
    from hallbarhet.review.changes import Teller, version_sentence
    from hallbarhet.review.compared import archive_told, examples_told
    from hallbarhet.texts import owner, versions

    old, new = difference.old.header, difference.new.header
    yield versions.title(f"{new.id} {new.version}", f"{old.id} {old.version}")
    yield ""
    yield version_sentence(difference)
    teller = Teller(difference)
    for step in reversed(STEPS):
        changes = [change for change in difference.changes if change.step == step]
        if changes:
            yield from ("", versions.HEADINGS[step])
            yield from (f"- {teller.sentence(change)}" for change in changes)
    yield from ("", owner.EXAMPLES_HEADING, *examples_told(examples))
    if archive is not None:
        yield from ("", owner.ARCHIVE_HEADING, *archive_told(archive))


def _rows(
    difference: "Difference", examples: "ExamplesCompared", archive: "ArchiveCompared | None"
) -> "Iterator[dict[str, Any]]":
    from hallbarhet.review.changes import Teller, version_sentence
    from hallbarhet.review.compared import archive_row, example_row, moved_row

    teller = Teller(difference)
    yield {
        "version": {
            "fore": difference.old.header.version,
            "efter": difference.new.header.version,
            "kraver": difference.calls_for,
            "angivet": difference.declared,
            "stammer": difference.agrees,
        },
        "text": version_sentence(difference),
    }
    yield from (teller.row(change) for change in difference.changes)
    yield from (example_row(change) for change in examples.changed)
    if archive is not None:
        yield from (moved_row(moved) for moved in archive.moved)
        yield archive_row(archive)
