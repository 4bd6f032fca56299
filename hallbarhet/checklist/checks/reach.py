"""Which levels the best and worst possible answers give: a level that nobody can reach misleads."""

from collections.abc import Iterator
from dataclasses import dataclass

from hallbarhet.checklist import kinds
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.model import Checklist, Item, Scale
from hallbarhet.checklist.problems import Finding, Path
from hallbarhet.texts import checklist as texts


@dataclass(frozen=True, slots=True)
class Reach:
    """Lowest and highest attainable points."""

    low: float
    high: float


def reachable(context: Context) -> Iterator[Finding]:
    """Dimensions that only go one way, and levels that no answers give."""
    checklist = context.checklist
    dimensions = {dimension.id: _dimension(checklist, dimension.id) for dimension in checklist.dimensions}
    for number, dimension in enumerate(checklist.dimensions):
        reach = dimensions[dimension.id]
        if reach is not None and (reach.low == 0 or reach.high == 0):
            yield Finding(kinds.ONE_SIDED, ("dimension", number), texts.one_sided(dimension.id, up=reach.low == 0))
    live = {name: reach for name, reach in dimensions.items() if reach is not None}
    if not live:
        return
    best = _level(checklist, {name: reach.high for name, reach in live.items()})
    worst = _level(checklist, {name: reach.low for name, reach in live.items()})
    is_own_table = "levels" in checklist.model_fields_set
    for number, level in enumerate(checklist.levels):
        path: Path = ("niva", number) if is_own_table else ("checklista",)
        if level.level > best:
            yield Finding(kinds.UNREACHABLE, path, texts.level_too_high(level.level, best))
        # a cap may still lower a case, and the shipped table is made for every aggregation
        elif level.level < worst and is_own_table and not checklist.rules.caps:
            yield Finding(kinds.UNREACHABLE, path, texts.level_too_low(level.level, worst))


def _dimension(checklist: Checklist, name: str) -> Reach | None:
    themes = [theme for theme in checklist.themes if theme.dimension == name and theme.weight > 0]
    low = high = total = 0.0
    for theme in themes:
        items = [item for item in checklist.items if item.is_scored and item.theme == theme.id]
        weights = sum(float(item.weight) for item in items)
        if weights > 0:
            ranges = [(float(item.weight), _range(checklist, item)) for item in items]
            low += float(theme.weight) * sum(weight * reach.low for weight, reach in ranges) / weights
            high += float(theme.weight) * sum(weight * reach.high for weight, reach in ranges) / weights
            total += float(theme.weight)
    return Reach(100 * low / total, 100 * high / total) if total else None


def _range(checklist: Checklist, item: Item) -> Reach:
    scale = checklist.scale_of(item)
    values = _values(scale) if scale is not None else [0.0]
    return Reach(min(0.0, *values), max(0.0, *values))


def _values(scale: Scale) -> list[float]:
    """The value of the outermost grades in [−1, 1]; every other lies between."""
    points = [grade.points for grade in scale.grades if grade.points is not None]
    if points:
        return [min(points) / 100, max(points) / 100]
    grades = [grade.grade for grade in scale.grades]
    ends = [-1.0 if min(grades) < scale.neutral else 0.0, 1.0 if max(grades) > scale.neutral else 0.0]
    return [scale.polarity * end for end in ends]


def _level(checklist: Checklist, points: dict[str, float]) -> int:
    """The level that these points of the dimensions give."""
    lowest = min(points.values())
    index = _index(checklist, points)
    for level in checklist.levels:
        enough = index is None or level.index_min is None or round(index - level.index_min, 9) >= 0
        if enough and (level.dimension_min is None or round(lowest - level.dimension_min, 9) >= 0):
            return level.level
    return checklist.levels[-1].level


def _index(checklist: Checklist, points: dict[str, float]) -> float | None:
    weights = {dimension.id: float(dimension.weight) for dimension in checklist.dimensions if dimension.weight > 0}
    counted = {name: value for name, value in points.items() if name in weights}
    total = sum(weights[name] for name in counted)
    aggregation, exponent = checklist.rules.aggregation, checklist.rules.exponent
    if aggregation == "ingen" or not total:
        return None
    if aggregation == "min":
        return min(counted.values())
    if aggregation == "potens" and exponent is not None and exponent != 1:
        return _power_mean([(weights[name] / total, (value + 100) / 200) for name, value in counted.items()], exponent)
    return sum(weights[name] * value for name, value in counted.items()) / total


def _power_mean(shares: list[tuple[float, float]], exponent: float) -> float:
    if exponent <= 0 and any(value <= 0 for _, value in shares):
        return -100.0
    if exponent == 0:
        product = 1.0
        for share, value in shares:
            product *= value**share
        return 200 * product - 100
    mean = sum(share * value**exponent for share, value in shares) ** (1 / exponent)
    return float(200 * mean - 100)
