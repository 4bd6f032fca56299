"""From answers and weights to the points of themes and dimensions, and the index: who adds what."""

import math

from hallbarhet.scoring.explaining.subject import Subject, ranged, scaled
from hallbarhet.scoring.explanation import DimensionPart, IndexPart, ItemPart, ThemePart
from hallbarhet.scoring.outcome import Outcome


def dimension_parts(subject: Subject, outcome: Outcome) -> tuple[DimensionPart, ...]:
    """Every dimension, in the checklist's order, down to its questions."""
    return tuple(_dimension(subject, outcome, place) for place in range(len(subject.plan.dimensions)))


def index_part(subject: Subject, outcome: Outcome) -> IndexPart:
    """How the index was made."""
    plan, rule = subject.plan, subject.plan.index_rule
    waived = [item for item in range(plan.questions.count) if subject.state(item) == "ej_relevant"]
    return IndexPart(
        method=rule.method,
        exponent=rule.exponent if rule.method == "potens" else None,
        points=outcome.index,
        not_relevant_effect=outcome.not_relevant_effect,
        waived=tuple(plan.questions.ids[item] for item in waived if plan.weights.item[item] > 0),
    )


def _dimension(subject: Subject, outcome: Outcome, place: int) -> DimensionPart:
    plan, found = subject.plan, outcome.dimensions[place]
    share = _share_of_index(subject, place)
    return DimensionPart(
        id=found.id,
        weight=float(plan.weights.dimension[place]),
        share=share,
        points=found.points,
        plus=found.plus,
        minus=found.minus,
        coverage=found.coverage,
        not_relevant_share=found.not_relevant_share,
        contribution=None if share is None else scaled(found.points, share),
        themes=tuple(
            _theme(subject, theme, share) for theme, own in enumerate(plan.layout.dimension_of) if own == place
        ),
    )


def _share_of_index(subject: Subject, place: int) -> float | None:
    counts = subject.evaluation.scores.counts[0]
    if subject.plan.index_rule.method != "medel" or not counts[place]:
        return None
    weights = subject.plan.weights.dimension
    return float(weights[place]) / math.fsum(weights[counts].tolist())


def _theme(subject: Subject, theme: int, dimension_share: float | None) -> ThemePart:
    plan = subject.plan
    items = [item for item, own in enumerate(plan.layout.theme_of) if own == theme]
    whole = math.fsum(float(plan.weights.item[item]) for item in items if subject.applies(item))
    share = _share_of_dimension(subject, theme)
    points = ranged(subject.evaluation.scores.themes[0, theme])
    return ThemePart(
        id=plan.themes[theme],
        weight=float(plan.weights.theme[theme]),
        share=share,
        points=points,
        contribution=scaled(points, share),
        items=tuple(_item(subject, item, whole, share, dimension_share) for item in items),
    )


def _share_of_dimension(subject: Subject, theme: int) -> float:
    plan, sums = subject.plan, subject.evaluation.facts.sums
    dimension_of, is_live = plan.layout.dimension_of, sums.theme_is_live[:, 0]
    if not is_live[theme] or plan.weights.theme[theme] <= 0:
        return 0.0
    siblings = (dimension_of == dimension_of[theme]) & is_live
    return float(plan.weights.theme[theme]) / math.fsum(plan.weights.theme[siblings].tolist())


def _item(
    subject: Subject, item: int, theme_whole: float, theme_share: float, dimension_share: float | None
) -> ItemPart:
    plan = subject.plan
    share_of_theme = float(plan.weights.item[item]) / theme_whole if subject.applies(item) else 0.0
    share = share_of_theme * theme_share
    points = subject.value(item)
    return ItemPart(
        id=plan.questions.ids[item],
        state=subject.state(item),
        grade=subject.grade(item),
        points=points,
        weight=float(plan.weights.item[item]),
        share_of_theme=share_of_theme,
        share_of_dimension=share,
        share_of_index=None if dimension_share is None else share * dimension_share,
        contribution=scaled(points, share),
        index_contribution=None if dimension_share is None else scaled(points, share * dimension_share),
    )
