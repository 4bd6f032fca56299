"""How a result was calculated and how stable it is: the part of a report that lets somebody count again."""

from dataclasses import dataclass

from hallbarhet.assessment.model import Assessment
from hallbarhet.checklist.model import Checklist
from hallbarhet.report.parts import Column, Row, Table, columns
from hallbarhet.scoring.explanation import Explanation
from hallbarhet.scoring.outcome import Flip, Outcome, Robustness
from hallbarhet.texts import derivation, findings, swedish
from hallbarhet.texts import report as texts


@dataclass(frozen=True, slots=True)
class MethodView:
    """The way from answers to level, how the level stands other weightings, and the flags."""

    how_heading: str
    steps: tuple[str, ...]
    how_tables: tuple[Table, ...]
    stable_heading: str
    stability: tuple[str, ...]
    stable_tables: tuple[Table, ...]
    flags_heading: str
    flags: tuple[str, ...]


def method_view(
    checklist: Checklist, assessment: Assessment, outcome: Outcome, explanation: Explanation | None = None
) -> MethodView:
    """The derivation in words, with the levels, the nearest flips and the share of weightings as tables.

    With an explanation, also what each question adds to its dimension.
    """
    robustness = outcome.robustness
    return MethodView(
        how_heading=derivation.HOW_CALCULATED,
        steps=_steps(checklist, assessment, outcome),
        how_tables=(
            *(_contribution_table(checklist, explanation) if explanation else ()),
            level_table(checklist),
            *_silenced_table(checklist),
        ),
        stable_heading=derivation.HOW_STABLE,
        stability=_stability(checklist, outcome, robustness),
        stable_tables=(*_flip_table(checklist, robustness), *_share_table(checklist, robustness)) if robustness else (),
        flags_heading=derivation.FLAGS_HEADING,
        flags=_flags(checklist, outcome),
    )


def level_name(checklist: Checklist, level: int | None) -> str:
    """What the checklist calls a level."""
    return next((entry.name for entry in checklist.levels if entry.level == level), "")


