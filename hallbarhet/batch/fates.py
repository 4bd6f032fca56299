"""What became of the answers to each question on the way to another checklist: kept, changed, or without a place."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hallbarhet.batch.carry import NEW_QUESTION, NO_CAUSE
from hallbarhet.scoring.codes import UNANSWERED, Bools, Codes
from hallbarhet.scoring.plan import Plan


@dataclass(frozen=True, slots=True)
class Fate:
    """How many answers to a question met each fate; records without an answer to it are in none of the first three."""

    kept: int = 0
    """Say what they said."""
    changed: int = 0
    """Say it on another scale, or together with others: rescaled, merged, or copied from a question that was split."""
    lost: int = 0
    """Have no place: the question is gone, the answer is none of its answers, or nobody knows what it means now."""
    new: int = 0
    """Records that could not have an answer, since nothing became the question."""


Fates = Mapping[str, Fate]
"""By question: those of the new checklist in its order, then those that are gone."""


def fates(plan: Plan, codes: Codes, causes: Codes, is_reworked: Bools, gone: Sequence[Sequence[str]]) -> Fates:
    """Of n records carried to the new plan.

    `codes`, `causes` and `is_reworked` are [n, Q]; `gone` are the old questions of each whose answers became nothing.
    """
    items = np.arange(plan.questions.count)
    is_placed = causes == NO_CAUSE
    is_changed = is_placed & is_reworked & plan.questions.is_known[items, codes]
    is_kept = is_placed & ~is_changed & (codes != UNANSWERED)
    counts = (is_kept, is_changed, causes > NEW_QUESTION, causes == NEW_QUESTION)
    columns = zip(*(count.sum(axis=0).tolist() for count in counts), strict=True)
    found = {id_: Fate(*counted) for id_, counted in zip(plan.questions.ids, columns, strict=True)}
    lost = Counter(id_ for own in gone for id_ in own)
    return fates_together([found, {id_: Fate(lost=number) for id_, number in lost.items()}])


def fates_together(parts: Iterable[Fates]) -> Fates:
    """Parts as one, in the order that questions turn up."""
    found: dict[str, Fate] = {}
    for part in parts:
        for id_, fate in part.items():
            known = found.get(id_)
            found[id_] = fate if known is None else _sum(known, fate)
    return found


def _sum(one: Fate, other: Fate) -> Fate:
    return Fate(one.kept + other.kept, one.changed + other.changed, one.lost + other.lost, one.new + other.new)
