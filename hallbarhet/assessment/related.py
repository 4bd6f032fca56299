"""The records that belong with a record: the other reader's, what two readers agreed on, and what went before.

Who has begun something on a case from the list needs only the record's file; the rest is found by id or by case.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hallbarhet.assessment.archive import record_files
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.records import load
from hallbarhet.errors import HallbarhetError

LAST_OF_ID = 8
"""So many characters of the id end a record's file name (see `filenames`)."""


@dataclass(frozen=True)
class Found:
    """A record that belongs with another."""

    path: Path
    assessment: Assessment


@dataclass(frozen=True)
class Family:
    """What there is on one case, seen from one of its records. None where there is nothing that can be read."""

    own: Found
    first: Found | None = None
    second: Found | None = None
    agreed: Found | None = None
    previous: Found | None = None

    @property
    def readers(self) -> tuple[Found, Found] | None:
        """The first and the second reading, when both are finished."""
        if self.first is None or self.second is None:
            return None
        is_draft = "utkast" in {found.assessment.header.status for found in (self.first, self.second)}
        return None if is_draft else (self.first, self.second)

    @property
    def sources(self) -> tuple[Found, ...]:
        """What the record was made from: both readers', or what was expected."""
        role = self.own.assessment.header.role
        found = (self.first, self.second) if role == "gemensam" else (self.previous,)
        return tuple(one for one in found if one is not None)


def family_of(record: Path, archive: Path) -> Family:
    """Everything on the case of a record, at the same stage. Raises what loading the record itself does."""
    own = Found(record, load(record).assessment)
    header = own.assessment.header
    files = tuple(record_files(archive))
    parties = [found for party in header.parties if (found := _with_id(files, party)) is not None]
    around = [own, *parties, *_same_case(own, files)]
    by_role: dict[str, Found] = {}
    for found in around:
        if found.assessment.header.stage == header.stage:
            by_role.setdefault(found.assessment.header.role, found)
    return Family(
        own=own,
        first=by_role.get("forsta"),
        second=by_role.get("andra"),
        agreed=by_role.get("gemensam"),
        previous=_with_id(files, header.previous) if header.previous else None,
    )


def by_id(archive: Path, id_: str) -> Found | None:
    """The record with an id; only files whose name may carry it are read."""
    return _with_id(record_files(archive), id_)


def _with_id(files: Iterable[Path], id_: str) -> Found | None:
    for path in files:
        if path.stem.endswith(id_[-LAST_OF_ID:]) and (found := _read(path)) and found.assessment.header.id == id_:
            return found
    return None


def _same_case(own: Found, files: Iterable[Path]) -> Iterator[Found]:
    """Other records with the same diary number, which begins their file names."""
    diary_number = own.assessment.case.diary_number.strip()
    if not diary_number:
        return
    stem = own.path.stem.rpartition("_")[0]
    for path in files:
        if path != own.path and path.stem.startswith(f"{stem}_"):
            found = _read(path)
            if found is not None and found.assessment.case.diary_number.strip() == diary_number:
                yield found


def _read(path: Path) -> Found | None:
    try:
        return Found(path, load(path).assessment)
    except HallbarhetError:
        return None
