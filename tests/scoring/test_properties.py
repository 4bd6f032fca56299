"""What must hold for every checklist and every set of answers (B11)."""

import copy
import itertools
import pickle
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.random_checklists import answered, as_checklist, checklist_data, seeds

from hallbarhet.checklist.weights import HEAVIEST, LIGHTEST
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import MAYBE, NOT_RELEVANT, UNKNOWN
from hallbarhet.scoring.compiling.plan import compile_plan
from hallbarhet.scoring.evaluate import evaluate, scores
from hallbarhet.scoring.sums import CENTRAL, HIGH, LOW

CLOSE = 1e-9
ORDERED = ("fem", "tre", "safa", "upp", "poang")
"""Scales where a higher grade is never worse."""

aggregations = st.sampled_from(
    [
        {},
        {"sammanvagning": "min"},
        {"sammanvagning": "ingen"},
        *({"sammanvagning": "potens", "exponent": e} for e in (0.5, 0, -1)),
    ]
)


def ranges(found):
    """Every range there is, shape [ranges, 3]."""
    return np.concatenate([found.themes[0], found.dimensions[0], found.index])


def nothing_worse(before, after):
    return bool(np.all((after >= before - CLOSE) | np.isnan(before)))


@given(checklist_data(scales=ORDERED), aggregations, seeds)
def test_raising_one_grade_never_lowers_anything(data, rules, seed):
    plan = compile_plan(as_checklist({**data, "regler": rules}))
    answers = answered(plan, seed)
    known = [item for item, code in enumerate(answers.codes[0]) if code < len(plan.questions.grades[item]) - 1]
    assume(known)
    item = known[seed % len(known)]
    raised = answers.codes.copy()
    raised[0, item] += 1
    before, after = scores(plan, answers), scores(plan, replace(answers, codes=raised))
    assert nothing_worse(ranges(before), ranges(after))
    assert (after.level >= before.level).all()


@given(checklist_data(), aggregations, seeds)
def test_answering_an_unknown_question_stays_within_the_bounds(data, rules, seed):
    plan = compile_plan(as_checklist({**data, "regler": rules}))
    answers = answered(plan, seed, unknown=0.5)
    unknown = np.flatnonzero(answers.codes[0] == UNKNOWN)
    assume(unknown.size)
    item = unknown[seed % unknown.size]
    settled = answers.codes.copy()
    settled[0, item] = seed % len(plan.questions.grades[item])
    before, after = scores(plan, answers), scores(plan, replace(answers, codes=settled))
    wide, narrow = ranges(before), ranges(after)
    assert nothing_worse(wide[:, LOW], narrow[:, LOW])
    assert nothing_worse(-wide[:, HIGH], -narrow[:, HIGH])
    assert before.level[0, LOW] <= after.level[0, LOW] <= after.level[0, HIGH] <= before.level[0, HIGH]


@given(checklist_data(), aggregations, seeds)
def test_every_number_lies_between_its_bounds_and_on_its_scale(data, rules, seed):
    plan = compile_plan(as_checklist({**data, "regler": rules}))
    found = scores(plan, answered(plan, seed))
    for low, central, high in ranges(found):
        assert np.isnan(central) or -100 <= low <= central + CLOSE <= high + 2 * CLOSE <= 100 + 3 * CLOSE
    for share in (found.coverage, found.not_relevant_share):
        assert np.all((share >= 0) & (share <= 1 + CLOSE) | np.isnan(share))
    assert np.all((found.plus >= 0) | np.isnan(found.plus))
    assert np.all((found.minus >= 0) | np.isnan(found.minus))


@given(checklist_data(), seeds, st.sampled_from([1e-3, 0.3, 7, 1e6]), st.integers(0, 2))
def test_multiplying_every_sibling_weight_changes_nothing(data, seed, factor, kind):
    plan = compile_plan(as_checklist(data))
    answers = answered(plan, seed)
    names = (("items", plan.questions.ids, plan.weights.item), ("themes", plan.themes, plan.weights.theme))
    name, ids, old = (*names, ("dimensions", plan.dimensions, plan.weights.dimension))[kind]
    other = plan.reweighted(**{name: dict(zip(ids, old * factor, strict=True))})
    before, after = evaluate(plan, answers), evaluate(other, answers)
    assert ranges(after.scores) == pytest.approx(ranges(before.scores), abs=CLOSE, nan_ok=True)
    assert after.agenda.plus == pytest.approx(before.agenda.plus, abs=CLOSE)


