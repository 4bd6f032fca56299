"""What a change to each key of a checklist means for its version: wording, weights and limits, or what an answer means.

patch = words. minor = weights, limits, links, what is asked for beside the answer. major = the meaning of an answer.
"""

from typing import Any, Literal

from pydantic import BaseModel

from hallbarhet.checklist import model

Step = Literal["patch", "minor", "major"]
Kind = Literal[
    "tillagd", "borttagen", "omdopt", "sammanslagen", "delad", "flyttad", "ordning",
    "ord", "vikt", "grans", "skala", "lankar", "villkor", "krav", "innebord",
]  # fmt: skip
"""Entries come, go, are renamed, merged, split, moved or reordered; or something in one of them differs."""

STEPS: tuple[Step, ...] = ("patch", "minor", "major")
"""From least to most."""

Aspect = tuple[Kind, Step]

WORDS: Aspect = ("ord", "patch")
WEIGHT: Aspect = ("vikt", "minor")
LIMIT: Aspect = ("grans", "minor")
LINKS: Aspect = ("lankar", "minor")
CONDITION: Aspect = ("villkor", "minor")
DEMAND: Aspect = ("krav", "minor")
SCALE: Aspect = ("skala", "major")
MEANING: Aspect = ("innebord", "major")

NAMED = frozenset({"id", "level", "grade"})
"""What entries are known by: a difference there is another entry."""

ASPECTS: dict[type[BaseModel], dict[str, Aspect]] = {
    model.Header: {
        "title": WORDS, "valid_from": WORDS, "region": WORDS, "support_forms": DEMAND,
        "introduction": WORDS, "sources": WORDS,
    },
    model.Dimension: {"name": WORDS, "definition": WORDS, "weight": WEIGHT},
    model.Theme: {"dimension": MEANING, "name": WORDS, "weight": WEIGHT},
    model.Grade: {"text": WORDS, "points": WEIGHT, "condition": WORDS},
    model.Scale: {"neutral": SCALE, "polarity": SCALE},
    model.TagDefinition: {"name": WORDS, "protected": DEMAND},
    model.Category: {"text": WORDS, "long_term": DEMAND},
    model.Facet: {"name": WORDS, "kind": MEANING, "protected": DEMAND},
    model.StrategyGoal: {"name": WORDS},
    model.GoalGroup: {"name": WORDS, "goals": LINKS},
    model.GoalNote: {"sensitive": DEMAND, "baseline": WORDS},
    model.Alternative: {"text": WORDS},
    model.Item: {
        "text": WORDS, "kind": MEANING, "short_name": WORDS, "hint": WORDS, "guidance": WORDS, "scale": SCALE,
        "theme": LINKS, "weight": WEIGHT, "concerns": LINKS, "perspective": LINKS, "reading": MEANING,
        "goals": LINKS, "goals_indirect": LINKS, "strategy_goals": LINKS, "tags": LINKS, "facets": LINKS,
        "rationale": DEMAND, "may_be_waived": DEMAND, "internal": DEMAND, "depth": DEMAND, "shown_if": CONDITION,
        "unit": MEANING, "at_least": LIMIT, "at_most": LIMIT, "several": DEMAND, "max_characters": LIMIT,
    },
    model.Section: {"title": WORDS, "introduction": WORDS},
    model.Gate: {
        "after": DEMAND, "title": WORDS, "effect": DEMAND, "questions": WORDS, "condition": CONDITION,
        "legal_basis": WORDS, "documents": DEMAND, "suggestion": WORDS,
    },
    model.ConflictRule: {
        "title": WORDS, "kind": CONDITION, "gains": CONDITION, "loses": CONDITION, "both_ways": CONDITION,
        "threshold_gain": LIMIT, "threshold_loss": LIMIT, "between": CONDITION, "threshold": LIMIT,
        "group": CONDITION, "facet": CONDITION, "goals": CONDITION, "condition": CONDITION, "strength": LIMIT,
        "irreversible": DEMAND, "protected": DEMAND, "proposal": WORDS, "to_settle": WORDS, "suggestion": WORDS,
        "silenced": DEMAND, "silence_reason": WORDS,
    },
    model.Interaction: {"strength": WEIGHT},
    model.Level: {"name": WORDS, "index_min": LIMIT, "dimension_min": LIMIT},
    model.CaseField: {"text": WORDS, "kind": DEMAND},
    model.ConflictLimits: dict.fromkeys(model.ConflictLimits.model_fields, LIMIT),
    model.RobustnessRules: dict.fromkeys(model.RobustnessRules.model_fields, LIMIT),
    model.Rules: {
        "coverage_min": LIMIT, "not_relevant_max": LIMIT, "aggregation": WEIGHT, "exponent": WEIGHT,
        "deepened_if": CONDITION, "caps": LIMIT,
    },
    model.ExampleCase: {"answers": WORDS, "expected": WORDS},
    model.Dropped: {"reason": WORDS},
}  # fmt: skip
"""By table and field. Lists of entries that have names are compared entry by entry instead."""


def step_of(owner: type[BaseModel], field: str, before: Any, after: Any) -> Step:
    """The step that a difference in one field calls for: narrower bounds may leave an answer without a place."""
    step = ASPECTS[owner][field][1]
    if owner is model.Item and _is_narrower(field, before, after):
        return "major"
    return step


def _is_narrower(field: str, before: Any, after: Any) -> bool:
    match field:
        case "at_least":
            return after is not None and (before is None or after > before)
        case "at_most" | "max_characters":
            return after is not None and (before is None or after < before)
        case "several":
            return not after
        case _:
            return False
