"""From the data of records to the arrays that scoring reads, the same as by way of assessments but without them.

A record with anything in it that does not fit its checklist goes the ordinary way: there it is told what did not.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from hallbarhet.assessment.coding import DECISIONS, DEPTHS, Misfit, field_bits, gate_bits
from hallbarhet.assessment.recognition import LEFT_OUT
from hallbarhet.scoring.answers import Answers, OwnConflict
from hallbarhet.scoring.codes import NOT_RELEVANT, UNANSWERED, UNKNOWN
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.severity import STATUSES

Data = Mapping[str, Any]

CASE_FIELDS = (
    "diarienummer", "nyps_id", "stodform", "rubrik", "sokande", "organisationsnummer", "kommuner", "sokt_belopp",
    "total_kostnad", "ansokan_datum", "projekt_start", "projekt_slut", "beviljat_belopp", "beslut_utfall",
    "beslut_datum",
)  # fmt: skip
"""The fields of a case by their keys in the file, in order, less the checklist's own."""

WRITTEN = ("motivering", "atgard", "ansvarig", "uppfoljning", "uppfoljning_datum", "beslutsfattare")
"""What is written about a conflict, by keys in the file."""
_COMPLETE = ("beslut", "motivering", "ansvarig", "datum")


class _MisfitError(Exception):
    """Something does not fit the checklist; never leaves this module."""


def encoded(plan: Plan, records: Sequence[Data]) -> tuple[Answers, tuple[tuple[Misfit, ...], ...]]:
    """Records that `read_record` found right as one block, and what did not fit in each, both in the order given."""
    answers = Answers.empty(plan, len(records))
    misfits: list[tuple[Misfit, ...]] = [()] * len(records)
    odd = []
    for row, data in enumerate(records):
        try:
            _answer(plan, answers, row, data.get("svar", ()))
        except _MisfitError:
            odd.append(row)
    answers = with_sides(plan, answers, records)
    if odd:
        found, told = _the_ordinary_way(plan, [records[row] for row in odd])
        put(answers, odd, found)
        for place, row in enumerate(odd):
            misfits[row] = told[place]
    return answers, tuple(misfits)


def put(answers: Answers, rows: Sequence[int], others: Answers) -> None:
    """What others answered, in some rows; what they say beside it is left out."""
    for array in ("codes", "numbers", "choices", "facets"):
        getattr(answers, array)[rows] = getattr(others, array)


def beside(plan: Plan, records: Sequence[Data]) -> Answers:
    """What records say beside answers to questions: decisions, conflicts, case and depth."""
    return with_sides(plan, Answers.empty(plan, len(records)), records)


def _the_ordinary_way(plan: Plan, records: Sequence[Data]) -> tuple[Answers, tuple[tuple[Misfit, ...], ...]]:
    from hallbarhet.assessment.arrays import to_answers  # noqa: PLC0415  (the models are loaded only when needed)
    from hallbarhet.assessment.model import Assessment  # noqa: PLC0415

    return to_answers(plan, [Assessment.model_validate(data, by_alias=True, by_name=False) for data in records])


# Answers


@lru_cache(maxsize=16)
def _codes(plan: Plan) -> dict[str, tuple[int, Mapping[float, int]]]:
    """The place of each question, and the codes of its grades, none where it is not judged."""
    questions = plan.questions
    return {
        id_: (place, questions.code_of[place] if questions.kinds[place] == "bedomning" else {})
        for place, id_ in enumerate(questions.ids)
    }


def _answer(plan: Plan, answers: Answers, row: int, given: Sequence[Data]) -> None:
    """Write the answer codes, with numbers, choices and facets."""
    known = _codes(plan)
    codes = [UNANSWERED] * len(known)
    for answer in given:
        place, code_of = known.get(answer["punkt"], (-1, _NOTHING))
        code = code_of.get(answer["grad"]) if "grad" in answer else None
        if code is None:
            code = _other(plan, answers, row, place, answer)
        elif "fasetter" in answer:
            _split(plan, answers, row, place, answer["fasetter"])
        if place >= 0:
            codes[place] = code
    answers.codes[row] = codes