@given(checklist_data(), seeds, st.just(0) | st.floats(LIGHTEST, HEAVIEST), st.integers(0, 2))
def test_what_is_taken_over_gives_the_same_to_the_last_bit(data, seed, weight, kind):
    plan = compile_plan(as_checklist(data))
    answers = answered(plan, seed)
    name, ids = (("items", plan.questions.ids), ("themes", plan.themes), ("dimensions", plan.dimensions))[kind]
    other = plan.reweighted(**{name: {ids[0]: weight}})
    anew = evaluate(other, answers)
    first = evaluate(plan, answers)
    over = evaluate(other, answers, first.activity, like=first)
    assert pickle.dumps(everything(over)) == pickle.dumps(everything(anew))


def everything(found):
    return found.truths, found.scores, found.gates, found.conflicts, found.standing, found.agenda, found.strategy


@given(checklist_data(), seeds, st.randoms(use_true_random=False))
def test_another_order_of_questions_and_themes_changes_nothing(data, seed, order):
    plan = compile_plan(as_checklist(data))
    answers = answered(plan, seed)
    shuffled = copy.deepcopy(data)
    order.shuffle(shuffled["avsnitt"][0]["punkt"])
    order.shuffle(shuffled["tema"])
    other = compile_plan(as_checklist(shuffled))
    columns = [plan.questions.index[id_] for id_ in other.questions.ids]
    before = scores(plan, answers)
    after = scores(other, replace(answers, codes=answers.codes[:, columns]))
    assert after.dimensions == pytest.approx(before.dimensions, abs=CLOSE, nan_ok=True)
    assert after.index == pytest.approx(before.index, abs=CLOSE, nan_ok=True)
    assert after.level.tolist() == before.level.tolist()


@given(checklist_data(), seeds)
def test_splitting_a_question_in_two_with_half_the_weight_changes_nothing(data, seed):
    plan = compile_plan(as_checklist(data))
    answers = answered(plan, seed)
    doubled = copy.deepcopy(data)
    items = doubled["avsnitt"][0]["punkt"]
    place = seed % len(items)
    items[place]["vikt"] /= 2
    items.append({**items[place], "id": "tvilling"})
    other = compile_plan(as_checklist(doubled))
    codes = np.append(answers.codes, answers.codes[:, [place]], axis=1)
    before, after = evaluate(plan, answers), evaluate(other, replace(Answers.empty(other, 1), codes=codes))
    assert ranges(after.scores) == pytest.approx(ranges(before.scores), abs=CLOSE, nan_ok=True)
    assert after.agenda.plus == pytest.approx(before.agenda.plus, abs=CLOSE)
    assert after.scores.plus == pytest.approx(before.scores.plus, abs=CLOSE, nan_ok=True)


@given(checklist_data())
def test_effective_weights_add_up_to_one(data):
    plan = compile_plan(as_checklist(data))
    assert plan.nominal.sum() == pytest.approx(1, abs=CLOSE)


@given(checklist_data(), seeds)
def test_the_index_is_the_effective_weights_times_the_values(data, seed):
    plan = compile_plan(as_checklist(data))
    answers = answered(plan, seed, waived=0)
    found = scores(plan, answers).index[0, CENTRAL]
    values = plan.questions.values[np.arange(plan.questions.count), answers.codes[0]]
    assert found == pytest.approx(100 * (plan.nominal * values).sum(), abs=CLOSE)


@given(checklist_data(), seeds)
def test_goals_share_exactly_what_linked_questions_give_the_index(data, seed):
    plan = compile_plan(as_checklist(data))
    evaluation = evaluate(plan, answered(plan, seed))
    codes = evaluation.activity.codes[:, 0]
    unit = evaluation.facts.unit_points[plan.layout.theme_of, 0]
    points = unit * plan.weights.item * plan.questions.values[np.arange(len(codes)), codes]
    linked = np.isin(np.arange(len(codes)), plan.agenda.items)
    assert (evaluation.agenda.plus - evaluation.agenda.minus).sum() == pytest.approx(points[linked].sum(), abs=CLOSE)
    assert points.sum() == pytest.approx(np.nan_to_num(evaluation.scores.index[0, CENTRAL]), abs=CLOSE)


@given(checklist_data(), seeds)
def test_points_are_plus_less_minus_and_masking_a_share(data, seed):
    plan = compile_plan(as_checklist(data))
    evaluation = evaluate(plan, answered(plan, seed))
    found = evaluation.scores
    difference = found.plus - found.minus
    assert difference == pytest.approx(found.dimensions[..., CENTRAL], abs=CLOSE, nan_ok=True)
    strength = evaluation.conflicts.strength
    assert np.all((strength >= 0) & (strength <= 1 + CLOSE))


# Conditions are never contradicted


