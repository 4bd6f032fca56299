"""What must not leave the house does not, wherever it was written."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hallbarhet.assessment.model import (
    Choice,
    ConflictHandling,
    Event,
    FreeText,
    Judged,
    NotRelevant,
    Quantity,
    Unknown,
)
from hallbarhet.assessment.records import parse, to_bytes
from hallbarhet.report.embedded import extract_record
from hallbarhet.report.redaction import public_checklist, public_extract
from hallbarhet.report.render import render_html, render_markdown, render_text
from hallbarhet.report.view import report_view
from hallbarhet.scoring.outcome import ConflictOutcome

PERSONAL = ("850101-1236", "anna.ek@example.se", "070-123 45 67")
PLANTED = "Anna, {}, {}, {}".format(*PERSONAL)


def everything(checklist, assessment, outcome):
    """All that a reader of the public version can get at: the page, its file inside, and the plain versions."""
    view = report_view(checklist, assessment, outcome, public=True)
    page = render_html(view)
    return "\n".join((page, extract_record(page.encode()).decode(), render_markdown(view), render_text(view)))


def answered(assessment, *answers):
    replaced = {answer.item for answer in answers}
    kept = (answer for answer in assessment.answers if answer.item not in replaced)
    return assessment.model_copy(update={"answers": (*kept, *answers)})


def answer_in(extract, item):
    return extract.answer_by_item[item]


def test_personal_details_planted_in_every_field_are_gone(checklist, record_data, outcome, plant, build):
    assessment = build(plant(record_data, PLANTED, unknown=True))
    told = everything(checklist, assessment, outcome)
    for piece in PERSONAL:
        assert piece not in told
    assert "[utelämnat]" in told


def test_the_planted_details_were_in_the_inner_version(checklist, record_data, outcome, plant, build):
    page = render_html(report_view(checklist, build(plant(record_data, PLANTED)), outcome, public=False))
    for piece in PERSONAL:
        assert page.count(piece) > 30


def test_keys_nobody_knows_are_left_out(checklist, record_data, outcome, plant, build):
    extract = public_extract(checklist, build(plant(record_data, "x", unknown=True)))
    assert "okand_nyckel" not in to_bytes(extract).decode()


def test_an_internal_answer_keeps_its_grade_and_loses_its_words(checklist, assessment, outcome):
    secret = Judged(
        item="utslapp", question="Hur påverkar insatsen utsläppen?", grade=-1, label="Motverkar",
        rationale="HEMLIGT skäl", evidence=("HEMLIGT underlag",), internal=True,
    )  # fmt: skip
    whole = answered(assessment, secret)
    left = answer_in(public_extract(checklist, whole), "utslapp")
    assert (left.grade, left.rationale, left.evidence) == (-1, "utelämnat", ("utelämnat",))
    assert left.question == "Hur påverkar insatsen utsläppen?"
    assert "HEMLIGT" not in everything(checklist, whole, outcome)


@pytest.mark.parametrize(
    "secret",
    [
        Unknown(item="utslapp", who_can_answer="HEMLIG person", rationale="HEMLIGT", internal=True),
        NotRelevant(item="utslapp", rationale="HEMLIGT", internal=True),
        FreeText(item="syfte", content="HEMLIGT", internal=True),
        Choice(item="material", chosen=("tra",), labels=("HEMLIGT",), internal=True),
        Choice(item="material", chosen=("HEMLIGT",), internal=True),
        Quantity(item="ton", value=4711.5, rationale="HEMLIGT", internal=True),
    ],
)
def test_no_kind_of_internal_answer_leaves_its_words(checklist, assessment, outcome, secret):
    told = everything(checklist, answered(assessment, secret), outcome)
    assert "HEMLIG" not in told
    assert "4711" not in told
    assert "4\u00a0711" not in told


def test_a_question_marked_internal_takes_its_own_words_along(checklist, assessment, outcome):
    secret = Judged(item="agare", question="HEMLIG fråga?", grade=1, label="HEMLIGT svar", rationale="HEMLIGT skäl")
    told = everything(checklist, answered(assessment, secret), outcome)
    assert "HEMLIG" not in told
    assert "Finns uppgifter om ägarna" not in told
    assert "Ägarförhållanden" not in told
    assert "1\u00a0intern fråga är utelämnad" in told


def test_a_number_that_a_condition_needs_stays(checklist_data, assessment, make_checklist):
    gate = {
        "id": "stora",
        "efter": "effekt",
        "titel": "Stora utsläpp",
        "verkan": "avvakta",
        "om": {"punkt": "ton", "min": 10},
    }
    needing = make_checklist(checklist_data | {"hallplats": [*checklist_data["hallplats"], gate]})
    whole = answered(assessment, Quantity(item="ton", value=38.5, rationale="HEMLIGT", internal=True))
    left = answer_in(public_extract(needing, whole), "ton")
    assert (left.value, left.rationale) == (38.5, "utelämnat")


def test_the_regions_own_case_fields_are_left_out(checklist, assessment, outcome):
    own = {"insatsomrade": "HEMLIGT", "annat": "HEMLIGT"}
    whole = assessment.model_copy(update={"case": assessment.case.model_copy(update={"own": own})})
    assert public_extract(checklist, whole).case.own == {"insatsomrade": "utelämnat"}
    assert "HEMLIGT" not in everything(checklist, whole, outcome)


@pytest.mark.parametrize(
    "value, condition, left",
    [
        ("turism", {"lika": "turism"}, "turism"),
        ("hemligt", {"lika": "turism"}, "utelämnat"),
        ("jakt", {"bland": ["jakt", "fiske"]}, "jakt"),
        (12, {"min": 10}, 12),
        (8501011236, {"min": 10}, "utelämnat"),
    ],
)
def test_an_own_field_that_decides_a_condition_keeps_what_decides_it(
    checklist_data, assessment, make_checklist, value, condition, left
):
    asked = [
        *checklist_data["avsnitt"][2]["punkt"][:-1],
        checklist_data["avsnitt"][2]["punkt"][-1] | {"visas_om": {"arende": "bransch", **condition}},
    ]
    sections = [*checklist_data["avsnitt"][:2], checklist_data["avsnitt"][2] | {"punkt": asked}]
    asking = make_checklist(checklist_data | {"avsnitt": sections})
    whole = assessment.model_copy(update={"case": assessment.case.model_copy(update={"own": {"bransch": value}})})
    assert public_extract(asking, whole).case.own == {"bransch": left}


@pytest.mark.parametrize(
    "number, left", [("850101-1236", "utelämnat"), ("19850101-1236", "utelämnat"), ("769600-1234", "769600-1234")]
)
def test_an_organisation_number_that_is_a_persons_is_left_out(checklist, assessment, number, left):
    whole = assessment.model_copy(update={"case": assessment.case.model_copy(update={"organisation_number": number})})
    assert public_extract(checklist, whole).case.organisation_number == left


def test_the_extract_names_the_seal_and_carries_none(checklist, assessment):
    extract = public_extract(checklist, assessment)
    assert extract.seal is None
    assert extract.extract.from_seal == assessment.seal.value


def test_fingerprints_and_ids_are_not_taken_for_somebodys_number(checklist, assessment):
    seal = "sha256-1:" + "a0701234567b" + "8501011236c" * 4 + "0" * 8
    event = Event(at=datetime(2026, 11, 21, tzinfo=UTC), who="Eva Ek", what=f"öppnad igen (tidigare sigill {seal})")
    whole = assessment.model_copy(
        update={
            "header": assessment.header.model_copy(update={"id": "07012345-6789-7011-8501-011236850101"}),
            "events": (event,),
            "checklist": assessment.checklist.model_copy(update={"fingerprint": seal}),
        }
    )
    extract = public_extract(checklist, whole)
    assert extract.header.id == whole.header.id
    assert extract.checklist.fingerprint == seal
    assert extract.events[0].what == event.what


def test_words_of_the_checklist_are_public_even_with_a_phone_number(checklist_data, assessment, make_checklist):
    asked = checklist_data["avsnitt"][0]["punkt"][0] | {"text": "Har du ringt 0470-12 34 56?"}
    sections = [checklist_data["avsnitt"][0] | {"punkt": [asked]}, *checklist_data["avsnitt"][1:]]
    own = make_checklist(checklist_data | {"avsnitt": sections})
    whole = answered(
        assessment, FreeText(item="syfte", question="Har du ringt 0470-12 34 56?", content="Ring 0470-12 34 57.")
    )
    left = answer_in(public_extract(own, whole), "syfte")
    assert left.question == "Har du ringt 0470-12 34 56?"
    assert left.content == "Ring [utelämnat]."


def test_an_unknown_id_that_holds_a_number_becomes_a_neutral_one(checklist, assessment, outcome):
    whole = answered(assessment, FreeText(item="850101-1236", content="x"))
    extract = public_extract(checklist, whole)
    assert extract.answers[-1].item == f"utelamnat-{len(extract.answers)}"
    assert "850101" not in everything(checklist, whole, outcome)


def test_a_conflict_the_officer_added_leaves_no_name_in_its_id_or_sides(checklist, assessment, outcome):
    own = ConflictHandling(
        id="egen-850101-1236", title=f"Granne: {PLANTED}", kind="egen", severity=2, against=(PLANTED,), own=True
    )
    found = ConflictOutcome(own.id, "egen", "", "utlost", 0.5, 2, own.against, (own.id,), "oppen", (), 0.0)
    whole = assessment.model_copy(update={"conflicts": (*assessment.conflicts, own)})
    told = everything(checklist, whole, replace(outcome, conflicts=(*outcome.conflicts, found)))
    assert "Granne: Anna, [utelämnat], [utelämnat], [utelämnat]" in told
    for piece in PERSONAL:
        assert piece not in told


def test_groups_and_dimensions_the_checklist_lacks_do_not_come_along(checklist, assessment):
    split = Judged(item="jamstalldhet", grade=1, facets={"kon": {"kvinnor": 1, "anna-ek": 2}, "anna-ek": {"x": 1}})
    judgement = assessment.judgement.model_copy(update={"dimensions": {"ekologisk": "Kvar.", "anna-ek": "Bort."}})
    extract = public_extract(checklist, answered(assessment, split).model_copy(update={"judgement": judgement}))
    assert answer_in(extract, "jamstalldhet").facets == {"kon": {"kvinnor": 1}}
    assert extract.judgement.dimensions == {"ekologisk": "Kvar."}


def test_of_the_stored_result_only_its_making_is_kept(checklist, record_data, build):
    data = record_data | {"resultat": record_data["resultat"] | {"hemligt": "HEMLIGT", "index": {"netto": 1.0}}}
    assert list(public_extract(checklist, build(data)).result) == ["motor", "metod", "beraknad"]


def test_an_extract_of_an_extract_is_the_same(checklist, assessment):
    extract = public_extract(checklist, assessment)
    assert public_extract(checklist, extract) == extract


def test_an_extract_is_a_record_that_loads(checklist, record_data, plant, build):
    extract = public_extract(checklist, build(plant(record_data, PLANTED, unknown=True)))
    found, problems = parse(to_bytes(extract), "utdrag.toml")
    assert problems == []
    assert found == extract


def test_grades_facets_gates_and_handlings_that_count_are_the_same_in_the_extract(checklist, assessment):
    extract = public_extract(checklist, assessment)
    assert [getattr(answer, "grade", None) for answer in extract.answers] == [
        getattr(answer, "grade", None) for answer in assessment.answers
    ]
    assert [(gate.decision, gate.handed_in) for gate in extract.gates] == [
        (gate.decision, gate.handed_in) for gate in assessment.gates
    ]
    assert [(entry.status, entry.follow_up_on) for entry in extract.conflicts] == [("hanterad", date(2027, 9, 1))]


def test_a_checklist_without_internal_questions_is_used_as_it_is(checklist_data, make_checklist, checklist):
    punkter = [item for item in checklist_data["avsnitt"][1]["punkt"] if not item.get("intern")]
    sections = [
        checklist_data["avsnitt"][0],
        checklist_data["avsnitt"][1] | {"punkt": punkter},
        checklist_data["avsnitt"][2],
    ]
    open_ = make_checklist(checklist_data | {"avsnitt": sections})
    assert public_checklist(open_) is open_
    assert public_checklist(checklist).item_by_id["agare"].name == "En intern fråga"
