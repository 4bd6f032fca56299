"""Invented answers to a whole checklist: grades by profile, with a reason where one is needed."""

from collections.abc import Iterator, Mapping
from random import Random

from hallbarhet.assessment.model import Answer, Judged
from hallbarhet.checklist.conditions import Condition, ItemAtom, atoms
from hallbarhet.checklist.entry import Number
from hallbarhet.checklist.model import Checklist, Facet, Item, Scale
from hallbarhet.review.demo_bank import Bank, Teller
from hallbarhet.review.demo_facts import Facts
from hallbarhet.review.demo_profiles import better, draw_grade, worse
from hallbarhet.review.demo_steps import Said, filed

_SLIP = 0.07
"""How often a question that could stop the case has a fault that can be mended."""
_NEEDED = 0.7
"""How often something is said after all where a question only asks what there is: a need, a plan, a follow-up."""
_SPLIT = 0.22
_OPPOSITE = 0.12
_WAIVED = 0.4
_SAYS_WHY_ANYWAY = 0.25
_EVIDENCE = 0.55


class Answerer:
    """Answers one invented case."""

    def __init__(self, checklist: Checklist, bank: Bank, facts: Facts, rng: Random) -> None:
        self.checklist = checklist
        self.bank = bank
        self.facts = facts
        self.rng = rng
        self.tell = Teller(rng, facts.names)
        self._stopping = stopping_grades(checklist)
        stops = facts.profile.ending == "stopp" and self._stopping
        self._stops_at = rng.choice(sorted(self._stopping)) if stops else ""
        self._grades: dict[str, Number] = {}

    def answers(self) -> tuple[Answer, ...]:
        """An answer to every question, in walking order; which of them are asked is for the session to say."""
        return tuple(filed(self.checklist, item, said) for item in self.checklist.items if (said := self._said(item)))

    def _said(self, item: Item) -> Said | None:
        scale = self.checklist.scale_of(item)
        if scale is not None:
            return self._judged(item, scale)
        match item.kind:
            case "text":
                wanted = item.rationale == "alltid" or self.rng.random() < 0.7  # noqa: PLR2004
                return {"fritext": self.tell.one(self.bank.about(item.id, "fritext"))} if wanted else None
            case "tal":
                return self._reasoned(item, {"varde": self._value(item)})
            case _:
                return self._reasoned(item, {"val": self._chosen(item)})

    def _reasoned(self, item: Item, said: Said) -> Said:
        """A number or a choice, with its reason where one must be given."""
        if item.rationale != "alltid":
            return said
        return {**said, "motivering": self.tell.one(self.bank.about(item.id, "plus"))}

    def _judged(self, item: Item, scale: Scale) -> Said:
        rng, profile = self.rng, self.facts.profile
        stops = self._stopping.get(item.id)
        if stops is not None:
            return self._graded(item, scale, self._lawful(item, scale, stops))
        if self.bank.knows(item.id, "ej") and item.may_be_waived and rng.random() < _WAIVED * (profile.odds[2]):
            return {"ej_relevant": self.tell.one(self.bank.about(item.id, "ej"))}
        if rng.random() < profile.unknown:
            return {"vet_inte": self.tell.one(self.bank.who_knows(item.id)), "motivering": self._why_unknown()}
        grade = draw_grade(rng, scale, profile)
        if grade == scale.neutral and item.theme is None and not worse(scale) and rng.random() < _NEEDED:
            grade = rng.choice(better(scale))  # few apply without any need or plan at all
        return self._graded(item, scale, grade)

    def _lawful(self, item: Item, scale: Scale, stops: frozenset[Number]) -> Number:
        """The grade of a question that can stop the case: nearly always in order."""
        if item.id == self._stops_at:
            return self.rng.choice(sorted(stops))
        slips = [grade for grade in worse(scale) if grade not in stops]
        return self.rng.choice(slips) if slips and self.rng.random() < _SLIP else scale.neutral

    def _graded(self, item: Item, scale: Scale, grade: Number) -> Said:
        self._grades[item.id] = grade
        way = "noll" if grade == scale.neutral else "plus" if grade in better(scale) else "minus"
        said: dict[str, object] = {"grad": grade}
        if way != "noll" or item.rationale == "alltid" or (self.bank.knows(item.id, way) and self._sometimes()):
            said["motivering"] = self.tell.one(self.bank.about_grade(item.id, way, grade))
            if self.rng.random() < _EVIDENCE:
                said["underlag"] = (self.tell.one(self.bank.facts("underlag")),)
        if way != "noll" and item.facets and self.rng.random() < _SPLIT:
            facet = self.checklist.facet_by_id[self.rng.choice(item.facets)]
            said["fasetter"] = {facet.id: self._split(facet, scale, grade)}
        return said

    def _split(self, facet: Facet, scale: Scale, grade: Number) -> dict[str, Number]:
        """One category gets the answer itself, the others nothing; now and then the opposite."""
        ids = [category.id for category in facet.categories]
        marked = self.rng.choice(ids)
        against = worse(scale) if grade in better(scale) else better(scale)
        other = against[0] if against and self.rng.random() < _OPPOSITE else scale.neutral
        return {id_: grade if id_ == marked else other for id_ in ids}

    def _value(self, item: Item) -> Number:
        """A number within bounds; one that follows a judged answer goes the same way, less being better."""
        low, high = item.at_least, item.at_most
        span = self.bank.span(item.id)
        if low is not None and low >= 0:
            return self.rng.randrange(*span.steps) if span else min(self.rng.randint(3, 45), int(high or 45))
        size = self.rng.randrange(*(span.steps if span else (10, 300, 5)))
        trigger = next((atom.item for atom in _item_atoms(item.shown_if)), "")
        rises = (self._grades.get(trigger, 0) > 0) == bool(span and span.more_is_better)
        return size if rises else -size

    def _chosen(self, item: Item) -> tuple[str, ...]:
        by_title: Mapping[str, list[list[str]]] = self.bank.own.get("val", {})
        if item.id in by_title:
            return tuple(by_title[item.id][self.facts.title_number])
        return (self.rng.choice(item.alternatives).id,)

    def _why_unknown(self) -> str:
        return self.tell.one(self.bank.facts("okant"))

    def _sometimes(self) -> bool:
        return self.rng.random() < _SAYS_WHY_ANYWAY


