"""A checklist, parsed and frozen: what is asked, how it counts, when it stops and what stands against what.

One class per table of the file. Field aliases are the keys a checklist owner writes; the meaning of each key is the
docstring under it, and the handbook and the editor schema are made from these.
"""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field

from hallbarhet.checklist.canonical import fingerprint
from hallbarhet.checklist.conditions import ItemAtom, atoms
from hallbarhet.checklist.entry import Entry
from hallbarhet.checklist.questions import (
    Alternative,
    Category,
    Dimension,
    Facet,
    GoalGroup,
    GoalNote,
    Grade,
    Header,
    Item,
    ItemKind,
    Scale,
    Section,
    Source,
    StrategyGoal,
    TagDefinition,
    Theme,
)
from hallbarhet.checklist.rules import (
    DEFAULT_LEVELS,
    Aggregation,
    Cap,
    CaseField,
    ConflictKind,
    ConflictLimits,
    ConflictRule,
    Dropped,
    ExampleCase,
    Expectation,
    Gate,
    GateEffect,
    GradeMapping,
    Interaction,
    Level,
    Mapping,
    Origin,
    RobustnessRules,
    Rules,
)

__all__ = [
    "DEFAULT_LEVELS",
    "FORMAT",
    "Aggregation",
    "Alternative",
    "Cap",
    "CaseField",
    "Category",
    "Checklist",
    "ConflictKind",
    "ConflictLimits",
    "ConflictRule",
    "Dimension",
    "Dropped",
    "ExampleCase",
    "Expectation",
    "Facet",
    "Gate",
    "GateEffect",
    "GoalGroup",
    "GoalNote",
    "Grade",
    "GradeMapping",
    "Header",
    "Interaction",
    "Item",
    "ItemKind",
    "Level",
    "Mapping",
    "Origin",
    "RobustnessRules",
    "Rules",
    "Scale",
    "Section",
    "Source",
    "StrategyGoal",
    "TagDefinition",
    "Theme",
]
"""One door to every table, wherever in these rooms it lives."""

FORMAT = 1
"""The number of the file format this version reads and writes."""


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
