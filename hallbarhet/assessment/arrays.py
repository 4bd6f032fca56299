"""From assessments to the arrays that scoring reads, and back: which questions are asked."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from hallbarhet.assessment.coding import DECISIONS, DEPTHS, Misfit, field_bits, gate_bits
from hallbarhet.assessment.model import (
    LEFT_OUT,
    Answer,
    Assessment,
    Case,
    Choice,
    ConflictHandling,
    FreeText,
    GateDecision,
    Judged,
    Noted,
    NotRelevant,
    Quantity,
    Unknown,
)
from hallbarhet.assessment.plans import plan_of
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.activity import ASKED, NOT_ASKED, WAITING
from hallbarhet.scoring.answers import Answers, OwnConflict
from hallbarhet.scoring.bounds import CaseValue
from hallbarhet.scoring.codes import NOT_RELEVANT, UNANSWERED, UNKNOWN, UNMAPPABLE, WIDTH
from hallbarhet.scoring.evaluate import activity as resolved
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.severity import STATUSES

Activity = Literal["aktiv", "vantar", "inaktuell"]

_ACTIVITIES: dict[int, Activity] = {NOT_ASKED: "inaktuell", WAITING: "vantar", ASKED: "aktiv"}
_MOST_BETWEEN = 127 - WIDTH + 1
"""Values between grades that one byte has codes for; a mean of a handful of grades has far fewer."""


def activity(source: Checklist | Plan, assessment: Assessment) -> dict[str, Activity]:
    """Which questions are asked now, by id: asked, waiting for a trigger to be answered, or not asked.

    For scoring a question that waits counts as asked and unanswered.
    """
    plan = plan_of(source)
    answers, _ = to_answers(plan, [assessment])
    asked = resolved(plan, answers).asked[:, 0].tolist()
    return {id_: _ACTIVITIES[state] for id_, state in zip(plan.questions.ids, asked, strict=True)}


def misfits(source: Checklist | Plan, assessment: Assessment) -> tuple[Misfit, ...]:
    """What in one assessment does not fit the checklist, in the order of the answers."""
    return to_answers(plan_of(source), [assessment])[1][0]


def to_answers(plan: Plan, assessments: Sequence[Assessment]) -> tuple[Answers, tuple[tuple[Misfit, ...], ...]]:
    """Assessments as one block, and what did not fit in each of them, both in the order given."""
    answers = Answers.empty(plan, len(assessments))
    own = {}
    found = []
    for row, assessment in enumerate(assessments):
        filling = _Row(plan, answers, row)
        filling.answer(assessment.answers)
        filling.decide(assessment.gates)
        if handled := filling.handle(assessment.conflicts):
            own[row] = handled
        if plan.columns.case:
            answers.case[row] = plan.columns.case_truths(case_values(assessment.case))
        answers.depth[row] = DEPTHS[assessment.header.depth]
        found.append(tuple(filling.misfits))
    return answers.with_own(own), tuple(found)


def knowing_between(plan: Plan, assessments: Sequence[Assessment], items: Collection[str]) -> Plan:
    """The plan, also knowing the grades between two steps of the scale that these questions were given.

    Only merging with the rule `medel` makes such grades: elsewhere they are misfits.
    """
    found: dict[int, set[float]] = {}
    for assessment in assessments:
        for id_ in items:
            answer, place = assessment.answer_by_item.get(id_), plan.questions.index.get(id_)
            if place is None or not isinstance(answer, Judged) or answer.grade in plan.questions.code_of[place]:
                continue
            grades = plan.questions.grades[place]
            if grades and grades[0] < answer.grade < grades[-1]:
                found.setdefault(place, set()).add(float(answer.grade))
    return plan.between({place: tuple(sorted(values)[:_MOST_BETWEEN]) for place, values in found.items()})


def case_values(case: Case) -> dict[str, CaseValue]:
    """The fields of a case by their keys in the file, the checklist's own among them; what was left out is missing."""
    values: dict[str, CaseValue] = dict(case.own)
    for name, field in Case.model_fields.items():
        if name != "own":
            values[field.alias or name] = getattr(case, name)
    return {key: value for key, value in values.items() if value != LEFT_OUT}


