"""A walk through every screen of the app, for tests that ask the same thing of each."""

from support.screens import drawn, opened, press, type_words, until

from hallbarhet.assessment.model import ConflictHandling
from hallbarhet.tui import caseroom
from hallbarhet.tui.places import Place
from hallbarhet.tui.screens.guide import GuideDialog
from hallbarhet.tui.screens.search import SearchDialog
from hallbarhet.tui.screens.start import StartScreen

IDS = {
    "fraga": ("jobb", "syfte", "drivmedel", "jobb-hur"), "hallplats": ("stanna",),
    "malkonflikt": ("jobb-mot-utslapp", "egen-1"),
}  # fmt: skip
"""What is shown on the pages that show one thing of many, in the small checklist."""

WINDOWS = {"hjalp": "f1", "sok": "ctrl+p", "laget": "f6"}


def places():
    """One place of every kind there is, more where the kind looks different: a new page is found by itself."""
    return [Place(kind, id_) for kind in caseroom.PAGES for id_ in IDS.get(kind, ("",))]


def name_of(place):
    return f"{place.kind}-{place.id}" if place.id else place.kind


def something_everywhere(session):
    """A case with something on every page."""
    session.set_officer("Eva Ek")
    session.judge("jobb", 1)
    session.explain("jobb", "Två tjänster, ansökan s. 3.")
    session.judge("utslapp", -1)
    session.unknown("drivmedel", "Länsstyrelsen")
    session.handle(ConflictHandling(id="egen-1", title="Fart mot trygghet", own=True, severity=2, winner="Pendlare"))


async def visit(pilot, place):
    """Go to a page and wait until it is drawn."""
    app = pilot.app
    app.page.go(place)
    await until(pilot, lambda: app.desk.here == place and app.page.is_running and app.screen is app.page)
    await app.workers.wait_for_complete()  # what a page looks up behind the screen
    await drawn(pilot)


async def every_screen(pilot, fill=something_everywhere):
    """From an open case through its pages, the windows and the list; the name of each while it stands there.

    Also pages that somebody adds later: they are found where the app finds them.
    """
    app = pilot.app
    await opened(pilot)
    fill(app.desk.session)
    app.keep()
    for place in places():
        await visit(pilot, place)
        yield name_of(place)
    app.desk.shows_every_question = True
    await visit(pilot, Place("oversikt"))
    yield "oversikt-alla"
    await visit(pilot, Place("fraga", "jobb"))
    async for name in every_window(pilot):
        yield name
    app.leave_case()
    await until(pilot, lambda: app.desk is None and isinstance(app.screen, StartScreen) and app.screen.is_read)
    yield "lista"
    await press(pilot, "f3")
    await type_words(pilot, "xyzzy")
    yield "lista-filtrerad"


async def every_window(pilot):
    """Each window over the page that is there."""
    app = pilot.app
    page = app.screen
    for name, key in WINDOWS.items():
        await press(pilot, key)
        await until(pilot, lambda: app.screen is not page)
        yield name
        if isinstance(app.screen, SearchDialog):
            await type_words(pilot, "xyzzy")
            yield "sok-utan-fynd"
        await _closed(pilot, page)
    app.room.ask_choice(
        app, "Ärendet är redan öppet", "Eva Ek har det öppet.", [("a", "Öppna ändå"), ("b", "Låt bli")], str
    )
    await until(pilot, lambda: app.screen is not page)
    yield "val"
    await _closed(pilot, page)
    app.room.ask_reason(app, "Varför?", str, "Litet belopp.")
    await until(pilot, lambda: app.screen is not page)
    yield "skal"
    await _closed(pilot, page)
    app.push_screen(GuideDialog())
    await until(pilot, lambda: app.screen is not page)
    for number in (1, 2, 3):
        yield f"rundtur-{number}"
        if number < 3:
            await press(pilot, "enter")
    await _closed(pilot, page)


async def _closed(pilot, page):
    await press(pilot, "escape")
    await until(pilot, lambda: pilot.app.screen is page)