_NOTHING: Mapping[float, int] = {}


def _other(plan: Plan, answers: Answers, row: int, place: int, answer: Data) -> int:
    """The code of an answer that is no grade, with what stands beside it."""
    status = answer.get("status")
    if status == "obesvarad":
        return UNANSWERED
    if place < 0:
        raise _MisfitError
    if status == "vet_inte":
        return UNKNOWN
    if status == "ej_relevant" and plan.questions.may_be_waived[place]:
        return NOT_RELEVANT
    kind = plan.questions.kinds[place]
    if kind == "text" and "fritext" in answer:
        return 0 if answer["fritext"].strip() else UNANSWERED
    if kind == "tal" and "varde" in answer:
        answers.numbers[row, plan.columns.number_of[place]] = answer["varde"]
        return 0
    if kind == "val" and "val" in answer:
        for alternative in answer["val"]:
            column = plan.columns.choice_of.get((place, alternative))
            if column is None:
                raise _MisfitError
            answers.choices[row, column] = True
        return 0 if answer["val"] else UNANSWERED
    raise _MisfitError


def _split(plan: Plan, answers: Answers, row: int, place: int, facets: Mapping[str, Mapping[str, float]]) -> None:
    code_of = plan.questions.code_of[place]
    for facet, grades in facets.items():
        for category, grade in grades.items():
            column, code = plan.columns.cell_of.get((place, facet, category)), code_of.get(grade)
            if column is None or code is None:
                raise _MisfitError
            answers.facets[row, column] = code


# What stands beside the answers


def with_sides(plan: Plan, answers: Answers, records: Sequence[Data]) -> Answers:
    """The answers, with the decisions, conflicts, case and depth of their records written beside."""
    own = {}
    for row, data in enumerate(records):
        if "hallplats" in data:
            _decide(plan, answers, row, data["hallplats"])
        if "malkonflikt" in data and (handled := _handle(plan, answers, row, data["malkonflikt"])):
            own[row] = handled
        if plan.columns.case:
            answers.case[row] = plan.columns.case_truths(_case_values(data.get("arende", {})))
        if (depth := data["bedomning"].get("djup")) is not None:
            answers.depth[row] = DEPTHS[depth]
    return answers.with_own(own)


def _decide(plan: Plan, answers: Answers, row: int, decisions: Sequence[Data]) -> None:
    for decision in decisions:
        gate = plan.gates.index.get(decision["id"])
        if gate is None:
            continue
        answers.decisions[row, gate] = DECISIONS[decision.get("beslut")]
        answers.gate_written[row, gate] = gate_bits(
            is_explained=bool(decision.get("motivering", "").strip()),
            is_complete=all(_is_filled(decision.get(key)) for key in _COMPLETE),
            is_handed_in=set(plan.gates.documents[gate]) <= set(decision.get("inlamnat", ())),
        )


def _handle(plan: Plan, answers: Answers, row: int, handlings: Sequence[Data]) -> tuple[OwnConflict, ...]:
    """Write how conflicts were handled; those that the officer added are given back."""
    own = []
    for handling in handlings:
        id_, status = handling["id"], STATUSES.index(handling.get("status", "oppen"))
        written = field_bits(_is_filled(handling.get(key)) for key in WRITTEN)
        if handling.get("egen", False):
            title, severity, against = handling.get("titel", ""), handling.get("allvar", 0), handling.get("mot", ())
            own.append(OwnConflict(id_, title, severity, tuple(against), status, written))
            continue
        conflict = plan.detectors.index.get(id_)
        if conflict is not None:
            answers.statuses[row, conflict] = status
            answers.conflict_written[row, conflict] = written
    return tuple(own)


def _is_filled(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _case_values(case: Data) -> dict[str, Any]:
    """The fields of a case, as `assessment.arrays.case_values` gives them; a field left out is missing."""
    own = {key: value for key, value in case.get("eget", {}).items() if key not in CASE_FIELDS}
    named = {key: tuple(case[key]) if key == "kommuner" else case[key] for key in CASE_FIELDS if key in case}
    return {key: value for key, value in (own | named).items() if value != LEFT_OUT}
