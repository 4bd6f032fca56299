"""What scoring costs: one assessment, a block of thousands, one more weighting.

Candidates are interleaved and medians told, since the machine drifts; beside each stands its ratio to one matrix
product of the same answers in the same run, which drifts with it. Exit code 1 when a bar is broken.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from _synthetic import QUESTIONS, RULES, assessment, checklist

from hallbarhet.assessment.arrays import to_answers
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.compiling.plan import compile_plan
from hallbarhet.scoring.evaluate import evaluate, scores
from hallbarhet.scoring.index import aggregated
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.robustness import robustness
from hallbarhet.scoring.sums import CENTRAL, HIGH, LOW

BLOCK = 4096
ROUNDS = 15

MILLI, MICRO = 1e-3, 1e-6


@dataclass(frozen=True)
class Candidate:
    """Something to time: how many assessments it scores, and what each may take."""

    name: str
    run: Callable[[], object]
    count: int
    bar: float | None
    unit: float


def candidates(plan: Plan, block: Answers) -> list[Candidate]:
    one = block.taken(np.array([0]))
    other = plan.reweighted(dimensions={plan.dimensions[0]: 2.0})
    whole = evaluate(plan, block)
    ranges = whole.facts.sums.dimensions[[LOW, CENTRAL, HIGH]]
    counts = whole.scores.counts.T
    values = np.random.default_rng(1).random((BLOCK, QUESTIONS))
    weights = np.random.default_rng(2).random((QUESTIONS, RULES))
    single = values[:1].copy()
    return [
        Candidate("matrix product, one", lambda: single @ weights, 1, None, MILLI),
        Candidate("matrix product, block", lambda: values @ weights, BLOCK, None, MICRO),
        Candidate("one: score, gates, conflicts", lambda: outcomes(plan, evaluate(plan, one)), 1, 1.0, MILLI),
        Candidate("one: with robustness", lambda: robustness(plan, evaluate(plan, one)), 1, 20.0, MILLI),
        Candidate("block: score, gates, conflicts", lambda: evaluate(plan, block), BLOCK, 15.0, MICRO),
        Candidate("block: points and levels alone", lambda: scores(other, block), BLOCK, None, MICRO),
        Candidate(
            "block: one more weighting, index",
            lambda: aggregated(plan.index_rule, ranges, other.weights.dimension, counts),
            BLOCK,
            1.0,
            MICRO,
        ),
    ]


def main() -> int:
    used = checklist()
    plan = compile_plan(used)
    known, _ = to_answers(plan, [assessment(used, seed) for seed in range(64)])
    block = known.taken(np.arange(BLOCK) % known.count)
    timed = candidates(plan, block)
    times: dict[str, list[float]] = {candidate.name: [] for candidate in timed}
    for candidate in timed:
        candidate.run()  # tables are worked out the first time
    for _ in range(ROUNDS):
        for candidate in timed:
            repeats = 10 if candidate.count == 1 else 1
            started = time.perf_counter()
            for _ in range(repeats):
                candidate.run()
            times[candidate.name].append((time.perf_counter() - started) / repeats)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    broken = 0
    for candidate in timed:
        each = medians[candidate.name] / candidate.count / candidate.unit
        floor = medians["matrix product, one" if candidate.count == 1 else "matrix product, block"]
        unit = "ms" if candidate.unit == MILLI else "µs"
        bar = f"bar {candidate.bar:g}" if candidate.bar is not None else "no bar"
        print(
            f"{candidate.name:34} {each:9.4f} {unit} each ({bar}), {medians[candidate.name] / floor:8.1f} × the product"
        )
        broken += candidate.bar is not None and each > candidate.bar
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
