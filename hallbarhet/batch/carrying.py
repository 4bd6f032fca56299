"""How answers to one checklist become answers to another: every answer there is, tried on `adapt`, as tables."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from hallbarhet.assessment.adapt import fitted_to, held_of
from hallbarhet.assessment.carrying import Held, through
from hallbarhet.assessment.model import (
    Answer,
    Choice,
    FreeText,
    Judged,
    Noted,
    NotRelevant,
    Quantity,
    Unknown,
)
from hallbarhet.batch.carry import CAUSES, NO_CAUSE, Carry, ChoiceCarried, Merge, NumberCarried, Split
from hallbarhet.checklist.lineage import Stage, sources_of, stages
from hallbarhet.checklist.model import Checklist, Item
from hallbarhet.scoring.codes import NOT_RELEVANT, UNANSWERED, UNKNOWN, UNMAPPABLE, WIDTH, Codes
from hallbarhet.scoring.plan import Plan

LARGEST_TABLE = 4096
"""Combinations of answers tried for one merged question; beyond that records are carried one by one."""

MOST_BETWEEN = 127 - WIDTH + 1
"""Values between grades that one byte has codes for."""

_MERGED = frozenset({"sammanslagen"})
_REWORKED = _MERGED | {"omskalad", "delad"}

Outcome = tuple[int | float, int, bool]
"""A code or a grade, the cause, and whether it is a grade."""

_NOTHING: Outcome = (UNANSWERED, NO_CAUSE, False)


def compile_carry(old: Checklist, new: Checklist, old_plan: Plan, new_plan: Plan) -> Carry:
    """The tables from one checklist to another. `old` is exactly the one that the records were made with."""
    return _Trial(old, new, old_plan, new_plan).carry()


@dataclass
class _Trial:
    old: Checklist
    new: Checklist
    old_plan: Plan
    new_plan: Plan

    def carry(self) -> Carry:
        way = stages(self.old.header.id, self.old.header.version, self.new)
        everything = self._through(way, {item.id: Unknown(item=item.id) for item in self.old.items})
        column = self.old_plan.questions.index
        sources = {
            place: tuple(dict.fromkeys(column[source] for source in everything[item.id].sources))
            for place, item in enumerate(self.new.items)
            if item.id in everything
        }
        single = {place: found[0] for place, found in sources.items() if len(found) == 1}
        several = {place: found for place, found in sources.items() if len(found) > 1}
        sizes = [math.prod(len(self._codes(source)) for source in found) for found in several.values()]
        is_wieldy = all(size <= LARGEST_TABLE for size in sizes) and not any(map(_is_told_twice, way))
        tried = self._singles(way, single)
        merged = {place: self._merged(way, place, found) for place, found in several.items()} if is_wieldy else {}
        outcomes = {place: list(rows.values()) for place, rows in tried.items()}
        outcomes |= {place: list(rows.values()) for place, rows in merged.items()}
        between = self._between(outcomes)
        is_wieldy = is_wieldy and all(len(values) <= MOST_BETWEEN for values in between.values())
        if not is_wieldy:
            between = {}
        code_of = self.new_plan.between(between).questions.code_of
        items = sorted(single)
        codes, causes = _table([tried[item] for item in items], [code_of[item] for item in items])
        count = len(self.new.items)
        core = [place for place, rows in outcomes.items() if self._means_something(place, rows)]
        whole = set(items).difference(self._came_by(way, _MERGED))
        return Carry(
            items=np.array(items, dtype=np.intp),
            sources=np.array([single[item] for item in items], dtype=np.intp),
            codes=codes,
            causes=causes,
            merges=tuple(self._merge(item, several[item], rows, code_of[item]) for item, rows in merged.items()),
            splits=tuple(
                split
                for row, item in enumerate(items)
                if item in whole
                for split in self._splits(row, item, single[item])
            ),
            numbers=tuple(self._numbers(items, single)),
            choices=tuple(self._choices(items, single)),
            is_new=_marked(count, [place for place in range(count) if place not in sources]),
            is_core=_marked(count, core if is_wieldy else sources),
            is_reworked=_marked(count, self._came_by(way, _REWORKED)),
            gone=np.array(sorted(set(range(len(self.old.items))).difference(*sources.values())), dtype=np.intp),
            links=tuple((source, place) for place, found in sources.items() for source in found),
            between=between,
            is_wieldy=is_wieldy,
        )

    def _through(self, way: Sequence[Stage], answers: Mapping[str, Answer]) -> dict[str, Held]:
        pool = {item_id: held_of(answer, self.old) for item_id, answer in answers.items()}
        for stage in way:
            pool = through(stage, pool)
        return pool

    # Trying answers

    def _codes(self, item: int) -> list[int]:
        """The codes that a record's answer to an old question may have."""
        grades = len(self.old_plan.questions.grades[item])
        waived = [NOT_RELEVANT] if self.old_plan.questions.may_be_waived[item] else []
        return [*range(max(grades, 1)), UNANSWERED, UNKNOWN, *waived]

    def _answer(self, item: int, code: int) -> Answer | None:
        """An answer of a code; None where there is no entry."""
        asked = self.old.items[item]
        if code == UNANSWERED:
            return None
        if code == UNKNOWN:
            return Unknown(item=asked.id)
        if code == NOT_RELEVANT:
            return NotRelevant(item=asked.id)
        match asked.kind:
            case "bedomning":
                return Judged(item=asked.id, grade=self.old_plan.questions.grades[item][code])
            case "text":
                return FreeText(item=asked.id, content=asked.id)
            case "tal":
                return Quantity(item=asked.id, value=0)
            case _:
                return Choice(item=asked.id, chosen=(asked.id,))

    def _singles(self, way: Sequence[Stage], single: Mapping[int, int]) -> dict[int, dict[int, Outcome]]:
        """What each code of the one old question becomes, by new question."""
        tried: dict[int, dict[int, Outcome]] = {place: {} for place in single}
        for code in (*range(WIDTH - 7), UNANSWERED, UNKNOWN, NOT_RELEVANT):
            codes = {source: code for source in single.values() if code in self._codes(source)}
            pool = self._tried(way, codes)
            for place, source in single.items():
                if source in codes:
                    tried[place][code] = self._outcome(pool, place)
        return tried

    def _merged(self, way: Sequence[Stage], place: int, sources: tuple[int, ...]) -> dict[tuple[int, ...], Outcome]:
        """What each combination of codes becomes."""
        return {
            codes: self._outcome(self._tried(way, dict(zip(sources, codes, strict=True))), place)
            for codes in product(*map(self._codes, sources))
        }

    def _tried(self, way: Sequence[Stage], codes: Mapping[int, int]) -> dict[str, Held]:
        found = {self.old.items[item].id: self._answer(item, code) for item, code in codes.items()}
        return self._through(way, {item_id: answer for item_id, answer in found.items() if answer is not None})

    def _outcome(self, pool: Mapping[str, Held], place: int) -> Outcome:
        item = self.new.items[place]
        held = pool.get(item.id)
        if held is None:
            return _NOTHING
        fitted = fitted_to(_acceptable(held, item), item, self.new, self.old, between=True)
        match fitted.answer:
            case None | Noted():
                return _NOTHING
            case _ if fitted.cause is not None:
                return UNMAPPABLE, CAUSES.index(fitted.cause), False
            case Unknown():
                return UNKNOWN, NO_CAUSE, False
            case NotRelevant():
                return NOT_RELEVANT, NO_CAUSE, False
            case Judged() as judged:
                return float(judged.grade), NO_CAUSE, True
            case _:
                return 0, NO_CAUSE, False

    def _between(self, outcomes: Mapping[int, Sequence[Outcome]]) -> dict[int, tuple[float, ...]]:
        """The grades that are none of the scale's own."""
        found = {
            place: sorted({grade for grade, _, is_grade in rows if is_grade and not self._is_own(place, grade)})
            for place, rows in outcomes.items()
        }
        return {place: tuple(values) for place, values in found.items() if values}

    def _is_own(self, place: int, grade: float) -> bool:
        return grade in self.new_plan.questions.grades[place]

    def _means_something(self, place: int, rows: Sequence[Outcome]) -> bool:
        """Whether some answer to the old question is an answer to the new one."""
        is_judged = self.new.items[place].kind == "bedomning"
        return any(is_grade if is_judged else code == 0 for code, _, is_grade in rows)

    # Tables

    def _merge(
        self,
        item: int,
        sources: tuple[int, ...],
        rows: Mapping[tuple[int, ...], Outcome],
        code_of: Mapping[float, int],
    ) -> Merge:
        places = np.zeros((len(sources), WIDTH), dtype=np.intp)
        stride = len(rows)
        for row, source in zip(places, sources, strict=True):
            known = self._codes(source)
            stride //= len(known)
            row[known] = np.arange(len(known)) * stride
        codes = np.array([_coded(found, code_of) for found in rows.values()], dtype=np.int8)
        causes = np.array([cause for _, cause, _ in rows.values()], dtype=np.int8)
        return Merge(item, sources, places, codes, causes)

    def _splits(self, row: int, item: int, source: int) -> Iterable[Split]:
        old, new = self.old_plan.columns, self.new_plan.columns
        for facet in self.new.items[item].facets:
            cells = [place for place, cell in enumerate(old.cells) if (cell.item, cell.facet) == (source, facet)]
            targets = [new.cell_of.get((item, facet, old.cells[cell].category), -1) for cell in cells]
            if any(target >= 0 for target in targets):
                yield Split(row, item, np.array(cells, dtype=np.intp), np.array(targets, dtype=np.intp))

    def _numbers(self, items: Sequence[int], single: Mapping[int, int]) -> Iterable[NumberCarried]:
        old, new = self.old_plan.columns.number_of, self.new_plan.columns.number_of
        for row, item in enumerate(items):
            if item in new and single[item] in old:
                asked = self.new.items[item]
                low = -math.inf if asked.at_least is None else float(asked.at_least)
                high = math.inf if asked.at_most is None else float(asked.at_most)
                yield NumberCarried(row, item, old[single[item]], new[item], low, high)

    def _choices(self, items: Sequence[int], single: Mapping[int, int]) -> Iterable[ChoiceCarried]:
        old, new = self.old_plan.columns, self.new_plan.columns
        for row, item in enumerate(items):
            columns = [place for place, (source, _) in enumerate(old.choices) if source == single[item]]
            if columns and self.new.items[item].kind == "val":
                targets = [new.choice_of.get((item, old.choices[column][1]), -1) for column in columns]
                several = self.new.items[item].several
                yield ChoiceCarried(row, item, np.array(columns), np.array(targets, dtype=np.intp), several)

    def _came_by(self, way: Sequence[Stage], kinds: frozenset[str]) -> list[int]:
        """New questions that a row of some kind stands behind."""
        marks = {item.id: False for item in self.old.items}
        for stage in way:
            after = {item_id: mark for item_id, mark in marks.items() if stage.passes(item_id)}
            for row in stage.rows:
                parts = [marks[source] for source in sources_of(row) if source in marks]
                if row.target is not None and parts:
                    after[row.target] = any(parts) or row.kind in kinds
            marks = after
        return [place for place, item in enumerate(self.new.items) if marks.get(item.id)]


