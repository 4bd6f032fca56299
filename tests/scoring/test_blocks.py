"""The same numbers, to the last bit, however many assessments are scored together and in which order."""

import json
import pickle
import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from support.random_checklists import answered, as_checklist
from support.worked import DATA, worked_items, worked_plan

from hallbarhet.assessment.result import result_row
from hallbarhet.scoring.answers import Answers, OwnConflict
from hallbarhet.scoring.compiling.plan import compile_plan
from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.severity import STATUSES

ROOT = Path(__file__).parents[2]
ROWS = 4096
SHIPPED = ROOT / "checklists" / "kronoberg-projektmedel.toml"


def rich_plan(**rules):
    """A checklist where everything there is to score has something to do."""
    items = worked_items(
        S1={"fasetter": ["kon"], "agenda2030": ["5.5"], "vikt": 0.1},
        S2={"agenda2030": ["10.2", "5.1"], "vikt": 0.3, "strategimal": ["jobb"]},
        M1={"agenda2030": ["13.2", "7.2"], "agenda2030_indirekt": ["9.4"], "vikt": 0.7, "taggar": ["t"]},
        M3={"agenda2030": ["15.1"], "strategimal": ["miljo"], "taggar": ["t"]},
        E1={"agenda2030": ["8.2", "9.3"], "strategimal": ["jobb"], "visas_om": {"punkt": "S1", "min": -1}},
    )
    return worked_plan(
        avsnitt=items,
        tagg=[{"id": "t", "namn": "T", "skyddad": True}],
        fasett=[{"id": "kon", "namn": "K", "slag": "grupp", "kategorier": [{"id": c, "text": c} for c in "ab"]}],
        strategimal=[{"id": "jobb", "namn": "J"}, {"id": "miljo", "namn": "M"}],
        samspel=[{"fran": "8", "till": "15", "styrka": -3}, {"fran": "13", "till": "9", "styrka": 1}],
        mal=[{"id": "15", "kansligt": True}],
        hallplats=[
            {"id": "g1", "efter": "fragor", "titel": "G", "verkan": "stopp", "om": {"punkt": "M3", "max": -2}},
            {"id": "g2", "efter": "fragor", "titel": "G", "verkan": "avvakta", "om": {"spann": "alla", "min": 70}},
            {
                "id": "g3",
                "efter": "fragor",
                "titel": "G",
                "verkan": "krav",
                "om": {"tagg": "t", "varde": "dold", "min": 0.3},
            },
        ],
        malkonflikt=[
            {"id": "par", "titel": "P", "slag": "par", "plus": "E1", "minus": "M1", "omvand": True},
            {"id": "fri", "titel": "F", "slag": "villkor", "om": {"mal": "13", "under": 0}},
            {"id": "dold", "titel": "D", "slag": "dold", "grupp": {"tagg": "t"}},
        ],
        regler={"konflikt": {"spann": 40}, **rules},
    )


def rows_as_text(plan, answers, rows=None):
    """Results as the bytes of their JSON, of every row or of some."""
    return [json.dumps(result_row(outcome)) for outcome in outcomes(plan, evaluate(plan, answers), rows)]


def block(plan, seed=1, rows=ROWS):
    """Answers with everything there is in them."""
    answers = answered(plan, seed, rows=rows)
    dice = np.random.default_rng(seed)
    for column, cell in enumerate(plan.columns.cells):
        grades = dice.integers(0, len(plan.questions.grades[cell.item]), rows)
        answers.facets[:, column] = np.where(dice.random(rows) < 0.5, 10, grades)
    answers.decisions[:] = dice.integers(0, 4, answers.decisions.shape) * (dice.random(answers.decisions.shape) < 0.2)
    answers.gate_written[:] = dice.integers(0, 8, answers.gate_written.shape)
    answers.statuses[:] = dice.integers(-1, 4, answers.statuses.shape)
    answers.conflict_written[:] = dice.integers(0, 64, answers.conflict_written.shape)
    own = OwnConflict("egen", "E", 4, ("x",), STATUSES.index("oppen"), 1)
    return answers.with_own(dict.fromkeys(range(0, rows, 97), (own,)))


def shipped():
    return compile_plan(as_checklist(tomllib.loads(SHIPPED.read_text(encoding="utf-8"))))


def skewed():
    """One theme with most of the questions, so that groups are not filled up to the same length."""
    (part,) = worked_items()
    more = [{**part["punkt"][6], "id": f"X{n}", "vikt": 0.1 * (n + 1)} for n in range(25)]
    return worked_plan(avsnitt=[part | {"punkt": [*part["punkt"], *more]}])


