"""`checklista prova`: a whole walk that leaves nothing behind."""

from support.screens import opened, press, screen_text, until

from hallbarhet.tui.places import Place


async def test_a_practice_walk_keeps_nothing_says_so_and_ends_the_app(make_app, archive):
    app = make_app(is_practice=True, case=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        pilot.app.page.go(Place("fraga", "utslapp"))
        await until(pilot, lambda: pilot.app.page.place_words.startswith("Del"))
        await press(pilot, "2")
        assert app.desk.session.answer_to("utslapp").grade == -1
        assert "Prov: inget sparas" in screen_text(app)
        assert "Sparat" not in screen_text(app)
        app.leave_case()
        await pilot.pause()
    assert app.return_value == 0
    assert list(archive.rglob("*")) == []
