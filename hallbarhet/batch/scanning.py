"""What re-scoring reads of a record, straight from its bytes: for records exactly as the program writes them.

The same as reading the data and encoding it, several times faster; None for anything unusual, which then goes that way.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from hallbarhet.batch.canonical import value_of
from hallbarhet.batch.encoding import CASE_FIELDS, WRITTEN
from hallbarhet.batch.reading import is_composed
from hallbarhet.batch.shapes import (
    ANSWERS,
    CONFLICTS,
    ENTRY,
    FACETS,
    FREE_KEY,
    GATES,
    HEAD,
    NUMBERED,
    PAIR,
    TAIL,
)
from hallbarhet.scoring.codes import NOT_RELEVANT, UNANSWERED, UNKNOWN
from hallbarhet.scoring.plan import Plan

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scanned:
    """A record as it was scanned."""

    id: str
    status: str
    checklist: tuple[str, str, str]
    """Id, version and fingerprint."""
    index: Mapping[str, Any]
    level: Mapping[str, Any]
    state: str
    """The claimed result."""
    marks: "_Marks"
    sides: Data
    """The data of case, depth, decisions and conflicts: what `encoding.with_sides` reads."""


class _Marks(NamedTuple):
    """What was answered: columns, and what they hold."""

    codes: bytearray
    """Of every question."""
    numbers: list[tuple[int, float]]
    choices: list[int]
    facets: list[tuple[int, int]]


class _UnusualError(Exception):
    """The record is not quite as the program writes it, or does not fit its checklist; never leaves this module."""


@dataclass(frozen=True, slots=True)
class _Question:
    place: int
    code_of: Mapping[str, int]
    """Code by what was said, as it stands in the file with its key."""
    kind: str


@lru_cache(maxsize=16)
def _questions(plan: Plan) -> dict[str, _Question]:
    questions = plan.questions
    found = {}
    for place, (id_, kind) in enumerate(zip(questions.ids, questions.kinds, strict=True)):
        said = {'status = "vet_inte"': UNKNOWN, 'status = "obesvarad"': UNANSWERED}
        if questions.may_be_waived[place]:
            said['status = "ej_relevant"'] = NOT_RELEVANT
        if kind == "bedomning":
            for grade, code in questions.code_of[place].items():
                said[f"grad = {float(grade)!r}"] = code
                if float(grade).is_integer():
                    said[f"grad = {int(grade)}"] = code
        found[id_] = _Question(place, said, kind)
    return found


def scanned(raw: bytes, plans: Mapping[str, Plan]) -> Scanned | None:
    """A record on the plan of its checklist, if there is one among them by its fingerprint."""
    with suppress(UnicodeDecodeError, _UnusualError):
        return _scanned(raw.decode(), plans)
    return None


def _scanned(text: str, plans: Mapping[str, Plan]) -> Scanned:
    head = HEAD.match(text)
    if head is None:
        raise _UnusualError
    id_, status, depth, *fields, own, checklist, version, fingerprint = head.groups()
    plan = plans.get(mark := _word(fingerprint))
    if plan is None:
        raise _UnusualError
    answers, rest = _each(ANSWERS, text[head.end() :])
    gates, rest = _each(GATES, rest)
    conflicts, rest = _each(CONFLICTS, rest)
    tail = TAIL.fullmatch(rest)
    if tail is None or not is_composed(text):
        raise _UnusualError
    dimensions, index, level, state, *tables = tail.groups()
    for table in (dimensions, *tables):
        if table:
            _once(FREE_KEY.findall(table))
    _once([id_ for id_, *_ in gates])
    _once([id_ for id_, *_ in conflicts])
    sides: Data = {
        "bedomning": {"djup": depth[1:-1]} if depth else {},
        "arende": _case(fields, own),
        "hallplats": [_gate(*gate) for gate in gates],
        "malkonflikt": [_conflict(*conflict) for conflict in conflicts],
    }
    return Scanned(
        _word(id_),
        status[1:-1] if status else "utkast",
        (_word(checklist), _word(version), mark),
        _range(index),
        _range(level),
        _word(state) if state else "",
        _marks(plan, answers),
        sides,
    )


def _each(pattern: re.Pattern[str], text: str) -> tuple[list[tuple[str, ...]], str]:
    """Every entry that the text begins with, and the rest of it."""
    found = pattern.findall(text)
    rest = found.pop()[-1] if found and found[-1][-1] else ""
    return found, rest


def _once(keys: Collection[str]) -> None:
    if len(set(keys)) != len(keys):
        raise _UnusualError


def _marks(plan: Plan, answers: Sequence[tuple[str, ...]]) -> _Marks:
    questions = _questions(plan)
    marks = _Marks(bytearray([UNANSWERED]) * plan.questions.count, [], [], [])
    _once([id_ for id_, *_ in answers])
    for id_, said, facets, _ in answers:
        question = questions.get(id_)
        if question is None:
            raise _UnusualError
        code = question.code_of.get(said)
        marks.codes[question.place] = _other(plan, marks, question, said) if code is None else code
        if facets:
            _split(plan, marks, question, said, facets)
    return marks


def _other(plan: Plan, marks: _Marks, question: _Question, said: str) -> int:
    """The code of an answer in words, numbers or alternatives."""
    key, _, value = said.partition(" = ")
    if key == "fritext" and question.kind == "text":
        return 0 if _word(value).strip() else UNANSWERED
    if key == "varde" and question.kind == "tal":
        marks.numbers.append((plan.columns.number_of[question.place], value_of(value)))
        return 0
    if key == "val" and question.kind == "val":
        chosen = _words(value)
        try:
            marks.choices.extend(plan.columns.choice_of[question.place, alternative] for alternative in chosen)
        except KeyError:
            raise _UnusualError from None
        return 0 if chosen else UNANSWERED
    raise _UnusualError


def _split(plan: Plan, marks: _Marks, question: _Question, said: str, facets: str) -> None:
    """Write the facets of a judged answer."""
    if not said.startswith("grad"):
        raise _UnusualError
    found = FACETS.findall(facets)
    _once([facet for facet, _ in found])
    for facet, pairs in found:
        split = NUMBERED.findall(pairs)
        _once([category for category, _ in split])
        for category, grade in split:
            column = plan.columns.cell_of.get((question.place, facet, category))
            code = question.code_of.get(f"grad = {grade}")
            if column is None or code is None:
                raise _UnusualError
            marks.facets.append((column, code))


def _case(fields: Sequence[str | None], own: str | None) -> Data:
    case = {
        key: _words(text) if text.startswith("[") else value_of(text)
        for key, text in zip(CASE_FIELDS, fields, strict=True)
        if text is not None
    }
    if own:
        pairs = PAIR.findall(own)
        _once([key for key, _ in pairs])
        case["eget"] = {key: value_of(value) for key, value in pairs}
    return case


def _gate(id_: str, decision: str, reason: str, who: str, day: str, handed_in: str, _: str) -> Data:
    gate: Data = {"id": id_}
    if decision:
        gate["beslut"] = decision[1:-1]
    if reason:
        gate["motivering"] = _word(reason)
    if who:
        gate["ansvarig"] = _word(who)
    if day:
        gate["datum"] = day
    if handed_in:
        gate["inlamnat"] = _words(handed_in)
    return gate


def _conflict(id_: str, title: str, severity: str, against: str, own: str, status: str, *others: str) -> Data:
    conflict: Data = {"id": id_}
    if own == "true":
        conflict["egen"] = True
        if title:
            conflict["titel"] = _word(title)
        if severity:
            conflict["allvar"] = int(severity)
        if against:
            conflict["mot"] = _words(against)
    if status:
        conflict["status"] = status[1:-1]
    for key, text in zip(WRITTEN, others, strict=False):
        if text:
            conflict[key] = _word(text) if text[0] == '"' else text
    return conflict


def _range(text: str | None) -> Data:
    return {key: value_of(value) for key, value in NUMBERED.findall(text)} if text else {}


def _word(text: str) -> str:
    """A text in quotation marks as it reads."""
    if "\\" in text:
        return str(value_of(text))
    return text[4:-3] if text.startswith('"""') else text.strip('"')


def _words(text: str) -> list[str]:
    return [_word(entry) for entry in ENTRY.findall(text)]
