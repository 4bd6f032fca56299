"""One nasty string through every field and every screen: it stays words, everywhere, and comes back as it was."""

import json

import pytest
from support.screens import NASTY, opened, press, screen_text, until
from support.small import SMALL, small_case, small_checklist

from hallbarhet.assessment.model import ConflictHandling, GateDecision, Judgement
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.toml import parse
from hallbarhet.tui.places import Place
from hallbarhet.tui.widgets.fields import Line, Words

MARK = "[b]fet[/b] {{ namn }} </script>"
"""The part of the nasty string that has nothing invisible in it."""


def nasty_checklist():
    """The small checklist with every text of it made nasty."""
    data, _ = parse(SMALL.encode(), "liten.toml")
    return Checklist.model_validate(_nastied(data.data), by_alias=True, by_name=False)


TEXT_KEYS = {"titel", "namn", "text", "ledtext", "vagledning", "kort", "fragor", "villkor", "enhet", "ingress"}


def _nastied(value, key=""):
    if isinstance(value, dict):
        return {name: _nastied(entry, name) for name, entry in value.items()}
    if isinstance(value, list):
        return [_nastied(entry, key) for entry in value]
    return f"{NASTY} {value}" if key in TEXT_KEYS and isinstance(value, str) else value


async def visit(pilot, place):
    pilot.app.page.go(place)
    await until(pilot, lambda: pilot.app.desk.here == place and pilot.app.page.is_running)
    await pilot.pause()


PLACES = [
    Place("oversikt"), Place("arende"), Place("fraga", "jobb"), Place("fraga", "syfte"), Place("fraga", "drivmedel"),
    Place("fraga", "jobb-hur"), Place("hallplats", "stanna"), Place("malkonflikter"),
    Place("malkonflikt", "jobb-mot-utslapp"), Place("malkonflikt", "egen-1"), Place("kontroll"), Place("samlad"),
    Place("klart"),
]  # fmt: skip


@pytest.fixture
def app(make_app):
    case = small_case(
        title=NASTY, applicant=NASTY, diary_number=NASTY, municipalities=(NASTY,), nyps_id=NASTY, own={"x": NASTY}
    )
    return make_app(checklist=nasty_checklist(), case=case)


def fill(session):
    """Nasty words wherever words can stand."""
    session.set_officer(NASTY)
    session.write("syfte", NASTY)
    session.judge("jobb", 1)
    session.explain("jobb", NASTY)
    session.cite("jobb", (NASTY,))
    session.judge("utslapp", -1)
    session.unknown("drivmedel", NASTY)
    session.decide(GateDecision(id="stanna", rationale=NASTY, responsible=NASTY))
    session.handle(ConflictHandling(id="jobb-mot-utslapp", winner=NASTY, rationale=NASTY, action=NASTY))
    session.handle(ConflictHandling(id="egen-1", title=NASTY, own=True, severity=2, winner=NASTY))
    session.conclude(Judgement(text=NASTY, conditions=(NASTY,), dimensions={"social": NASTY}))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.kind}-{place.id}")
async def test_nasty_words_stay_words_on_every_page(app, place):
    async with app.run_test(size=(140, 50), notifications=True) as pilot:
        await opened(pilot)
        fill(app.desk.session)
        await visit(pilot, place)
        app.say(NASTY)
        app.say(NASTY, trouble=True)
        await pilot.pause()
        shown = screen_text(app)
        assert MARK[:12] in shown
        assert "\u001b" not in shown
        assert "\u202e" not in shown


async def test_nasty_words_stay_words_in_every_window(app):
    async with app.run_test(size=(140, 50)) as pilot:
        await opened(pilot)
        fill(app.desk.session)
        await visit(pilot, Place("fraga", "jobb"))
        for key in ("f1", "ctrl+p", "f6"):
            await press(pilot, key)
            shown = screen_text(app)
            assert "[b]fet[/b]" in shown
            assert "\u001b" not in shown
            await press(pilot, "escape")


async def test_nasty_words_typed_in_every_field_reach_the_record_as_words(make_app, archive):
    app = make_app(checklist=small_checklist(), case=small_case())
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        fill(app.desk.session)
        for place in PLACES:
            await visit(pilot, place)
            for field in [*app.page.query(Words), *app.page.query(Line)]:
                if field.display:
                    field.focus()
                    field.load("")
                    field._put_in(MARK)
            await pilot.pause()
            app.page.flush()
            assert app.is_running
    assert MARK in next(archive.glob("*.toml")).read_text(encoding="utf-8")


async def test_nasty_words_stay_words_in_the_list_and_in_dialogs(make_app, archive):
    app = make_app()
    async with app.run_test(size=(140, 50)) as pilot:
        await opened(pilot)
        app.desk.session.describe_case(small_case(title=NASTY, diary_number=""))
        app.keep()
        app.leave_case()
        await until(pilot, lambda: app.desk is None and "[b]fet[/b]" in screen_text(app))
        for _ in NASTY[:3]:
            await press(pilot, "left_square_bracket")
        assert app.is_running
        app.room.ask_choice(app, NASTY, NASTY, [("a", NASTY), ("b", json.dumps(NASTY))], lambda _: None)
        await until(pilot, lambda: screen_text(app).count("[b]fet[/b]") >= 3)
        assert "\u001b" not in screen_text(app)
        await press(pilot, "escape")
        app.room.ask_reason(app, NASTY, lambda _: None, NASTY)
        await until(pilot, lambda: "[b]fet[/b]" in screen_text(app))
        assert "\u001b" not in screen_text(app)
