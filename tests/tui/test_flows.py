"""Flows of a case beside its walk: another checklist, what to find out, the text for the file, undo another day."""

import subprocess
import sys

import pytest
from support.screens import opened, press, screen_text, type_words, until
from support.small import CLOCK, SMALL, small_case

from hallbarhet.assessment import presence
from hallbarhet.assessment.journal import journal_path
from hallbarhet.assessment.model import ConflictHandling, GateDecision, Judgement
from hallbarhet.assessment.records import load
from hallbarhet.checklist.library import Library
from hallbarhet.tui.places import CHANGE, FILE, FIND_OUT, OVERVIEW, Place

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


def session(pilot):
    return pilot.app.desk.session


async def at(pilot, place):
    await until(pilot, lambda: pilot.app.desk.here.page == place and pilot.app.page.is_running)
    await pilot.pause()


async def go(pilot, place):
    pilot.app.page.go(place)
    await at(pilot, place)


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


# Another checklist


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


ENDED = GateDecision(id="stanna", decision="avsluta", rationale="Nej.", responsible="Eva Ek", decided_on=CLOCK.date())


# What to find out


async def test_what_nobody_knows_is_gathered_by_who_can_answer_and_each_row_leads_to_its_question(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, OVERVIEW)
        assert "Att ta reda på" not in overview_text(pilot)
        session(pilot).unknown("jobb", "Sökanden")
        session(pilot).unknown("utslapp", "Länsstyrelsen")
        session(pilot).explain("utslapp", "Beräkning saknas.")
        session(pilot).unknown("drivmedel")
        app.page.refill()
        await choose_row(pilot, "#parts", "Att ta reda på")
        await at(pilot, FIND_OUT)
        shown = screen_text(app)
        assert shown.index("Länsstyrelsen: 1 fråga") < shown.index("Sökanden: 1 fråga") < shown.index("Ingen angiven")
        assert "Beräkning saknas." in shown
        await choose_row(pilot, "#open-questions", "Utsläpp")
        await at(pilot, Place("fraga", "utslapp"))
        await press(pilot, "3 f8")
        await at(pilot, FIND_OUT)
        assert "Länsstyrelsen" not in screen_text(app)


