"""Pictures of the findings: shapes whose every place and length is already text.

Widths are percent and heights pixels, so that a chart fits a phone and an A4 page while its words keep their size.
Colour never carries the meaning alone: minus and open are hatched, net is a diamond, untouched is hollow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hallbarhet.texts import charts as texts

LONGEST_NAME = 34
"""Characters of a name that fit above its bar on a narrow screen; the table beside has it whole."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A bar, line, mark or word. What a kind does not use is empty."""

    tag: str
    """`rect`, `line`, `text`, or a mark: `diamond`, `dot`, `ring`."""
    kind: str
    """How it looks: the class in the stylesheet."""
    x: str
    y: str
    x2: str = ""
    """The width of a bar, the end of a line, the anchor of a word."""
    y2: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """What one kind of shape means."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with a title that states the finding and a description that tells every value."""

    id: str
    title: str
    description: str
    height: str
    shapes: tuple[Shape, ...]
    legend: tuple[Legend, ...]


@dataclass(frozen=True, slots=True)
class DimensionBar:
    """One dimension with points; gross plus and minus, net, and the range."""

    name: str
    value: str
    low: float
    central: float
    high: float
    plus: float
    minus: float


@dataclass(frozen=True, slots=True)
class GoalBar:
    """One of the seventeen goals."""

    goal: str
    plus: float
    minus: float
    is_touched: bool


@dataclass(frozen=True, slots=True)
class SeverityBar:
    """How many conflicts of one severity are open, and how many are settled."""

    name: str
    value: str
    open: int
    settled: int


def dimension_chart(id_: str, title: str, description: str, bars: Sequence[DimensionBar]) -> Chart:
    """Per dimension: gross minus to the left and plus to the right, and below it the net with its range."""
    bottom = len(bars) * _DIMENSION_ROW + 8
    shapes: list[Shape] = []
    for mark in (-100, -50, 0, 50, 100):
        kind = "zero" if mark == 0 else "grid"
        shapes.append(line(kind, _across(mark), 22, _across(mark), bottom))
        anchor = {-100: "start", 100: "end"}.get(mark, "middle")
        shapes.append(word("tick", _across(mark), bottom + 16, anchor, texts.tick(mark)))
    for place, bar in enumerate(bars):
        top = place * _DIMENSION_ROW
        shapes.append(word("name", 0, top + 15, "start", shortened(bar.name)))
        shapes.append(word("value", 100, top + 15, "end", bar.value))
        shapes.append(rect("minus", 50 - bar.minus / 2, top + 25, bar.minus / 2, 14))
        shapes.append(rect("plus", 50, top + 25, bar.plus / 2, 14))
        middle = top + 50
        if bar.low < bar.high:
            low, high = _across(bar.low), _across(bar.high)
            shapes.append(line("whisker", low, middle, high, middle))
            shapes.extend(line("whisker", end, middle - 5, end, middle + 5) for end in (low, high))
        shapes.append(Shape("diamond", "net", _percent(_across(bar.central)), str(middle)))
    return picture(id_, title, description, bottom + 24, shapes, ("minus", "plus", "net", "whisker"))


