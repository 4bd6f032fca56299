"""One assessment's result told step by step, down to the answers, for whoever asks why."""

from collections.abc import Iterator

from hallbarhet.assessment.arrays import to_answers
from hallbarhet.assessment.conflicts import conflict_title
from hallbarhet.assessment.explained_rules import conflict_told, gate_told
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.names import Names
from hallbarhet.assessment.plans import plan_of
from hallbarhet.assessment.result import score
from hallbarhet.assessment.told import Told, as_lines
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.explain import explain
from hallbarhet.scoring.explanation import Cause, DimensionPart, Explanation, FlagPart, ItemPart, ThemePart
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.texts import derivation
from hallbarhet.texts import explain as texts
from hallbarhet.texts.findings import signed


def explanation(checklist: Checklist, assessment: Assessment, outcome: Outcome | None = None) -> Explanation:
    """Everything behind the result of an assessment; `outcome` is that result, where it is at hand already."""
    plan = plan_of(checklist)
    answers, _ = to_answers(plan, [assessment])
    return explain(plan, answers, outcome or score(plan, assessment))


def explanation_text(checklist: Checklist, assessment: Assessment, outcome: Outcome | None = None) -> str:
    """The derivation as plain text, one sentence to a line."""
    return "\n".join(as_lines(told(checklist, explanation(checklist, assessment, outcome))))


def told(checklist: Checklist, found: Explanation) -> tuple[Told, ...]:
    """The derivation as a tree of sentences: points, level, state, flags, gates and conflicts."""
    names = Names(checklist)
    sections = (
        (texts.POINTS, (*(dimension_told(names, part) for part in found.dimensions), *_index(names, found))),
        (texts.LEVEL, tuple(_level(names, found))),
        (texts.STATE, tuple(Told(_cause(names, found, cause)) for cause in found.causes)),
        (texts.FLAGS, tuple(Told(_flag(names, flag)) for flag in found.flags)),
        (texts.GATES, tuple(gate_told(names, gate) for gate in found.gates)),
        (texts.CONFLICTS, tuple(conflict_told(names, conflict) for conflict in found.conflicts)),
    )
    return tuple(Told(heading, parts) for heading, parts in sections if parts)


def dimension_told(names: Names, part: DimensionPart) -> Told:
    """Why a dimension has the points it has: what a person asks who says "why 62?"."""
    points = part.points
    head = texts.dimension(names.group(part.id), points.low, points.central, points.high)
    if part.plus is None or part.minus is None:
        return Told(head, tuple(_theme(names, theme) for theme in part.themes))
    gross = Told(texts.gross(part.plus, part.minus, part.coverage, part.not_relevant_share))
    return Told(head, (gross, *(_theme(names, theme) for theme in part.themes)))


def _theme(names: Names, part: ThemePart) -> Told:
    points, added = part.points, part.contribution
    head = texts.theme(names.group(part.id), points.low, points.central, points.high, part.weight)
    if points.central is not None:
        head = f"{head}, {texts.theme_share(part.share, added.low, added.central, added.high)}"
    return Told(head, tuple(_item(names, item) for item in part.items))


def _item(names: Names, part: ItemPart) -> Told:
    points, added = part.points, part.contribution
    head = texts.item(names.item(part.id), _answer(names, part), points.low, points.central, points.high)
    if points.central is None:
        return Told(head)
    share = texts.item_share(part.weight, part.share_of_dimension, added.low, added.central, added.high)
    return Told(f"{head}, {share}")


def _answer(names: Names, part: ItemPart) -> str:
    if part.grade is None:
        return texts.STATES[part.state]
    scale = names.checklist.scale_of(names.checklist.item_by_id[part.id])
    if scale is None or part.grade not in scale.by_grade:
        return signed(part.grade, scale.grades[0].grade if scale else part.grade)
    return f"{signed(part.grade, scale.grades[0].grade)} {scale.by_grade[part.grade].text}"


def _index(names: Names, found: Explanation) -> Iterator[Told]:
    """The index last, and only as what places the level."""
    points = found.index.points
    how = Told(derivation.AGGREGATIONS[found.index.method])
    if points.central is None:
        yield how
        return
    shares = (
        Told(f"{names.group(part.id)}: {texts.index_share(part.share, part.contribution.central)}")
        for part in found.dimensions
        if part.share is not None and part.contribution is not None
    )
    waived = [names.item(id_) for id_ in found.index.waived]
    effect = Told(texts.waived(waived, found.index.not_relevant_effect or 0.0))
    yield Told(texts.index(points.low, points.central, points.high), (how, *shares, *((effect,) if waived else ())))


def _level(names: Names, found: Explanation) -> Iterator[Told]:
    part = found.level
    steps = [
        texts.step(
            step.level,
            names.level(step.level),
            step.index_min,
            step.index_holds,
            step.dimension_min,
            step.dimension_holds,
        )
        for step in part.steps
    ]
    if part.weakest is not None and part.weakest_points is not None:
        steps.append(texts.weakest(names.group(part.weakest), part.weakest_points))
    steps += [texts.cap(names.group(cap.dimension), cap.below, cap.max_level, cap.applies) for cap in part.caps]
    yield Told(texts.level(part.level.low, part.level.high), (Told(texts.HELD_AGAINST, tuple(map(Told, steps))),))


def _cause(names: Names, found: Explanation, cause: Cause) -> str:
    if cause.kind == "lag_svarsgrad":
        return texts.coverage_too_low(names.group(cause.id), cause.value or 0.0, cause.limit or 0.0)
    if cause.kind == "dimension_utan_svar":
        return texts.cause(cause.kind, names.group(cause.id))
    if cause.kind == "kritisk_konflikt":
        conflict = next(part.outcome for part in found.conflicts if part.outcome.id == cause.id)
        return texts.cause(cause.kind, conflict_title(names.checklist, conflict))
    return texts.cause(cause.kind, names.gate(cause.id))


def _flag(names: Names, flag: FlagPart) -> str:
    if flag.flag == "ej_relevant_avgor_nivan":
        return texts.waiving_decides(int(flag.value or 0))
    if flag.flag == "mojlig_hallplats":
        return texts.possible_gates([names.gate(id_) for id_ in flag.ids])
    if flag.flag == "robusthet_lag":
        return texts.not_robust(flag.value or 0.0)
    return texts.waived_much(names.group(flag.ids[0]), flag.value or 0.0, flag.limit or 0.0)
