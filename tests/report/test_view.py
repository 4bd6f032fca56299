"""What a report says, before anybody has set it in type."""

from dataclasses import replace
from datetime import date

import pytest
from support.small import open_session

from hallbarhet.assessment.model import Assessment, FreeText, Judged, Judgement, Quantity
from hallbarhet.report.view import report_view
from hallbarhet.report.view_case import judgement_view
from hallbarhet.scoring.outcome import DimensionOutcome, LevelRange, Range
from hallbarhet.settings import LegalBasis, SupportForm


def changed(assessment: Assessment, part: str, **fields: object) -> Assessment:
    return assessment.model_copy(update={part: getattr(assessment, part).model_copy(update=fields)})


def facts(entries):
    return {entry.label: " ".join(entry.text) for entry in entries}


def test_the_parts_stand_in_the_order_of_the_design(inner):
    assert [anchor for anchor, _ in inner.headings] == [
        "dimensioner", "hallplatser", "malkonflikter", "samlad", "globala-mal", "svar", "oklart",
        "berakning", "ursprung",
    ]  # fmt: skip


def test_a_goal_no_asked_question_speaks_of_is_not_said_to_be_untouched(inner):
    assert inner.goals.untouched.startswith("Ingen ställd och relevant fråga gäller mål 1, ")
    assert "berörs" not in f"{inner.goals.untouched} {' '.join(table.caption for table in inner.goals.tables)}"


def test_the_head_tells_what_who_and_when(inner):
    told = facts(inner.head.facts)
    assert inner.head.title == "Cykelled längs Norra sjön"
    assert told["Diarienummer"] == "RUN/174/2026"
    assert told["Handläggare"] == "Eva Ek"
    assert told["Sökt belopp"] == "450\u00a0000\u00a0kronor"
    assert told["Insatsområde i strategin"] == "Besöksnäring"
    assert told["Senast sparad"] == "21\u00a0november 2026 kl.\u00a014:32"


def test_the_support_form_is_named_with_the_rules_it_rested_on_when_the_application_came(
    checklist, assessment, outcome
):
    bases = (
        LegalBasis("Gamla förordningen", valid_to=date(2026, 9, 30)),
        LegalBasis("Nya förordningen", valid_from=date(2026, 10, 1)),
    )
    form = SupportForm(assessment.case.support_form, "Projektmedel", bases)
    for applied_on, basis in ((date(2026, 9, 30), "Gamla förordningen"), (date(2026, 10, 1), "Nya förordningen")):
        case = changed(assessment, "case", applied_on=applied_on)
        told = facts(report_view(checklist, case, outcome, public=False, support_form=form).head.facts)
        assert (told["Stödform"], told["Rättslig grund"]) == ("Projektmedel", basis)


def test_each_dimension_gets_one_sentence_with_points_range_plus_and_minus(inner):
    social, ecological, economic = inner.dimensions.cards
    assert social.sentence == (
        "Social hållbarhet får +33,3 poäng: 33,3 plus och 0,0 minus. "
        "Svar som saknas gör att poängen kan ligga från 0,0 till +66,7."
    )
    assert ecological.sentence == "Ekologisk hållbarhet får −50,0 poäng: 0,0 plus och 50,0 minus."
    assert ecological.judgement == ("Våtmarken är den svaga punkten.",)
    assert (social.direction, ecological.direction) == ("Bara plus", "Bara minus")
    assert "50\u00a0% av vikten är satt till ej relevant." in economic.coverage


def test_the_index_is_said_only_where_it_is_told_how_the_result_was_counted(inner):
    assert any(step.startswith("Index är +27,8") for step in inner.method.steps)
    before = (inner.head, inner.dimensions, inner.gates, inner.conflicts, inner.judgement)
    assert "27,8" not in repr(before)


def test_a_draft_says_so_in_words(checklist, assessment, outcome):
    draft = changed(assessment, "header", status="utkast").model_copy(update={"seal": None})
    view = report_view(checklist, draft, outcome, public=False)
    assert view.head.draft == "UTKAST"
    assert view.head.notices[0].heading == "UTKAST"
    assert facts(view.origin.facts)["Sigill"] == "Inget sigill: bedömningen är inte klarmarkerad"


