"""The case data: a quiet word when a field is left, kommuner from the list, the decision, and nothing typed is lost."""

from datetime import date

import pytest
from support.screens import NASTY, opened, press, screen_text, type_words, until
from support.small import CLOCK, small_case, small_checklist

from hallbarhet.assessment.model import ApplicantAnswer
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.records import load
from hallbarhet.assessment.seal import seal, verify
from hallbarhet.assessment.storage import create
from hallbarhet.assessment.unread import drafts_of, mendable, with_drafts
from hallbarhet.checklist.freezing import freeze
from hallbarhet.tui.places import CASE, Place
from hallbarhet.tui.widgets.fields import Line
from hallbarhet.tui.widgets.labelled import Labelled

pytestmark = pytest.mark.usefixtures("_own_settings")


async def write(pilot, key, words):
    """Write in a field and leave it."""
    row = pilot.app.page.query_one(f"#f-{key}", Labelled)
    row.line.focus()
    await pilot.pause()
    row.line.load("")
    await type_words(pilot, words)
    other = "rubrik" if key != "rubrik" else "sokande"
    pilot.app.page.query_one(f"#f-{other} Line", Line).focus()
    await until(pilot, lambda: not row.line.is_pending)
    await pilot.pause()


def note(app, key):
    """What stands under a field."""
    row = app.page.query_one(f"#f-{key}", Labelled)
    shown = row.query_one(".note").content
    return str(shown) if row.has_class("-noted") else ""


async def at_case(pilot, field="diarienummer"):
    await opened(pilot)
    pilot.app.page.go(Place("arende", field=field))
    await until(pilot, lambda: pilot.app.desk.here.page == CASE and pilot.app.page.is_running)
    await pilot.pause()


def case(app):
    return app.desk.session.assessment.case


