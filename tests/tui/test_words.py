"""What is written on every screen: Swedish only, and in simple characters where the terminal has no others."""

import re
import string

from support.screens import screen_text
from support.walk import every_screen

from hallbarhet.tui.app import HallbarhetApp

ENGLISH = re.compile(
    r"\b(quit|search|theme|themes|keys|help|screenshot|maximi[sz]e|minimi[sz]e|match|matches|found|command|commands|"
    r"palette|press|click|copy|copied|paste|select|selection|cut|undo|redo|cursor|close|save|saved|cancel|yes|the|and|"
    r"with|delete|move|page|home|enter to|toggle|submit|focus|next|previous|scroll|loading|error|warning|information|"
    r"dark|light|type|show|hide|open|exit|back|no)\b",
    re.IGNORECASE,
)
"""Words of Textual's own. None of them is a Swedish word that the program uses."""

SWEDISH = {"Home", "home"}
SIMPLE = {*string.ascii_letters, *string.digits, *string.punctuation, *"åäöÅÄÖ \n"}


def english(text):
    return {word.group() for word in ENGLISH.finditer(text)}


async def test_no_screen_says_anything_in_english(make_app):
    app = make_app()
    found = {}
    async with app.run_test(size=(120, 40), tooltips=True, notifications=True) as pilot:
        async for name in every_screen(pilot):
            said = [screen_text(app)]
            said += [str(widget.tooltip) for widget in app.screen.walk_children(with_self=True) if widget.tooltip]
            said += [told.title + told.message for told in app._notifications]
            if words := english("\n".join(said)):
                found[name] = words
    assert found == {}


async def test_the_program_itself_has_no_english_palette_or_title(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not HallbarhetApp.ENABLE_COMMAND_PALETTE
        assert not english(f"{app.title} {app.sub_title}")


async def test_the_whole_walk_is_drawn_in_simple_characters_when_asked(make_app, tmp_path):
    (tmp_path / "egna" / "hallbarhet.toml").write_text('tecken = "enkla"\n', encoding="utf-8")
    app = make_app()
    found = {}
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        async for name in every_screen(pilot):
            if others := set(screen_text(app)) - SIMPLE:
                found[name] = others
    assert found == {}


async def test_a_passing_notice_is_drawn_in_simple_characters_too(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.action_characters()
        app.say("Öppnar ärendet … ”så” – klart", trouble=True)
        await pilot.pause(0.2)
        shown = screen_text(app)
        assert 'Öppnar ärendet . "så" - klart' in shown
        assert set(shown) <= SIMPLE
