"""From the data of records to the arrays that scoring reads, the same as by way of assessments."""

from collections.abc import Mapping, Sequence
from typing import Any

from hallbarhet.assessment.arrays import Misfit, to_answers
from hallbarhet.assessment.model import Assessment
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.plan import Plan


def encoded(plan: Plan, records: Sequence[Mapping[str, Any]]) -> tuple[Answers, tuple[tuple[Misfit, ...], ...]]:
    """Records that `read_record` found right as one block, and what did not fit in each, both in the order given."""
    return to_answers(plan, [Assessment.model_validate(data, by_alias=True, by_name=False) for data in records])


def beside(plan: Plan, records: Sequence[Mapping[str, Any]]) -> Answers:
    """What records say beside answers to questions: decisions, conflicts, case and depth."""
    return encoded(plan, [{**record, "svar": ()} for record in records])[0]
