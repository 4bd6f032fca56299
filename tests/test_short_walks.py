"""A small case never meets a gate that is always decided without having answered anything since the gate before it."""

import pytest

from hallbarhet.checklist.library import Library

LISTS = (
    "jamtland-harjedalen",
    "kronoberg-foretagsstod",
    "kronoberg-projektmedel",
    "norrbotten-foretagsstod",
    "ostergotland",
    "regionalfonden",
    "varmland",
)


@pytest.mark.parametrize("name", LISTS)
def test_something_is_asked_before_each_gate_that_is_always_decided(name: str):
    checklist = Library().find(name)
    answered, empty = 0, []
    for section in checklist.sections:
        answered += sum(item.depth == "kort" and item.shown_if is None for item in section.items)
        if always := [gate.id for gate in checklist.gates if gate.after == section.id and gate.effect == "alltid"]:
            empty += [] if answered else always
            answered = 0
    assert empty == []


@pytest.mark.parametrize("name", LISTS)
def test_the_gate_that_is_always_decided_comes_after_the_others_of_its_part(name: str):
    gates = Library().find(name).gates
    for always in (gate for gate in gates if gate.effect == "alltid"):
        assert [gate.id for gate in gates if gate.after == always.after][-1] == always.id
