"""Records carried one by one: those whose old checklist nobody has kept, and those with answers that do not fit it.

The only part of re-scoring that needs the checklists themselves, and so pydantic.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hallbarhet.assessment.adapt import Adapted, adapt
from hallbarhet.assessment.arrays import knowing_between, to_answers
from hallbarhet.assessment.model import Assessment, Noted
from hallbarhet.batch.carry import CAUSES, NEW_QUESTION
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import NEW, UNMAPPABLE, Bools, Codes
from hallbarhet.scoring.plan import Plan


@dataclass(frozen=True, eq=False)
class OneByOne:
    """n records carried by `adapt`."""

    plan: Plan
    """The new plan; one that knows the grades between two steps that these records hold."""
    answers: Answers
    causes: Codes
    """Places in `CAUSES`, shape [n, Q]."""
    gone: tuple[tuple[str, ...], ...]
    """Old questions whose answers have no place, by record."""
    is_core: Bools
    """New questions that an old answer became, and still says something, shape [n, Q]."""
    is_reworked: Bools
    """New questions whose answer came about by rescaling, merging or splitting, shape [n, Q]."""


def carried_one_by_one(
    records: Sequence[Assessment], old: Checklist | None, new: Checklist, plan: Plan, *, widen: bool
) -> OneByOne:
    """Records as assessments of the new checklist. With `widen` the plan learns grades between two steps."""
    adapted = [adapt(record, old, new, between=True) for record in records]
    if widen:
        items = {item for one in adapted for item in one.between}
        plan = knowing_between(plan, [one.assessment for one in adapted], items)
    answers, _ = to_answers(plan, [one.assessment for one in adapted])
    places = plan.questions.index
    shape = (len(records), plan.questions.count)
    causes = np.zeros(shape, dtype=np.int8)
    is_core, is_reworked = np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_)
    for row, one in enumerate(adapted):
        for carried in (*one.kept, *one.changed):
            place = places[carried.item]
            if carried.cause is not None:
                causes[row, place] = CAUSES.index(carried.cause)
            is_core[row, place] = carried.cause is None
            is_reworked[row, place] = carried.how in ("omskalad", "sammanslagen", "delad")
        causes[row, [places[item] for item in one.new]] = NEW_QUESTION
    answers.codes[causes > NEW_QUESTION] = UNMAPPABLE
    answers.codes[causes == NEW_QUESTION] = NEW
    gone = tuple(_gone(record, one) for record, one in zip(records, adapted, strict=True))
    return OneByOne(plan, answers, causes, gone, is_core, is_reworked)


def _gone(record: Assessment, adapted: Adapted) -> tuple[str, ...]:
    answered = record.answer_by_item
    return tuple(item for item in adapted.orphaned if not isinstance(answered[item], Noted))
