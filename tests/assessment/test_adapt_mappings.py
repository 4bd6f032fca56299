"""What each koppling makes of answers: merged, split, dropped, new, and several versions at once."""

import pytest
from support.adapting import TWO, carried, checklist, grade, judged, old_checklist, only, row

from hallbarhet.assessment.arrays import misfits
from hallbarhet.assessment.model import FreeText, Judged, Noted, NotRelevant, Unknown

# Merged

MERGED = [row("sammanslagen", ("a", "b"), "c")]


def test_merged_answers_are_the_worst_of_them():
    adapted = carried(TWO, checklist(judged("c"), mappings=MERGED), grade("a", 2, rationale="A."), grade("b", -1))
    assert (only(adapted).item, only(adapted).grade) == ("c", -1)
    assert adapted.changed[0].sources == ("a", "b")
    assert [former["punkt"] for former in adapted.assessment.former_answers] == ["a", "b"]
    assert [former["blev"] for former in adapted.assessment.former_answers] == [["c"], ["c"]]


def test_the_worst_is_by_meaning_and_not_by_number():
    old = old_checklist(judged("a", "risk"), judged("b", "risk"))
    answers = grade("a", 2, "Stor"), grade("b", 0, "Ingen")
    assert only(carried(old, checklist(judged("c", "risk"), mappings=MERGED), *answers)).grade == 2


def test_merged_by_mean_may_fall_between_two_grades():
    new = checklist(judged("c"), mappings=[row("sammanslagen", ("a", "b"), "c", more='regel = "medel"')])
    assert only(carried(TWO, new, grade("a", 2), grade("b", 0))).grade == 1
    between = carried(TWO, new, grade("a", 2), grade("b", 1))
    assert isinstance(only(between), Unknown)
    assert between.changed[0].cause == "ej_mappbar"
    exact = carried(TWO, new, grade("a", 2), grade("b", 1), between=True)
    assert only(exact).grade == 1.5
    assert exact.between == ("c",)


def test_merged_by_the_rule_vet_inte_is_vet_inte():
    new = checklist(judged("c"), mappings=[row("sammanslagen", ("a", "b"), "c", more='regel = "vet_inte"')])
    adapted = carried(TWO, new, grade("a", 2), grade("b", 1))
    assert isinstance(only(adapted), Unknown)
    assert adapted.changed[0].cause == "ej_mappbar"


@pytest.mark.parametrize(
    "other, expected",
    [
        (Unknown(item="b"), Unknown),
        (NotRelevant(item="b", rationale="Gäller inte."), Judged),
        (Noted(item="b", rationale="Tänker."), Noted),
        (None, Noted),
    ],
)
def test_a_merge_with_one_answer_that_is_no_grade(other, expected):
    new = checklist(judged("c"), mappings=MERGED)
    answers = [grade("a", 2, rationale="A."), *([other] if other else [])]
    assert isinstance(only(carried(TWO, new, *answers)), expected)


def test_a_merge_is_ej_relevant_only_when_all_are():
    both = NotRelevant(item="a", rationale="Gäller inte A."), NotRelevant(item="b", rationale="Inte B.")
    answer = only(carried(TWO, checklist(judged("c"), mappings=MERGED), *both))
    assert isinstance(answer, NotRelevant)
    assert answer.rationale == "Gäller inte A.\n\nInte B."


def test_merged_texts_stand_after_each_other():
    text = 'id = "{0}"\ntext = "{0}?"\nslag = "text"'
    old = old_checklist(text.format("a"), text.format("b"))
    new = checklist(text.format("c"), mappings=MERGED)
    answers = FreeText(item="a", content="Ett."), FreeText(item="b", content="Två.")
    assert only(carried(old, new, *answers)).content == "Ett.\n\nTvå."


# Split, dropped, new


