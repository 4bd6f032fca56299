"""Everything scoring says about some assessments, as arrays: one walk from answers to states (B3 to B7)."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from hallbarhet.scoring import detection
from hallbarhet.scoring.activity import Activity, resolve
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import Codes
from hallbarhet.scoring.conflicts import ConflictFindings, gathered, same, settled
from hallbarhet.scoring.facts import Facts, Given
from hallbarhet.scoring.gates import GateFindings, judge
from hallbarhet.scoring.goals import GoalPoints, Links
from hallbarhet.scoring.plan import Plan
from hallbarhet.scoring.scores import Scores, score
from hallbarhet.scoring.states import Standing, standing
from hallbarhet.scoring.sums import APPLIES, GOAL_MINUS, GOAL_PLUS, OPEN


@dataclass(frozen=True, eq=False)
class Evaluation:
    """n assessments scored; every array has one row per assessment."""

    answers: Answers
    activity: Activity
    """Which questions are asked and the codes that count; here the assessments stand last, shape [Q, n]."""
    truths: Codes
    """Truth of every atom and connective of `plan.conditions`, shape [n, rows]."""
    scores: Scores
    gates: GateFindings
    conflicts: ConflictFindings
    standing: Standing
    """State and flags."""
    facts: Facts = field(repr=False)
    """What the findings were made from, for those who explain them."""

    @property
    def count(self) -> int:
        """How many assessments there are."""
        return self.answers.count

    @cached_property
    def agenda(self) -> GoalPoints:
        """What is said of each Agenda 2030 goal; worked out when first asked for, since batch never asks."""
        return _goals(self.facts, self.facts.plan.agenda)

    @cached_property
    def strategy(self) -> GoalPoints:
        """The same of each goal of the region's own."""
        return _goals(self.facts, self.facts.plan.strategy)


def activity(plan: Plan, answers: Answers) -> Activity:
    """Which questions are asked now; the assessments stand last, shape [Q, n]."""
    return resolve(plan.stages, answers.codes.T, answers.depth, Given(answers))


def scores(plan: Plan, answers: Answers, asked: Activity | None = None) -> Scores:
    """Points, index and levels alone; `asked` where it is known already."""
    facts = Facts(plan, answers, (asked or activity(plan, answers)).codes)
    return score(facts.sums, plan.weights, plan.index_rule, plan.level_rules)


def evaluate(
    plan: Plan, answers: Answers, asked: Activity | None = None, *, like: Evaluation | None = None
) -> Evaluation:
    """Score n assessments. A row has the same result, to the last bit, alone and among thousands.

    `asked` is given where it is known already, or where fewer questions are to count than are asked; `like`, where the
    same answers with the same questions asked have been scored under another plan: what must be the same is taken over.
    """
    asked = asked or activity(plan, answers)
    over = like if like is not None and _are_alike(plan, answers, asked, like) else None
    facts = Facts(plan, answers, asked.codes, over.facts.sums if over else None)
    scored = score(facts.sums, plan.weights, plan.index_rule, plan.level_rules)
    if over is not None and not over.facts.has_weighed:
        truths, gates, conflicts = over.truths.T, over.gates, over.conflicts
    else:
        truths = plan.conditions.truths(asked.codes, facts)
        gates = judge(plan.gates, truths, asked, answers.decisions, answers.gate_written)
        conflicts = find(plan, answers, facts, truths)
    return Evaluation(
        answers=answers,
        activity=asked,
        truths=truths.T,
        scores=scored,
        gates=gates,
        conflicts=conflicts,
        standing=standing(plan, scored, gates, conflicts, answers.own),
        facts=facts,
    )


def _are_alike(plan: Plan, answers: Answers, asked: Activity, like: Evaluation) -> bool:
    return like.answers is answers and like.activity is asked and plan.counts_like(like.facts.plan)


def find(plan: Plan, answers: Answers, facts: Facts, truths: Codes) -> ConflictFindings:
    """Every goal conflict, told once; `truths` are the rows of the conditions, [rows, n]."""
    detectors = plan.detectors
    found = []
    farthest = None
    if detectors.pairs.owner.size:
        found.append(detection.pairs(detectors.pairs, plan.questions, facts.codes))
    if detectors.masks.owner.size:
        found.append(detection.masks(detectors.masks, facts.groups, detectors.limits))
    if detectors.gaps.owner.size:
        gaps, farthest = detection.gaps(detectors.gaps, facts.distances)
        found.append(gaps)
    if detectors.splits.owner.size:
        found.append(detection.splits(detectors.splits, plan.questions, facts.codes, facts.facets))
    if detectors.tensions.owner.size:
        strategy = facts.strategy_points
        found.append(detection.tensions(detectors.tensions, strategy[[0, 2]], strategy[[1, 3]]))
    if detectors.pulls.owner.size:
        found.append(detection.pulls(detectors.pulls, facts.effects))
    if detectors.drags.owner.size:
        found.append(detection.drags(detectors.drags, facts.effects, facts.net_effects))
    if detectors.frees.owner.size:
        found.append(detection.frees(detectors.frees, truths))
    whole = gathered(detectors, found, answers.count)
    one = same(detectors, whole, facts.sums.loud, farthest, len(plan.dimensions))
    return settled(detectors, whole, one, answers.statuses, answers.conflict_written, farthest)


def _goals(facts: Facts, links: Links) -> GoalPoints:
    n = facts.codes.shape[1]
    if not links.items.size:
        nothing = np.zeros((n, links.count))
        return GoalPoints(nothing, nothing, nothing, nothing)
    found = facts.agenda if links is facts.plan.agenda else facts.strategy
    return GoalPoints(found[GOAL_PLUS].T, found[GOAL_MINUS].T, found[APPLIES].T, found[OPEN].T)
