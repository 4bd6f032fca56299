"""What docs/ says of the method is what the program does: the worked case, its pictures, and the constants."""

import re
import runpy
from pathlib import Path

import pytest
from support.worked import ANSWERS, answers_to, worked_plan

from hallbarhet.checklist.model import DEFAULT_LEVELS, Rules
from hallbarhet.scoring.detectors import FREE_STRENGTH, MATRIX_NET, MATRIX_STRONG, PAIR_STRONG
from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.explain import explain
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.robustness import FAIRLY_STABLE, STABLE, robustness
from hallbarhet.scoring.weightings import SEED
from hallbarhet.texts.swedish import number

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "sa-raknar-vi.md").read_text(encoding="utf-8")
METHOD = (DOCS / "metod-1.md").read_text(encoding="utf-8")
PLAN = worked_plan()
UNKNOWN = ANSWERS | {"M1": "unknown", "S3": "unknown"}
NAMES = {
    "S1": "Jämställdhet", "S2": "Barn och unga", "S3": "Tillgänglighet", "M1": "Utsläpp", "M2": "Resurser",
    "M3": "Mark och vatten", "E1": "Jobb", "E2": "Konkurrenskraft", "E3": "Livskraft på sikt",
}  # fmt: skip


def scored(answers):
    given = answers_to(PLAN, answers)
    evaluation = evaluate(PLAN, given)
    return given, evaluation, outcomes(PLAN, evaluation)[0]


def short(value):
    """As the guide writes points: a sign, a decimal where there is one."""
    if value == 0:
        return "0"
    return number(value, 0 if round(value, 1) == int(round(value, 1)) else 1, sign=True)


def table_rows():
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in GUIDE.splitlines() if line.startswith("|")
    ]
    return {row[2].split(" (")[0]: row for row in cells[2:]}


def test_the_guides_table_holds_every_answer_weight_and_contribution():
    given, _, outcome = scored(ANSWERS)
    rows = table_rows()
    assert set(rows) == set(NAMES.values())
    for dimension in explain(PLAN, given, outcome).dimensions:
        for theme in dimension.themes:
            for item in theme.items:
                row = rows[NAMES[item.id]]
                assert row[2] == f"{NAMES[item.id]} ({number(item.weight, 0)})"
                assert row[3:] == [number(item.grade, 0, sign=True), short(item.contribution.central)]


def test_the_guides_verdict_is_the_programs():
    _, evaluation, outcome = scored(ANSWERS)
    found = robustness(PLAN, evaluation)
    assert (outcome.level.central, outcome.state) == (4, "niva_klar")
    assert f"Dimensionernas medelvärde är {number(outcome.index.central)}." in GUIDE
    assert f"Nivå 4 står sig i {int(found.same_level * 100)} av 100 rimliga sätt att vikta." in GUIDE
    nearest = found.nearest[0]
    assert (nearest.item, nearest.source, nearest.target, nearest.level) == ("M3", 0, -1, 3)
    assert "om *Mark och vatten* ändras från 0 till −1 blir det nivå 3" in GUIDE
    (conflict,) = [found for found in outcome.conflicts if found.triggered == "utlost"]
    assert (conflict.id, conflict.against, conflict.severity) == ("dold-tema-klimat", ("M1", "M2"), 2)
    assert "allvar 2" in GUIDE


def test_the_guides_range_is_the_programs():
    _, _, outcome = scored(UNKNOWN)
    assert (outcome.level.low, outcome.level.high, outcome.state) == (3, 5, "ofullstandigt_underlag")
    assert 'Nivån blir "3–5"' in GUIDE
    assert f"Svarsgraden i två dimensioner är {number(outcome.dimensions[0].coverage * 100, 0)} procent" in GUIDE


PICTURES = ("skala", "dimensioner", "spann", "robusthet")
"""The other pictures beside them are drawn by the program itself, and held by the tests of the handbooks."""


@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_is_used_and_can_be_read_without_being_seen(picture):
    source = (DOCS / "bilder" / f"{picture}.svg").read_text(encoding="utf-8")
    assert f"](bilder/{picture}.svg)" in GUIDE
    assert 'role="img" aria-labelledby="titel beskrivning"' in source
    assert re.search(r"<title id=\"titel\">.+</title>\n<desc id=\"beskrivning\">.+\.</desc>", source)


def test_the_pictures_show_the_programs_numbers():
    drawn = runpy.run_path(str(DOCS / "bilder" / "rita.py"))
    _, evaluation, outcome = scored(ANSWERS)
    order = (1, 0, 2)
    assert drawn["DIMENSIONS"] == tuple(
        (name, round(found.plus, 1), round(found.minus, 1), round(found.points.central, 1))
        for name, found in zip(
            ("Ekologisk", "Social", "Ekonomisk"), (outcome.dimensions[d] for d in order), strict=True
        )
    )
    assert int(robustness(PLAN, evaluation).same_level * 100) == drawn["STANDS"]
    _, _, unknown = scored(UNKNOWN)
    ranges = [unknown.dimensions[d].points for d in order] + [unknown.index]
    assert [entry[1:] for entry in drawn["RANGES"]] == [
        tuple(round(value, 1) for value in (found.low, found.central, found.high)) for found in ranges
    ]


def test_the_pictures_are_those_the_script_draws(tmp_path):
    script = tmp_path / "rita.py"
    script.write_text((DOCS / "bilder" / "rita.py").read_text(encoding="utf-8"), encoding="utf-8")
    runpy.run_path(str(script), run_name="__main__")
    drawn = {path.name: path.read_bytes() for path in tmp_path.glob("*.svg")}
    assert drawn == {name: (DOCS / "bilder" / name).read_bytes() for name in drawn}
    assert {f"{picture}.svg" for picture in PICTURES} == set(drawn)


def test_the_method_names_the_levels_as_they_are():
    for level in DEFAULT_LEVELS:
        ends = ["–" if end is None else number(end, 0) for end in (level.index_min, level.dimension_min)]
        assert f"| {level.level} | {level.name} | {ends[0]} | {ends[1]} |" in METHOD


def test_the_method_names_its_constants():
    rules = Rules.model_validate({})
    assert (rules.coverage_min, rules.not_relevant_max) == (0.8, pytest.approx(1 / 3))
    assert "svarsgraden är under 80 procent" in METHOD
    limits = rules.conflict
    assert (limits.strong, limits.gap, limits.masked_min, limits.activity_min) == (0.5, 60, 0.5, 30)
    assert (limits.uneven, limits.strategy_min, limits.second_order) == (pytest.approx(2 / 3), 10, 0.5)
    assert "*m* ≥ 0,5, *A* ≥ 30, något *v* ≥ 0,5 och något *v* ≤ −0,5" in METHOD
    assert "minst 60 poäng" in METHOD
    assert (PAIR_STRONG * 3, FREE_STRENGTH * 3) == (1, 2)
    assert (MATRIX_STRONG, MATRIX_NET) == (-2, -0.33)
    assert "*R* ≤ −2" in METHOD
    assert "under −0,33" in METHOD


def test_the_method_names_how_robustness_is_drawn():
    drawn = Rules.model_validate({}).robustness
    assert (drawn.deviation, drawn.draws, SEED, STABLE, FAIRLY_STABLE) == (0.25, 2000, 2030, 0.95, 0.8)
    for words in ("mellan 0,75 och 1,25", "2 000 gånger", "PCG64 med fröet 2030", "minst 0,95", "minst 0,80"):
        assert words in METHOD
