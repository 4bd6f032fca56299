"""What a checklist has to mean, beyond its keys and values: faults, and advice for its owner."""

from collections.abc import Iterable, Iterator

from hallbarhet.checklist.checks import advice as advising
from hallbarhet.checklist.checks import (
    conditions,
    conflicts,
    examples,
    gates,
    goals,
    levels,
    mappings,
    names,
    questions,
    scales,
    shown,
    weights,
)
from hallbarhet.checklist.checks.context import Context
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.problems import Finding

_ROOMS = (names, scales, weights, questions, conditions, shown, gates, conflicts, levels, goals, mappings, examples)


def check(
    checklist: Checklist, laid_aside: frozenset[str] = frozenset(), nameless: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Everything that does not add up. Names that were laid aside count as known, and so do all of a nameless kind."""
    context = Context(checklist, laid_aside, nameless)
    for room in _ROOMS:
        yield from room.findings(context)


def hints(checklist: Checklist, support_forms: Iterable[str] | None = None) -> Iterator[Finding]:
    """What works but may not be meant, for the one who owns the checklist."""
    yield from advising.findings(Context(checklist), support_forms)
