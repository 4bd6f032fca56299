"""Another checklist, version or support form mid-way: told first, then done, and taken back."""

import pytest
from support.flows import ENDED, at, choose_row, go, overview_text, search, session
from support.screens import opened, press, screen_text, type_words, until
from support.small import SMALL

from hallbarhet.assessment.records import load
from hallbarhet.checklist.library import Library
from hallbarhet.tui.places import CHANGE, OVERVIEW, Place

NEWER = (
    SMALL.replace('version = "1.0.0"', 'version = "1.1.0"')
    .replace('id = "syfte"', 'id = "mal"')
    .replace("Vilket drivmedel?", "Vilket drivmedel används?")
)


@pytest.fixture
def two_versions(archive):
    """An archive with the small checklist and a newer version of it."""
    folder = archive / "checklistor"
    folder.mkdir()
    (folder / "liten.toml").write_text(NEWER, encoding="utf-8")
    (folder / "liten-1.0.0.toml").write_text(SMALL, encoding="utf-8")
    return folder


@pytest.fixture
def old_checklist(two_versions):
    return Library().load(two_versions / "liten-1.0.0.toml")


async def test_another_version_is_told_before_it_is_done_and_can_be_taken_back(make_app, archive, old_checklist):
    app = make_app(checklist=old_checklist)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        session(pilot).write("syfte", "En led för alla.")
        session(pilot).judge("jobb", 1)
        app.keep()
        await go(pilot, OVERVIEW)
        await choose_row(pilot, "#parts", "Byt checklista eller stödform")
        await at(pilot, CHANGE)
        await choose_row(pilot, "#offers", "nyare version")
        await until(pilot, lambda: "1 Byt nu" in " ".join(screen_text(app).split()))
        shown = " ".join(screen_text(app).split())
        assert "Från liten 1.0.0 till liten 1.1.0" in shown
        assert "1 svar behålls som det är" in shown
        assert "1 svar har ingen fråga längre" in shown
        assert "Vad är syftet?" in shown
        assert session(pilot).checklist.header.version == "1.0.0"
        await press(pilot, "1")
        await at(pilot, OVERVIEW)
        assert session(pilot).checklist.header.version == "1.1.0"
        await until(pilot, lambda: "Nu bedöms ärendet med" in screen_text(app))
        record = load(next(archive.glob("*.toml"))).assessment
        assert record.checklist.version == "1.1.0"
        assert "anpassad från liten 1.0.0 till liten 1.1.0" in record.events[-1].what
        assert record.answer_by_item["syfte"].content == "En led för alla."
        await press(pilot, "ctrl+z")
        await until(pilot, lambda: session(pilot).checklist.header.version == "1.0.0")
        await until(pilot, lambda: "Ångrat: checklista, stödform" in screen_text(app))
        assert load(next(archive.glob("*.toml"))).assessment.checklist.version == "1.0.0"
        await press(pilot, "ctrl+y")
        await until(pilot, lambda: session(pilot).checklist.header.version == "1.1.0")


async def test_a_change_is_left_undone_when_one_leaves_it(make_app, old_checklist):
    app = make_app(checklist=old_checklist)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, CHANGE)
        await choose_row(pilot, "#offers", "nyare version")
        await until(pilot, lambda: "Byt nu" in screen_text(app))
        await press(pilot, "2")
        await at(pilot, CHANGE)
        assert session(pilot).checklist.header.version == "1.0.0"
        assert not session(pilot).can_undo


async def test_the_way_back_after_a_change_leads_to_no_question_that_is_gone(make_app, old_checklist):
    app = make_app(checklist=old_checklist)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, Place("fraga", "syfte"))
        await search(pilot, "byt checklista")
        await at(pilot, CHANGE)
        await choose_row(pilot, "#offers", "nyare version")
        await until(pilot, lambda: "Byt nu" in screen_text(app))
        await press(pilot, "1")
        await at(pilot, OVERVIEW)
        await go(pilot, Place("fraga", "mal"))
        await type_words(pilot, "Nytt mål.")
        await press(pilot, "f2")
        await at(pilot, OVERVIEW)
        await press(pilot, "ctrl+z")
        await at(pilot, Place("fraga", "mal"))
        await press(pilot, "f2")
        await at(pilot, OVERVIEW)
        await press(pilot, "ctrl+z")
        await until(pilot, lambda: session(pilot).checklist.header.version == "1.0.0")
        await press(pilot, "f8")
        await until(pilot, lambda: app.desk.here != OVERVIEW)


async def test_only_the_support_form_changes_where_the_questions_are_the_same(make_app, old_checklist, archive):
    app = make_app(checklist=old_checklist)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        session(pilot).judge("jobb", 1)
        app.keep()
        await go(pilot, CHANGE)
        rows = app.page.query_one("#offers")
        await until(pilot, lambda: any(row.id.startswith("foretagsstod ") for row in rows.rows))
        old = next(row.id for row in rows.rows if row.id.startswith("foretagsstod ") and "liten.toml" in row.id)
        app.page.go(Place("byt_till", old.replace("liten.toml", "liten-1.0.0.toml")))
        await until(pilot, lambda: "Frågorna är desamma" in screen_text(app))
        assert "Stödformen ändras från Projektmedel till" in " ".join(screen_text(app).split())
        await press(pilot, "1")
        await at(pilot, OVERVIEW)
        record = load(next(archive.glob("*.toml"))).assessment
        assert record.case.support_form == "foretagsstod"
        assert record.checklist.version == "1.0.0"
        assert record.events[-1].what == "stödform ändrad från projektmedel till foretagsstod"


async def test_a_finished_case_must_be_opened_again_before_it_changes(make_app, old_checklist):
    app = make_app(checklist=old_checklist)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        session(pilot).set_officer("Eva Ek")
        session(pilot).decide(ENDED)
        session(pilot).complete()
        await go(pilot, OVERVIEW)
        assert "Byt checklista" not in overview_text(pilot)
        await search(pilot, "byt checklista")
        await until(pilot, lambda: "Öppna den igen under Klart" in " ".join(screen_text(app).split()))
        assert app.desk.here == OVERVIEW