atoms = st.one_of(
    st.builds(
        lambda item, bound, grade: {"punkt": item, bound: grade},
        st.sampled_from(["q0", "q1", "q2"]),
        st.sampled_from(["min", "max", "over", "under", "lika"]),
        st.integers(-2, 3),
    ),
    st.builds(
        lambda group, measure, bound, points: {**group, "varde": measure, bound: points},
        st.sampled_from([{"dimension": "d0"}, {"tema": "t0"}, {"mal": "1"}, {"mal": "8"}, {"tagg": "t"}]),
        st.sampled_from(["netto", "plus", "minus"]),
        st.sampled_from(["min", "max", "over", "under"]),
        st.integers(-60, 60),
    ),
    st.builds(
        lambda group: {**group, "varde": "dold", "min": 0.4}, st.sampled_from([{"dimension": "d0"}, {"tagg": "t"}])
    ),
    st.builds(
        lambda bound, points: {"spann": "alla", bound: points}, st.sampled_from(["min", "max"]), st.integers(0, 120)
    ),
)
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.builds(lambda parts: {"alla": parts}, st.lists(inner, max_size=3)),
        st.builds(lambda parts: {"minst_en": parts}, st.lists(inner, max_size=3)),
        st.builds(lambda part: {"inte": part}, inner),
        st.builds(
            lambda parts, k: {"antal": {"av": parts, "min": k}},
            st.lists(inner, min_size=1, max_size=3),
            st.integers(0, 3),
        ),
    ),
    max_leaves=5,
)


def completions(plan, answers, limit=400):
    """Every way to answer what is unknown, or some of them evenly spread when there are too many."""
    unknown = np.flatnonzero(answers.codes[0] == UNKNOWN)
    ways = list(itertools.product(*(range(len(plan.questions.grades[item])) for item in unknown)))
    chosen = ways[:: max(1, len(ways) // limit)]
    block = answers.taken(np.zeros(len(chosen), dtype=np.intp))
    codes = block.codes.copy()
    codes[:, unknown] = np.array(chosen).reshape(len(chosen), unknown.size)
    return replace(block, codes=codes)


@given(checklist_data(), conditions, seeds)
def test_no_way_of_answering_contradicts_what_a_condition_says(data, condition, seed):
    assume(len(data["avsnitt"][0]["punkt"]) > 2)
    for item in data["avsnitt"][0]["punkt"][:4]:
        item["taggar"] = ["t"]
    gate = {"id": "g", "efter": "a", "titel": "G", "verkan": "krav", "om": condition}
    plan = compile_plan(as_checklist({**data, "tagg": [{"id": "t", "namn": "T"}], "hallplats": [gate]}))
    answers = answered(plan, seed, unknown=0.4)
    told = evaluate(plan, answers).gates.triggered[0, 0]
    completed = evaluate(plan, completions(plan, answers)).gates.triggered[:, 0]
    assert (completed != MAYBE).all()
    assert told == MAYBE or (completed == told).all()


@given(checklist_data(), seeds)
def test_no_way_of_answering_contradicts_what_is_said_of_conflicts(data, seed):
    items = data["avsnitt"][0]["punkt"]
    assume(len(items) > 2)
    for item, goals in zip(items, itertools.cycle((["a"], ["b"], ["a", "b"])), strict=False):
        item["strategimal"] = goals
    rules = [
        {"id": "par", "titel": "P", "slag": "par", "plus": "q0", "minus": "q1", "omvand": True},
        {"id": "tagg", "titel": "T", "slag": "dold", "grupp": {"tagg": "t"}, "troskel": 0.2},
    ]
    items[0]["taggar"] = items[1]["taggar"] = items[2]["taggar"] = ["t"]
    tables = {
        "tagg": [{"id": "t", "namn": "T"}],
        "strategimal": [{"id": "a", "namn": "A"}, {"id": "b", "namn": "B"}],
        "malkonflikt": rules,
        "samspel": [{"fran": "a", "till": "b", "styrka": -3}, {"fran": "b", "till": "a", "styrka": -2}],
        "mal": [{"id": "b", "kansligt": True}],
        "regler": {"konflikt": {"spann": 30, "aktivitet_min": 20, "strategi_min": 5}},
    }
    plan = compile_plan(as_checklist({**data, **tables}))
    answers = answered(plan, seed, unknown=0.35)
    told = evaluate(plan, answers).conflicts.triggered[0]
    completed = evaluate(plan, completions(plan, answers)).conflicts.triggered
    assert (completed != MAYBE).all()
    sure = told != MAYBE
    assert (completed[:, sure] == told[sure]).all()


@given(checklist_data(), seeds)
def test_waiving_everything_leaves_nothing_to_score(data, seed):
    plan = compile_plan(as_checklist(data))
    answers = answered(plan, seed)
    waived = replace(answers, codes=np.full_like(answers.codes, NOT_RELEVANT))
    found = scores(plan, waived)
    assert np.isnan(found.index).all()
    assert np.isnan(found.dimensions).all()
    assert (found.level == 0).all()
