"""The answers of some assessments as arrays: what scoring reads, and all it reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Self

import numpy as np

from hallbarhet.scoring.codes import MAYBE, UNANSWERED, Bits, Bools, Codes, Floats, Places
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.severity import NOT_HANDLED


@dataclass(frozen=True, slots=True)
class OwnConflict:
    """A conflict that the officer saw and no rule did."""

    id: str
    title: str
    severity: int
    against: tuple[str, ...]
    status: int
    """Code of what was done about it, a place in `severity.STATUSES`."""
    written: int
    """Bits of the fields that are written, as in `severity.FIELDS`."""


@dataclass(frozen=True, eq=False)
class Answers:
    """n assessments, one row each; about 3 bytes for each question, gate and possible conflict."""

    codes: Codes
    """Answer codes (`hallbarhet.scoring.codes`), shape [n, Q]. What is not asked is worked out, not stored."""
    numbers: Floats
    """Answers to questions of the kind `tal`, NaN where there is none, shape [n, numbers]."""
    choices: Bools
    """Chosen alternatives of questions of the kind `val`, shape [n, alternatives]."""
    facets: Codes
    """Grade codes of facet cells, `UNANSWERED` where there is none, shape [n, cells]."""
    case: Codes
    """Truths of the plan's case atoms, shape [n, case atoms]; see `Columns.case_truths`."""
    depth: Codes
    """`activity.BY_RULE`, `SHORT` or `DEEP`, shape [n]."""
    decisions: Codes
    """Decisions at gates: `gates.UNDECIDED`, `GO_ON`, `RETHINK` or `END`, shape [n, G]."""
    gate_written: Bits
    """Bits of what is written at gates: `gates.EXPLAINED`, `COMPLETE`, `HANDED_IN`, shape [n, G]."""
    statuses: Codes
    """What was done about each possible conflict: a place in `severity.STATUSES` or `NOT_HANDLED`, shape [n, C]."""
    conflict_written: Bits
    """Bits of what is written about each possible conflict, as in `severity.FIELDS`, shape [n, C]."""
    own: Mapping[int, tuple[OwnConflict, ...]] = field(default_factory=dict)
    """Conflicts that officers added, by row."""

    @classmethod
    def empty(cls, plan: Plan, n: int) -> Self:
        """Assessments where nothing is answered; a place to start filling in."""
        columns, gates, conflicts = plan.columns, len(plan.gates.ids), plan.detectors.count
        return cls(
            codes=np.full((n, plan.questions.count), UNANSWERED, dtype=np.int8),
            numbers=np.full((n, len(columns.numbers)), np.nan),
            choices=np.zeros((n, len(columns.choices)), dtype=np.bool_),
            facets=np.full((n, len(columns.cells)), UNANSWERED, dtype=np.int8),
            case=np.full((n, len(columns.case)), MAYBE, dtype=np.int8),
            depth=np.zeros(n, dtype=np.int8),
            decisions=np.zeros((n, gates), dtype=np.int8),
            gate_written=np.zeros((n, gates), dtype=np.uint8),
            statuses=np.full((n, conflicts), NOT_HANDLED, dtype=np.int8),
            conflict_written=np.zeros((n, conflicts), dtype=np.uint8),
        )

    @property
    def count(self) -> int:
        """How many assessments there are."""
        return len(self.codes)

    def with_own(self, own: Mapping[int, tuple[OwnConflict, ...]]) -> "Answers":
        """The same with conflicts that officers added, by row."""
        return replace(self, own=own) if own else self

    def taken(self, rows: Places) -> "Answers":
        """Some of the assessments, in the order asked for; the same row may be taken many times."""
        arrays = {name: getattr(self, name)[rows] for name in _ARRAYS}
        own = {new: self.own[old] for new, old in enumerate(rows.tolist()) if old in self.own}
        return replace(self, **arrays, own=own)

    @staticmethod
    def joined(parts: Sequence["Answers"]) -> "Answers":
        """Several blocks on the same plan as one, in order; at least one."""
        arrays = {name: np.concatenate([getattr(part, name) for part in parts]) for name in _ARRAYS}
        starts = np.cumsum([0, *(part.count for part in parts)]).tolist()
        own = {
            start + row: found for start, part in zip(starts, parts, strict=False) for row, found in part.own.items()
        }
        return replace(parts[0], **arrays, own=own)


_ARRAYS = tuple(entry.name for entry in fields(Answers) if entry.name != "own")