def test_a_finished_assessment_is_no_draft(inner):
    assert inner.head.draft == ""
    assert all(notice.kind != "utkast" for notice in inner.head.notices)


def test_a_gate_tells_its_state_decision_and_what_is_missing(inner):
    relevance, permit = inner.gates.gates
    assert (relevance.state, relevance.is_open) == ("Gå vidare", False)
    assert relevance.place == "Efter Del 1: Relevans för strategin"
    assert facts(relevance.facts)["Ansvarig"] == "Eva Ek"
    assert relevance.questions[0].text == ("Ja, med målet om livskraftiga landsbygder.",)
    assert (permit.state, permit.is_open) == ("Utlöst, inte avgjord", True)
    assert "Anmälan om samråd enligt 12 kap. 6 § miljöbalken: saknas" in facts(permit.facts)["Handlingar"]
    assert "Markägarens medgivande: inlämnad" in facts(permit.facts)["Handlingar"]
    assert inner.gates.quiet == "Prövade men inte utlösta: Skada som inte kan återställas."


def test_a_stopped_case_says_so_at_once_and_names_the_gate(checklist, assessment, outcome):
    gates = (*outcome.gates[:2], replace(outcome.gates[2], triggered="utlost", is_settled=False))
    view = report_view(checklist, assessment, replace(outcome, state="stopp", gates=gates), public=False)
    assert view.head.notices[0].heading == "Stopp"
    assert view.head.notices[0].text.endswith("Hållplats: ”Skada som inte kan återställas”.")


def test_the_most_severe_conflict_stands_first_with_both_sides_and_its_reasons(inner):
    first = inner.conflicts.conflicts[0]
    told = facts(first.facts)
    assert first.title == "Fler besökare mot känslig natur"
    assert first.severity == "Allvar 3 av 4: allvarlig"
    assert first.status == "Hanterad"
    assert told["Står mot varandra"] == "Lokala företag: bidrar starkt\nNatur och mark: motverkar"
    assert told["Vinner"] == "Besöksföretagen och deras anställda"
    assert told["Uppföljning"] == "Karta och foton i lägesrapporten\n1\u00a0september 2027"


def test_an_open_conflict_says_what_is_left_to_write(inner):
    gap = inner.conflicts.conflicts[1]
    assert (gap.status, gap.is_open) == ("Öppen, inte utredd", True)
    assert facts(gap.facts)["Återstår att skriva"].startswith("Motivering, åtgärd, ansvarig")


def test_a_conflict_inside_one_question_names_the_groups(inner):
    split = inner.conflicts.conflicts[2]
    assert facts(split.facts)["Står mot varandra"] == "Kvinnor: bidrar starkt\nMän: bidrar"


def test_a_declared_rule_about_groups_names_the_questions_it_saw(checklist_data, assessment, outcome, make_checklist):
    rule = {"id": "kvinnor-mot-man", "titel": "Kvinnor mot män", "slag": "fasett", "fasett": "kon"}
    own = make_checklist(checklist_data | {"malkonflikt": [*checklist_data["malkonflikt"], rule]})
    found = replace(outcome.conflicts[-1], id="kvinnor-mot-man", title="Kvinnor mot män")
    view = report_view(own, assessment, replace(outcome, conflicts=(found,)), public=False)
    assert facts(view.conflicts.conflicts[0].facts)["Står mot varandra"] == (
        "Jämställdhet. Kvinnor: bidrar starkt; Män: bidrar"
    )


def test_a_possible_conflict_says_which_answer_it_waits_for(inner):
    assert facts(inner.conflicts.possible) == {
        "Service på landet mot utsläpp": "Beror på svaret på ”Service på landet”."
    }


def test_a_handled_conflict_that_is_gone_is_still_shown(checklist, assessment, outcome):
    left = tuple(found for found in outcome.conflicts if found.id != "besok-mot-natur")
    view = report_view(checklist, assessment, replace(outcome, conflicts=left), public=False)
    (past,) = view.conflicts.past
    assert (past.title, past.status) == ("Fler besökare mot känslig natur", "Inte längre utlöst")
    assert facts(past.facts)["Åtgärd"] == "Leden dras 80 meter öster om våtmarken."


