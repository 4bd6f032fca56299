"""From wanted conflicts to the arrays that detectors run on."""

import numpy as np

from hallbarhet.scoring.codes import Bools, Codes, Floats, Places, from_
from hallbarhet.scoring.columns import Cell
from hallbarhet.scoring.compiling.conflicts import Subject, SubjectKind, Wanted
from hallbarhet.scoring.detectors import (
    Detectors,
    Drags,
    Frees,
    Gaps,
    Limits,
    Masks,
    Pairs,
    Pulls,
    Splits,
    Tensions,
)
from hallbarhet.scoring.goals import Matrix
from hallbarhet.scoring.groups import slots

_Owned = list[tuple[int, Subject]]
"""Subjects with the conflict they belong to."""


def compile_detectors(
    wanted: tuple[Wanted, ...],
    limits: Limits,
    *,
    dimensions: int,
    cells: tuple[Cell, ...],
    matrix: Matrix | None,
    members: list[set[int]],
) -> Detectors:
    """The detectors of a plan.

    `members` are the scored questions of every theme, dimension and tag; what two of them share is added to it when two
    masked detectors may see the same answers.
    """
    of = _by_kind(wanted)
    return Detectors(
        possible=tuple(entry.possible for entry in wanted),
        limits=limits,
        pairs=Pairs(
            *_owned(of["par"]),
            _places(of["par"], 0),
            _places(of["par"], 1),
            _thresholds(of["par"], 0),
            _thresholds(of["par"], 1),
        ),
        masks=Masks(*_owned(of["dold"]), _places(of["dold"], 0), _thresholds(of["dold"]), _same(of["dold"], members)),
        gaps=Gaps(
            *_owned(of["spann"]),
            slots([_ordered_pairs(subject.places, dimensions) for _, subject in of["spann"]], dimensions**2),
            slots([list(subject.places) for _, subject in of["spann"]], dimensions),
            _thresholds(of["spann"]),
        ),
        splits=_splits(of["fasett"], cells),
        tensions=Tensions(
            *_owned(of["strategi"]),
            _places(of["strategi"], 0),
            _places(of["strategi"], 1),
            _thresholds(of["strategi"]),
        ),
        pulls=Pulls(*_owned(of["matris"]), _places(of["matris"], 0), _influence(of["matris"], matrix)),
        drags=Drags(*_owned(of["indirekt"]), _places(of["indirekt"], 0)),
        frees=Frees(
            *_owned(of["villkor"]),
            _places(of["villkor"], 0),
            np.array([subject.strength for _, subject in of["villkor"]], dtype=np.float64),
        ),
        merges=_merges(wanted),
    )


def _by_kind(wanted: tuple[Wanted, ...]) -> dict[SubjectKind, _Owned]:
    kinds: tuple[SubjectKind, ...] = ("par", "spann", "dold", "fasett", "strategi", "matris", "indirekt", "villkor")
    of: dict[SubjectKind, _Owned] = {kind: [] for kind in kinds}
    for owner, entry in enumerate(wanted):
        for subject in entry.subjects:
            of[subject.kind].append((owner, subject))
    return of


def _owned(subjects: _Owned) -> tuple[Places, Codes, Codes]:
    return (
        np.array([owner for owner, _ in subjects], dtype=np.intp),
        np.array([subject.irreversible for _, subject in subjects], dtype=np.int8),
        np.array([subject.protected for _, subject in subjects], dtype=np.int8),
    )


def _places(subjects: _Owned, place: int) -> Places:
    return np.array([subject.places[place] for _, subject in subjects], dtype=np.intp)


def _thresholds(subjects: _Owned, place: int = 0) -> Floats:
    """What values must reach, as a column."""
    given = np.array([subject.thresholds[place] for _, subject in subjects], dtype=np.float64)
    reached: Floats = from_(given)[:, None]
    return reached


def _ordered_pairs(places: tuple[int, ...], dimensions: int) -> list[int]:
    return [first * dimensions + second for first in places for second in places if first != second]


def _same(subjects: _Owned, members: list[set[int]]) -> Places:
    """Masked detectors of different conflicts whose groups share two questions or more, with the group they share."""
    found = []
    for second, (owner, subject) in enumerate(subjects):
        for first, (earlier, other) in enumerate(subjects[:second]):
            shared = members[other.places[0]] & members[subject.places[0]]
            if owner == earlier or len(shared) < 2:  # noqa: PLR2004  (plus and minus take two questions)
                continue
            if shared not in members:
                members.append(shared)
            found.append((first, second, members.index(shared)))
    return np.array(found, dtype=np.intp).reshape(len(found), 3).T


def _splits(subjects: _Owned, cells: tuple[Cell, ...]) -> Splits:
    groups = [
        [place for place, cell in enumerate(cells) if (cell.item, cell.facet) == (subject.places[0], subject.facet)]
        for _, subject in subjects
    ]
    is_long_term: Bools = np.array([*(cell.is_long_term for cell in cells), False], dtype=np.bool_)
    return Splits(
        *_owned(subjects),
        slots(groups, len(cells)),
        np.array([cell.item for cell in cells], dtype=np.intp),
        is_long_term,
        _thresholds(subjects),
    )


def _influence(subjects: _Owned, matrix: Matrix | None) -> Floats:
    if matrix is None:
        return np.zeros(0)
    return np.array([abs(float(matrix.influence[subject.places])) / 3 for _, subject in subjects], dtype=np.float64)


def _merges(wanted: tuple[Wanted, ...]) -> Places:
    """Conflicts that are one when both are found: on the same questions, or on the same goals in the same way."""
    keys = [_key(entry) for entry in wanted]
    found = [
        (first, second)
        for second, key in enumerate(keys)
        for first in range(second)
        if key is not None and keys[first] == key and not _both_facets(wanted[first], wanted[second])
    ]
    return np.array(found, dtype=np.intp).reshape(len(found), 2).T


def _key(entry: Wanted) -> tuple[str, frozenset[int]] | None:
    kinds = {subject.kind for subject in entry.subjects}
    if entry.about:
        return "punkter", frozenset(entry.about)
    if kinds in ({"strategi"}, {"matris"}):
        return kinds.pop(), frozenset(place for subject in entry.subjects for place in subject.places)
    return None


def _both_facets(first: Wanted, second: Wanted) -> bool:
    """Two facets of one question are two conflicts: women and men are not town and country."""
    return first.possible.facet != second.possible.facet and bool(first.possible.facet and second.possible.facet)
