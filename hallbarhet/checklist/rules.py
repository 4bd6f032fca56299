"""What a checklist makes of the answers: gates, goal conflicts, levels, thresholds, its own tests and its history."""

from typing import Annotated, Literal

from pydantic import Field

from hallbarhet.checklist.conditions import Condition
from hallbarhet.checklist.entry import Entry, Flag, Id, Number, Ref, Text, WholeNumber
from hallbarhet.checklist.questions import Points, Share

GateEffect = Literal["alltid", "avvakta", "stopp", "krav"]
ConflictKind = Literal["par", "spann", "dold", "fasett", "strategi", "matris", "villkor"]
Aggregation = Literal["medel", "potens", "min", "ingen"]


class Gate(Entry):
    """A hållplats: think again, stop, or go on, with a reason that stays."""

    id: Id
    after: Ref = Field(alias="efter")
    title: Text = Field(alias="titel")
    effect: GateEffect = Field(alias="verkan")
    questions: tuple[Text, ...] = Field((), alias="fragor")
    condition: Condition | None = Field(None, alias="om")
    legal_basis: Text = Field("", alias="grund")
    documents: tuple[Text, ...] = Field((), alias="handlingar")
    suggestion: Text = Field("", alias="villkor")
    """A condition for the decision that this gate suggests."""


class ConflictRule(Entry):
    """What may stand against what."""

    id: Id
    title: Text = Field(alias="titel")
    kind: ConflictKind = Field(alias="slag")
    gains: Ref | None = Field(None, alias="plus")
    loses: Ref | None = Field(None, alias="minus")
    both_ways: Flag = Field(False, alias="omvand")
    threshold_gain: Share | None = Field(None, alias="troskel_plus")
    threshold_loss: Share | None = Field(None, alias="troskel_minus")
    between: tuple[Ref, ...] = Field((), alias="mellan")
    threshold: Number | None = Field(None, alias="troskel")
    group: dict[Literal["tema", "dimension", "tagg"], Ref] = Field(default_factory=dict, alias="grupp")
    facet: Ref | None = Field(None, alias="fasett")
    goals: tuple[Ref, ...] = Field((), alias="mal")
    condition: Condition | None = Field(None, alias="om")
    strength: Share | None = Field(None, alias="styrka")
    irreversible: Flag = Field(False, alias="permanent")
    protected: Flag = Field(False, alias="skyddad")
    proposal: Text = Field("", alias="forslag")
    to_settle: Text = Field("", alias="att_reda_ut")
    suggestion: Text = Field("", alias="villkor")
    """A condition for the decision that this conflict suggests."""
    silenced: Flag = Field(False, alias="av")
    silence_reason: Text = Field("", alias="motivering")


class Interaction(Entry):
    """How progress on one goal moves another, −3 to +3."""

    source: Ref = Field(alias="fran")
    target: Ref = Field(alias="till")
    strength: Annotated[Number, Field(ge=-3, le=3)] = Field(alias="styrka")


class Level(Entry):
    """One level of the result and what it takes to reach it."""

    level: Annotated[WholeNumber, Field(ge=1, le=9)] = Field(alias="niva")
    name: Text = Field(alias="namn")
    index_min: Points | None = None
    dimension_min: Points | None = None


class Cap(Entry):
    """The highest level a case may reach when one dimension is low."""

    below: Points = Field(alias="under")
    max_level: WholeNumber = Field(alias="max_niva")


class CaseField(Entry):
    """A case field that only this checklist asks for, kept under `[arende.eget]`."""

    id: Id
    text: Text
    kind: Literal["text", "tal", "datum"] = Field("text", alias="slag")


