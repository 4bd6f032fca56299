"""The derivation of one assessment's result: every number down to answers and weights, every rule down to its atoms.

Plain values without NumPy and without sentences. Points lie in [−100, 100], shares in [0, 1].
"""

from dataclasses import dataclass
from typing import Literal

from hallbarhet.scoring.outcome import (
    ConflictOutcome,
    Decision,
    LevelRange,
    Range,
    Robustness,
    State,
    Triggered,
)

AnswerState = Literal["besvarad", "vet_inte", "obesvarad", "ny_fraga", "ej_mappbar", "ej_relevant", "inaktuell"]
Truth = Literal["sant", "falskt", "beror"]
DetectorKind = Literal["par", "spann", "dold", "fasett", "strategi", "matris", "indirekt", "villkor"]


@dataclass(frozen=True, slots=True)
class ItemPart:
    """One scored question's part of a theme, a dimension and the index."""

    id: str
    state: AnswerState
    grade: float | None
    """The grade chosen, None where there is none."""
    points: Range
    """What the answer is worth, 100·v: unknown at worst, at neutral and at best; Nones where it does not count."""
    weight: float
    share_of_theme: float
    """0 where it does not count."""
    share_of_dimension: float
    share_of_index: float | None
    """π; None where the index is no weighted mean, or leaves the dimension out."""
    contribution: Range
    """Points it adds to the dimension: share times points."""
    index_contribution: Range | None
    """Points it adds to the index: 100·π·v."""


@dataclass(frozen=True, slots=True)
class ThemePart:
    """One theme's part of its dimension; its items' contributions add up to its own."""

    id: str
    weight: float
    share: float
    """Of the dimension; 0 where nothing in it counts."""
    points: Range
    contribution: Range
    items: tuple[ItemPart, ...]


@dataclass(frozen=True, slots=True)
class DimensionPart:
    """One dimension; its themes' contributions add up to its points."""

    id: str
    weight: float
    share: float | None
    """Of the index; None where the index is no weighted mean, or leaves the dimension out."""
    points: Range
    plus: float | None
    minus: float | None
    coverage: float | None
    not_relevant_share: float
    contribution: Range | None
    """Points it adds to the index."""
    themes: tuple[ThemePart, ...]


@dataclass(frozen=True, slots=True)
class IndexPart:
    """How the dimensions became one number; where it is a weighted mean their contributions add up to it."""

    method: Literal["medel", "potens", "min", "ingen"]
    exponent: float | None
    """Of the power mean; None for every other way."""
    points: Range
    not_relevant_effect: float | None
    waived: tuple[str, ...]
    """The scored questions that are not relevant: those behind the effect."""


@dataclass(frozen=True, slots=True)
class LevelStep:
    """One level, what it takes, and whether the central points reach it."""

    level: int
    index_min: float | None
    index_holds: bool
    dimension_min: float | None
    dimension_holds: bool


@dataclass(frozen=True, slots=True)
class CapStep:
    """One cap, and whether it holds the level down."""

    dimension: str
    below: float
    max_level: int
    applies: bool


@dataclass(frozen=True, slots=True)
class LevelPart:
    """How the central points became a level."""

    level: LevelRange
    weakest: str | None
    """The dimension that the floors look at; None where nothing is live."""
    weakest_points: float | None
    steps: tuple[LevelStep, ...]
    """Highest level first."""
    caps: tuple[CapStep, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a value is held against; everything that is given must hold."""

    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None
    one_of: tuple[float | str, ...] | None = None


@dataclass(frozen=True, slots=True)
class AtomPart:
    """What an atom asks, and what it found."""

    about: Literal["punkt", "fasett", "dimension", "tema", "tagg", "mal", "strategimal", "spann", "arende"]
    ids: tuple[str, ...]
    """The question (and facet), group, dimensions or case field."""
    measure: Literal["netto", "plus", "minus", "dold", "min", "max", "spann"] | None
    status: Literal["vet_inte", "ej_relevant", "obesvarad", "inaktuell"] | None
    """The status it asks for."""
    limits: Limits
    state: AnswerState | None
    """Where it is about a question: what was answered."""
    low: float | None
    """The grade, number or points found; two ends where unknown answers leave a range."""
    high: float | None
    chosen: tuple[str, ...] = ()
    """The alternatives chosen, for a question of the kind `val`."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A condition or a part of one, with what it came to."""

    kind: Literal["alla", "minst_en", "inte", "antal", "led"]
    truth: Truth
    decides: bool
    """Whether the whole condition came out as it did because of this part."""
    atom: AtomPart | None = None
    """For `led`."""
    count: Limits | None = None
    """For `antal`: how many parts are to be true."""
    parts: tuple["Trace", ...] = ()

    @property
    def deciding(self) -> tuple["Trace", ...]:
        """The atoms that decided, in written order."""
        if not self.decides:
            return ()
        return (self,) if self.atom else tuple(atom for part in self.parts for atom in part.deciding)


@dataclass(frozen=True, slots=True)
class GatePart:
    """One gate: why it is or is not triggered, and what was decided."""

    id: str
    effect: Literal["alltid", "avvakta", "stopp", "krav"]
    triggered: Triggered
    decision: Decision | None
    is_settled: bool
    condition: Trace | None
    """None for a gate that is always decided."""
    unanswered: tuple[str, ...]
    """For a gate that is always decided: the questions its part still waits for."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One number that a detector looked at, and what it was held against.

    Answers, effects and masking lie in [−1, 1]; plus, minus, activity and distances are points.
    """

    name: Literal[
        "plus", "minus", "avstand", "lagsta", "aktivitet", "maskering", "starkt_plus", "starkt_minus",
        "kategori", "verkan", "samspel", "foljdverkan",
    ]  # fmt: skip
    ids: tuple[str, ...]
    """What it was measured on."""
    value: Range
    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What one detector saw."""

    kind: DetectorKind
    triggered: Triggered
    strength: float
    """0 where it is not triggered."""
    base: int
    """Severity from the strength alone, 1 to 3; 0 where it is not triggered."""
    irreversible: bool
    """One step more."""
    protected: bool
    """One step more."""
    measured: tuple[Measured, ...]
    condition: Trace | None = None
    """For a free condition."""


@dataclass(frozen=True, slots=True)
class ConflictPart:
    """One conflict that is told, with everything that was seen under its name."""

    outcome: ConflictOutcome
    seen: tuple[Seen, ...]
    """Empty for a conflict that the officer added."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason for the state."""

    kind: Literal[
        "avslutad_vid", "stoppas_av", "inget_att_bedoma", "dimension_utan_svar", "lag_svarsgrad", "mojligt_stopp",
        "vantar_beslut", "ska_tankas_om", "kritisk_konflikt", "samma_niva", "olika_nivaer",
    ]  # fmt: skip
    id: str = ""
    """The gate, dimension or conflict."""
    value: float | None = None
    """The coverage, where that is the reason."""
    limit: float | None = None
    """What it had to reach."""


@dataclass(frozen=True, slots=True)
class FlagPart:
    """One flag with the numbers behind it."""

    flag: str
    """As in `Outcome.flags`."""
    value: float | None = None
    """The share, or the level there would have been."""
    limit: float | None = None
    ids: tuple[str, ...] = ()
    """The gates that are possible."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind one outcome."""

    dimensions: tuple[DimensionPart, ...]
    index: IndexPart
    level: LevelPart
    state: State
    causes: tuple[Cause, ...]
    flags: tuple[FlagPart, ...]
    gates: tuple[GatePart, ...]
    conflicts: tuple[ConflictPart, ...]
    robustness: Robustness | None
