"""Which questions are asked: by depth, and by conditions on earlier answers."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hallbarhet.scoring.atoms import CaseLeaf, ItemLeaf, Known
from hallbarhet.scoring.codes import FALSE, INACTIVE, MAYBE, TRUE, UNANSWERED, Bools, Codes, Places
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

    @cached_property
    def rows(self) -> Places:
        """The questions behind the conditions, as an index."""
        return np.array(self.items, dtype=np.intp)

    @cached_property
    def deep_rows(self) -> Places:
        """The deep questions, as an index."""
        return np.array(self.deep, dtype=np.intp)

    @cached_property
    def touched(self) -> Places:
        """Every question that this stage may leave out."""
        return np.array(sorted({*self.items, *self.deep}), dtype=np.intp)


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
    is_deep = np.where(depth == DEEP, np.int8(ASKED), np.int8(NOT_ASKED))
    for stage in stages:
        found = _states(stage.conditions, codes, known)
        if stage.decides_depth:
            is_deep = np.where(depth == BY_RULE, found[-1], is_deep)
        if stage.items:
            asked[stage.rows] = found[: len(stage.items)]
        if stage.deep:
            asked[stage.deep_rows] = np.minimum(asked[stage.deep_rows], is_deep)
        if stage.touched.size:
            inactive = asked[stage.touched] == NOT_ASKED
            codes[stage.touched] = np.where(inactive, np.int8(INACTIVE), codes[stage.touched])
    return Activity(asked, codes)


def _states(conditions: Conditions, codes: Codes, known: Known) -> Codes:
    """NOT_ASKED, WAITING or ASKED for each condition, shape [roots, n]."""
    truths = conditions.truths(codes, known)
    states = truths[conditions.root_rows]
    is_open = states == MAYBE
    for place in np.flatnonzero(np.logical_or.reduce(is_open, axis=1)):
        waits = np.zeros(states.shape[1], dtype=np.bool_)
        for row in conditions.leaves_of[place]:
            waits |= (truths[row] == MAYBE) & _is_unanswered(conditions, row, codes)
        states[place, is_open[place] & ~waits] = ASKED
    return states


def _is_unanswered(conditions: Conditions, row: int, codes: Codes) -> Bools:
    leaf = conditions.leaves[row]
    if isinstance(leaf, ItemLeaf):
        unanswered: Bools = codes[leaf.item] == UNANSWERED
        return unanswered
    return np.full(codes.shape[1], isinstance(leaf, CaseLeaf))
