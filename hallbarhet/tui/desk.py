"""One open case on the desk: the session, how it is kept, where the officer is and came from."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol, cast

from hallbarhet.assessment import presence
from hallbarhet.assessment.logbook import note
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.rescue import rescue
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.shown.undone import undone_words
from hallbarhet.assessment.unread import drafts_of, with_drafts
from hallbarhet.assessment.walk import Step, StepKind, step_after
from hallbarhet.checklist.model import Checklist
from hallbarhet.errors import ChangedOnDiskError, NotSavedError
from hallbarhet.texts import tui as texts
from hallbarhet.tui.places import CONFLICTS, OVERVIEW, Place


class Keeping(Protocol):
    """What keeps an assessment on disk."""

    unread: Mapping[str, str] | None
    """What has been typed that cannot be read yet, to be kept as it stands."""

    @property
    def path(self) -> Path | None:
        """Where the record lies, once it does."""

    def keep(self) -> datetime:
        """Write what stands in the session; return when it was safely on disk."""

    def keep_beside(self) -> Path:
        """Write a copy next to the record, and go on with the copy."""


class Practice:
    """Keeps nothing: a checklist is walked to see how it works, and no record is left behind."""

    path = None
    unread: Mapping[str, str] | None = None

    def __init__(self, session: AssessmentSession) -> None:
        self._session = session

    def keep(self) -> datetime:
        """Nothing to do, so nothing can fail."""
        return self._session.clock()

    def keep_beside(self) -> Path:
        """Never asked for: there is no record that somebody else could have changed."""
        raise NotSavedError(texts.PRACTICE)


class Desk:
    """An open case. Changes go to the session; this keeps them, and remembers the way."""

    def __init__(self, session: AssessmentSession, keeper: Keeping, *, archive: Path) -> None:
        self.session = session
        self.keeper = keeper
        self.archive = archive
        self.saved_at: datetime | None = None
        self.fault: NotSavedError | None = None
        """Why the last change is not on disk; None when it is."""
        self.holder: presence.Holder | None = None
        """Who else has the case open."""
        self.drafts = drafts_of(session.assessment)
        """Fields as typed, where the words cannot be read as a date, an amount or a number yet."""
        keeper.unread = self.drafts
        self.here = OVERVIEW
        self.shows_every_question = False
        self.report_lines: list[str] = []
        """What was written beside the record, one line each."""
        self.rows: dict[str, str] = {}
        """The row each list was left at."""
        self.sources: tuple[Assessment, ...] = ()
        """What others answered to the same questions: two readers who are to agree, or what was expected."""
        self.came_back = ""
        """What the last undo or redo brought back, in a sentence."""
        self._kept = (session.assessment, dict(self.drafts))
        self._noted: Path | None = keeper.path
        self._trail: list[Place] = []
        self._detour: Place | None = None
        """Where to return after one thing has been changed."""

    @property
    def is_practice(self) -> bool:
        """Whether nothing of this is kept."""
        return isinstance(self.keeper, Practice)

    # Keeping

    def keep(self) -> bool:
        """Put what stands in the session on disk; False when that failed, with the reason in `fault`."""
        try:
            self.saved_at = self.keeper.keep()
        except NotSavedError as fault:
            self.fault = fault
            note("andrad_av_annan" if isinstance(fault, ChangedOnDiskError) else "ej_sparat")
            return False
        self.fault = None
        self._kept = (self.session.assessment, dict(self.drafts))
        self._tell_presence()
        return True

    def keep_changes(self) -> None:
        """The same on the way out; a record that was only looked at is left as it lies, with its day and time."""
        is_on_disk = self.keeper.path is not None and self.fault is None
        if not is_on_disk or self._kept != (self.session.assessment, self.drafts):
            self.keep()

    def _tell_presence(self) -> None:
        """Let others see that the record is open here, also when it has been given a new name."""
        path = self.keeper.path
        if path == self._noted or path is None:
            return
        if self._noted is not None:
            presence.withdraw(self._noted)
        presence.announce(path, self.session.officer, self.session.clock())
        self._noted = path

    def close(self) -> None:
        """Let others see that it is no longer open here. What could not reach the archive is put where it can be."""
        if self.fault is not None:
            note("raddat" if rescue(with_drafts(self.session.assessment, self.drafts)) else "ej_sparat")
        if self._noted is not None:
            presence.withdraw(self._noted)
            self._noted = None

    def keep_beside(self) -> Path | None:
        """Put a copy next to a record that somebody else changed; None when that failed, with the reason in `fault`."""
        try:
            path = self.keeper.keep_beside()
        except NotSavedError as fault:
            self.fault = fault
            return None
        self.saved_at = self.session.clock()
        self.fault = None
        self._tell_presence()
        return path

    # Moving

    def go(self, place: Place) -> Place:
        """Go somewhere, so that back leads here again. The overview is where every way begins."""
        if place == OVERVIEW:
            self._trail.clear()
            self._detour = None
        elif place.page != self.here.page:
            self._trail.append(self.here)
        self.here = place
        return place

    def visit(self, place: Place) -> Place:
        """Go somewhere to change one thing: going on from there returns here."""
        came_from = self.here
        self.go(place)
        self._detour = came_from
        return place

    def go_on(self) -> Place:
        """The next place in the walk, or back from a detour."""
        if self._detour is not None:
            returning, self._detour = self._detour, None
            return self._return_to(returning)
        if self.here.kind == "malkonflikt":
            return self._return_to(CONFLICTS)
        return self.go(self._after(self.here))

    def _return_to(self, place: Place) -> Place:
        """Go back to a place on the trail, so that back from there does not lead forward again."""
        pages = [entry.page for entry in self._trail]
        if place.page in pages:
            del self._trail[len(pages) - 1 - pages[::-1].index(place.page) :]
        self.here = place
        return place

    def go_back(self) -> Place | None:
        """Where one came from, else the step before, else the overview; None from the overview itself."""
        self._detour = None
        if self.here == OVERVIEW:
            return None
        if self._trail:
            self.here = self._trail.pop()
            return self.here
        walk = self.walk
        index = walk.index(self.here.page) if self.here.page in walk else 0
        self.here = walk[index - 1] if index else OVERVIEW
        return self.here

    @property
    def is_visiting(self) -> bool:
        """Whether going on returns to where one came from."""
        return self._detour is not None

    @property
    def walk(self) -> tuple[Place, ...]:
        """The walk as it looks now."""
        return tuple(place_of(step) for step in self.session.steps)

    @property
    def first_open(self) -> Place:
        """Where to continue."""
        return place_of(self.session.first_open)

    def _after(self, place: Place) -> Place:
        if place == OVERVIEW:
            return self.first_open
        session = self.session
        here = Step(
            cast("StepKind", place.kind), place.id
        )  # a page beside the walk is no step, and none comes after it
        return place_of(step_after(session.checklist, session.steps, here) or session.first_open)

    # Taking back

    def undo(self) -> Place | None:
        """Take back the last change; where it was."""
        return self._swapped(self.session.undo)

    def redo(self) -> Place | None:
        """Do it again; where it was."""
        return self._swapped(self.session.redo, again=True)

    def _swapped(self, swap: Callable[[], Step | None], *, again: bool = False) -> Place | None:
        session = self.session
        checklist, before = session.checklist, session.assessment
        step = swap()
        if session.checklist is not checklist:
            self.go(OVERVIEW)  # the way here may lead to questions that this checklist does not have
        if step is None:
            return None
        self.came_back = undone_words(session.checklist, before, session.assessment, step, again=again)
        return place_of(step)

    def carry_to(self, checklist: Checklist, carried: Assessment) -> None:
        """Go on with another checklist, from the overview."""
        self.session.carry_to(checklist, carried)
        self.go(OVERVIEW)


def place_of(step: Step) -> Place:
    """The page of a step."""
    return Place(step.kind, step.id)
