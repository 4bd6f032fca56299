"""The rest of a record that is carried: its decisions and its history, and that nothing is lost."""

import tomllib
from datetime import date

import pytest
from support.adapting import NOW, TWO, assessment, carried, checklist, grade, judged, old_checklist, row

from hallbarhet.assessment.adapt import adapt, carried_draft
from hallbarhet.assessment.model import Case, GateDecision
from hallbarhet.assessment.records import parse, to_bytes
from hallbarhet.assessment.result import score
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Gate
from hallbarhet.report.redaction import public_extract


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
