"""What becomes of an answer whose question stands in both checklists: kept, reworded, rescaled, or told as vet inte."""

from support.adapting import assessment, carried, checklist, grade, judged, old_checklist, only, row

from hallbarhet.assessment.adapt import adapt
from hallbarhet.assessment.model import Choice, Judged, NotRelevant, Quantity, Unknown

# The same question


def test_the_same_checklist_changes_nothing():
    same = old_checklist(judged("a"))
    before = assessment(same, grade("a", 1, rationale="Därför."))
    adapted = adapt(before, same, same)
    assert adapted.assessment == before
    assert [one.item for one in adapted.kept] == ["a"]
    assert (adapted.changed, adapted.orphaned, adapted.new) == ((), (), ())


def test_the_same_question_on_the_same_scale_needs_no_row():
    adapted = carried(old_checklist(judged("a")), checklist(judged("a"), judged("b")), grade("a", 1))
    assert only(adapted).grade == 1
    assert adapted.new == ("b",)
    assert adapted.assessment.checklist.version == "2.0.0"


def test_a_reworded_question_is_asked_in_its_new_words_and_the_old_ones_are_kept():
    adapted = carried(old_checklist(judged("a")), checklist(judged("a", text="Hur går a")), grade("a", 1))
    assert only(adapted).question == "Hur går a?"
    assert adapted.kept[0].how == "omformulerad"
    assert adapted.assessment.former_answers[0]["text"] == "a?"


def test_a_renamed_question_takes_its_answer_along():
    new = checklist(judged("b"), mappings=[row("samma", "a", "b")])
    adapted = carried(old_checklist(judged("a")), new, grade("a", -1, rationale="Därför.", evidence=("s. 7",)))
    assert only(adapted) == Judged(
        item="b", question="b?", grade=-1, label="Motverkar", rationale="Därför.", evidence=("s. 7",)
    )
    assert adapted.kept[0].sources == ("a",)
    assert adapted.new == ()


def test_a_changed_scale_without_a_row_is_vet_inte_with_its_cause():
    adapted = carried(old_checklist(judged("a")), checklist(judged("a", "tre")), grade("a", 1, rationale="Därför."))
    assert isinstance(only(adapted), Unknown)
    assert only(adapted).rationale == "Därför."
    assert adapted.changed[0].cause == "ej_mappbar"
    assert adapted.assessment.former_answers[0]["grad"] == 1
    assert adapted.assessment.former_answers[0]["orsak"] == "ej_mappbar"


def test_other_words_and_points_on_the_same_grades_are_the_same_scale():
    new = checklist(judged("a"))
    reworded = new.scales[0].grades[3].model_copy(update={"text": "Hjälper"})
    grades = (*new.scales[0].grades[:3], reworded, new.scales[0].grades[4])
    new = new.model_copy(update={"scales": (new.scales[0].model_copy(update={"grades": grades}), *new.scales[1:])})
    adapted = carried(old_checklist(judged("a")), new, grade("a", 1))
    assert only(adapted).label == "Hjälper"


def test_another_kind_of_question_is_not_guessed_at():
    adapted = carried(old_checklist(judged("a")), checklist('id = "a"\ntext = "a?"\nslag = "text"'), grade("a", 1))
    assert isinstance(only(adapted), Unknown)
    assert adapted.changed[0].cause == "ej_mappbar"


# Rescaled


def test_a_rescaled_question_follows_its_table():
    table = "grader = [{ fran = -2, till = -1 }, { fran = 1, till = 1 }]"
    new = checklist(judged("a", "tre"), mappings=[row("omskalad", "a", "a", more=table)])
    adapted = carried(old_checklist(judged("a")), new, grade("a", -2))
    assert (only(adapted).grade, only(adapted).label) == (-1, "Sämre")
    assert [one.how for one in adapted.changed] == ["omskalad"]
    missing = carried(old_checklist(judged("a")), new, grade("a", 0))
    assert isinstance(only(missing), Unknown)
    assert missing.changed[0].cause == "ej_mappbar"


def test_splits_follow_the_table_whole_or_not_at_all():
    table = "grader = [{ fran = -2, till = -1 }, { fran = 1, till = 1 }]"
    new = checklist(judged("a", "tre", more='fasetter = ["kon"]'), mappings=[row("omskalad", "a", "a", more=table)])
    old = old_checklist(judged("a", more='fasetter = ["kon"]'))
    whole = carried(old, new, grade("a", 1, facets={"kon": {"kvinnor": -2, "man": 1}}))
    assert only(whole).facets == {"kon": {"kvinnor": -1, "man": 1}}
    half = carried(old, new, grade("a", 1, facets={"kon": {"kvinnor": 2, "man": 1}}))
    assert only(half).facets == {}
    assert half.assessment.former_answers[0]["fasetter"] == {"kon": {"kvinnor": 2, "man": 1}}


# Other kinds of answers


def test_numbers_and_choices_are_carried_where_they_fit():
    number = 'id = "n"\ntext = "n?"\nslag = "tal"\nmax = {}'
    choice = (
        'id = "v"\ntext = "v?"\nslag = "val"\nalternativ = [{{ id = "el", text = "{}" }}, {{ id = "{}", text = "X" }}]'
    )
    old = old_checklist(number.format(100), choice.format("El", "gas"))
    answers = (
        Quantity(item="n", question="n?", value=50),
        Choice(item="v", question="v?", chosen=("el",), labels=("El",)),
    )
    wide = carried(old, checklist(number.format(200), choice.format("Elbil", "gas")), *answers).assessment
    assert (wide.answers[0].value, wide.answers[1].labels) == (50, ("Elbil",))
    narrow = carried(old, checklist(number.format(20), choice.format("El", "gas").replace('"el"', '"elbil"')), *answers)
    assert [one.cause for one in narrow.changed] == ["utanfor_skalan", "utanfor_skalan"]


def test_ej_relevant_is_not_carried_to_a_question_that_may_not_be_waived():
    new = checklist(judged("a", more="ej_relevant = false"))
    adapted = carried(old_checklist(judged("a")), new, NotRelevant(item="a", question="a?", rationale="Nej."))
    assert isinstance(only(adapted), Unknown)
    assert adapted.changed[0].cause == "utanfor_skalan"


def test_a_facet_that_the_question_no_longer_has_is_kept_among_the_former_answers():
    old = old_checklist(judged("a", more='fasetter = ["kon"]'))
    adapted = carried(old, checklist(judged("a")), grade("a", 1, facets={"kon": {"kvinnor": 1, "man": -1}}))
    assert only(adapted).facets == {}
    assert [one.item for one in adapted.changed] == ["a"]
    assert adapted.assessment.former_answers[0]["fasetter"] == {"kon": {"kvinnor": 1, "man": -1}}


# Without the old checklist


def test_without_the_old_checklist_the_words_beside_the_grade_decide():
    before = assessment(old_checklist(judged("a"), judged("b")), grade("a", 1), grade("b", 1, "Sänker lite"))
    adapted = adapt(before, None, checklist(judged("a"), judged("b")))
    assert [type(answer) for answer in adapted.assessment.answers] == [Judged, Unknown]
