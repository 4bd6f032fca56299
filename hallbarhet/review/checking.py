"""Checking files of ours, whatever they are: a checklist with its own test cases, or a record against its checklist."""

from collections.abc import Iterator
from pathlib import Path

from hallbarhet.assessment.archive import SETTINGS_FILE
from hallbarhet.assessment.arrays import misfits
from hallbarhet.assessment.records import parse
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.problems import Finding, Kind, Problem, in_file_order
from hallbarhet.checklist.reading import read_with_origins
from hallbarhet.checklist.toml import Document, contents
from hallbarhet.checklist.toml import parse as toml_parse
from hallbarhet.review.drafts import left_in_draft
from hallbarhet.review.examples import failures, neutral_answers
from hallbarhet.texts import checking as texts
from hallbarhet.texts import examples as example_texts

EXAMPLE_FAILS = Kind("P101")
CHECKLIST_NOT_KEPT = Kind("R201", "varning")
ANSWER_DOES_NOT_FIT = Kind("R202", "varning")


def files_to_check(path: Path) -> Iterator[Path]:
    """The file itself, or every checklist and record below a folder, in stable order."""
    if not path.is_dir():
        yield path
        return
    for found in sorted(path.rglob("*.toml")):
        is_hidden = any(part.startswith(".") for part in found.relative_to(path).parts)
        if not is_hidden and found.name != SETTINGS_FILE:
            yield found


def check_file(path: Path, library: Library, *, hints: bool = False) -> list[Problem]:
    """Everything there is to say about a file, in file order. What is not a record is read as a checklist.

    With `hints` also what is left to do in a draft: for whoever fills in one record, not for a whole archive.
    """
    document = _record(path)
    if document is not None:
        return _check_record(path, document, library, hints=hints)
    return _check_checklist(path, library)


def _record(path: Path) -> Document | None:
    """The file as a record, or None. A file that never says the word is not read for it: a checklist may be large."""
    raw = contents(path, str(path))
    if isinstance(raw, Problem) or b"bedomning" not in raw:
        return None
    document, _ = toml_parse(raw, str(path))
    return document if document is not None and "bedomning" in document.data else None


def _check_checklist(path: Path, library: Library) -> list[Problem]:
    forms = [form.id for form in library.settings.support_forms]
    reading = read_with_origins(path, folders=library.folders, support_forms=forms)
    checklist, problems = reading.checklist, reading.problems
    if checklist is None or reading.layers is None:
        return problems
    document = reading.layers.documents[0]
    own = [entry.get("namn") for entry in document.data.get("provfall", ())]
    neutral = neutral_answers(checklist) if checklist.examples else {}
    for example in checklist.examples:
        if sentences := failures(checklist, example, neutral):
            # an inherited example stands in the base: it is told of at the head of this file
            place = ("provfall", own.index(example.name)) if example.name in own else ("checklista",)
            message = example_texts.does_not_hold(example.name, sentences)
            problems.append(document.problem(Finding(EXAMPLE_FAILS, place, message, example_texts.SUGGESTION)))
    return in_file_order(problems)


def _check_record(path: Path, document: Document, library: Library, *, hints: bool) -> list[Problem]:
    assessment, problems = parse(path.read_bytes(), str(path))
    if assessment is None:
        return problems
    checklist = library.with_fingerprint(assessment.checklist.fingerprint, assessment.checklist.id)
    if checklist is None:
        named = f"{assessment.checklist.id} {assessment.checklist.version}"
        finding = Finding(CHECKLIST_NOT_KEPT, ("checklista",), texts.checklist_not_kept(named))
        return in_file_order([*problems, document.problem(finding)])
    places = {answer.item: index for index, answer in enumerate(assessment.answers)}
    for misfit in misfits(checklist, assessment):
        place = ("svar", places[misfit.item])
        problems.append(document.problem(Finding(ANSWER_DOES_NOT_FIT, place, texts.does_not_fit(misfit.cause))))
    if hints:
        problems.extend(map(document.problem, left_in_draft(checklist, assessment)))
    return in_file_order(problems)
