"""Help, search and the standing; and everything by mouse as well as by key."""

import pytest
from support.screens import opened, press, screen_text, type_words, until
from support.small import small_case

from hallbarhet.texts import tui as texts
from hallbarhet.tui.places import Place
from hallbarhet.tui.widgets.choices import Choices
from hallbarhet.tui.widgets.keys import Key


async def visit(pilot, place):
    await opened(pilot)
    pilot.app.page.go(place)
    await until(pilot, lambda: pilot.app.desk.here == place and pilot.app.page.is_running)
    await pilot.pause()


async def test_help_tells_what_counts_in_this_question_and_then_the_keys(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("fraga", "utslapp"))
        await press(pilot, "f1")
        shown = screen_text(app)
        assert "Vägledning" in shown
        assert "5  Bidrar starkt" in shown
        await press(pilot, "end")
        assert "Söker bland kommandon" in screen_text(app)
        await press(pilot, "f1")
        assert "Vägledning" not in screen_text(app)


async def test_search_finds_a_question_by_a_word_and_goes_there(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("fraga", "syfte"))
        await press(pilot, "f2 ctrl+p")
        await type_words(pilot, "drivm")
        await press(pilot, "enter")
        await until(pilot, lambda: app.desk.here == Place("fraga", "drivmedel"))


async def test_search_does_a_command_by_its_name(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("fraga", "syfte"))
        await press(pilot, "f2 ctrl+p")
        await type_words(pilot, "kontrollera")
        await press(pilot, "enter")
        await until(pilot, lambda: app.desk.here == Place("kontroll"))


async def test_every_command_of_the_app_is_done_from_the_search_too(make_app, monkeypatch):
    app = make_app()
    done = []
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("oversikt"))
        for action in ("help", "standing", "look", "characters", "guide"):
            monkeypatch.setattr(app, f"action_{action}", lambda action=action: done.append(action))
            await app._found(f"kommando {action}")
    assert done == ["help", "standing", "look", "characters", "guide"]


@pytest.mark.parametrize("place", [Place("oversikt"), Place("fraga", "jobb"), Place("kontroll")])
async def test_every_key_of_the_bottom_line_can_be_clicked(make_app, place, monkeypatch):
    app = make_app()
    done = []
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, place)
        for key in app.screen.query(Key):
            action = key.command.action
            owner = app.screen if hasattr(app.screen, f"action_{action}") else app
            monkeypatch.setattr(owner, f"action_{action}", lambda action=action: done.append(action))
            await pilot.click(key)
        assert done == [command.action for command in app.screen.FOOTER]


@pytest.mark.parametrize("words, kind", [("fördjupa", "oversikt"), ("klarmarkera", "klart")])
async def test_a_command_of_another_page_is_found_and_leads_there(make_app, words, kind):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("fraga", "jobb"))
        await press(pilot, "ctrl+p")
        await type_words(pilot, words)
        assert "Enter går dit" in screen_text(app)
        await press(pilot, "enter")
        await until(pilot, lambda: app.desk.here == Place(kind))
        await press(pilot, "ctrl+p")
        await type_words(pilot, words)
        assert "Enter går dit" not in screen_text(app)
        await press(pilot, "escape")


async def test_search_that_finds_nothing_says_so_in_swedish(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("oversikt"))
        await press(pilot, "ctrl+p")
        await type_words(pilot, "xyzzy")
        assert texts.NOTHING_FOUND in screen_text(app)


async def test_the_look_is_chosen_by_name(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("oversikt"))
        await press(pilot, "ctrl+p")
        await type_words(pilot, "kontrast")
        await press(pilot, "enter")
        await until(pilot, lambda: app.theme == "kontrast")


async def test_points_are_shown_on_asking_and_not_while_answering(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("fraga", "utslapp"))
        await press(pilot, "4")
        assert "+50,0" not in screen_text(app)
        await press(pilot, "f6")
        assert "+50,0" in screen_text(app)
        await press(pilot, "f6")
        assert "+50,0" not in screen_text(app)


async def test_before_anything_is_answered_no_dimension_has_points(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("oversikt"))
        assert "inte bedömd" in screen_text(app)
        assert "0,0" not in screen_text(app)
        await press(pilot, "f6")
        assert "inte bedömd" in screen_text(app)
        assert "0,0 " not in screen_text(app)


async def test_everything_on_a_question_can_be_clicked(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("fraga", "jobb"))
        await pilot.click("#answers", offset=(8, 3))
        assert app.desk.session.answer_to("jobb").grade == 1
        assert app.page.query_one("#answers", Choices).chosen == {"grad 1"}
        await until(pilot, lambda: "d  Dela svaret" in screen_text(app))
        await pilot.click("#answers", offset=(8, 8))  # below vet inte and ej relevant: the split
        await until(pilot, lambda: app.page.query_one("#facets").display)
        await pilot.click("#rationale")
        assert app.screen.focused.id == "rationale"
        await type_words(pilot, "Två tjänster.")
        key = next(key for key in app.screen.query(Key) if key.command.action == "go_on")
        await pilot.click(key)
        await until(pilot, lambda: app.desk.here != Place("fraga", "jobb"))
        assert app.desk.session.answer_to("jobb").rationale == "Två tjänster."


async def test_a_click_ticks_one_of_several_and_stays_there(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("samlad"))
        app.desk.session.judge("jobb", 2)
        app.page.show(Place("samlad"))
        await pilot.pause()
        choices = app.page.query_one("#conditions", Choices)
        app.page.query_one("#page").scroll_to_widget(choices, animate=False)
        await pilot.pause()
        await pilot.click("#conditions", offset=(8, 0))
        await until(pilot, lambda: app.desk.session.assessment.judgement.conditions)
        await pilot.pause()
        assert app.desk.here.kind == "samlad"
        assert len(app.desk.session.assessment.judgement.conditions) == 1


async def test_rows_of_the_overview_can_be_clicked(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("oversikt"))
        await pilot.click("#parts", offset=(6, 1))
        await until(pilot, lambda: app.desk.here == Place("fraga", "syfte"))


async def test_ctrl_c_ends_nothing_and_says_how_one_ends(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await visit(pilot, Place("oversikt"))
        await press(pilot, "ctrl+c")
        await until(pilot, lambda: "Ctrl+Q" in screen_text(app))
        assert app.is_running


async def test_a_deepened_case_asks_more_and_a_short_one_needs_a_reason_where_the_rule_says_deep(make_app):
    app = make_app(case=small_case(amount_applied=900_000))
    async with app.run_test(size=(80, 24)) as pilot:
        await visit(pilot, Place("oversikt"))
        app.page.action_deepen()
        await pilot.pause()
        assert app.desk.session.activity["resor"] == "aktiv"
        app.page.action_shorten()
        await until(pilot, lambda: "Varför räcker den korta" in screen_text(app))
        await type_words(pilot, "Litet belopp.")
        await press(pilot, "f8")
        await until(pilot, lambda: app.desk.session.activity["resor"] == "inaktuell")
