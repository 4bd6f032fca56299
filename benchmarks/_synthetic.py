"""A made-up checklist of the size that the bars speak of, and answers to it; the same every time."""

import random
from datetime import UTC, datetime
from typing import Any

from hallbarhet.assessment.model import Assessment
from hallbarhet.checklist.model import Checklist

QUESTIONS = 60
RULES = 20
"""Gates and declared conflict rules together."""

_DIMENSIONS = ("ekologisk", "social", "ekonomisk")
_GRADES = {-2: "Motverkar starkt", -1: "Motverkar", 0: "Ingen påverkan", 1: "Bidrar", 2: "Bidrar starkt"}
_STAMP = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def checklist() -> Checklist:
    """Sixty questions in fifteen themes, with goals, tags, facets, eight gates and twelve declared conflicts."""
    themes = [(f"{dimension}-{place}", dimension) for dimension in _DIMENSIONS for place in range(5)]
    data = {
        "format": 1,
        "checklista": {"id": "syntetisk", "version": "1.0.0", "titel": "Sextio påhittade frågor"},
        "dimension": [{"id": dimension, "namn": dimension.capitalize()} for dimension in _DIMENSIONS],
        "tema": [
            {"id": theme, "dimension": dimension, "namn": theme, "vikt": 1 + place % 3}
            for place, (theme, dimension) in enumerate(themes)
        ],
        "skala": [
            {"id": "fem", "neutral": 0, "grader": [{"grad": grad, "text": text} for grad, text in _GRADES.items()]}
        ],
        "tagg": [{"id": "barn", "namn": "Barn och unga", "skyddad": True}],
        "fasett": [
            {
                "id": "plats",
                "namn": "Plats",
                "slag": "plats",
                "kategorier": [{"id": "stad", "text": "Stad"}, {"id": "land", "text": "Land"}],
            }
        ],
        "avsnitt": [
            {
                "id": dimension,
                "titel": dimension.capitalize(),
                "punkt": [_question(place, theme) for place, (theme, own) in enumerate(themes * 4) if own == dimension],
            }
            for dimension in _DIMENSIONS
        ],
        "hallplats": [_gate(place) for place in range(8)],
        "malkonflikt": [_conflict(place) for place in range(12)],
    }
    return Checklist.model_validate(data)


def _question(place: int, theme: str) -> dict[str, Any]:
    question: dict[str, Any] = {
        "id": f"fraga-{place}",
        "text": f"Påhittad fråga nummer {place}?",
        "slag": "bedomning",
        "skala": "fem",
        "tema": theme,
        "vikt": 1 + place % 2,
        "agenda2030": [f"{1 + place % 17}.1"],
        "agenda2030_indirekt": [f"{1 + (place + 5) % 17}.2"],
    }
    if place % 10 == 0:
        question["taggar"] = ["barn"]
    if place % 20 == 0:
        question["fasetter"] = ["plats"]
    return question


def _gate(place: int) -> dict[str, Any]:
    effect = ("stopp", "avvakta", "krav", "avvakta")[place % 4]
    condition: dict[str, Any] = {
        "minst_en": [
            {"alla": [{"punkt": f"fraga-{place}", "max": -2}, {"inte": {"punkt": f"fraga-{place + 20}", "min": 1}}]},
            {"antal": {"av": [{"punkt": f"fraga-{place + step}", "under": 0} for step in (8, 16, 24)], "min": 3}},
            {"dimension": _DIMENSIONS[place % 3], "under": -60},
        ]
    }
    gate: dict[str, Any] = {
        "id": f"grind-{place}",
        "efter": _DIMENSIONS[place % 3],
        "titel": f"Hållplats {place}",
        "verkan": effect,
        "om": condition,
    }
    return {**gate, "handlingar": ["Underlag"]} if effect == "krav" else gate


def _conflict(place: int) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": f"konflikt-{place}", "titel": f"Konflikt {place}", "slag": "par"}
    if place == 0:
        return {**rule, "slag": "dold", "grupp": {"tagg": "barn"}}
    if place == 1:
        return {**rule, "slag": "spann", "mellan": ["ekologisk", "ekonomisk"], "troskel": 80}
    if place == 2:
        far_apart = {"alla": [{"punkt": "fraga-1", "min": 1}, {"spann": "alla", "min": 50}]}
        return {**rule, "slag": "villkor", "om": far_apart}
    return {**rule, "plus": f"fraga-{place}", "minus": f"fraga-{place + 30}", "permanent": place % 4 == 0}


def assessment(plan: Checklist, seed: int) -> Assessment:
    """Random answers to every question: nine of ten graded, the rest unknown, not relevant or left out."""
    dice = random.Random(seed)  # noqa: S311  (made-up answers, not secrets)
    answers = [answer for item in plan.items if (answer := _answer(item.id, bool(item.facets), dice))]
    return Assessment.model_validate(
        {
            "bedomning": {"id": f"syntetisk-{seed}", "skapad": _STAMP},
            "checklista": {"id": plan.header.id, "version": plan.header.version, "fingeravtryck": plan.fingerprint},
            "svar": answers,
        }
    )


def _answer(item: str, has_facets: bool, dice: random.Random) -> dict[str, Any] | None:
    fate = dice.random()
    if fate < 0.04:
        return {"punkt": item, "status": "vet_inte"}
    if fate < 0.08:
        return {"punkt": item, "status": "ej_relevant", "motivering": "Rör inte det som insatsen gör."}
    if fate < 0.1:
        return None
    answer: dict[str, Any] = {"punkt": item, "grad": dice.randint(-2, 2), "motivering": "Så står det i ansökan."}
    if has_facets:
        answer["fasetter"] = {"plats": {"stad": dice.randint(-2, 2), "land": dice.randint(-2, 2)}}
    return answer
