"""What the eye meets: contrast in every look, no colour needed, and room or a sentence."""

import re
from pathlib import Path

import pytest
from support.screens import opened, press, screen_text, type_words, until
from support.walk import every_screen, visit
from textual.color import Color

from hallbarhet.tui.app import HallbarhetApp
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


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_words_stand_out_in_every_look_that_is_offered(make_app, theme):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        weak = {}
        async for _ in every_screen(pilot):
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
        assert "▸● 2  Motverkar" in shown
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


PAIRS = [
    *[(words, back) for back in ("background", "surface", "panel", "field")
      for words in ("foreground", "quiet", "primary", "warning", "error")],
    ("cursor-foreground", "cursor-background"),
]  # fmt: skip
"""Every colour for words on everything that words stand on: said, muted, disabled, headings, complaints, chosen."""

SEEN = 3.0
"""What WCAG 2.1 AA asks of the edges of what can be used."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_colours_of_a_look_stand_out_from_each_other_by_themselves(theme):
    colours = {**theme.to_color_system().generate(), **theme.variables}
    told = {(words, back): contrast(Color.parse(colours[words]), Color.parse(colours[back])) for words, back in PAIRS}
    assert {pair: ratio for pair, ratio in told.items() if ratio < ENOUGH} == {}
    edges = {name: contrast(Color.parse(colours[name]), Color.parse(colours["background"])) for name in EDGES}
    assert {name: ratio for name, ratio in edges.items() if ratio < SEEN} == {}


EDGES = ("quiet", "primary")
"""What draws the edge of a field, without and with the focus."""


def test_every_colour_of_the_style_sheets_comes_from_the_look():
    allowed = {*(word for pair in PAIRS for word in pair), "line"}
    for sheet in Path(HallbarhetApp.CSS_PATH).parent.glob("*.tcss"):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert set(re.findall(r"\$([a-z-]+)", text)) <= allowed
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\s*[;%]|\brgb|\bhsl|\bansi_", text)


def test_the_high_contrast_look_is_more_than_enough():
    theme = next(theme for theme in THEMES if theme.name == "kontrast")
    colours = {**theme.to_color_system().generate(), **theme.variables}
    assert min(contrast(Color.parse(colours[words]), Color.parse(colours[back])) for words, back in PAIRS) >= 7
