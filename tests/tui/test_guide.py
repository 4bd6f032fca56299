"""The first visit: a short tour that comes once, and a demo archive beside the person's own."""

import pytest
from support.screens import found, opened, press, screen_text, until

from hallbarhet import settings
from hallbarhet.tui.app import HallbarhetApp
from hallbarhet.tui.screens.guide import GuideDialog
from hallbarhet.tui.screens.start import StartScreen


@pytest.fixture
def own(tmp_path):
    """A person without settings."""
    file = tmp_path / "egna" / "hallbarhet.toml"
    file.unlink()
    return file


async def read(pilot):
    await until(pilot, lambda: pilot.app.screen_stack and "0 ärenden" in screen_text(pilot.app))


async def test_the_tour_comes_once_to_somebody_without_settings_and_cases(archive, own):
    app = HallbarhetApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, GuideDialog))
        assert "Välkommen (1 av 3)" in screen_text(app)
        await press(pilot, "enter")
        assert "En tangent svarar" in screen_text(app)
        await press(pilot, "enter")
        assert "Öva först" in screen_text(app)
        await press(pilot, "f7 f7 f7")
        assert "Välkommen" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, StartScreen)
    assert own.is_file()
    again = HallbarhetApp(archive)
    async with again.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await pilot.pause(0.2)
        assert isinstance(again.screen, StartScreen)


async def test_the_very_first_start_needs_no_folder(archive, own, monkeypatch):
    archive.rmdir()
    monkeypatch.chdir(archive.parent)
    app = HallbarhetApp(settings.default_archive())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, GuideDialog))
        await press(pilot, "escape")
        assert "Här finns inga ärenden än" in screen_text(app)


async def test_an_archive_that_was_named_and_is_not_there_is_told(archive):
    archive.rmdir()
    app = HallbarhetApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Oläsbar" in screen_text(app))


async def test_the_tour_does_not_stand_in_the_way_of_a_case_that_was_asked_for(make_app, own):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.pause(0.2)
        assert not isinstance(app.screen, GuideDialog)


async def test_settings_that_cannot_be_written_do_not_stop_the_tour(archive, own, monkeypatch):
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", "/dev/null/egna")
    app = HallbarhetApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, GuideDialog))
        await pilot.click("#ways", offset=(5, 1))
        await until(pilot, lambda: isinstance(app.screen, StartScreen))


async def test_one_practises_in_invented_cases_and_comes_home_with_ones_own_untouched(archive):
    app = HallbarhetApp(archive)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read(pilot)
        await found(pilot, "rundtur")
        await until(pilot, lambda: isinstance(app.screen, GuideDialog))
        await press(pilot, "2")  # leaves; the tour is found again
        await found(pilot, "öva")
        await until(pilot, lambda: "Övning: påhittade ärenden" in screen_text(app) and app.screen.is_read, tries=900)
        assert app.archive == settings.playground()
        assert len(app.screen.cases) > 10
        assert "F7 Sluta öva" in screen_text(app).splitlines()[-1]
        await press(pilot, "enter")
        await opened(pilot)
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: "Söker bland" in screen_text(app) or "Fortsätt" in screen_text(app))
        assert "Sluta öva" not in screen_text(app)
        await press(pilot, "escape")
        app.leave_case()
        await until(pilot, lambda: app.desk is None)
        await found(pilot, "sluta öva")
        await until(pilot, lambda: "Mina ärenden" in screen_text(app))
        assert "Sluta öva" not in screen_text(app)
    assert app.archive == archive
    assert not list(archive.iterdir())


async def test_practising_twice_keeps_what_one_did_the_first_time(archive):
    app = HallbarhetApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        app.playground.open()
        await until(pilot, lambda: app.playground.is_away and app.screen.is_read, tries=900)
        next(settings.playground().glob("*.toml")).unlink()
        left = len(list(settings.playground().glob("*.toml")))
        await press(pilot, "f7")
        await until(pilot, lambda: not app.playground.is_away)
        await press(pilot, "f7")  # at home already: nothing but a word
        app.playground.open()
        await until(pilot, lambda: app.playground.is_away and app.screen.is_read, tries=900)
        assert len(list(settings.playground().glob("*.toml"))) == left
