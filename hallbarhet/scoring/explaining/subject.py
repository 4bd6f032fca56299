"""The one assessment that is explained, with everything that was worked out on the way."""

import math
from dataclasses import dataclass

from hallbarhet.scoring.codes import (
    INACTIVE,
    NEW,
    NOT_RELEVANT,
    UNANSWERED,
    UNKNOWN,
    UNMAPPABLE,
    WIDTH,
    Floats,
)
from hallbarhet.scoring.evaluate import Evaluation
from hallbarhet.scoring.explanation import AnswerState
from hallbarhet.scoring.outcome import Range, Triggered
from hallbarhet.scoring.plan import Plan

_STATES: dict[int, AnswerState] = {
    UNANSWERED: "obesvarad",
    UNKNOWN: "vet_inte",
    NEW: "ny_fraga",
    UNMAPPABLE: "ej_mappbar",
    NOT_RELEVANT: "ej_relevant",
    INACTIVE: "inaktuell",
}

TRIGGERED: tuple[Triggered, ...] = ("ej_utlost", "mojlig", "utlost")
"""A finding by its truth."""

NOTHING = Range(None, None, None)
"""The points of what does not count."""


@dataclass(frozen=True, eq=False)
class Subject:
    """One assessment on its plan; `evaluation` is of that assessment alone."""

    plan: Plan
    evaluation: Evaluation

    def code(self, item: int) -> int:
        """The answer code of a question, as it counts."""
        return int(self.evaluation.activity.codes[item, 0])

    def state(self, item: int) -> AnswerState:
        """What kind of answer a question has."""
        return _STATES.get(self.code(item), "besvarad")

    def grade(self, item: int) -> float | None:
        """The grade chosen, None where there is none."""
        questions, code = self.plan.questions, self.code(item)
        if code >= WIDTH:
            return questions.between[item][code - WIDTH]
        grades = questions.grades[item]
        return grades[code] if code < len(grades) else None

    def applies(self, item: int) -> bool:
        """Whether the answer to a judged question counts, known or not."""
        return bool(self.plan.questions.applies[item, self.code(item)])

    def value(self, item: int) -> Range:
        """100·v with an unknown answer at its worst, at neutral and at its best."""
        if not self.applies(item):
            return NOTHING
        questions, code = self.plan.questions, self.code(item)
        tables = (questions.lowest, questions.values, questions.highest)
        low, central, high = (100 * float(table[item, code]) for table in tables)
        return Range(low, central, high)


def ranged(row: Floats) -> Range:
    """Lowest, central and highest of three numbers; Nones for what is not there."""
    low, central, high = (None if math.isnan(value) else value for value in row.tolist())
    return Range(low, central, high)


def scaled(points: Range, share: float) -> Range:
    """A range times a share; Nones where there is nothing to take a share of."""
    if points.low is None or points.central is None or points.high is None:
        return NOTHING
    return Range(share * points.low, share * points.central, share * points.high)
