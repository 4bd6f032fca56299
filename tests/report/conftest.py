"""One case with something of everything a report can say, and what scoring says about it."""

import os
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from support.browser import ARGUMENTS, found_browser

from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.moment import Moment
from hallbarhet.checklist.model import Checklist
from hallbarhet.report.view import report_view
from hallbarhet.scoring.outcome import (
    ConflictOutcome,
    DimensionOutcome,
    Flip,
    GateOutcome,
    GoalOutcome,
    LevelRange,
    Outcome,
    Range,
    Robustness,
    ThemeOutcome,
)

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def browser():
    path = found_browser()
    if path is None:
        reason = "ingen Chromium: sätt CHROMIUM eller installera den"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


REQUIRED = ("motivering", "atgard", "ansvarig", "uppfoljning", "uppfoljning_datum")

OUTCOME = Outcome(
    dimensions=(
        DimensionOutcome("social", Range(0.0, 33.3333, 66.6667), 33.3333, 0.0, 0.6667, 0.0),
        DimensionOutcome("ekologisk", Range(-50.0, -50.0, -50.0), 0.0, 50.0, 1.0, 0.0),
        DimensionOutcome("ekonomisk", Range(100.0, 100.0, 100.0), 100.0, 0.0, 1.0, 0.5),
    ),
    themes=(
        ThemeOutcome("jamlik", Range(50.0, 50.0, 50.0)),
        ThemeOutcome("plats", Range(-100.0, 0.0, 100.0)),
        ThemeOutcome("klimat", Range(-50.0, -50.0, -50.0)),
        ThemeOutcome("natur", Range(-50.0, -50.0, -50.0)),
        ThemeOutcome("affar", Range(100.0, 100.0, 100.0)),
    ),
    index=Range(16.6667, 27.7778, 38.8889),
    level=LevelRange(2, 2, 2),
    state="ofullstandigt_underlag",
    flags=("hog_andel_ej_relevant:ekonomisk", "robusthet_lag"),
    coverage=0.8889,
    not_relevant_effect=16.6667,
    gates=(
        GateOutcome("hallplats-relevans", "utlost", "vidare", is_settled=True),
        GateOutcome("hallplats-tillstand", "utlost", None, is_settled=False),
        GateOutcome("hallplats-skada", "ej_utlost", None, is_settled=True),
    ),
    conflicts=(
        ConflictOutcome(
            "besok-mot-natur", "par", "Fler besökare mot känslig natur", "utlost", 0.5, 3, ("foretag", "natur"),
            ("besok-mot-natur",), "hanterad", REQUIRED, 1.0,
        ),
        ConflictOutcome(
            "service-mot-utslapp", "par", "Service på landet mot utsläpp", "mojlig", 0.0, 0, ("service", "utslapp"),
            ("service-mot-utslapp",), "oppen", (), 0.0, ("service",),
        ),
        ConflictOutcome(
            "snabbt-mot-delaktighet", "par", "Snabb start mot delaktighet", "ej_utlost", 0.0, 0,
            ("foretag", "jamstalldhet"), ("snabbt-mot-delaktighet",), "oppen", (), 0.0,
        ),
        ConflictOutcome(
            "spann", "spann", "", "utlost", 0.75, 3, ("ekonomisk", "ekologisk"), ("spann",), "oppen",
            REQUIRED, 0.0,
        ),
        ConflictOutcome(
            "fasett-jamstalldhet-kon", "fasett", "", "utlost", 0.2, 1, ("kvinnor", "man"),
            ("fasett-jamstalldhet-kon",), "oppen", (), 1.0,
        ),
    ),
    goals=(
        GoalOutcome("5", 11.1111, 0.0, 1),
        GoalOutcome("8", 33.3333, 0.0, 1),
        GoalOutcome("11", 0.0, 0.0, 1, 1),
        GoalOutcome("13", 0.0, 8.3333, 1),
        GoalOutcome("15", 0.0, 8.3333, 1),
    ),
    strategy_goals=(GoalOutcome("rus-landsbygd", 0.0, 0.0, 1, 1),),
    robustness=Robustness(
        0.749, "kanslig", 21.4, 33.9, ((5, 0.05), (4, 0.0), (3, 0.004), (2, 0.946), (1, 0.0)),
        (Flip("natur", -1, 0, 1, 3), Flip("utslapp", -1, 1, 2, 4)),
    ),
)  # fmt: skip


FIXED_WORDS = {
    "id", "punkt", "skala", "tema", "dimension", "efter", "plus", "minus", "slag", "verkan", "version", "status",
    "skede", "roll", "djup", "beslut", "rekommendation", "fasetter", "mal", "agenda2030", "strategimal",
    "stodformer", "grupp", "val",
}  # fmt: skip
"""Keys whose values are ids or one of a few words, in checklists and records; every other text is a person's."""

RATIONALE_RULES = {"alltid", "vid_utslag", "valfri"}
"""What `motivering` may be in a question, where it is no text."""


def planted(value, text, *, key="", unknown=False):
    """The same data with `text` before every text of a person's; with `unknown`, also under a key nobody knows."""
    match value:
        case dict() if key == "fasetter":
            return value
        case dict():
            changed = {name: planted(entry, text, key=name, unknown=unknown) for name, entry in value.items()}
            return changed | {"okand_nyckel": text} if unknown else changed
        case list():
            return [planted(entry, text, key=key, unknown=unknown) for entry in value]
        case str():
            return value if key in FIXED_WORDS or value in RATIONALE_RULES else f"{text} {value}"
        case _:
            return value


def checklist_of(data):
    return Checklist.model_validate(data, by_alias=True, by_name=False)


def assessment_of(data):
    return Assessment.model_validate(data, by_alias=True, by_name=False)


def read(name):
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def activity(monkeypatch):
    """Which questions are asked, said here so that these tests build on no scoring."""
    asked = {item["id"]: "aktiv" for section in read("checklista.toml")["avsnitt"] for item in section["punkt"]}
    monkeypatch.setattr(Moment, "activity", asked | {"resor": "inaktuell"})


@pytest.fixture(scope="session")
def plant():
    return planted


@pytest.fixture(scope="session")
def build():
    return assessment_of


@pytest.fixture(scope="session")
def make_checklist():
    return checklist_of


@pytest.fixture(scope="session")
def checklist_data():
    return read("checklista.toml")


@pytest.fixture(scope="session")
def record_data(checklist):
    data = read("post.toml")
    return data | {"checklista": data["checklista"] | {"fingeravtryck": checklist.fingerprint}}


@pytest.fixture(scope="session")
def checklist():
    return checklist_of(read("checklista.toml"))


@pytest.fixture(scope="session")
def assessment(record_data):
    return assessment_of(record_data)


@pytest.fixture(scope="session")
def outcome() -> Outcome:
    return OUTCOME


@pytest.fixture
def inner(checklist, assessment, outcome):
    return report_view(checklist, assessment, outcome, public=False)


@pytest.fixture
def public(checklist, assessment, outcome):
    return report_view(checklist, assessment, outcome, public=True)
