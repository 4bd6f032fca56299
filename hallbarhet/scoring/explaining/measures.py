"""What each kind of conflict detector looks at, in numbers, and what it holds them against."""

from collections.abc import Iterable

import numpy as np

from hallbarhet.scoring.codes import UNANSWERED, Floats
from hallbarhet.scoring.detection import masking
from hallbarhet.scoring.detectors import MATRIX_NET
from hallbarhet.scoring.explaining.subject import NOTHING, Subject
from hallbarhet.scoring.explanation import Measured
from hallbarhet.scoring.outcome import Range
from hallbarhet.scoring.sums import ACTIVE_BEST, CENTRAL, HIGH, KNOWN, LOW, MINUS, MINUS_WORST, PLUS, PLUS_BEST


def pair(subject: Subject, place: int) -> tuple[Measured, ...]:
    """The two answers of a pair, v in [−1, 1]."""
    kind = subject.plan.detectors.pairs
    ids = subject.plan.questions.ids
    gains, loses = int(kind.gains[place]), int(kind.loses[place])
    return (
        Measured("plus", (ids[gains],), value(subject, gains), at_least=limit(kind.gain_from[place])),
        Measured("minus", (ids[loses],), value(subject, loses), at_most=-limit(kind.loss_from[place])),
    )


def mask(subject: Subject, place: int) -> tuple[Measured, ...]:
    """Plus, minus, activity and masking of a group, and its strongest answers each way."""
    detectors = subject.plan.detectors
    line = int(detectors.masks.group[place])
    means = subject.evaluation.facts.groups.means[:, line, 0]
    plus, minus, best = float(means[PLUS]), float(means[MINUS]), float(means[ACTIVE_BEST])
    is_open = means[KNOWN] < 1
    cancelled = float(masking(means[PLUS], means[MINUS]))
    strong = detectors.limits.strong
    name = (group_name(subject, line),)
    return (
        Measured("plus", name, Range(plus, plus, float(means[PLUS_BEST]))),
        Measured("minus", name, Range(minus, minus, float(means[MINUS_WORST]))),
        Measured("aktivitet", name, Range(plus + minus, plus + minus, best), at_least=detectors.limits.activity_min),
        Measured(
            "maskering",
            name,
            Range(0.0, cancelled, 1.0) if is_open else Range(cancelled, cancelled, cancelled),
            at_least=limit(detectors.masks.masking_from[place]),
        ),
        *strongest(subject, members(subject, line), strong),
    )


def strongest(subject: Subject, items: Iterable[int], strong: float) -> tuple[Measured, ...]:
    """The answers of a group that pull hardest each way; among unknown ones, the one that may."""
    found = [(item, value(subject, item)) for item in items if subject.applies(item)]
    if not found:
        return ()
    ids = subject.plan.questions.ids
    up, most = max(found, key=lambda entry: (entry[1].central or 0.0, entry[1].high or 0.0))
    down, least = min(found, key=lambda entry: (entry[1].central or 0.0, entry[1].low or 0.0))
    return (
        Measured("starkt_plus", (ids[up],), most, at_least=strong),
        Measured("starkt_minus", (ids[down],), least, at_most=-strong),
    )


