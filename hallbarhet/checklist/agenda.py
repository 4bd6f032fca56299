"""Agenda 2030: its 17 goals, and which targets each has."""

import re

_TARGETS = {
    1: (5, "b"), 2: (5, "c"), 3: (9, "d"), 4: (7, "c"), 5: (6, "c"), 6: (6, "b"), 7: (3, "b"), 8: (10, "b"),
    9: (5, "c"), 10: (7, "c"), 11: (7, "c"), 12: (8, "c"), 13: (3, "b"), 14: (7, "c"), 15: (9, "c"),
    16: (10, "b"), 17: (19, ""),
}  # fmt: skip
"""Last number and last letter of each goal's targets: 169 in all."""

GOALS = tuple(str(goal) for goal in _TARGETS)

_FORM = re.compile(r"([1-9][0-9]?)(?:\.([1-9][0-9]?|[a-d]))?")


def is_target(text: str) -> bool:
    """Whether it is a target, such as `13.2` or `8.a`, or a whole goal, such as `13`."""
    match = _FORM.fullmatch(text)
    if match is None or int(match[1]) not in _TARGETS:
        return False
    last_number, last_letter = _TARGETS[int(match[1])]
    part = match[2]
    if part is None:
        return True
    return int(part) <= last_number if part.isdigit() else part <= last_letter


def targets(goal: str) -> tuple[str, ...]:
    """The targets of a goal, numbers first."""
    last_number, last_letter = _TARGETS[int(goal)]
    letters = "abcd"[: "abcd".index(last_letter) + 1] if last_letter else ""
    return (*(f"{goal}.{number}" for number in range(1, last_number + 1)), *(f"{goal}.{letter}" for letter in letters))
