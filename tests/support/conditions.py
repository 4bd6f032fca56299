"""Conditions held against answers to the worked checklist, as the gates that ask them."""

from support.worked import ANSWERS, answers_to, worked_items, worked_plan

from hallbarhet.scoring.evaluate import evaluate


def plan_with(*conditions, extra=(), **tables):
    """A plan whose gates have these conditions, in order."""
    gates = [
        {"id": f"g{n}", "efter": "fragor", "titel": "G", "verkan": "krav", "om": condition}
        for n, condition in enumerate(conditions)
    ]
    (part,) = tables.pop("avsnitt", worked_items())
    part = part | {"punkt": [*part["punkt"], *extra]}
    return worked_plan(hallplats=gates, avsnitt=[part], **tables)


def truth(condition, answers, **tables):
    """How one condition comes out when some of the usual answers are replaced."""
    plan = plan_with(condition, **tables)
    return evaluate(plan, answers_to(plan, ANSWERS | answers)).gates.triggered[0, 0]
