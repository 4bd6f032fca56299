"""Flows of a case across days and rows: undo another day, the dense view, the depth."""

import subprocess
import sys

from support.flows import at, choose_row, go, overview_text, session
from support.screens import opened, press, screen_text, type_words, until
from support.small import CLOCK, small_case

from hallbarhet.assessment import presence
from hallbarhet.assessment.journal import journal_path
from hallbarhet.assessment.records import load
from hallbarhet.tui.places import OVERVIEW, Place


async def test_ctrl_z_takes_back_yesterdays_last_answer_and_says_what_came_back(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, Place("fraga", "utslapp"))
        await press(pilot, "4 2")
    path = next(archive.glob("*.toml"))
    again = make_app(record=path, checklist=None, case=None)
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "f2 ctrl+z")
        await at(pilot, Place("fraga", "utslapp"))
        assert session(pilot).answer_to("utslapp").grade == 1
        await until(pilot, lambda: "Ångrat. ”Utsläpp”: Bidrar." in screen_text(again))
        await press(pilot, "ctrl+y")
        assert load(path).assessment.answer_by_item["utslapp"].grade == -1
        await press(pilot, "ctrl+y")
        await until(pilot, lambda: "inget att göra om" in screen_text(again))


async def test_who_only_looks_on_takes_nothing_back_of_what_the_other_did(make_app, archive, monkeypatch):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        session(pilot).judge("utslapp", 1)
        app.keep()
    path = next(archive.glob("*.toml"))
    monkeypatch.setattr(presence, "announce", lambda *_: presence.Holder("Bo Berg", "annan", 1, CLOCK))
    second = make_app(record=path, checklist=None, case=None)
    async with second.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Bo Berg" in screen_text(second))
        await press(pilot, "1")
        await opened(pilot)
        assert not session(pilot).can_undo
        assert journal_path(path).exists()


async def test_a_notice_that_still_stands_is_not_told_again(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await go(pilot, OVERVIEW)
        await press(pilot, "ctrl+z ctrl+z ctrl+z")
        await until(pilot, lambda: "inget att ångra" in screen_text(app))
        assert screen_text(app).count("inget att ångra") == 1


async def test_the_dense_view_takes_every_kind_of_answer_and_says_when_a_reason_is_needed(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, OVERVIEW)
        await press(pilot, "f3")
        rows = app.page.query_one("#parts")

        async def row(id_):
            await press(pilot, "home")
            while rows.current != f"fraga {id_}":
                await press(pilot, "down")

        await row("jobb")
        await press(pilot, "4 up")
        assert session(pilot).answer_to("jobb").grade == 1
        assert "Svaret behöver en motivering" in screen_text(app)
        assert "motivera" in " ".join(rows.rows[rows.cursor].cells)
        await row("jobb-hur")
        assert "Enter Skriv svaret" in screen_text(app)
        await press(pilot, "v")
        await row("utslapp")
        await press(pilot, "e")
        assert session(pilot).answer_to("utslapp") is None
        await press(pilot, "1")
        await row("drivmedel")
        await press(pilot, "2")
        assert session(pilot).answer_to("drivmedel").labels == ("Diesel",)
        await row("drivmedel")
        await press(pilot, "e")
        assert session(pilot).answer_to("drivmedel").status == "ej_relevant"
        await press(pilot, "ctrl+z")
        await pilot.pause()
        assert app.desk.here == OVERVIEW
        assert rows.current == "fraga drivmedel"
        assert session(pilot).answer_to("drivmedel").labels == ("Diesel",)


async def test_a_row_that_wants_a_reason_leads_to_the_words_and_back_to_the_row(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, OVERVIEW)
        await press(pilot, "f3")
        rows = app.page.query_one("#parts")
        while rows.current != "fraga jobb":
            await press(pilot, "down")
        await press(pilot, "4 up enter")
        await at(pilot, Place("fraga", "jobb"))
        assert app.screen.focused.id == "rationale"
        await type_words(pilot, "Två tjänster.")
        await press(pilot, "f8")
        await at(pilot, OVERVIEW)
        assert app.page.query_one("#parts").current == "fraga jobb"
        assert session(pilot).answer_to("jobb").rationale == "Två tjänster."


async def test_the_grades_stay_in_sight_while_an_answer_is_split(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, Place("fraga", "jobb"))
        await press(pilot, "4 d 5 2")
        shown = screen_text(app)
        assert "1  Motverkar starkt" in shown
        assert "5 Bidrar starkt" in shown.split("Kön", 1)[1]


async def test_the_overview_says_how_deep_the_assessment_is_and_changes_it(make_app):
    app = make_app(case=small_case(amount_applied=900_000))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, OVERVIEW)
        assert "Bedömningens djup  Fördjupad" in overview_text(pilot)
        await choose_row(pilot, "#parts", "Bedömningens djup")
        await until(pilot, lambda: "Varför räcker den korta" in screen_text(app))
        await type_words(pilot, "Redan bedömt i förstudien.")
        await press(pilot, "f8")
        await until(pilot, lambda: "Bedömningens djup  Kort" in overview_text(pilot))
        assert session(pilot).assessment.header.depth_reason == "Redan bedömt i förstudien."
        await choose_row(pilot, "#parts", "Bedömningens djup")
        await until(pilot, lambda: "Bedömningens djup  Fördjupad" in overview_text(pilot))


def test_the_pages_of_a_case_load_without_what_only_scoring_and_reports_need():
    code = "import sys, hallbarhet.tui.caseroom; print([name for name in ('numpy', 'jinja2') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