async def test_the_list_of_what_to_find_out_is_copied_and_saved_as_text(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        session(pilot).unknown("utslapp", "Länsstyrelsen")
        app.keep()
        await go(pilot, FIND_OUT)
        await press(pilot, "k")
        assert app.clipboard.splitlines() == [
            "Att ta reda på", "Cykelled · RUN/1/2026", "", "Länsstyrelsen", "- Hur påverkas utsläppen?",
        ]  # fmt: skip
        await until(pilot, lambda: "klistra in och se efter" in " ".join(screen_text(app).split()))
        await press(pilot, "s")
        saved = next(archive.glob("*_att-ta-reda-pa.txt"))
        assert saved.read_text(encoding="utf-8") == app.clipboard
        await press(pilot, "s")
        assert len(list(archive.glob("*.txt"))) == 1


# The text for the file


def judged(app):
    """A case with everything that the text tells of."""
    work = app.desk.session
    work.set_officer("Eva Ek")
    work.judge("jobb", 2)
    work.explain("jobb", "Två tjänster.")
    work.judge("utslapp", -1)
    work.explain("utslapp", "Fler resor.")
    work.unknown("drivmedel", "Sökanden")
    work.handle(ConflictHandling(id="jobb-mot-utslapp", status="hanterad", rationale="Jobben väger.", action="Eldrift"))
    work.conclude(
        Judgement(text="Bra insats.", recommendation="vidare_med_villkor", conditions=("Fossilfri drift.", "Mätning."))
    )
    app.keep()


async def test_the_text_for_the_file_holds_the_judgement_the_conflict_the_conditions_and_what_is_open(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        judged(app)
        await go(pilot, OVERVIEW)
        await choose_row(pilot, "#parts", "Text till akten")
        await at(pilot, FILE)
        await press(pilot, "1")
        text = app.clipboard
        for told in ("Cykelled, RUN/1/2026, Byalaget", "Bra insats.", "Rekommendation: gå vidare med villkor.",
                     "Fler jobb mot högre utsläpp", "Jobben väger.", "Åtgärd: Eldrift.", "1. Fossilfri drift.",
                     "2. Mätning.", "Vilket drivmedel? (Sökanden)", "Utkast", "(liten 1.0.0)"):  # fmt: skip
            assert told in text, told
        await until(pilot, lambda: "klistra in och se efter" in " ".join(screen_text(app).split()))
        await press(pilot, "2")
        assert app.clipboard == "1. Fossilfri drift.\n2. Mätning.\n"
        await press(pilot, "3")
        assert app.clipboard.startswith("Att ta reda på")


async def test_the_text_is_saved_beside_the_record_and_never_over_what_somebody_wrote_in_it(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        judged(app)
        await go(pilot, FILE)
        await press(pilot, "4")
        saved = app.desk.keeper.path.with_name(f"{app.desk.keeper.path.stem}_tjansteskrivelse.txt")
        await until(pilot, lambda: saved.name in "".join(screen_text(app).split()))
        saved.write_text("Mitt eget.", encoding="utf-8")
        await press(pilot, "4")
        assert saved.read_text(encoding="utf-8") == "Mitt eget."
        assert "Bra insats." in next(archive.glob("*_tjansteskrivelse-2.txt")).read_text(encoding="utf-8")


async def test_answers_kept_out_of_the_public_version_are_not_in_the_text(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        judged(app)
        session(pilot).mark_internal("drivmedel", internal=True)
        await go(pilot, FILE)
        await press(pilot, "1")
        assert "drivmedel" not in app.clipboard


async def test_the_text_is_reached_from_the_finished_case(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        session(pilot).set_officer("Eva Ek")
        session(pilot).decide(ENDED)
        session(pilot).complete()
        await go(pilot, Place("klart"))
        await press(pilot, "4")
        await at(pilot, FILE)
        await press(pilot, "1")
        assert "Sigill: sha256-1:" in app.clipboard
        assert "Utkast" not in app.clipboard


async def test_words_that_look_like_a_persons_number_are_told_before_the_text_is_used(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        session(pilot).conclude(Judgement(text="Sökanden 811218-9876 har rätt."))
        await go(pilot, FILE)
        assert "ser ut som personuppgifter" in screen_text(app)


# Undo another day


async def test_ctrl_z_takes_back_yesterdays_last_answer_and_says_what_came_back(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, Place("fraga", "utslapp"))
        await press(pilot, "4 2")
    path = next(archive.glob("*.toml"))
    again = make_app(record=path, checklist=None, case=None)
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "f2 ctrl+z")
        await at(pilot, Place("fraga", "utslapp"))
        assert session(pilot).answer_to("utslapp").grade == 1
        await until(pilot, lambda: "Ångrat. ”Utsläpp”: Bidrar." in screen_text(again))
        await press(pilot, "ctrl+y")
        assert load(path).assessment.answer_by_item["utslapp"].grade == -1
        await press(pilot, "ctrl+y")
        await until(pilot, lambda: "inget att göra om" in screen_text(again))


async def test_who_only_looks_on_takes_nothing_back_of_what_the_other_did(make_app, archive, monkeypatch):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        session(pilot).judge("utslapp", 1)
        app.keep()
    path = next(archive.glob("*.toml"))
    monkeypatch.setattr(presence, "announce", lambda *_: presence.Holder("Bo Berg", "annan", 1, CLOCK))
    second = make_app(record=path, checklist=None, case=None)
    async with second.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Bo Berg" in screen_text(second))
        await press(pilot, "1")
        await opened(pilot)
        assert not session(pilot).can_undo
        assert journal_path(path).exists()


async def test_a_notice_that_still_stands_is_not_told_again(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(pilot)
        await go(pilot, OVERVIEW)
        await press(pilot, "ctrl+z ctrl+z ctrl+z")
        await until(pilot, lambda: "inget att ångra" in screen_text(app))
        assert screen_text(app).count("inget att ångra") == 1


# The dense view


async def test_the_dense_view_takes_every_kind_of_answer_and_says_when_a_reason_is_needed(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, OVERVIEW)
        await press(pilot, "f3")
        rows = app.page.query_one("#parts")

        async def row(id_):
            await press(pilot, "home")
            while rows.current != f"fraga {id_}":
                await press(pilot, "down")

        await row("jobb")
        await press(pilot, "4 up")
        assert session(pilot).answer_to("jobb").grade == 1
        assert "Svaret behöver en motivering" in screen_text(app)
        assert "motivera" in " ".join(rows.rows[rows.cursor].cells)
        await row("jobb-hur")
        assert "Enter Skriv svaret" in screen_text(app)
        await press(pilot, "v")
        await row("utslapp")
        await press(pilot, "e")
        assert session(pilot).answer_to("utslapp") is None
        await press(pilot, "1")
        await row("drivmedel")
        await press(pilot, "2")
        assert session(pilot).answer_to("drivmedel").labels == ("Diesel",)
        await row("drivmedel")
        await press(pilot, "e")
        assert session(pilot).answer_to("drivmedel").status == "ej_relevant"
        await press(pilot, "ctrl+z")
        await pilot.pause()
        assert app.desk.here == OVERVIEW
        assert rows.current == "fraga drivmedel"
        assert session(pilot).answer_to("drivmedel").labels == ("Diesel",)


async def test_a_row_that_wants_a_reason_leads_to_the_words_and_back_to_the_row(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, OVERVIEW)
        await press(pilot, "f3")
        rows = app.page.query_one("#parts")
        while rows.current != "fraga jobb":
            await press(pilot, "down")
        await press(pilot, "4 up enter")
        await at(pilot, Place("fraga", "jobb"))
        assert app.screen.focused.id == "rationale"
        await type_words(pilot, "Två tjänster.")
        await press(pilot, "f8")
        await at(pilot, OVERVIEW)
        assert app.page.query_one("#parts").current == "fraga jobb"
        assert session(pilot).answer_to("jobb").rationale == "Två tjänster."


async def test_the_grades_stay_in_sight_while_an_answer_is_split(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, Place("fraga", "jobb"))
        await press(pilot, "4 d 5 2")
        shown = screen_text(app)
        assert "1  Motverkar starkt" in shown
        assert "5 Bidrar starkt" in shown.split("Kön", 1)[1]


# Depth


async def test_the_overview_says_how_deep_the_assessment_is_and_changes_it(make_app):
    app = make_app(case=small_case(amount_applied=900_000))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await go(pilot, OVERVIEW)
        assert "Bedömningens djup  Fördjupad" in overview_text(pilot)
        await choose_row(pilot, "#parts", "Bedömningens djup")
        await until(pilot, lambda: "Varför räcker den korta" in screen_text(app))
        await type_words(pilot, "Redan bedömt i förstudien.")
        await press(pilot, "f8")
        await until(pilot, lambda: "Bedömningens djup  Kort" in overview_text(pilot))
        assert session(pilot).assessment.header.depth_reason == "Redan bedömt i förstudien."
        await choose_row(pilot, "#parts", "Bedömningens djup")
        await until(pilot, lambda: "Bedömningens djup  Fördjupad" in overview_text(pilot))


def test_the_pages_of_a_case_load_without_what_only_scoring_and_reports_need():
    code = "import sys, hallbarhet.tui.caseroom; print([name for name in ('numpy', 'jinja2') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
