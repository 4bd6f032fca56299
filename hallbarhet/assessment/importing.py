"""Cases and decisions brought into an archive: each row made, changed, left as it was or refused, one record at a time.

A row is known again by the record's id, its diarienummer or its Nyps-id, so the same file can be imported twice.
What an officer has written is never overwritten. A decision may be corrected; the record tells what it was before.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from hallbarhet.assessment import presence
from hallbarhet.assessment.decided import brought
from hallbarhet.assessment.handwritten import as_walked
from hallbarhet.assessment.importing_index import ArchiveIndex, Known, same
from hallbarhet.assessment.importing_one import form_of
from hallbarhet.assessment.importing_rows import CaseRow, own_values, with_values
from hallbarhet.assessment.keeper import as_saved
from hallbarhet.assessment.model import Assessment, Case, Event
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.personal import ten_digits, without_personal
from hallbarhet.assessment.records import LoadedRecord, load
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.shown import caseform
from hallbarhet.assessment.shown.casechecks import remark
from hallbarhet.assessment.storage import StoredRecord, create, name_of
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.errors import ChangedOnDiskError, HallbarhetError
from hallbarhet.texts import importing as texts

Outcome = Literal["ny", "andrad", "oforandrad", "avvisad"]

LEFT_OUT_NUMBER = "(personnummer)"
"""What is told instead of a person's number: the lines may end in a log."""


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one row, or of one record that it concerns."""

    place: str
    outcome: Outcome
    name: str
    sentences: tuple[str, ...] = ()
    used: frozenset[str] = frozenset()
    """Headings that only this row's checklist knows."""

    @property
    def sentence(self) -> str:
        """One line for a person, naming nobody."""
        line = texts.row(self.place, self.outcome, self.name, self.sentences)
        return without_personal(line, LEFT_OUT_NUMBER)


class RefusedError(HallbarhetError):
    """Why a row is left out."""


