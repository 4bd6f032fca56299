"""The end: what still stands in the way, completion, and what was written and where."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from hallbarhet.assessment.completion import completed_by
from hallbarhet.assessment.gaps import Missing
from hallbarhet.assessment.shown.caseform import DECISION_KEYS
from hallbarhet.texts import case_checks as check_texts
from hallbarhet.texts import swedish
from hallbarhet.texts import tui_flows as flow_texts
from hallbarhet.texts import tui_judgement as texts
from hallbarhet.tui import commands
from hallbarhet.tui.places import CHECK, Place
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.asking import ask_reason
from hallbarhet.tui.screens.check import place_of_gap
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.widgets.choices import Alternative, Choices


class DonePage(Page):
    """Completion, and reopening."""

    TABLE = (*commands.IN_A_CASE, commands.COMPLETE, commands.REOPEN)

    def body(self) -> ComposeResult:
        """What is left or what was done, and what can be done now."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static("", id="question", markup=False)
            yield Choices(id="left-over")
            yield Static("", id="written", markup=False)
            yield Choices(id="next")
            yield Static("", id="aside", markup=False)

    def show(self, place: Place) -> None:  # noqa: ARG002  (there is one end)
        """Show how far it is from done, or what was written."""
        self._gaps = () if self.session.is_complete else self.session.missing
        self.query_one("#question", Static).update(plain(self._heading()))
        left = self.query_one("#left-over", Choices)
        left.display = bool(self._gaps)
        left.load([Alternative(str(number), "", gap.sentence) for number, gap in enumerate(self._gaps)], frozenset())
        written = self.query_one("#written", Static)
        written.update(plain("\n".join(self._written())))
        written.display = self.session.is_complete
        choices = self.query_one("#next", Choices)
        choices.load(self._alternatives(), frozenset())
        self.query_one("#aside", Static).update(texts.TELL if self.session.is_complete else "")
        if self._gaps:
            left.move_to(left.alternatives[0].id)
            left.focus()
        else:
            choices.move_to(choices.alternatives[0].id)
            choices.focus()

    @property
    def place_words(self) -> str:
        """The end."""
        return texts.DONE_TITLE

    def _heading(self) -> str:
        if self.session.is_complete:
            return texts.FINISHED
        return texts.LEFT if self._gaps else texts.READY

    def _alternatives(self) -> list[Alternative]:
        if self.session.is_complete:
            return [
                Alternative("lista", "1", texts.NEW_CASE),
                Alternative("granska", "2", texts.REVIEW),
                Alternative("oppna", "3", texts.REOPEN),
                Alternative("akten", "4", flow_texts.FILE.label),
                Alternative("beslut", "5", check_texts.WRITE_DECISION),
            ]
        found = [] if self._gaps else [("klar", texts.COMPLETE)]
        offered = [*found, ("granska", texts.REVIEW), ("akten", flow_texts.FILE.label)]
        return [Alternative(id_, str(number), text) for number, (id_, text) in enumerate(offered, 1)]

    def _written(self) -> list[str]:
        assessment, path = self.session.assessment, self.desk.keeper.path
        event = completed_by(assessment)
        lines = [texts.completed_at(swedish.moment(event.at), event.who)] if event else []
        lines += ["", texts.WRITTEN, f"  {texts.RECORD}: {path}" if path else ""]
        lines += [f"  {line}" for line in self.desk.report_lines]
        if assessment.seal is not None:
            lines.append(f"  {texts.SEAL}: {assessment.seal.value}")
        return lines

    # What can be done

    @on(Choices.Chosen, "#left-over")
    def _mend(self, event: Choices.Chosen) -> None:
        event.stop()
        self.visit(place_of_gap(self.session, self._gaps[int(event.id)]))

    @on(Choices.Chosen, "#next")
    def _choose(self, event: Choices.Chosen) -> None:
        event.stop()
        match event.id:
            case "klar":
                self.action_complete()
            case "oppna":
                self.action_reopen()
            case "granska":
                self.go(CHECK)
            case "akten":
                self.action_file()
            case "beslut":
                self.visit(Place("arende", field=DECISION_KEYS[0]))
            case _:
                self.host.leave_case()

    def action_go_on(self) -> None:
        """The end goes nowhere by itself: what is chosen here is chosen on purpose."""
        if not self._gaps and not self.query_one("#next", Choices).has_focus:
            self.query_one("#next", Choices).focus()

    def action_complete(self) -> None:
        """Finish: seal the record and write the report."""
        if self.attempt(self._complete):
            self.keep()
            self.host.write_report()
            self.show(Place("klart"))

    def _complete(self) -> None:
        self.session.complete()

    def action_reopen(self) -> None:
        """Open a finished assessment again, with a reason."""
        ask_reason(self.app, texts.REOPEN_TITLE, self._reopen)

    def _reopen(self, reason: str) -> None:
        if self.attempt(lambda: self.session.reopen(reason)):
            self.desk.report_lines = []
            self.keep()
            self.host.say(texts.REOPENED)
            self.show(Place("klart"))

    _gaps: tuple[Missing, ...] = ()
