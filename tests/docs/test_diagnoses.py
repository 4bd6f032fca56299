"""Every kind of fault has its place in the handbook, and the handbook tells of no other."""

import importlib
import pkgutil
import re
from pathlib import Path

import hallbarhet
from hallbarhet.checklist.problems import Kind
from hallbarhet.cli import opening

PAGE = (Path(__file__).parents[2] / "docs" / "handbok-diagnoser.md").read_text(encoding="utf-8")
HEADING = re.compile(r"^### ([A-Z]\d+) (\S.*) \((fel|varning|tips)\)$", re.MULTILINE)


def known():
    """Every kind that any room has."""
    found = {}
    for room in pkgutil.walk_packages(hallbarhet.__path__, "hallbarhet."):
        if room.name.startswith(("hallbarhet.tui", "hallbarhet.__main__")):
            continue
        for value in vars(importlib.import_module(room.name)).values():
            if isinstance(value, Kind):
                found[value.code] = value.severity
    return found | {opening.NO_CHECKLIST: "fel", opening.NO_RECORD_INSIDE: "fel"}


def test_each_code_has_one_entry_with_its_severity():
    told = [(code, severity) for code, _, severity in HEADING.findall(PAGE)]
    assert len(told) == len(dict(told)), "a code has two entries"
    assert dict(told) == known()


def test_every_heading_of_an_entry_is_one():
    assert PAGE.count("\n### ") == len(HEADING.findall(PAGE))


def test_every_entry_says_something():
    for entry in PAGE.split("\n### ")[1:]:
        assert len(entry.partition("\n")[2].strip()) > 20, entry
