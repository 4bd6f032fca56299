"""Att ta reda på: everything answered *vet inte*, by who can answer it; a row leads to its question and back."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from hallbarhet.assessment.shown.finding_out import Addressee, as_text, to_find_out
from hallbarhet.errors import NotSavedError
from hallbarhet.texts import find_out as texts
from hallbarhet.texts import memo as file_texts
from hallbarhet.texts import tui as case_texts
from hallbarhet.tui import commands
from hallbarhet.tui.handing import copy, save_text
from hallbarhet.tui.places import Place
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.widgets.rows import Column, Row, Rows


class FindOutPage(Page):
    """What somebody else has to answer."""

    TABLE = (*commands.IN_A_LIST, commands.COPY_LIST, commands.SAVE_LIST)
    FOOTER = (commands.HELP, commands.OPEN, commands.COPY_LIST, commands.SAVE_LIST, commands.BACK)

    def body(self) -> ComposeResult:
        """What it is about, the list, and the question of the row in full."""
        yield Static(texts.INTRO, classes="lead", markup=False)
        yield Rows(Column(share=2), Column(share=3), id="open-questions")
        yield Static("", id="detail", markup=False)

    def show(self, place: Place) -> None:  # noqa: ARG002  (there is one list)
        """Show what is left to find out now, where the officer left."""
        rows = self.query_one("#open-questions", Rows)
        rows.load(self._rows(), at=self.desk.rows.get("ta_reda_pa"))
        rows.focus()
        self._show_detail(rows.current)

    @property
    def place_words(self) -> str:
        """How much there is."""
        left = sum(len(addressee.questions) for addressee in self._found)
        return f"{texts.TITLE} · {texts.count(left)}" if left else texts.TITLE

    @property
    def _found(self) -> list[Addressee]:
        session = self.session
        return to_find_out(session.checklist, session.assessment, session.activity)

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        for addressee in self._found:
            rows.append(Row("", (texts.addressed(addressee.who or texts.NOBODY, len(addressee.questions)),), "heading"))
            rows.extend(
                Row(f"fraga {question.item}", (f"  {question.name}", question.note)) for question in addressee.questions
            )
        return rows or [Row("", (texts.NONE,), "quiet")]

    def _show_detail(self, row: str) -> None:
        """The question of the row in full; where nobody is named, that it can be said who."""
        id_ = row.partition(" ")[2]
        words = ""
        for addressee in self._found:
            for question in addressee.questions:
                if question.item == id_:
                    words = question.question if addressee.who else f"{question.question}\n{texts.WRITE_WHO}"
        self.put("#detail", words)

    @on(Rows.Moved, "#open-questions")
    def _remember(self, event: Rows.Moved) -> None:
        self.desk.rows["ta_reda_pa"] = event.id
        self._show_detail(event.id)

    def action_open(self) -> None:
        """Open the question of the row."""
        self.query_one("#open-questions", Rows).action_choose()

    @on(Rows.Chosen, "#open-questions")
    def _open(self, event: Rows.Chosen) -> None:
        event.stop()
        self.desk.rows["ta_reda_pa"] = event.id
        self.visit(Place("fraga", event.id.partition(" ")[2]))

    # As text

    def _text(self) -> str:
        case = self.session.assessment.case
        return as_text(self._found, case_texts.case_line(case.title, case.diary_number))

    def action_copy_list(self) -> None:
        """Put the list on the clipboard."""
        self.host.say(copy(self.app, self._text()) if self._found else texts.NONE)

    def action_save_list(self) -> None:
        """Put the list beside the record."""
        path = self.desk.keeper.path
        if not self._found or path is None:
            self.host.say(texts.NONE if path is not None else file_texts.NO_RECORD)
            return
        try:
            saved = save_text(path, file_texts.OPEN_ENDING, self._text())
        except NotSavedError as fault:
            self.host.say(str(fault), trouble=True)
        else:
            self.host.say(file_texts.saved(saved.name))
