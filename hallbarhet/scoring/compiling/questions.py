"""Questions, weights and columns of a plan."""

import numpy as np

from hallbarhet.checklist.model import Checklist, Item, Scale
from hallbarhet.scoring.codes import WIDTH, Floats
from hallbarhet.scoring.columns import Cell
from hallbarhet.scoring.questions import Questions, Weights


def compile_questions(checklist: Checklist) -> Questions:
    """The questions with their value tables (B2)."""
    items = checklist.items
    scales = [checklist.scale_of(item) if item.kind == "bedomning" else None for item in items]
    values = np.zeros((len(items), WIDTH))
    for row, scale in zip(values, scales, strict=True):
        if scale is not None:
            row[: len(scale.grades)] = scale_values(scale)
    judged = [values[place, : len(scale.grades)] if scale else np.zeros(1) for place, scale in enumerate(scales)]
    return Questions(
        ids=tuple(item.id for item in items),
        kinds=tuple(item.kind for item in items),
        sections=tuple(checklist.section_of[item.id].id for item in items),
        grades=tuple(tuple(float(grade.grade) for grade in scale.grades) if scale else () for scale in scales),
        between=((),) * len(items),
        values=values,
        worst=np.array([min(0.0, row.min()) for row in judged]),
        best=np.array([max(0.0, row.max()) for row in judged]),
        is_required=np.array([item.must_be_answered for item in items], dtype=np.bool_),
        may_be_waived=np.array([checklist.may_be_waived(item) for item in items], dtype=np.bool_),
        is_contribution=np.array([_is_contribution(item) for item in items], dtype=np.bool_),
    )


def scale_values(scale: Scale) -> Floats:
    """Values of the grades, shape [grades]: declared points, or a line on each side of neutral."""
    if all(grade.points is not None for grade in scale.grades):
        return np.array([float(grade.points or 0) / 100 for grade in scale.grades])
    grades = np.array([float(grade.grade) for grade in scale.grades])
    return normalised(grades, scale.neutral, scale.polarity)


def normalised(grades: Floats, neutral: float, polarity: int) -> Floats:
    """Values of grades from lowest to highest: 0 at neutral, ±1 at the ends, equally spaced on each side (B2)."""
    above, below = grades[-1] - neutral, neutral - grades[0]
    over = np.divide(grades - neutral, above, out=np.zeros(grades.shape), where=grades > neutral)
    under = np.divide(grades - neutral, below, out=np.zeros(grades.shape), where=grades < neutral)
    values: Floats = polarity * (over + under) + 0.0
    return values


def compile_weights(checklist: Checklist) -> Weights:
    """The checklist's own weights; 0 where a question is not scored."""
    return Weights(
        item=np.array([float(item.weight) if item.is_scored else 0.0 for item in checklist.items]),
        theme=np.array([float(theme.weight) for theme in checklist.themes], dtype=np.float64),
        dimension=np.array([float(dimension.weight) for dimension in checklist.dimensions]),
    )


def facet_cells(checklist: Checklist) -> tuple[Cell, ...]:
    """One cell per question, facet and category, in the checklist's order."""
    return tuple(
        Cell(place, facet_id, category.id, category.long_term)
        for place, item in enumerate(checklist.items)
        if item.kind == "bedomning"
        for facet_id in item.facets
        for category in checklist.facet_by_id[facet_id].categories
    )


def _is_contribution(item: Item) -> bool:
    return item.kind == "bedomning" and item.reading == "bidrag"
