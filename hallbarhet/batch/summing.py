"""A block of re-scored records as a part of the whole."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Final

import numpy as np

from hallbarhet.batch.arriving import Arrived
from hallbarhet.batch.kit import Kit
from hallbarhet.batch.pairs import FACTORS, Side
from hallbarhet.batch.series import Counted
from hallbarhet.batch.whole import MOST_LARGEST, MOST_TRIED, TOGETHER, TRIED_KINDS, Largest, Summary, Tried, Whole, rank
from hallbarhet.scoring.codes import Codes, Floats
from hallbarhet.scoring.flips import FLIPS, POSSIBLE, SURE, FlipKind
from hallbarhet.scoring.robustness import reasonable, stability
from hallbarhet.scoring.sums import CENTRAL

DRAFT: Final = "utkast"
"""A record's status before anybody has completed it."""

NOTHING = 1e-9
"""Changes no larger than this are none."""


def summary_of(block: Arrived, side: Side, found: Counted, gates: int) -> Summary:
    """A block counted in one way; `gates` is in how many records some gate stands otherwise."""
    before, after = block.before.level[:, CENTRAL], found.full.level[:, CENTRAL]
    low, high = block.before.level, found.full.level
    is_sure = found.flips == SURE
    changes = found.change[~np.isnan(found.change)]
    core = found.core.index[:, CENTRAL] - block.before.index[:, CENTRAL]
    core_changes = core[~np.isnan(core)]
    return Summary(
        name=side.name,
        count=len(block.facts),
        drafts=sum(facts.status == DRAFT for facts in block.facts),
        cross=Counter(zip(before.tolist(), after.tolist(), strict=True)),
        up=int((is_sure & (low[:, 2] < high[:, 0])).sum()),
        down=int((is_sure & (high[:, 2] < low[:, 0])).sum()),
        possible=int((found.flips == POSSIBLE).sum()),
        moved_by=_moved_by(before, after, found),
        largest=_largest(block, found),
        grades=Counter(block.grades),
        states=int((block.before.state != found.full.state).sum()),
        gates=gates,
        compared=len(changes),
        total=math.fsum(changes.tolist()),
        core_compared=len(core_changes),
        core_total=math.fsum(core_changes.tolist()),
        core_levels=int((before != found.core.level[:, CENTRAL]).sum()),
        shifts=_shifts(changes),
        core_shifts=_shifts(core_changes),
        tried=_tried(block, found.flips),
    )


def with_sensitive(whole: Whole, kit: Kit) -> Whole:
    """The whole with how many of the flips that were drawn stood on a sensitive level already before."""
    drawn = {tried for summary in whole.summaries for own in summary.tried.values() for tried in own}
    is_sensitive = {tried: _is_sensitive(tried, kit) for tried in drawn}
    return replace(whole, summaries=tuple(_tried_out(summary, is_sensitive) for summary in whole.summaries))


def _tried_out(summary: Summary, is_sensitive: Mapping[Tried, bool | None]) -> Summary:
    found: dict[FlipKind, tuple[int, int]] = {}
    for kind in TRIED_KINDS:
        marks = [is_sensitive[tried] for tried in summary.tried.get(kind, ())]
        known = [mark for mark in marks if mark is not None]
        found[kind] = (sum(known), len(known))
    return replace(summary, sensitive=found)


def _is_sensitive(tried: Tried, kit: Kit) -> bool | None:
    """Whether a level did not stand other reasonable weightings; None where that has no meaning (B8)."""
    plan = kit.pairs[tried.fingerprint].old
    if plan is None or len(plan.dimensions) < 2:  # noqa: PLR2004  (nothing to weigh one dimension against)
        return None
    levels, _ = reasonable(plan, np.frombuffer(tried.codes, dtype=np.int8))
    return stability(float(np.mean(levels == tried.level))) == "kanslig"


def _shifts(change: Floats) -> Mapping[int, int]:
    found = Counter(np.rint(change).astype(int).tolist())
    return dict(sorted(found.items()))


def _moved_by(before: Codes, after: Codes, found: Counted) -> Mapping[str, int]:
    """How many central levels each factor moved more than the others did."""
    way = np.sign(after.astype(np.float64) - before)
    parts = np.stack([found.level_parts[factor] for factor in FACTORS]) * way
    rows = np.flatnonzero((way != 0) & ~np.isnan(parts).any(axis=0))
    parts = np.round(parts[:, rows], 9)
    most = np.argmax(parts, axis=0)
    is_shared = (parts == parts.max(axis=0)).sum(axis=0) > 1
    return Counter(TOGETHER if shared else FACTORS[factor] for factor, shared in zip(most, is_shared, strict=True))


def _largest(block: Arrived, found: Counted) -> tuple[Largest, ...]:
    size = np.nan_to_num(np.abs(found.change), nan=0.0)
    # more than ten where the tenth has equals, so that the path decides between them
    least = np.sort(size)[-min(MOST_LARGEST, len(size))]
    rows = np.flatnonzero((size > NOTHING) & (size >= least - NOTHING)).tolist()
    told = [
        Largest(
            path=block.facts[row].path,
            id=block.facts[row].id,
            diary_number=block.facts[row].diary_number,
            title=block.facts[row].title,
            before=float(block.before.index[row, CENTRAL]) + 0.0,
            after=float(found.full.index[row, CENTRAL]) + 0.0,
            change=float(found.change[row]),
            parts={factor: None if np.isnan(part[row]) else float(part[row]) for factor, part in found.parts.items()},
            level_before=int(block.before.level[row, CENTRAL]) or None,
            level_after=int(found.full.level[row, CENTRAL]) or None,
            flip=FLIPS[found.flips[row]],
        )
        for row in rows
    ]
    return tuple(sorted(told, key=rank)[:MOST_LARGEST])


def _tried(block: Arrived, flips: Codes) -> Mapping[FlipKind, tuple[Tried, ...]]:
    """Flips drawn by lot, from what can be counted under its own checklist."""
    if block.old is None:
        return {}
    codes, levels = block.old.asked.codes, block.before.level[:, CENTRAL].tolist()
    found: dict[FlipKind, tuple[Tried, ...]] = {}
    for kind in TRIED_KINDS:
        rows = np.flatnonzero(flips == FLIPS.index(kind)).tolist()
        drawn = sorted((_mark(block.facts[row].id), row) for row in rows)[:MOST_TRIED]
        found[kind] = tuple(
            sorted(Tried(mark, block.pair.fingerprint, codes[:, row].tobytes(), levels[row]) for mark, row in drawn)
        )
    return found


def _mark(name: str) -> bytes:
    """A number by lot, always the same for the same name."""
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
