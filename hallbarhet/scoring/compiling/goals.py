"""Which question speaks of which goal, and how goals move each other."""

from collections.abc import Iterable

import numpy as np

from hallbarhet.checklist.model import Checklist, Item
from hallbarhet.scoring.goals import Links, Matrix
from hallbarhet.scoring.groups import Groups

INDIRECT = 0.5
"""λ of a target that is linked indirectly; a direct one counts 1."""


def agenda_links(checklist: Checklist, also: Iterable[str]) -> Links:
    """Links to the goals of Agenda 2030; `also` are goals that nothing links to but somebody asks for."""
    targets = [_strengths(item) for item in checklist.items]
    goals = sorted({goal for found in targets for goal in found} | set(also), key=_by_number)
    return _links(goals, targets)


def strategy_links(checklist: Checklist) -> Links:
    """Links to the region's own goals; all are direct."""
    targets = [
        dict.fromkeys(item.strategy_goals, 1.0) if item.kind == "bedomning" and item.reading == "bidrag" else {}
        for item in checklist.items
    ]
    return _links([goal.id for goal in checklist.strategy_goals], targets)


def compile_matrix(checklist: Checklist, goals: tuple[str, ...]) -> Matrix | None:
    """The influence of goals on each other, or None where the checklist has no `[[samspel]]`."""
    if not checklist.interactions:
        return None
    influence = np.zeros((len(goals), len(goals)))
    for interaction in checklist.interactions:
        influence[goals.index(interaction.source), goals.index(interaction.target)] = float(interaction.strength)
    return Matrix(influence, float(checklist.rules.conflict.second_order))


def _strengths(item: Item) -> dict[str, float]:
    """λ of an item summed over its targets within each goal; `13.2` is a target of goal 13."""
    found: dict[str, float] = {}
    if item.kind != "bedomning" or item.reading != "bidrag":
        return found
    for targets, strength in ((item.goals, 1.0), (item.goals_indirect, INDIRECT)):
        for target in targets:
            goal = target.partition(".")[0]
            found[goal] = found.get(goal, 0.0) + strength
    return found


def _links(goals: list[str], targets: list[dict[str, float]]) -> Links:
    links = [
        (item, goals.index(goal), strength) for item, found in enumerate(targets) for goal, strength in found.items()
    ]
    totals = [sum(found.values()) for found in targets]
    by_goal = [[place for place, link in enumerate(links) if link[1] == goal] for goal in range(len(goals))]
    return Links(
        goals=tuple(goals),
        items=np.array([item for item, _, _ in links], dtype=np.intp),
        of_goal=np.array([goal for _, goal, _ in links], dtype=np.intp),
        strength=np.array([strength for _, _, strength in links], dtype=np.float64),
        share=np.array([strength / totals[item] for item, _, strength in links], dtype=np.float64),
        by_goal=Groups.of(by_goal, len(links)),
        nobody=len(targets),
    )


def _by_number(goal: str) -> tuple[int, str]:
    return (int(goal), goal) if goal.isdigit() else (1000, goal)
