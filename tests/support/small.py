"""A checklist small enough to hold in the head, and the sessions that tests open on it."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

from hallbarhet.assessment.model import Case
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Checklist

CLOCK = datetime(2026, 11, 21, 14, 32, 10, tzinfo=UTC)

SMALL = (Path(__file__).parent / "small.toml").read_text(encoding="utf-8")


def small_checklist() -> Checklist:
    return Checklist.model_validate(tomllib.loads(SMALL), by_alias=True, by_name=False)


def small_case(**fields: object) -> Case:
    whole = {"diary_number": "RUN/1/2026", "support_form": "projektmedel", "title": "Cykelled", "applicant": "Byalaget"}
    return Case(**({"amount_applied": 100_000} | whole | fields))


def open_session(case: Case | None = None, checklist: Checklist | None = None) -> AssessmentSession:
    chosen = checklist or small_checklist()
    start = new_assessment(
        chosen, case or small_case(), officer="Eva Ek", id="0193f2a0-0000-7000-8000-000000000001", now=CLOCK
    )
    return AssessmentSession(chosen, start, clock=lambda: CLOCK)
