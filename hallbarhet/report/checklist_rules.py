"""The gates, conflict rules, scales and levels of a checklist as they are read in a document."""

from collections.abc import Iterator, Mapping

from hallbarhet.assessment.asked import asked
from hallbarhet.assessment.names import Names
from hallbarhet.checklist.entries import Name
from hallbarhet.checklist.model import Checklist, ConflictRule, Gate, Scale
from hallbarhet.checklist.provenance import Provenance
from hallbarhet.report.checklist_questions import Entry, Group, origin_of
from hallbarhet.report.parts import Paragraphs, Row, Table, columns, facts, paragraphs
from hallbarhet.texts import derivation, swedish
from hallbarhet.texts import document as texts


def gate_group(checklist: Checklist, names: Names, origins: Mapping[Name, Provenance]) -> tuple[Group, ...]:
    """Every gate: where it stands, when it fires and what it asks."""
    titles = {section.id: section.title for section in checklist.sections}
    return _group(tuple(_gate(gate, titles.get(gate.after, gate.after), names, origins) for gate in checklist.gates))


def _gate(gate: Gate, after: str, names: Names, origins: Mapping[Name, Provenance]) -> Entry:
    return Entry(
        heading=gate.title,
        id=gate.id,
        text=(),
        facts=facts(
            (texts.AFTER, after),
            (texts.EFFECT, texts.effect(gate.effect)),
            (texts.FIRES_IF, texts.fires(asked(names, gate.condition)) if gate.condition is not None else ""),
            (texts.GATE_QUESTIONS, "\n".join(gate.questions)),
            (texts.LEGAL, gate.legal_basis),
            (texts.DOCUMENTS, "\n".join(gate.documents)),
            (texts.SUGGESTION, gate.suggestion),
        ),
        origin=origin_of(origins, ("hallplats", gate.id)),
    )


def conflict_group(checklist: Checklist, names: Names, origins: Mapping[Name, Provenance]) -> tuple[Group, ...]:
    """Every declared conflict rule: what stands against what, and what is to be settled."""
    return _group(tuple(_conflict(rule, names, origins) for rule in checklist.conflict_rules))


def _conflict(rule: ConflictRule, names: Names, origins: Mapping[Name, Provenance]) -> Entry:
    severer = [texts.IRREVERSIBLE] if rule.irreversible else []
    severer += [texts.PROTECTED] if rule.protected else []
    return Entry(
        heading=rule.title,
        id=rule.id,
        text=(),
        facts=facts(
            (texts.SILENCED, rule.silence_reason if rule.silenced else ""),
            (texts.WHAT, texts.conflict_kind(rule.kind)),
            (texts.AGAINST, " ".join(_against(rule, names))),
            (texts.SEVERER, " ".join(severer)),
            (texts.TO_SETTLE, rule.to_settle),
            (texts.PROPOSAL, rule.proposal),
            (texts.SUGGESTION, rule.suggestion),
        ),
        origin=origin_of(origins, ("malkonflikt", rule.id)),
    )


def _against(rule: ConflictRule, names: Names) -> Iterator[str]:
    if rule.gains is not None and rule.loses is not None:
        yield texts.pair(names.item(rule.gains), names.item(rule.loses), both_ways=rule.both_ways)
        yield texts.thresholds(rule.threshold_gain, rule.threshold_loss)
    if rule.kind == "spann":
        yield texts.gap([names.group(id_) for id_ in rule.between], rule.threshold)
    for id_ in rule.group.values():
        yield texts.masked(names.group(id_))
    if rule.facet is not None:
        yield texts.facet(names.facet(rule.facet))
    if rule.goals:
        yield texts.strategy([names.group(id_) for id_ in rule.goals])
    if rule.condition is not None:
        yield texts.free(asked(names, rule.condition))


def scale_group(checklist: Checklist, origins: Mapping[Name, Provenance]) -> tuple[Group, ...]:
    """Every scale with the words of its grades."""
    return _group(tuple(_scale(scale, origin_of(origins, ("skala", scale.id))) for scale in checklist.scales))


def _scale(scale: Scale, origin: str) -> Entry:
    lowest = scale.grades[0].grade
    rows = tuple(
        Row(
            f"{'+' if grade.grade > 0 > lowest else ''}{swedish.plain(grade.grade)}",
            (grade.text, swedish.points(grade.points) if grade.points is not None else "", grade.condition),
        )
        for grade in scale.grades
    )
    has_points = any(grade.points is not None for grade in scale.grades)
    has_conditions = any(grade.condition for grade in scale.grades)
    kept = (True, has_points, has_conditions)
    heads = [texts.WORDS, texts.POINTS, texts.CONDITION]
    shown = [head for head, is_kept in zip(heads, kept, strict=True) if is_kept]
    slim = tuple(
        Row(row.head, tuple(cell for cell, is_kept in zip(row.cells, kept, strict=True) if is_kept)) for row in rows
    )
    return Entry(
        heading=scale.id,
        id="",
        text=paragraphs(texts.POLARITY) if scale.polarity < 0 else (),
        facts=(),
        origin=origin,
        tables=(Table(f"tabell-skala-{scale.id}", texts.SCALE_TABLE, columns(texts.GRADE, *shown), slim),),
    )


def result_sentences(checklist: Checklist, names: Names) -> Paragraphs:
    """How answers become a level in this checklist."""
    rules = checklist.rules
    told = [
        *derivation.STEPS,
        derivation.weights([(dimension.name, dimension.weight) for dimension in checklist.dimensions]),
        derivation.AGGREGATIONS[rules.aggregation],
        *(
            derivation.cap(names.group(id_), cap.below, cap.max_level)
            for id_, caps in rules.caps.items()
            for cap in caps
        ),
        texts.coverage(rules.coverage_min),
        texts.waived(rules.not_relevant_max),
    ]
    if rules.deepened_if is not None:
        told.append(texts.deepened(asked(names, rules.deepened_if)))
    return tuple(told)


def _group(entries: tuple[Entry, ...]) -> tuple[Group, ...]:
    return (Group("", (), entries),) if entries else ()
