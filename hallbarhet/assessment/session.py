"""One officer's work on one assessment: the only thing that changes, one frozen assessment at a time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from hallbarhet.assessment import walk
from hallbarhet.assessment.completion import finished, reopened
from hallbarhet.assessment.conflicts import as_found
from hallbarhet.assessment.decided import may_still_change, noted_late
from hallbarhet.assessment.entering import annotated, answered, as_asked, being_written, with_decision, without
from hallbarhet.assessment.gaps import Missing, first_open, missing
from hallbarhet.assessment.history import Edge, History
from hallbarhet.assessment.model import (
    Answer,
    Assessment,
    Case,
    Choice,
    ConflictHandling,
    Depth,
    FreeText,
    GateDecision,
    Judged,
    Judgement,
    Noted,
    NotRelevant,
    Quantity,
    Unknown,
)
from hallbarhet.assessment.moment import Moment, marked, rule_says_deep
from hallbarhet.assessment.walk import Activity, Step
from hallbarhet.checklist.canonical import normalised
from hallbarhet.checklist.model import Checklist, Item
from hallbarhet.errors import NotAllowedError
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.texts import session as texts
from hallbarhet.texts import walk as walk_texts

WORDS = "ord"
"""A run of words written about one answer."""


class AssessmentSession:
    """Answers, undo and redo, gates, conflicts, completion. Keeping it on disk is the caller's work."""

    def __init__(
        self,
        checklist: Checklist,
        assessment: Assessment,
        *,
        clock: Callable[[], datetime],
        officer: str = "",
        changes: tuple[Sequence[Edge], int] = ((), 0),
    ) -> None:
        """`changes` are those of earlier sessions, and how many of them stand."""
        self.clock = clock
        self.officer = officer or assessment.header.officer
        self.history = History(Moment(checklist, assessment), *changes)
        self._sealed: Assessment | None = None  # as it stood before a decision was written to what is finished

    # What stands

    @property
    def checklist(self) -> Checklist:
        """The checklist that is asked."""
        return self._now.checklist

    @property
    def assessment(self) -> Assessment:
        """The assessment as it stands."""
        return self._now.assessment

    @property
    def activity(self) -> Mapping[str, Activity]:
        """Which questions are asked now."""
        return self._now.activity

    @property
    def outcome(self) -> Outcome:
        """What scoring says now, without robustness."""
        return self._now.outcome

    @property
    def full_outcome(self) -> Outcome:
        """What scoring says now, with robustness."""
        return self._now.full_outcome

    @property
    def steps(self) -> tuple[Step, ...]:
        """The walk as it looks now."""
        return walk.steps(self.checklist, self.assessment, self.activity, self.outcome)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What stands in the way of completion."""
        return missing(self.checklist, self.assessment, self.activity, self.outcome)

    @property
    def first_open(self) -> Step:
        """The first step with something left to do."""
        return first_open(self.checklist, self.assessment, self.activity, self.outcome)

    @property
    def is_complete(self) -> bool:
        """Whether the assessment is finished and sealed; it takes a reason to open it again."""
        return self.assessment.header.status != "utkast"

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self.history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone step to do again."""
        return self.history.can_redo

    def answer_to(self, item_id: str) -> Answer | None:
        """The answer to a question, if there is any."""
        return self.assessment.answer_by_item.get(item_id)

    # Answers

    def judge(self, item_id: str, grade: float) -> None:
        """Answer with a grade. Words and facets already there are kept."""
        item = self._item(item_id)
        scale = self.checklist.scale_of(item)
        if scale is None or grade not in scale.by_grade:
            raise NotAllowedError(texts.not_on_the_scale(item.name))
        old = self.answer_to(item_id)
        facets = old.facets if isinstance(old, Judged) else {}
        anchor = scale.by_grade[grade]
        self._answer(item, Judged, grade=anchor.grade, label=anchor.text, facets=facets)

    def unknown(self, item_id: str, who_can_answer: str = "") -> None:
        """Answer *vet inte*, with who can answer if known."""
        run = WORDS if isinstance(self.answer_to(item_id), Unknown) else ""
        self._answer(self._item(item_id), Unknown, run=run, who_can_answer=normalised(who_can_answer))

    def not_relevant(self, item_id: str) -> None:
        """Answer *ej relevant*; the reason is written as the rationale."""
        item = self._item(item_id)
        if not self.checklist.may_be_waived(item):
            raise NotAllowedError(texts.may_not_be_waived(item.name))
        self._answer(item, NotRelevant)

    def write(self, item_id: str, content: str) -> None:
        """Answer a text question; no words at all is no answer."""
        item = self._item(item_id)
        if content.strip():
            self._answer(item, FreeText, run=WORDS, content=normalised(content))
        else:
            self.clear(item_id)

    def measure(self, item_id: str, value: float) -> None:
        """Answer a question in numbers."""
        item = self._item(item_id)
        low, high = item.at_least, item.at_most
        if (low is not None and value < low) or (high is not None and value > high):
            raise NotAllowedError(texts.outside_the_range(item.name, low, high, item.unit))
        self._answer(item, Quantity, value=value)

    def choose(self, item_id: str, chosen: tuple[str, ...]) -> None:
        """Answer with alternatives; none chosen is no answer."""
        item = self._item(item_id)
        labels = {alternative.id: alternative.text for alternative in item.alternatives}
        if not chosen:
            self.clear(item_id)
            return
        in_order = tuple(id_ for id_ in labels if id_ in chosen)
        if len(in_order) != len(set(chosen)) or (len(in_order) > 1 and not item.several):
            raise NotAllowedError(texts.not_an_alternative(item.name))
        self._answer(item, Choice, chosen=in_order, labels=tuple(labels[id_] for id_ in in_order))

    def split(self, item_id: str, facet_id: str, grades: Mapping[str, float]) -> None:
        """Split a judged answer on a facet's categories; an empty split takes the facet away."""
        item = self._item(item_id)
        old = self.answer_to(item_id)
        if not isinstance(old, Judged):
            raise NotAllowedError(texts.answer_before_facets(item.name))
        facets = {id_: dict(split) for id_, split in old.facets.items() if id_ != facet_id}
        if grades:
            categories = self.checklist.facet_by_id[facet_id].categories
            facets[facet_id] = {entry.id: grades[entry.id] for entry in categories if entry.id in grades}
        ordered = {id_: facets[id_] for id_ in item.facets if id_ in facets}
        self._answer(item, Judged, grade=old.grade, label=old.label, facets=ordered)

    def explain(self, item_id: str, rationale: str) -> None:
        """Write the rationale, also before an answer is chosen."""
        self._annotate(item_id, rationale=normalised(rationale))

    def cite(self, item_id: str, evidence: tuple[str, ...]) -> None:
        """Write what the answer builds on, such as a page of the application."""
        self._annotate(item_id, evidence=tuple(normalised(line) for line in evidence if line.strip()))

    def mark_internal(self, item_id: str, internal: bool) -> None:
        """Keep this answer out of the public version, or let it in."""
        self._annotate(item_id, internal=internal)

    def clear(self, item_id: str) -> None:
        """Take an answer away. Words written for it stay."""
        old = self.answer_to(item_id)
        if old is None:
            return
        item = self._item(item_id)
        if old.rationale or old.evidence:
            self._answer(item, Noted)
            return
        self._change(Step("fraga", item_id), answers=without(self.assessment, item_id))

    # The case, gates, conflicts and the judgement

    def describe_case(self, case: Case) -> None:
        """Replace the case data; of a finished assessment what its seal leaves out, which the events then tell."""
        now = self.assessment
        if not (self.is_complete and may_still_change(now.case, case)):
            self._change(walk.CASE, run=being_written(now.case, case), case=case)
        elif case != now.case:
            if self._sealed is None or self._sealed.seal is not now.seal:
                self._sealed = now
            late = noted_late(self._sealed, case, who=self.officer, now=self.clock())
            self.history.set(Moment(self.checklist, late))  # no answer is marked anew: that is sealed

    def set_officer(self, name: str) -> None:
        """Say whose assessment this is."""
        self.officer = normalised(name)
        self._change(walk.CASE, header=self.assessment.header.model_copy(update={"officer": self.officer}))

    def set_depth(self, depth: Depth, reason: str = "") -> None:
        """Go deeper freely; shallower than the checklist's rule only with a reason."""
        chosen = {"depth": depth, "depth_reason": normalised(reason)}
        if depth == "kort" and rule_says_deep(self.checklist, self.assessment) and not reason.strip():
            raise NotAllowedError(texts.SHALLOWER_NEEDS_REASON)
        self._change(walk.WHOLE, header=self.assessment.header.model_copy(update=chosen))

    def carry_to(self, checklist: Checklist, carried: Assessment) -> None:
        """Go on with another checklist, with the assessment as it was carried over to it."""
        self._refuse_when_complete()
        self._move(carried, walk.WHOLE, checklist=checklist)

    def decide(self, decision: GateDecision) -> None:
        """Decide at a gate, whole or in part. The gate's title and questions are kept as asked."""
        gate = self.checklist.gate_by_id[decision.id]
        whole = as_asked(gate, decision)
        run = being_written(self.assessment.gate_by_id.get(gate.id), whole)
        gates = with_decision(self.checklist, self.assessment, whole)
        self._change(Step("hallplats", gate.id), run=run, gates=gates)

    def handle(self, handling: ConflictHandling) -> None:
        """Write how a goal conflict is handled, or add one the rules did not see (`own=True`)."""
        found = next((entry for entry in self.outcome.conflicts if entry.id == handling.id), None)
        if found is not None and not handling.own:
            handling = as_found(self.checklist, found, handling)
        field = being_written(self.assessment.conflict_by_id.get(handling.id), handling)
        handlings = {**self.assessment.conflict_by_id, handling.id: handling}
        run = f"{handling.id} {field}" if field else ""
        self._change(walk.CONFLICTS, run=run, conflicts=tuple(handlings.values()))

    def withdraw(self, conflict_id: str) -> None:
        """Take away a conflict that the officer added."""
        kept = tuple(entry for entry in self.assessment.conflicts if entry.id != conflict_id or not entry.own)
        self._change(walk.CONFLICTS, conflicts=kept)

    def conclude(self, judgement: Judgement) -> None:
        """Write the overall judgement, whole or in part."""
        run = being_written(self.assessment.judgement, judgement)
        self._change(walk.JUDGEMENT, run=run, judgement=judgement)

    # Undo

    def undo(self) -> Step | None:
        """Take back the last change and say where it was."""
        return self.history.back()

    def redo(self) -> Step | None:
        """Do an undone change again and say where it was."""
        return self.history.forth()

    # The end

    def complete(self) -> Assessment:
        """Finish: refuse while anything is missing, otherwise store the result and seal it."""
        self._refuse_when_complete()
        if gaps := self.missing:
            raise NotAllowedError(walk_texts.not_completed(tuple(gap.sentence for gap in gaps)))
        self._end(finished(self._now, who=self.officer, now=self.clock()))
        return self.assessment

    def reopen(self, reason: str) -> None:
        """Open a finished assessment again; the reason and the old seal stay in the events."""
        self._end(reopened(self.assessment, reason, who=self.officer, now=self.clock()))

    # Below the counter

    def _item(self, item_id: str) -> Item:
        item = self.checklist.item_by_id.get(item_id)
        if item is None:
            raise NotAllowedError(texts.no_such_question(item_id))
        return item

    def _answer(self, item: Item, kind: type[Answer], *, run: str = "", **fields: Any) -> None:
        answers = answered(self.checklist, self.assessment, item, kind, fields)
        self._change(Step("fraga", item.id), run=run, answers=answers)

    def _annotate(self, item_id: str, **fields: Any) -> None:
        item = self._item(item_id)
        old = self.answer_to(item_id)
        if old is None:
            self._answer(item, Noted, run=WORDS, **fields)
        else:
            self._change(Step("fraga", item_id), run=WORDS, answers=annotated(self.assessment, old, fields))

    def _change(self, step: Step, *, run: str = "", **fields: Any) -> None:
        self._refuse_when_complete()
        changed = self.assessment.model_copy(update=fields)
        if changed == self.assessment:
            return
        self._move(changed, step, run=run)

    def _refuse_when_complete(self) -> None:
        if self.is_complete:
            raise NotAllowedError(walk_texts.ALREADY_COMPLETE)

    def _move(self, assessment: Assessment, step: Step, *, run: str = "", checklist: Checklist | None = None) -> None:
        asked = checklist or self.checklist
        moment = Moment(asked, assessment)
        told = marked(assessment, moment.activity)
        self.history.move(Moment(asked, told), step, run=run)

    def _end(self, assessment: Assessment) -> None:
        """What is sealed is opened with a reason, not undone."""
        self._move(assessment, walk.DONE)
        self.history.forget()

    @property
    def _now(self) -> Moment:
        return self.history.now
