"""Answers given, undone, split and left open by keys, on their own page and in the overview."""

from support.flows import at, begin, fill, go, session
from support.screens import press, screen_text, type_words, until

from hallbarhet.assessment.model import NotRelevant, Unknown
from hallbarhet.tui.places import Place
from hallbarhet.tui.widgets.choices import Choices
from hallbarhet.tui.widgets.fields import Words


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