PLANS = {
    "rich": rich_plan,
    "skewed": skewed,
    "power": lambda: rich_plan(sammanvagning="potens", exponent=0.5),
    "geometric": lambda: rich_plan(sammanvagning="potens", exponent=0),
    "shipped": shipped,
}


@pytest.mark.parametrize("name", PLANS)
def test_an_assessment_scored_alone_is_the_same_to_the_last_bit(name):
    plan = PLANS[name]()
    answers = block(plan)
    rows = range(0, ROWS, 311)
    together = rows_as_text(plan, answers, rows)
    assert [rows_as_text(plan, answers.taken(np.array([row])))[0] for row in rows] == together


@pytest.mark.parametrize("name", PLANS)
def test_the_order_and_size_of_blocks_changes_nothing(name):
    plan = PLANS[name]()
    answers = block(plan, rows=300)
    together = rows_as_text(plan, answers)
    order = np.random.default_rng(2).permutation(300)
    shuffled = rows_as_text(plan, answers.taken(order))
    assert [shuffled[place] for place in np.argsort(order)] == together
    parts = [rows_as_text(plan, answers.taken(rows)) for rows in np.split(np.arange(300), [1, 8, 263])]
    assert [row for part in parts for row in part] == together


def test_blocks_that_are_joined_give_what_they_gave_apart():
    plan = rich_plan()
    first, second = block(plan, 1, 40), block(plan, 2, 60)
    joined = Answers.joined([first, second])
    assert rows_as_text(plan, joined) == rows_as_text(plan, first) + rows_as_text(plan, second)


def test_a_plan_can_be_sent_to_another_process():
    plan = rich_plan()
    answers = block(plan, rows=20)
    expected = rows_as_text(plan, answers)
    assert rows_as_text(pickle.loads(pickle.dumps(plan)), answers) == expected  # noqa: S301  (our own bytes)


def test_what_hangs_on_goals_is_never_taken_over_from_other_weights():
    plan = rich_plan()
    answers = block(plan)
    other = plan.reweighted(dimensions={plan.dimensions[0]: 9})
    third = other.reweighted(dimensions={plan.dimensions[1]: 0})
    first = evaluate(plan, answers)
    second = evaluate(other, answers, first.activity, like=first)
    over = evaluate(third, answers, first.activity, like=second)
    assert first.facts.has_weighed
    assert over.facts.sums is first.facts.sums
    assert said(over) == said(evaluate(third, answers))


def test_what_hangs_on_no_weights_is_taken_over():
    stop = {"id": "g", "efter": "fragor", "titel": "G", "verkan": "stopp", "om": {"punkt": "M3", "max": -2}}
    pair = {"id": "par", "titel": "P", "slag": "par", "plus": "E1", "minus": "M1"}
    plan = worked_plan(hallplats=[stop], malkonflikt=[pair])
    answers = block(plan)
    first = evaluate(plan, answers)
    other = plan.reweighted(dimensions={plan.dimensions[0]: 9})
    over = evaluate(other, answers, first.activity, like=first)
    assert not first.facts.has_weighed
    assert over.gates is first.gates
    assert over.conflicts is first.conflicts
    assert said(over) == said(evaluate(other, answers))


def test_nothing_is_taken_over_from_other_answers_or_other_questions():
    plan = rich_plan()
    answers, others = block(plan), block(plan, seed=2)
    first = evaluate(plan, others)
    assert said(evaluate(plan, answers, like=first)) == said(evaluate(plan, answers))


def said(found):
    """Everything that scoring says, to be compared to the last bit."""
    return pickle.dumps((found.truths, found.scores, found.gates, found.conflicts, found.standing, found.strategy))


def test_scoring_leaves_the_answers_as_they_were():
    plan = rich_plan()
    answers = block(plan, rows=50)
    before = replace(
        answers, **{name: getattr(answers, name).copy() for name in ("codes", "statuses", "conflict_written")}
    )
    evaluate(plan, answers)
    for name in ("codes", "statuses", "conflict_written"):
        assert (getattr(answers, name) == getattr(before, name)).all()


def test_an_empty_block_has_no_results():
    plan = rich_plan()
    assert outcomes(plan, evaluate(plan, Answers.empty(plan, 0))) == []


def test_a_checklist_without_scored_questions_can_be_scored():
    text = {"id": "X", "text": "X?", "slag": "text"}
    plan = worked_plan(tema=[], avsnitt=[{"id": "a", "titel": "A", "punkt": [text]}])
    (outcome,) = outcomes(plan, evaluate(plan, Answers.empty(plan, 1)))
    assert (outcome.state, outcome.index.central, outcome.conflicts) == ("ej_bedombar", None, ())
    assert [found.id for found in outcome.dimensions] == [dimension["id"] for dimension in DATA["dimension"]]
