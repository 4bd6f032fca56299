"""The overview of a case: every part with how far it has come, and the points as they stand."""

from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static

from hallbarhet.assessment.gaps import lacks_rationale
from hallbarhet.assessment.moment import rule_says_deep
from hallbarhet.assessment.walk import active_items, is_answered
from hallbarhet.texts import tui_overview as texts
from hallbarhet.tui import commands
from hallbarhet.tui.answering import answer_with_key
from hallbarhet.tui.places import Place, PlaceKind
from hallbarhet.tui.plain import plain
from hallbarhet.tui.progress import is_deep, overview_rows, row_words
from hallbarhet.tui.screens.asking import ask_reason
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.standing import dimension_lines, level_words
from hallbarhet.tui.widgets.rows import Column, Rows


class OverviewPage(Page):
    """The task list of a case."""

    TABLE = (*commands.IN_A_LIST, commands.EVERY_QUESTION, commands.DEEPEN, commands.SHORTEN)
    FOOTER = (commands.OPEN, commands.ON_BY_F8, commands.EVERY_QUESTION, commands.BACK, commands.HELP)

    def body(self) -> ComposeResult:
        """The parts, then the points."""
        yield Rows(Column(share=1), Column(width=8, is_right=True), Column(width=20), id="parts")
        yield Static("", id="row-hint", markup=False)
        yield Rows(Column(share=1), Column(width=8, is_right=True), Column(width=26), id="points")
        yield Static("", id="level", markup=False)

    def show(self, place: Place) -> None:  # noqa: ARG002  (there is one overview)
        """Show how far everything has come."""
        self.refill(at=self.desk.rows.get("oversikt"))
        self.query_one("#parts", Rows).focus()

    def refill(self, at: str | None = None) -> None:
        """Show it as it is now."""
        session, desk = self.session, self.desk
        outcome = session.outcome
        with self.app.batch_update():
            rows = overview_rows(session, every_question=desk.shows_every_question)
            self.query_one("#parts", Rows).load(rows, at=at)
            points = self.query_one("#points", Rows)
            points.can_focus = False
            points.load(dimension_lines(session.checklist, outcome))
            self.query_one("#level", Static).update(plain(level_words(session.checklist, outcome)))
            # The points are hidden while the rows are answered: who sees them judges by them.
            points.display = self.query_one("#level", Static).display = not desk.shows_every_question
            self._show_keys_of_row()

    def _show_keys_of_row(self) -> None:
        """In the dense view: the question of the row, and what each key answers."""
        hint = self.query_one("#row-hint", Static)
        hint.display = self.desk.shows_every_question
        kind, _, id_ = self.query_one("#parts", Rows).current.partition(" ")
        item = self.session.checklist.item_by_id.get(id_) if kind == "fraga" else None
        hint.update(plain(row_words(self.session, item)))

    @property
    def place_words(self) -> str:
        """The overview, and which checklist."""
        return f"{texts.TITLE} · {self.session.checklist.header.title}"

    @property
    def overview_row(self) -> str:
        """The row under the cursor stays."""
        return ""

    # Rows

    @on(Rows.Moved, "#parts")
    def _remember(self, event: Rows.Moved) -> None:
        self.desk.rows["oversikt"] = event.id
        self._show_keys_of_row()

    def action_open(self) -> None:
        """Open the row under the cursor."""
        self.query_one("#parts", Rows).action_choose()

    @on(Rows.Chosen, "#parts")
    def _choose(self, event: Rows.Chosen) -> None:
        event.stop()
        self.desk.rows["oversikt"] = event.id
        if event.id == "djup":
            self._turn_depth()
        elif event.id == "byt":
            self.action_change()
        elif self._lacks_reason(event.id):
            self.visit(replace(self._place_of(event.id), field="motivering"))
        else:
            self.go(self._place_of(event.id))

    def _lacks_reason(self, row: str) -> bool:
        """Whether the row's answer waits for its reason: then one goes there, and back to the row."""
        kind, _, id_ = row.partition(" ")
        item = self.session.checklist.item_by_id.get(id_) if kind == "fraga" else None
        return item is not None and lacks_rationale(self.session.checklist, item, self.session.answer_to(id_))

    def _place_of(self, row: str) -> Place:
        kind, _, id_ = row.partition(" ")
        if kind == "del":
            return self._first_in(id_)
        kinds: dict[str, PlaceKind] = {
            "arende": "arende", "fraga": "fraga", "hallplats": "hallplats", "malkonflikter": "malkonflikter",
            "kontroll": "kontroll", "samlad": "samlad", "klart": "klart", "ta_reda_pa": "ta_reda_pa", "akten": "akten",
        }  # fmt: skip
        return Place(kinds[kind], id_)

    def _first_in(self, section_id: str) -> Place:
        """The first question of a part without an answer, else its first."""
        section = next(entry for entry in self.session.checklist.sections if entry.id == section_id)
        asked = active_items(section, self.session.activity) or section.items
        unanswered = (item for item in asked if not is_answered(self.session.answer_to(item.id)))
        return Place("fraga", next(unanswered, asked[0]).id)

    def on_key(self, event: events.Key) -> None:
        """In the dense view the keys of the answers work on the row."""
        kind, _, id_ = self.query_one("#parts", Rows).current.partition(" ")
        if kind != "fraga" or not event.character:
            return
        pressed = event.character.lower()
        done = False

        def answer() -> None:
            nonlocal done
            done = answer_with_key(self.session, id_, pressed)

        if self.attempt(answer) and done:
            event.stop()
            event.prevent_default()
            self.keep()
            self.refill()
            item = self.session.checklist.item_by_id[id_]
            if not (item.kind == "val" and item.several):
                self.query_one("#parts", Rows).action_move(1)

    def show_changed(self, place: Place) -> None:
        """In the dense view what came back is seen on its row."""
        row = f"{place.kind} {place.id}".strip()
        is_here = any(entry.id == row for entry in self.query_one("#parts", Rows).rows)
        if place.kind == "oversikt" or (self.desk.shows_every_question and is_here):
            self.refill(at=row)
            self.tell()
        else:
            super().show_changed(place)

    def action_every_question(self) -> None:
        """Show or hide every question."""
        self.desk.shows_every_question = not self.desk.shows_every_question
        self.refill()

    # Going on and depth

    def action_go_on(self) -> None:
        """To the first thing left to do."""
        self.go(self.desk.first_open)

    def _turn_depth(self) -> None:
        if is_deep(self.session):
            self.action_shorten()
        else:
            self.action_deepen()

    def action_deepen(self) -> None:
        """Ask every question."""
        if self.attempt(lambda: self.session.set_depth("fordjupad")):
            self._tell_depth(texts.DEEPENED)

    def action_shorten(self) -> None:
        """Ask only the short ones; with a reason where the checklist's rule says deep."""
        if self.session.is_complete or not rule_says_deep(self.session.checklist, self.session.assessment):
            self._shorten("")
        else:
            ask_reason(self.app, texts.SHORTEN_TITLE, self._shorten)

    def _shorten(self, reason: str) -> None:
        if self.attempt(lambda: self.session.set_depth("kort", reason)):
            self._tell_depth(texts.SHORTENED)

    def _tell_depth(self, told: str) -> None:
        self.keep()
        self.refill()
        self.host.say(told)
