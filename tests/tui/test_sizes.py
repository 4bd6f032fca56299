"""Every screen from the smallest window there is room for to a very large one: nothing that is needed is cut."""

import pytest
from rich.cells import cell_len
from support.screens import drawn, opened, press, screen_text
from support.walk import every_screen, something_everywhere, visit
from textual.content import Content
from textual.widgets import Static

from hallbarhet.tui.commands import HELP
from hallbarhet.tui.places import Place
from hallbarhet.tui.screens.base import Dialog
from hallbarhet.tui.screens.gate import GatePage
from hallbarhet.tui.widgets.choices import Choices
from hallbarhet.tui.widgets.hanging import Hanging
from hallbarhet.tui.widgets.keys import Key

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]
LONG = "Hur påverkas tillgången till service för dem som bor längst bort och inte har bil?"


def cut(app):
    """What of the screen is not whole: the head, the keys, what has the focus, words wider than their place."""
    screen = app.screen
    width, height = app.size
    shown = screen_text(app)
    told = []
    if "för litet" in shown:
        told.append("no room")
    if not isinstance(screen, Dialog):
        keys = [key for key in screen.query(Key) if key.display]
        told += [f"key {key.command.action}" for key in keys if key.region.right > width or key.size.width < key.width]
        told += [] if any(key.command == HELP for key in keys) else ["no help"]
        told += [] if len(keys) >= 3 else ["few keys"]
        told += [] if shown.splitlines()[0].strip().startswith("hållbarhet") else ["no program"]
        told += [] if shown.splitlines()[-1].strip() else ["no bottom line"]
    else:
        window = screen.query_one(".window")
        told += [] if window.region.width >= 50 and window.region.bottom <= height else ["window"]
        told += [] if str(window.border_title or "") in shown else ["window title"]
    focused = screen.focused
    if focused is None:
        told.append("no focus")
    elif not _in_sight(screen, focused) and not isinstance(screen, GatePage):  # a gate is read from its beginning
        told.append(f"focus on {focused.id}")
    for part in screen.query(Static):
        if part.display and part.region.right > width:
            told.append(f"words of {part.id}")
    return told


def _in_sight(screen, widget):
    place = screen._compositor.visible_widgets.get(widget)
    return place is not None and place[0].intersection(place[1]).height >= 1


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_nothing_that_is_needed_is_cut_on_any_screen(make_app, size):
    app = make_app()
    found = {}
    async with app.run_test(size=size) as pilot:
        async for name in every_screen(pilot):
            if told := cut(app):
                found[name] = told
    assert found == {}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_everything_on_a_page_is_reached_by_tab_and_comes_into_sight(make_app, size):
    app = make_app()
    hidden = []
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        something_everywhere(app.desk.session)
        for place in (Place("fraga", "jobb"), Place("hallplats", "stanna"), Place("malkonflikt", "egen-1"),
                      Place("arende"), Place("samlad")):  # fmt: skip
            await visit(pilot, place)
            for widget in app.screen.focus_chain:
                widget.focus()
                await drawn(pilot)
                if not _in_sight(app.screen, widget):
                    hidden.append((place.kind, widget.id))
    assert hidden == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_whole_question_and_every_answer_can_be_read(make_app, size):
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        await visit(pilot, Place("fraga", "jobb"))
        app.screen.put("#question", LONG)
        await pilot.pause()
        assert LONG in " ".join(_column(app, "#question").split())
        answers = app.screen.query_one("#answers", Choices)
        answers.focus()
        for alternative in answers.alternatives:
            answers.move_to(alternative.id)
            await pilot.pause()
            assert alternative.text.split()[0] in screen_text(app)
        await press(pilot, "home")


def _column(app, selector):
    """What stands where a widget is."""
    place = app.screen.query_one(selector).region
    lines = screen_text(app).splitlines()[place.y : place.bottom]
    return "\n".join(line[place.x : place.right] for line in lines)


def test_a_long_answer_is_continued_below_itself_in_a_narrow_window():

    line = Hanging(Content("● 1  "), Content(LONG))
    assert line.get_height({}, 40) == 3
    assert line.get_optimal_width({}, 40) == cell_len(LONG) + 5
