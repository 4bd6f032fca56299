"""Somebody who types faster than a slow machine draws: nothing lands where it was not meant."""

import pytest
from support.screens import opened, until
from support.small import small_case
from textual import events

from hallbarhet.assessment.model import Unknown
from hallbarhet.tui.places import Place

pytestmark = pytest.mark.usefixtures("_own_settings")


def type_at_once(app, *keys):
    """All keys before the first is worked on, as a terminal hands them over after a pause."""
    for key, character in keys:
        app.post_message(events.Key(key, character))


async def test_a_digit_in_a_motivation_typed_ahead_is_not_taken_for_an_answer(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        app = pilot.app
        app.show(app.desk.go(Place("fraga", "jobb")))
        await pilot.pause()
        type_at_once(app, ("2", "2"), ("tab", "\t"), ("s", "s"), ("5", "5"), ("v", "v"))
        await until(pilot, lambda: app.desk.session.answer_to("jobb").rationale == "s5v")
        assert app.desk.session.answer_to("jobb").grade == -1


async def test_v_means_vet_inte_also_where_a_number_is_asked_for(make_app):
    async with make_app().run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        app = pilot.app
        app.desk.session.judge("jobb", 1)
        app.show(app.desk.go(Place("fraga", "jobb-hur")))
        await pilot.pause()
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.desk.session.answer_to("jobb-hur"), Unknown))


async def test_each_field_of_the_case_gets_its_own_words_however_fast_they_come(make_app):
    async with make_app(case=small_case(title="", applicant="")).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        app = pilot.app
        app.page.query_one("#f-rubrik Line").focus()
        await pilot.pause()
        type_at_once(app, ("l", "l"), ("e", "e"), ("d", "d"), ("tab", "\t"), ("b", "b"), ("y", "y"))
        await until(pilot, lambda: app.desk.session.assessment.case.applicant == "by")
        assert app.desk.session.assessment.case.title == "led"
