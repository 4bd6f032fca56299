"""Scales: grades that rise, a neutral among them, and points that follow."""

from collections.abc import Iterator
from itertools import pairwise

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.model import Scale
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts


def findings(context: Context) -> Iterator[Finding]:
    """What is wrong with each scale."""
    for number, scale in enumerate(context.checklist.scales):
        path: Path = ("skala", number)
        yield from _order(scale, path)
        yield from _points(scale, path)
        for position, grade in enumerate(scale.grades):
            if not grade.text.strip(" 0123456789.,+-−"):
                yield Finding(kinds.NO_ANCHOR, (*path, "grader", position, "text"), texts.no_anchor(grade.grade))


def _order(scale: Scale, path: Path) -> Iterator[Finding]:
    grades = [grade.grade for grade in scale.grades]
    for position, (lower, higher) in enumerate(pairwise(grades), start=1):
        if higher <= lower:
            yield Finding(kinds.GRADE_ORDER, (*path, "grader", position, "grad"), texts.grades_rise(lower, higher))
            return
    if not min(grades) <= scale.neutral <= max(grades):
        message = texts.neutral_outside(scale.neutral, min(grades), max(grades))
        yield Finding(kinds.NEUTRAL_OUTSIDE, (*path, "neutral"), message)
    elif scale.neutral not in scale.by_grade:
        yield Finding(kinds.NEUTRAL_NO_GRADE, (*path, "neutral"), texts.neutral_no_grade(scale.neutral))


def _points(scale: Scale, path: Path) -> Iterator[Finding]:
    points = [grade.points for grade in scale.grades]
    given = [value for value in points if value is not None]
    if not given:
        return
    if len(given) < len(points):
        position = points.index(None)
        yield Finding(kinds.POINTS_INCOMPLETE, (*path, "grader", position), texts.POINTS_FOR_ALL)
        return
    steps = [higher - lower for lower, higher in pairwise(given)]
    if min(steps) < 0 < max(steps) or not any(steps):
        # where it turns: the first step that goes against the first that goes anywhere
        first = next((step for step in steps if step), 0)
        turn = next((position for position, step in enumerate(steps, start=1) if step * first < 0), 0)
        yield Finding(kinds.POINTS_ORDER, (*path, "grader", turn, "poang"), texts.POINTS_ONE_WAY)
    neutral = scale.by_grade.get(scale.neutral)
    if neutral is not None and neutral.points:
        where = (*path, "grader", scale.grades.index(neutral), "poang")
        yield Finding(kinds.POINTS_NEUTRAL, where, texts.neutral_has_points(scale.neutral))
