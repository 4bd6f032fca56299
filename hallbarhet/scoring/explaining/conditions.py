"""Why a condition came out as it did: the tree as it was written, with the truth of every part."""

from collections.abc import Iterator

import numpy as np

from hallbarhet.scoring.atoms import RANGE_OF, CaseLeaf, GapLeaf, GroupLeaf, ItemLeaf, Leaf
from hallbarhet.scoring.bounds import Bounds
from hallbarhet.scoring.codes import FALSE, MAYBE, TRUE, UNANSWERED
from hallbarhet.scoring.connectives import Node
from hallbarhet.scoring.explaining.subject import TRIGGERED, Subject
from hallbarhet.scoring.explanation import AtomPart, GatePart, Limits, Trace, Truth
from hallbarhet.scoring.outcome import Outcome

_TRUTHS: dict[int, Truth] = {FALSE: "falskt", MAYBE: "beror", TRUE: "sant"}


def gate_parts(subject: Subject, outcome: Outcome) -> tuple[GatePart, ...]:
    """Every gate with its condition."""
    gates = subject.plan.gates
    return tuple(
        GatePart(
            id=told.id,
            effect=effect,
            triggered=TRIGGERED[int(subject.evaluation.gates.triggered[0, place])],
            decision=told.decision,
            is_settled=told.is_settled,
            condition=trace(subject, root) if root >= 0 else None,
            unanswered=() if root >= 0 else tuple(_waits_for(subject, place)),
        )
        for place, (told, effect, root) in enumerate(zip(outcome.gates, gates.effects, gates.roots, strict=True))
    )


def _waits_for(subject: Subject, gate: int) -> Iterator[str]:
    for item in subject.plan.gates.required[gate].tolist():
        if subject.state(item) in ("obesvarad", "ny_fraga", "ej_mappbar"):
            yield subject.plan.questions.ids[item]


def trace(subject: Subject, root: int) -> Trace:
    """The condition whose row is `root`, with what decided it."""
    return _trace(subject, root, decides=True)


def _trace(subject: Subject, row: int, *, decides: bool) -> Trace:
    conditions = subject.plan.conditions
    truth = _truth(subject, row)
    if row < len(conditions.leaves):
        leaf = conditions.leaves[row]
        return Trace("led", _TRUTHS[truth], decides, atom=_atom(subject, leaf))
    node = conditions.nodes[row - len(conditions.leaves)]
    return Trace(
        kind=node.kind,
        truth=_TRUTHS[truth],
        decides=decides,
        count=_limits(node.bounds) if node.bounds is not None else None,
        parts=tuple(
            _trace(subject, part, decides=decides and _part_decides(node, truth, _truth(subject, part)))
            for part in node.parts
        ),
    )


def _truth(subject: Subject, row: int) -> int:
    return int(subject.evaluation.truths[0, row])


def _part_decides(node: Node, whole: int, part: int) -> bool:
    """Whether a part made its connective what it is: one false an all, one true a some, the open ones what is open."""
    if node.kind == "antal" and whole != MAYBE:
        return True
    return node.kind == "inte" or part == whole


def _atom(subject: Subject, leaf: Leaf) -> AtomPart:
    match leaf:
        case ItemLeaf():
            return _item_atom(subject, leaf)
        case CaseLeaf():
            return AtomPart("arende", (leaf.field,), None, None, _limits(leaf.bounds), None, None, None)
        case GapLeaf():
            ids = tuple(subject.plan.dimensions[place] for place in leaf.dimensions)
            return AtomPart("spann", ids, None, None, _limits(leaf.bounds), None, *_range(subject, leaf))
        case GroupLeaf():
            names = {
                "dimension": subject.plan.dimensions,
                "tema": subject.plan.themes,
                "tagg": subject.plan.tags,
                "mal": subject.plan.agenda.goals,
                "strategimal": subject.plan.strategy.goals,
            }[leaf.group]
            ids = (names[leaf.place],)
            return AtomPart(leaf.group, ids, leaf.measure, None, _limits(leaf.bounds), None, *_range(subject, leaf))


def _range(subject: Subject, leaf: GroupLeaf | GapLeaf) -> tuple[float | None, float | None]:
    facts = subject.evaluation.facts
    if isinstance(leaf, GroupLeaf) and leaf.is_mean:
        means, is_live = facts.means(np.array(RANGE_OF[leaf.measure]), np.array([leaf.line]))
        low, high = means
    else:
        low, high, is_live = facts.range(leaf)
    return (float(low[0]), float(high[0])) if is_live[0] else (None, None)


def _item_atom(subject: Subject, leaf: ItemLeaf) -> AtomPart:
    plan, answers = subject.plan, subject.evaluation.answers
    item, state = plan.questions.ids[leaf.item], subject.state(leaf.item)
    limits = _limits(leaf.bounds)
    if leaf.measure is not None:
        facet = plan.columns.cells[leaf.cells[0]].facet if leaf.cells else ""
        found = _facet_found(subject, leaf)
        return AtomPart("fasett", (item, facet), leaf.measure, leaf.status, limits, state, found, found)
    if leaf.number is not None:
        number = float(answers.numbers[0, leaf.number]) if state == "besvarad" else None
        return AtomPart("punkt", (item,), None, leaf.status, limits, state, number, number)
    if leaf.choices:
        chosen = tuple(name for column, name in leaf.choices if state == "besvarad" and answers.choices[0, column])
        return AtomPart("punkt", (item,), None, leaf.status, limits, state, None, None, chosen)
    grades, grade = plan.questions.grades[leaf.item], subject.grade(leaf.item)
    is_open = bool(grades) and plan.questions.is_unknown[leaf.item, subject.code(leaf.item)]
    low, high = (grades[0], grades[-1]) if is_open else (grade, grade)
    return AtomPart("punkt", (item,), None, leaf.status, limits, state, low, high)


def _facet_found(subject: Subject, leaf: ItemLeaf) -> float | None:
    codes = subject.evaluation.answers.facets[0, list(leaf.cells)].tolist()
    grades = [subject.plan.questions.grades[leaf.item][code] for code in codes if code < UNANSWERED]
    if not grades or subject.state(leaf.item) != "besvarad":
        return None
    found: dict[str, float] = {"min": min(grades), "max": max(grades), "spann": max(grades) - min(grades)}
    return found[leaf.measure or "spann"]


def _limits(bounds: Bounds) -> Limits:
    listed: tuple[float | str, ...] | None = None
    if bounds.numbers is not None or bounds.words is not None:
        listed = (*(bounds.numbers or ()), *(bounds.words or ()))
    return Limits(bounds.at_least, bounds.at_most, bounds.above, bounds.below, listed)
