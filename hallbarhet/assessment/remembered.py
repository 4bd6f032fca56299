"""One change as it can be kept in a file: the entries it touched, before and after, written as a record is.

What is read back is trusted only where it fits: the entries it says stood after the change have to stand there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Self, get_args

from hallbarhet.assessment.model import Assessment, ChecklistReference
from hallbarhet.assessment.moment import Moment
from hallbarhet.assessment.records import parse, render
from hallbarhet.assessment.walk import Step, StepKind
from hallbarhet.checklist.model import Checklist
from hallbarhet.errors import HallbarhetError

TABLES = ("header", "case", "checklist", "judgement")
LISTS = ("answers", "gates", "conflicts", "former_answers", "events")
"""What a change of a draft can touch; the rest follows from it or belongs to finished assessments."""

Find = Callable[[ChecklistReference], Checklist]
Span = tuple[int, int, int]
"""Where in a list the entries begin, how many there were before the change, and how many after it."""


@dataclass(frozen=True, eq=False, slots=True)
class Remembered:
    """A change from an earlier session."""

    step: Step
    tables: tuple[str, ...]
    spans: Mapping[str, Span]
    before: str
    after: str
    find: Find

    def back(self, now: Moment) -> Moment | None:
        """The moment before the change; None where what stands is not what it led to."""
        return self._turned(now, self.after, self.before, 1)

    def forth(self, now: Moment) -> Moment | None:
        """The moment after the change; None where what stands is not what it began in."""
        return self._turned(now, self.before, self.after, 0)

    def _turned(self, now: Moment, source: str, target: str, turned: int) -> Moment | None:
        expected, wanted = parse(source.encode(), "")[0], parse(target.encode(), "")[0]
        if expected is None or wanted is None:
            return None
        current = now.assessment
        if not _same_draft(current, wanted) or not all(_same(current, expected, name) for name in self.tables):
            return None
        changed: dict[str, Any] = {name: getattr(wanted, name) for name in self.tables}
        if "header" in changed:
            changed["header"] = wanted.header.model_copy(update={"saved_at": current.header.saved_at})
        for name, (start, *counts) in self.spans.items():
            entries, stood = getattr(current, name), getattr(expected, name)
            if len(stood) != counts[turned] or entries[start : start + len(stood)] != stood:
                return None
            changed[name] = (*entries[:start], *getattr(wanted, name), *entries[start + len(stood) :])
        return self._moment(now, current.model_copy(update=changed))

    def _moment(self, now: Moment, assessment: Assessment) -> Moment | None:
        if assessment.checklist.fingerprint == now.checklist.fingerprint:
            return Moment(now.checklist, assessment)
        try:
            return Moment(self.find(assessment.checklist), assessment)
        except HallbarhetError:
            return None

    # In a file

    def to_json(self) -> dict[str, Any]:
        """The change as data for a file."""
        return {
            "steg": [self.step.kind, self.step.id], "tabeller": [*self.tables],
            "listor": {name: [*span] for name, span in self.spans.items()}, "fore": self.before, "efter": self.after,
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any], find: Find) -> Self:
        """The change as it was kept.

        Raises:
            ValueError: it was not written by us.
        """
        kind, id_ = data["steg"]
        tables, spans = tuple(data["tabeller"]), {name: tuple(span) for name, span in data["listor"].items()}
        texts = data["fore"], data["efter"]
        is_ours = kind in get_args(StepKind) and all(isinstance(text, str) for text in (id_, *texts))
        is_known = {*tables} <= {*TABLES} and {*spans} <= {*LISTS} and all(map(_is_span, spans.values()))
        if not (is_ours and is_known):
            raise ValueError(kind)
        return cls(Step(kind, id_), tables, spans, *texts, find)


def remembered(before: Assessment, after: Assessment, step: Step, find: Find) -> Remembered:
    """A change as it can be kept: only what differs."""
    tables = tuple(name for name in TABLES if getattr(before, name) != getattr(after, name))
    spans = {
        name: _span(getattr(before, name), getattr(after, name))
        for name in LISTS
        if getattr(before, name) is not getattr(after, name)
    }
    return Remembered(step, tables, spans, _piece(before, tables, spans, 0), _piece(after, tables, spans, 1), find)


def _span(before: tuple[Any, ...], after: tuple[Any, ...]) -> Span:
    """The part that differs, between what both begin and end with. An entry left alone is the same object."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(before, after, strict=False)))
    left = min(len(before), len(after)) - alike
    backwards = zip(reversed(before), reversed(after), strict=False)
    tail = min(left, sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], backwards)))
    return alike, len(before) - alike - tail, len(after) - alike - tail


def _piece(assessment: Assessment, tables: tuple[str, ...], spans: Mapping[str, Span], turned: int) -> str:
    """A record of nothing but what the change touched."""
    fields: dict[str, Any] = {"header": assessment.header, "checklist": assessment.checklist}
    fields |= {name: getattr(assessment, name) for name in tables}
    for name, (start, *counts) in spans.items():
        fields[name] = getattr(assessment, name)[start : start + counts[turned]]
    return render(Assessment(**fields))


def _same_draft(current: Assessment, wanted: Assessment) -> bool:
    """Whether it is about this very assessment; a change never leads to a finished one."""
    return (wanted.header.id, wanted.header.status) == (current.header.id, "utkast")


def _same(current: Assessment, expected: Assessment, name: str) -> bool:
    if name == "header":
        undated = {"saved_at": None}
        return current.header.model_copy(update=undated) == expected.header.model_copy(update=undated)
    return bool(getattr(current, name) == getattr(expected, name))


def _is_span(span: tuple[Any, ...]) -> bool:
    return len(span) == 3 and all(type(number) is int and number >= 0 for number in span)  # noqa: PLR2004