def goal_chart(id_: str, title: str, description: str, bars: Sequence[GoalBar]) -> Chart:
    """The seventeen goals side by side, plus upward and minus downward; a goal that is not touched is a ring."""
    top_value = _round_up(max((max(bar.plus, bar.minus) for bar in bars), default=0.0))
    has_minus = any(bar.minus > 0 for bar in bars)
    zero = 18 + _GOAL_HEIGHT
    bottom = zero + (_GOAL_HEIGHT if has_minus else 6)
    shapes = [
        line("grid", _GOAL_MARGIN, 18, 100, 18),
        word("tick", 0, 22, "start", texts.tick(top_value)),
        word("tick", 0, zero + 4, "start", texts.tick(0)),
    ]
    if has_minus:
        shapes.append(line("grid", _GOAL_MARGIN, bottom, 100, bottom))
        shapes.append(word("tick", 0, bottom + 4, "start", texts.tick(-top_value)))
    step = (100 - _GOAL_MARGIN) / len(bars)
    for place, bar in enumerate(bars):
        left = _GOAL_MARGIN + place * step
        plus, minus = (_GOAL_HEIGHT * value / top_value for value in (bar.plus, bar.minus))
        shapes.append(rect("plus", left + step * 0.18, zero - plus, step * 0.64, plus))
        shapes.append(rect("minus", left + step * 0.18, zero, step * 0.64, minus))
        if not bar.plus and not bar.minus:
            mark, kind = ("dot", "even") if bar.is_touched else ("ring", "untouched")
            shapes.append(Shape(mark, kind, _percent(left + step / 2), str(zero)))
        kind = "goal" if bar.is_touched else "goal-untouched"
        shapes.append(word(kind, left + step / 2, bottom + 20, "middle", bar.goal))
    shapes.insert(3, line("zero", _GOAL_MARGIN, zero, 100, zero))
    return picture(id_, title, description, bottom + 28, shapes, ("plus", "minus", "even", "untouched"))


def severity_chart(id_: str, title: str, description: str, bars: Sequence[SeverityBar]) -> Chart:
    """Goal conflicts by severity, the open ones hatched and first."""
    most = max((bar.open + bar.settled for bar in bars), default=1) or 1
    shapes: list[Shape] = []
    for place, bar in enumerate(bars):
        top = place * _SEVERITY_ROW
        open_width = 100 * bar.open / most
        shapes.append(word("name", 0, top + 15, "start", bar.name))
        shapes.append(word("value", 100, top + 15, "end", bar.value))
        shapes.append(rect("open", 0, top + 23, open_width, 12))
        shapes.append(rect("settled", open_width, top + 23, 100 * bar.settled / most, 12))
        shapes.append(line("grid", 0, top + 37, 100, top + 37))
    return picture(id_, title, description, len(bars) * _SEVERITY_ROW, shapes, ("open", "settled"))


def shortened(name: str, longest: int = LONGEST_NAME) -> str:
    """A name that fits above its bar."""
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


_DIMENSION_ROW = 72
_SEVERITY_ROW = 54
_GOAL_HEIGHT = 72
_GOAL_MARGIN = 9.0
"""Percent kept for the numbers at the left."""


def _across(points: float) -> float:
    """Points −100..100 as percent of the width."""
    return (points + 100) / 2


def _round_up(value: float) -> float:
    """The nearest tidy number above, so that the axis can be read."""
    return next((float(step) for step in (5, 10, 20, 30, 40, 50, 75) if value <= step), 100.0)


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _percent(value: float) -> str:
    return f"{_number(value)}%"


def rect(kind: str, x: float, y: float, width: float, height: float) -> Shape:
    """A bar; across in percent, down in pixels."""
    return Shape("rect", kind, _percent(x), _number(y), _percent(width), _number(height))


def line(kind: str, x: float, y: float, x2: float, y2: float) -> Shape:
    """A line; across in percent, down in pixels."""
    return Shape("line", kind, _percent(x), _number(y), _percent(x2), _number(y2))


def word(kind: str, x: float, y: float, anchor: str, text: str) -> Shape:
    """A word on its baseline, beginning, centred or ending there."""
    return Shape("text", kind, _percent(x), _number(y), anchor, text=text)


def picture(
    id_: str, title: str, description: str, height: float, shapes: Sequence[Shape], explained: Sequence[str]
) -> Chart:
    """The chart without bars of no extent, and with a legend of what is left."""
    seen = tuple(shape for shape in shapes if shape.tag != "rect" or (shape.x2 != "0%" and shape.y2 != "0"))
    kinds = {shape.kind for shape in seen}
    legend = tuple(Legend(kind, texts.LEGEND[kind]) for kind in explained if kind in kinds)
    return Chart(id_, title, description, _number(height), seen, legend)
