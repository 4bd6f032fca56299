"""How the case stands: points with range, level, stability and goals, as words and lines."""

from hallbarhet.assessment.shown.standing import is_unjudged, level_words, points_words, robustness_words, state_words
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.outcome import DimensionOutcome, Outcome
from hallbarhet.texts import swedish
from hallbarhet.texts import tui_overview as texts
from hallbarhet.texts.goals import GOALS
from hallbarhet.tui.widgets.rows import Row

__all__ = ["dimension_lines", "goal_lines", "level_words", "points_words", "robustness_words", "state_words"]


def dimension_lines(checklist: Checklist, outcome: Outcome) -> list[Row]:
    """One line per dimension: points, range, plus, minus, coverage."""
    names = {dimension.id: dimension.name for dimension in checklist.dimensions}
    return [
        Row("", (names.get(found.id, found.id), *points_words(found), *_shares(found))) for found in outcome.dimensions
    ]


def _shares(found: DimensionOutcome) -> tuple[str, str, str]:
    plus, minus = (None, None) if is_unjudged(found) else (found.plus, found.minus)
    return swedish.number(plus), swedish.number(minus), swedish.percent(found.coverage)


def goal_lines(outcome: Outcome) -> list[Row]:
    """The goals of Agenda 2030 that are touched."""
    return [
        Row("", (texts.goal(found.goal, GOALS.get(found.goal, ""), found.plus, found.minus, found.unknown),))
        for found in outcome.goals
        if found.plus or found.minus or found.unknown
    ]
