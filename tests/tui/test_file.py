"""What is handed over from a case: what to find out, and the text for the file."""

from support.flows import ENDED, at, choose_row, go, overview_text, session
from support.screens import opened, press, screen_text, until

from hallbarhet.assessment.model import ConflictHandling, Judgement
from hallbarhet.tui.places import FILE, FIND_OUT, OVERVIEW, Place


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