class _Row:
    """One assessment on its way into the arrays."""

    def __init__(self, plan: Plan, answers: Answers, row: int) -> None:
        self.misfits: list[Misfit] = []
        self._plan = plan
        self._answers = answers
        self._row = row

    def answer(self, given: Sequence[Answer]) -> None:
        """Write the answer codes, with numbers, choices and facets."""
        index = self._plan.questions.index
        codes = self._answers.codes[self._row].tolist()
        for answer in given:
            item = index.get(answer.item)
            if item is None:
                if not isinstance(answer, Noted):
                    self.misfits.append(Misfit(answer.item, "borttagen"))
                continue
            codes[item] = self._code(item, answer)
        self._answers.codes[self._row] = codes

    def _code(self, item: int, answer: Answer) -> int:
        questions = self._plan.questions
        kind = questions.kinds[item]
        match answer:
            case Judged() if kind == "bedomning":
                code = questions.code_of[item].get(answer.grade)
                if code is None:
                    return self._misfit(answer, f"{answer.grade:g}")
                for facet, grades in answer.facets.items():
                    self._split(item, answer, facet, grades)
                return code
            case Unknown():
                return UNKNOWN
            case NotRelevant():
                # A waiver that the checklist does not allow would let a case slip past a gate that stops.
                return NOT_RELEVANT if questions.may_be_waived[item] else self._misfit(answer, answer.status)
            case Noted():
                return UNANSWERED
            case FreeText() if kind == "text":
                return 0 if answer.content.strip() else UNANSWERED
            case Quantity() if kind == "tal":
                self._answers.numbers[self._row, self._plan.columns.number_of[item]] = answer.value
                return 0
            case Choice() if kind == "val":
                return self._choose(item, answer)
            case _:
                return self._misfit(answer, "")

    def _misfit(self, answer: Answer, detail: str) -> int:
        self.misfits.append(Misfit(answer.item, "utanfor_skalan", detail))
        return UNMAPPABLE

    def _choose(self, item: int, answer: Choice) -> int:
        columns = [self._plan.columns.choice_of.get((item, alternative)) for alternative in answer.chosen]
        for alternative, column in zip(answer.chosen, columns, strict=True):
            if column is None:
                self._misfit(answer, alternative)
            else:
                self._answers.choices[self._row, column] = True
        if not columns:
            return UNANSWERED
        return 0 if any(column is not None for column in columns) else UNMAPPABLE

    def _split(self, item: int, answer: Judged, facet: str, grades: Mapping[str, float]) -> None:
        code_of = self._plan.questions.code_of[item]
        for category, grade in grades.items():
            column = self._plan.columns.cell_of.get((item, facet, category))
            code = code_of.get(grade)
            if column is None or code is None:
                self._misfit(answer, f"{facet} {category}" if column is None else f"{facet} {category} {grade:g}")
            else:
                self._answers.facets[self._row, column] = code

    def decide(self, decisions: Sequence[GateDecision]) -> None:
        """Write the decisions at gates."""
        for decision in decisions:
            gate = self._plan.gates.index.get(decision.id)
            if gate is None:
                continue
            is_handed_in = set(self._plan.gates.documents[gate]) <= set(decision.handed_in)
            self._answers.decisions[self._row, gate] = DECISIONS[decision.decision]
            self._answers.gate_written[self._row, gate] = gate_bits(
                is_explained=bool(decision.rationale.strip()),
                is_complete=decision.is_complete,
                is_handed_in=is_handed_in,
            )

    def handle(self, handlings: Sequence[ConflictHandling]) -> tuple[OwnConflict, ...]:
        """Write how conflicts were handled; those that the officer added are given back."""
        own = []
        for handling in handlings:
            status, written = STATUSES.index(handling.status), _written(handling)
            if handling.own:
                own.append(
                    OwnConflict(handling.id, handling.title, handling.severity, handling.against, status, written)
                )
                continue
            conflict = self._plan.detectors.index.get(handling.id)
            if conflict is not None:
                self._answers.statuses[self._row, conflict] = status
                self._answers.conflict_written[self._row, conflict] = written
        return tuple(own)


def _written(handling: ConflictHandling) -> int:
    """Bits of the fields that are filled in, in the order of `severity.FIELDS`."""
    filled = (
        bool(handling.rationale.strip()),
        bool(handling.action.strip()),
        bool(handling.responsible.strip()),
        bool(handling.follow_up.strip()),
        handling.follow_up_on is not None,
        bool(handling.decided_by.strip()),
    )
    return field_bits(filled)
