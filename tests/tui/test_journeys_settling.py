"""What stands in the way of an end: goal conflicts to settle, and gaps that the list leads to."""

from support.flows import at, begin, fill, go, session
from support.screens import press, screen_text, type_words

from hallbarhet.tui.places import Place


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
