"""Conditions as data: a small tree of tables, never an expression to evaluate."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from hallbarhet.checklist.entry import Entry, Number, Ref, Text, WholeNumber

AnswerStatus = Literal["vet_inte", "ej_relevant", "obesvarad", "inaktuell"]
FacetValue = Literal["min", "max", "spann"]
Aggregate = Literal["netto", "plus", "minus", "dold"]


class Comparison(Entry):
    """What a value is held against; all bounds that are given must hold."""

    at_least: Number | None = Field(None, alias="min")
    at_most: Number | None = Field(None, alias="max")
    above: Number | None = Field(None, alias="over")
    below: Number | None = Field(None, alias="under")
    equals: Number | Text | None = Field(None, alias="lika")
    one_of: tuple[Number | Text, ...] | None = Field(None, alias="bland")


class ItemAtom(Comparison):
    """The grade, number, choice or status of one answer, or of its facets."""

    item: Ref = Field(alias="punkt")
    status: AnswerStatus | None = None
    facet: Ref | None = Field(None, alias="fasett")
    value: FacetValue | None = Field(None, alias="varde")


class AggregateAtom(Comparison):
    """A number of points over one dimension, theme, tag or Agenda 2030 goal; exactly one of them is named."""

    dimension: Ref | None = None
    theme: Ref | None = Field(None, alias="tema")
    tag: Ref | None = Field(None, alias="tagg")
    goal: Ref | None = Field(None, alias="mal")
    value: Aggregate = Field("netto", alias="varde")


class GapAtom(Comparison):
    """The distance in points between the highest and lowest of some dimensions."""

    gap: Literal["alla"] | tuple[Ref, ...] = Field(alias="spann")


class CaseAtom(Comparison):
    """A field of the case, such as the amount applied for."""

    field: Ref = Field(alias="arende")


class All(Entry):
    """True when every part is; an empty one is true."""

    parts: "tuple[Condition, ...]" = Field(alias="alla")


class AnyOf(Entry):
    """True when at least one part is; an empty one is false."""

    parts: "tuple[Condition, ...]" = Field(alias="minst_en")


class Not(Entry):
    """True when its part is false."""

    part: "Condition" = Field(alias="inte")


class Counted(Entry):
    """How many of the parts are true, held against one or more numbers."""

    of: "tuple[Condition, ...]" = Field(alias="av")
    at_least: WholeNumber | None = Field(None, alias="min", ge=0)
    at_most: WholeNumber | None = Field(None, alias="max", ge=0)
    equals: WholeNumber | None = Field(None, alias="lika", ge=0)


class Count(Entry):
    """A number of parts that are to be true."""

    count: Counted = Field(alias="antal")


_KINDS = {
    "alla": "alla", "minst_en": "minst_en", "inte": "inte", "antal": "antal", "punkt": "punkt",
    "spann": "spann", "arende": "arende", "dimension": "mangd", "tema": "mangd", "tagg": "mangd", "mal": "mangd",
}  # fmt: skip


_KIND_OF: dict[type, str] = {}


def _kind(value: object) -> str | None:
    """Tell the kind of a condition by its first telling key, so that a fault in it is explained as that kind."""
    if isinstance(value, dict):
        return next((kind for key, kind in _KINDS.items() if key in value), None)
    return _KIND_OF.get(type(value))


Atom = ItemAtom | AggregateAtom | GapAtom | CaseAtom
Condition = Annotated[
    Annotated[All, Tag("alla")]
    | Annotated[AnyOf, Tag("minst_en")]
    | Annotated[Not, Tag("inte")]
    | Annotated[Count, Tag("antal")]
    | Annotated[ItemAtom, Tag("punkt")]
    | Annotated[AggregateAtom, Tag("mangd")]
    | Annotated[GapAtom, Tag("spann")]
    | Annotated[CaseAtom, Tag("arende")],
    Discriminator(_kind),
]

_KIND_OF.update({
    All: "alla", AnyOf: "minst_en", Not: "inte", Count: "antal", ItemAtom: "punkt",
    GapAtom: "spann", CaseAtom: "arende", AggregateAtom: "mangd",
})  # fmt: skip

MAX_DEPTH = 6
"""Deeper conditions cannot be read aloud, and nobody can say why they fired."""

MAX_NODES = 200
"""The same, in breadth."""


def parts(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside this one; none for an atom."""
    match condition:
        case All() | AnyOf():
            return condition.parts
        case Not():
            return (condition.part,)
        case Count():
            return condition.count.of
        case _:
            return ()


def nodes(condition: Condition) -> Iterator[Condition]:
    """This condition and every one inside it, outermost first."""
    yield condition
    for part in parts(condition):
        yield from nodes(part)


def atoms(condition: Condition) -> Iterator[Atom]:
    """The atoms of a condition, in written order."""
    return (node for node in nodes(condition) if isinstance(node, ItemAtom | AggregateAtom | GapAtom | CaseAtom))


def depth(condition: Condition) -> int:
    """Levels of nesting; an atom is 1."""
    return 1 + max((depth(part) for part in parts(condition)), default=0)


for _model in (All, AnyOf, Not, Counted, Count):
    _model.model_rebuild()
