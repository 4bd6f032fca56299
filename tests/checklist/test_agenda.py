"""The goals and targets of Agenda 2030."""

import pytest

from hallbarhet.checklist.agenda import GOALS, is_target, targets


def test_there_are_17_goals_and_169_targets():
    assert len(GOALS) == 17
    assert sum(len(targets(goal)) for goal in GOALS) == 169


def test_every_target_is_one():
    assert all(is_target(target) for goal in GOALS for target in (goal, *targets(goal)))


@pytest.mark.parametrize("text", ["0", "18", "13.4", "13.c", "17.a", "1.0", "01.1", "13.", "13.2.1", "13,2", "", "x"])
def test_nothing_else_is_one(text: str):
    assert not is_target(text)
