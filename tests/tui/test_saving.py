"""Saving: told only when it is so, told in words when it is not, and nothing lost either way."""

from datetime import timedelta

from support.screens import opened, press, screen_text, type_words, until
from support.small import CLOCK

from hallbarhet.assessment import presence
from hallbarhet.assessment.records import load
from hallbarhet.errors import NotSavedError
from hallbarhet.tui.places import Place


async def at_question(pilot, id_="utslapp"):
    await opened(pilot)
    pilot.app.page.go(Place("fraga", id_))
    await until(pilot, lambda: pilot.app.page.place_words.startswith("Del"))
    await pilot.pause()


def refuse(keeper, sentence="Det gick inte att spara: disken är full."):
    def keep():
        raise NotSavedError(sentence)

    keeper.keep = keep


async def test_every_answer_is_on_disk_before_it_is_called_saved(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_question(pilot)
        assert "Inget sparat än" in screen_text(app)
        await press(pilot, "2")
        assert "Sparat 14:32" in screen_text(app)
        assert load(next(archive.glob("*.toml"))).assessment.answer_by_item["utslapp"].grade == -1


async def test_words_are_saved_after_a_pause_without_leaving_the_field(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_question(pilot)
        await press(pilot, "2 enter")
        await type_words(pilot, "Därför.")
        assert "Sparas strax" in screen_text(app)
        await until(pilot, lambda: "Sparat 14:32" in screen_text(app))
        assert load(next(archive.glob("*.toml"))).assessment.answer_by_item["utslapp"].rationale == "Därför."


async def test_a_save_that_fails_is_told_and_the_answer_stays(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_question(pilot)
        refuse(app.desk.keeper)
        await press(pilot, "2")
        await until(pilot, lambda: "disken är full" in screen_text(app))
        assert "finns kvar här" in screen_text(app)
        await press(pilot, "1")
        assert "Ej sparat" in screen_text(app)
        assert app.desk.session.answer_to("utslapp").grade == -1
        del app.desk.keeper.keep
        await press(pilot, "3")
        assert "Sparat 14:32" in screen_text(app)
        assert load(next(archive.glob("*.toml"))).assessment.answer_by_item["utslapp"].grade == 0


async def test_trouble_with_saving_is_told_once_and_not_at_every_key(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_question(pilot)
        refuse(app.desk.keeper)
        await press(pilot, "2")
        await until(pilot, lambda: "disken är full" in screen_text(app))
        await press(pilot, "1 3")
        assert "disken är full" not in screen_text(app)
        assert "Ej sparat" in screen_text(app)


async def test_somebody_elses_change_is_left_alone_and_ours_is_saved_beside(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_question(pilot)
        await press(pilot, "2")
        path = app.desk.keeper.path
        theirs = path.read_text(encoding="utf-8") + "\n# ändrad av någon annan\n"
        path.write_text(theirs, encoding="utf-8")
        await press(pilot, "3")
        await until(pilot, lambda: "Någon annan har ändrat ärendet" in screen_text(app))
        await press(pilot, "1")
        await until(pilot, lambda: "Sparat" in screen_text(app))
        assert path.read_text(encoding="utf-8") == theirs
        copy = app.desk.keeper.path
        assert copy != path
        assert load(copy).assessment.answer_by_item["utslapp"].grade == 0


async def test_leaving_with_something_unsaved_has_to_be_meant(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_question(pilot)
        refuse(app.desk.keeper)
        await press(pilot, "2 1")
        await press(pilot, "ctrl+q")
        await until(pilot, lambda: "egen mapp" in screen_text(app))
        assert "förlorat" not in screen_text(app)
        await press(pilot, "escape")
        assert app.desk is not None
        assert app.is_running


async def test_words_that_cannot_be_read_have_to_be_left_on_purpose(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        app.page.query_one("#f-total_kostnad Line").focus()
        await pilot.pause()
        await type_words(pilot, "en miljon")
        await press(pilot, "ctrl+q")
        await until(pilot, lambda: "en miljon" in screen_text(app) and "ligger kvar" in screen_text(app))
        await press(pilot, "1")
        assert app.desk is not None


async def test_the_second_officer_is_told_who_has_the_case_open(make_app, archive, monkeypatch):
    first = make_app()
    async with first.run_test(size=(80, 24)) as pilot:
        await at_question(pilot)
        await press(pilot, "2")
        path = first.desk.keeper.path
        first.desk.close()
    other = presence.Holder("Bo Berg", "annan-dator", 1, CLOCK)
    monkeypatch.setattr(presence, "announce", lambda *_: other)
    second = make_app(record=path, checklist=None, case=None)
    async with second.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Bo Berg" in screen_text(second))
        assert second.page is None
        await press(pilot, "1")
        await until(pilot, lambda: second.page is not None)


async def test_a_record_that_cannot_be_read_is_told_in_a_sentence(make_app, archive):
    broken = archive / "trasig.toml"
    broken.write_text("format = 1\n[bedomning\n", encoding="utf-8")
    app = make_app(record=broken, checklist=None, case=None)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "trasig.toml" in screen_text(app) and "rad 2" in screen_text(app).lower())
        assert app.page is None


async def test_a_window_that_closes_over_a_case_that_was_only_read_leaves_the_record_as_it_lay(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_question(pilot)
        await press(pilot, "2")
    path = next(archive.glob("*.toml"))
    before = path.read_bytes()
    later = make_app(record=path, checklist=None, case=None, clock=lambda: CLOCK + timedelta(days=1))
    async with later.run_test(size=(80, 24)) as pilot:
        await at_question(pilot)
        later.end(129, False)
    assert path.read_bytes() == before
    again = make_app(record=path, checklist=None, case=None, clock=lambda: CLOCK + timedelta(days=1))
    async with again.run_test(size=(80, 24)) as pilot:
        await at_question(pilot)
        again.desk.session.judge("utslapp", -2)
        again.end(129, False)
    assert load(path).assessment.answer_by_item["utslapp"].grade == -2
