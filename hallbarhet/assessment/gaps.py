"""What stands in the way of completion, each as a sentence and the step where it is mended."""

from collections.abc import Mapping
from dataclasses import dataclass

from hallbarhet.assessment.conflicts import conflict_title
from hallbarhet.assessment.model import (
    Answer,
    Assessment,
    Choice,
    FreeText,
    Judged,
    NotRelevant,
    Quantity,
    Recommendation,
)
from hallbarhet.assessment.walk import (
    CASE,
    CONFLICTS,
    DONE,
    JUDGEMENT,
    Activity,
    Step,
    active_items,
    ending_gate,
    is_answered,
    is_due,
    is_triggered,
    must_be_answered,
    steps,
)
from hallbarhet.checklist.conditions import CaseAtom, atoms
from hallbarhet.checklist.model import Checklist, Gate, Item
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.texts import walk as texts

REASON_LENGTH = 10
"""Characters that a reason for *ej relevant* needs at least: one word says nothing to the reader."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that stands in the way of completion, and the step where it is mended."""

    step: Step
    sentence: str
    field: str = ""
    """The key of the field, where the step has several."""


def needs_rationale(checklist: Checklist, item: Item, answer: Answer | None) -> bool:
    """Whether this answer has to be explained before the case can be completed."""
    match answer:
        case NotRelevant():
            return True
        case Judged() if item.rationale == "vid_utslag":
            scale = checklist.scale_of(item)
            return scale is not None and answer.grade != scale.neutral
        case Judged() | Quantity() | Choice():
            return item.rationale == "alltid"
        case _:
            return False


def lacks_rationale(checklist: Checklist, item: Item, answer: Answer | None) -> bool:
    """Whether a reason is needed here and is not written, or is too short to say anything."""
    if answer is None or not needs_rationale(checklist, item, answer):
        return False
    written = len(answer.rationale.strip())
    return written < (REASON_LENGTH if isinstance(answer, NotRelevant) else 1)


def first_open(
    checklist: Checklist,
    assessment: Assessment,
    activity: Mapping[str, Activity],
    outcome: Outcome | None,
) -> Step:
    """Where to land when a case is opened: the first step with something left to do."""
    if assessment.header.status != "utkast":
        return DONE
    left = {gap.step for gap in missing(checklist, assessment, activity, outcome)}
    return next((step for step in steps(checklist, assessment, activity, outcome) if step in left), DONE)


def missing(
    checklist: Checklist,
    assessment: Assessment,
    activity: Mapping[str, Activity],
    outcome: Outcome | None,
) -> tuple[Missing, ...]:
    """Everything that stands in the way of completion, in walking order.

    A case that was ended at a gate needs only that gate's reason, responsible person and date.
    """
    ended = ending_gate(checklist, assessment)
    if ended is not None:
        return tuple(_missing_at_gate(checklist, checklist.gate_by_id[ended.id], assessment))
    found = [*_missing_in_case(checklist, assessment)]
    for section in checklist.sections:
        for item in active_items(section, activity):
            found.extend(_missing_in_answer(checklist, item, assessment))
        for gate in checklist.gates:
            if gate.after == section.id and is_due(gate, assessment, outcome):
                found.extend(_missing_at_gate(checklist, gate, assessment, outcome))
    found.extend(_missing_in_conflicts(checklist, assessment, outcome))
    found.extend(_missing_in_judgement(checklist, assessment, outcome))
    return tuple(found)


def goes_against(checklist: Checklist, outcome: Outcome | None, recommendation: Recommendation | None) -> bool:
    """Whether a recommendation needs a reason because the computed result points the other way.

    Going on from below the level of a wholly neutral case, going on without conditions from an unsettled state, or
    stopping a case above that level, are all allowed, and all have to be explained.
    """
    if outcome is None or recommendation is None:
        return False
    neutral = max(
        (
            level.level
            for level in checklist.levels
            if (level.index_min or -100) <= 0 and (level.dimension_min or -100) <= 0
        ),
        default=0,
    )
    level = outcome.level.central
    goes_on = recommendation in {"vidare", "vidare_med_villkor"}
    if outcome.state == "stopp":
        return goes_on
    if not goes_on:
        return outcome.state in {"niva_klar", "nivaintervall"} and level is not None and level > neutral
    if level is None or level < neutral:
        return True
    return recommendation == "vidare" and outcome.state not in {"niva_klar", "nivaintervall"}


