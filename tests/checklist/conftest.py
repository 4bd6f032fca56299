"""A small checklist without a single remark, a way to say what one change to it does, and overlays on it."""

from pathlib import Path

import pytest
from support.overlays import Folder

from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.problems import Problem
from hallbarhet.checklist.reading import read_checklist_bytes

GROUND = """format = 1

[checklista]
id = "grund"
version = "1.0.0"
titel = "Grund"
stodformer = ["projektmedel"]

[[dimension]]
id = "social"
namn = "Social"

[[dimension]]
id = "ekologisk"
namn = "Ekologisk"

[[tema]]
id = "manniskor"
dimension = "social"
namn = "Människor"

[[tema]]
id = "klimat"
dimension = "ekologisk"
namn = "Klimat"

[[skala]]
id = "fem"
neutral = 0
grader = [
  { grad = -2, text = "Mycket sämre" },
  { grad = -1, text = "Sämre" },
  { grad = 0, text = "Oförändrat" },
  { grad = 1, text = "Bättre" },
  { grad = 2, text = "Mycket bättre" },
]

[[tagg]]
id = "barn"
namn = "Barn"

[[fasett]]
id = "kon"
namn = "Kön"
slag = "grupp"
kategorier = [{ id = "kvinnor", text = "Kvinnor" }, { id = "man", text = "Män" }]

[[strategimal]]
id = "jobb"
namn = "Fler jobb"

[[strategimal]]
id = "natur"
namn = "Rik natur"

[[avsnitt]]
id = "ett"
titel = "Del 1"

[[avsnitt.punkt]]
id = "vilka"
text = "Vilka påverkas?"
vagledning = "Läs ansökan."
slag = "bedomning"
skala = "fem"
tema = "manniskor"
agenda2030 = ["10.2"]
strategimal = ["jobb"]
taggar = ["barn"]
fasetter = ["kon"]

[[avsnitt.punkt]]
id = "hur"
text = "Hur påverkas de?"
vagledning = "Läs ansökan."
slag = "text"
visas_om = { minst_en = [{ punkt = "vilka", min = 1 }, { punkt = "vilka", status = "vet_inte" }] }

[[avsnitt.punkt]]
id = "sort"
text = "Vilken sort är det?"
vagledning = "Läs ansökan."
slag = "val"
alternativ = [{ id = "ny", text = "Ny" }, { id = "gammal", text = "Gammal" }]

[[avsnitt]]
id = "tva"
titel = "Del 2"

[[avsnitt.punkt]]
id = "utslapp"
text = "Hur påverkas utsläppen?"
vagledning = "Läs ansökan."
slag = "bedomning"
skala = "fem"
tema = "klimat"
strategimal = ["natur"]

[[avsnitt.punkt]]
id = "ton"
text = "Hur många ton?"
vagledning = "Läs ansökan."
slag = "tal"
min = 0
max = 100

[[hallplats]]
id = "stopp-utslapp"
efter = "tva"
titel = "Stopp?"
verkan = "stopp"
om = { punkt = "utslapp", max = -2 }

[[malkonflikt]]
id = "folk-mot-klimat"
titel = "Människor mot klimat"
slag = "par"
plus = "vilka"
minus = "utslapp"
"""


Edit = tuple[str, str] | str
"""Words to replace, or lines to add last."""


class Ground:
    """The small checklist, and what is said when it is changed. The line that is meant is marked with `#!`."""

    text = GROUND

    def changed(self, *edits: Edit) -> str:
        text = GROUND
        for edit in edits:
            if isinstance(edit, str):
                text += f"\n{edit}\n"
                continue
            old, new = edit
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        return text

    def problems(self, *edits: Edit) -> list[Problem]:
        raw = self.changed(*edits).encode()
        return read_checklist_bytes(raw, "grund.toml", support_forms=["projektmedel", "mikrostod"])[1]

    def told(self, *edits: Edit) -> list[tuple[str, int | None]]:
        return [(problem.code, problem.line) for problem in self.problems(*edits)]

    def checklist(self, *edits: Edit) -> Checklist:
        checklist, problems = read_checklist_bytes(self.changed(*edits).encode(), "grund.toml")
        assert checklist is not None, problems
        return checklist

    def line(self, *edits: Edit) -> int:
        lines = self.changed(*edits).split("\n")
        return next(number for number, line in enumerate(lines, start=1) if "#!" in line)


@pytest.fixture
def ground() -> Ground:
    return Ground()


@pytest.fixture
def folder(tmp_path: Path, ground: Ground) -> Folder:
    """The small checklist in a folder of its own, for overlays to build on."""
    return Folder(tmp_path, ground.text)