def drifted(first: tuple[Answer, ...], again: tuple[Answer, ...], rng: Random, share: float) -> tuple[Answer, ...]:
    """A second set of answers that differs from the first on a share of the judged questions."""
    other = {answer.item: answer for answer in again}
    return tuple(
        other.get(answer.item, answer) if isinstance(answer, Judged) and rng.random() < share else answer
        for answer in first
    )


def stopping_grades(checklist: Checklist) -> dict[str, frozenset[Number]]:
    """The grades that trigger a stopping gate, by question, for gates that name them one question at a time."""
    found: dict[str, frozenset[Number]] = {}
    for gate in checklist.gates:
        for atom in _item_atoms(gate.condition) if gate.effect == "stopp" else ():
            scale = checklist.scale_of(checklist.item_by_id[atom.item])
            if scale is not None:
                grades = frozenset(grade.grade for grade in scale.grades if _holds(atom, grade.grade))
                found[atom.item] = found.get(atom.item, frozenset()) | grades
    return found


def _item_atoms(condition: Condition | None) -> Iterator[ItemAtom]:
    if condition is not None:
        yield from (atom for atom in atoms(condition) if isinstance(atom, ItemAtom))


def _holds(atom: ItemAtom, grade: Number) -> bool:
    """Whether a grade meets an atom's bounds; an atom about status or facets meets none."""
    bounds = (
        (atom.at_least, lambda bound: grade >= bound),
        (atom.at_most, lambda bound: grade <= bound),
        (atom.above, lambda bound: grade > bound),
        (atom.below, lambda bound: grade < bound),
        (atom.equals, lambda bound: grade == bound),
        (atom.one_of, lambda bound: grade in bound),
    )
    named = [test(bound) for bound, test in bounds if bound is not None]
    return bool(named) and all(named) and atom.status is None and atom.facet is None
