"""A chunk of records as blocks of arrays, one for each checklist they were made with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hallbarhet.assessment.coding import Misfit
from hallbarhet.batch.encoding import beside, encoded, put, with_sides
from hallbarhet.batch.reading import RecordData, contents, read_record
from hallbarhet.batch.scanning import Scanned, scanned
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.plan import Plan

Three = tuple[float | None, float | None, float | None]
"""Lowest, central and highest."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a record beside its answers."""

    path: str
    id: str
    diary_number: str
    title: str
    support_form: str
    status: str
    amount: float | None
    """Kronor applied for."""
    applied_on: str
    """The date as it is written, empty where there is none; so too below."""
    decided_on: str
    checklist: str
    version: str
    fingerprint: str
    index: Three
    """The result as the record claims it; None for what it does not say."""
    level: Three
    state: str
    is_slow: bool = False


@dataclass(frozen=True, eq=False)
class Block:
    """Records of one checklist, a row each."""

    fingerprint: str
    places: tuple[int, ...]
    """Where in the chunk each record stands."""
    facts: tuple[Facts, ...]
    answers: Answers
    misfits: tuple[tuple[Misfit, ...], ...]
    beside: Answers | None = None
    """What the records say that is no answer to a question, on another plan; see `encoding.beside`."""


@dataclass(frozen=True, eq=False)
class Blocks:
    """A chunk as it was read; every place in it stands in exactly one of the three."""

    blocks: tuple[Block, ...]
    """Records whose checklist's plan was at hand."""
    others: tuple[tuple[int, Facts, RecordData], ...]
    """Records of other checklists, with their data."""
    unread: tuple[tuple[int, RecordData], ...]
    """Records that could not be read."""


def read_blocks(paths: Sequence[str], plans: Mapping[str, Plan], targets: Mapping[str, Plan] | None = None) -> Blocks:
    """Some records, given the plans of their own checklists by fingerprint.

    `targets` are the plans of what they are to be carried to, by the fingerprint of their own.
    """
    known: dict[str, list[tuple[int, Facts, RecordData | Scanned]]] = {}
    others: list[tuple[int, Facts, RecordData]] = []
    unread: list[tuple[int, RecordData]] = []
    for place, path in enumerate(paths):
        raw = contents(path) if plans else None
        quick = scanned(raw, plans) if raw is not None else None
        if quick is not None:
            facts = _facts(path, quick)
            known.setdefault(facts.fingerprint, []).append((place, facts, quick))
            continue
        record = read_record(path)
        if record.data is None:
            unread.append((place, record))
            continue
        facts = facts_of(path, record.data, is_slow=record.is_slow)
        if facts.fingerprint in plans:
            known.setdefault(facts.fingerprint, []).append((place, facts, record))
        else:
            others.append((place, facts, record))
    blocks = tuple(
        _block(fingerprint, plans[fingerprint], found, (targets or {}).get(fingerprint))
        for fingerprint, found in known.items()
    )
    return Blocks(blocks, tuple(others), tuple(unread))


def facts_of(path: str, data: Mapping[str, Any], *, is_slow: bool = False) -> Facts:
    """The facts of a record that was found right."""
    header, case, checklist = data["bedomning"], data.get("arende", {}), data["checklista"]
    stored = data.get("resultat", {})
    return Facts(
        path=path,
        id=header["id"],
        diary_number=case.get("diarienummer", ""),
        title=case.get("rubrik", ""),
        support_form=case.get("stodform", ""),
        status=header.get("status", "utkast"),
        amount=case.get("sokt_belopp"),
        applied_on=_day(case.get("ansokan_datum")),
        decided_on=_day(case.get("beslut_datum")),
        checklist=checklist["id"],
        version=checklist["version"],
        fingerprint=checklist["fingeravtryck"],
        index=_three(stored.get("index")),
        level=_three(stored.get("niva")),
        state=state if isinstance(state := stored.get("status"), str) else "",
        is_slow=is_slow,
    )


def _facts(path: str, record: Scanned) -> Facts:
    """The same of a record that was scanned."""
    data = record.sides | {
        "bedomning": {"id": record.id, "status": record.status},
        "checklista": dict(zip(("id", "version", "fingeravtryck"), record.checklist, strict=True)),
        "resultat": {"index": record.index, "niva": record.level, "status": record.state},
    }
    return facts_of(path, data)


def _block(
    fingerprint: str, plan: Plan, found: Sequence[tuple[int, Facts, RecordData | Scanned]], target: Plan | None
) -> Block:
    places, facts, records = zip(*found, strict=True)
    answers, misfits = _answers(plan, records)
    data = [record.sides if isinstance(record, Scanned) else record.data for record in records]
    answers = with_sides(plan, answers, data)
    return Block(fingerprint, places, facts, answers, misfits, None if target is None else beside(target, data))


def _answers(plan: Plan, records: Sequence[RecordData | Scanned]) -> tuple[Answers, tuple[tuple[Misfit, ...], ...]]:
    """What the records answered, less what they say beside it, and what did not fit in each."""
    answers = Answers.empty(plan, len(records))
    misfits: list[tuple[Misfit, ...]] = [()] * len(records)
    others = {}
    for row, record in enumerate(records):
        if not isinstance(record, Scanned):
            others[row] = record.data
            continue
        codes, numbers, choices, facets = record.marks
        answers.codes[row] = np.frombuffer(codes, dtype=np.int8)
        for column, number in numbers:
            answers.numbers[row, column] = number
        for column in choices:
            answers.choices[row, column] = True
        for column, code in facets:
            answers.facets[row, column] = code
    if others:
        found, told = encoded(plan, [data for data in others.values() if data is not None])
        put(answers, list(others), found)
        for row, misfit in zip(others, told, strict=True):
            misfits[row] = misfit
    return answers, tuple(misfits)


def _day(value: Any) -> str:
    return "" if value is None else str(value.isoformat())


def _three(table: Any) -> Three:
    """The numbers of a range in a stored result, which nobody has checked."""
    words = table if isinstance(table, Mapping) else {}
    low, central, high = (_number(words.get(key)) for key in ("min", "netto", "max"))
    return low, central, high


def _number(value: Any) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
