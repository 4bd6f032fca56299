"""Answers carried from one checklist to another as arrays: what each code becomes, worked out once for a pair.

`batch.carrying` makes the tables by trying every answer on `assessment.adapt`; they hold no checklist and load none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import NEW, UNANSWERED, UNMAPPABLE, WIDTH, Bools, Codes, Places
from hallbarhet.scoring.plan import Plan

Cause = Literal["ny_fraga", "ej_mappbar", "utanfor_skalan", "borttagen"]

NO_CAUSE, NEW_QUESTION, NOT_MAPPABLE, OUTSIDE = range(4)
CAUSES: Final[tuple[Cause | None, ...]] = (None, "ny_fraga", "ej_mappbar", "utanfor_skalan")
"""Why a question has no answer in the new checklist, by code; the words of `omrakna --json`."""


@dataclass(frozen=True, eq=False)
class Merge:
    """A new question that several old ones became."""

    item: int
    sources: tuple[int, ...]
    places: Places
    """Where in the table each code of each source leads, shape [sources, WIDTH]; they add up."""
    codes: Codes
    causes: Codes


@dataclass(frozen=True, eq=False)
class Split:
    """The facet of an old question that goes on in a new one."""

    row: int
    """The question's row in the tables of `Carry`."""
    item: int
    old_cells: Places
    new_cells: Places
    """−1 for a category that is gone: the whole split goes with it."""


@dataclass(frozen=True, eq=False)
class NumberCarried:
    """A question answered with a number."""

    row: int
    item: int
    old_column: int
    new_column: int
    at_least: float
    at_most: float


@dataclass(frozen=True, eq=False)
class ChoiceCarried:
    """A question answered with alternatives."""

    row: int
    item: int
    old_columns: Places
    new_columns: Places
    """−1 for an alternative that is gone."""
    several: bool


@dataclass(frozen=True, eq=False)
class Carry:
    """What becomes of every answer on the way from one checklist to another. `P` new questions have one old each."""

    items: Places
    """Those new questions, shape [P]."""
    sources: Places
    """The old question behind each, shape [P]."""
    codes: Codes
    """What each code becomes, shape [P, WIDTH]."""
    causes: Codes
    """Why it has no counterpart, shape [P, WIDTH]."""
    merges: tuple[Merge, ...]
    splits: tuple[Split, ...]
    numbers: tuple[NumberCarried, ...]
    choices: tuple[ChoiceCarried, ...]
    is_new: Bools
    """New questions that no old one became, shape [Q]."""
    is_core: Bools
    """New questions that stood in the old checklist too, with answers that still mean something, shape [Q]."""
    is_reworked: Bools
    """New questions that came about by rescaling, merging or splitting, shape [Q]."""
    gone: Places
    """Old questions that became nothing."""
    links: tuple[tuple[int, int], ...]
    """Old and new question of every step from one to the other."""
    between: Mapping[int, tuple[float, ...]]
    """Grades between two steps that merging may give, by new question; see `Plan.between`."""
    is_wieldy: bool
    """Whether the tables say everything; otherwise every record is carried by itself."""


@dataclass(frozen=True, eq=False)
class CarriedAnswers:
    """n assessments as answers to the new checklist."""

    answers: Answers
    causes: Codes
    """Why a question has no answer, places in `CAUSES`, shape [n, Q]."""


def carried(carry: Carry, plan: Plan, old: Answers, beside: Answers) -> CarriedAnswers:
    """Old answers as answers to the new checklist, whose plan is `plan`.

    `beside` is what the records say that is no answer to a question (decisions, conflicts, case, depth), on that plan.
    """
    n = old.count
    codes = np.full((n, plan.questions.count), np.int8(UNANSWERED))
    causes = np.zeros(codes.shape, dtype=np.int8)
    codes[:, carry.is_new], causes[:, carry.is_new] = NEW, NEW_QUESTION
    before = old.codes[:, carry.sources]
    flat = np.arange(len(carry.items)) * WIDTH + before
    codes[:, carry.items], causes[:, carry.items] = carry.codes.take(flat), carry.causes.take(flat)
    for merge in carry.merges:
        place = merge.places[np.arange(len(merge.sources)), old.codes[:, list(merge.sources)]].sum(axis=1)
        codes[:, merge.item], causes[:, merge.item] = merge.codes[place], merge.causes[place]
    empty = Answers.empty(plan, n)
    for number in carry.numbers:
        _carry_number(number, old, empty, codes, causes)
    for choice in carry.choices:
        _carry_choice(choice, old, empty, codes, causes)
    for split in carry.splits:
        _carry_split(split, carry, plan, old, empty, codes)
    carried_over = replace(beside, codes=codes, numbers=empty.numbers, choices=empty.choices, facets=empty.facets)
    return CarriedAnswers(carried_over, causes)


def _carry_number(number: NumberCarried, old: Answers, new: Answers, codes: Codes, causes: Codes) -> None:
    values = old.numbers[:, number.old_column]
    goes_on = codes[:, number.item] == 0
    outside = goes_on & ((values < number.at_least) | (values > number.at_most))
    codes[outside, number.item], causes[outside, number.item] = UNMAPPABLE, OUTSIDE
    new.numbers[:, number.new_column] = np.where(goes_on & ~outside, values, np.nan)


def _carry_choice(choice: ChoiceCarried, old: Answers, new: Answers, codes: Codes, causes: Codes) -> None:
    chosen = old.choices[:, choice.old_columns]
    goes_on = codes[:, choice.item] == 0
    outside = goes_on & chosen[:, choice.new_columns < 0].any(axis=1)
    if not choice.several:
        outside |= goes_on & (chosen.sum(axis=1) > 1)
    codes[outside, choice.item], causes[outside, choice.item] = UNMAPPABLE, OUTSIDE
    stays = choice.new_columns >= 0
    new.choices[:, choice.new_columns[stays]] = chosen[:, stays] & (goes_on & ~outside)[:, None]


def _carry_split(split: Split, carry: Carry, plan: Plan, old: Answers, new: Answers, codes: Codes) -> None:
    """A split is carried whole or not at all: half of it would tell another story."""
    before = old.facets[:, split.old_cells]
    is_there = before != UNANSWERED
    after = carry.codes[split.row][before]
    is_known = plan.questions.is_known[split.item]
    fits = is_known[after] & (after < WIDTH) & (split.new_cells >= 0)
    goes_on = is_known[codes[:, split.item]] & (fits | ~is_there).all(axis=1)
    stays = split.new_cells >= 0
    kept = np.where(is_there & goes_on[:, None], after, np.int8(UNANSWERED))
    new.facets[:, split.new_cells[stays]] = kept[:, stays]
