"""The same in the app: what differs is shown, and what cannot be saved is put where it can be."""

import shutil

import pytest
from support.screens import opened, press, screen_text, until
from support.small import CLOCK, small_case, small_checklist

from hallbarhet.assessment.blank import blank_record
from hallbarhet.assessment.processes import host_name
from hallbarhet.assessment.records import load
from hallbarhet.checklist.freezing import freeze
from hallbarhet.tui.app import HallbarhetApp
from hallbarhet.tui.places import Place


@pytest.fixture
def app(archive):
    return HallbarhetApp(archive, checklist=small_checklist(), case=small_case(), clock=lambda: CLOCK)


async def answered(pilot):
    """A case with one answer, on disk."""
    await opened(pilot)
    pilot.app.page.go(Place("fraga", "utslapp"))
    await until(pilot, lambda: pilot.app.page.place_words.startswith("Del"))
    await pilot.pause()
    await press(pilot, "2")
    return pilot.app.desk.keeper.path


async def test_what_somebody_else_wrote_is_shown_beside_ours(app):
    async with app.run_test(size=(80, 24)) as pilot:
        path = await answered(pilot)
        theirs = path.read_text(encoding="utf-8").replace('rubrik = "Cykelled"', 'rubrik = "Deras rubrik"')
        path.write_text(theirs, encoding="utf-8")
        await press(pilot, "3")
        await until(pilot, lambda: "Visa vad som skiljer" in screen_text(app))
        await press(pilot, "2")
        await until(pilot, lambda: "Deras rubrik" in screen_text(app))
        await press(pilot, "1")
        await until(pilot, lambda: "Spara som kopia bredvid" in screen_text(app))
        assert path.read_text(encoding="utf-8") == theirs


async def test_work_that_cannot_be_saved_when_the_app_is_told_to_end_is_rescued(app, archive, own):
    async with app.run_test(size=(80, 24)) as pilot:
        await answered(pilot)
        shutil.rmtree(archive)
        app.desk.session.judge("utslapp", 1)
        app.end(143, False)
        await pilot.pause()
    saved = next((own / "raddat").glob("*.toml"))
    assert load(saved).assessment.answer_by_item["utslapp"].grade == 1


async def test_rescued_work_is_told_at_the_next_start(archive, own):
    (own / "raddat").mkdir(parents=True)
    (own / "raddat" / "RUN-1-2026_00000001.toml").write_text("", encoding="utf-8")
    app = HallbarhetApp(archive, clock=lambda: CLOCK)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await until(pilot, lambda: "Räddat arbete" in screen_text(app))


async def test_what_the_killed_left_is_swept_when_the_app_starts(archive):
    left = archive / f".RUN-1.toml.{host_name()}.999999999.tmp"
    left.write_bytes(b"halv")
    app = HallbarhetApp(archive, clock=lambda: CLOCK)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: not left.exists())


async def test_a_record_filled_in_by_hand_is_opened_as_the_app_would_have_made_it(archive):
    freeze(small_checklist(), archive / "checklistor")
    text = blank_record(small_checklist(), id="0193f2a0-0000-7000-8000-000000000001", officer="Eva", now=CLOCK)
    path = archive / "ny.toml"
    head, mark, rest = text.partition('punkt = "jobb"')
    path.write_text(head + mark + rest.replace('status = "obesvarad"', "grad = 1", 1), encoding="utf-8")
    app = HallbarhetApp(archive, record=path, clock=lambda: CLOCK)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        answers = app.desk.session.assessment.answers
        assert [(answer.item, answer.label) for answer in answers] == [("jobb", "Bidrar")]
