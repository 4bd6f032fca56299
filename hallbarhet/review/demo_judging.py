"""What an invented officer decides: at gates, about goal conflicts and in the overall judgement."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from hallbarhet.assessment.conflicts import as_found
from hallbarhet.assessment.gaps import goes_against
from hallbarhet.assessment.model import (
    Assessment,
    ConflictHandling,
    ConflictStatus,
    Decision,
    GateAnswer,
    GateDecision,
    Judgement,
    Recommendation,
)
from hallbarhet.assessment.suggestions import suggested_conditions
from hallbarhet.assessment.walk import is_due
from hallbarhet.checklist.model import Checklist, Gate
from hallbarhet.review.demo_bank import Bank, Teller
from hallbarhet.review.demo_facts import Facts
from hallbarhet.scoring.outcome import ConflictOutcome, Outcome

_EVIDENCE_COMES_IN = 0.75
_STATUSES: Mapping[ConflictStatus, float] = {"hanterad": 0.72, "accepterad": 0.2, "avfardad": 0.08}
_NEUTRAL_LEVEL = 3
_MOST_CONDITIONS = 3
_LAST_COMMON_DAY = 28


def ending_gate(checklist: Checklist) -> Gate | None:
    """Where a made case is ended, if it is: at the first gate that is always decided."""
    return next((gate for gate in checklist.gates if gate.effect == "alltid"), None)


@dataclass(frozen=True)
class Officer:
    """Who decides in one made case."""

    checklist: Checklist
    bank: Bank
    facts: Facts
    rng: Random

    @property
    def _tell(self) -> Teller:
        return Teller(self.rng, self.facts.names)

    def gates(self, assessment: Assessment, outcome: Outcome, *, passed: set[str]) -> tuple[GateDecision, ...]:
        """A decision at every gate that is due after the parts that were passed, until one ends the case."""
        decided: list[GateDecision] = []
        for gate in self.checklist.gates:
            if gate.after in passed and is_due(gate, assessment, outcome):
                decided.append(self._decided(gate))
                if decided[-1].decision == "avsluta":
                    break
        return tuple(decided)

    def conflicts(self, outcome: Outcome) -> tuple[ConflictHandling, ...]:
        """Every goal conflict that somebody has to settle, as a careful officer leaves it."""
        return tuple(as_found(self.checklist, found, self._handled(found)) for found in outcome.open_conflicts)

    def judgement(self, assessment: Assessment, outcome: Outcome) -> Judgement:
        """The overall judgement: what the result points to most often, and a reason where it goes the other way.

        `outcome` is the one before anything was decided; a gate that stopped it then has been passed since.
        """
        if outcome.state == "hallplats" and not any(gate.decision == "tank_om" for gate in assessment.gates):
            outcome = replace(outcome, state="niva_klar" if outcome.level.is_settled else "nivaintervall")
        recommended = self._recommendation(assessment, outcome)
        goes_on = recommended in {"vidare", "vidare_med_villkor"}
        against = goes_against(self.checklist, outcome, recommended)
        reason = self._tell.one(self.bank.of("samlad", "avvikelse" if goes_on else "avvikelse_nej"))
        return Judgement(
            text=self._tell.one(self.bank.of("samlad", _tone(outcome))),
            recommendation=recommended,
            conditions=self._conditions(assessment, outcome) if recommended == "vidare_med_villkor" else (),
            deviation_reason=reason if against else "",
        )

    def _decided(self, gate: Gate) -> GateDecision:
        arrives = gate.effect == "krav" and self.rng.random() < _EVIDENCE_COMES_IN
        way = self._way(gate)
        asked = self._asked(gate, goes_on=way == "vidare")
        if arrives:
            return GateDecision(id=gate.id, title=gate.title, questions=asked, handed_in=gate.documents)
        return GateDecision(
            id=gate.id,
            title=gate.title,
            questions=asked,
            decision=way,
            rationale=self._tell.one(self.bank.of("hallplats", way)),
            responsible=self.facts.officer,
            decided_on=self.facts.finished_at.date(),
        )

    def _asked(self, gate: Gate, *, goes_on: bool) -> tuple[GateAnswer, ...]:
        """The gate's questions with their answers; where the case does not go on the reason says it all."""
        bank = self.bank
        return tuple(
            GateAnswer(
                question=question,
                answer=self._tell.one(bank.at_gate(gate.id, place) if goes_on else bank.of("hallplats", "svar")),
            )
            for place, question in enumerate(gate.questions)
        )

    def _way(self, gate: Gate) -> Decision:
        ending = self.facts.profile.ending
        if ending == "avsluta" and gate == ending_gate(self.checklist):
            return "avsluta"
        if gate.effect == "stopp" or (ending == "tank_om" and gate.effect != "krav"):
            return "tank_om"
        return "vidare"

    def _handled(self, conflict: ConflictOutcome) -> ConflictHandling:
        tell, bank = self._tell, self.bank
        status = self.rng.choices(list(_STATUSES), weights=list(_STATUSES.values()))[0]
        dismissed = status == "avfardad"
        day = self.facts.finished_at.date()
        return ConflictHandling(
            id=conflict.id,
            winner=tell.one(bank.of("malkonflikt", "vinner")),
            loser=tell.one(bank.of("malkonflikt", "forlorar")),
            where=tell.one(bank.of("malkonflikt", "var")),
            when=tell.one(bank.of("malkonflikt", "nar")),
            status=status,
            rationale=tell.one(bank.of("malkonflikt", "avfardad") if dismissed else bank.conflict(conflict.id)),
            action=tell.one(bank.of("malkonflikt", "atgard")),
            responsible=tell.one(bank.of("malkonflikt", "ansvarig")),
            follow_up=tell.one(bank.of("malkonflikt", "uppfoljning")),
            follow_up_on=day.replace(year=day.year + 1, day=min(day.day, _LAST_COMMON_DAY)),
            decided_by=tell.one(bank.of("malkonflikt", "beslutsfattare")),
        )

    def _recommendation(self, assessment: Assessment, outcome: Outcome) -> Recommendation:
        if outcome.state == "stopp":
            return "avsluta"
        if any(gate.decision == "tank_om" for gate in assessment.gates) or outcome.state == "ofullstandigt_underlag":
            return "tank_om"
        level = outcome.level.central or 0
        if level > _NEUTRAL_LEVEL:
            return self.rng.choice(("vidare", "vidare_med_villkor"))
        if level == _NEUTRAL_LEVEL:
            return self.rng.choices(("vidare", "vidare_med_villkor", "tank_om"), weights=(2, 7, 1))[0]
        return self.rng.choices(("tank_om", "avsluta", "vidare_med_villkor"), weights=(5, 4, 1))[0]

    def _conditions(self, assessment: Assessment, outcome: Outcome) -> tuple[str, ...]:
        """Some of the conditions that the answers put forward, or one that fits any case."""
        found = suggested_conditions(self.checklist, assessment, outcome)
        texts = [suggestion.text for suggestion in found]
        return tuple(texts[:_MOST_CONDITIONS]) or (self._tell.one(self.bank.of("samlad", "villkor")),)


def _tone(outcome: Outcome) -> str:
    if outcome.state == "ofullstandigt_underlag":
        return "oklar"
    level = outcome.level.central or 0
    return "hog" if level > _NEUTRAL_LEVEL else "medel" if level == _NEUTRAL_LEVEL else "lag"
