"""Which questions are asked: by depth, and by conditions on earlier answers."""

from dataclasses import dataclass

import numpy as np

from hallbarhet.scoring.atoms import CaseLeaf, ItemLeaf, Known
from hallbarhet.scoring.codes import FALSE, INACTIVE, MAYBE, TRUE, UNANSWERED, Bools, Codes
from hallbarhet.scoring.conditions import Conditions

NOT_ASKED, WAITING, ASKED = FALSE, MAYBE, TRUE
"""Not asked; waiting for a trigger to be answered, and so far counted as asked and unanswered; asked."""

BY_RULE, SHORT, DEEP = 0, 1, 2
"""The depth stored in a record: none, so that the rule decides, or the officer's own choice."""


@dataclass(frozen=True, eq=False)
class Stage:
    """Conditions that can be decided together, once those before have been."""

    conditions: Conditions
    items: tuple[int, ...]
    """The question behind each condition; the rule for depth stands last and has none."""
    decides_depth: bool
    deep: tuple[int, ...]
    """Questions of this stage that are asked only in a deepened assessment, whether they have a condition or not."""


@dataclass(frozen=True, eq=False)
class Activity:
    """Which questions are asked, and the answer codes that count."""

    asked: Codes
    """NOT_ASKED, WAITING or ASKED, shape [Q, n]."""
    codes: Codes
    """Answer codes with what is not asked made inactive, shape [Q, n]."""


def resolve(stages: tuple[Stage, ...], codes: Codes, depth: Codes, known: Known) -> Activity:
    """Which questions are asked, stage by stage, since a condition may hang on a question that hangs on another.

    `codes` has the shape [Q, n], `depth` [n]. A question whose condition is not decided counts as asked. It waits while
    that hangs on something unanswered; once the trigger is answered *vet inte* it is asked like any other.
    """
    asked = np.full(codes.shape, np.int8(ASKED))
    if not stages:
        return Activity(asked, codes)
    codes = codes.copy()
    is_deep = np.where(depth == SHORT, np.int8(NOT_ASKED), np.int8(ASKED))
    rule = np.full(depth.shape, np.int8(NOT_ASKED))
    if not any(stage.decides_depth for stage in stages):
        is_deep = np.where(depth == BY_RULE, rule, is_deep)
    for stage in stages:
        found = _states(stage.conditions, codes, known)
        if stage.decides_depth:
            is_deep = np.where(depth == BY_RULE, found[-1], is_deep)
        touched = sorted({*stage.items, *stage.deep})
        for place, item in enumerate(stage.items):
            asked[item] = found[place]
        for item in stage.deep:
            np.minimum(asked[item], is_deep, out=asked[item])
        rows = np.array(touched, dtype=np.intp)
        codes[rows] = np.where(asked[rows] == NOT_ASKED, np.int8(INACTIVE), codes[rows])
    return Activity(asked, codes)


def _states(conditions: Conditions, codes: Codes, known: Known) -> Codes:
    """NOT_ASKED, WAITING or ASKED for each condition, shape [roots, n]."""
    truths = conditions.truths(codes, known)
    states = truths[list(conditions.roots)]
    if not (states == MAYBE).any():
        return states
    for state, leaves in zip(states, conditions.leaves_of, strict=True):
        waits = np.zeros(state.shape, dtype=np.bool_)
        for row in leaves:
            waits |= (truths[row] == MAYBE) & _is_unanswered(conditions, row, codes)
        state[(state == MAYBE) & ~waits] = ASKED
    return states


def _is_unanswered(conditions: Conditions, row: int, codes: Codes) -> Bools:
    leaf = conditions.leaves[row]
    if isinstance(leaf, ItemLeaf):
        unanswered: Bools = codes[leaf.item] == UNANSWERED
        return unanswered
    return np.full(codes.shape[1], isinstance(leaf, CaseLeaf))
