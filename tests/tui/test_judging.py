"""The overall judgement and the end: conditions picked, going against what is computed, opening again."""

from support.screens import opened, press, screen_text, type_words, until
from support.small import CLOCK, SMALL

from hallbarhet.assessment.model import ConflictHandling, GateDecision, Judgement
from hallbarhet.assessment.records import load
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.toml import parse
from hallbarhet.texts.tui_conflicts import FIELD_LABELS, required_label
from hallbarhet.tui.places import Place
from hallbarhet.tui.widgets.choices import Choices
from hallbarhet.tui.widgets.fields import Words

PASSED = GateDecision(
    id="stanna", decision="vidare", rationale="I linje.", responsible="Eva Ek", decided_on=CLOCK.date(),
)  # fmt: skip


def session(pilot):
    return pilot.app.desk.session


async def go(pilot, place):
    pilot.app.page.go(place)
    await until(pilot, lambda: pilot.app.desk.here.page == place.page and pilot.app.page.is_running)
    await pilot.pause()


def answered(app, utslapp=1):
    work = app.desk.session
    work.set_officer("Eva Ek")
    work.judge("jobb", 2)
    work.explain("jobb", "Två tjänster.")
    work.measure("jobb-hur", 2)
    work.decide(PASSED)
    work.judge("utslapp", utslapp)
    work.explain("utslapp", "Fler resor.")
    work.choose("drivmedel", ("el",))


async def test_conditions_are_picked_from_answers_gates_and_conflicts_and_written_in_own_words(make_app):
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await opened(pilot)
        answered(app, utslapp=-1)
        await go(pilot, Place("samlad"))
        conditions = app.page.query_one("#conditions", Choices)
        offered = [entry.text for entry in conditions.alternatives]
        assert offered[:3] == [
            "Redovisa effekten i slutrapporten. (Jobb)", "Redovisa nyttan. (Hållplats: tänka om? avsluta?)",
            "Fossilfri drift. (Fler jobb mot högre utsläpp)",
        ]  # fmt: skip
        conditions.focus()
        await pilot.pause()
        await press(pilot, "1 3 n")
        await until(pilot, lambda: "Eget villkor" in screen_text(app))
        await type_words(pilot, "Mät varje år.")
        await press(pilot, "f8")
        chosen = session(pilot).assessment.judgement.conditions
        assert chosen == ("Redovisa effekten i slutrapporten.", "Fossilfri drift.", "Mät varje år.")
        conditions.focus()
        await press(pilot, "1")
        assert session(pilot).assessment.judgement.conditions == ("Fossilfri drift.", "Mät varje år.")
        await press(pilot, "ctrl+z")
        assert session(pilot).assessment.judgement.conditions == chosen


async def test_a_triggered_gate_suggests_its_condition(make_app):
    raised = SMALL.replace('verkan = "stopp"', 'verkan = "avvakta"\nvillkor = "Räkna om utsläppen."')
    checklist = Checklist.model_validate(parse(raised.encode(), "liten.toml")[0].data, by_alias=True, by_name=False)
    app = make_app(checklist=checklist)
    async with app.run_test(size=(80, 40)) as pilot:
        await opened(pilot)
        answered(app, utslapp=-2)
        await go(pilot, Place("samlad"))
        offered = [entry.text for entry in app.page.query_one("#conditions", Choices).alternatives]
        assert "Räkna om utsläppen. (Stora utsläpp)" in offered


async def test_a_dismissed_conflict_suggests_nothing(make_app):
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await opened(pilot)
        answered(app, utslapp=-1)
        session(pilot).handle(ConflictHandling(id="jobb-mot-utslapp", status="avfardad", rationale="Ingen."))
        await go(pilot, Place("samlad"))
        offered = [entry.text for entry in app.page.query_one("#conditions", Choices).alternatives]
        assert not any("Fossilfri" in text for text in offered)


async def test_going_against_what_is_computed_asks_why_and_stands_in_the_way_until_it_is_said(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        answered(app)
        session(pilot).conclude(Judgement(text="Pengarna räcker inte."))
        await go(pilot, Place("samlad"))
        assert not app.page.query_one("#deviation", Words).display
        app.page.query_one("#recommendation").focus()
        await pilot.pause()
        await press(pilot, "4")
        assert app.page.query_one("#deviation", Words).display
        await go(pilot, Place("klart"))
        assert "Din rekommendation går emot det beräknade läget. Skriv varför." in screen_text(app)
        await press(pilot, "enter")
        await until(pilot, lambda: app.desk.here.kind == "samlad" and app.screen.focused.id == "deviation")
        await type_words(pilot, "Anslaget är slut i år.")
        await press(pilot, "f8")
        await until(pilot, lambda: app.desk.here.kind == "klart")
        assert "Allt är på plats" in screen_text(app)
        record = load(next(archive.glob("*.toml"))).assessment
        assert record.judgement.deviation_reason == "Anslaget är slut i år."


async def test_a_long_sentence_about_what_is_left_is_read_to_its_end(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        answered(app, utslapp=-1)
        await go(pilot, Place("klart"))
        shown = " ".join(screen_text(app).split())
        assert "är inte utredd. Välj hur den hanteras och fyll i det som krävs." in shown
        assert "…" not in shown


async def test_each_dimension_gets_its_sentence_in_the_checklists_order(make_app):
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await opened(pilot)
        answered(app)
        await go(pilot, Place("samlad"))
        for number, words in ((1, "Sämre luft."), (0, "Fler jobb.")):
            app.page.query_one(f"#dimension-{number}", Words).focus()
            await pilot.pause()
            await type_words(pilot, words)
            app.page.flush()
        assert session(pilot).assessment.judgement.dimensions == {"social": "Fler jobb.", "ekologisk": "Sämre luft."}
        assert list(session(pilot).assessment.judgement.dimensions) == ["social", "ekologisk"]


async def test_the_reason_for_opening_again_stays_in_the_record_with_the_old_seal(make_app, archive):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        answered(app)
        session(pilot).conclude(Judgement(text="Bra.", recommendation="vidare"))
        session(pilot).complete()
        app.keep()
        seal = session(pilot).assessment.seal.value
        await go(pilot, Place("klart"))
        await press(pilot, "3")
        await press(pilot, "f8")  # no reason: it stays closed, and why is told
        await pilot.pause()
        assert session(pilot).is_complete
        await press(pilot, "3")
        await type_words(pilot, "Ny budget.")
        await press(pilot, "f8")
        await until(pilot, lambda: not session(pilot).is_complete)
        session(pilot).complete()
        app.keep()
        told = load(next(archive.glob("*.toml"))).assessment.events
        assert any("Ny budget." in event.what and seal in event.what for event in told)


async def test_a_field_that_a_goal_conflict_needs_says_so_in_its_label(make_app):
    app = make_app()
    async with app.run_test(size=(80, 60)) as pilot:
        await opened(pilot)
        answered(app, utslapp=-2)
        await go(pilot, Place("malkonflikt", "jobb-mot-utslapp"))
        needed = app.page.found.required
        assert "uppfoljning" in needed
        shown = screen_text(app)
        for key in needed:
            assert required_label(FIELD_LABELS[key]) in shown
