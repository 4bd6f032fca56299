"""One row for each record and alternative, as `omrakna --json` gives it (formats.md 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from hallbarhet.batch.arriving import Arrived, Lost
from hallbarhet.batch.claims import NO_STATE
from hallbarhet.batch.facts import Facts
from hallbarhet.batch.pairs import Side
from hallbarhet.batch.reading import RecordFault
from hallbarhet.batch.series import Counted, Series
from hallbarhet.scoring.codes import FALSE, Bools, Codes, Floats
from hallbarhet.scoring.flips import FLIPS
from hallbarhet.scoring.gates import Gates
from hallbarhet.scoring.outcomes import TRIGGERED
from hallbarhet.scoring.states import STATES

CLOSE = 5e-10
"""Numbers are the same when they are so rounded to 9 decimals."""


class ChangedGate(NamedTuple):
    """A gate that stands otherwise than before; None where one of the checklists does not have it."""

    id: str
    before: str | None
    after: str | None


def told_gates(changed: Sequence[ChangedGate]) -> list[dict[str, str | None]]:
    """Changed gates as a machine reads them."""
    return [{"id": gate.id, "fore": gate.before, "efter": gate.after} for gate in changed]


def told_lost(lost: Lost) -> list[dict[str, str]]:
    """Answers without a place as a machine reads them."""
    return [{"punkt": item, "orsak": cause} for item, cause in lost]


@dataclass(frozen=True, slots=True)
class Row:
    """A row as a machine reads it, and what a person wants beside it."""

    machine: Mapping[str, Any]
    diary_number: str = ""
    title: str = ""
    support_form: str = ""
    status: str = ""
    amount: float | None = None
    applied_on: str = ""
    decided_on: str = ""
    checklist: str = ""
    """Id and version of the checklist that the record was made with."""


def unread_row(path: str, faults: Sequence[RecordFault]) -> Row:
    """A record that could not be read."""
    return Row({"post": path, "fel": [{"kod": one.code, "rad": one.line, "text": one.text} for one in faults]})


def left_out_row(facts: Facts, reason: str, alternative: str | None = None) -> Row:
    """A record that is not re-scored, or not in one of several ways."""
    named = {} if alternative is None else {"alternativ": alternative}
    return _row(facts, {"post": facts.path, "id": facts.id, **named, "hoppad": reason})


def counted_rows(
    block: Arrived, side: Side, found: Counted, gates: Sequence[tuple[ChangedGate, ...]], deviates: Sequence[bool]
) -> list[Row]:
    """The rows of a block counted in one way, given what `changed_gates` and `deviating` say of it.

    `batch.lines` writes the same as text at once.
    """
    before, is_recomputed = _told(block.before), block.old is not None
    core, full = _told(found.core), _told(found.full)
    change = zip(*map(_numbers, (found.change, *found.parts.values())), strict=True)
    columns = (block.facts, block.grades, before, core, full, change, found.flips.tolist(), gates, block.lost, deviates)
    parts = tuple(found.parts)
    return [
        _row(
            facts,
            {
                "post": facts.path,
                "id": facts.id,
                "alternativ": side.name,
                "jamforbarhet": grade,
                "fore": {**was, "omraknad": is_recomputed},
                "karna": common,
                "full": whole,
                "andring": {"index": moved, **dict(zip(parts, shares, strict=True))},
                "omslag": FLIPS[flip],
                "hallplatser_andrade": told_gates(changed),
                "svar_utan_plats": told_lost(lost),
                "avvikande_resultat": is_other,
            },
        )
        for facts, grade, was, common, whole, (moved, *shares), flip, changed, lost, is_other in zip(
            *columns, strict=True
        )
    ]


def _row(facts: Facts, machine: Mapping[str, Any]) -> Row:
    return Row(
        machine,
        diary_number=facts.diary_number,
        title=facts.title,
        support_form=facts.support_form,
        status=facts.status,
        amount=facts.amount,
        applied_on=facts.applied_on,
        decided_on=facts.decided_on,
        checklist=f"{facts.checklist} {facts.version}",
    )


def _told(series: Series) -> list[dict[str, Any]]:
    """Index, level and state of each record."""
    columns = (series.index.tolist(), series.level.tolist(), series.state.tolist())
    return [
        {
            "index": _range([_number(value) for value in index]),
            "niva": _range([value or None for value in level]),
            "status": None if state == NO_STATE else STATES[state],
        }
        for index, level, state in zip(*columns, strict=True)
    ]


def _range(values: Sequence[float | None]) -> dict[str, float | None]:
    low, central, high = values
    return {"min": low, "netto": central, "max": high}


def _numbers(values: Floats) -> list[float | None]:
    return [_number(value) for value in values.tolist()]


def _number(value: float) -> float | None:
    """A number that exists, never minus zero."""
    return None if value != value else value + 0.0  # noqa: PLR0124  (what is not a number is not itself)


def changed_gates(block: Arrived, found: Counted) -> list[tuple[ChangedGate, ...]]:
    """Gates that stand otherwise than before, by record.

    Those that are always decided are left out: they say only whether their part is fully answered.
    """
    if block.old is None or block.pair.old is None:
        return [()] * len(block.facts)
    old, new = block.pair.old.gates, block.pair.new.gates
    ids = [id_ for id_ in dict.fromkeys((*old.ids, *new.ids)) if not _is_always(id_, old) and not _is_always(id_, new)]
    if not ids:
        return [()] * len(block.facts)
    was = np.stack([_gate(old.index.get(id_), block.before.gates) for id_ in ids], axis=1)
    is_now = np.stack([_gate(new.index.get(id_), found.full.gates) for id_ in ids], axis=1)
    # a gate that only one of the checklists has is told where it is not at rest
    differs = np.where(was < 0, is_now > FALSE, np.where(is_now < 0, was > FALSE, was != is_now))
    if not differs.any():
        return [()] * len(block.facts)
    # most records stand in one of a few ways, and each way is told once
    ways, which = np.unique(np.where(differs, [was, is_now], np.int8(_AS_IT_WAS)), axis=1, return_inverse=True)
    told = [
        tuple(
            ChangedGate(id_, TRIGGERED.get(before), TRIGGERED.get(after))
            for id_, before, after in zip(ids, *way, strict=True)
            if (before, after) != (_AS_IT_WAS, _AS_IT_WAS)
        )
        for way in ways.swapaxes(0, 1).tolist()
    ]
    return [told[place] for place in which.ravel().tolist()]


_AS_IT_WAS = -2
"""Stands for a gate that did not change; −1 is one that a checklist does not have."""


def _is_always(id_: str, gates: Gates) -> bool:
    return id_ in gates.index and bool(gates.always[gates.index[id_]])


def _gate(place: int | None, triggered: Codes) -> Codes:
    return np.full(len(triggered), np.int8(-1)) if place is None else triggered[:, place]


def deviating(block: Arrived) -> Bools:
    """Whether the result that a record claims does not follow from its answers, shape [n]."""
    before, claimed = block.before, block.claimed
    if block.old is None:
        return np.zeros(len(claimed.is_there), dtype=np.bool_)
    both_nothing = np.isnan(before.index) & np.isnan(claimed.index)
    same_index = both_nothing | (np.abs(before.index - claimed.index) <= CLOSE)
    is_same = same_index.all(axis=1) & (before.level == claimed.level).all(axis=1) & (before.state == claimed.state)
    found: Bools = claimed.is_there & ~is_same
    return found