async def test_a_slip_is_told_when_the_field_is_left_and_stops_nobody(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_case(pilot)
        assert not any(row.has_class("-noted") for row in app.page.query(Labelled))
        await write(pilot, "organisationsnummer", "212000-0663")
        assert "kontrollsiffra" in note(app, "organisationsnummer")
        await write(pilot, "organisationsnummer", "191212121212")
        assert "personnummer, som en enskild firma har" in note(app, "organisationsnummer")
        await write(pilot, "organisationsnummer", "212000-0662")
        assert note(app, "organisationsnummer") == ""
        await write(pilot, "total_kostnad", "50 000")
        assert "större än total kostnad" in note(app, "total_kostnad")
        assert note(app, "sokt_belopp") == ""
        assert case(app).total_cost == 50_000
        await write(pilot, "projekt_start", "2027-01-01")
        await write(pilot, "projekt_slut", "2026-01-01")
        assert "före startdatum" in note(app, "projekt_slut")
        await write(pilot, "kommuner", "Vaxjo")
        assert "Menade du Växjö?" in note(app, "kommuner")
        assert case(app).municipalities == ("Vaxjo",)


async def test_a_word_of_a_fault_goes_away_when_it_is_mended_also_after_going_on(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_case(pilot)
        await write(pilot, "total_kostnad", "en miljon")
        assert "450 000" in note(app, "total_kostnad")
        await press(pilot, "f8")
        row = app.page.query_one("#f-total_kostnad", Labelled)
        assert row.has_class("-wrong")
        await write(pilot, "total_kostnad", "1 000 000")
        assert not row.has_class("-wrong")
        assert note(app, "total_kostnad") == ""


async def test_a_kommun_is_filled_in_while_it_is_written_and_several_are_shown(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_case(pilot, "kommuner")
        line = app.page.query_one("#f-kommuner Line", Line)
        assert line.has_focus
        await press(pilot, "u p")
        await until(pilot, lambda: "Upplands Väsby, Upplands-Bro, Uppsala, Uppvidinge" in screen_text(app))
        await press(pilot, "p s")
        await until(pilot, lambda: "uppsala" in screen_text(app))
        await press(pilot, "right")
        assert line.value == "Uppsala"
        await type_words(pilot, ", växj")
        await press(pilot, "right")
        assert line.value == "Uppsala, Växjö"
        app.page.flush()
        assert case(app).municipalities == ("Uppsala", "Växjö")


async def test_tab_takes_no_suggestion(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_case(pilot, "kommuner")
        await press(pilot, "u tab")
        app.page.flush()
        assert case(app).municipalities == ("u",)


async def test_the_decision_has_a_part_of_its_own(make_app):
    app = make_app()
    async with app.run_test(size=(80, 60)) as pilot:
        await at_case(pilot)
        assert "Beslutet" in screen_text(app)
        await write(pilot, "beviljat_belopp", "400 000 kr")
        await write(pilot, "beslut_utfall", "ja")
        await write(pilot, "beslut_datum", "2026-12-15")
        assert "större än det sökta" in note(app, "beviljat_belopp")
        assert "sparas som det står" in note(app, "beslut_utfall")
        assert (case(app).amount_granted, case(app).decision) == (400_000, "ja")
        assert case(app).decided_on == date(2026, 12, 15)


async def test_a_word_above_does_not_push_the_field_that_is_written_in_out_of_sight(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_case(pilot, "beviljat_belopp")
        await type_words(pilot, "900 000")
        await press(pilot, "tab")
        await until(pilot, lambda: note(app, "beviljat_belopp"))
        line = app.page.query_one("#f-beslut_utfall Line", Line)
        await until(pilot, lambda: line.has_focus and "Utfall" in screen_text(app))


async def test_enter_from_the_last_field_goes_on_and_asks_for_no_decision(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_case(pilot, "handlaggare")
        await type_words(pilot, "Eva Ek")
        await press(pilot, "enter")
        await until(pilot, lambda: app.desk.here.kind != "arende")


def sealed(archive, **fields):
    """A finished record and its checklist in the archive."""
    freeze(small_checklist(), archive / "checklistor")
    made = new_assessment(small_checklist(), small_case(**fields), officer="Eva Ek", id="0193f2a0-abcdabcd", now=CLOCK)
    header = made.header.model_copy(update={"status": "klar"})
    return create(archive, seal(made.model_copy(update={"header": header}))).path


async def test_a_decision_is_written_to_a_finished_assessment_without_breaking_its_seal(make_app, archive):
    path = sealed(archive)
    app = make_app(record=path, checklist=None, case=None)
    async with app.run_test(size=(80, 40)) as pilot:
        await at_case(pilot, "")
        assert app.page.query_one("#f-beviljat_belopp Line", Line).has_focus
        await write(pilot, "beviljat_belopp", "90 000")
        await write(pilot, "beslut_utfall", "beviljad")
        await write(pilot, "rubrik", "Något annat")
        assert case(app).title == "Cykelled"
    record = load(path).assessment
    assert verify(record).is_whole
    assert record.case.amount_granted == 90_000
    said = "beslutet infört: beviljat belopp 90 000, utfall beviljad"
    assert [event.what for event in record.events] == ["skapad", said]


async def test_the_end_leads_to_the_decision_and_back(make_app, archive):
    path = sealed(archive, organisation_number="212000-0663")
    app = make_app(record=path, checklist=None, case=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: app.desk.here.kind == "klart" and app.page.is_running)
        await press(pilot, "5")
        await until(pilot, lambda: app.desk.here.kind == "arende" and app.page.is_running)
        await pilot.pause()
        assert app.page.query_one("#f-beviljat_belopp Line", Line).has_focus
        await type_words(pilot, "90 000")
        await press(pilot, "enter")
        await type_words(pilot, "beviljad")
        await press(pilot, "enter")
        await type_words(pilot, "2026-12-15")
        await press(pilot, "enter")
        await until(pilot, lambda: app.desk.here.kind == "klart")
    record = load(path).assessment
    assert record.case.decided_on == date(2026, 12, 15)
    assert verify(record).is_whole


async def test_words_that_cannot_be_read_are_there_the_next_time(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_case(pilot)
        await write(pilot, "total_kostnad", "en miljon")
        app.page.go(Place("fraga", "jobb"))
        await until(pilot, lambda: app.desk.here.kind == "fraga")
    path = next(archive.glob("*.toml"))
    text = path.read_text(encoding="utf-8")
    assert '[otolkat.arende]\ntotal_kostnad = "en miljon"' in text
    assert load(path).problems == ()
    again = make_app(record=path, checklist=None, case=None)
    async with again.run_test(size=(80, 24)) as pilot:
        await at_case(pilot)
        assert again.page.query_one("#f-total_kostnad Line", Line).value == "en miljon"
        assert "450 000" in note(again, "total_kostnad")
        await write(pilot, "total_kostnad", "1 000 000")
    record = load(path).assessment
    assert record.unread == {}
    assert record.case.total_cost == 1_000_000


async def test_words_that_cannot_be_read_survive_a_program_that_is_killed(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_case(pilot)
        await write(pilot, "ansokan_datum", "i går [/")
        # no more is done in order: what is on disk now is what a kill would leave
        kept = load(next(archive.glob("*.toml"))).assessment
    assert drafts_of(kept) == {"arende ansokan_datum": "i går [/"}


@pytest.mark.parametrize("words", [NASTY, "x" * 5_000, "=1+1", "[/", "{}%s", "²"])
async def test_odd_words_in_every_field_stay_words(make_app, words):
    app = make_app()
    async with app.run_test(size=(80, 60)) as pilot:
        await at_case(pilot)
        for row in app.page.query(Labelled):
            row.line.focus()
            row.line.load("")
            row.line._put_in(words)
        await pilot.pause()
        app.page.flush()
        await pilot.pause()
        await press(pilot, "f8")
        assert app.is_running
        assert "\u001b" not in screen_text(app)


def test_only_what_can_still_be_mended_is_asked_about_on_leaving():
    drafts = {"arende total_kostnad": "x", "fraga jobb-hur": "y", "fraga borttagen": "z", "hallplats borttagen": "w"}
    made = new_assessment(small_checklist(), small_case(), officer="Eva Ek", id="x", now=CLOCK)
    assert [*mendable(made, small_checklist(), drafts)] == ["arende total_kostnad", "fraga jobb-hur"]
    header = made.header.model_copy(update={"status": "klar"})
    assert mendable(made.model_copy(update={"header": header}), small_checklist(), drafts) == {}


def test_unread_words_lie_outside_the_seal():
    made = seal(new_assessment(small_checklist(), small_case(), officer="Eva Ek", id="x", now=CLOCK))
    assert verify(with_drafts(made, {"arende total_kostnad": "en miljon", "fraga jobb-hur": "två"})).is_whole


async def test_what_the_applicant_answered_stands_under_the_answers_and_chooses_none(make_app, archive):
    freeze(small_checklist(), archive / "checklistor")
    made = new_assessment(small_checklist(), small_case(), officer="Eva Ek", id="0193f2a0-abcdabcd", now=CLOCK)
    said = ApplicantAnswer(item="jobb", answer="Bidrar starkt", rationale="Tio jobb. [/")
    path = create(archive, made.model_copy(update={"applicant_answers": (said,)})).path
    app = make_app(record=path, checklist=None, case=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        app.page.go(Place("fraga", "jobb"))
        await until(pilot, lambda: "Sökandens eget svar: Bidrar starkt. Tio jobb. [/" in screen_text(app))
        assert app.desk.session.answer_to("jobb") is None
        app.page.go(Place("fraga", "utslapp"))
        await until(pilot, lambda: "Hur påverkas utsläppen?" in screen_text(app))
        assert "Sökandens" not in screen_text(app)


async def test_what_stops_is_told_in_sight_also_at_the_foot_of_the_page(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_case(pilot)
        await write(pilot, "handlaggare", "Eva Ek")
        await write(pilot, "beviljat_belopp", "fyra")
        await press(pilot, "f8")
        await until(pilot, lambda: "”fyra” går inte att läsa som ett belopp." in screen_text(app))


async def test_an_amount_in_millions_is_told_in_kronor_when_the_field_is_left(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_case(pilot, "sokt_belopp")
        await write(pilot, "sokt_belopp", "4,2 mkr")
        assert note(app, "sokt_belopp").replace("\u00a0", " ") == "”4,2 mkr” läses som 4 200 000 kronor."
        assert case(app).amount_applied == 4_200_000
