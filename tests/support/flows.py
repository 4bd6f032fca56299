"""Going about in an open case, as an officer does."""

from support.screens import opened, press, type_words, until
from support.small import CLOCK

from hallbarhet.assessment.model import GateDecision


def session(pilot):
    return pilot.app.desk.session


async def at(pilot, place):
    await until(pilot, lambda: pilot.app.desk.here.page == place and pilot.app.page.is_running)
    await pilot.pause()


async def go(pilot, place):
    pilot.app.page.go(place)
    await at(pilot, place)


async def fill(pilot, selector, words):
    pilot.app.page.query_one(selector).focus()
    await pilot.pause()
    await type_words(pilot, words)


async def begin(pilot):
    """From the new case to the first question."""
    await opened(pilot)
    await fill(pilot, "#f-handlaggare Line", "Eva Ek")
    await press(pilot, "f8")
    await until(pilot, lambda: pilot.app.desk.here.kind == "fraga")


async def search(pilot, words):
    await press(pilot, "ctrl+p")
    await type_words(pilot, words)
    await press(pilot, "enter")


async def choose_row(pilot, selector, wanted):
    rows = pilot.app.page.query_one(selector)
    await until(pilot, lambda: any(wanted in " ".join(row.cells) for row in rows.rows if row.id))
    await press(pilot, "home")
    while wanted not in " ".join(rows.rows[rows.cursor].cells):
        before = rows.cursor
        await press(pilot, "down")
        assert rows.cursor != before
    await press(pilot, "enter")


def overview_text(pilot):
    return "\n".join(" ".join(row.cells) for row in pilot.app.page.query_one("#parts").rows)


ENDED = GateDecision(id="stanna", decision="avsluta", rationale="Nej.", responsible="Eva Ek", decided_on=CLOCK.date())
