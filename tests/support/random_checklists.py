"""Checklists and answers of any shape, for properties that must hold on all of them."""

from typing import Any

import numpy as np
from hypothesis import strategies as st

from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.answers import Answers
from hallbarhet.scoring.codes import NOT_RELEVANT, UNKNOWN
from hallbarhet.scoring.plan import Plan

SCALES: dict[str, dict[str, Any]] = {
    "fem": {"neutral": 0, "grader": (-2, -1, 0, 1, 2)},
    "tre": {"neutral": 0, "grader": (-1, 0, 1)},
    "safa": {"neutral": 3, "grader": (1, 2, 3, 4, 5)},
    "upp": {"neutral": 0, "grader": (0, 1, 2)},
    "risk": {"neutral": 0, "polaritet": -1, "grader": (0, 1, 2, 3)},
    "poang": {"neutral": 1, "grader": (0, 1, 2), "poang": (-100, 0, 30)},
}


def scale_tables() -> list[dict[str, Any]]:
    """The scales as they stand in a checklist."""
    tables = []
    for id_, scale in SCALES.items():
        grades = [{"grad": grade, "text": "x"} for grade in scale["grader"]]
        for grade, points in zip(grades, scale.get("poang", ()), strict=False):
            grade["poang"] = points
        tables.append(
            {"id": id_, "neutral": scale["neutral"], "polaritet": scale.get("polaritet", 1), "grader": grades}
        )
    return tables


weights = st.sampled_from([0.5, 1, 1, 2, 3, 10])


@st.composite
def checklist_data(draw: Any, *, scales: tuple[str, ...] = tuple(SCALES), weights: Any = weights) -> dict[str, Any]:
    """A checklist as data: up to three dimensions, some themes in each, some questions in each theme."""
    dimensions = [{"id": f"d{n}", "namn": "D", "vikt": draw(weights)} for n in range(draw(st.integers(1, 3)))]
    themes, items = [], []
    for dimension in dimensions:
        for _ in range(draw(st.integers(1, 3))):
            theme = {"id": f"t{len(themes)}", "namn": "T", "dimension": dimension["id"], "vikt": draw(weights)}
            themes.append(theme)
            for _ in range(draw(st.integers(1, 3))):
                items.append(
                    {
                        "id": f"q{len(items)}",
                        "text": "?",
                        "slag": "bedomning",
                        "skala": draw(st.sampled_from(scales)),
                        "tema": theme["id"],
                        "vikt": draw(weights),
                        "agenda2030": draw(
                            st.lists(st.sampled_from(["1.1", "1.2", "8.5", "13.1"]), max_size=2, unique=True)
                        ),
                        "agenda2030_indirekt": draw(st.lists(st.sampled_from(["3.1", "17.1"]), max_size=1)),
                    }
                )
    return {
        "format": 1,
        "checklista": {"id": "slump", "version": "1.0.0", "titel": "S"},
        "dimension": dimensions,
        "tema": themes,
        "skala": scale_tables(),
        "avsnitt": [{"id": "a", "titel": "A", "punkt": items}],
    }


def as_checklist(data: dict[str, Any]) -> Checklist:
    """The data as a checklist."""
    return Checklist.model_validate(data, by_alias=True, by_name=False)


def answered(plan: Plan, seed: int, *, unknown: float = 0.2, waived: float = 0.1, rows: int = 1) -> Answers:
    """Random grades, with some questions unknown and some waived."""
    dice = np.random.default_rng(seed)
    answers = Answers.empty(plan, rows)
    for item, grades in enumerate(plan.questions.grades):
        fate = dice.random(rows)
        codes = dice.integers(0, len(grades), rows) if grades else np.zeros(rows, dtype=np.int64)
        codes = np.where(fate < unknown + waived, NOT_RELEVANT, codes)
        answers.codes[:, item] = np.where(fate < unknown, UNKNOWN, codes)
    return answers


seeds = st.integers(0, 2**32 - 1)
