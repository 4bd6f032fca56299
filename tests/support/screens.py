"""What stands on the screen of a running app, and waiting for it."""

from asyncio import Event
from pathlib import Path

from textual import events

from hallbarhet.tui.screens.search import SearchDialog

GOLD = Path(__file__).parents[1] / "tui" / "gold"

NASTY = (
    "[/] [b]fet[/b] {{ namn }} </script> $x %s \u001b[31m \u202e omvänt å\u0308 \\ ' \" ` [@click=app.quit]klicka[/]"
)
"""Everything that some parser somewhere takes for its own: markup, templates, HTML, escapes, turned direction."""

WORSE = (
    NASTY
    + "\n\x00\t\x9b31m {} {0.__class__} %(x)s \u2028 👩\u200d👩\u200d👧 🏳\ufe0f e\u0301\u0327\u0300 \u200b\u2060\ufeff"
    "\u2067 日本 ’ ﷽ " + "mycketlångtord" * 40
)
"""The same, and what is invisible, steers, is wide, is put together or never ends."""


def screen_text(app):
    """The screen as lines of text, without what is only colour."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def until(pilot, reached, *, tries=200):
    """Let the app work until something holds; a test that waits for ever says what it saw."""
    for _ in range(tries):
        await pilot.pause()
        if reached():
            return
        await pilot.pause(0.02)
    raise AssertionError(screen_text(pilot.app))


async def drawn(pilot):
    """Wait until the screen has been drawn anew, and what was to be done after that is done: scrolling, above all."""
    done = Event()
    pilot.app.screen.call_after_refresh(done.set)
    await until(pilot, done.is_set)
    await pilot.pause()


async def opened(pilot):
    """Wait until a case is open and its page is drawn."""
    await until(pilot, lambda: pilot.app.page is not None and pilot.app.page.is_running and pilot.app.screen.focused)
    await pilot.pause()


async def press(pilot, keys):
    """Press keys, written with spaces between."""
    for key in keys.split():
        await pilot.press(key)
        await pilot.pause()


async def type_words(pilot, words):
    """Write some words where the focus is, all at once: a pilot takes a tenth of a second for each key."""
    pilot.app.screen.focused.post_message(events.Paste(words))
    await pilot.pause()


async def found(pilot, words):
    """Open the search, write some words, and take the first thing found."""
    await pilot.press("ctrl+p")
    await until(pilot, lambda: isinstance(pilot.app.screen, SearchDialog) and pilot.app.screen.focused)
    await type_words(pilot, words)
    await press(pilot, "enter")
