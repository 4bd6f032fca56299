"""What re-scoring reads of a record, straight from its bytes: for records exactly as the program writes them.

The same as reading the data and encoding it, several times faster; None for anything unusual, which then goes that way.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from hallbarhet.batch.encoding import CASE_FIELDS, WRITTEN
from hallbarhet.batch.facts import facts_with
from hallbarhet.batch.marks import Data, Marks, Scanned
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
from hallbarhet.batch.values import value_of
from hallbarhet.scoring.codes import NOT_RELEVANT, UNANSWERED, UNKNOWN, WIDTH
from hallbarhet.scoring.plan import Plan


class _UnusualError(Exception):
    """The record is not quite as the program writes it, or does not fit its checklist; never leaves this module."""


class _Question(NamedTuple):
    place: int
    kind: str
    code_of: Mapping[str, int]
    """Code by what was said, as it stands in the file with its key."""


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
        found[id_] = _Question(place, kind, said)
    return found


@lru_cache(maxsize=16)
def _usual(plan: Plan) -> dict[tuple[str, str], int]:
    """What `Marks.codes` holds, by question and what was said."""
    return {
        (id_, said): question.place * WIDTH + code
        for id_, question in _questions(plan).items()
        for said, code in question.code_of.items()
    }


def scanned(path: str, raw: bytes, plans: Mapping[str, Plan]) -> Scanned | None:
    """A record on the plan of its checklist, if there is one among them by its fingerprint."""
    with suppress(UnicodeDecodeError, _UnusualError):
        return _scanned(path, raw.decode(), plans)
    return None


def _scanned(path: str, text: str, plans: Mapping[str, Plan]) -> Scanned:
    head = HEAD.match(text)
    if head is None:
        raise _UnusualError
    id_, status, depth, *fields, own, checklist, version, fingerprint = head.groups()
    plan = plans.get(known_as := _word(fingerprint))
    if plan is None:
        raise _UnusualError
    answers, rest = _each(ANSWERS, text[head.end() :])
    gates, rest = _each(GATES, rest)
    conflicts, rest = _each(CONFLICTS, rest)
    tail = TAIL.fullmatch(rest)
    if tail is None or not is_composed(text):
        raise _UnusualError
    by_dimension, *points, state, dimensions, themes, goals, parts = tail.groups()
    for table in (dimensions, themes, goals):
        if table:
            _once([row.partition(" ")[0] for row in table.splitlines()])
    for table in (by_dimension, parts):
        if table:
            _once(FREE_KEY.findall(table))
    _once([id_ for id_, *_ in gates])
    _once([id_ for id_, *_ in conflicts])
    header = {"id": _word(id_), "status": status[1:-1]} if status else {"id": _word(id_)}
    case = _case(fields, own)
    low, central, high, least, level, most = map(_number, points)
    claim = (low, central, high), (least, level, most), _word(state) if state else ""
    facts = facts_with(path, header, case, (_word(checklist), _word(version), known_as))
    sides: Data = {"bedomning": {"djup": depth[1:-1]} if depth else {}, "arende": case}
    if gates:
        sides["hallplats"] = [_gate(*gate) for gate in gates]
    if conflicts:
        sides["malkonflikt"] = [_conflict(*conflict) for conflict in conflicts]
    return Scanned(facts, claim, _marks(plan, answers), sides)


def _each(pattern: re.Pattern[str], text: str) -> tuple[list[tuple[str, ...]], str]:
    """Every entry that the text begins with, and the rest of it."""
    found = pattern.findall(text)
    rest = found.pop()[-1] if found and found[-1][-1] else ""
    return found, rest


def _once(keys: Collection[str]) -> None:
    if len(set(keys)) != len(keys):
        raise _UnusualError


def _marks(plan: Plan, answers: Sequence[tuple[str, ...]]) -> Marks:
    if not answers:
        return Marks((), (), (), ())
    ids, said, facets, _ = zip(*answers, strict=True)
    _once(ids)
    numbers: list[tuple[int, float]] = []
    choices: list[int] = []
    usual = _usual(plan)
    pairs = zip(ids, said, strict=True)
    codes = [usual[pair] if pair in usual else _other(plan, numbers, choices, *pair) for pair in pairs]
    cells: list[tuple[int, int]] = []
    if any(facets):
        for id_, own, given in zip(ids, facets, said, strict=True):
            if own:
                cells.extend(_split(plan, id_, own, is_judged=given.startswith("grad")))
    return Marks(codes, numbers, choices, cells)


def _other(plan: Plan, numbers: list[tuple[int, float]], choices: list[int], id_: str, said: str) -> int:
    """The mark of an answer in words, numbers or alternatives."""
    question = _questions(plan).get(id_)
    if question is None:
        raise _UnusualError
    key, _, value = said.partition(" = ")
    is_answered = True
    if key == "fritext" and question.kind == "text":
        is_answered = bool(_word(value).strip())
    elif key == "varde" and question.kind == "tal":
        numbers.append((plan.columns.number_of[question.place], value_of(value)))
    elif key == "val" and question.kind == "val":
        chosen = _words(value)
        try:
            choices.extend(plan.columns.choice_of[question.place, alternative] for alternative in chosen)
        except KeyError:
            raise _UnusualError from None
        is_answered = bool(chosen)
    else:
        raise _UnusualError
    return question.place * WIDTH + (0 if is_answered else UNANSWERED)


@lru_cache(maxsize=4096)
def _split(plan: Plan, id_: str, facets: str, *, is_judged: bool) -> tuple[tuple[int, int], ...]:
    """The facets of an answer: column and code. Remembered, since grades are few and stand alike in many records."""
    question = _questions(plan)[id_]
    if not is_judged:
        raise _UnusualError
    found = FACETS.findall(facets)
    _once([facet for facet, _ in found])
    cells = []
    for facet, pairs in found:
        split = NUMBERED.findall(pairs)
        _once([category for category, _ in split])
        for category, grade in split:
            column = plan.columns.cell_of.get((question.place, facet, category))
            code = question.code_of.get(f"grad = {grade}")
            if column is None or code is None:
                raise _UnusualError
            cells.append((column, code))
    return tuple(cells)


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


def _number(text: str | None) -> float | None:
    if text is None:
        return None
    return float(text) if "." in text or "e" in text else int(text)


def _word(text: str) -> str:
    """A text in quotation marks as it reads."""
    if "\\" in text:
        return str(value_of(text))
    return text[4:-3] if text.startswith('"""') else text.strip('"')


def _words(text: str) -> list[str]:
    return [_word(entry) for entry in ENTRY.findall(text)]
