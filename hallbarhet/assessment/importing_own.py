"""An applicant's own assessment, kept beside the officer's: as words to read, never as answers that count."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from hallbarhet.assessment.handwritten import retold
from hallbarhet.assessment.importing import Importer, RefusedError, Told
from hallbarhet.assessment.importing_index import Known
from hallbarhet.assessment.model import Answer, ApplicantAnswer, Assessment, Event
from hallbarhet.assessment.records import load
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.walk import is_answered
from hallbarhet.checklist.model import Checklist
from hallbarhet.errors import NotFoundError
from hallbarhet.texts import importing_own as texts


def bring_own(importer: Importer, path: Path, diary_number: str | None) -> Iterator[Told]:
    """Put the answers of a filled-in record beside every draft of its case, telling of each.

    Raises:
        NotFoundError: there is no such file, or no such case in the archive.
        FaultyFileError: it is not a record.
    """
    given = load(path).assessment
    number = diary_number or given.case.diary_number
    if not number and not given.case.nyps_id:
        raise NotFoundError(texts.NO_NUMBER)
    index = importer.index
    found = index.by_diary_number(number) if number else index.by_nyps_id(given.case.nyps_id)
    if not found:
        raise NotFoundError(texts.no_such_case(number or given.case.nyps_id))
    for known in found:
        try:
            yield _beside(importer, given, known)
        except RefusedError as refusal:
            yield Told(texts.PLACE, "avvisad", known.path.name, (str(refusal),))


def _beside(importer: Importer, given: Assessment, known: Known) -> Told:
    if known.id == given.header.id:
        raise RefusedError(texts.SAME_RECORD)
    loaded, checklist = importer.opened(known)
    if checklist is None:
        raise RefusedError(texts.IS_FINISHED)
    if given.checklist.id != checklist.header.id:
        raise RefusedError(texts.other_checklist(given.checklist.id, checklist.header.id))
    answers, strangers = _as_words(checklist, given)
    if not answers:
        raise RefusedError(texts.NO_ANSWERS)
    said = (texts.strangers(strangers),) if strangers else ()
    if answers == loaded.assessment.applicant_answers:
        return Told(texts.PLACE, "oforandrad", known.path.name, said)
    who = importer.library.settings.officer
    brought = _with(loaded.assessment, answers, who=who, now=importer.clock())
    name = known.path.name if importer.is_trial else importer.save(loaded, brought, checklist).path.name
    return Told(texts.PLACE, "andrad", name, (texts.brought(len(answers)), *said))


def _as_words(checklist: Checklist, given: Assessment) -> tuple[tuple[ApplicantAnswer, ...], int]:
    """The answers as they read, in the checklist's order, and how many belong to no question of it."""
    answers = retold(checklist, given).answers
    known = [answer for answer in answers if answer.item in checklist.item_by_id]
    return tuple(_words(checklist, answer) for answer in known if is_answered(answer)), len(answers) - len(known)


def _words(checklist: Checklist, answer: Answer) -> ApplicantAnswer:
    item = checklist.item_by_id[answer.item]
    words = answer_words(item, answer)
    return ApplicantAnswer(item=item.id, question=item.text, answer=words, rationale=answer.rationale.strip())


def _with(assessment: Assessment, answers: tuple[ApplicantAnswer, ...], *, who: str, now: datetime) -> Assessment:
    event = Event(at=now, who=who, what=texts.brought_event(len(answers)))
    return assessment.model_copy(update={"applicant_answers": answers, "events": (*assessment.events, event)})
