"""How invented cases differ: good, mixed, harmful, thinly described, or ended on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from hallbarhet.checklist.entry import Number
from hallbarhet.checklist.model import Scale

Ending = Literal["klar", "tank_om", "avsluta", "stopp"]

WORST, BEST = -2, 2


@dataclass(frozen=True, slots=True)
class Profile:
    """How often an answer is clearly bad, somewhat bad, neutral, somewhat good, clearly good, or not known."""

    name: str
    share: float
    odds: tuple[float, float, float, float, float]
    unknown: float = 0.01
    ending: Ending = "klar"


PROFILES = (
    Profile("stark", 0.11, (0.0, 0.02, 0.13, 0.35, 0.50)),
    Profile("god", 0.24, (0.01, 0.06, 0.40, 0.43, 0.10)),
    Profile("blandad", 0.21, (0.03, 0.16, 0.46, 0.27, 0.08)),
    Profile("stillsam", 0.12, (0.0, 0.07, 0.73, 0.18, 0.02)),
    Profile("svag", 0.09, (0.20, 0.36, 0.34, 0.08, 0.02)),
    Profile("skadlig", 0.03, (0.70, 0.25, 0.05, 0.0, 0.0)),
    Profile("osaker", 0.06, (0.01, 0.08, 0.38, 0.40, 0.13), unknown=0.09),
    Profile("tunn", 0.05, (0.02, 0.12, 0.42, 0.34, 0.10), unknown=0.30),
    Profile("tank_om", 0.04, (0.05, 0.20, 0.42, 0.27, 0.06), ending="tank_om"),
    Profile("avsluta", 0.03, (0.05, 0.20, 0.50, 0.20, 0.05), ending="avsluta"),
    Profile("stopp", 0.02, (0.03, 0.15, 0.45, 0.30, 0.07), ending="stopp"),
)


def draw_profile(rng: Random) -> Profile:
    """A profile by its share of the portfolio."""
    return rng.choices(PROFILES, weights=[profile.share for profile in PROFILES])[0]


def draw_grade(rng: Random, scale: Scale, profile: Profile) -> Number:
    """A grade on a scale, as good or bad as the profile has it; a one-sided scale has neutral for its missing side."""
    tone = rng.choices(range(WORST, BEST + 1), weights=profile.odds)[0]
    steps = better(scale) if tone > 0 else worse(scale)
    if tone == 0 or not steps:
        return scale.neutral
    if abs(tone) == BEST:
        return steps[-1]
    return rng.choice(steps[:-1] or steps)


def better(scale: Scale) -> Sequence[Number]:
    """The grades better than neutral, from least to most."""
    return _beyond_neutral(scale, scale.polarity)


def worse(scale: Scale) -> Sequence[Number]:
    """The grades worse than neutral, from least to most."""
    return _beyond_neutral(scale, -scale.polarity)


def _beyond_neutral(scale: Scale, way: int) -> Sequence[Number]:
    distances = [(grade.grade - scale.neutral) * way for grade in scale.grades]
    found = [(distance, grade.grade) for distance, grade in zip(distances, scale.grades, strict=True) if distance > 0]
    return [grade for _, grade in sorted(found)]