def test_the_officers_recommendation_stands_with_the_conditions_and_the_level_beside(inner):
    judgement = inner.judgement
    assert judgement.recommendation.text == ("Gå vidare med villkor",)
    assert judgement.conditions[0] == "Leden dras öster om våtmarken."
    assert judgement.computed.text[1] == "Nivå 2, Svagt."
    assert judgement.computed.text[0].startswith("Ofullständigt underlag.")


def test_a_level_that_missing_answers_decide_is_a_range(checklist, assessment, outcome):
    view = report_view(checklist, assessment, replace(outcome, level=LevelRange(2, 3, 4)), public=False)
    assert view.judgement.computed.text[1].startswith("Nivå 2–4, beroende på svar som saknas.")
    assert view.method.stability[0].startswith("Nivå 3. Den står sig i 74 av 100")


def test_every_question_has_its_answer_reason_and_evidence(inner):
    answers = {entry.id: entry for part in inner.answers.sections for entry in part.answers}
    equality = answers["jamstalldhet"]
    assert equality.number == "2.1"
    assert equality.answer == ("Bidrar (+1 på skalan −2 till +2)",)
    assert facts(equality.facts)["Underlag"] == "Ansökan s. 4\nMinnesanteckningar från samråd 2026-08-14"
    assert facts(equality.facts)["Uppdelat: kön"].startswith("Kvinnor: Bidrar starkt")
    assert answers["ton"].answer == ("38,5\u00a0ton CO2e",)
    assert answers["material"].answer == ("Trä\nGrus",)
    assert len(answers["syfte"].answer) == 2


def test_unknown_waived_and_unanswered_stay_three_things(checklist, assessment, outcome):
    kept = tuple(answer for answer in assessment.answers if answer.item != "utslapp")
    view = report_view(checklist, assessment.model_copy(update={"answers": kept}), outcome, public=False)
    answers = {entry.id: entry.answer for part in view.answers.sections for entry in part.answers}
    assert answers["service"] == ("Vet inte",)
    assert answers["agare"] == ("Ej relevant",)
    assert answers["utslapp"] == ("Obesvarad",)
    assert [(row.head, row.cells[0]) for row in view.open.table.rows] == [
        ("Service på landet", "Vet inte"), ("Utsläpp", "Obesvarad"),
    ]  # fmt: skip


def test_who_can_answer_stands_in_what_is_left_to_find_out(inner):
    assert inner.open.table.rows[0].cells[1] == "Kommunernas landsbygdsutvecklare"


def test_questions_that_were_not_asked_are_counted_and_named(inner):
    assert inner.answers.not_asked.startswith("1\u00a0fråga ställdes inte")
    assert inner.answers.not_asked_items == ("Resor",)


def test_an_answer_to_a_question_that_is_no_longer_asked_is_kept_and_said_not_to_count(
    checklist, assessment, record_data, outcome
):
    old = Judged(item="resor", question="Hur genomförs resor?", grade=1, label="Bidrar", inactive=True)
    view = report_view(
        checklist, assessment.model_copy(update={"answers": (*assessment.answers, old)}), outcome, public=False
    )
    assert view.answers.not_asked_items == ("Resor (tidigare svar finns i posten men räknas inte)",)


def test_an_answer_to_an_unknown_question_and_one_that_does_not_fit_are_told(checklist, assessment, outcome):
    strange = FreeText(item="borta", question="En fråga som togs bort?", content="Ja.")
    wrong = Quantity(item="utslapp", question="Utsläpp?", value=7)
    kept = tuple(answer for answer in assessment.answers if answer.item != "utslapp")
    view = report_view(
        checklist, assessment.model_copy(update={"answers": (*kept, wrong, strange)}), outcome, public=False
    )
    answers = {entry.id: entry for part in view.answers.sections for entry in part.answers}
    assert answers["borta"].question == "En fråga som togs bort?"
    assert answers["utslapp"].notes == ("Svaret passar inte frågan och räknas inte",)


