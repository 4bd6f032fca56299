"""How the case stands now: points, range, plus and minus per dimension, level, and the goals that are touched."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.texts import tui_overview as texts
from hallbarhet.tui import commands
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.base import Dialog
from hallbarhet.tui.standing import dimension_lines, goal_lines, level_words, robustness_words, state_words
from hallbarhet.tui.widgets.rows import Column, Row, Rows

COLUMNS = (
    Column(share=1), Column(width=6, is_right=True), Column(width=18), Column(width=5, is_right=True),
    Column(width=5, is_right=True), Column(width=5, is_right=True),
)  # fmt: skip
"""Name, points, range, plus, minus and how much is answered."""

ROOM_FOR_ALL = 72
"""In a window narrower than this the names come before how much is answered: all three begin alike."""


class PointsDialog(Dialog[None]):
    """A look at the points, closed again by the same key."""

    TABLE = (commands.CLOSE_ALSO_F6,)

    def __init__(self, session: AssessmentSession) -> None:
        super().__init__()
        self.session = session

    def window(self) -> ComposeResult:
        """The dimensions, the level, the goals."""
        checklist, outcome = self.session.checklist, self.session.full_outcome
        with VerticalScroll(classes="window wide", id="standing") as window:
            window.border_title = texts.STANDING_TITLE
            columns = COLUMNS if self.app.size.width >= ROOM_FOR_ALL else COLUMNS[:-1]
            table = Rows(*columns, id="dimensions")
            table.can_focus = False
            yield table
            level, robustness = level_words(checklist, outcome), robustness_words(checklist, outcome)
            # How sure the level is begins with the level itself, where there is one.
            told = [] if robustness.startswith(level) else [level]
            yield Static(plain("".join(f"{words}. " for words in (*told, state_words(outcome)))), id="level")
            yield Static(plain(robustness), classes="quiet")
            yield Static(texts.STANDING_NOTE, classes="quiet", markup=False)
            goals = Rows(Column(share=1), id="goals")
            goals.can_focus = False
            yield goals

    def on_mount(self) -> None:
        """Fill the tables."""
        checklist, outcome = self.session.checklist, self.session.full_outcome
        head = Row("", texts.COLUMNS, "heading")
        self.query_one("#dimensions", Rows).load([head, *dimension_lines(checklist, outcome)])
        touched = goal_lines(outcome)
        goals = self.query_one("#goals", Rows)
        goals.display = bool(touched)
        goals.load([Row("", (texts.GOALS_TITLE,), "heading"), *touched])
        self.query_one("#standing").focus()
