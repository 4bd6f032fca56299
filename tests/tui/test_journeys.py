"""Whole ways through the app, as an officer goes them."""

import pytest
from support.screens import opened, press, screen_text, type_words, until
from support.small import CLOCK, small_case

from hallbarhet.assessment.model import Judged, NotRelevant, Unknown
from hallbarhet.assessment.records import load
from hallbarhet.tui.places import Place
from hallbarhet.tui.widgets.choices import Choices
from hallbarhet.tui.widgets.fields import Line, Words

pytestmark = pytest.mark.usefixtures("_own_settings")


async def fill(pilot, selector, words):
    pilot.app.page.query_one(selector).focus()
    await pilot.pause()
    await type_words(pilot, words)


async def begin(pilot):
    """From the new case to the first question."""
    await opened(pilot)
    await fill(pilot, "#f-handlaggare Line", "Eva Ek")
    await press(pilot, "f8")
    await until(pilot, lambda: pilot.app.desk.here.kind == "fraga")


def session(pilot):
    return pilot.app.desk.session


def here(pilot):
    return pilot.app.desk.here


async def at(pilot, kind, id_=""):
    await until(pilot, lambda: here(pilot).page == Place(kind, id_) and pilot.app.page.is_running)
    await pilot.pause()


async def test_a_case_is_walked_from_new_to_complete(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        assert here(pilot) == Place("fraga", "syfte")
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


async def test_a_goal_conflict_shows_when_it_arises_and_is_settled_on_its_page(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        session(pilot).judge("jobb", 1)
        await go(pilot, Place("fraga", "utslapp"))
        assert "Målkonflikter: " not in screen_text(app)
        await press(pilot, "2")
        assert "Målkonflikter: 1 öppen" in screen_text(app)
        await press(pilot, "f5")
        await at(pilot, Place("malkonflikter"))
        assert "Fler jobb mot högre utsläpp" in screen_text(app)
        await press(pilot, "enter")
        await at(pilot, Place("malkonflikt", "jobb-mot-utslapp"))
        shown = screen_text(app)
        assert "Jobb: Bidrar" in shown
        assert "Utsläpp: Motverkar" in shown
        await press(pilot, "2")
        assert "Kvar att fylla i: motivering och åtgärd." in screen_text(app)
        await fill(pilot, "#f-motivering", "Jobben väger tyngre.")
        await fill(pilot, "#f-atgard", "Eldrivna maskiner.")
        await press(pilot, "f8")
        await at(pilot, Place("malkonflikter"))
        assert "hanterad" in screen_text(app)
        assert "Målkonflikter: 1 öppen" not in screen_text(app)
        handling = session(pilot).assessment.conflict_by_id["jobb-mot-utslapp"]
        assert (handling.status, handling.action) == ("hanterad", "Eldrivna maskiner.")


async def test_the_officer_adds_a_conflict_the_rules_did_not_see(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f2 f5")
        await at(pilot, Place("malkonflikter"))
        await press(pilot, "n")
        await type_words(pilot, "Besökare mot fåglar")
        await press(pilot, "f8")
        await at(pilot, Place("malkonflikt", "egen-1"))
        assert session(pilot).assessment.conflict_by_id["egen-1"].own
        await press(pilot, "f8")
        await at(pilot, Place("malkonflikter"))
        assert "Besökare mot fåglar" in screen_text(app)


async def test_a_missing_reason_stands_in_the_way_and_the_list_leads_to_it_and_back(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        session(pilot).judge("jobb", 1)
        await press(pilot, "f9")
        await at(pilot, Place("kontroll"))
        assert "”Jobb” saknar motivering." in screen_text(app)
        rows = app.page.query_one("#answers-list")
        while not rows.current.startswith("lucka") or "Jobb” saknar" not in rows.rows[rows.cursor].cells[0]:
            await press(pilot, "down")
        await press(pilot, "enter")
        await at(pilot, Place("fraga", "jobb"))
        assert app.screen.focused.id == "rationale"
        await type_words(pilot, "Två tjänster.")
        await press(pilot, "f8")
        await at(pilot, Place("kontroll"))
        assert "”Jobb” saknar motivering." not in screen_text(app)


async def test_a_row_of_the_list_leads_to_its_question_and_back_to_the_same_row(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f9")
        await at(pilot, Place("kontroll"))
        await press(pilot, "end up")
        row = app.page.query_one("#answers-list").current
        await press(pilot, "enter")
        await at(pilot, Place("fraga", row.removeprefix("fraga ")))
        await press(pilot, "1 f8")
        await at(pilot, Place("kontroll"))
        assert app.page.query_one("#answers-list").current == row


async def test_undo_takes_back_the_last_answer_and_says_what_came_back(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        await go(pilot, Place("fraga", "utslapp"))
        await press(pilot, "4 2 ctrl+z")
        assert session(pilot).answer_to("utslapp").grade == 1
        await until(pilot, lambda: "Ångrat. ”Utsläpp”: Bidrar." in screen_text(app))
        assert app.page.query_one("#answers", Choices).chosen == {"grad 1"}
        await press(pilot, "ctrl+y")
        assert session(pilot).answer_to("utslapp").grade == -1


async def test_undo_in_a_text_takes_back_words_and_no_answer(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await go(pilot, Place("fraga", "utslapp"))
        await press(pilot, "4 enter")
        await type_words(pilot, "fel")
        await press(pilot, "ctrl+z")
        assert app.page.query_one("#rationale", Words).text == ""
        assert session(pilot).answer_to("utslapp").grade == 1


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
        assert here(pilot) == Place("hallplats", "stanna")
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
        assert "RUN/1/2026" in screen_text(app) or await until(pilot, lambda: "RUN/1/2026" in screen_text(app)) is None


async def test_unknown_asks_who_can_answer_and_not_relevant_asks_why(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await go(pilot, Place("fraga", "jobb"))
        await press(pilot, "v")
        assert "Vem kan svara?" in screen_text(app)
        await fill(pilot, "#who Line", "Länsstyrelsen")
        await press(pilot, "f7")
        assert session(pilot).answer_to("jobb") == session(pilot).answer_to("jobb").model_copy(
            update={"who_can_answer": "Länsstyrelsen"}
        )
        assert isinstance(session(pilot).answer_to("jobb"), Unknown)
        await go(pilot, Place("fraga", "jobb"))
        await press(pilot, "e")
        assert "Varför är frågan inte relevant?" in screen_text(app)
        assert isinstance(session(pilot).answer_to("jobb"), NotRelevant)


async def test_an_answer_is_split_on_groups_by_keys(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await go(pilot, Place("fraga", "jobb"))
        await press(pilot, "4 d 5 2")
        assert session(pilot).answer_to("jobb").facets == {"kon": {"kvinnor": 2, "man": -1}}
        await press(pilot, "delete")
        assert session(pilot).answer_to("jobb").facets == {"kon": {"kvinnor": 2}}
        assert session(pilot).answer_to("jobb").grade == 1


async def test_digits_answer_on_the_rows_of_the_dense_overview(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f2")
        await at(pilot, Place("oversikt"))
        await press(pilot, "f3")
        rows = app.page.query_one("#parts")
        while rows.current != "fraga jobb":
            await press(pilot, "down")
        await press(pilot, "3")
        assert session(pilot).answer_to("jobb").grade == 0
        assert rows.current != "fraga jobb"


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
        assert here(pilot).kind == "arende"
        assert "”en miljon” går inte att läsa som ett belopp" in screen_text(app).replace("\n", " ") or line.has_focus
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
