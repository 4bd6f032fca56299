"""Plans of the checklists in use, so that a session compiles its checklist once."""

from collections import OrderedDict

from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.compiling.plan import compile_plan
from hallbarhet.scoring.plan import Plan

KEPT = 8
"""Plans kept: more checklists than that are not worked with at once, and a plan is quick to make again."""

_plans: OrderedDict[int, tuple[Checklist, Plan]] = OrderedDict()
"""By the identity of the checklist, which is held on to so that its identity is not used again."""


def plan_of(source: Checklist | Plan) -> Plan:
    """The plan of a checklist, compiled when first asked for; a plan is its own."""
    if isinstance(source, Plan):
        return source
    known = _plans.get(id(source))
    if known is not None:
        return known[1]
    plan = compile_plan(source)
    _plans[id(source)] = (source, plan)
    while len(_plans) > KEPT:
        _plans.popitem(last=False)
    return plan