def required_case_fields(checklist: Checklist) -> tuple[str, ...]:
    """The case fields without which a case cannot be completed, as keys of the record."""
    needed = ["diarienummer", "stodform", "rubrik", "sokande"]
    condition = checklist.rules.deepened_if
    asked = (atom.field for atom in atoms(condition) if isinstance(atom, CaseAtom)) if condition else ()
    return tuple(dict.fromkeys([*needed, *asked]))


def _missing_in_case(checklist: Checklist, assessment: Assessment) -> list[Missing]:
    filled = assessment.case.model_dump(by_alias=True)
    found = [
        Missing(CASE, texts.case_field_missing(field), field)
        for field in required_case_fields(checklist)
        if filled.get(field, filled["eget"].get(field)) in (None, "", ())
    ]
    if not assessment.header.officer.strip():
        found.append(Missing(CASE, texts.OFFICER_MISSING, "handlaggare"))
    return found


def _missing_in_answer(checklist: Checklist, item: Item, assessment: Assessment) -> list[Missing]:
    answer = assessment.answer_by_item.get(item.id)
    step = Step("fraga", item.id)
    if not is_answered(answer):
        return [Missing(step, texts.unanswered(item.name))] if must_be_answered(item) else []
    if isinstance(answer, FreeText) and must_be_answered(item) and not answer.content.strip():
        return [Missing(step, texts.unanswered(item.name))]
    if lacks_rationale(checklist, item, answer):
        waived = isinstance(answer, NotRelevant)
        return [Missing(step, texts.waiver_unexplained(item.name) if waived else texts.unexplained(item.name))]
    return []


def _called(checklist: Checklist, gate: Gate) -> str:
    """A gate by its title, with the part it stands after where another gate has the same."""
    if sum(other.title == gate.title for other in checklist.gates) == 1:
        return gate.title
    after = next((section.title for section in checklist.sections if section.id == gate.after), "")
    return texts.gate_after(gate.title, after)


def _missing_at_gate(
    checklist: Checklist, gate: Gate, assessment: Assessment, outcome: Outcome | None = None
) -> list[Missing]:
    title = _called(checklist, gate)
    step = Step("hallplats", gate.id)
    decision = assessment.gate_by_id.get(gate.id)
    if gate.effect == "krav" and decision is not None and set(gate.documents) <= set(decision.handed_in):
        return []
    if decision is None or decision.decision is None:
        return [Missing(step, texts.gate_undecided(title), "beslut")]
    found = [
        Missing(step, texts.gate_field_missing(title, field), field)
        for field, value in (
            ("motivering", decision.rationale.strip()),
            ("ansvarig", decision.responsible.strip()),
            ("datum", decision.decided_on),
        )
        if not value
    ]
    stops = gate.effect == "stopp" and outcome is not None
    if stops and decision.decision == "vidare" and is_triggered(gate, outcome):
        found.append(Missing(step, texts.stop_gate_passed(title), "beslut"))
    return found


def _missing_in_conflicts(checklist: Checklist, assessment: Assessment, outcome: Outcome | None) -> list[Missing]:
    found = []
    for conflict in outcome.open_conflicts if outcome else ():
        handling = assessment.conflict_by_id.get(conflict.id)
        own = handling is not None and handling.own
        title = handling.title if handling and own else conflict_title(checklist, conflict)
        found.append(Missing(CONFLICTS, texts.conflict_open(title), conflict.id))
    return found


def _missing_in_judgement(checklist: Checklist, assessment: Assessment, outcome: Outcome | None) -> list[Missing]:
    judgement = assessment.judgement
    found = []
    if not judgement.text.strip():
        found.append(Missing(JUDGEMENT, texts.JUDGEMENT_MISSING, "text"))
    if judgement.recommendation is None:
        found.append(Missing(JUDGEMENT, texts.RECOMMENDATION_MISSING, "rekommendation"))
    if judgement.recommendation in {"vidare", "vidare_med_villkor"} and any(
        gate.decision == "tank_om" for gate in assessment.gates
    ):
        found.append(Missing(JUDGEMENT, texts.RETHINK_CONTRADICTED, "rekommendation"))
    if judgement.recommendation == "vidare_med_villkor" and not any(word.strip() for word in judgement.conditions):
        found.append(Missing(JUDGEMENT, texts.CONDITIONS_MISSING, "villkor"))
    against = goes_against(checklist, outcome, judgement.recommendation)
    if against and not judgement.deviation_reason.strip():
        found.append(Missing(JUDGEMENT, texts.DEVIATION_UNEXPLAINED, "avvikelse_motivering"))
    return found
