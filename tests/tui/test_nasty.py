"""One nasty string through every field and every screen: it stays words, everywhere, and comes back as it was."""

import json
from unicodedata import category

import pytest
from support.screens import NASTY, WORSE, opened, press, screen_text, until
from support.small import SMALL, small_case, small_checklist
from support.walk import every_screen, places, visit
from textual.events import Paste
from textual.widgets import Input, TextArea

from hallbarhet.assessment.model import ConflictHandling, GateDecision, Judgement
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.toml import parse
from hallbarhet.tui.screens.start import StartScreen

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


def nasty_case(words):
    return small_case(
        title=words, applicant=words, diary_number=words, municipalities=(words,), nyps_id=words, own={"x": words}
    )


def nastily(words):
    """Fills a case with nasty words wherever words can stand."""

    def fill(session):
        session.set_officer(words)
        session.write("syfte", words)
        session.judge("jobb", 1)
        session.explain("jobb", words)
        session.cite("jobb", (words,))
        session.judge("utslapp", -1)
        session.unknown("drivmedel", words)
        session.decide(GateDecision(id="stanna", rationale=words, responsible=words))
        session.handle(ConflictHandling(id="jobb-mot-utslapp", winner=words, rationale=words, action=words))
        session.handle(ConflictHandling(id="egen-1", title=words, own=True, severity=2, winner=words))
        session.conclude(Judgement(text=words, conditions=(words,), dimensions={"social": words}))

    return fill


def steering(text):
    """What in a text would steer a terminal or turn its direction."""
    return {letter for letter in text.replace("\n", "") if category(letter) == "Cc" or letter in TURNING}


TURNING = set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
WITHOUT_WORDS_FROM_PEOPLE = {"sok-utan-fynd", "lista-filtrerad", "ta_reda_pa"}
"""Where nothing of a case or its checklist need stand."""


@pytest.mark.parametrize("words, simple", [(NASTY, False), (WORSE, True)], ids=["drawn", "worse-in-simple-characters"])
async def test_nasty_words_stay_words_on_every_screen(make_app, words, simple):
    app = make_app(checklist=nasty_checklist(), case=nasty_case(words))
    told = {}
    async with app.run_test(size=(140, 50), notifications=True) as pilot:
        if simple:
            app.action_characters()
        async for name in every_screen(pilot, nastily(words)):
            app.say(words)
            app.say(words, trouble=True)
            await pilot.pause()
            shown = screen_text(app)
            if steering(shown):
                told[name] = steering(shown)
            elif MARK[:7] not in shown and name not in WITHOUT_WORDS_FROM_PEOPLE:
                told[name] = shown
            app.clear_notifications()
    assert told == {}


async def every_field(pilot):
    """Every field that is there to write in, wherever it stands: a new one is found by itself."""
    app = pilot.app
    await opened(pilot)
    nastily(NASTY)(app.desk.session)
    for place in places():
        await visit(pilot, place)
        for field in [*app.page.query(TextArea), *app.page.query(Input)]:
            if field.display and not field.disabled and not getattr(field, "read_only", False):
                yield field
    page = app.screen
    app.room.ask_reason(app, "Varför?", lambda _: None)
    await until(pilot, lambda: app.screen is not page)
    for field in [*app.screen.query(TextArea), *app.screen.query(Input)]:
        yield field
    await press(pilot, "escape ctrl+p")
    await until(pilot, lambda: app.screen.query("#words"))
    yield app.screen.query_one("#words", Input)
    await press(pilot, "escape")
    app.leave_case()
    await until(pilot, lambda: app.screen is not page)
    if app.desk is not None:  # numbers and dates that are none are told first
        await press(pilot, "2")
    await until(pilot, lambda: app.desk is None and isinstance(app.screen, StartScreen))
    yield app.screen.query_one("#filter", Input)


async def test_nasty_words_pasted_in_every_field_stop_nothing_and_stay_words(make_app, archive):
    app = make_app(checklist=small_checklist(), case=small_case())
    written = set()
    async with app.run_test(size=(80, 24)) as pilot:
        async for field in every_field(pilot):
            field.focus()
            field.post_message(Paste(WORSE))
            await pilot.pause()
            held = field.text if isinstance(field, TextArea) else field.value
            assert "[b]fet[/b]" in held or "fet" not in held, field
            assert not steering(screen_text(app).replace("\t", ""))
            if app.desk is not None:
                app.page.flush()
            written.add((type(app.screen).__name__, field.id or getattr(field, "key", "")))
            assert app.is_running
    assert len(written) > 25
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
        assert not steering(screen_text(app))
        await press(pilot, "escape")
        app.room.ask_reason(app, NASTY, lambda _: None, NASTY)
        await until(pilot, lambda: "[b]fet[/b]" in screen_text(app))
        assert not steering(screen_text(app))
