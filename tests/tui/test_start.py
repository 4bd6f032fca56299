"""The list of cases: filled as the archive is read, filtered by typing, opened and begun by one key."""

from datetime import timedelta
from time import perf_counter

import pytest
from support.screens import opened, press, screen_text, until
from support.small import CLOCK, small_case, small_checklist
from textual.events import MouseScrollDown
from textual.widgets import Input

from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.storage import create
from hallbarhet.batch.listed import ListedRecord
from hallbarhet.checklist.freezing import freeze
from hallbarhet.tui import caseroom
from hallbarhet.tui.listing import case_row
from hallbarhet.tui.widgets.rows import Rows

CASES = [("RUN/1/2026", "Cykelled"), ("RUN/2/2026", "Närbutik"), ("RUN/3/2026", "Nya skyltar")]


@pytest.fixture
def filled(archive):
    """Three drafts, saved an hour apart, and the checklist they were made with."""
    checklist = small_checklist()
    freeze(checklist, archive / "checklistor")
    for number, (diary_number, title) in enumerate(CASES):
        case = small_case(diary_number=diary_number, title=title)
        made = new_assessment(checklist, case, officer="Eva Ek", id=f"0193f2a0-0000-7000-8000-{number:012d}", now=CLOCK)
        header = made.header.model_copy(update={"saved_at": CLOCK + timedelta(hours=number)})
        create(archive, made.model_copy(update={"header": header}))
    return archive


@pytest.fixture
def app(make_app):
    return make_app(checklist=None, case=None)


async def read(pilot, count=3):
    await until(pilot, lambda: f"{count} ärenden" in screen_text(pilot.app))


def rows(app):
    return [row.cells[0] for row in app.screen.query_one("#cases", Rows).rows]


async def test_the_last_saved_case_stands_first(app, filled):
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        assert rows(app) == ["RUN/3/2026", "RUN/2/2026", "RUN/1/2026"]


async def test_typing_filters_and_escape_shows_all_again(app, filled):
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await press(pilot, "c y k")
        assert rows(app) == ["RUN/1/2026"]
        await press(pilot, "escape")
        assert len(rows(app)) == 3


async def test_a_word_that_begins_with_n_is_typed_in_the_filter_itself(app, filled):
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await press(pilot, "f3 n ä r")
        assert rows(app) == ["RUN/2/2026"]
        await press(pilot, "backspace backspace backspace enter")
        assert isinstance(app.screen.focused, Rows)


async def test_nothing_that_fits_is_said_in_words(app, filled):
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await press(pilot, "x x x")
        assert "Inget ärende passar" in screen_text(app)


async def test_an_empty_archive_says_how_to_begin(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Här finns inga ärenden än" in screen_text(app))


async def test_a_record_that_cannot_be_read_is_a_row_that_says_so(app, filled):
    (filled / "trasig.toml").write_text("format = 1\n[x\n", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, 4)
        assert "Oläsbar" in screen_text(app)
        assert "trasig.toml" in screen_text(app)


async def test_enter_opens_and_a_click_opens(app, filled):
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await press(pilot, "down enter")
        await opened(pilot)
        assert app.desk.session.assessment.case.title == "Närbutik"
        app.leave_case()
        await until(pilot, lambda: app.desk is None)
        await read(pilot)
        await pilot.click("#cases", offset=(5, 0))
        await opened(pilot)
        assert app.desk.session.assessment.case.title == "Nya skyltar"


async def test_n_begins_a_case_with_a_choice_of_checklist(app, filled):
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await press(pilot, "n")
        await until(pilot, lambda: "Vilken checklista?" in screen_text(app))
        await press(pilot, "1")
        await opened(pilot)
        assert app.desk.here.kind == "arende"


async def test_the_first_frame_does_not_wait_for_the_archive(app, monkeypatch):
    seen = []

    def slow(_archive):
        seen.append(screen_text(app))
        yield []

    monkeypatch.setattr("hallbarhet.tui.opening.case_rows", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen)
        assert "Mina ärenden" in seen[0]
        assert "Läser arkivet" in seen[0]


async def test_a_wide_window_tells_more_of_the_case_on_the_row(app, filled):
    async with app.run_test(size=(120, 30)) as pilot:
        await read(pilot)
        assert "Byalaget" in screen_text(app)
        assert "Senast sparad" in screen_text(app)
        assert "Nya skyltar" in screen_text(app).split("│")[1]
        await press(pilot, "down")
        await until(pilot, lambda: "Närbutik" in screen_text(app).split("│")[1])
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "Senast sparad" not in screen_text(app))


async def test_the_filter_can_be_clicked_and_the_wheel_scrolls(app, filled):
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await pilot.click("#filter")
        assert app.screen.focused.id == "filter"
        await press(pilot, "n ä r enter")
        assert rows(app) == ["RUN/2/2026"]
        listed = app.screen.query_one("#cases", Rows)
        app.screen.add(many(200))
        await press(pilot, "escape")
        listed._on_mouse_scroll_down(MouseScrollDown(listed, 5, 5, 0, 1, 0, False, False, False))
        await until(pilot, lambda: listed.scroll_offset.y > 0)


async def test_thousands_of_cases_are_found_among_as_one_types(app, filled):
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        app.screen.add(many(5_000))
        await until(pilot, lambda: "5003 ärenden" in screen_text(app))
        await press(pilot, "f3")
        for letter in "ärende 4321":
            app.screen.query_one("#filter", Input).insert_text_at_cursor(letter)
            await pilot.pause()
        assert rows(app) == ["RUN/4321/2025"]
        begun = perf_counter()
        for _ in range(10):
            app.screen.refill()
        assert perf_counter() - begun < 1.0, "a key in the filter costs a tenth of a second even on a slow machine"


def many(count):
    """Cases as they come out of the archive."""
    listed = (
        ListedRecord(f"/arkiv/{number}.toml", id=str(number), diary_number=f"RUN/{number}/2025",
                     title=f"Ärende {number}", status="utkast", saved="2025-01-01T08:00:00+01:00")
        for number in range(count)
    )  # fmt: skip
    return [case_row(record) for record in listed]


@pytest.mark.parametrize(
    "questions, unknown, conflicts, told",
    [(3, 2, 1, "3 frågor kvar"), (0, 2, 1, "1 målkonflikt"), (0, 2, 0, "2 att ta reda på"), (0, 0, 0, "")],
)
def test_the_row_says_what_is_open(questions, unknown, conflicts, told):
    record = ListedRecord("/a.toml", id="a", status="utkast", unanswered=questions, unknown=unknown,
                          open_conflicts=conflicts)  # fmt: skip
    assert case_row(record).row.cells[2] == (f"Utkast · {told}" if told else "Utkast")


def test_the_office_s_own_choice_of_checklist_comes_first(archive):
    (archive / "hallbarhet.toml").write_text(
        'region = "Region Värmland"\n[forval]\nprojektmedel = "kronoberg-projektmedel@1"\n', encoding="utf-8"
    )
    names = [name for _, name in caseroom.checklists(archive)]
    assert "Kronoberg" in names[0]
    assert "Värmland" in names[1]


@pytest.mark.parametrize(
    "role, stage, told",
    [
        ("forsta", "ansokan", "Klar"), ("andra", "ansokan", "Klar · andra läsaren"),
        ("gemensam", "ansokan", "Klar · gemensam"), ("forsta", "slutrapport", "Klar · slutrapport"),
    ],
)  # fmt: skip
def test_the_row_says_which_reading_it_is(role, stage, told):
    record = ListedRecord("/a.toml", id="a", status="klar", role=role, stage=stage)
    assert case_row(record).row.cells[2] == told
