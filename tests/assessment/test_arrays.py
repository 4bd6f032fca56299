from datetime import UTC, date, datetime

import pytest
from support.small import small_checklist
from support.worked import DATA, worked_items

from hallbarhet.assessment.arrays import activity, case_values, knowing_between, misfits, to_answers
from hallbarhet.assessment.coding import Misfit
from hallbarhet.assessment.model import (
    Assessment,
    Case,
    Choice,
    ConflictHandling,
    FreeText,
    GateDecision,
    Header,
    Judged,
    Noted,
    NotRelevant,
    Quantity,
    Unknown,
)
from hallbarhet.assessment.moment import reference
from hallbarhet.assessment.plans import plan_of
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.activity import BY_RULE, DEEP
from hallbarhet.scoring.codes import MAYBE, NOT_RELEVANT, TRUE, UNANSWERED, UNKNOWN, UNMAPPABLE, WIDTH
from hallbarhet.scoring.evaluate import scores
from hallbarhet.scoring.gates import COMPLETE, EXPLAINED, GO_ON, HANDED_IN
from hallbarhet.scoring.severity import FIELDS, NOT_HANDLED

CHECKLIST = small_checklist()
PLAN = plan_of(CHECKLIST)


def assessed(*answers, depth=None, checklist=CHECKLIST, **fields):
    return Assessment(
        header=Header(id="x", created_at=datetime(2026, 1, 1, tzinfo=UTC), depth=depth),
        checklist=reference(checklist),
        answers=answers,
        **fields,
    )


def code(item, *answers, plan=PLAN):
    found, _ = to_answers(plan, [assessed(*answers)])
    return found.codes[0, plan.questions.index[item]]


@pytest.mark.parametrize(
    "answer, expected",
    [
        (Judged(item="jobb", grade=-2), 0),
        (Judged(item="jobb", grade=2.0), 4),
        (Unknown(item="jobb"), UNKNOWN),
        (NotRelevant(item="jobb", rationale="Berörs inte alls."), NOT_RELEVANT),
        (Noted(item="jobb", rationale="Se ansökan."), UNANSWERED),
    ],
)
def test_each_kind_of_answer_has_its_code(answer, expected):
    assert code("jobb", answer) == expected
    assert misfits(CHECKLIST, assessed(answer)) == ()


def test_a_question_without_an_entry_is_unanswered():
    assert code("jobb") == UNANSWERED


def test_words_numbers_and_choices_are_answers_too():
    given = (
        FreeText(item="syfte", content="Fler jobb."),
        Quantity(item="jobb-hur", value=12.5),
        Choice(item="drivmedel", chosen=("diesel", "el")),
    )
    found, wrong = to_answers(PLAN, [assessed(*given)])
    assert [found.codes[0, PLAN.questions.index[item.item]] for item in given] == [0, 0, 0]
    assert found.numbers.tolist() == [[12.5]]
    assert found.choices.tolist() == [[True, True]]
    assert wrong == ((),)


@pytest.mark.parametrize("answer", [FreeText(item="syfte", content="  "), Choice(item="drivmedel", chosen=())])
def test_an_empty_answer_is_none(answer):
    assert code(answer.item, answer) == UNANSWERED


@pytest.mark.parametrize(
    "answer, misfit, expected",
    [
        (Judged(item="jobb", grade=7), Misfit("jobb", "utanfor_skalan", "7"), UNMAPPABLE),
        (Judged(item="jobb", grade=0.5), Misfit("jobb", "utanfor_skalan", "0.5"), UNMAPPABLE),
        (Quantity(item="jobb", value=1), Misfit("jobb", "utanfor_skalan"), UNMAPPABLE),
        (Judged(item="syfte", grade=1), Misfit("syfte", "utanfor_skalan"), UNMAPPABLE),
        (Choice(item="drivmedel", chosen=("kol",)), Misfit("drivmedel", "utanfor_skalan", "kol"), UNMAPPABLE),
        (Choice(item="drivmedel", chosen=("kol", "el")), Misfit("drivmedel", "utanfor_skalan", "kol"), 0),
        (
            NotRelevant(item="utslapp", rationale="Nej, inte alls."),
            Misfit("utslapp", "utanfor_skalan", "ej_relevant"),
            UNMAPPABLE,
        ),
    ],
)
def test_an_answer_that_does_not_fit_is_reported_and_never_counts_as_neutral(answer, misfit, expected):
    assert misfits(CHECKLIST, assessed(answer)) == (misfit,)
    assert code(answer.item, answer) == expected


def test_an_answer_to_a_question_that_is_gone_is_reported_but_words_alone_are_not():
    gone = assessed(Judged(item="borta", grade=1), Noted(item="borta-2", rationale="…"))
    assert misfits(CHECKLIST, gone) == (Misfit("borta", "borttagen"),)


def test_a_waiver_of_a_question_that_can_stop_the_case_lets_nothing_slip_past_the_gate():
    found = scores(PLAN, to_answers(PLAN, [assessed(NotRelevant(item="utslapp", rationale="Nej, inte alls."))])[0])
    assert found.coverage[0, 1] == 0


def test_facets_are_kept_cell_by_cell_and_those_that_do_not_fit_are_reported():
    facets = {"kon": {"kvinnor": -1, "man": 2, "andra": 1}, "alder": {"unga": 1}}
    split = assessed(Judged(item="jobb", grade=1, facets=facets), Judged(item="utslapp", grade=0))
    found, wrong = to_answers(PLAN, [split])
    assert found.facets.tolist() == [[1, 4]]
    assert [misfit.detail for misfit in wrong[0]] == ["kon andra", "alder unga"]
    off_scale = assessed(Judged(item="jobb", grade=1, facets={"kon": {"man": 9}}))
    assert [misfit.detail for misfit in misfits(CHECKLIST, off_scale)] == ["kon man 9"]


