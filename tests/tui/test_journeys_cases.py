"""Whole ways through a case, as an officer goes them: begun, walked, left, opened again and ended."""

from support.flows import at, begin, fill, go, session
from support.screens import opened, press, screen_text, type_words, until
from support.small import CLOCK, small_case

from hallbarhet.assessment.model import Judged
from hallbarhet.assessment.records import load
from hallbarhet.texts import tui_gate as gate_texts
from hallbarhet.tui.places import Place
from hallbarhet.tui.widgets.fields import Line, Words


async def test_a_case_is_walked_from_new_to_complete(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        assert pilot.app.desk.here == Place("fraga", "syfte")
        await type_words(pilot, "En led för alla.")
        await press(pilot, "f8")
        await at(pilot, Place("fraga", "jobb"))
        await press(pilot, "4 enter")
        assert isinstance(app.screen.focused, Words)
        await type_words(pilot, "Två tjänster.")
        await press(pilot, "f8")
        await at(pilot, Place("fraga", "jobb-hur"))
        await press(pilot, "2 enter")
        await at(pilot, Place("hallplats", "stanna"))
        await type_words(pilot, "Ja.")
        await press(pilot, "f8 1 enter")
        await type_words(pilot, "I linje med strategin.")
        await press(pilot, "f8")
        await at(pilot, Place("fraga", "utslapp"))
        await press(pilot, "3 enter")
        await at(pilot, Place("fraga", "drivmedel"))
        await press(pilot, "1 enter")
        await at(pilot, Place("malkonflikter"))
        await press(pilot, "f8")
        await at(pilot, Place("kontroll"))
        await press(pilot, "f8")
        await at(pilot, Place("samlad"))
        await type_words(pilot, "Bra insats.")
        app.page.query_one("#recommendation").focus()
        await pilot.pause()
        await press(pilot, "1")
        await press(pilot, "f8")
        await at(pilot, Place("klart"))
        assert "Allt är på plats" in screen_text(app)
        await press(pilot, "1")
        await until(pilot, lambda: session(pilot).is_complete)
        await until(pilot, lambda: "Rapport:" in screen_text(app))
        assert "förseglad" in screen_text(app)
    record = load(next(archive.glob("*.toml"))).assessment
    assert record.header.status == "klar"
    assert record.seal is not None
    assert record.answer_by_item["jobb"].grade == 1
    assert record.answer_by_item["jobb"].rationale == "Två tjänster."
    assert record.answer_by_item["jobb-hur"].value == 2
    assert len(list(archive.glob("*.html"))) == 2


async def test_a_gate_can_end_the_case(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await go(pilot, Place("hallplats", "stanna"))
        app.page.query_one("#decision").focus()
        await pilot.pause()
        await press(pilot, "3")
        await press(pilot, "enter")
        await type_words(pilot, "Inte vår uppgift.")
        await press(pilot, "f8")
        await at(pilot, Place("kontroll"))
        await press(pilot, "f8")
        await at(pilot, Place("klart"))
        assert "Allt är på plats" in screen_text(app)
        await press(pilot, "f2")
        await at(pilot, Place("oversikt"))
        assert "Ställs inte" in screen_text(app)


async def test_a_stop_gate_cannot_be_passed(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        session(pilot).judge("utslapp", -2)
        await go(pilot, Place("hallplats", "stopp"))
        assert "stoppar ärendet" in screen_text(app)
        app.page.query_one("#decision").focus()
        await pilot.pause()
        await press(pilot, "1")
        assert session(pilot).assessment.gate_by_id.get("stopp") is None
        await press(pilot, "2")
        assert session(pilot).assessment.gate_by_id["stopp"].decision == "tank_om"


async def test_going_on_from_a_gate_that_is_not_decided_says_that_it_waits(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        await go(pilot, Place("hallplats", "stanna"))
        await press(pilot, "f8")  # to the decision
        assert app.desk.here == Place("hallplats", "stanna")
        await press(pilot, "f8")
        assert app.desk.here != Place("hallplats", "stanna")
        assert [notice.message for notice in app._notifications] == [gate_texts.LEFT_OPEN]


async def test_reopening_lands_on_the_first_open_question(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await go(pilot, Place("fraga", "jobb"))
        await press(pilot, "3")
        await go(pilot, Place("hallplats", "stanna"))
    path = next(archive.glob("*.toml"))
    again = make_app(record=path, checklist=None, case=None)
    async with again.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert pilot.app.desk.here == Place("hallplats", "stanna")
        assert isinstance(session(pilot).answer_to("jobb"), Judged)


async def test_back_never_loses_anything_and_always_leads_somewhere(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await type_words(pilot, "Halva meningen")
        await press(pilot, "f7")
        await at(pilot, Place("arende"))
        assert session(pilot).answer_to("syfte").content == "Halva meningen"
        await press(pilot, "f7")
        await at(pilot, Place("oversikt"))
        await press(pilot, "escape")
        await until(pilot, lambda: app.desk is None)
        await until(pilot, lambda: "RUN/1/2026" in screen_text(app))


async def test_what_cannot_be_read_is_told_on_going_on_and_never_thrown_away(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        line = app.page.query_one("#f-total_kostnad Line", Line)
        await fill(pilot, "#f-total_kostnad Line", "en miljon")
        assert "går inte att läsa" not in screen_text(app)
        await press(pilot, "f2")
        await at(pilot, Place("oversikt"))
        await press(pilot, "enter")
        await at(pilot, Place("arende"))
        line = app.page.query_one("#f-total_kostnad Line", Line)
        assert line.value == "en miljon"
        await press(pilot, "f8")
        assert pilot.app.desk.here.kind == "arende"
        assert line.has_focus
        told = "”en miljon” går inte att läsa som ett belopp"
        await until(pilot, lambda: told in screen_text(app).replace("\n", " "))
        line.value = "1 200 000"
        await pilot.pause(0.7)
        assert session(pilot).assessment.case.total_cost == 1_200_000


async def test_a_finished_case_is_opened_again_only_with_a_reason(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await go(pilot, Place("hallplats", "stanna"))
        app.page.query_one("#decision").focus()
        await pilot.pause()
        await press(pilot, "3")
        await press(pilot, "enter")
        await type_words(pilot, "Inte vår uppgift.")
        await go(pilot, Place("klart"))
        await press(pilot, "1")
        await until(pilot, lambda: session(pilot).is_complete)
        await go(pilot, Place("fraga", "jobb"))
        await press(pilot, "3")
        assert session(pilot).answer_to("jobb") is None
        await go(pilot, Place("klart"))
        await press(pilot, "3")
        await type_words(pilot, "Ny uppgift från sökanden.")
        await press(pilot, "f8")
        await until(pilot, lambda: not session(pilot).is_complete)
        assert "Ny uppgift från sökanden" in session(pilot).assessment.events[-1].what


async def test_the_clock_of_the_head_is_the_clock_of_the_save(make_app):
    app = make_app(clock=lambda: CLOCK.replace(hour=9, minute=5), case=small_case())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "Inget sparat än" in screen_text(app)
        await begin(pilot)
        await until(pilot, lambda: "Sparat 09:05" in screen_text(app))
