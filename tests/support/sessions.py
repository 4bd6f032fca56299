"""Sessions on the small checklist, as far as they have come."""

from datetime import date

from support.small import open_session

from hallbarhet.assessment.model import GateDecision, Judgement
from hallbarhet.assessment.session import AssessmentSession

PASS_GATE = GateDecision(
    id="stanna",
    decision="vidare",
    rationale="I linje med strategin.",
    responsible="Eva Ek",
    decided_on=date(2026, 11, 21),
)


def answered_session() -> AssessmentSession:
    """What must be answered is; the judgement is left."""
    session = open_session()
    session.judge("jobb", 1)
    session.explain("jobb", "Två nya tjänster, ansökan s. 3.")
    session.decide(PASS_GATE)
    session.judge("utslapp", 0)
    return session


def finished_session() -> AssessmentSession:
    """Nothing is left but to complete it."""
    session = answered_session()
    session.conclude(Judgement(text="Bra insats.", recommendation="vidare"))
    return session
