"""The goal conflicts of a case: those to settle, those that may exist, those the officer saw alone."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from hallbarhet.assessment.conflicts import conflict_title
from hallbarhet.assessment.model import ConflictHandling
from hallbarhet.assessment.walk import is_answered
from hallbarhet.scoring.outcome import ConflictOutcome
from hallbarhet.texts import conflicts as words
from hallbarhet.texts import tui_conflicts as texts
from hallbarhet.tui import commands
from hallbarhet.tui.places import Place
from hallbarhet.tui.screens.asking import ask_reason
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.widgets.rows import Column, Row, Rows

OWN_ID = "egen-"
"""What the ids of conflicts added by hand begin with."""


class ConflictsPage(Page):
    """The list of goal conflicts."""

    TABLE = (*commands.IN_A_LIST, commands.ADD_CONFLICT)
    FOOTER = (commands.HELP, commands.OPEN, commands.ADD_CONFLICT, commands.ON_BY_F8, commands.BACK)

    def body(self) -> ComposeResult:
        """What it is about, and the list."""
        yield Static(texts.INTRO, classes="lead", markup=False)
        yield Rows(Column(share=1), Column(width=14), Column(width=12), id="conflicts")

    def show(self, place: Place) -> None:  # noqa: ARG002  (there is one list)
        """Show them as they are now."""
        rows = self.query_one("#conflicts", Rows)
        rows.load(self._rows(), at=self.desk.rows.get("malkonflikter"))
        rows.focus()

    @property
    def place_words(self) -> str:
        """The list."""
        return texts.TITLE

    def _rows(self) -> list[Row]:
        handled = self.session.assessment.conflict_by_id
        found = self.session.outcome.conflicts
        triggered = [conflict for conflict in found if conflict.triggered == "utlost"]
        possible = [conflict for conflict in found if conflict.triggered == "mojlig" and self._is_hinted(conflict)]
        now = {conflict.id for conflict in (*triggered, *possible)}
        earlier = [entry for entry in handled.values() if entry.id not in now and not entry.own]
        rows: list[Row] = []
        if triggered:
            rows.append(Row("", (texts.FOUND, texts.SEVERITY, ""), "heading"))
            worst_first = sorted(triggered, key=lambda conflict: -conflict.severity)
            rows.extend(self._row(conflict) for conflict in worst_first)
        if possible:
            rows.append(Row("", (texts.POSSIBLE,), "heading"))
            rows.extend(self._possible_row(conflict) for conflict in possible)
        if earlier:
            rows.append(Row("", (texts.EARLIER,), "heading"))
            rows.extend(
                Row(entry.id, (f"  {entry.title}", "", words.STATUSES[entry.status]), "quiet") for entry in earlier
            )
        return rows or [Row("", (texts.NONE,), "quiet")]

    def _is_hinted(self, conflict: ConflictOutcome) -> bool:
        """Whether some answer points to a possible conflict; before that every rule is possible, and says nothing."""
        known = set(conflict.items) - set(conflict.waits_for)
        return any(is_answered(self.session.answer_to(id_)) for id_ in known)

    def _row(self, conflict: ConflictOutcome) -> Row:
        cells = (
            f"  {self._title(conflict)}",
            words.SEVERITIES.get(conflict.severity, ""),
            words.STATUSES[conflict.status],
        )
        return Row(conflict.id, cells, "" if conflict.is_settled else "trouble")

    def _possible_row(self, conflict: ConflictOutcome) -> Row:
        items = self.session.checklist.item_by_id
        names = [items[id_].name for id_ in conflict.waits_for if id_ in items]
        title = self._title(conflict)
        cells = (f"  {title}: {texts.waits_for(names)}" if names else f"  {title}",)
        return Row(conflict.id, cells, "quiet")

    def _title(self, conflict: ConflictOutcome) -> str:
        handling = self.session.assessment.conflict_by_id.get(conflict.id)
        if handling is not None and handling.own:
            return handling.title
        return conflict_title(self.session.checklist, conflict)

    def action_open(self) -> None:
        """Open the conflict under the cursor."""
        self.query_one("#conflicts", Rows).action_choose()

    @on(Rows.Chosen, "#conflicts")
    def _open(self, event: Rows.Chosen) -> None:
        event.stop()
        self.desk.rows["malkonflikter"] = event.id
        self.go(Place("malkonflikt", event.id))

    def action_add_conflict(self) -> None:
        """Add one that the rules did not see."""
        ask_reason(self.app, texts.OWN_TITLE, self._add)

    def _add(self, title: str) -> None:
        if not title:
            return
        taken = self.session.assessment.conflict_by_id
        id_ = next(f"{OWN_ID}{number}" for number in range(1, len(taken) + 2) if f"{OWN_ID}{number}" not in taken)
        own = ConflictHandling(id=id_, title=" ".join(title.split()), kind="egen", severity=2, own=True)
        if self.attempt(lambda: self.session.handle(own)):
            self.keep()
            self.go(Place("malkonflikt", id_))
