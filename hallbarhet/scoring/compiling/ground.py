"""What conflicts are made of: questions, groups, goals and how they hang together."""

from dataclasses import dataclass

from hallbarhet.checklist.conditions import AggregateAtom, Condition, GapAtom, ItemAtom, atoms
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.goals import Links, Matrix
from hallbarhet.scoring.questions import Questions

GroupName = tuple[str, str]
"""`("tema", id)`, `("dimension", id)` or `("tagg", id)`."""


@dataclass(frozen=True)
class Ground:
    """Everything a conflict may be about."""

    checklist: Checklist
    questions: Questions
    groups: dict[GroupName, tuple[int, tuple[int, ...]]]
    """Position and scored questions of every theme, dimension and tag that is asked for."""
    agenda: Links
    strategy: Links
    influences: Links
    """The goals of the matrix: one of the two above."""
    matrix: Matrix | None
    roots: dict[str, int]
    """Row of each free condition, by rule id."""


def named_items(condition: Condition, ground: Ground) -> tuple[int, ...]:
    """The questions a condition names, in walking order."""
    index = ground.questions.index
    return tuple(sorted({index[atom.item] for atom in atoms(condition) if isinstance(atom, ItemAtom)}))


def asked_items(condition: Condition, ground: Ground) -> set[int]:
    """The questions a condition hangs on: those it names, and those behind the points it asks for."""
    found = {*named_items(condition, ground)}
    for atom in atoms(condition):
        match atom:
            case AggregateAtom(goal=str() as goal):
                for links in (ground.strategy, ground.agenda):
                    if goal in links.goals:
                        found |= {*linked_items(links, (links.goals.index(goal),))}
            case AggregateAtom():
                name = next(
                    (kind, id_)
                    for kind, id_ in (("dimension", atom.dimension), ("tema", atom.theme), ("tagg", atom.tag))
                    if id_ is not None
                )
                found |= {*ground.groups[name][1]}
            case GapAtom():
                names = [dimension.id for dimension in ground.checklist.dimensions]
                found |= {*scored(ground, tuple(names.index(d) for d in (names if atom.gap == "alla" else atom.gap)))}
            case _:
                pass
    return found


def linked_items(links: Links, goals: tuple[int, ...]) -> tuple[int, ...]:
    """Questions that speak of some goals, in walking order."""
    return tuple(sorted({int(i) for i, g in zip(links.items, links.of_goal, strict=True) if int(g) in goals}))


def scored(ground: Ground, dimensions: tuple[int, ...]) -> tuple[int, ...]:
    """The scored questions of some dimensions, in walking order."""
    names = [dimension.id for dimension in ground.checklist.dimensions]
    return tuple(sorted({item for place in dimensions for item in ground.groups["dimension", names[place]][1]}))


def is_protected(ground: Ground, items: tuple[int, ...]) -> bool:
    """Whether any of these questions has a protected tag."""
    protected = {tag.id for tag in ground.checklist.tags if tag.protected}
    return any(not protected.isdisjoint(ground.checklist.items[item].tags) for item in items)


def is_sensitive(ground: Ground, goal: str) -> bool:
    """Whether the region has marked a goal as sensitive."""
    return any(note.id == goal and note.sensitive for note in ground.checklist.goal_notes)
