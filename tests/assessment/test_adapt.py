"""An assessment carried to another checklist: what each koppling makes of its answers, and that nothing is lost."""

import tomllib
from datetime import UTC, date, datetime

import pytest

from hallbarhet.assessment.adapt import adapt, carried_draft
from hallbarhet.assessment.arrays import misfits
from hallbarhet.assessment.model import (
    Assessment,
    Case,
    Choice,
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
from hallbarhet.assessment.records import parse, to_bytes
from hallbarhet.assessment.result import score
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Checklist, Gate
from hallbarhet.report.redaction import public_extract

NOW = datetime(2026, 11, 21, 14, 32, 10, tzinfo=UTC)

FIVE = """[[skala]]
id = "fem"
neutral = 0
grader = [
  { grad = -2, text = "Motverkar starkt" }, { grad = -1, text = "Motverkar" }, { grad = 0, text = "Ingen påverkan" },
  { grad = 1, text = "Bidrar" }, { grad = 2, text = "Bidrar starkt" },
]
"""

THREE = """[[skala]]
id = "tre"
neutral = 0
grader = [{ grad = -1, text = "Sämre" }, { grad = 0, text = "Lika" }, { grad = 1, text = "Bättre" }]
"""

RISK = """[[skala]]
id = "risk"
neutral = 0
polaritet = -1
grader = [{ grad = 0, text = "Ingen" }, { grad = 1, text = "Liten" }, { grad = 2, text = "Stor" }]
"""

FACETS = """[[fasett]]
id = "kon"
namn = "Kön"
slag = "grupp"
kategorier = [{ id = "kvinnor", text = "Kvinnor" }, { id = "man", text = "Män" }]
"""


def checklist(*questions, version="2.0.0", mappings=(), more="", name="lista"):
    items = "".join(f"[[avsnitt.punkt]]\n{question}\n" for question in questions)
    rows = "".join(f"[[koppling]]\n{row}\n" for row in mappings)
    text = (
        f'format = 1\n[checklista]\nid = "{name}"\nversion = "{version}"\ntitel = "L"\n{more}'
        '[[dimension]]\nid = "social"\nnamn = "S"\n[[tema]]\nid = "t"\ndimension = "social"\nnamn = "T"\n'
        f'{FIVE}{THREE}{RISK}{FACETS}[[avsnitt]]\nid = "ett"\ntitel = "Ett"\n{items}{rows}'
    )
    return Checklist.model_validate(tomllib.loads(text), by_alias=True, by_name=False)


def judged(name, scale="fem", text=None, more=""):
    return f'id = "{name}"\ntext = "{text or name}?"\nslag = "bedomning"\nskala = "{scale}"\ntema = "t"\n{more}'


def old_checklist(*questions, **how):
    return checklist(*questions, version="1.0.0", **how)


def grade(item, value, label=None, **more):
    labels = {-2: "Motverkar starkt", -1: "Motverkar", 0: "Ingen påverkan", 1: "Bidrar", 2: "Bidrar starkt"}
    return Judged(item=item, question=f"{item}?", grade=value, label=labels[value] if label is None else label, **more)


def assessment(made_with, *answers, **more):
    return Assessment(
        header=Header(id="a", created_at=NOW), case=Case(), checklist=reference(made_with), answers=answers, **more
    )


def carried(old, new, *answers, **how):
    return adapt(assessment(old, *answers), old, new, **how)


def row(kind, source="", target="", version="1", more=""):
    start = (
        f'fran = "{source}"\n' if isinstance(source, str) and source else f"fran = {list(source)}\n" if source else ""
    )
    end = f'till = "{target}"\n' if target else ""
    return f'fran_version = "{version}"\nslag = "{kind}"\n{start}{end}{more}'


def only(adapted):
    (answer,) = adapted.assessment.answers
    return answer


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


# Merged


MERGED = [row("sammanslagen", ("a", "b"), "c")]
TWO = old_checklist(judged("a"), judged("b"))


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


# The rest of the record


def test_decisions_at_gates_that_are_gone_stay():
    decision = GateDecision(id="h", decision="vidare", rationale="Ja.", responsible="Eva", decided_on=date(2026, 1, 1))
    before = assessment(TWO, gates=(decision,))
    adapted = adapt(before, TWO, checklist(judged("a")))
    assert adapted.assessment.gates == (decision,)
    assert adapted.gates == ("h",)


def test_a_draft_tells_what_was_done_and_takes_the_support_form_of_the_new_checklist():
    new = checklist(judged("a"), more='stodformer = ["projektmedel"]\n')
    before = assessment(TWO, grade("a", 1)).model_copy(update={"case": Case(support_form="foretagsstod")})
    draft = carried_draft(adapt(before, TWO, new), before, new, who="Eva Ek", now=NOW)
    assert draft.case.support_form == "projektmedel"
    assert (draft.events[-1].who, draft.events[-1].what) == ("Eva Ek", "anpassad från lista 1.0.0 till lista 2.0.0")


def test_a_carried_record_reads_back_without_a_remark_and_scores():
    table = "grader = [{ fran = 2, till = 1 }]"
    rows = [row("omskalad", "a", "a", more=table), row("sammanslagen", ("b", "c"), "d")]
    old = old_checklist(judged("a"), judged("b"), judged("c"), judged("e"))
    new = checklist(judged("a", "tre"), judged("d"), judged("f"), mappings=rows)
    answers = grade("a", 2, rationale="Lång\nrad."), grade("b", 1), grade("c", -2), grade("e", 0)
    adapted = carried(old, new, *answers)
    read, problems = parse(to_bytes(adapted.assessment), "post.toml")
    assert problems == []
    assert read == adapted.assessment
    assert score(new, adapted.assessment, robustness=False).dimensions[0].points.central == pytest.approx(0)
    once_more = adapt(adapted.assessment, new, new)
    assert once_more.assessment == adapted.assessment


def test_nothing_that_was_answered_is_lost():
    rows = [row("borttagen", "a"), row("delad", "b", "x"), row("sammanslagen", ("c", "d"), "y"), row("samma", "e", "z")]
    names = "abcdef"
    old = old_checklist(*(judged(name) for name in names))
    new = checklist(judged("x"), judged("y"), judged("z"), mappings=rows)
    before = assessment(old, *(grade(name, 1, rationale=f"Skälet för {name}.") for name in names))
    after = to_bytes(adapt(before, old, new).assessment).decode()
    for name in names:
        assert f"Skälet för {name}." in after
        assert f'punkt = "{name}"' in after


def test_former_answers_do_not_leave_the_house():
    old, new = old_checklist(judged("a")), checklist(judged("a", "tre"))
    adapted = carried(old, new, grade("a", 1, rationale="Inre text."))
    assert adapted.assessment.former_answers
    extract = public_extract(new, adapted.assessment)
    assert extract.former_answers == ()
    assert public_extract(new, extract) == extract


def test_a_decision_at_a_gate_that_is_gone_outlives_the_next_decision():
    gate = '[[hallplats]]\nid = "ny"\nefter = "ett"\ntitel = "Ny"\nverkan = "alltid"\n'
    new = checklist(judged("a"), mappings=[]).model_copy(
        update={"gates": (Gate.model_validate(tomllib.loads(gate)["hallplats"][0], by_alias=True),)}
    )
    decision = GateDecision(id="h", decision="vidare", rationale="Ja.", responsible="Eva", decided_on=date(2026, 1, 1))
    session = AssessmentSession(new, assessment(new, gates=(decision,)), clock=lambda: NOW)
    session.decide(GateDecision(id="ny", decision="vidare", rationale="Ja.", responsible="Eva"))
    assert [one.id for one in session.assessment.gates] == ["ny", "h"]
