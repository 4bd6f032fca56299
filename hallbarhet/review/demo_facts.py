"""Who applied for what, where and when in an invented case, and how far its assessment has come."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from random import Random
from typing import Any, Literal

from hallbarhet.assessment.model import Case, Status
from hallbarhet.assessment.personal import has_check_digit
from hallbarhet.checklist.model import Checklist
from hallbarhet.review.demo_bank import Bank, Teller
from hallbarhet.review.demo_profiles import Profile, draw_profile
from hallbarhet.texts import demo as texts

Relation = Literal["ingen", "andra", "uppfoljning", "slutrapport"]

_SUMMER = range(4, 11)
"""Months of summer time, near enough for invented cases; Windows has no time zones of its own to ask."""
_FIRST_APPLICATION = date(2026, 1, 7)
_DAYS_OF_APPLICATIONS = 290
_LAST_DAY = date(2026, 11, 20)
_FIRST_NUMBER = 1000
"""Diary numbers of made cases begin here, above the hand-written ones."""
_STATUSES: dict[Status, float] = {"utkast": 0.14, "klar": 0.48, "granskad": 0.38}
_SERIAL_NUMBERS = 1000


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything about an invented case but its answers."""

    index: int
    case: Case
    id: str
    names: Mapping[str, str]
    title_number: int
    """Which of the bank's titles it has, for answers that go with the title."""
    officer: str
    reviewer: str
    created_at: datetime
    finished_at: datetime
    status: Status
    profile: Profile
    relation: Relation = "ingen"


def stream(seed: int, index: int, purpose: str) -> Random:
    """Random numbers for one purpose of one case: any case can be made alone, and N does not change the first ones."""
    return Random(f"{seed}:{index}:{purpose}")  # noqa: S311  (invented cases, no secrets)


def facts(checklist: Checklist, bank: Bank, *, seed: int, index: int) -> Facts:
    """The facts of case number `index`."""
    rng = stream(seed, index, "arende")
    names = _names(rng, bank)
    teller = Teller(rng, names)
    profile = draw_profile(rng)
    applied = _FIRST_APPLICATION + timedelta(days=rng.randrange(_DAYS_OF_APPLICATIONS))
    created = _at_work(rng, applied + timedelta(days=rng.randint(5, 21)))
    status = rng.choices(list(_STATUSES), weights=list(_STATUSES.values()))[0] if profile.ending == "klar" else "klar"
    titles = bank.facts("rubriker") or (texts.RUBRIK,)
    title_number = rng.randrange(len(titles))
    officer, reviewer = rng.sample(list(bank.facts("handlaggare")), 2)
    return Facts(
        index=index,
        case=_case(checklist, bank, teller, titles[title_number], applied=applied, index=index),
        id=str(uuid.UUID(int=rng.getrandbits(128), version=4)),
        names=names,
        title_number=title_number,
        officer=officer,
        reviewer=reviewer,
        created_at=created,
        finished_at=_some_days_later(rng, created, 6),
        status=status,
        profile=profile,
    )


def related(first: Facts, relation: Relation, rng: Random) -> Facts:
    """The facts of a second assessment of the same case: by another officer, or when the support has been used."""
    gap = 0 if relation == "andra" else rng.randint(90, 160)
    created = _some_days_later(rng, first.created_at + timedelta(days=gap), 3)
    return Facts(
        index=first.index + 1,
        case=first.case,
        id=str(uuid.UUID(int=rng.getrandbits(128), version=4)),
        names=first.names,
        title_number=first.title_number,
        officer=first.reviewer if relation == "andra" else first.officer,
        reviewer=first.officer,
        created_at=created,
        finished_at=_some_days_later(rng, created, 3),
        status="klar",
        profile=first.profile,
        relation=relation,
    )


def decision(found: Facts, rng: Random, *, goes_on: bool) -> dict[str, Any] | None:
    """The decision on the case, some weeks after the assessment; none where that day has not come."""
    day = _weekday(found.finished_at.date() + timedelta(days=rng.randint(10, 45)))
    amount = found.case.amount_applied
    if day > _LAST_DAY or amount is None:
        return None
    if not goes_on:
        return {"decision": texts.REJECTED, "amount_granted": 0, "decided_on": day}
    share = rng.choice((1, 1, 1, 0.9, 0.8))
    return {"decision": texts.GRANTED, "amount_granted": round(amount * share / 1000) * 1000, "decided_on": day}


def _names(rng: Random, bank: Bank) -> dict[str, str]:
    """Two invented places and the real kommun they are said to lie in."""
    fronts = rng.sample(list(bank.facts("forled")), 2)
    here, there = (front + rng.choice(list(bank.facts("efterled"))) for front in fronts)
    kommun = rng.choice(list(bank.facts("kommuner")) or ["Växjö"])
    return {"ort": here, "ort2": there, "kommun": kommun}


def _case(checklist: Checklist, bank: Bank, teller: Teller, title: str, *, applied: date, index: int) -> Case:
    rng = teller.rng
    applicant = rng.choice(bank.facts("sokande") or ({"namn": texts.APPLICANT, "nummer": "802999"},))
    amount = rng.choice(bank.facts("belopp") or (200_000, 400_000, 800_000, 1_500_000))
    share = rng.choice(bank.facts("andel") or (0.5,))
    starts = applied + timedelta(days=rng.randint(60, 150))
    return Case(
        diary_number=f"RUN/{_FIRST_NUMBER + index}/2026",
        support_form=next(iter(checklist.header.support_forms), "projektmedel"),
        title=teller.fill(title),
        applicant=teller.fill(applicant["namn"]),
        organisation_number=_organisation_number(applicant["nummer"], rng),
        municipalities=(teller.names["kommun"],),
        amount_applied=amount,
        total_cost=round(amount / share / 1000) * 1000,
        applied_on=applied,
        starts_on=starts.replace(day=1),
        ends_on=(starts + timedelta(days=rng.choice((180, 365, 540, 730)))).replace(day=1) - timedelta(days=1),
        own={entry.id: _own_field(entry.kind, applied, rng) for entry in checklist.rules.case_fields},
    )


def _own_field(kind: str, applied: date, rng: Random) -> str | int | date:
    match kind:
        case "tal":
            return rng.randrange(1, 100)
        case "datum":
            return applied
        case _:
            return "–"


def _organisation_number(front: str, rng: Random) -> str:
    """A number with the right check digit, in a series that is not given out; none for a sole trader."""
    if not front:
        return ""
    nine = f"{front}{rng.randrange(_SERIAL_NUMBERS):03}"
    digit = next(digit for digit in "0123456789" if has_check_digit(nine + digit))
    return f"{front}-{nine[6:]}{digit}"


def _at_work(rng: Random, day: date) -> datetime:
    """A moment in office hours, on that day or the next working day."""
    workday = _weekday(min(day, _LAST_DAY))
    swedish = timezone(timedelta(hours=2 if workday.month in _SUMMER else 1))
    return datetime(workday.year, workday.month, workday.day, rng.randint(8, 15), rng.randint(0, 59), tzinfo=swedish)


def _some_days_later(rng: Random, moment: datetime, most: int) -> datetime:
    """A moment in office hours within some days, or the same afternoon where the calendar ends."""
    later = _at_work(rng, moment.date() + timedelta(days=rng.randint(1, most)))
    return later if later > moment else moment + timedelta(minutes=rng.randint(40, 90))


def _weekday(day: date) -> date:
    friday = 4
    return day if day.weekday() <= friday else day - timedelta(days=day.weekday() - friday)
