"""A checklist, parsed and frozen: what is asked, how it counts, when it stops and what stands against what.

One class per table of the file. Field aliases are the keys a checklist owner writes; the meaning of each key is the
docstring under it, and the handbook and the editor schema are made from these.
"""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field

from hallbarhet.checklist.canonical import fingerprint
from hallbarhet.checklist.conditions import Condition, ItemAtom, atoms
from hallbarhet.checklist.entry import Day, Entry, Flag, Id, Number, Ref, Text, WholeNumber

FORMAT = 1
"""The number of the file format this version reads and writes."""

ItemKind = Literal["bedomning", "text", "tal", "val"]
GateEffect = Literal["alltid", "avvakta", "stopp", "krav"]
ConflictKind = Literal["par", "spann", "dold", "fasett", "strategi", "matris", "villkor"]
Aggregation = Literal["medel", "potens", "min", "ingen"]
Weight = Annotated[Number, Field(ge=0)]
Share = Annotated[Number, Field(ge=0, le=1)]
Points = Annotated[Number, Field(ge=-100, le=100)]


class Source(Entry):
    """Where the questions come from."""

    title: Text = Field(alias="titel")
    link: Text = Field("", alias="lank")


class Header(Entry):
    """Which checklist this is."""

    id: Id
    version: Annotated[Text, Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$", max_length=32)]
    title: Text = Field(alias="titel")
    valid_from: Day | None = Field(None, alias="galler_fran")
    region: Text = ""
    support_forms: tuple[Ref, ...] = Field((), alias="stodformer")
    """The support forms it is offered for; empty means all."""
    introduction: Text = Field("", alias="ingress")
    sources: tuple[Source, ...] = Field((), alias="kallor")


class Dimension(Entry):
    """One side of sustainability; the order in the file is the order on screen and in the report."""

    id: Id
    name: Text = Field(alias="namn")
    definition: Text = ""
    weight: Weight = Field(1, alias="vikt")


class Theme(Entry):
    """What a dimension is made of; a scored question stands in one theme."""

    id: Id
    dimension: Ref
    name: Text = Field(alias="namn")
    weight: Weight = Field(1, alias="vikt")


class Grade(Entry):
    """One step of a scale, with its anchor in words."""

    grade: Number = Field(alias="grad")
    text: Text
    points: Points | None = Field(None, alias="poang")
    """Points −100..100 when the steps are not equally far apart; all grades of a scale have them, or none."""
    condition: Text = Field("", alias="villkor")
    """A condition for the decision that this answer suggests."""


class Scale(Entry):
    """Grades from lowest to highest, with the one that counts as nothing."""

    id: Id
    neutral: Number
    grades: Annotated[tuple[Grade, ...], Field(min_length=2, max_length=9)] = Field(alias="grader")
    polarity: Literal[1, -1] = Field(1, alias="polaritet")
    """−1: a high grade is bad."""

    @cached_property
    def by_grade(self) -> dict[Number, Grade]:
        """The grades by value, so that 1 and 1.0 find the same."""
        return {grade.grade: grade for grade in self.grades}


class TagDefinition(Entry):
    """A concern that cuts across themes."""

    id: Id
    name: Text = Field(alias="namn")
    protected: Flag = Field(False, alias="skyddad")
    """One step of severity in the conflicts it takes part in."""


class Category(Entry):
    """One group, place or time an answer may be split on."""

    id: Id
    text: Text
    long_term: Flag = Field(False, alias="lang_sikt")


class Facet(Entry):
    """A way to split an answer. Facets never score: they show who wins and who loses."""

    id: Id
    name: Text = Field(alias="namn")
    kind: Literal["grupp", "plats", "tid"] = Field(alias="slag")
    categories: Annotated[tuple[Category, ...], Field(min_length=2)] = Field(alias="kategorier")
    protected: Flag = Field(False, alias="skyddad")


class StrategyGoal(Entry):
    """A goal of the region's own strategy."""

    id: Id
    name: Text = Field(alias="namn")


class GoalGroup(Entry):
    """A cluster of Agenda 2030 goals."""

    id: Id
    name: Text = Field(alias="namn")
    goals: tuple[Ref, ...] = Field(alias="mal")


class GoalNote(Entry):
    """What the region says about one Agenda 2030 goal."""

    id: Ref
    sensitive: Flag = Field(False, alias="kansligt")
    baseline: Text = Field("", alias="nulage")


class Alternative(Entry):
    """One choice of a question of the kind `val`."""

    id: Id
    text: Text


class Item(Entry):
    """One question."""

    id: Id
    text: Text
    kind: ItemKind = Field(alias="slag")
    short_name: Text = Field("", alias="kort")
    hint: Text = Field("", alias="ledtext")
    guidance: Text = Field("", alias="vagledning")
    scale: Ref | None = Field(None, alias="skala")
    theme: Ref | None = Field(None, alias="tema")
    weight: Weight = Field(1, alias="vikt")
    concerns: Literal["effekt", "genomforande"] | None = Field(None, alias="avser")
    perspective: Literal["individ", "geografi", "samhalle"] | None = Field(None, alias="perspektiv")
    reading: Literal["bidrag", "nulage"] = Field("bidrag", alias="lasning")
    goals: tuple[Text, ...] = Field((), alias="agenda2030")
    goals_indirect: tuple[Text, ...] = Field((), alias="agenda2030_indirekt")
    strategy_goals: tuple[Ref, ...] = Field((), alias="strategimal")
    tags: tuple[Ref, ...] = Field((), alias="taggar")
    facets: tuple[Ref, ...] = Field((), alias="fasetter")
    rationale: Literal["alltid", "vid_utslag", "valfri"] = Field("vid_utslag", alias="motivering")
    may_be_waived: Flag = Field(True, alias="ej_relevant")
    internal: Flag = Field(False, alias="intern")
    depth: Literal["kort", "fordjupad"] = Field("kort", alias="djup")
    shown_if: Condition | None = Field(None, alias="visas_om")
    unit: Text = Field("", alias="enhet")
    at_least: Number | None = Field(None, alias="min")
    at_most: Number | None = Field(None, alias="max")
    alternatives: tuple[Alternative, ...] = Field((), alias="alternativ")
    several: Flag = Field(False, alias="flera")
    max_characters: WholeNumber | None = Field(None, alias="max_tecken", gt=0)

    @property
    def name(self) -> str:
        """The short name, or the question itself where there is none."""
        return self.short_name or self.text

    @property
    def is_scored(self) -> bool:
        """Whether an answer moves any score."""
        return self.kind == "bedomning" and self.theme is not None and self.weight > 0 and self.reading == "bidrag"


class Section(Entry):
    """A part of the walk."""

    id: Id
    title: Text = Field(alias="titel")
    introduction: Text = Field("", alias="ingress")
    items: tuple[Item, ...] = Field((), alias="punkt")


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


class Checklist(Entry):
    """A complete checklist, merged if it was an overlay."""

    format: Literal[1]
    header: Header = Field(alias="checklista")
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1, max_length=9)] = Field(alias="dimension")
    themes: tuple[Theme, ...] = Field((), alias="tema")
    scales: tuple[Scale, ...] = Field((), alias="skala")
    tags: tuple[TagDefinition, ...] = Field((), alias="tagg")
    facets: tuple[Facet, ...] = Field((), alias="fasett")
    strategy_goals: tuple[StrategyGoal, ...] = Field((), alias="strategimal")
    goal_groups: tuple[GoalGroup, ...] = Field((), alias="malgrupp")
    goal_notes: tuple[GoalNote, ...] = Field((), alias="mal")
    sections: Annotated[tuple[Section, ...], Field(min_length=1)] = Field(alias="avsnitt")
    gates: tuple[Gate, ...] = Field((), alias="hallplats")
    conflict_rules: tuple[ConflictRule, ...] = Field((), alias="malkonflikt")
    interactions: tuple[Interaction, ...] = Field((), alias="samspel")
    levels: tuple[Level, ...] = Field(DEFAULT_LEVELS, alias="niva")
    rules: Rules = Field(default_factory=lambda: Rules.model_validate({}), alias="regler")
    mappings: tuple[Mapping, ...] = Field((), alias="koppling")
    examples: tuple[ExampleCase, ...] = Field((), alias="provfall")
    dropped: tuple[Dropped, ...] = Field((), alias="borttaget")
    origins: tuple[Origin, ...] = Field((), alias="ursprung")

    @cached_property
    def data(self) -> dict[str, Any]:
        """The checklist as plain data with the keys of the file, as it was written: no defaults filled in."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)

    @cached_property
    def fingerprint(self) -> str:
        """The fingerprint of what it says, wherever it was built from: the same words give the same fingerprint."""
        return fingerprint({key: value for key, value in self.data.items() if key != "ursprung"})

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every question, in walking order."""
        return tuple(item for section in self.sections for item in section.items)

    @cached_property
    def item_by_id(self) -> dict[str, Item]:
        """Questions by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The part each question stands in, by question id."""
        return {item.id: section for section in self.sections for item in section.items}

    @cached_property
    def scale_by_id(self) -> dict[str, Scale]:
        """Scales by id."""
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def theme_by_id(self) -> dict[str, Theme]:
        """Themes by id."""
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def facet_by_id(self) -> dict[str, Facet]:
        """Facets by id."""
        return {facet.id: facet for facet in self.facets}

    @cached_property
    def gate_by_id(self) -> dict[str, Gate]:
        """Gates by id."""
        return {gate.id: gate for gate in self.gates}

    @cached_property
    def rule_by_id(self) -> dict[str, ConflictRule]:
        """Declared conflict rules by id."""
        return {rule.id: rule for rule in self.conflict_rules}

    def scale_of(self, item: Item) -> Scale | None:
        """The scale a question is judged on, if it is judged."""
        return self.scale_by_id[item.scale] if item.scale is not None else None

    @cached_property
    def stopping_items(self) -> frozenset[str]:
        """Questions that a stopping gate asks about."""
        conditions = (gate.condition for gate in self.gates if gate.effect == "stopp" and gate.condition is not None)
        return frozenset(atom.item for one in conditions for atom in atoms(one) if isinstance(atom, ItemAtom))

    def may_be_waived(self, item: Item) -> bool:
        """Whether a question may be answered with ej relevant: never one that can stop the case."""
        return item.may_be_waived and item.id not in self.stopping_items
