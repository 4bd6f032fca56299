"""Every answer on one page, with what is missing first; a row leads to its question and back to the same row."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from hallbarhet.assessment.gaps import Missing, lacks_rationale
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.walk import active_items, is_answered
from hallbarhet.checklist.model import Item
from hallbarhet.texts import tui_overview as texts
from hallbarhet.tui import commands
from hallbarhet.tui.places import Place
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.widgets.rows import Column, Row, Rows, RowStyle


class CheckPage(Page):
    """The list of answers."""

    TABLE = commands.IN_A_LIST
    FOOTER = (commands.HELP, commands.OPEN, commands.ON_BY_F8, commands.BACK, commands.OVERVIEW)

    def body(self) -> ComposeResult:
        """What is missing, then every answer."""
        yield Rows(Column(share=5), Column(share=6), Column(width=18), id="answers-list")
        yield Static("", id="detail", markup=False)

    def show(self, place: Place) -> None:  # noqa: ARG002  (there is one list)
        """Show them as they are now, where the officer left."""
        self._gaps = self.session.missing
        rows = self.query_one("#answers-list", Rows)
        rows.load([*self._gap_rows(), *self._answer_rows()], at=self.desk.rows.get("kontroll"))
        rows.focus()
        self._show_detail(rows.current)

    def _show_detail(self, row: str) -> None:
        """What has no room on the row: the whole sentence, or the question with the reason."""
        kind, _, id_ = row.partition(" ")
        words = ""
        if kind == "lucka":
            words = self._gaps[int(id_)].sentence
        elif kind == "fraga":
            answer = self.session.answer_to(id_)
            words = "\n".join([self.session.checklist.item_by_id[id_].text, answer.rationale if answer else ""])
        self.query_one("#detail", Static).update(plain(words.strip()))

    @property
    def place_words(self) -> str:
        """How much is left."""
        return f"{texts.CHECK_TITLE} · {texts.left(len(self.session.missing)).lower()}"

    def _gap_rows(self) -> list[Row]:
        if not self._gaps:
            return [Row("", (texts.CHECK_ALL_DONE,), "heading"), Row("", ("", "", ""))]
        rows = [Row("", (texts.CHECK_LEFT,), "heading")]
        rows.extend(Row(f"lucka {number}", (f"  {gap.sentence}",), "trouble") for number, gap in enumerate(self._gaps))
        return [*rows, Row("", ("", "", ""))]

    def _answer_rows(self) -> list[Row]:
        rows: list[Row] = []
        for section in self.session.checklist.sections:
            asked = {item.id for item in active_items(section, self.session.activity)}
            shown = [item for item in section.items if item.id in asked or is_answered(self.session.answer_to(item.id))]
            if shown:
                rows.append(Row("", (section.title,), "heading"))
            rows.extend(self._row(item, is_asked=item.id in asked) for item in shown)
        return rows

    def _row(self, item: Item, *, is_asked: bool) -> Row:
        answer = self.session.answer_to(item.id)
        mark = "" if is_asked else texts.MARK_INACTIVE
        if is_asked and lacks_rationale(self.session.checklist, item, answer):
            mark = texts.MARK_MISSING
        style: RowStyle = (
            "trouble" if mark == texts.MARK_MISSING else "" if is_asked and is_answered(answer) else "quiet"
        )
        return Row(f"fraga {item.id}", (f"  {item.name}", answer_words(item, answer), mark), style)

    @on(Rows.Moved, "#answers-list")
    def _remember(self, event: Rows.Moved) -> None:
        self.desk.rows["kontroll"] = event.id
        self._show_detail(event.id)

    def action_open(self) -> None:
        """Open what stands under the cursor."""
        self.query_one("#answers-list", Rows).action_choose()

    @on(Rows.Chosen, "#answers-list")
    def _open(self, event: Rows.Chosen) -> None:
        event.stop()
        self.desk.rows["kontroll"] = event.id
        kind, _, id_ = event.id.partition(" ")
        if kind == "fraga":
            self.visit(Place("fraga", id_))
        else:
            self.visit(place_of_gap(self.session, self._gaps[int(id_)]))

    _gaps: tuple[Missing, ...] = ()


def place_of_gap(session: AssessmentSession, gap: Missing) -> Place:
    """Where something missing is mended."""
    if gap.step.kind == "malkonflikter" and gap.field:
        return Place("malkonflikt", gap.field)
    if gap.step.kind == "fraga" and is_answered(session.answer_to(gap.step.id)):
        return Place("fraga", gap.step.id, "motivering")
    return Place(gap.step.kind, gap.step.id, gap.field)
