"""Writes tangenter.md, every key and command of the app, from the table that the app itself is made from."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from hallbarhet.texts import changing, find_out, memo, tui_case, tui_conflicts, tui_judgement, tui_overview, tui_start
from hallbarhet.texts.tui_help import ANSWER_KEYS, PAGES
from hallbarhet.tui import caseroom, commands
from hallbarhet.tui.commands import Command
from hallbarhet.tui.screens.base import Sheet
from hallbarhet.tui.screens.start import StartScreen

PAGE = Path(__file__).with_name("tangenter.md")

TOP = """# Tangenter och kommandon

Den här sidan är skriven av programmet ur samma tabell som appens tangenter, sidfot, hjälp och sökning är gjorda av. Ett
kommando utan tangent finns i sökningen på den sida där det gäller: tryck Ctrl+P, skriv en del av namnet och tryck
Enter. I ett textfält skriver bokstäver och siffror text; funktionstangenterna gäller också där.
"""

HEADINGS = {
    "StartScreen": tui_start.TITLE, "OverviewPage": tui_overview.TITLE, "CasePage": tui_case.TITLE,
    "QuestionPage": "Frågan", "GatePage": "Hållplatsen", "ConflictsPage": tui_conflicts.TITLE,
    "ConflictPage": "En målkonflikt", "CheckPage": tui_overview.CHECK_TITLE, "JudgementPage": tui_judgement.TITLE,
    "DonePage": tui_judgement.DONE_TITLE, "FindOutPage": find_out.TITLE, "FilePage": memo.TITLE,
    "ChangePage": changing.TITLE, "ChangePreviewPage": "Vad bytet gör",
}  # fmt: skip
"""What each page is called."""

ANSWERING = ("QuestionPage", "OverviewPage")
"""Where the answering keys work."""


def page() -> str:
    """The whole page."""
    parts = [TOP, "## Överallt\n", *_table(commands.EVERYWHERE), "## I ett öppet ärende\n", *_table(commands.IN_A_CASE)]
    for sheet in (StartScreen, *caseroom.PAGES.values()):
        parts += _sheet(sheet)
    return "\n".join(parts).rstrip("\n") + "\n"


def _sheet(sheet: type[Sheet]) -> Iterator[str]:
    """A page of the app: what it is for, and what only it answers to."""
    name = sheet.__name__
    yield f"## {HEADINGS[name]}\n"
    yield f"{PAGES[name]}\n"
    shared = {*commands.EVERYWHERE, *commands.IN_A_CASE} if sheet is not StartScreen else set()
    own = [command for command in sheet.TABLE if command not in shared]
    more = [(f"`{keys}`", "", told) for keys, told in ANSWER_KEYS] if name in ANSWERING else []
    yield from _table(own, more)


def _table(listed: Iterable[Command], more: Iterable[tuple[str, str, str]] = ()) -> Iterator[str]:
    rows = [*more, *((_keys(command), command.words.label, command.words.help) for command in listed)]
    if rows:
        yield "| Tangent | Kommando | Gör |\n|---|---|---|"
        yield from (f"| {keys} | {label} | {told} |" for keys, label, told in rows)
        yield ""


def _keys(command: Command) -> str:
    """Every key of a command as it is written on a keyboard."""
    named = (Command(command.action, (key,), command.words).key_name() for key in command.keys)
    return ", ".join(f"`{'?' if name == 'Question_mark' else name}`" for name in named)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
