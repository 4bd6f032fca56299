"""A chunk of records read as blocks of arrays, one for each checklist they were made with."""

from collections.abc import Callable, Mapping, Sequence

from hallbarhet.assessment.coding import Misfit
from hallbarhet.batch.block import Block, Blocks
from hallbarhet.batch.claims import claim_of, claimed
from hallbarhet.batch.encoding import beside, encoded, put, with_sides
from hallbarhet.batch.facts import Facts, facts_of
from hallbarhet.batch.marks import Scanned, mark
from hallbarhet.batch.reading import RecordData, contents, read_record
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.plan import Plan

Scan = Callable[[str, bytes, Mapping[str, Plan]], Scanned | None]


def read_blocks(paths: Sequence[str], plans: Mapping[str, Plan], targets: Mapping[str, Plan] | None = None) -> Blocks:
    """Some records, given the plans of their own checklists by fingerprint.

    `targets` are the plans of what they are to be carried to, by the fingerprint of their own.
    """
    known: dict[str, list[tuple[int, Facts, RecordData | Scanned]]] = {}
    others: list[tuple[int, Facts, RecordData]] = []
    unread: list[tuple[int, RecordData]] = []
    scan = _scanner() if plans else None
    for place, path in enumerate(paths):
        raw = contents(path) if scan is not None else None
        quick = scan(path, raw, plans) if scan is not None and raw is not None else None
        if quick is not None:
            known.setdefault(quick.facts.fingerprint, []).append((place, quick.facts, quick))
            continue
        record = read_record(path, raw)
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


def _scanner() -> Scan:
    from hallbarhet.batch.scanning import scanned  # noqa: PLC0415  (its grammar takes long to compile)

    return scanned


def _block(
    fingerprint: str, plan: Plan, found: Sequence[tuple[int, Facts, RecordData | Scanned]], target: Plan | None
) -> Block:
    places, facts, records = zip(*found, strict=True)
    answers, misfits = _answers(plan, records)
    data = [record.sides if isinstance(record, Scanned) else record.data for record in records]
    answers = with_sides(plan, answers, data)
    claims = claimed([record.claim if isinstance(record, Scanned) else claim_of(record.data) for record in records])
    return Block(fingerprint, places, facts, claims, answers, misfits, None if target is None else beside(target, data))


def _answers(plan: Plan, records: Sequence[RecordData | Scanned]) -> tuple[Answers, tuple[tuple[Misfit, ...], ...]]:
    """What the records answered, less what they say beside it, and what did not fit in each."""
    answers = Answers.empty(plan, len(records))
    misfits: list[tuple[Misfit, ...]] = [()] * len(records)
    marks = {row: record.marks for row, record in enumerate(records) if isinstance(record, Scanned)}
    mark(answers, marks)
    others = {row: record.data for row, record in enumerate(records) if isinstance(record, RecordData)}
    if others:
        found, told = encoded(plan, [data for data in others.values() if data is not None])
        put(answers, list(others), found)
        for row, misfit in zip(others, told, strict=True):
            misfits[row] = misfit
    return answers, tuple(misfits)
