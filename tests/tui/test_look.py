"""What the eye meets: contrast in every look, no colour needed, room or a sentence, and the main screens as text."""

import os

import pytest
from support.screens import GOLD, opened, press, screen_text, type_words, until
from support.small import CLOCK, small_case
from textual.color import Color

from hallbarhet.tui.places import Place
from hallbarhet.tui.themes import THEMES

ENOUGH = 4.5
"""What WCAG 2.1 AA asks between words and what they stand on."""


def luminance(color):
    """Relative luminance, as WCAG 2.1 defines it."""
    parts = [part / 255 for part in (color.r, color.g, color.b)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(front, back):
    lighter, darker = sorted((luminance(front), luminance(back)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def weak_words(app):
    """Words that do not stand out, with how little they do."""
    found = {}
    strips = app.screen._compositor.render_strips()
    for window in app.screen.query(".window"):
        # What lies behind a window is dimmed on purpose: it cannot be used until the window is closed.
        place = window.region
        strips = [strip.crop(place.x, place.right) for strip in strips[place.y : place.bottom]]
    for strip in strips:
        for segment in strip:
            style = segment.style
            if not segment.text.strip() or style is None or style.color is None or style.bgcolor is None:
                continue
            if not any(letter.isalnum() for letter in segment.text):
                continue  # lines and bars are no words
            front, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            if style.reverse:
                front, back = back, front
            if contrast(front, back) < ENOUGH:
                found[segment.text.strip()] = (front.hex, back.hex, round(contrast(front, back), 2))
    return found


async def visit(pilot, place):
    pilot.app.page.go(place)
    await until(pilot, lambda: pilot.app.desk.here == place and pilot.app.page.is_running)
    await pilot.pause()


PLACES = [
    Place("oversikt"), Place("arende"), Place("fraga", "jobb"), Place("fraga", "syfte"), Place("hallplats", "stanna"),
    Place("malkonflikter"), Place("malkonflikt", "jobb-mot-utslapp"), Place("kontroll"), Place("samlad"),
    Place("klart"),
]  # fmt: skip


def answered(app):
    """A case with something on every page."""
    session = app.desk.session
    session.set_officer("Eva Ek")
    session.judge("jobb", 1)
    session.explain("jobb", "Två tjänster, ansökan s. 3.")
    session.judge("utslapp", -1)
    session.unknown("resor", "Länsstyrelsen")


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_words_stand_out_in_every_look_that_is_offered(make_app, theme):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        await opened(pilot)
        answered(app)
        weak = {}
        for place in PLACES:
            await visit(pilot, place)
            weak |= weak_words(app)
        for key in ("f1", "ctrl+p", "f6"):
            await press(pilot, key)
            weak |= weak_words(app)
            await press(pilot, "escape")
        app.leave_case()
        await until(pilot, lambda: app.desk is None)
        weak |= weak_words(app)
        assert not weak


async def test_without_colour_everything_is_still_said(make_app, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await visit(pilot, Place("fraga", "utslapp"))
        await press(pilot, "2")
        shown = screen_text(app)
        assert "● 2  Motverkar" in shown
        assert "det behövs här" in shown
        assert app.no_color


async def test_a_window_too_small_says_so_and_comes_back_with_everything(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await visit(pilot, Place("fraga", "syfte"))
        await type_words(pilot, "En led")
        before = screen_text(app)
        await pilot.resize_terminal(50, 15)
        await pilot.pause()
        assert "Fönstret är för litet" in screen_text(app)
        assert "syftet" not in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "syftet" in screen_text(app))
        assert app.screen.focused.id == "free"
        assert screen_text(app).splitlines()[4:] == before.splitlines()[4:]


async def test_a_wide_window_shows_the_guidance_beside(make_app):
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await visit(pilot, Place("fraga", "jobb"))
        assert "Vägledning" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Vägledning" not in screen_text(app)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.kind}{'-' if place.id else ''}{place.id}")
async def test_the_main_screens_look_as_agreed(make_app, place):
    """Run with HALLBARHET_GULD=1 to write the gold files anew, and look at what changed."""
    app = make_app(case=small_case(), clock=lambda: CLOCK)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        answered(app)
        app.keep()
        await visit(pilot, place)
        shown = screen_text(app) + "\n"
    gold = GOLD / f"{place.kind}{'-' if place.id else ''}{place.id}.txt"
    if os.environ.get("HALLBARHET_GULD"):
        gold.parent.mkdir(exist_ok=True)
        gold.write_text(shown, encoding="utf-8")
    assert shown == gold.read_text(encoding="utf-8")
