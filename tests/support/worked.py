"""The small checklist of the method's worked examples, and answers to it."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import NOT_RELEVANT, UNKNOWN
from hallbarhet.scoring.compiling.plan import compile_plan
from hallbarhet.scoring.plan import Plan

DATA = tomllib.loads((Path(__file__).parent / "worked.toml").read_text(encoding="utf-8"))

ANSWERS = {"S1": 2, "S2": 1, "S3": 0, "M1": 1, "M2": -1, "M3": 0, "E1": 2, "E2": 1, "E3": 1}
"""W2: the answers most examples start from."""

_WORDS = {"unknown": UNKNOWN, "na": NOT_RELEVANT}


def worked_plan(**tables: Any) -> Plan:
    """The plan of the worked checklist, with some of its tables replaced or added."""
    return compile_plan(Checklist.model_validate(DATA | tables, by_alias=True, by_name=False))


def worked_items(**changes: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The part with the questions, with some keys of some questions replaced or added."""
    (section,) = DATA["avsnitt"]
    return [section | {"punkt": [item | changes.get(item["id"], {}) for item in section["punkt"]]}]


def answers_to(plan: Plan, *rows: Mapping[str, float | str]) -> Answers:
    """One assessment for each row: a grade, `unknown` or `na` by question; what is not named is unanswered."""
    answers = Answers.empty(plan, len(rows))
    for place, row in enumerate(rows):
        for item, value in row.items():
            column = plan.questions.index[item]
            code = _WORDS[value] if isinstance(value, str) else plan.questions.code_of[column][value]
            answers.codes[place, column] = code
    return answers
