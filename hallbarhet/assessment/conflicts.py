"""Goal conflicts in words: the title of one that no rule declared, and its entry in the record."""

from hallbarhet.assessment.model import Assessment, ConflictHandling
from hallbarhet.assessment.names import Names
from hallbarhet.checklist.model import Checklist
from hallbarhet.scoring.outcome import ConflictOutcome, Outcome
from hallbarhet.texts import conflicts as texts


def conflict_title(checklist: Checklist, conflict: ConflictOutcome) -> str:
    """What the conflict is called: the rule's own title, or one made from what stands against what."""
    if conflict.title:
        return conflict.title
    names = [Names(checklist).opposed(id_) for id_ in conflict.against]
    match conflict.kind:
        case "spann":
            return texts.gap(names)
        case "dold":
            return texts.masked(_masked_place(checklist, conflict.id))
        case "fasett":
            return _facet_title(checklist, conflict.id)
        case "strategi":
            return texts.strategy(names)
        case "matris" if conflict.id.startswith("matris-indirekt-"):
            return texts.indirect(names[-1] if names else conflict.id)
        case "matris":
            return texts.matrix(names)
        case _:
            return conflict.id


def as_found(checklist: Checklist, conflict: ConflictOutcome, handling: ConflictHandling | None) -> ConflictHandling:
    """The record's entry for a conflict: what was found now, with what has been written about it."""
    found = {
        "title": conflict_title(checklist, conflict),
        "kind": conflict.kind,
        "severity": conflict.severity,
        "against": conflict.against,
    }
    entry = handling if handling is not None else ConflictHandling(id=conflict.id)
    return entry.model_copy(update=found)


def all_found(checklist: Checklist, assessment: Assessment, outcome: Outcome) -> tuple[ConflictHandling, ...]:
    """Every triggered conflict, and everything the officer wrote about others, as the record keeps them."""
    written = dict(assessment.conflict_by_id)
    found = [
        as_found(checklist, conflict, written.pop(conflict.id, None))
        for conflict in outcome.conflicts
        if conflict.triggered == "utlost" and not _is_own(assessment, conflict.id)
    ]
    return (*found, *written.values())


def _is_own(assessment: Assessment, conflict_id: str) -> bool:
    handling = assessment.conflict_by_id.get(conflict_id)
    return handling is not None and handling.own


def _masked_place(checklist: Checklist, conflict_id: str) -> str:
    """The theme or dimension in an id like `dold-tema-klimat`."""
    return Names(checklist).opposed(conflict_id.split("-", 2)[-1])


def _facet_title(checklist: Checklist, conflict_id: str) -> str:
    """The question and facet in an id like `fasett-jobb-kon`; both may hold hyphens."""
    rest = conflict_id.removeprefix("fasett-")
    for item in checklist.items:
        for facet_id in item.facets:
            if rest == f"{item.id}-{facet_id}":
                return texts.facet_split(item.name, checklist.facet_by_id[facet_id].name)
    return conflict_id