def test_the_stability_follows_the_agreed_words_and_rounds_down(inner):
    assert inner.method.stability[0] == (
        "Nivå 2. Den står sig i 74 av 100 rimliga sätt att vikta dimensioner och frågor. "
        "Närmast en annan nivå: om ”Natur och mark” ändras från −1 till 0 blir det nivå 3."
    )
    shares = next(table for table in inner.method.stable_tables if table.id == "tabell-viktningar")
    assert [row.cells[1] for row in shares.rows] == ["5\u00a0%", "0\u00a0%", "under 1\u00a0%", "95\u00a0%", "0\u00a0%"]


def test_flags_are_sentences_that_end_with_a_second_reader(inner):
    assert inner.method.flags == (
        "En stor del av frågorna om ekonomisk hållbarhet är satta till ej relevant.",
        "Nivån är känslig för hur dimensioner och frågor viktas.",
        "Låt en andra läsare bedöma ärendet.",
    )


def test_the_origin_names_checklist_seal_program_and_what_was_dropped(inner, checklist):
    told = facts(inner.origin.facts)
    assert told["Checklistans id och version"] == "led 1.2.0"
    assert told["Checklistans fingeravtryck"] == checklist.fingerprint
    assert told["Sigill"].startswith("sha256-1:6d3f")
    assert told["Program"] == "hallbarhet 1.0.0"
    assert inner.origin.tables[0].rows[0].cells == ("punkt", "Länet har ingen flygplats.")
    assert [(link.text, link.is_safe) for link in inner.origin.sources] == [
        ("Regional utvecklingsstrategi", True), ("Ett möte i länet", False),
    ]  # fmt: skip


def test_another_checklist_than_the_records_is_told_with_both_fingerprints(checklist, assessment, outcome):
    other = changed(assessment, "checklist", fingerprint="sha256-1:annan")
    view = report_view(checklist, other, outcome, public=False)
    assert "Annan checklista än postens" in [notice.heading for notice in view.head.notices]
    assert facts(view.origin.facts)["Fingeravtryck enligt posten"] == "sha256-1:annan"


@pytest.mark.parametrize("public", [False, True])
def test_the_same_checklist_gives_no_such_notice_in_either_version(checklist, assessment, outcome, public):
    view = report_view(checklist, assessment, outcome, public=public)
    assert "Annan checklista än postens" not in [notice.heading for notice in view.head.notices]


def test_a_reason_for_going_against_stands_only_where_it_goes_against():
    session = open_session()

    def reason():
        return facts(judgement_view(session.checklist, session.assessment, session.full_outcome).deviation)

    session.conclude(Judgement(text="A.", recommendation="vidare", deviation_reason="Trots allt."))
    assert [*reason().values()] == ["Trots allt."]
    session.conclude(session.assessment.judgement.model_copy(update={"recommendation": "tank_om"}))
    assert reason() == {}
    assert session.assessment.judgement.deviation_reason == "Trots allt."


def test_nothing_to_say_is_said_in_words(checklist, assessment, outcome):
    empty = Assessment(header=assessment.header, checklist=assessment.checklist)
    nothing = replace(outcome, conflicts=(), goals=(), strategy_goals=(), gates=(), flags=(), robustness=None)
    view = report_view(checklist, empty, nothing, public=False)
    assert view.head.title == "Ärende utan rubrik"
    assert view.conflicts.none == "Reglerna fann inga målkonflikter, och handläggaren har inte lagt till någon."
    assert view.goals.chart is None
    assert view.judgement.text == ("Ingen samlad bedömning är skriven.",)
    assert view.judgement.recommendation.text == ("Ingen rekommendation är vald.",)
    assert view.method.flags == ("Inget särskilt att anmärka.",)


def test_a_dimension_without_questions_has_words_instead_of_numbers(checklist, assessment, outcome):
    nothing = Range(None, None, None)
    dead = DimensionOutcome("social", nothing, None, None, None, 1.0)
    without = replace(
        outcome, dimensions=(dead, *outcome.dimensions[1:]), index=nothing, level=LevelRange(None, None, None)
    )
    view = report_view(checklist, assessment, without, public=False)
    assert view.dimensions.cards[0].points == "–"
    assert view.dimensions.cards[0].direction == "Går inte att bedöma"
    assert view.dimensions.cards[0].sentence.startswith("Social hållbarhet har inga poäng")
    assert view.judgement.computed.text[1] == "Ingen nivå kan räknas fram."
    assert "Social" not in view.dimensions.chart.description
