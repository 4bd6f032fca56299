"""From the list: a second reader who sees nothing of the first, what the two agree on, and a follow-up."""

import tomllib

import pytest
from support.screens import opened, press, screen_text, until
from support.small import CLOCK, open_session, small_case, small_checklist

from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.readings import second_reading
from hallbarhet.assessment.session import AssessmentSession

CASE = small_case(diary_number="RUN/7/2026", title="Cykelled")
JUDGED = [item for item in small_checklist().items if item.kind == "bedomning" and item.shown_if is None]
UNSEEN = "Bara den första vet det här"


def kept(archive, assessment, status="klar"):
    header = assessment.header.model_copy(update={"status": status})
    held = assessment.model_copy(update={"header": header})
    keeper = Keeper(archive, AssessmentSession(small_checklist(), held, clock=lambda: CLOCK))
    keeper.keep()
    return held


@pytest.fixture
def first(archive):
    session = open_session(CASE)
    session.judge(JUDGED[0].id, 1)
    session.explain(JUDGED[0].id, UNSEEN)
    session.judge(JUDGED[1].id, 1)
    return kept(archive, session.assessment)


@pytest.fixture
def second(archive, first):
    begun = second_reading(first, officer="Bo Berg", id="0193f2a0-0000-7000-8000-00000000b0b0", now=CLOCK)
    session = AssessmentSession(small_checklist(), begun, clock=lambda: CLOCK)
    session.judge(JUDGED[0].id, 1)
    session.judge(JUDGED[1].id, -1)
    session.explain(JUDGED[1].id, "Ansökan säger tvärtom")
    return kept(archive, session.assessment)


@pytest.fixture
def app(make_app):
    return make_app(checklist=None, case=None)


async def asked(pilot, count):
    await until(pilot, lambda: f"{count} ärende" in screen_text(pilot.app))
    await press(pilot, "f8")
    await until(pilot, lambda: "Läs igen eller följ upp" in screen_text(pilot.app))


async def chosen(pilot, words):
    line = next(line for line in screen_text(pilot.app).splitlines() if words in line)
    await press(pilot, next(letter for letter in line if letter.isdigit()))


def records(archive):
    found = [tomllib.loads(path.read_text("utf-8")) for path in archive.glob("*.toml")]
    return {record["bedomning"]["roll"] + " " + record["bedomning"]["skede"]: record for record in found}


async def test_a_second_reader_answers_without_seeing_the_first_answers_anywhere(app, archive, first):
    async with app.run_test(size=(100, 30)) as pilot:
        await asked(pilot, 1)
        await chosen(pilot, "andra läsare")
        await opened(pilot)
        assert app.desk.session.assessment.header.role == "andra"
        assert "Andra läsaren: " in screen_text(app).splitlines()[0]
        seen = ""
        for key in ("f2", "f3", "f9", "f6", "escape", "f5"):
            await press(pilot, key)
            seen += screen_text(app)
        assert UNSEEN not in seen
        app.desk.session.judge(JUDGED[0].id, -1)
        app.keep()
    record = records(archive)["andra ansokan"]
    assert record["bedomning"]["parter"] == [first.header.id]
    assert [answer["grad"] for answer in record["svar"]] == [-1]


async def test_two_finished_readers_stand_side_by_side_with_what_differs_first(app, second):
    async with app.run_test(size=(110, 30)) as pilot:
        await asked(pilot, 2)
        await chosen(pilot, "sida vid sida")
        await until(pilot, lambda: "Eva Ek" in screen_text(app))
        shown = screen_text(app)
        assert shown.index(JUDGED[1].name) < shown.index(JUDGED[0].name)
        assert "Ansökan säger tvärtom" in shown
        await press(pilot, "escape")
        assert "Cykelled" in screen_text(app)


async def test_what_the_two_agree_on_stands_and_the_rest_shows_both_answers(app, archive, first, second):
    async with app.run_test(size=(110, 40)) as pilot:
        await asked(pilot, 2)
        await chosen(pilot, "gemensamma")
        await opened(pilot)
        assessment = app.desk.session.assessment
        assert (assessment.header.role, assessment.header.parties) == (
            "gemensam", (first.header.id, second.header.id),
        )  # fmt: skip
        assert [answer.item for answer in assessment.answers] == [JUDGED[0].id]
        app.desk.go(type(app.desk.here)("fraga", JUDGED[1].id))
        app.show(app.desk.here)
        await until(pilot, lambda: "Bo Berg:" in screen_text(app))
        assert "Eva Ek:" in screen_text(app)


async def test_a_follow_up_shows_what_was_expected_after_its_own_answer(app, archive, first):
    async with app.run_test(size=(110, 40)) as pilot:
        await asked(pilot, 1)
        await chosen(pilot, "slutrapporten")
        await opened(pilot)
        app.desk.go(type(app.desk.here)("fraga", JUDGED[0].id))
        app.show(app.desk.here)
        await until(pilot, lambda: JUDGED[0].text[:30] in screen_text(app))
        assert UNSEEN not in screen_text(app)
        await press(pilot, "1")
        await until(pilot, lambda: "Väntat i ansökan" in screen_text(app))
        assert UNSEEN in screen_text(app)
    assert records(archive)["forsta slutrapport"]["bedomning"]["foregaende"] == first.header.id


async def test_a_case_with_nothing_to_do_says_so(app, archive, first):
    for path in archive.glob("*.toml"):
        path.unlink()
    begun = second_reading(first, officer="Bo Berg", id="0193f2a0-0000-7000-8000-00000000b0b0", now=CLOCK)
    kept(archive, begun, "utkast")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: "1 ärende" in screen_text(app))
        await press(pilot, "f8")
        await until(pilot, lambda: "inget att läsa igen" in screen_text(app))
