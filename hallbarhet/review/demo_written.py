"""The hand-written cases of the demo archive: read from `cases/` and walked through, answer by answer."""

import tomllib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from hallbarhet.assessment.model import (
    Assessment,
    Case,
    ConflictHandling,
    GateAnswer,
    GateDecision,
    Judgement,
)
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Checklist
from hallbarhet.review.demo_steps import Aftermath, DemoClock, after_completion, saved, say

_CASES = Path(__file__).parent / "cases"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "hallbarhet.demo")


@dataclass(frozen=True)
class WrittenCase:
    """One case file: the record's own keys, in the order an officer meets them."""

    name: str
    data: Mapping[str, Any]

    @property
    def checklist_id(self) -> str:
        """The checklist it is assessed with."""
        return str(self.data["checklista"])

    @property
    def id(self) -> str:
        """The id of its record, the same every time."""
        return id_of(self.name)

    @property
    def saved_at(self) -> datetime:
        """When its record was last saved."""
        return max(value for value in self.data.values() if isinstance(value, datetime))


def id_of(name: str) -> str:
    """The id of the record of a named case, so that cases can point to each other by name."""
    return str(uuid.uuid5(_NAMESPACE, name))


def written_cases() -> tuple[WrittenCase, ...]:
    """Every hand-written case, in the order of their numbers."""
    cases = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(_CASES.glob("*.toml"))}
    for data in cases.values():
        if other := data.get("samma_arende") or data.get("foregaende"):
            data.setdefault("arende", cases[other]["arende"])
    return tuple(WrittenCase(name, data) for name, data in cases.items())


def walk_through(case: WrittenCase, checklist: Checklist) -> Assessment:
    """The assessment of a hand-written case, driven through a session from the first answer to the last."""
    return saved(_walked(case, checklist), case.saved_at)


def _walked(case: WrittenCase, checklist: Checklist) -> Assessment:
    data = case.data
    clock = DemoClock(data["skapad"])
    session = AssessmentSession(checklist, _opened(case, checklist), clock=clock)
    _answer(session, data["svar"])
    clock.now = data["klar"]
    for decision in data.get("hallplats", ()):
        session.decide(_decision(session, decision, clock.now))
    for handling in data.get("malkonflikt", ()):
        session.handle(ConflictHandling.model_validate(handling))
    if "samlad_bedomning" in data:
        session.conclude(Judgement.model_validate(data["samlad_bedomning"]))
    if data["status"] == "utkast" and "oppnad" not in data:
        return session.assessment
    session.complete()
    if "oppnad" in data:
        clock.now = data["oppnad"]
        session.reopen(data["oppnad_skal"])
        _answer(session, data["efter"]["svar"])
        return session.assessment
    return after_completion(session.assessment, _aftermath(data))


def _opened(case: WrittenCase, checklist: Checklist) -> Assessment:
    data = case.data
    described = Case.model_validate(data["arende"])
    start = new_assessment(checklist, described, officer=data["handlaggare"], id=case.id, now=data["skapad"])
    header = start.header.model_copy(
        update={
            "stage": data.get("skede", "ansokan"),
            "previous": id_of(data["foregaende"]) if "foregaende" in data else "",
            "role": data.get("roll", "forsta"),
            "parties": tuple(map(id_of, data.get("parter", ()))),
        }
    )
    return start.model_copy(update={"header": header})


def _answer(session: AssessmentSession, answers: Mapping[str, Any]) -> None:
    """Answers in walking order, so that a follow-up is answered after its trigger; a bare number is a grade."""
    for item in session.checklist.items:
        if item.id in answers:
            said = answers[item.id]
            say(session, item.id, said if isinstance(said, dict) else {"grad": said})


def _decision(session: AssessmentSession, written: Mapping[str, Any], now: datetime) -> GateDecision:
    """A decision at a gate; who answers for it and when follow from the case where they are not written."""
    gate = session.checklist.gate_by_id[written["id"]]
    said = tuple(
        GateAnswer(question=question, answer=answer)
        for question, answer in zip(gate.questions, written["svar"], strict=True)
    )
    decided = "beslut" in written
    return GateDecision(
        id=gate.id,
        questions=said,
        decision=written.get("beslut"),
        rationale=written.get("motivering", ""),
        responsible=session.officer if decided else "",
        decided_on=now.date() if decided else None,
        handed_in=tuple(written.get("inlamnat", ())),
    )


def _aftermath(data: Mapping[str, Any]) -> Aftermath:
    decision = Case.model_validate(data["beslut"]).model_dump(exclude_unset=True) if "beslut" in data else None
    return Aftermath(data.get("granskare", ""), data.get("granskad"), decision)
