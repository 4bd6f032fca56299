"""Goal conflicts on the worked checklist: rules to declare, answers split on facets, and what is found."""

from support.worked import ANSWERS, DATA, answers_to, worked_items, worked_plan

from hallbarhet.scoring.evaluate import evaluate
from hallbarhet.scoring.outcomes import outcomes
from hallbarhet.scoring.severity import FIELDS, STATUSES

EIGHT = {
    "id": "fin",
    "neutral": 0,
    "grader": [{"grad": grade, "text": "x"} for grade in (-6, -4, -3, -2, 0, 2, 3, 4, 6)],
}
FINE = {"skala": [*DATA["skala"], EIGHT]}
PAIR = {"id": "par", "titel": "Par", "slag": "par", "plus": "E1", "minus": "M3"}
QUIET = {"regler": {"konflikt": {"spann": 200, "dold_min": 1}}}
"""No gap and no masked group is found."""

GENDER = ("kon", "grupp", {"kvinnor": False, "man": False}, True)
"""A facet, as `split_plan` takes it."""

STRATEGY = {"strategimal": [{"id": "jobb", "namn": "Jobb"}, {"id": "miljo", "namn": "Miljö"}]}


def conflicts(plan, *answers, **written):
    """Conflicts by id for each row; `written` is status and filled fields by conflict id."""
    block = answers_to(plan, *answers)
    for id_, (status, fields) in written.items():
        place = plan.detectors.index[id_.replace("_", "-")]
        block.statuses[:, place] = STATUSES.index(status)
        block.conflict_written[:, place] = sum(1 << FIELDS.index(field) for field in fields)
    found = [{conflict.id: conflict for conflict in o.conflicts} for o in outcomes(plan, evaluate(plan, block))]
    return found if len(answers) > 1 else found[0]


def rules(*given, **tables):
    """The plan of the worked checklist with some declared conflicts, and quiet about gaps and masked groups."""
    return worked_plan(malkonflikt=list(given), **(QUIET | tables))


def split_plan(*facets, rule=None, **changes):
    """A plan where S1 may be split on facets, each `(id, kind, {category: long term}, protected)`."""
    tables = [
        {
            "id": id_,
            "namn": id_,
            "slag": kind,
            "skyddad": protected,
            "kategorier": [{"id": c, "text": c, "lang_sikt": later} for c, later in categories.items()],
        }
        for id_, kind, categories, protected in facets
    ]
    items = worked_items(S1={"fasetter": [facet[0] for facet in facets], **changes})
    return rules(*([rule] if rule else []), fasett=tables, avsnitt=items)


def split(plan, *grades, answers=ANSWERS):
    """Conflicts by id when S1 is split on such grades, one for each category."""
    block = answers_to(plan, answers)
    block.facets[0] = [10 if grade is None else plan.questions.code_of[0][grade] for grade in grades]
    (outcome,) = outcomes(plan, evaluate(plan, block))
    return {conflict.id: conflict for conflict in outcome.conflicts}
