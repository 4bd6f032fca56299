"""An archive of invented but plausible cases, to try things on: the same seed gives the same bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hallbarhet.assessment.archive import record_files
from hallbarhet.assessment.keeper import as_saved
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.storage import create
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.errors import NotAllowedError, NotSavedError, UsageError
from hallbarhet.review.demo_facts import stream
from hallbarhet.review.demo_made import maker
from hallbarhet.review.demo_steps import DemoClock
from hallbarhet.review.demo_written import WrittenCase, walk_through, written_cases
from hallbarhet.texts import demo as texts

SHARES = {"kronoberg-projektmedel": 0.45, "kronoberg-foretagsstod": 0.35, "grund-kommersiell-service": 0.2}
"""How many of the made cases are assessed with each checklist, when none is asked for."""

Report = Callable[[Path, Checklist, Assessment], object]
"""Writes the report of a completed record beside it. Given by the caller: reports belong to a room above this one."""


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """What lies in the archive now."""

    count: int
    is_new: bool
    """False when a demo archive was there already; it was left as it is."""


def write_demo(
    folder: Path,
    *,
    count: int | None = None,
    seed: int = 1,
    checklist: str | None = None,
    report: Report | None = None,
    all_reports: bool = False,
) -> DemoSummary:
    """Write a demo archive: the hand-written cases first, then made ones up to `count`.

    Without a count only the hand-written ones, or twenty made ones for a checklist that has none. `report` is called
    for hand-written cases that are completed, and with `all_reports` for the made ones too: thousands take a while.

    Raises:
        UsageError: the count is no number of cases.
        NotAllowedError: something else than a demo archive lies in the folder; nothing was touched.
        NotSavedError: the disk is full, or nobody may write there.
        NotFoundError: there is no such checklist.
    """
    if count is not None and count < 1:
        raise UsageError(texts.too_few(count))
    if _is_kept(folder):
        return DemoSummary(sum(1 for _ in record_files(folder)), is_new=False)
    cases = _Cases(Library(), seed=seed, only=checklist)
    archive = Library(folder)
    written = 0
    for archived in cases.up_to(count):
        if not written:
            _begin(folder, seed)
        path = _keep(archive, folder, archived)
        written += 1
        done = archived.assessment.header.status != "utkast"
        if report is not None and done and (archived.is_written or all_reports):
            report(path, archived.checklist, archived.assessment)
    return DemoSummary(written, is_new=True)


@dataclass(frozen=True, slots=True)
class _Archived:
    checklist: Checklist
    assessment: Assessment
    is_written: bool


class _Cases:
    """The cases of one demo archive, one at a time, so that any number fits in memory."""

    MADE_WITHOUT_WRITTEN = 20

    def __init__(self, library: Library, *, seed: int, only: str | None) -> None:
        self._library = library
        self._seed = seed
        self._only = library.find(only) if only is not None else None
        self._checklists: dict[str, Checklist] = {}

    def up_to(self, count: int | None) -> Iterator[_Archived]:
        written = [case for case in written_cases() if self._is_wanted(case)]
        for case in written[:count]:
            checklist = self._checklist(case.checklist_id)
            yield _Archived(checklist, walk_through(case, checklist), is_written=True)
        if count is None:
            count = len(written) or self.MADE_WITHOUT_WRITTEN
        makers = {id_: maker(self._checklist(id_), self._seed) for id_ in self._ids()} if count > len(written) else {}
        for index in range(count - len(written)):
            making = makers[self._drawn(index)]
            yield _Archived(making.checklist, making.make(index), is_written=False)

    def _is_wanted(self, case: WrittenCase) -> bool:
        return self._only is None or case.checklist_id == self._only.header.id

    def _ids(self) -> list[str]:
        return [self._only.header.id] if self._only is not None else list(SHARES)

    def _drawn(self, index: int) -> str:
        """The checklist of a made case; two in a row share one, so that the second may follow the first."""
        ids = self._ids()
        rng = stream(self._seed, index // 2, "checklista")
        return ids[0] if len(ids) == 1 else rng.choices(ids, weights=list(SHARES.values()))[0]

    def _checklist(self, id_: str) -> Checklist:
        if self._only is not None and id_ == self._only.header.id:
            return self._only
        if id_ not in self._checklists:
            self._checklists[id_] = self._library.find(id_)
        return self._checklists[id_]


def _is_kept(folder: Path) -> bool:
    """Whether a demo archive lies there already; anything else that does is somebody's, and is refused."""
    if not folder.exists():
        return False
    if not folder.is_dir():
        raise NotAllowedError(texts.not_a_folder(folder))
    try:
        inside = {path.name for path in folder.iterdir()}
    except OSError as error:
        raise NotSavedError(texts.not_written(folder)) from error
    if texts.MARKER_NAME in inside:
        return True
    if inside:
        raise NotAllowedError(texts.not_a_demo(folder))
    return False


def _begin(folder: Path, seed: int) -> None:
    """The folder and the note that says what it is, before the first record: an archive cut short is still a demo."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / texts.MARKER_NAME).write_text(texts.marker(seed), encoding="utf-8", newline="\n")
    except OSError as error:
        raise NotSavedError(texts.not_written(folder)) from error


def _keep(archive: Library, folder: Path, archived: _Archived) -> Path:
    """Save a case as the app would have, at the time its own clock has come to."""
    assessment = archived.assessment
    archive.freeze(archived.checklist)
    saved_at = assessment.header.saved_at or assessment.header.created_at
    session = AssessmentSession(archived.checklist, assessment, clock=DemoClock(saved_at))
    return create(folder, as_saved(session, saved_at)).path
