"""Weights taken over from another version of a checklist, so that what weights did can be told from what questions did.

Only proportions among siblings mean anything (B11): what is left with its own weight, since the other version does not
have it, is brought to the other's measure by what the two have in common.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from hallbarhet.scoring.codes import Floats, Places
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.questions import Weights
from hallbarhet.scoring.sums import Layout


def with_weights_of(plan: Plan, other: Plan, links: Sequence[tuple[int, int]]) -> Plan:
    """The plan with another version's weights; `links` are the questions that became each other, own and other's.

    A question that several became shares its weight among them, in the proportions they have in their own version; one
    that came of several has their sum. Themes and dimensions are the same when they have the same id. The plan is for
    scores alone: conditions and conflicts go on seeing the questions that are scored by its own weights.
    """
    theme_of = _places(plan, other, links)
    weights = Weights(_items(plan, other, links, theme_of), _themes(plan, other), _dimensions(plan, other))
    if all(np.array_equal(*pair) for pair in zip(_all(weights), _all(plan.weights), strict=True)):
        return plan
    layout = Layout.of(theme_of, plan.layout.dimension_of, weights, plan.layout.tagged)
    return replace(plan, weights=weights, layout=layout)


def _all(weights: Weights) -> tuple[Floats, Floats, Floats]:
    return weights.item, weights.theme, weights.dimension


def _places(plan: Plan, other: Plan, links: Sequence[tuple[int, int]]) -> Places:
    """The theme of each question; also of one that weighs nothing here and something there, for it may get that."""
    theme_of = plan.layout.theme_of.copy()
    known = {id_: place for place, id_ in enumerate(plan.themes)}
    for mine, theirs in links:
        theme = int(other.layout.theme_of[theirs])
        may_count = theme_of[mine] == len(plan.themes) and plan.questions.is_contribution[mine]
        if may_count and theme < len(other.themes):
            theme_of[mine] = known.get(other.themes[theme], len(plan.themes))
    return theme_of


def _items(plan: Plan, other: Plan, links: Sequence[tuple[int, int]], theme_of: Places) -> Floats:
    own = plan.weights.item
    scored = theme_of < len(plan.themes)
    heirs: dict[int, list[int]] = {}
    for mine, theirs in links:
        if scored[mine]:
            heirs.setdefault(theirs, []).append(mine)
    found: dict[int, float] = {mine: 0.0 for mine, _ in links if scored[mine]}
    for theirs, items in heirs.items():
        whole = float(own[items].sum())
        for item in items:
            share = float(own[item]) / whole if whole > 0 else 1 / len(items)
            found[item] += float(other.weights.item[theirs]) * share
    return _measured(own, found, theme_of)


def _themes(plan: Plan, other: Plan) -> Floats:
    found = _shared(plan.themes, other.themes, other.weights.theme)
    return _measured(plan.weights.theme, found, plan.layout.dimension_of)


def _dimensions(plan: Plan, other: Plan) -> Floats:
    found = _shared(plan.dimensions, other.dimensions, other.weights.dimension)
    return _measured(plan.weights.dimension, found, np.zeros(len(plan.dimensions), dtype=np.intp))


def _shared(own: Sequence[str], other: Sequence[str], weights: Floats) -> dict[int, float]:
    known = dict(zip(other, weights.tolist(), strict=True))
    return {place: known[id_] for place, id_ in enumerate(own) if id_ in known}


def _measured(own: Floats, found: Mapping[int, float], parents: Places) -> Floats:
    """The weights that were found; the others as their own, brought to the same measure among their siblings."""
    weights = own.copy()
    for parent in np.unique(parents):
        siblings = np.flatnonzero(parents == parent).tolist()
        shared = [place for place in siblings if place in found]
        before, after = float(own[shared].sum()), sum(found[place] for place in shared)
        measure = after / before if before > 0 and after > 0 else 1.0
        for place in siblings:
            weights[place] = found.get(place, float(own[place]) * measure)
    return weights