def gap(subject: Subject, place: int) -> tuple[Measured, ...]:
    """The longest distance between some dimensions, and the lowest of them, in points."""
    kind = subject.plan.detectors.gaps
    scores, names = subject.evaluation.scores, subject.plan.dimensions
    count = len(names)
    pairs = [pair for pair in kind.pairs[:, place].tolist() if pair < count * count]
    live = [d for d in sorted({p // count for p in pairs}) if scores.is_live[0, d]]
    if len(live) < 2:  # noqa: PLR2004  (a distance takes two)
        return ()
    low, central, high = (dict(zip(live, scores.dimensions[0, live, end].tolist(), strict=True)) for end in range(3))
    first, last = divmod(int(subject.evaluation.conflicts.gap_pairs[0, place]), count)
    apart = [(i, j) for i in live for j in live if i != j]
    distance = Range(
        max(0.0, *(low[i] - high[j] for i, j in apart)),
        max(central[i] - central[j] for i, j in apart),
        max(high[i] - low[j] for i, j in apart),
    )
    lowest = Range(min(low.values()), min(central.values()), min(high.values()))
    return (
        Measured("avstand", (names[first], names[last]), distance, at_least=limit(kind.gap_from[place])),
        Measured("lagsta", (names[min(live, key=central.__getitem__)],), lowest, below=0.0),
    )


def split(subject: Subject, place: int) -> tuple[Measured, ...]:
    """The answer for each group, place or time, v in [−1, 1]."""
    kind, plan = subject.plan.detectors.splits, subject.plan
    cells = plan.columns.cells
    found = []
    for column in kind.cells[:, place].tolist():
        code = int(subject.evaluation.answers.facets[0, column]) if column < len(cells) else UNANSWERED
        if code < UNANSWERED:
            worth = float(plan.questions.values[cells[column].item, code])
            found.append(Measured("kategori", (cells[column].category,), Range(worth, worth, worth)))
    return tuple(found)


def tension(subject: Subject, place: int) -> tuple[Measured, ...]:
    """Plus of one strategy goal and minus of another, in points of the index."""
    kind, goals = subject.plan.detectors.tensions, subject.plan.strategy.goals
    plus, minus, plus_best, minus_worst = subject.evaluation.facts.strategy_points[:, :, 0].tolist()
    gains, loses = int(kind.gains[place]), int(kind.loses[place])
    least = limit(kind.points_from[place])
    return (
        Measured("plus", (goals[gains],), Range(plus[gains], plus[gains], plus_best[gains]), at_least=least),
        Measured("minus", (goals[loses],), Range(minus[loses], minus[loses], minus_worst[loses]), at_least=least),
    )


def pull(subject: Subject, place: int) -> tuple[Measured, ...]:
    """The effect on the goal that pulls, in [−1, 1], and how it influences the other, −3 to 3."""
    kind, plan = subject.plan.detectors.pulls, subject.plan
    source = int(kind.source[place])
    against = plan.detectors.possible[int(kind.owner[place])].against
    influence = -3 * float(kind.influence[place])
    return (
        Measured(
            "verkan", (plan.influences.goals[source],), _ends(subject.evaluation.facts.effects, source), above=0.0
        ),
        Measured("samspel", against, Range(influence, influence, influence)),
    )


def drag(subject: Subject, place: int) -> tuple[Measured, ...]:
    """The case's own effect on a goal, and the net effect once goals have moved each other."""
    facts, plan = subject.evaluation.facts, subject.plan
    target = int(plan.detectors.drags.target[place])
    goal = (plan.influences.goals[target],)
    return (
        Measured("verkan", goal, _ends(facts.effects, target), at_least=0.0),
        Measured("foljdverkan", goal, _ends(facts.net_effects, target), below=MATRIX_NET),
    )


def value(subject: Subject, item: int) -> Range:
    """The value of an answer, v in [−1, 1], at worst, at neutral and at best."""
    points = subject.value(item)
    if points.low is None or points.central is None or points.high is None:
        return NOTHING
    return Range(points.low / 100, points.central / 100, points.high / 100)


def limit(shifted: Floats) -> float:
    """A threshold as it was written, to 9 decimals; in the plan it stands with its rounding taken in."""
    return round(float(np.ravel(shifted)[0]) + 0.5e-9, 9)


def members(subject: Subject, line: int) -> list[int]:
    """The scored questions of a theme, dimension or tag, by its place on the line of groups."""
    plan = subject.plan
    layout, themes, dimensions = plan.layout, len(plan.themes), len(plan.dimensions)
    scored = [int(item) for item in np.flatnonzero(plan.weights.item > 0)]
    if line < themes:
        return [item for item in scored if layout.theme_of[item] == line]
    if line < themes + dimensions:
        counts = plan.weights.theme > 0
        own = [t for t, dimension in enumerate(layout.dimension_of) if dimension == line - themes and counts[t]]
        return [item for item in scored if layout.theme_of[item] in own]
    tagged = set(layout.tagged[line - themes - dimensions])
    return [item for item in scored if item in tagged]


def group_name(subject: Subject, line: int) -> str:
    """The id of a theme, dimension or tag, by its place on the line of groups."""
    plan = subject.plan
    return (*plan.themes, *plan.dimensions, *plan.tags)[line]


def _ends(table: Floats, goal: int) -> Range:
    low, central, high = table[[LOW, CENTRAL, HIGH], goal, 0].tolist()
    return Range(low, central, high)
