"""Finding the checklists of the records as they turn up, and making them ready for the workers."""

import os
import pickle
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from hallbarhet.assessment.model import ChecklistReference
from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.kit import NO_CHECKLIST, OTHER_CHECKLIST, Kit, Reference
from hallbarhet.batch.pairing import concerns, first_misplaced, pair_of
from hallbarhet.batch.pairs import Side
from hallbarhet.checklist.copies import FOLDER, archive_of, copies_of
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.errors import UsageError


class Outfitter:
    """What is known so far of the checklists of a run, as a kit for the workers. Stays in the process that began it."""

    def __init__(self, roots: Iterable[str], chosen: str | None, alternatives: Sequence[Alternative]) -> None:
        """Raises NotFoundError or FaultyFileError for `chosen`, and UsageError for an alternative that does not fit."""
        self._archives = archives_in(roots)
        self._libraries = [Library(archive) for archive in self._archives] or [Library()]
        self._new = self._libraries[0].find(chosen) if chosen else None
        target = f"{self._new.header.id} {self._new.header.version}" if self._new else ""
        if self._new is not None and (wrong := first_misplaced(self._new, alternatives)) is not None:
            raise UsageError(wrong.sentence)
        self.kit = Kit(alternatives=tuple(alternatives), target=target)
        self._run = uuid4().hex
        self._made: tuple[str, bytes] | None = None
        self._seen: list[Checklist] = []
        self.met: list[Reference] = []
        """Every checklist that was asked for, in order."""

    @property
    def target(self) -> dict[str, str] | None:
        """The new checklist as a record would point to it; None where each record is counted under its own."""
        if self._new is None:
            return None
        header = self._new.header
        return {"id": header.id, "version": header.version, "fingeravtryck": self._new.fingerprint}

    @property
    def fingerprint(self) -> str:
        """Of the new checklist; empty where each record is counted under its own."""
        return "" if self._new is None else self._new.fingerprint

    @property
    def has_namesake(self) -> bool:
        """Whether some records were made with a checklist of the new one's id and version, but with other content."""
        if self._new is None:
            return False
        name = self._new.header.id, self._new.header.version
        return any(used[:2] == name and used[2] != self._new.fingerprint for used in self.met)

    def packed(self) -> tuple[str, bytes]:
        """The kit as it is sent, and what tells it from others."""
        if self._made is None:
            kit = self.kit
            size = len(kit.pairs) + len(kit.missing) + len(kit.left_out)
            self._made = f"{self._run}-{size}", pickle.dumps(kit)
        return self._made

    def add(self, wanted: Iterable[Reference]) -> None:
        """Make the kit know some checklists. Raises FaultyFileError where questions are shown in a ring."""
        for used in wanted:
            if not self.kit.knows(used):
                self._add(used)
                self.met.append(used)
        self._made = None

    def check(self) -> None:
        """Raise UsageError where an alternative fits none of the checklists found so far."""
        for place, alternative in enumerate(self.kit.alternatives):
            sides = [pair.sides[place] for pair in (*self.kit.pairs.values(), *self.kit.unknown.values())]
            if not sides or any(isinstance(side, Side) for side in sides):
                continue
            wrong = next(found for one in self._seen if (found := first_misplaced(one, [alternative])) is not None)
            raise UsageError(wrong.sentence)

    def _add(self, used: Reference) -> None:
        kit = self.kit
        reference = ChecklistReference(id=used[0], version=used[1], fingerprint=used[2])
        old = self._kept(reference)
        new = self._new or old
        if new is None:
            self.kit = replace(kit, left_out={**kit.left_out, used: NO_CHECKLIST})
            return
        if not concerns(reference, new):
            self.kit = replace(kit, left_out={**kit.left_out, used: OTHER_CHECKLIST})
            return
        self._seen.append(new)
        if old is None and used[:2] in kit.unknown:
            self.kit = replace(kit, missing=kit.missing | {used[2]})
            return
        pair = pair_of(old, reference, new, kit.alternatives)
        kit = replace(kit, models={**kit.models, pair.fingerprint: pickle.dumps((old, new))})
        if old is None:
            self.kit = replace(kit, unknown={**kit.unknown, used[:2]: pair}, missing=kit.missing | {used[2]})
        else:
            self.kit = replace(kit, pairs={**kit.pairs, pair.fingerprint: pair})

    def _kept(self, reference: ChecklistReference) -> Checklist | None:
        """The checklist to the letter: from an archive that has a copy, or from wherever checklists lie."""
        if self._new is not None and self._new.fingerprint == reference.fingerprint:
            return self._new
        archives = [one for one in self._libraries if one.archive is not None and copies_of(reference, one.archive)]
        for library in (*archives, self._libraries[0]):
            found = library.with_fingerprint(reference.fingerprint, reference.id)
            if found is not None and found.fingerprint == reference.fingerprint:  # a torn one begins many others
                return found
        return None


def archives_in(roots: Iterable[str]) -> list[Path]:
    """The archives that some files and folders lie in, and those inside them, in stable order."""
    found: dict[Path, None] = {}
    for root in sorted(set(roots)):
        path = Path(root)
        around = archive_of(path / FOLDER if path.is_dir() else path)
        found.setdefault(around.resolve())
        if path.is_dir():
            inner = [Path(folder) for folder, inside, _ in os.walk(path) if FOLDER in inside]
            found.update(dict.fromkeys(sorted(folder.resolve() for folder in inner)))
    return list(found)
