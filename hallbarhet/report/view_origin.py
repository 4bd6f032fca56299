"""Where a report comes from: checklist, fingerprints, seal, program, sources and events."""

from dataclasses import dataclass
from datetime import datetime

from hallbarhet.assessment.model import Assessment
from hallbarhet.checklist.model import Checklist
from hallbarhet.report.parts import Fact, Link, Row, Table, codes, columns, facts, links
from hallbarhet.texts import report as texts
from hallbarhet.texts import swedish


@dataclass(frozen=True, slots=True)
class OriginView:
    """What somebody needs to find the same checklist and record again, and to check them."""

    facts: tuple[Fact, ...]
    sources_heading: str
    sources: tuple[Link, ...]
    tables: tuple[Table, ...]


def origin_view(checklist: Checklist, assessment: Assessment) -> OriginView:
    """Identity of checklist and record; a fingerprint that differs from the record's stands beside it."""
    header, reference = checklist.header, assessment.checklist
    same = reference.fingerprint == checklist.fingerprint
    result = assessment.result
    told = (
        *facts(
            (texts.CHECKLIST, header.title),
            (texts.CHECKLIST_ID, texts.checklist_version(header.id, header.version)),
            (texts.REGION, header.region),
            (texts.VALID_FROM, swedish.day(header.valid_from) if header.valid_from else ""),
        ),
        *codes((texts.FINGERPRINT, checklist.fingerprint)),
        *facts((texts.CHECKLIST_OF_RECORD, "" if same else texts.checklist_version(reference.id, reference.version))),
        *codes(
            (texts.FINGERPRINT_OF_RECORD, "" if same else reference.fingerprint),
            (
                texts.BUILT_ON,
                "\n".join(texts.origin(base.id, base.version, base.fingerprint) for base in checklist.origins),
            ),
            (texts.RECORD_ID, assessment.header.id),
            (texts.PREVIOUS, assessment.header.previous),
            (texts.PARTIES, "\n".join(assessment.header.parties)),
        ),
        *facts((texts.CREATED, swedish.moment(assessment.header.created_at))),
        *_seal(assessment),
        *facts(
            (texts.ENGINE, str(result.get("motor", ""))),
            (texts.METHOD, str(result.get("metod", ""))),
            (texts.COMPUTED_AT, _moment(result.get("beraknad"))),
        ),
    )
    return OriginView(
        told,
        texts.SOURCES if header.sources else "",
        links((source.title, source.link) for source in header.sources),
        (*_dropped_table(checklist), *_event_table(assessment)),
    )


def _seal(assessment: Assessment) -> tuple[Fact, ...]:
    if assessment.extract is not None:
        label, value = texts.EXTRACT_OF, assessment.extract.from_seal
    else:
        label, value = texts.SEAL, assessment.seal.value if assessment.seal else ""
    return codes((label, value)) or facts((label, texts.NO_SEAL))


def _moment(value: object) -> str:
    return swedish.moment(value) if isinstance(value, datetime) else str(value or "")


def _dropped_table(checklist: Checklist) -> tuple[Table, ...]:
    rows = tuple(Row(entry.id, (entry.kind, entry.reason)) for entry in checklist.dropped)
    heads = columns(texts.NAME, texts.KIND, texts.WHY)
    return (Table("tabell-borttaget", texts.DROPPED_TABLE, heads, rows),) if rows else ()


def _event_table(assessment: Assessment) -> tuple[Table, ...]:
    rows = tuple(
        Row(swedish.moment(event.at), (event.who or texts.NOT_STATED, event.what)) for event in assessment.events
    )
    heads = columns(texts.WHEN, texts.WHO, texts.WHAT)
    return (Table("tabell-handelser", texts.EVENT_TABLE, heads, rows),) if rows else ()