class ConflictLimits(Entry):
    """When the undeclared detectors fire."""

    strong: Share = Field(0.5, alias="stark")
    gap: Annotated[Number, Field(ge=0, le=200)] = Field(60, alias="spann")
    masked_min: Share = Field(0.5, alias="dold_min")
    activity_min: Annotated[Number, Field(ge=0, le=100)] = Field(30, alias="aktivitet_min")
    uneven: Annotated[Number, Field(ge=0, le=2)] = Field(0.6666666667, alias="ojamn")
    strategy_min: Annotated[Number, Field(ge=0, le=100)] = Field(10, alias="strategi_min")
    second_order: Share = Field(0.5, alias="andra_ordning")


class RobustnessRules(Entry):
    """How far weights are shaken, and how many times."""

    deviation: Annotated[Number, Field(ge=0, lt=1)] = Field(0.25, alias="avvikelse")
    draws: Annotated[WholeNumber, Field(ge=1, le=100_000)] = Field(2000, alias="dragningar")


class Rules(Entry):
    """Thresholds and ways of adding up."""

    coverage_min: Share = Field(0.8, alias="svarsgrad_min")
    not_relevant_max: Share = Field(0.3333333333, alias="ej_relevant_max")
    aggregation: Aggregation = Field("medel", alias="sammanvagning")
    exponent: Number | None = None
    deepened_if: Condition | None = Field(None, alias="fordjupad_om")
    caps: dict[Ref, tuple[Cap, ...]] = Field(default_factory=dict, alias="tak")
    case_fields: tuple[CaseField, ...] = Field((), alias="tillagg_arende")
    conflict: ConflictLimits = Field(default_factory=lambda: ConflictLimits.model_validate({}), alias="konflikt")
    robustness: RobustnessRules = Field(default_factory=lambda: RobustnessRules.model_validate({}), alias="robusthet")


class GradeMapping(Entry):
    """What an old grade became."""

    source: Number = Field(alias="fran")
    target: Number = Field(alias="till")


class Mapping(Entry):
    """What became of a question since an older version."""

    from_version: Text = Field(alias="fran_version")
    kind: Literal["samma", "omformulerad", "omskalad", "sammanslagen", "delad", "ny", "borttagen"] = Field(alias="slag")
    sources: Id | tuple[Id, ...] = Field((), alias="fran")
    target: Ref | None = Field(None, alias="till")
    from_checklist: Id | None = Field(None, alias="fran_checklista")
    grades: tuple[GradeMapping, ...] = Field((), alias="grader")
    rule: Literal["min", "medel", "vet_inte", "kopia"] | None = Field(None, alias="regel")


class Expectation(Entry):
    """What a test case is to give; only what is named is checked."""

    level: WholeNumber | None = Field(None, alias="niva")
    status: Text | None = None
    conflicts: tuple[Ref, ...] | None = Field(None, alias="malkonflikter")
    gates: tuple[Ref, ...] | None = Field(None, alias="hallplatser")


class ExampleCase(Entry):
    """One of the checklist's own tests; questions not named are neutral."""

    name: Text = Field(alias="namn")
    answers: dict[Ref, Number | Text] = Field(alias="svar")
    """A grade by question id, or `"vet_inte"` or `"ej_relevant"`."""
    expected: Expectation = Field(alias="vantat")


class Dropped(Entry):
    """What an overlay took away, and why."""

    kind: Text = Field(alias="slag")
    id: Text
    reason: Text = Field(alias="motivering")


class Origin(Entry):
    """A checklist that this one was built on."""

    id: Id
    version: Text
    fingerprint: Text = Field(alias="fingeravtryck")


DEFAULT_LEVELS = tuple(
    Level(level=level, name=name, index_min=index_min, dimension_min=dimension_min)
    for level, name, index_min, dimension_min in (
        (5, "Starkt bidrag", 50, 0),
        (4, "Bidrag", 15, -15),
        (3, "Blandat eller neutralt", -15, -50),
        (2, "Svagt", -50, -100),
        (1, "Motverkar", None, None),
    )
)
"""The table used when a checklist has none; starting values, to be tried on old cases before they are relied on."""
