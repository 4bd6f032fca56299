"""Windows over the pages: help, search, the standing, trouble with saving, and leaving with something unread."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from textual.app import App

from hallbarhet.assessment.meanwhile import what_differs
from hallbarhet.assessment.unread import mendable
from hallbarhet.errors import ChangedOnDiskError
from hallbarhet.texts import tui as texts
from hallbarhet.texts import tui_case as case_texts
from hallbarhet.tui import commands
from hallbarhet.tui.commands import Command
from hallbarhet.tui.guidance import guidance
from hallbarhet.tui.plain import harmless
from hallbarhet.tui.screens.asking import ask_choice
from hallbarhet.tui.screens.base import Sheet
from hallbarhet.tui.screens.help import HelpDialog
from hallbarhet.tui.screens.points import PointsDialog
from hallbarhet.tui.screens.question import QuestionPage
from hallbarhet.tui.screens.search import Entry, SearchDialog
from hallbarhet.tui.themes import THEMES

if TYPE_CHECKING:
    from hallbarhet.checklist.model import Checklist, Item
    from hallbarhet.tui.desk import Desk


ELSEWHERE = (
    (commands.DEEPEN, "oversikt", texts.DEPTH_ELSEWHERE),
    (commands.COMPLETE, "klart", texts.COMPLETE_ELSEWHERE),
)
"""Commands of one page that are looked for from every other: which page, and what the search says of them there."""


def help_dialog(sheet: Sheet, lead: str) -> HelpDialog:
    """Help about a screen, and on the question page about its question."""
    about = None
    if isinstance(sheet, QuestionPage):
        about = guidance(sheet.session.checklist, sheet.item)
    table = (*sheet.TABLE, *commands.EVERYWHERE)
    return HelpDialog(lead, about, table, has_answers=isinstance(sheet, QuestionPage))


def search_dialog(sheet: Sheet, desk: "Desk | None", hidden: Collection[Command] = ()) -> SearchDialog:
    """Everything that can be done here, then every question and gate of the case."""
    left_out = {commands.SEARCH, *hidden}
    offered = [command for command in (*sheet.TABLE, *commands.EVERYWHERE) if command not in left_out]
    entries = [
        Entry(f"kommando {command.action}", command.words.label, command.words.help, command.key_name())
        for command in offered
        if command != commands.LOOK and (desk is not None or command != commands.STANDING)
    ]
    if desk is not None:
        entries.extend(Entry(page, *words) for command, page, words in ELSEWHERE if command not in offered)
        checklist = desk.session.checklist
        for section in checklist.sections:
            entries.extend(
                Entry(f"fraga {item.id}", item.name, item.text, more=f"{section.title} {_subjects(checklist, item)}")
                for item in section.items
            )
        entries.extend(Entry(f"hallplats {gate.id}", gate.title, " ".join(gate.questions)) for gate in checklist.gates)
    entries.extend(
        Entry(f"utseende {theme.name}", texts.LOOK_CHOICE.format(texts.LOOKS[theme.name]), commands.LOOK.words.help)
        for theme in THEMES
    )
    return SearchDialog(entries)


def _subjects(checklist: "Checklist", item: "Item") -> str:
    """What a question is about, in the checklist's own words, so that it is found by them too."""
    tags = {tag.id: tag.name for tag in checklist.tags}
    theme = checklist.theme_by_id.get(item.theme or "")
    return " ".join([*(tags.get(id_, "") for id_ in item.tags), theme.name if theme else ""])


def points_dialog(desk: "Desk") -> PointsDialog:
    """How the case stands."""
    return PointsDialog(desk.session)


def tell_trouble(app: App[Any], desk: "Desk", then: Callable[[], None]) -> None:
    """Say that the last change is not on disk, where it is, and what can be done; `then` when something was done."""
    fault = desk.fault
    if fault is None:
        return

    def act(choice: str) -> None:
        if choice == "skillnad":
            _show_difference(app, desk, lambda: tell_trouble(app, desk, then))
            return
        if choice == "igen":
            desk.keep()
        elif choice == "kopia" and (path := desk.keep_beside()) is not None:
            app.notify(harmless(texts.saved_copy(path.name)), markup=False)
        then()
        if desk.fault is not None and choice != "vidare":
            tell_trouble(app, desk, then)

    if isinstance(fault, ChangedOnDiskError):
        choices = [("kopia", texts.SAVE_COPY), ("skillnad", texts.SEE_DIFFERENCE), ("vidare", texts.KEEP_WORKING)]
        ask_choice(app, texts.CHANGED_TITLE, f"{fault}\n\n{texts.CHANGED_COMFORT}", choices, act)
    else:
        choices = [("vidare", texts.KEEP_WORKING), ("igen", texts.TRY_AGAIN)]
        ask_choice(app, texts.NOT_SAVED_TITLE, f"{fault}\n\n{texts.NOT_SAVED_COMFORT}", choices, act)


def _show_difference(app: App[Any], desk: "Desk", then: Callable[[], None]) -> None:
    """What lies on disk against what stands here, and back to the choice."""
    path = desk.keeper.path
    lines = what_differs(path, desk.session.assessment) if path is not None else []
    choices = [("tillbaka", texts.BACK_TO_CHOICE)]
    ask_choice(app, texts.CHANGED_TITLE, "\n".join(lines), choices, lambda _: then())


def when_safe_to_leave(app: App[Any], desk: "Desk", leave: Callable[[], None]) -> None:
    """Leave; but first say it when something is not on disk or could not be read."""
    if desk.fault is not None:
        desk.keep()
    if desk.fault is not None:
        sentence = f"{desk.fault}\n\n{texts.UNSAVED}"
        title = texts.UNSAVED_TITLE
    elif left := mendable(desk.session.assessment, desk.session.checklist, desk.drafts):
        sentence = texts.unread([f"”{words}” ({_draft_name(desk, key)})" for key, words in left.items()])
        title = texts.UNREAD_TITLE
    else:
        leave()
        return
    choices = [("stanna", texts.STAY), ("lamna", texts.LEAVE_ANYWAY)]
    ask_choice(app, title, sentence, choices, lambda choice: leave() if choice == "lamna" else None)


def _draft_name(desk: "Desk", key: str) -> str:
    """What a draft was written as. Its question or gate may be gone, in another checklist."""
    kind, _, id_ = key.partition(" ")
    checklist = desk.session.checklist
    if kind == "fraga":
        item = checklist.item_by_id.get(id_)
        return item.name if item is not None else id_
    if kind == "hallplats":
        gate = checklist.gate_by_id.get(id_)
        return gate.title if gate is not None else id_
    if kind == "malkonflikt":
        handling = desk.session.assessment.conflict_by_id.get(id_)
        return handling.title if handling else id_
    return case_texts.LABELS.get(id_, id_.removeprefix("eget.")).lower()
