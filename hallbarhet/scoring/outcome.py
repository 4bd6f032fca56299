"""What scoring says about one assessment, as plain values without NumPy: read by the app, the report and the record.

The words of the Literals are those of the files and of `--json`, so that nobody has to translate them twice.
Points lie in [−100, 100], shares in [0, 1]; a number that does not exist is None.
"""

from dataclasses import dataclass
from typing import Literal

State = Literal["stopp", "avslutad", "ej_bedombar", "ofullstandigt_underlag", "hallplats", "niva_klar", "nivaintervall"]
Triggered = Literal["utlost", "mojlig", "ej_utlost"]
Decision = Literal["vidare", "tank_om", "avsluta"]
ConflictStatus = Literal["oppen", "hanterad", "accepterad", "avfardad"]
Stability = Literal["stabil", "ganska_stabil", "kanslig"]
HandlingField = Literal["motivering", "atgard", "ansvarig", "uppfoljning", "uppfoljning_datum", "beslutsfattare"]


@dataclass(frozen=True, slots=True)
class Range:
    """Points with their bounds: unknown answers at worst, at neutral and at best."""

    low: float | None
    central: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class LevelRange:
    """The level at the low, central and high points."""

    low: int | None
    central: int | None
    high: int | None

    @property
    def is_settled(self) -> bool:
        """Whether the unknown answers leave the level alone."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class DimensionOutcome:
    """One dimension: points with bounds, gross plus and minus, how much was answered and how much was waived."""

    id: str
    points: Range
    plus: float | None
    minus: float | None
    coverage: float | None
    not_relevant_share: float


@dataclass(frozen=True, slots=True)
class ThemeOutcome:
    """One theme's points with bounds."""

    id: str
    points: Range


@dataclass(frozen=True, slots=True)
class GateOutcome:
    """Whether a gate is triggered, and what was decided at it."""

    id: str
    triggered: Triggered
    decision: Decision | None
    is_settled: bool
    """Whether nothing more has to be decided or handed in at this gate."""


@dataclass(frozen=True, slots=True)
class ConflictOutcome:
    """A goal conflict: what stands against what, how strongly, and how much of its handling is written."""

    id: str
    kind: str
    title: str
    """The declared title; empty for undeclared and own conflicts, whose title is told by texts."""
    triggered: Triggered
    strength: float
    severity: int
    """1 uppmärksamma, 2 hantera, 3 allvarlig, 4 kritisk; 0 when it is not triggered."""
    against: tuple[str, ...]
    """The ids involved: questions, or dimensions (spann), goals (strategi, matris), categories (fasett)."""
    detected_by: tuple[str, ...]
    """All rules that saw it, when several did."""
    status: ConflictStatus
    required: tuple[HandlingField, ...]
    """What must be written for this severity and status."""
    documented: float
    """Share of what is required that is written; the follow-up and its date count as one."""
    waits_for: tuple[str, ...] = ()
    """Questions whose answer would decide a possible conflict."""
    items: tuple[str, ...] = ()
    """The questions whose answers it hangs on, whatever it is between."""
    facet: str = ""
    """The facet whose categories stand against each other."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing more has to be written: severity 1 needs nothing, others a status and every field."""
        return self.triggered != "utlost" or self.severity < 2 or (self.status != "oppen" and self.documented >= 1)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class GoalOutcome:
    """One touched Agenda 2030 goal: gross plus and minus in points of the index, and the questions behind."""

    goal: str
    plus: float
    minus: float
    items: int
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Flip:
    """A change of one answer that would change the level."""

    item: str
    source: float
    target: float
    steps: int
    level: int


@dataclass(frozen=True, slots=True)
class Robustness:
    """How well the level stands other reasonable weightings."""

    same_level: float
    stability: Stability
    index_p5: float | None
    """Nineteen of twenty reasonable weightings give at least this index; None where the checklist has no index."""
    index_p95: float | None
    level_shares: tuple[tuple[int, float], ...]
    """Level and its share of all weightings of the dimensions, highest level first; empty where it has no meaning."""
    nearest: tuple[Flip, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything scoring says about one assessment."""

    dimensions: tuple[DimensionOutcome, ...]
    themes: tuple[ThemeOutcome, ...]
    index: Range
    level: LevelRange
    state: State
    flags: tuple[str, ...]
    """`ej_relevant_avgor_nivan`, `hog_andel_ej_relevant:<dimension>`, `robusthet_lag`, `mojlig_hallplats`."""
    coverage: float | None
    not_relevant_effect: float | None
    gates: tuple[GateOutcome, ...]
    conflicts: tuple[ConflictOutcome, ...]
    goals: tuple[GoalOutcome, ...]
    strategy_goals: tuple[GoalOutcome, ...] = ()
    goal_groups: tuple[GoalOutcome, ...] = ()
    """The Agenda 2030 goals summed by the checklist's own clusters."""
    robustness: Robustness | None = None
    """None where it was not asked for or has no meaning."""

    @property
    def open_conflicts(self) -> tuple[ConflictOutcome, ...]:
        """Triggered conflicts that somebody still has to settle."""
        return tuple(conflict for conflict in self.conflicts if not conflict.is_settled)
