"""Invented cases made from sentences and facts: as many as wanted, each from its own number and the seed."""

from collections.abc import Mapping
from dataclasses import dataclass

from hallbarhet.assessment.model import Answer, Assessment
from hallbarhet.assessment.moment import Moment, new_assessment
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Checklist
from hallbarhet.review.demo_answers import Answerer, drifted
from hallbarhet.review.demo_bank import Bank, bank_for
from hallbarhet.review.demo_facts import Facts, Relation, decision, facts, related, stream
from hallbarhet.review.demo_judging import Officer, ending_gate
from hallbarhet.review.demo_steps import Aftermath, DemoClock, after_completion, saved

_RELATED: Mapping[Relation, float] = {"ingen": 0.8, "andra": 0.08, "slutrapport": 0.07, "uppfoljning": 0.05}
_DRIFT = 0.25
"""How many of the judged questions a second reader, or the outcome, answers anew."""


@dataclass(frozen=True)
class Maker:
    """Makes cases for one checklist."""

    checklist: Checklist
    bank: Bank
    seed: int

    def make(self, index: int) -> Assessment:
        """Case number `index`; an odd one may be a second assessment of the one before it."""
        found = facts(self.checklist, self.bank, seed=self.seed, index=index)
        given = self._answers(found)
        previous = ""
        if (first := self._followed(index)) is not None:
            rng = stream(self.seed, index, "samband")
            relation = rng.choices(list(_RELATED), weights=list(_RELATED.values()))[0]
            if relation != "ingen":
                found = related(first, relation, rng)
                previous = "" if relation == "andra" else first.id
                given = drifted(self._answers(first), given, rng, _DRIFT)
        return saved(self._assessed(found, given, previous), found.finished_at)

    def _assessed(self, found: Facts, given: tuple[Answer, ...], previous: str) -> Assessment:
        """The case as it stands in the archive.

        What an officer would write is put in place in one go, and completed by the same session that refuses an
        officer when anything is missing.
        """
        rng = stream(self.seed, found.index, "gang")
        officer = Officer(self.checklist, self.bank, found, rng)
        kept = given[: rng.randrange(1, len(given) + 1)] if found.status == "utkast" else given
        start = self._asked(self._opened(found, previous), self._before_the_end(found, kept))
        outcome = Moment(self.checklist, start).outcome
        gates = officer.gates(start, outcome, passed=self._passed(start, is_draft=found.status == "utkast"))
        decided = start.model_copy(update={"gates": gates})
        if found.status == "utkast":
            return decided
        ended = any(gate.decision == "avsluta" for gate in gates)
        if not ended:
            judgement = officer.judgement(decided, outcome)
            decided = decided.model_copy(update={"conflicts": officer.conflicts(outcome), "judgement": judgement})
        finished = AssessmentSession(self.checklist, decided, clock=DemoClock(found.finished_at)).complete()
        goes_on = not ended and finished.judgement.recommendation in {"vidare", "vidare_med_villkor"}
        reviewed = found.status == "granskad"
        return after_completion(
            finished,
            Aftermath(
                reviewer=found.reviewer if reviewed else "",
                reviewed_at=found.finished_at if reviewed else None,
                decision=decision(found, rng, goes_on=goes_on) if found.relation == "ingen" else None,
            ),
        )

    def _answers(self, found: Facts) -> tuple[Answer, ...]:
        return Answerer(self.checklist, self.bank, found, stream(self.seed, found.index, "svar")).answers()

    def _followed(self, index: int) -> Facts | None:
        """The case before, if there can be a second assessment of it. Only odd cases follow, so the chain is short."""
        if index % 2 == 0:
            return None
        first = facts(self.checklist, self.bank, seed=self.seed, index=index - 1)
        return first if first.status != "utkast" and first.profile.ending == "klar" else None

    def _opened(self, found: Facts, previous: str) -> Assessment:
        start = new_assessment(self.checklist, found.case, officer=found.officer, id=found.id, now=found.created_at)
        stage = found.relation if found.relation in {"uppfoljning", "slutrapport"} else "ansokan"
        role = "andra" if found.relation == "andra" else "forsta"
        header = start.header.model_copy(update={"stage": stage, "role": role, "previous": previous})
        return start.model_copy(update={"header": header})

    def _before_the_end(self, found: Facts, given: tuple[Answer, ...]) -> tuple[Answer, ...]:
        """The answers up to the gate that ended the case; all of them when none did."""
        ending = ending_gate(self.checklist)
        if found.profile.ending != "avsluta" or ending is None:
            return given
        sections = [section.id for section in self.checklist.sections]
        asked = sections[: sections.index(ending.after) + 1]
        return tuple(answer for answer in given if self.checklist.section_of[answer.item].id in asked)

    def _asked(self, start: Assessment, given: tuple[Answer, ...]) -> Assessment:
        """The answers to questions that are asked in this case, by its depth and its follow-ups."""
        answered = start.model_copy(update={"answers": given})
        activity = Moment(self.checklist, answered).activity
        asked = tuple(answer for answer in given if activity.get(answer.item, "aktiv") == "aktiv")
        return answered.model_copy(update={"answers": asked})

    def _passed(self, assessment: Assessment, *, is_draft: bool) -> set[str]:
        """The parts that are behind: all, or in a draft those before the part of its last answer."""
        sections = [section.id for section in self.checklist.sections]
        if not is_draft:
            return set(sections)
        last = assessment.answers[-1].item if assessment.answers else self.checklist.items[0].id
        return set(sections[: sections.index(self.checklist.section_of[last].id)])


def maker(checklist: Checklist, seed: int) -> Maker:
    """A maker of cases for a checklist, with its own bank of sentences where there is one."""
    return Maker(checklist, bank_for(checklist), seed)
