"""From a checklist file, and what it builds on, to a `Checklist`; or to every fault in it at once."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallbarhet.checklist import kinds
from hallbarhet.checklist.bases import Assembly, assembled
from hallbarhet.checklist.checks import check, hints
from hallbarhet.checklist.layers import Layers
from hallbarhet.checklist.model import FORMAT, Checklist
from hallbarhet.checklist.problems import Finding, Problem, faults, in_file_order
from hallbarhet.checklist.salvage import salvaged
from hallbarhet.checklist.shape import MAX_FAULTS, parsed
from hallbarhet.checklist.toml import Document, load, parse
from hallbarhet.checklist.writing import text_of
from hallbarhet.errors import FaultyFileError, NotFoundError
from hallbarhet.texts import checklist as texts
from hallbarhet.texts.problems import first_of_many

WHOLE_ONLY = frozenset({kinds.NO_WEIGHT, kinds.GOAL_GROUPS, kinds.LEVEL_BOTTOM})
"""Faults that may only follow from an entry that was laid aside because of another fault."""

OF_ABSENCE = WHOLE_ONLY | {
    kinds.MISSING, kinds.NO_SCALE, kinds.NO_ALTERNATIVES, kinds.NO_COMPARISON, kinds.POINTS_INCOMPLETE,
    kinds.GATE_WITHOUT_CONDITION, kinds.GATE_WITHOUT_DOCUMENTS, kinds.CONFLICT_INCOMPLETE,
    kinds.SILENCED_WITHOUT_REASON, kinds.LEVEL_THRESHOLDS, kinds.EXPONENT, kinds.MAPPING_INCOMPLETE,
    kinds.OVERLAY_NAMELESS, kinds.OVERLAY_DROP, kinds.OVERLAY_DROP_REASON,
}  # fmt: skip
"""Faults of something that is not there: untold where lines could not be read, since it may have stood on one."""


@dataclass(frozen=True)
class Reading:
    """A checklist as it was read: there is one exactly when no problem is a fault."""

    checklist: Checklist | None
    problems: list[Problem]
    layers: Layers | None = None
    """The merged data with where each piece of it was written; None where nothing could be put together."""


def read_checklist(
    path: str | os.PathLike[str],
    *,
    folders: Iterable[Path] = (),
    support_forms: Iterable[str] | None = None,
) -> tuple[Checklist | None, list[Problem]]:
    """The checklist of a file, merged, and everything there is to say about it in file order.

    `folders` are where bases are looked for, after the file's own folder. With `support_forms` a checklist that names
    another one is told of. There is a checklist exactly when no problem is a fault.
    """
    reading = read_with_origins(path, folders=folders, support_forms=support_forms)
    return reading.checklist, reading.problems


def read_with_origins(
    path: str | os.PathLike[str],
    *,
    folders: Iterable[Path] = (),
    support_forms: Iterable[str] | None = None,
) -> Reading:
    """The same, and where each field came from: `reading.layers.spot(("skala", 0, "neutral"))`."""
    document, problems = load(path, fold_keys=True)
    return _read(document, problems, tuple(folders), support_forms)


def read_checklist_bytes(
    raw: bytes, file: str, *, folders: Iterable[Path] = (), support_forms: Iterable[str] | None = None
) -> tuple[Checklist | None, list[Problem]]:
    """The same, of bytes that may never have been a file; `file` is what to call them."""
    document, problems = parse(raw, file, fold_keys=True)
    reading = _read(document, problems, tuple(folders), support_forms)
    return reading.checklist, reading.problems


def load_checklist(path: str | os.PathLike[str], *, folders: Iterable[Path] = ()) -> Checklist:
    """The checklist of a file that is to be used, without advice about it.

    Raises NotFoundError or FaultyFileError, whose sentence is the first fault and how many more there are.
    """
    document, problems = load(path, fold_keys=True)
    checklist: Checklist | None = None
    if document is not None and not faults(problems):
        found = assembled(document, tuple(folders))
        if isinstance(found, Assembly):
            checklist, findings = _checked(found)
            told = (owner.problem(finding) for owner, finding in found.told if finding.kind.severity == "fel")
            wrong_in_it = (finding for finding in findings if finding.kind.severity == "fel")
            problems = [*told, *(found.layers.problem(finding) for finding in wrong_in_it)]
        else:
            problems = found
    wrong = faults(in_file_order(problems))
    if checklist is not None and not wrong:
        return checklist
    sentence = first_of_many(wrong[0].sentence, len(wrong) - 1)
    raise (NotFoundError if wrong[0].code == kinds.NOT_FOUND.code else FaultyFileError)(sentence)


def dump_checklist(checklist: Checklist) -> str:
    """The merged checklist as TOML text that gives the same fingerprint again."""
    return text_of(checklist.model_dump(by_alias=True, exclude_unset=True))


def _read(
    document: Document | None,
    problems: list[Problem],
    folders: Sequence[Path],
    support_forms: Iterable[str] | None,
) -> Reading:
    if document is None:
        return Reading(None, problems)
    found = assembled(document, folders)
    if not isinstance(found, Assembly):
        return Reading(None, in_file_order([*problems, *found]))
    checklist, findings = _checked(found)
    untold = OF_ABSENCE if document.has_lost_lines else frozenset()
    told = [owner.problem(finding) for owner, finding in found.told if finding.kind not in untold]
    if checklist is not None and not any(finding.kind.severity == "fel" for finding in findings) and not untold:
        findings = [*findings, *hints(checklist, support_forms)]
    more = (found.layers.problem(finding) for finding in findings if finding.kind not in untold)
    problems = in_file_order([*problems, *told, *more])
    return Reading(None if faults(problems) else checklist, problems, found.layers)


def _checked(found: Assembly) -> tuple[Checklist | None, list[Finding]]:
    """The checklist and its faults. Where some of it has the wrong shape, the rest is checked all the same."""
    data = found.layers.data
    if wrong := _format(data):
        return None, [wrong]
    checklist, shapes = parsed(Checklist, data)
    if checklist is not None:
        return checklist, list(check(checklist))
    # with so many faults the rest is not worth the time it takes to pick it out
    left = salvaged(data, shapes) if len(shapes) <= MAX_FAULTS else None
    if left is None:
        return None, shapes
    more = left.tell(check(left.checklist, left.names, left.nameless))
    return None, [*shapes, *(finding for finding in more if finding.kind not in WHOLE_ONLY)]


def _format(data: dict[str, Any]) -> Finding | None:
    """What is wrong with the format number, if another one is given: then nothing else can be relied on."""
    number = data.get("format", FORMAT)
    if type(number) is int and number == FORMAT:
        return None
    if type(number) is int and number > FORMAT:
        return Finding(kinds.FORMAT, ("format",), texts.newer_format(number, FORMAT))
    return Finding(kinds.FORMAT, ("format",), texts.other_format(FORMAT))
