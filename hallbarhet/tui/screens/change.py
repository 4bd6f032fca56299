"""Another checklist, version or support form mid-way: what there is to choose, then what it would do, then done."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from hallbarhet import settings
from hallbarhet.checklist.library import Library
from hallbarhet.errors import HallbarhetError
from hallbarhet.texts import changing as texts
from hallbarhet.tui import commands
from hallbarhet.tui.places import OVERVIEW, Place
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.screens.reading import ReadingPage
from hallbarhet.tui.widgets.choices import Choices
from hallbarhet.tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from hallbarhet.review.changing import Offer, Prepared

LIST = "change"


class ChangePage(Page):
    """What the case can be assessed with instead."""

    TABLE = commands.IN_A_LIST
    FOOTER = (commands.HELP, commands.OPEN, commands.BACK, commands.OVERVIEW, commands.SEARCH)

    def body(self) -> ComposeResult:
        """What it is about, and the list."""
        yield Static(texts.INTRO, classes="lead", markup=False)
        yield Rows(Column(share=1), Column(width=6), Column(width=16), id="offers")
        yield Static("", id="detail", markup=False)

    def show(self, place: Place) -> None:  # noqa: ARG002  (there is one list)
        """Fill the list behind the screen: every checklist's head is read."""
        self.query_one("#offers", Rows).focus()
        self.run_worker(self._look, thread=True, exclusive=True, group=LIST)

    @property
    def place_words(self) -> str:
        """What is chosen here."""
        return texts.TITLE

    @property
    def overview_row(self) -> str:
        """The row that leads here."""
        return "byt"

    def _look(self) -> None:
        from hallbarhet.review.changing import offers  # noqa: PLC0415  (NumPy is slow to load)

        try:
            found = offers(Library(self.desk.archive), self.session.assessment)
        except HallbarhetError as fault:
            self.app.call_from_thread(self.host.say, str(fault), trouble=True)
            return
        self.app.call_from_thread(self._fill, found)

    def _fill(self, found: "list[Offer]") -> None:
        own = self.session.assessment.case.support_form
        rows: list[Row] = []
        for offer in found:
            form = texts.current(offer.form_name) if offer.support_form == own else offer.form_name
            if not rows or (form,) not in {row.cells for row in rows if not row.id}:
                rows.append(Row("", (form,), "heading"))
            cells = (f"  {offer.title}", offer.version, offer.note)
            rows.append(Row(f"{offer.support_form} {offer.path}", cells, "quiet" if offer.is_now else ""))
        at = self.desk.rows.get("byt")
        self._titles = {
            f"{offer.support_form} {offer.path}": texts.in_full(offer.title, offer.version) for offer in found
        }
        listed = self.query_one("#offers", Rows)
        listed.load(rows or [Row("", (texts.NOTHING_OFFERED,), "quiet")], at=at)
        self._show_detail(listed.current)

    def _show_detail(self, row: str) -> None:
        """The whole title: two lists may differ only in the part that has no room."""
        self.put("#detail", self._titles.get(row, ""))

    @on(Rows.Moved, "#offers")
    def _moved(self, event: Rows.Moved) -> None:
        self._show_detail(event.id)

    def action_open(self) -> None:
        """Look at what the row would do."""
        self.query_one("#offers", Rows).action_choose()

    @on(Rows.Chosen, "#offers")
    def _choose(self, event: Rows.Chosen) -> None:
        event.stop()
        self.desk.rows["byt"] = event.id
        self.go(Place("byt_till", event.id))

    _titles: Mapping[str, str] = MappingProxyType({})


class ChangePreviewPage(ReadingPage):
    """What a change would do, told before it is done."""

    _prepared: "Prepared | None" = None

    def show(self, place: Place) -> None:
        """Work it out behind the screen: a checklist is read and every answer carried over."""
        self._prepared = None
        self.read(texts.WORKING, "", [("lat", texts.LEAVE_IT)])
        form, _, path = place.id.partition(" ")
        self.run_worker(lambda: self._work_out(form, Path(path)), thread=True, exclusive=True, group=LIST)

    @property
    def place_words(self) -> str:
        """What is chosen here."""
        return texts.TITLE

    @property
    def overview_row(self) -> str:
        """The row that leads here."""
        return "byt"

    def _work_out(self, form: str, path: Path) -> None:
        from hallbarhet.review.changing import prepared  # noqa: PLC0415  (NumPy is slow to load)

        session = self.session
        try:
            new = Library(self.desk.archive).load(path)
            names = {entry.id: entry.name for entry in settings.load(self.desk.archive).support_forms}
            found = prepared(
                session.assessment, session.checklist, new, form, who=session.officer, now=session.clock(), names=names
            )
        except HallbarhetError as fault:
            self.app.call_from_thread(self.host.say, str(fault), trouble=True)
            return
        self.app.call_from_thread(self._tell, found)

    def _tell(self, found: "Prepared") -> None:
        self._prepared = found
        if not found.lines:
            self.read(found.checklist.header.title, texts.NOTHING_CHANGES, [("lat", texts.LEAVE_IT)])
            return
        words = "\n".join(f"  {line}" if line.startswith("- ") else f"\n{line}" for line in found.lines).strip()
        choices = [("byt", texts.DO_IT), ("lat", texts.LEAVE_IT)]
        self.read(found.checklist.header.title, f"{words}\n\n{texts.CAN_BE_UNDONE}", choices)

    @on(Choices.Chosen, "#next")
    def _choose(self, event: Choices.Chosen) -> None:
        event.stop()
        if event.id == "byt" and self._prepared is not None:
            self._do(self._prepared)
        else:
            self.action_back()

    def _do(self, found: "Prepared") -> None:
        is_same_list = found.checklist.fingerprint == self.session.checklist.fingerprint
        if not self.attempt(lambda: self.desk.carry_to(found.checklist, found.assessment)):
            return
        self.keep()
        self.host.show(OVERVIEW)
        self.host.say(found.lines[0] if is_same_list else texts.changed(found.checklist.header.title))
