"""Conditions of a checklist as rows of atoms and connectives."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from hallbarhet.checklist.conditions import (
    AggregateAtom,
    All,
    AnyOf,
    Atom,
    CaseAtom,
    Comparison,
    Condition,
    Count,
    GapAtom,
    ItemAtom,
    Not,
    parts,
)
from hallbarhet.scoring.atoms import CaseLeaf, GapLeaf, Group, GroupLeaf, ItemLeaf, Leaf
from hallbarhet.scoring.bounds import Bounds
from hallbarhet.scoring.columns import Cell, Columns
from hallbarhet.scoring.conditions import Conditions
from hallbarhet.scoring.connectives import Node
from hallbarhet.scoring.questions import Questions


@dataclass(frozen=True)
class Lookup:
    """Where every id stands, and the case atoms met so far."""

    questions: Questions
    dimensions: dict[str, int]
    themes: dict[str, int]
    tags: dict[str, int]
    """Tags that a condition or a conflict rule asks for."""
    goals: dict[str, int]
    strategy_goals: dict[str, int]
    numbers: dict[int, int]
    choices: dict[tuple[int, str], int]
    cells: tuple[Cell, ...]
    case: list[CaseLeaf] = field(default_factory=list)
    """Grows as conditions are compiled."""


def compile_conditions(conditions: Iterable[Condition], lookup: Lookup) -> Conditions:
    """Some conditions as one set of rows; each gives a root, in order."""
    leaves: list[Leaf] = []
    trees: list[_Tree] = [_tree(condition, leaves, lookup) for condition in conditions]
    nodes: list[Node] = []
    roots = tuple(_laid_out(tree, nodes, len(leaves)) for tree in trees)
    return Conditions(lookup.questions, tuple(leaves), tuple(nodes), roots, tuple(tuple(_under(t)) for t in trees))


@dataclass(frozen=True)
class _Tree:
    """A condition whose atoms have rows and whose connectives have not."""

    leaf: int | None = None
    node: Node | None = None
    children: "tuple[_Tree, ...]" = ()


def _tree(condition: Condition, leaves: list[Leaf], lookup: Lookup) -> _Tree:
    children = tuple(_tree(part, leaves, lookup) for part in parts(condition))
    match condition:
        case All():
            return _Tree(node=Node("alla", ()), children=children)
        case AnyOf():
            return _Tree(node=Node("minst_en", ()), children=children)
        case Not():
            return _Tree(node=Node("inte", ()), children=children)
        case Count():
            asked = condition.count
            equals = None if asked.equals is None else (float(asked.equals),)
            bounds = Bounds(at_least=asked.at_least, at_most=asked.at_most, numbers=equals)
            return _Tree(node=Node("antal", (), bounds), children=children)
        case _:
            leaves.append(_leaf(condition, lookup))
            return _Tree(leaf=len(leaves) - 1)


def _laid_out(tree: _Tree, nodes: list[Node], first: int) -> int:
    """The row of a condition; its connectives are laid out after their parts."""
    if tree.node is None:
        return tree.leaf or 0
    rows = tuple(_laid_out(child, nodes, first) for child in tree.children)
    nodes.append(Node(tree.node.kind, rows, tree.node.bounds))
    return first + len(nodes) - 1


def _under(tree: _Tree) -> Iterable[int]:
    if tree.leaf is not None:
        yield tree.leaf
    for child in tree.children:
        yield from _under(child)


def _leaf(atom: Atom, lookup: Lookup) -> Leaf:
    bounds = _bounds(atom)
    match atom:
        case ItemAtom():
            return _item_leaf(atom, bounds, lookup)
        case GapAtom():
            named = lookup.dimensions if atom.gap == "alla" else atom.gap
            places = tuple(lookup.dimensions[dimension] for dimension in named)
            count = len(lookup.dimensions)
            pairs = tuple(first * count + second for first in places for second in places if first != second)
            return GapLeaf(places, bounds, pairs or (count * count,))
        case CaseAtom():
            leaf = CaseLeaf(atom.field, len(lookup.case), bounds)
            lookup.case.append(leaf)
            return leaf
        case AggregateAtom():
            group, place = _group(atom, lookup)
            before = {"tema": 0, "dimension": len(lookup.themes), "tagg": len(lookup.themes) + len(lookup.dimensions)}
            return GroupLeaf(group, place, atom.value, bounds, before[group] + place if group in before else -1)


def _item_leaf(atom: ItemAtom, bounds: Bounds, lookup: Lookup) -> ItemLeaf:
    item = lookup.questions.index[atom.item]
    if atom.facet is not None:
        cells = tuple(n for n, cell in enumerate(lookup.cells) if (cell.item, cell.facet) == (item, atom.facet))
        return ItemLeaf(item, bounds, atom.status, cells=cells, measure=atom.value or "spann")
    choices = tuple((column, alternative) for (owner, alternative), column in lookup.choices.items() if owner == item)
    return ItemLeaf(item, bounds, atom.status, lookup.numbers.get(item), choices)


def _group(atom: AggregateAtom, lookup: Lookup) -> tuple[Group, int]:
    if atom.dimension is not None:
        return "dimension", lookup.dimensions[atom.dimension]
    if atom.theme is not None:
        return "tema", lookup.themes[atom.theme]
    if atom.tag is not None:
        return "tagg", lookup.tags[atom.tag]
    goal = atom.goal or ""
    if goal in lookup.strategy_goals:
        return "strategimal", lookup.strategy_goals[goal]
    return "mal", lookup.goals[goal]


def _bounds(atom: Comparison) -> Bounds:
    listed: list[float | str] | None = None
    if atom.equals is not None:
        listed = [atom.equals]
    if atom.one_of is not None:
        listed = [value for value in atom.one_of if listed is None or value in listed]
    return Bounds(
        at_least=atom.at_least,
        at_most=atom.at_most,
        above=atom.above,
        below=atom.below,
        numbers=None if listed is None else tuple(float(value) for value in listed if not isinstance(value, str)),
        words=None if listed is None else tuple(value for value in listed if isinstance(value, str)),
    )


def compile_columns(lookup: Lookup) -> Columns:
    """The columns that answers have beside their codes."""
    return Columns(tuple(lookup.numbers), tuple(lookup.choices), lookup.cells, tuple(lookup.case))
