"""Pictures of a batch re-scoring: levels before and after as a table of heat, and how far indexes moved."""

from collections.abc import Mapping, Sequence
from math import ceil

from hallbarhet.report.charts import Chart, Shape, line, picture, rect, word
from hallbarhet.texts import rescoring as words
from hallbarhet.texts import rescoring_report as texts
from hallbarhet.texts.charts import tick

HEATS = 4
"""Steps of colour; the number stands in every cell, so that the colour only helps."""

BIN_WIDTHS = (1, 2, 5, 10, 25)
MOST_BINS = 21
"""Bars on each side of nothing that still can be told apart on a phone."""

_CELL = 44
_LEFT = 14.0
"""Percent kept for the levels at the left."""
_BARS = 150
_TOP = 40
"""Pixels kept above the cells: one line says which way is which, one names the levels, so that they never meet."""


def cross_chart(id_: str, title: str, cross: Mapping[tuple[int, int], int], levels: Sequence[int]) -> Chart:
    """Levels before down the side, levels after along the top, highest first; those that stay are framed."""
    most = max(cross.values(), default=1)
    width = (100 - _LEFT) / max(1, len(levels))
    shapes: list[Shape] = [
        word("tick", 0, 14, "start", texts.CROSS_AXES),
        *(
            word("tick", _LEFT + (place + 0.5) * width, 32, "middle", words.level(after))
            for place, after in enumerate(levels)
        ),
    ]
    told = []
    for row, before in enumerate(levels):
        top = _TOP + row * _CELL
        shapes.append(word("name", 0, top + _CELL / 2 + 5, "start", words.level(before)))
        for column, after in enumerate(levels):
            count = cross.get((before, after), 0)
            left = _LEFT + column * width
            heat = ceil(HEATS * count / most)
            shapes.append(rect(f"heat heat{heat}", left + 0.3, top + 2, width - 0.6, _CELL - 4))
            if before == after:
                shapes.append(rect("stays", left + 0.3, top + 2, width - 0.6, _CELL - 4))
            if count:
                shapes.append(word("value", left + width / 2, top + _CELL / 2 + 5, "middle", words.count(count)))
                told.append(texts.cross_cell(words.level(before), words.level(after), count))
    return picture(id_, title, " ".join(told), _TOP + len(levels) * _CELL + 4, shapes, ("stays",))


def bar_width(shifts: Mapping[int, int]) -> int:
    """How many points a bar stands for, so that there are not too many of them."""
    furthest = max((abs(shift) for shift in shifts), default=0)
    return next((width for width in BIN_WIDTHS if furthest <= width * MOST_BINS), BIN_WIDTHS[-1])


def bars(shifts: Mapping[int, int], width: int) -> dict[int, int]:
    """How many records each bar has: 0 what did not move, then outwards to each side."""
    found: dict[int, int] = {}
    for shift, count in sorted(shifts.items()):
        # a change rounds away from nothing, so that the middle bar holds only what did not move
        place = ceil(abs(shift) / width) * (1 if shift > 0 else -1)
        found[place] = found.get(place, 0) + count
    return found


def ends(place: int, width: int) -> tuple[int, int]:
    """The first and the last whole point of a bar."""
    if place == 0:
        return 0, 0
    near, far = (abs(place) - 1) * width + 1, abs(place) * width
    return (near, far) if place > 0 else (-far, -near)


def shift_chart(id_: str, title: str, shifts: Mapping[int, int]) -> Chart:
    """How many records moved how far: to the left those that sank, to the right those that rose."""
    width = bar_width(shifts)
    found = bars(shifts, width)
    most_bars = max((abs(place) for place in found), default=1) or 1
    most = max(found.values(), default=1)
    step = 100 / (2 * most_bars + 1)
    base = 10 + _BARS
    shapes: list[Shape] = [line("grid", 0, 10, 100, 10), word("tick", 0, 6, "start", words.count(most))]
    told = []
    for place, count in sorted(found.items()):
        height = _BARS * count / most
        kind = "rose" if place > 0 else "sank" if place < 0 else "still"
        left = (place + most_bars) * step
        shapes.append(rect(kind, left + step * 0.1, base - height, step * 0.8, height))
        told.append(texts.shift_bin(*ends(place, width), count))
    shapes.append(line("zero", 0, base, 100, base))
    for place, anchor in ((-most_bars, "start"), (0, "middle"), (most_bars, "end")):
        at = 50 if place == 0 else 0 if place < 0 else 100
        shapes.append(word("tick", at, base + 18, anchor, tick(place * width)))
    return picture(id_, title, " ".join(told), base + 26, shapes, ("sank", "still", "rose"))
