"""The checklists at hand: listed, found, picked by support form and kept in the archive."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

from hallbarhet import resources, settings
from hallbarhet.checklist.freezing import digits_of, freeze, read_copy
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.nearest import nearest
from hallbarhet.checklist.reading import load_checklist
from hallbarhet.checklist.shelf import FROZEN, Row, matches, newest, rows
from hallbarhet.errors import HallbarhetError, NotFoundError, NotSavedError
from hallbarhet.texts import library as texts
from hallbarhet.texts.problems import did_you_mean

FEWEST_DIGITS = 6
"""So many digits of a fingerprint are enough to ask for a checklist by it."""


class Reference(Protocol):
    """What a record says about its checklist."""

    @property
    def id(self) -> str:
        """The checklist's id."""

    @property
    def version(self) -> str:
        """Its version."""

    @property
    def fingerprint(self) -> str:
        """What it said, to the letter."""


class Library:
    """The checklists of one archive, one person and the product. What was found by fingerprint is remembered."""

    def __init__(self, archive: Path | None = None, *, folder: Path | None = None) -> None:
        """`folder` is looked in before anything else."""
        self.archive = archive
        self._folder = folder
        self._remembered: dict[str, Checklist | None] = {}
        self._kept: dict[str, Path] = {}

    @cached_property
    def settings(self) -> settings.Settings:
        """The choices of the archive and the person."""
        return settings.load(self.archive)

    @cached_property
    def shelves(self) -> tuple[resources.Shelf, ...]:
        """Where checklists lie, nearest first."""
        chosen = self.settings.folder(self.settings.checklists, self.archive or settings.user_folder())
        user = settings.user_folder()
        near = resources.shelves("checklists", option=self._folder, archive=self.archive, user=user)
        if chosen is None or not chosen.is_dir():
            return near
        first = [shelf for shelf in near if shelf.origin == "val"]
        return (*first, resources.Shelf("val", chosen), *(shelf for shelf in near if shelf not in first))

    @property
    def folders(self) -> tuple[Path, ...]:
        """The same as folders, for whoever looks for the base of an overlay."""
        return tuple(shelf.folder for shelf in self.shelves)

    def rows(self) -> tuple[Row, ...]:
        """Every checklist file there is, the archive's own copies too, nearest first."""
        found = tuple(rows(self.folders))
        return tuple(_completed(row, found) for row in found)

    def choices(self, support_form: str | None = None) -> tuple[Row, ...]:
        """What a new assessment may be made with: the newest of each, the support form's own choice first."""
        by_id: dict[str, list[Row]] = {}
        for row in self.rows():
            by_id.setdefault(row.id, []).append(row)
        latest = [top for found in by_id.values() if (top := newest(_unfrozen(found))) is not None]
        if support_form:
            latest = [row for row in latest if not row.support_forms or support_form in row.support_forms]
        wanted = self.settings.defaults.get(support_form or "", "").partition("@")[0]
        # one made for this support form comes before one made for all
        return tuple(sorted(latest, key=lambda row: (row.id != wanted, not row.support_forms)))

    def for_support_form(self, support_form: str) -> Checklist | None:
        """The checklist to start with for a support form: the one in the settings, or the first that fits."""
        if chosen := self.settings.defaults.get(support_form):
            return self.find(chosen)
        fitting = self.choices(support_form)
        return self.load(fitting[0].path) if fitting else None

    def load(self, path: Path) -> Checklist:
        """The checklist of a file; an archive's copy is read once. Raises FaultyFileError or NotFoundError."""
        return read_copy(path) if FROZEN.fullmatch(path.name) else load_checklist(path, folders=self.folders)

    def find(self, name: str) -> Checklist:
        """The checklist of an id, an id@version, a file or a fingerprint.

        Raises NotFoundError when there is none, FaultyFileError when it is not right.
        """
        return self._by_beginning(name) if _is_fingerprint(name) else self.load(self.path_of(name))

    def path_of(self, name: str) -> Path:
        """The file of an id, an id@version, or the file itself. Raises NotFoundError when no checklist has the id."""
        path = Path(name)
        if name.endswith(".toml") or path.parent != Path() or path.is_file():
            return path
        wanted, _, version = name.partition("@")
        everything = self.rows()
        named = [row for row in everything if row.id == wanted and matches(row.version, version)]
        found = newest(_unfrozen(named)) or newest(named)
        if found is None:
            known = list(dict.fromkeys(other.id for other in everything))
            suggestion = did_you_mean(near) if (near := nearest(wanted, known)) else texts.there_are(known)
            raise NotFoundError(texts.no_such_checklist(name, suggestion, [str(folder) for folder in self.folders]))
        return found.path

    def by_reference(self, reference: Reference) -> Checklist:
        """The checklist that a record was made with, to the letter. Raises NotFoundError when nobody has kept it."""
        found = self.with_fingerprint(reference.fingerprint, reference.id)
        if found is None or found.fingerprint != reference.fingerprint:  # the beginning of a fingerprint fits many
            raise NotFoundError(texts.not_kept(reference.id, reference.version))
        return found

    def with_fingerprint(self, fingerprint: str, name: str | None = None) -> Checklist | None:
        """The checklist that says exactly this, or None. With its id (`name`) fewer files have to be read."""
        if fingerprint not in self._remembered:
            found = next(self._saying(fingerprint, name), None)
            self._remembered[fingerprint] = found
        return self._remembered[fingerprint]

    def freeze(self, checklist: Checklist) -> Path:
        """The archive's own copy of a checklist, written if it is not there. Raises NotSavedError."""
        if self.archive is None:
            raise NotSavedError(texts.no_archive())
        kept = self._kept.get(checklist.fingerprint)
        if kept is None or not kept.exists():
            kept = freeze(checklist, self.archive / "checklistor")
            self._kept[checklist.fingerprint] = kept
            self._remembered[checklist.fingerprint] = checklist
        return kept

    def _saying(self, fingerprint: str, name: str | None) -> Iterator[Checklist]:
        """Every checklist with a fingerprint, or whose fingerprint begins so; likely files first."""
        digits = digits_of(fingerprint)
        likely = [row for row in rows(self.folders) if name is None or row.id == name]
        seen: set[str] = set()
        for row in sorted(likely, key=lambda row: digits not in row.path.name):
            # the name of a copy carries its fingerprint, so most need not be read
            if (frozen := FROZEN.fullmatch(row.path.name)) and not frozen["digits"].startswith(digits):
                continue
            try:
                checklist = self.load(row.path)
            except HallbarhetError:
                # a faulty file says nothing exactly
                continue
            if checklist.fingerprint.startswith(fingerprint) and checklist.fingerprint not in seen:
                seen.add(checklist.fingerprint)
                yield checklist

    def _by_beginning(self, name: str) -> Checklist:
        found = list(self._saying(name, None)) if len(digits_of(name)) >= FEWEST_DIGITS else []
        if len(found) > 1:
            raise NotFoundError(texts.several_like(name))
        if not found:
            raise NotFoundError(texts.no_such_checklist(name, "", [str(folder) for folder in self.folders]))
        return found[0]


def _is_fingerprint(name: str) -> bool:
    return name.startswith("sha256") and not Path(name).is_file()


def _unfrozen(found: Iterable[Row]) -> list[Row]:
    return [row for row in found if not row.is_frozen]


def _completed(row: Row, others: tuple[Row, ...]) -> Row:
    """An overlay's row with what it takes over from its base."""
    for _ in range(len(others)):
        if not row.builds_on or (row.title and row.region and row.support_forms):
            break
        wanted, _, version = row.builds_on.partition("@")
        candidates = [other for other in others if other.id == wanted and matches(other.version, version)]
        base = newest(other for other in candidates if other.path != row.path)
        if base is None:
            break
        row = replace(
            row,
            title=row.title or base.title,
            region=row.region or base.region,
            support_forms=row.support_forms or base.support_forms,
            builds_on=base.builds_on,
        )
    return row
