"""How the case stands: level, what it is worth and how stable it is, as sentences."""

from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.outcome import DimensionOutcome, Outcome
from hallbarhet.texts import derivation, findings, swedish
from hallbarhet.texts import tui_overview as texts


def level_words(checklist: Checklist, outcome: Outcome) -> str:
    """The level, or levels, by name."""
    names = {level.level: level.name for level in checklist.levels}

    def named(level: int | None) -> tuple[int, str] | None:
        return None if level is None else (level, names.get(level, ""))

    return texts.level(named(outcome.level.low), named(outcome.level.high))


def is_unjudged(found: DimensionOutcome) -> bool:
    """Whether no question that counts has a sure answer: zero points then say nothing of the effect."""
    return found.coverage == 0 and found.points.central is not None


def points_words(found: DimensionOutcome | None) -> tuple[str, str]:
    """The points of a dimension and their range; of one that nothing is answered about, that it is not judged."""
    if found is None:
        return swedish.NOTHING, ""
    if is_unjudged(found):
        return swedish.NOTHING, findings.NOT_JUDGED.lower()
    return swedish.points(found.points.central), texts.span(found.points.low, found.points.high)


def state_words(outcome: Outcome) -> str:
    """What the result is worth as it stands."""
    return texts.STATES[outcome.state]


def robustness_words(checklist: Checklist, outcome: Outcome) -> str:
    """Under how many reasonable weightings the level stands, and the answer nearest to changing it."""
    found, level = outcome.robustness, outcome.level.central
    if found is None or level is None:
        return texts.ROBUSTNESS_UNKNOWN
    names = {entry.level: entry.name for entry in checklist.levels}
    told = derivation.stability(f"{level}, {names.get(level, '').lower()}".rstrip(", "), found.same_level)
    if outcome.level.low != outcome.level.high:
        told = f"{derivation.IN_THE_MIDDLE} {told}"
    if not found.nearest:
        return told
    flip = found.nearest[0]
    item = checklist.item_by_id[flip.item]
    scale = checklist.scale_of(item)
    anchors = {entry.grade: entry.text for entry in scale.grades} if scale else {}
    source, target = (anchors.get(grade, swedish.plain(grade)) for grade in (flip.source, flip.target))
    return f"{told} {derivation.nearest(item.name, source, target, flip.level)}"
