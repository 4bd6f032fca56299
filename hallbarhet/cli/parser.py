"""The words of the command line, in Swedish down to what argparse says by itself."""

import argparse
from importlib import import_module

from hallbarhet import __version__
from hallbarhet.cli import start
from hallbarhet.cli.output import write_utf8
from hallbarhet.errors import UsageError
from hallbarhet.texts import argparse_words
from hallbarhet.texts import cli as texts
from hallbarhet.texts.commands import SUMMARIES

TYPE_CHECKING = False  # the name alone tells a type checker; typing is slow to load
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


MODULES = {
    "starta": "start",
    "bedom": "assess",
    "radvis": "lines",
    "mall": "template",
    "klarmarkera": "complete",
    "anpassa": "adapt",
    "importera": "importing",
    "demo": "demo",
    "granska": "check",
    "berakna": "calculate",
    "rapport": "report",
    "jamfor": "compare",
    "omrakna": "rescore",
    "sigill": "verify",
    "checklista": "checklist",
    "doktor": "doctor",
}
"""The module that carries each command out. Only those that are asked for are imported."""


class SwedishParser(argparse.ArgumentParser):
    """An ArgumentParser that raises its errors as sentences instead of leaving the program."""

    def error(self, message: str) -> "NoReturn":
        """Raise the fault as one sentence with where to read more."""
        raise UsageError(texts.usage_fault(message, self.prog))


def build(words: "Sequence[str]" = tuple(MODULES)) -> argparse.ArgumentParser:
    """The command line; of the commands, those among the words in full and the others by name."""
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
    for name, summary in SUMMARIES.items():
        if name in words:
            import_module(f"hallbarhet.cli.{MODULES[name]}").register(commands, summary)
        else:
            commands.add_parser(name, help=summary, add_help=False)
    return parser


def parse(words: "Sequence[str]") -> argparse.Namespace:
    """Words to a namespace whose `run` carries the command out."""
    write_utf8()
    speak_swedish()
    arguments, unknown = build(words).parse_known_args(words)
    if unknown:  # argparse would point to the help of the whole program, not of the command they were meant for
        message = argparse_words.translated("unrecognized arguments: %s") % " ".join(unknown)
        raise UsageError(texts.usage_fault(message, " ".join(filter(None, ("hallbarhet", arguments.kommando)))))
    return arguments


def speak_swedish() -> None:
    """Let argparse look its own words up in our table.

    It takes them through module-level gettext functions and offers no other way in than a compiled catalogue.
    """
    argparse._ = argparse_words.translated  # type: ignore[attr-defined]
    argparse.ngettext = argparse_words.translated_plural  # type: ignore[attr-defined]
