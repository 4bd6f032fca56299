"""What came before the assessment that stands, and what was taken back: undo and redo, one change at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from hallbarhet.assessment.moment import Moment
from hallbarhet.assessment.walk import Step

MOST = 300
"""Changes that can be taken back; nobody remembers what stood before them."""


class Edge(Protocol):
    """One change, from the moment before it to the moment after it."""

    @property
    def step(self) -> Step:
        """Where it was made."""

    def back(self, now: Moment) -> Moment | None:
        """The moment before the change; None where it does not lead to the one that stands."""

    def forth(self, now: Moment) -> Moment | None:
        """The moment after it; None where it does not begin in the one that stands."""


@dataclass(frozen=True, eq=False, slots=True)
class Change:
    """A change made in this session: both moments are at hand."""

    before: Moment
    after: Moment
    step: Step
    run: str = ""
    """What was being written; a run of changes of the same words is one change."""

    def back(self, now: Moment) -> Moment:  # noqa: ARG002  (it was made here, so it fits)
        """The moment before."""
        return self.before

    def forth(self, now: Moment) -> Moment:  # noqa: ARG002
        """The moment after."""
        return self.after


class History:
    """The changes of a case in order, and how many of them stand."""

    def __init__(self, now: Moment, edges: Sequence[Edge] = (), position: int = 0) -> None:
        self.now = now
        self.edges: list[Edge] = list(edges)
        self.position = position

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self.position > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change to do again."""
        return self.position < len(self.edges)

    def move(self, moment: Moment, step: Step, *, run: str = "") -> None:
        """A change was made. While the same words are being written at one step, it is one change."""
        last = self.edges[self.position - 1] if self.position else None
        before = self.now
        del self.edges[self.position :]
        if run and isinstance(last, Change) and (last.step, last.run) == (step, run):
            before = last.before
            self.edges.pop()
        self.edges.append(Change(before, moment, step, run))
        self.position = len(self.edges)
        self.now = moment
        self.let_go(len(self.edges) - MOST)

    def set(self, moment: Moment) -> None:
        """What stands now; it cannot be taken back, nor anything before it."""
        self.now = moment
        self.forget()

    def back(self) -> Step | None:
        """Take back the last change and say where it was."""
        if not self.can_undo:
            return None
        edge = self.edges[self.position - 1]
        return self._to(edge.back(self.now), edge.step, self.position - 1)

    def forth(self) -> Step | None:
        """Do an undone change again and say where it was."""
        if not self.can_redo:
            return None
        edge = self.edges[self.position]
        return self._to(edge.forth(self.now), edge.step, self.position + 1)

    def let_go(self, count: int) -> None:
        """Forget the oldest changes; never one that was taken back."""
        count = min(max(count, 0), self.position)
        del self.edges[:count]
        self.position -= count

    def forget(self) -> None:
        """What stands can no longer be taken back."""
        self.edges.clear()
        self.position = 0

    def _to(self, moment: Moment | None, step: Step, position: int) -> Step | None:
        if moment is None:
            self.forget()
            return None
        self.now = moment
        self.position = position
        return step
