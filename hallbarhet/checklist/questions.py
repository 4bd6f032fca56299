"""What a checklist asks, and what the questions stand in: dimensions, themes, scales, facets, goals and parts."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from hallbarhet.checklist.conditions import Condition
from hallbarhet.checklist.entry import Day, Entry, Flag, Id, Number, Ref, Text, WholeNumber
from hallbarhet.checklist.weights import HEAVIEST, LIGHTEST, is_weight

ItemKind = Literal["bedomning", "text", "tal", "val"]


def _not_a_trifle(weight: float) -> float:
    if not is_weight(weight):
        raise PydanticCustomError("trifle", "a trifle", {"ge": LIGHTEST})
    return weight


Weight = Annotated[Number, Field(ge=0, le=HEAVIEST), AfterValidator(_not_a_trifle)]
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
    def must_be_answered(self) -> bool:
        """Whether the question may not be passed: judged questions, and others whose rationale is `alltid`."""
        return self.kind == "bedomning" or self.rationale == "alltid"

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
