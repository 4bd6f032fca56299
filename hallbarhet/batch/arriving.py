"""Records on their way to another checklist: by tables for a whole block, or one by one where it must be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

import numpy as np

from hallbarhet.batch.block import Block
from hallbarhet.batch.carry import CAUSES, NO_CAUSE, Carry, Cause, carried
from hallbarhet.batch.claims import Claimed, claim_of, claimed
from hallbarhet.batch.encoding import encoded
from hallbarhet.batch.facts import Facts
from hallbarhet.batch.fates import Fates, fates
from hallbarhet.batch.kit import Kit
from hallbarhet.batch.pairs import Pair
from hallbarhet.batch.reading import read_record
from hallbarhet.batch.series import Given, Series, as_claimed, given, series
from hallbarhet.scoring.activity import NOT_ASKED
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import UNANSWERED, Bools, Codes, Places
from hallbarhet.scoring.plan import Plan

TYPE_CHECKING = False  # carrying records one by one loads the checklists' models
if TYPE_CHECKING:
    from hallbarhet.assessment.coding import Misfit
    from hallbarhet.batch.unusual import OneByOne

Data = Mapping[str, Any]
Lost = tuple[tuple[str, Cause], ...]
"""Questions without a place for their answer, or without an answer, and why."""


@dataclass(frozen=True, eq=False)
class Arrived:
    """n records under their own checklist and as answers to the new one."""

    pair: Pair
    places: tuple[int, ...]
    """Where in the chunk they stand."""
    facts: tuple[Facts, ...]
    claimed: Claimed
    before: Series
    old: Given | None
    """None where the old checklist is not at hand."""
    new: Given
    is_core: Bools
    """New questions that stood in the old checklist too, shape [n, Q] or [1, Q]."""
    lost: tuple[Lost, ...]
    grades: tuple[str, ...]
    """Comparability: A, B or C."""
    fates: Fates
    """What became of the answers, by question; empty where they stay as they are."""


def arrived(kit: Kit, block: Block) -> Arrived:
    """A block of records whose checklist is at hand: by the tables, or alone where an answer does not fit it."""
    pair, plan = kit.pairs[block.fingerprint], kit.plans[block.fingerprint]
    old = given(plan, block.answers)
    before = series(plan, old)
    n = len(block.facts)
    as_it_was = partial(
        Arrived,
        pair=pair,
        places=block.places,
        facts=block.facts,
        claimed=block.claimed,
        before=before,
        old=old,
    )
    if pair.carry is None:
        everything = np.ones((1, pair.new.questions.count), dtype=np.bool_)
        unfit = tuple(_misfits(misfits) if misfits else () for misfits in block.misfits)
        return as_it_was(new=old, is_core=everything, lost=unfit, grades=("A",) * n, fates={})
    found = carried(pair.carry, pair.new, block.answers, block.beside or Answers.empty(pair.new, n))
    reworked = np.repeat(pair.carry.is_reworked[None], n, axis=0)
    gone = _gone(plan, pair.carry.gone, block.answers)
    odd = {
        row: data for row, misfits in enumerate(block.misfits) if misfits and (data := _again(block.facts[row].path))
    }
    if odd:
        rows = np.array(list(odd))
        single = _one_by_one(kit, pair, list(odd.values()))
        _put(found.answers, rows, single.answers)
        found.causes[rows], reworked[rows] = single.causes, single.is_reworked
        for row, own in zip(odd, single.gone, strict=True):
            gone[row] = own
    new = given(pair.new, found.answers)
    return as_it_was(
        new=new,
        is_core=pair.carry.is_core[None],
        lost=_lost(pair, found.causes, new, gone),
        grades=_grades(pair, found.causes, new, reworked, _has_lost(plan, pair.carry.gone, old)),
        fates=fates(pair.new, found.answers.codes, found.causes, reworked, gone),
    )


def arrived_alone(kit: Kit, pair: Pair, entries: Sequence[tuple[int, Facts, Data]]) -> list[Arrived]:
    """Records that no table speaks of.

    Those whose checklist nobody has kept come together, and the result they claim stands for the original series.
    Others come each alone, since their answers may need grades between two steps that are theirs only.
    """
    if pair.old is not None and pair.carry is not None:
        return [_alone(kit, pair, pair.old, pair.carry, entry) for entry in entries]
    places, facts, data = zip(*entries, strict=True)
    found = _one_by_one(kit, pair, data)
    new = given(pair.new, found.answers)
    claims = claimed([claim_of(one) for one in data])
    whole = Arrived(
        pair=pair,
        places=places,
        facts=facts,
        claimed=claims,
        before=as_claimed(claims),
        old=None,
        new=new,
        is_core=found.is_core,
        lost=_lost(pair, found.causes, new, found.gone),
        grades=_grades(pair, found.causes, new, found.is_reworked, np.zeros(len(data), dtype=np.bool_)),
        fates=_fates(pair, found),
    )
    return [whole]


def _alone(kit: Kit, pair: Pair, plan: Plan, carry: Carry, entry: tuple[int, Facts, Data]) -> Arrived:
    place, facts, data = entry
    old = given(plan, encoded(plan, [data])[0])
    found = _one_by_one(kit, pair, [data], widen=True)
    wider = pair.between({item: values for item, values in enumerate(found.plan.questions.between) if values})
    new = given(wider.new, found.answers)
    return Arrived(
        pair=wider,
        places=(place,),
        facts=(facts,),
        claimed=claimed([claim_of(data)]),
        before=series(plan, old),
        old=old,
        new=new,
        is_core=found.is_core,
        lost=_lost(wider, found.causes, new, found.gone),
        grades=_grades(wider, found.causes, new, found.is_reworked, _has_lost(plan, carry.gone, old)),
        fates=_fates(wider, found),
    )


def _fates(pair: Pair, found: "OneByOne") -> Fates:
    return fates(pair.new, found.answers.codes, found.causes, found.is_reworked, found.gone)


def _one_by_one(kit: Kit, pair: Pair, data: Sequence[Data], *, widen: bool = False) -> "OneByOne":
    from hallbarhet.assessment.model import Assessment  # noqa: PLC0415  (only now are the models needed)
    from hallbarhet.assessment.moment import reference  # noqa: PLC0415
    from hallbarhet.batch.unusual import carried_one_by_one  # noqa: PLC0415

    old, new = kit.checklists(pair.fingerprint)
    records = [Assessment.model_validate(one, by_alias=True, by_name=False) for one in data]
    if old is not None:
        # the fingerprint decides which checklist it was, whatever else the record calls it
        records = [record.model_copy(update={"checklist": reference(old)}) for record in records]
    return carried_one_by_one(records, old, new, pair.new, widen=widen)


def _again(path: str) -> Data | None:
    """The data of a record once more; a block holds no more than arrays of it."""
    return read_record(path).data


def _put(answers: Answers, rows: Places, others: Answers) -> None:
    """Other assessments in the places of some; the arrays are ours to write in."""
    for entry in fields(Answers):
        if entry.name not in ("own", *_BESIDE):
            getattr(answers, entry.name)[rows] = getattr(others, entry.name)


_BESIDE = ("case", "depth", "decisions", "gate_written", "statuses", "conflict_written")
"""What is the same whichever way the answers were carried."""


# What is told of them


def _misfits(found: "Sequence[Misfit]") -> Lost:
    return tuple(dict.fromkeys((one.item, one.cause) for one in found))


def _gone(plan: Plan, gone: Places, answers: Answers) -> list[tuple[str, ...]]:
    """Answered questions that became nothing, by record."""
    if not gone.size:
        return [()] * answers.count
    ids = [plan.questions.ids[item] for item in gone.tolist()]
    rows = (answers.codes[:, gone] != UNANSWERED).tolist()
    return [tuple(id_ for id_, is_there in zip(ids, row, strict=True) if is_there) for row in rows]


def _has_lost(plan: Plan, gone: Places, old: Given) -> Bools:
    """Whether something that counted became nothing, shape [n]."""
    counted = gone[plan.weights.item[gone] > 0]
    has_lost: Bools = np.any(plan.questions.is_known[counted[:, None], old.asked.codes[counted]], axis=0)
    return has_lost


def _lost(pair: Pair, causes: Codes, new: Given, gone: Sequence[tuple[str, ...]]) -> tuple[Lost, ...]:
    ids = pair.new.questions.ids
    told = np.where(new.asked.asked.T == NOT_ASKED, np.int8(NO_CAUSE), causes)
    known: dict[bytes, Lost] = {}
    found = []
    for row, own in zip(told, gone, strict=True):
        key = row.tobytes()
        if key not in known:
            known[key] = tuple((ids[item], cause) for item, code in enumerate(row.tolist()) if (cause := CAUSES[code]))
        found.append((*known[key], *((item, "borttagen") for item in own)) if own else known[key])
    return tuple(found)


def _grades(pair: Pair, causes: Codes, new: Given, reworked: Bools, has_lost: Bools) -> tuple[str, ...]:
    """C where carrying left something unknown; B where something was rescaled, merged, copied or dropped; else A.

    Only judged questions that are asked bear on it: other answers move no points.
    """
    judged = np.array([kind == "bedomning" for kind in pair.new.questions.kinds], dtype=np.bool_)
    counts = judged & (new.asked.asked.T != NOT_ASKED)
    unknown = (counts & (causes != NO_CAUSE)).any(axis=1)
    other = (counts & reworked).any(axis=1) | has_lost
    return tuple(np.select([unknown, other], ["C", "B"], "A").tolist())
