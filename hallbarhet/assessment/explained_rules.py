"""Gates and goal conflicts told step by step, down to the atoms and measures that decided them."""

from hallbarhet.assessment.conflicts import conflict_title
from hallbarhet.assessment.names import Names
from hallbarhet.assessment.told import Told
from hallbarhet.scoring.explanation import AtomPart, ConflictPart, GatePart, Limits, Measured, Seen, Trace
from hallbarhet.texts import explain as texts
from hallbarhet.texts.swedish import plain


def gate_told(names: Names, gate: GatePart) -> Told:
    """One gate: whether it is triggered, what was decided, and what its condition came to."""
    head = texts.gate(names.gate(gate.id), gate.effect, gate.triggered, gate.decision)
    if gate.condition is not None:
        return Told(head, (_trace(names, gate.condition),))
    if gate.unanswered:
        return Told(head, (Told(texts.waits_for([names.item(id_) for id_ in gate.unanswered])),))
    return Told(head, (Told(texts.PART_DONE),))


def conflict_told(names: Names, conflict: ConflictPart) -> Told:
    """One conflict: how severe, and what each detector saw."""
    found = conflict.outcome
    title = conflict_title(names.checklist, found)
    return Told(
        texts.conflict(title, found.triggered, found.severity),
        tuple(part for seen in conflict.seen for part in _seen(names, seen)),
    )


def _seen(names: Names, seen: Seen) -> tuple[Told, ...]:
    parts = [_measured(names, seen.kind, measured) for measured in seen.measured]
    if seen.condition is not None:
        parts.append(_trace(names, seen.condition))
    if seen.triggered == "utlost":
        parts.append(Told(texts.severity(seen.strength, seen.base, seen.irreversible, seen.protected)))
    return tuple(parts)


def _measured(names: Names, kind: str, measured: Measured) -> Told:
    what = [names.goal(id_) if kind in ("matris", "indirekt") else names.anything(id_) for id_ in measured.ids]
    in_points = kind in ("dold", "strategi") and measured.name in ("plus", "minus")
    in_points |= measured.name in texts.POINT_MEASURES
    limit = " och ".join(
        texts.bound(word, texts.amount(measured.name, value, in_points=in_points))
        for word in ("at_least", "at_most", "above", "below")
        if (value := getattr(measured, word)) is not None
    )
    say = texts.paired if kind == "par" else texts.measured
    return Told(say(measured.name, what, _found(measured, in_points=in_points), limit))


def _found(measured: Measured, *, in_points: bool) -> str:
    low, high = measured.value.low, measured.value.high
    if low is None or high is None:
        return texts.STATES["ej_relevant"]
    first, last = (texts.amount(measured.name, value, in_points=in_points) for value in (low, high))
    return texts.between(first, last)


def _trace(names: Names, trace: Trace) -> Told:
    if trace.atom is not None:
        return Told(texts.truth(trace.truth, trace.decides, _atom(names, trace.atom)))
    head = texts.count(limits_told(names, trace.count)) if trace.count else texts.CONNECTIVES[trace.kind]
    parts = tuple(_trace(names, part) for part in trace.parts)
    return Told(texts.truth(trace.truth, trace.decides, head), parts)


def _atom(names: Names, atom: AtomPart) -> str:
    limits = limits_told(names, atom.limits, atom.ids[0])
    match atom.about:
        case "punkt":
            return texts.asked_and_found(
                texts.item_asked(names.item(atom.ids[0]), atom.status, limits), _answer(names, atom)
            )
        case "fasett":
            item, facet = atom.ids
            asked = texts.facet_asked(names.item(item), names.facet(facet), atom.measure or "spann", limits)
            return texts.asked_and_found(asked, texts.worth(atom.low, atom.high))
        case "spann":
            asked = texts.gap_asked([names.group(id_) for id_ in atom.ids], limits)
        case "arende":
            return texts.case_asked(names.case_field(atom.ids[0]), limits)
        case "mal" | "strategimal":
            asked = texts.group_asked(atom.measure or "netto", names.goal(atom.ids[0]), limits)
        case _:
            asked = texts.group_asked(atom.measure or "netto", names.group(atom.ids[0]), limits)
    return texts.asked_and_found(asked, texts.worth(atom.low, atom.high))


def _answer(names: Names, atom: AtomPart) -> str:
    state = texts.STATES[atom.state or "obesvarad"]
    if atom.state != "besvarad":
        is_open = atom.low is not None and atom.high is not None and atom.status is None
        return texts.may_become(state, atom.low or 0, atom.high or 0) if is_open else state
    if atom.chosen:
        return texts.answered(", ".join(_choice(names, atom.ids[0], chosen) for chosen in atom.chosen))
    return texts.answered(plain(atom.low)) if atom.low is not None else state


def limits_told(names: Names, limits: Limits, item: str = "") -> str:
    """What a value is held against, with the words of a question's alternatives."""
    listed = None if limits.one_of is None else [_listed(names, item, value) for value in limits.one_of]
    return texts.limits(limits.at_least, limits.at_most, limits.above, limits.below, listed)


def _listed(names: Names, item: str, value: float | str) -> str:
    return _choice(names, item, value) if isinstance(value, str) else plain(value)


def _choice(names: Names, item: str, id_: str) -> str:
    """The words of an alternative; any other word is itself."""
    found = names.checklist.item_by_id.get(item)
    alternatives = found.alternatives if found else ()
    return next((alternative.text for alternative in alternatives if alternative.id == id_), id_)
