"""Why the level is what it is, why the case stands where it stands, and what each flag means here."""

from collections.abc import Iterator

import numpy as np

from hallbarhet.scoring.codes import from_
from hallbarhet.scoring.explaining.subject import Subject
from hallbarhet.scoring.explanation import CapStep, Cause, FlagPart, LevelPart, LevelStep
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.scoring.severity import CRITICAL
from hallbarhet.scoring.sums import CENTRAL

_HIGH_SHARE = "hog_andel_ej_relevant:"


def level_part(subject: Subject, outcome: Outcome) -> LevelPart:
    """The table of levels, held against the central points."""
    plan, scores = subject.plan, subject.evaluation.scores
    points, counts = scores.dimensions[0, :, CENTRAL], scores.counts[0]
    counting = np.flatnonzero(counts)
    weakest = int(counting[np.argmin(points[counting])]) if counting.size else None
    lowest = None if weakest is None else float(points[weakest])
    return LevelPart(
        level=outcome.level,
        weakest=None if weakest is None else plan.dimensions[weakest],
        weakest_points=lowest,
        steps=tuple(
            LevelStep(
                level=level.level,
                index_min=_given(level.index_min) if plan.level_rules.uses_index else None,
                index_holds=not plan.level_rules.uses_index or _reaches(outcome.index.central, level.index_min),
                dimension_min=_given(level.dimension_min),
                dimension_holds=_reaches(lowest, level.dimension_min),
            )
            for level in reversed(plan.level_rules.levels)
        ),
        caps=tuple(
            CapStep(
                dimension=plan.dimensions[cap.dimension],
                below=cap.below,
                max_level=cap.max_level,
                applies=bool(counts[cap.dimension] and points[cap.dimension] < from_(cap.below)),
            )
            for cap in plan.level_rules.caps
        ),
    )


def _given(threshold: float) -> float | None:
    return threshold if np.isfinite(threshold) else None


def _reaches(points: float | None, threshold: float) -> bool:
    return points is not None and bool(points >= from_(threshold))


def causes(subject: Subject, outcome: Outcome) -> tuple[Cause, ...]:
    """Every reason for the state, and only for that state: what would otherwise have come next is not told."""
    return tuple(
        {
            "avslutad": _ended,
            "stopp": _stopped,
            "ej_bedombar": _nothing_to_assess,
            "ofullstandigt_underlag": _incomplete,
            "hallplats": _held,
            "niva_klar": _settled,
            "nivaintervall": _ranging,
        }[outcome.state](subject, outcome)
    )


def _ended(_subject: Subject, outcome: Outcome) -> Iterator[Cause]:
    yield from (Cause("avslutad_vid", gate.id) for gate in outcome.gates if gate.decision == "avsluta")


def _stopped(subject: Subject, outcome: Outcome) -> Iterator[Cause]:
    for gate, effect in zip(outcome.gates, subject.plan.gates.effects, strict=True):
        if effect == "stopp" and gate.triggered == "utlost":
            yield Cause("stoppas_av", gate.id)


def _nothing_to_assess(_subject: Subject, _outcome: Outcome) -> Iterator[Cause]:
    yield Cause("inget_att_bedoma")


def _incomplete(subject: Subject, outcome: Outcome) -> Iterator[Cause]:
    plan = subject.plan
    for dimension, weight in zip(outcome.dimensions, plan.weights.dimension.tolist(), strict=True):
        if weight <= 0:
            continue
        if dimension.coverage is None:
            yield Cause("dimension_utan_svar", dimension.id)
        elif dimension.coverage < from_(plan.coverage_min):
            yield Cause("lag_svarsgrad", dimension.id, dimension.coverage, plan.coverage_min)
    for gate, effect in zip(outcome.gates, plan.gates.effects, strict=True):
        if effect == "stopp" and gate.triggered == "mojlig":
            yield Cause("mojligt_stopp", gate.id)


def _held(subject: Subject, outcome: Outcome) -> Iterator[Cause]:
    for gate, holds in zip(outcome.gates, subject.evaluation.gates.holds[0].tolist(), strict=True):
        if holds:
            yield Cause("ska_tankas_om" if gate.decision == "tank_om" else "vantar_beslut", gate.id)
    for conflict in outcome.conflicts:
        if conflict.triggered == "utlost" and conflict.severity == CRITICAL and conflict.documented < 1:
            yield Cause("kritisk_konflikt", conflict.id)


def _settled(_subject: Subject, _outcome: Outcome) -> Iterator[Cause]:
    yield Cause("samma_niva")


def _ranging(_subject: Subject, _outcome: Outcome) -> Iterator[Cause]:
    yield Cause("olika_nivaer")


def flag_parts(subject: Subject, outcome: Outcome) -> tuple[FlagPart, ...]:
    """Every flag with the numbers behind it."""
    return tuple(_flag(subject, outcome, flag) for flag in outcome.flags)


def _flag(subject: Subject, outcome: Outcome, flag: str) -> FlagPart:
    if flag == "ej_relevant_avgor_nivan":
        return FlagPart(flag, value=float(subject.evaluation.scores.level_if_neutral[0]))
    if flag.startswith(_HIGH_SHARE):
        dimension = next(found for found in outcome.dimensions if found.id == flag.removeprefix(_HIGH_SHARE))
        return FlagPart(flag, dimension.not_relevant_share, subject.plan.not_relevant_max, (dimension.id,))
    if flag == "mojlig_hallplats":
        effects = zip(outcome.gates, subject.plan.gates.effects, strict=True)
        possible = (
            gate.id for gate, effect in effects if gate.triggered == "mojlig" and effect in ("stopp", "avvakta")
        )
        return FlagPart(flag, ids=tuple(possible))
    return FlagPart(flag, value=outcome.robustness.same_level if outcome.robustness else None)