def test_a_split_question_is_vet_inte_unless_copied():
    questions = judged("b"), judged("c")
    plain = checklist(*questions, mappings=[row("delad", "a", "b"), row("delad", "a", "c")])
    old = old_checklist(judged("a"))
    assert [type(answer) for answer in carried(old, plain, grade("a", 1)).assessment.answers] == [Unknown, Unknown]
    copied = [row("delad", "a", "b", more='regel = "kopia"'), row("delad", "a", "c", more='regel = "vet_inte"')]
    adapted = carried(old, checklist(*questions, mappings=copied), grade("a", 1))
    assert [type(answer) for answer in adapted.assessment.answers] == [Judged, Unknown]
    assert adapted.assessment.former_answers[0]["blev"] == ["b", "c"]


def test_ej_relevant_is_not_copied_to_a_part():
    new = checklist(judged("b"), mappings=[row("delad", "a", "b", more='regel = "kopia"')])
    assert isinstance(only(carried(old_checklist(judged("a")), new, NotRelevant(item="a", rationale="Nej."))), Unknown)


def test_an_answer_to_a_dropped_question_stays_in_the_record_and_never_counts():
    new = checklist(judged("b"), mappings=[row("borttagen", "a")])
    adapted = carried(old_checklist(judged("a")), new, grade("a", 1, rationale="Därför."))
    assert adapted.orphaned == ("a",)
    assert only(adapted) == grade("a", 1, rationale="Därför.")
    assert [misfit.cause for misfit in misfits(new, adapted.assessment)] == ["borttagen"]


def test_a_new_question_does_not_inherit_an_answer_by_its_name():
    new = checklist(judged("a", text="Något helt annat"), mappings=[row("ny", "", "a")])
    adapted = carried(old_checklist(judged("a")), new, grade("a", 1))
    assert adapted.assessment.answers == ()
    assert adapted.assessment.former_answers[0]["grad"] == 1
    assert (adapted.new, adapted.orphaned) == (("a",), ("a",))


def test_two_questions_may_change_names_with_each_other():
    new = checklist(judged("a"), judged("b"), mappings=[row("samma", "a", "b"), row("samma", "b", "a")])
    adapted = carried(TWO, new, grade("a", 2), grade("b", -1))
    assert {answer.item: answer.grade for answer in adapted.assessment.answers} == {"a": -1, "b": 2}


# Chains


def test_chains_compose_in_order():
    table = "grader = [{ fran = -2, till = -1 }, { fran = 2, till = 1 }]"
    rows = [
        row("samma", "b", "c", version="2"),
        row("samma", "a", "b", version="1"),
        row("omskalad", "c", "c", version="3", more=table),
    ]
    new = checklist(judged("c", "tre"), version="4.0.0", mappings=rows)
    assert only(carried(old_checklist(judged("a")), new, grade("a", -2))).grade == -1
    later = checklist(judged("b"), version="2.3.1")
    assert only(carried(later, new, grade("b", 2))).grade == 1
    latest = checklist(judged("c"), version="3.0.0")
    assert only(carried(latest, new, grade("c", 2))).grade == 1


def test_the_most_exact_version_is_heard_first():
    rows = [row("samma", "a", "x", version="1"), row("samma", "a", "y", version="1.2")]
    new = checklist(judged("x"), judged("y"), mappings=rows)
    exact = checklist(judged("a"), version="1.2.5")
    assert only(carried(exact, new, grade("a", 1))).item == "y"
    assert only(carried(old_checklist(judged("a")), new, grade("a", 1))).item == "x"


def test_rows_for_another_version_say_nothing():
    new = checklist(judged("b"), mappings=[row("samma", "a", "b", version="0")])
    assert carried(old_checklist(judged("a")), new, grade("a", 1)).orphaned == ("a",)


def test_rows_may_lead_from_another_checklist():
    rows = [row("samma", "a", "b", more='fran_checklista = "annan"\n')]
    other = old_checklist(judged("a"), name="annan")
    assert only(carried(other, checklist(judged("b"), mappings=rows), grade("a", 1))).item == "b"
    own = carried(old_checklist(judged("a")), checklist(judged("b"), mappings=rows), grade("a", 1))
    assert own.orphaned == ("a",)