def _acceptable(held: Held, item: Item) -> Held:
    """An answer of the same kind that the question surely takes: which numbers and alternatives is asked row by row."""
    match held.answer:
        case Quantity() as answer:
            value = next((bound for bound in (item.at_least, item.at_most) if bound is not None), 0)
            return replace(held, answer=answer.model_copy(update={"value": value}))
        case Choice() as answer if item.kind == "val":
            return replace(held, answer=answer.model_copy(update={"chosen": (item.alternatives[0].id,)}))
        case _:
            return held


def _is_told_twice(stage: Stage) -> bool:
    """Whether two rows lead to the same question: which of them counts then hangs on what the record holds."""
    targets = [row.target for row in stage.rows if row.target is not None]
    return len(set(targets)) < len(targets)


def _coded(found: Outcome, code_of: Mapping[float, int]) -> int:
    value, _, is_grade = found
    return code_of.get(value, UNMAPPABLE) if is_grade else int(value)


def _table(rows: Sequence[Mapping[int, Outcome]], code_of: Sequence[Mapping[float, int]]) -> tuple[Codes, Codes]:
    codes = np.full((len(rows), WIDTH), np.int8(UNMAPPABLE))
    causes = np.zeros(codes.shape, dtype=np.int8)
    for place, (row, known) in enumerate(zip(rows, code_of, strict=True)):
        for code, found in row.items():
            codes[place, code], causes[place, code] = _coded(found, known), found[1]
    return codes, causes


def _marked(count: int, places: Iterable[int]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    marks = np.zeros(count, dtype=np.bool_)
    marks[list(places)] = True
    return marks
