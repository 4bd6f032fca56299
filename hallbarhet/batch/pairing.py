"""From two checklists to the pair that records are re-scored with."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from hallbarhet.assessment.plans import plan_of
from hallbarhet.batch.alternatives import Alternative, Misplaced, misplaced, what_if
from hallbarhet.batch.carry import Carry
from hallbarhet.batch.carrying import compile_carry
from hallbarhet.batch.exchange import with_weights_of
from hallbarhet.batch.pairs import FACTORS, Factor, Pair, Side, Unfit
from hallbarhet.checklist.library import Reference
from hallbarhet.checklist.lineage import stages
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.levels import LevelRules
from hallbarhet.scoring.plan import Plan


def concerns(used: Reference, new: Checklist) -> bool:
    """Whether a record of some checklist can be an assessment of the new one: a version of it, or one it follows."""
    return used.id == new.header.id or bool(stages(used.id, used.version, new))


def pair_of(old: Checklist | None, used: Reference, new: Checklist, alternatives: Sequence[Alternative]) -> Pair:
    """The pair for records that were made with `used`; `old` is that checklist, if anybody has kept it.

    An alternative that does not fit the new checklist (`batch.alternatives.misplaced`) is left out for these records.
    """
    plan = plan_of(new)
    if old is None:
        sides = tuple(_lonely(plan, alternative) for alternative in alternatives)
        return Pair("", used.id, used.version, None, plan, None, sides)
    before = plan_of(old)
    if old.fingerprint == new.fingerprint:
        sides = tuple(_side(before, before, None, alternative) for alternative in alternatives)
        return Pair(old.fingerprint, old.header.id, old.header.version, before, before, None, sides)
    carry = compile_carry(old, new, before, plan)
    plan = plan.between(carry.between)
    sides = tuple(_side(before, plan, carry, alternative) for alternative in alternatives)
    return Pair(old.fingerprint, old.header.id, old.header.version, before, plan, carry, sides)


def first_misplaced(checklist: Checklist, alternatives: Iterable[Alternative]) -> Misplaced | None:
    """The first thing in some alternatives that a checklist does not have."""
    called = f"{checklist.header.id} {checklist.header.version}"
    found = (misplaced(plan_of(checklist), alternative, called) for alternative in alternatives)
    return next((one for one in found if one is not None), None)


def _lonely(plan: Plan, alternative: Alternative) -> Side | Unfit:
    if (wrong := misplaced(plan, alternative, "")) is not None:
        return Unfit(alternative.name, wrong.reason)
    changed = what_if(plan, alternative)
    return Side(alternative.name, changed, changed, (), {}, {})


def _side(old: Plan, new: Plan, carry: Carry | None, alternative: Alternative) -> Side | Unfit:
    if (wrong := misplaced(new, alternative, "")) is not None:
        return Unfit(alternative.name, wrong.reason)
    plan = what_if(new, alternative)
    if carry is None:
        back, forth = old, plan
    else:
        back = with_weights_of(plan, old, [(mine, theirs) for theirs, mine in carry.links])
        forth = with_weights_of(old, plan, carry.links)
    differs: dict[Factor, bool] = {
        "vikter": back is not plan or forth is not old,
        "fragor": carry is not None,
        "trosklar": plan.index_rule != old.index_rule or plan.level_rules != _moved(old.level_rules, old, plan),
    }
    factors = tuple(factor for factor in FACTORS if differs[factor])
    mixes = "vikter" in factors and "fragor" in factors
    return Side(
        name=alternative.name,
        plan=plan,
        core=_core(plan, carry),
        factors=factors,
        crossed={(True, False): forth, (False, True): back} if mixes else {},
        rules={
            (is_new_questions, is_new_thresholds): (source.index_rule, _moved(source.level_rules, source, place))
            for is_new_questions, place in ((False, old), (True, plan))
            for is_new_thresholds, source in ((False, old), (True, plan))
        },
    )


def _moved(rules: LevelRules, source: Plan, place: Plan) -> LevelRules:
    """The rules of one plan for another: caps on the dimensions that have the same id there."""
    known = {id_: number for number, id_ in enumerate(place.dimensions)}
    named = [(source.dimensions[cap.dimension], cap) for cap in rules.caps]
    caps = tuple(replace(cap, dimension=known[id_]) for id_, cap in named if id_ in known)
    return LevelRules(rules.levels, caps, rules.uses_index)


def _core(plan: Plan, carry: Carry | None) -> Plan:
    if carry is None:
        return plan
    theme_of, dimension_of = plan.layout.theme_of, plan.layout.dimension_of
    counts = carry.is_core & (theme_of < len(plan.themes)) & (plan.weights.item > 0)
    there = set(dimension_of[theme_of[counts]].tolist())
    empty = [id_ for place, id_ in enumerate(plan.dimensions) if place not in there]
    if not empty or not np.any(counts):
        return plan
    return plan.reweighted(dimensions=dict.fromkeys(empty, 0.0))