@dataclass
class Importer:
    """Where rows are brought, by whom and when. Knows which records there are, those it makes itself among them."""

    archive: Path
    library: Library
    index: ArchiveIndex
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    checklist: Checklist | None = None
    """For every new case, whatever its support form."""
    is_trial: bool = False
    """Tell everything, write nothing."""
    _by_form: dict[str, Checklist | None] = field(default_factory=dict)
    _found: dict[str, Checklist] = field(default_factory=dict)
    _imagined: set[str] = field(default_factory=set)
    """Ids of records that would have been made."""

    def run(self, rows: Iterable[CaseRow]) -> Iterator[Told]:
        """Import rows in order, telling of each. Raises NotSavedError when the archive takes nothing more."""
        for row in rows:
            if row.faults:
                yield Told(row.place, "avvisad", row.name, row.faults)
                continue
            try:
                found = self._records(row)
                if not found:
                    yield self._begin(row)
            except RefusedError as refusal:
                yield Told(row.place, "avvisad", row.name, (str(refusal),))
                continue
            for known in found:
                try:
                    yield self._bring(row, known)
                except RefusedError as refusal:
                    yield Told(row.place, "avvisad", known.path.name, (str(refusal),))

    def _records(self, row: CaseRow) -> tuple[Known, ...]:
        """The records a row is about; none when its case is new."""
        id_, number, nyps = (str(row.values.get(key, "")) for key in ("id", "diarienummer", "nyps_id"))
        if id_:
            if not (found := self.index.by_id(id_)):
                raise RefusedError(texts.no_such_id(id_))
            return found
        if not number and not nyps:
            raise RefusedError(texts.NO_KEY)
        if number and (found := self.index.by_diary_number(number)):
            return found
        found = self.index.by_nyps_id(nyps) if nyps else ()
        other = next((known for known in found if number and known.diary_number), None)
        if other is not None:
            raise RefusedError(texts.other_diary_number(nyps, other.diary_number))
        return found

    # A new case

    def _begin(self, row: CaseRow) -> Told:
        if row.is_only_a_decision:
            raise RefusedError(texts.no_case_to_decide(row.name))
        form = self._form_of_new(row)
        checklist = self._checklist(row, form)
        own, wrong, used = own_values(row, checklist.rules.case_fields)
        if wrong:
            raise RefusedError(" ".join(wrong))
        values = {**row.values, "stodform": form or _only(checklist.header.support_forms)}
        case = with_values(Case(own=own), values)
        assessment = self._new(checklist, case, str(row.values.get("handlaggare", "")))
        name = name_of(assessment)
        if not self.is_trial:
            self.library.freeze(checklist)
            session = AssessmentSession(checklist, assessment, clock=self.clock)
            name = create(self.archive, as_saved(session, self.clock())).path.name
        else:
            self._imagined.add(assessment.header.id)
        self.index.add_record(self.archive / name, assessment)
        return Told(row.place, "ny", name, _remarks(row, values, case, checklist), frozenset(used))

    def _new(self, checklist: Checklist, case: Case, officer: str) -> Assessment:
        now = self.clock()
        who = self.library.settings.officer
        made = new_assessment(checklist, case, officer=officer or who, id=self.new_id(), now=now)
        return made.model_copy(update={"events": (*made.events, Event(at=now, who=who, what=texts.IMPORTED))})

    def _form_of_new(self, row: CaseRow) -> str:
        written = str(row.values.get("stodform", ""))
        form = form_of(self.library.settings, written)
        if form is None and written and self.checklist is None and "checklista" not in row.values:
            raise RefusedError(texts.unknown_form(written, [form.name for form in self.library.settings.support_forms]))
        return form or written

    def _checklist(self, row: CaseRow, form: str) -> Checklist:
        """The checklist for a new case: the row's own, the one chosen for all, or the support form's."""
        if name := str(row.values.get("checklista", "")):
            return self._named(name)
        if self.checklist is not None:
            return self.checklist
        if not form:
            raise RefusedError(texts.NO_FORM)
        if form not in self._by_form:
            self._by_form[form] = self.library.for_support_form(form)
        chosen = self._by_form[form]
        if chosen is None:
            raise RefusedError(texts.no_checklist(form))
        return chosen

    def _named(self, name: str) -> Checklist:
        if name not in self._found:
            try:
                self._found[name] = self.library.find(name)
            except HallbarhetError as fault:
                raise RefusedError(str(fault)) from fault
        return self._found[name]

    # A case that is there

    def _bring(self, row: CaseRow, known: Known) -> Told:
        """Add to one record what the row says and the record does not."""
        if known.id in self._imagined:
            return Told(row.place, "oforandrad", known.path.name)
        values = {key: value for key, value in row.values.items() if key in caseform.ATTRIBUTES}
        for key, number in (("diarienummer", known.diary_number), ("nyps_id", known.nyps_id)):
            if same(str(values.get(key, ""))) == same(number):  # the one it was found by, however it is spelled
                values.pop(key, None)
        if form := str(values.get("stodform", "")):
            values["stodform"] = form_of(self.library.settings, form) or form
        if self._says_all(known, row, values):
            return Told(row.place, "oforandrad", known.path.name)
        loaded, checklist = self.opened(known)
        assessment = loaded.assessment if checklist is None else as_walked(checklist, loaded)
        _refuse_another_applicant(row, assessment)
        own, wrong, used = own_values(row, checklist.rules.case_fields if checklist is not None else ())
        if wrong:
            raise RefusedError(" ".join(wrong))
        values |= {f"{caseform.OWN}{id_}": value for id_, value in own.items()}
        change = brought(assessment, values, who=self.library.settings.officer, now=self.clock())
        if not change.is_any:
            return Told(row.place, "oforandrad", known.path.name, change.told, frozenset(used))
        name = known.path.name
        if not self.is_trial:
            stored = self.save(loaded, change.assessment, checklist)
            self.index.add_record(stored.path, change.assessment)
            name = stored.path.name
        said = (*change.told, *_remarks(row, change.values, change.assessment.case, checklist))
        return Told(row.place, "andrad", name, said, frozenset(used))

    def _says_all(self, known: Known, row: CaseRow, values: Mapping[str, Any]) -> bool:
        """Whether a record plainly says what a row says already, so that it need not be opened."""
        if row.others and known.is_draft:
            checklist = self.library.with_fingerprint(known.fingerprint)
            if checklist is None or checklist.rules.case_fields:
                return False
        written = {key: tuple(value) if isinstance(value, list) else value for key, value in known.case.items()}
        return all(written.get(key) == value for key, value in values.items())

    def opened(self, known: Known) -> tuple[LoadedRecord, Checklist | None]:
        """A record and, for a draft, its checklist. Raises RefusedError when it has to be left alone."""
        try:
            loaded = load(known.path)
            is_draft = loaded.assessment.header.status == "utkast"
            checklist = self.library.by_reference(loaded.assessment.checklist) if is_draft else None
        except HallbarhetError as fault:
            raise RefusedError(texts.not_readable(str(fault))) from fault
        if other := presence.holder(known.path, self.clock()):
            raise RefusedError(texts.is_open(other.sentence))
        return loaded, checklist

    def save(self, loaded: LoadedRecord, assessment: Assessment, checklist: Checklist | None) -> StoredRecord:
        """Write a record that something was brought to; of a draft what follows from it too."""
        now = self.clock()
        header = assessment.header.model_copy(update={"saved_at": now})
        saved = assessment.model_copy(update={"header": header})
        if checklist is not None:
            before = assessment.model_copy(update={"case": loaded.assessment.case})
            session = AssessmentSession(checklist, before, clock=self.clock)
            session.describe_case(assessment.case)  # which questions are asked may follow from it
            saved = as_saved(session, now)
        try:
            return StoredRecord.of(loaded).save(saved)
        except ChangedOnDiskError as fault:
            raise RefusedError(str(fault)) from fault


def _refuse_another_applicant(row: CaseRow, assessment: Assessment) -> None:
    """Two cases with one number are two cases: a slip must not put one's decision on the other."""
    here, there = ten_digits(assessment.case.organisation_number), ten_digits(row.values.get("organisationsnummer", ""))
    if here and there and here != there:
        raise RefusedError(texts.other_organisation(row.name))


def _remarks(row: CaseRow, values: Mapping[str, Any], case: Case, checklist: Checklist | None) -> tuple[str, ...]:
    """How amounts were read, and what is probably a slip in what was brought."""
    own = {entry.id: entry for entry in checklist.rules.case_fields} if checklist is not None else {}
    keys = (*caseform.KEYS, *caseform.DECISION_KEYS)
    said = (remark(key, caseform.shown(case, key), case, own) for key in keys if key in values)
    read = (sentence for key, sentence in row.told.items() if key in values)
    return tuple(dict.fromkeys(sentence for sentence in (*read, *said) if sentence))


def _only(forms: tuple[str, ...]) -> str:
    return forms[0] if len(forms) == 1 else ""
