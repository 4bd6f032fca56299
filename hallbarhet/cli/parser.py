"""The words of the command line, in Swedish down to what argparse says by itself."""

import argparse

from hallbarhet import __version__
from hallbarhet.cli import (
    adapt,
    assess,
    calculate,
    check,
    checklist,
    complete,
    demo,
    doctor,
    lines,
    report,
    start,
    template,
    verify,
)
from hallbarhet.cli.output import write_utf8
from hallbarhet.errors import UsageError
from hallbarhet.texts import argparse_words
from hallbarhet.texts import cli as texts

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


class SwedishParser(argparse.ArgumentParser):
    """An ArgumentParser that raises its errors as sentences instead of leaving the program."""

    def error(self, message: str) -> "NoReturn":
        """Raise the fault as one sentence with where to read more."""
        raise UsageError(texts.usage_fault(message, self.prog))


def build() -> argparse.ArgumentParser:
    """The whole command line; each command's module adds its own words."""
    parser = SwedishParser(
        prog="hallbarhet",
        description=texts.DESCRIPTION,
        epilog=texts.EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", help=texts.VERSION, version=f"hallbarhet {__version__}")
    start.add_options(parser)
    parser.set_defaults(run=start.run)
    commands = parser.add_subparsers(
        title=texts.COMMANDS, metavar=texts.COMMAND, dest="kommando", parser_class=SwedishParser
    )
    for command in (
        start, assess, lines, template, complete, adapt, demo, check, calculate, report, verify, checklist, doctor,
    ):  # fmt: skip
        command.register(commands)
    return parser


def parse(words: "Sequence[str]") -> argparse.Namespace:
    """Words to a namespace whose `run` carries the command out."""
    write_utf8()
    speak_swedish()
    return build().parse_args(words)


def speak_swedish() -> None:
    """Let argparse look its own words up in our table.

    It takes them through module-level gettext functions and offers no other way in than a compiled catalogue.
    """
    argparse._ = argparse_words.translated  # type: ignore[attr-defined]
    argparse.ngettext = argparse_words.translated_plural  # type: ignore[attr-defined]