def _steps(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> tuple[str, ...]:
    index = outcome.index
    names = {dimension.id: dimension.name for dimension in checklist.dimensions}
    caps = (
        derivation.cap(names[dimension], cap.below, cap.max_level)
        for dimension, entries in checklist.rules.caps.items()
        for cap in entries
        if dimension in names
    )
    method = assessment.result.get("metod")
    told = (
        derivation.method(swedish.plain(method)) if isinstance(method, int) else "",
        *derivation.STEPS,
        derivation.weights([(dimension.name, dimension.weight) for dimension in checklist.dimensions]),
        derivation.AGGREGATIONS[checklist.rules.aggregation],
        derivation.index(index.low, index.central, index.high),
        *caps,
        derivation.coverage(outcome.coverage, checklist.rules.coverage_min),
        derivation.not_relevant_effect(outcome.not_relevant_effect),
    )
    return tuple(sentence for sentence in told if sentence)


def _flags(checklist: Checklist, outcome: Outcome) -> tuple[str, ...]:
    if not outcome.flags:
        return (derivation.NO_FLAGS,)
    names = {dimension.id: dimension.name for dimension in checklist.dimensions}
    return (*(_flag(names, flag) for flag in outcome.flags), derivation.SECOND_READER)


def _flag(names: dict[str, str], flag: str) -> str:
    kind, _, dimension = flag.partition(":")
    if kind == "hog_andel_ej_relevant":
        return derivation.high_waiver(names.get(dimension, dimension))
    return derivation.FLAGS[kind]


def _stability(checklist: Checklist, outcome: Outcome, robustness: Robustness | None) -> tuple[str, ...]:
    if robustness is None:
        return (derivation.NOT_MEANINGFUL,)
    flips = robustness.nearest
    nearest = _nearest(checklist, flips[0]) if flips else derivation.NO_FLIP
    stands = derivation.stability(swedish.plain(outcome.level.central), robustness.same_level)
    told = (
        f"{stands} {nearest}",
        derivation.stability_class(robustness.stability),
        _index_range(robustness),
        derivation.SHARES_NOTE if robustness.level_shares else "",
    )
    return tuple(sentence for sentence in told if sentence)


def _index_range(robustness: Robustness) -> str:
    if robustness.index_p5 is None or robustness.index_p95 is None:
        return ""
    return derivation.index_range(robustness.index_p5, robustness.index_p95)


def _nearest(checklist: Checklist, flip: Flip) -> str:
    name = checklist.item_by_id[flip.item].name
    return derivation.nearest(name, *_grades(checklist, flip), flip.level)


def _grades(checklist: Checklist, flip: Flip) -> tuple[str, str]:
    """The grades a flip goes between, with signs where the scale has them."""
    scale = checklist.scale_of(checklist.item_by_id[flip.item])
    lowest = scale.grades[0].grade if scale is not None else 0
    return findings.signed(flip.source, lowest), findings.signed(flip.target, lowest)


def _contribution_table(checklist: Checklist, explanation: Explanation) -> tuple[Table, ...]:
    """What each answer is worth, how much it weighs and what it adds: the column adds up to the dimension's points."""
    rows = tuple(
        Row(
            checklist.item_by_id[item.id].name,
            (
                _dimension_name(checklist, dimension.id),
                swedish.points(item.points.central),
                findings.share(item.share_of_dimension),
                swedish.points(item.contribution.central),
            ),
        )
        for dimension in explanation.dimensions
        for theme in dimension.themes
        for item in theme.items
        if item.state != "inaktuell"
    )
    heads = columns(texts.QUESTION, texts.DIMENSION, texts.POINTS, texts.WEIGHT, texts.ADDS, numbers=3)
    return (Table("tabell-bidrag", texts.CONTRIBUTION_TABLE, heads, rows),) if rows else ()


def _dimension_name(checklist: Checklist, id_: str) -> str:
    return next((dimension.name for dimension in checklist.dimensions if dimension.id == id_), id_)


def level_table(checklist: Checklist) -> Table:
    """The levels and what each takes."""
    rows = tuple(
        Row(str(level.level), (level.name, swedish.points(level.index_min), swedish.points(level.dimension_min)))
        for level in checklist.levels
    )
    heads = columns(texts.LEVEL, texts.NAME, texts.INDEX_MIN, texts.DIMENSION_MIN, numbers=2)
    return Table("tabell-nivaer", texts.LEVEL_TABLE, heads, rows)


def _flip_table(checklist: Checklist, robustness: Robustness) -> tuple[Table, ...]:
    if not robustness.nearest:
        return ()
    rows = tuple(
        Row(
            checklist.item_by_id[flip.item].name,
            (*_grades(checklist, flip), derivation.level(flip.level, level_name(checklist, flip.level))),
        )
        for flip in robustness.nearest
    )
    heads = (Column(texts.QUESTION), Column(texts.FROM, True), Column(texts.TO, True), Column(texts.BECOMES))
    return (Table("tabell-omslag", texts.FLIP_TABLE, heads, rows),)


def _share_table(checklist: Checklist, robustness: Robustness) -> tuple[Table, ...]:
    if not robustness.level_shares:
        return ()
    rows = tuple(
        Row(str(level), (level_name(checklist, level), derivation.share_of_weightings(share)))
        for level, share in robustness.level_shares
    )
    return (
        Table("tabell-viktningar", texts.SHARE_TABLE, columns(texts.LEVEL, texts.NAME, texts.SHARE, numbers=1), rows),
    )


def _silenced_table(checklist: Checklist) -> tuple[Table, ...]:
    """Rules the region has turned off, with its reasons: what is not looked for must be known."""
    silenced = tuple(Row(rule.title, (rule.silence_reason,)) for rule in checklist.conflict_rules if rule.silenced)
    if not silenced:
        return ()
    return (Table("tabell-avstangda", texts.SILENCED_TABLE, columns(texts.RULE, texts.WHY), silenced),)
