"""Weights: every dimension has something that counts."""

from collections.abc import Iterator

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.problems import Finding
from hallbarhet.texts import checklist as texts


def findings(context: Context) -> Iterator[Finding]:
    """Dimensions that can never get points."""
    checklist = context.checklist
    themes = {theme.id: theme for theme in checklist.themes}
    lost = {item.theme for item in checklist.items if item.theme is not None} - themes.keys()
    if lost or {theme.dimension for theme in checklist.themes} - set(context.known["dimension"]):
        # told as such; where those questions belong nobody can know
        return
    live = {
        themes[item.theme].dimension
        for item in checklist.items
        if item.is_scored and item.theme in themes and themes[item.theme].weight > 0
    }
    for number, dimension in enumerate(checklist.dimensions):
        if dimension.id not in live:
            has_any = any(theme.dimension == dimension.id for theme in checklist.themes)
            message = texts.weights_all_zero(dimension.id) if has_any else texts.dimension_without_themes(dimension.id)
            yield Finding(kinds.NO_WEIGHT, ("dimension", number), message)
    if not any(dimension.weight > 0 for dimension in checklist.dimensions):
        yield Finding(kinds.NO_WEIGHT, ("dimension", 0, "vikt"), texts.DIMENSIONS_ALL_ZERO)
