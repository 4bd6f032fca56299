"""Why this number, why this gate: one assessment's result with everything behind it."""

import numpy as np

from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.explaining.conditions import gate_parts
from hallbarhet.scoring.explaining.conflicts import conflict_parts
from hallbarhet.scoring.explaining.points import dimension_parts, index_part
from hallbarhet.scoring.explaining.standing import causes, flag_parts, level_part
from hallbarhet.scoring.explaining.subject import Subject
from hallbarhet.scoring.explanation import Explanation
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.scoring.plan import Plan


def explain(plan: Plan, answers: Answers, outcome: Outcome, row: int = 0) -> Explanation:
    """The derivation of one assessment's outcome. `outcome` is what was said about that row of the answers.

    Scores the row once more rather than keeping every step of every case: it is asked for by a person, now and then.
    """
    subject = Subject(plan, evaluate(plan, answers.taken(np.array([row], dtype=np.intp))))
    return Explanation(
        dimensions=dimension_parts(subject, outcome),
        index=index_part(subject, outcome),
        level=level_part(subject, outcome),
        state=outcome.state,
        causes=causes(subject, outcome),
        flags=flag_parts(subject, outcome),
        gates=gate_parts(subject, outcome),
        conflicts=conflict_parts(subject, outcome),
        robustness=outcome.robustness,
    )