def test_decisions_at_gates_say_what_is_written():
    gate = GateDecision(
        id="stanna", decision="vidare", rationale="Rätt insats.", responsible="Eva Ek", decided_on=date(2026, 11, 21)
    )
    found, _ = to_answers(PLAN, [assessed(gates=(gate, GateDecision(id="okand", decision="avsluta")))])
    assert found.decisions.tolist() == [[GO_ON, 0]]
    assert found.gate_written[0, 0] == EXPLAINED | COMPLETE | HANDED_IN


def test_documents_are_handed_in_when_all_of_them_are():
    gate = {
        "id": "g",
        "efter": "fragor",
        "titel": "G",
        "verkan": "krav",
        "om": {"punkt": "S1", "min": 1},
        "handlingar": ["A", "B"],
    }
    plan = plan_of(Checklist.model_validate(DATA | {"hallplats": [gate]}, by_alias=True, by_name=False))
    for handed_in, expected in ((("A",), 0), (("B", "A"), HANDED_IN)):
        found, _ = to_answers(plan, [assessed(gates=(GateDecision(id="g", handed_in=handed_in),))])
        assert found.gate_written[0, 0] == expected


def test_what_is_written_about_a_conflict_is_one_bit_for_each_field():
    texts = {"rationale": "a", "action": "b", "responsible": "c", "follow_up": "d", "decided_by": "f"}
    filled = ConflictHandling(id="jobb-mot-utslapp", status="hanterad", follow_up_on=date(2027, 6, 1), **texts)
    found, _ = to_answers(PLAN, [assessed(conflicts=(filled,)), assessed()])
    place = PLAN.detectors.index["jobb-mot-utslapp"]
    assert found.conflict_written[:, place].tolist() == [2 ** len(FIELDS) - 1, 0]
    assert found.statuses[:, place].tolist() == [1, NOT_HANDLED]


def test_conflicts_that_the_officer_added_come_along_with_their_row():
    own = ConflictHandling(
        id="buller", title="Buller", own=True, severity=2, against=("grannar",), rationale="Vid natt."
    )
    found, _ = to_answers(PLAN, [assessed(), assessed(conflicts=(own,))])
    (conflict,) = found.own[1]
    assert (list(found.own), conflict.id, conflict.severity, conflict.written) == ([1], "buller", 2, 1)


def test_the_case_is_read_by_the_keys_of_the_file():
    case = Case(amount_applied=450_000, title="utelämnat", own={"antal": 3}, municipalities=("Växjö",))
    found = case_values(case)
    assert (found["sokt_belopp"], found["antal"], found["kommuner"]) == (450_000, 3, ("Växjö",))
    assert "rubrik" not in found


def test_a_rule_on_the_case_is_decided_when_the_field_is_filled_in():
    rows = [assessed(case=Case(amount_applied=amount)) for amount in (None, 600_000)]
    found, _ = to_answers(PLAN, rows)
    assert found.case.tolist() == [[MAYBE], [TRUE]]


def test_the_officer_s_choice_of_depth_comes_along():
    found, _ = to_answers(PLAN, [assessed(), assessed(depth="fordjupad")])
    assert found.depth.tolist() == [BY_RULE, DEEP]


def test_activity_is_told_in_the_words_of_the_walk():
    empty = activity(CHECKLIST, assessed(case=Case(amount_applied=100_000)))
    assert (empty["jobb"], empty["jobb-hur"], empty["resor"]) == ("aktiv", "vantar", "inaktuell")
    large = activity(CHECKLIST, assessed(Judged(item="jobb", grade=1), case=Case(amount_applied=500_000)))
    assert (large["jobb-hur"], large["resor"]) == ("aktiv", "aktiv")
    unknown = activity(PLAN, assessed(Unknown(item="jobb")))
    assert (unknown["jobb-hur"], unknown["resor"]) == ("aktiv", "vantar")
    assert list(empty) == [item.id for item in CHECKLIST.items]


def test_a_grade_between_two_steps_counts_only_where_questions_were_merged():
    checklist = Checklist.model_validate(DATA, by_alias=True, by_name=False)
    plan = plan_of(checklist)
    rows = [assessed(Judged(item="S1", grade=0.5), Judged(item="S3", grade=9)), assessed(Judged(item="S1", grade=1))]
    wider = knowing_between(plan, rows, ["S1", "S3", "finns-inte"])
    found, wrong = to_answers(wider, rows)
    assert found.codes[:, 0].tolist() == [WIDTH, 3]
    assert [misfit.item for misfit in wrong[0]] == ["S3"]
    assert knowing_between(plan, rows, []) is plan
    assert to_answers(plan, rows)[1][0][0] == Misfit("S1", "utanfor_skalan", "0.5")


def test_plans_are_kept_for_the_checklists_in_use_and_no_longer():
    kept = plan_of(CHECKLIST)
    assert plan_of(CHECKLIST) is kept
    others = [Checklist.model_validate(DATA | {"avsnitt": worked_items()}) for _ in range(9)]
    plans = [plan_of(other) for other in others]
    assert plan_of(others[-1]) is plans[-1]
    assert plan_of(CHECKLIST) is not kept
