"""One case out of an exported file, to begin its assessment at once."""

from pathlib import Path

from hallbarhet.assessment.importing_index import ArchiveIndex, Known, same
from hallbarhet.assessment.importing_rows import CaseRow, columns, own_values, read_rows, with_values
from hallbarhet.assessment.importing_table import read_table
from hallbarhet.assessment.model import Case
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.nearest import folded
from hallbarhet.errors import FaultyFileError, NotFoundError
from hallbarhet.settings import Settings
from hallbarhet.texts import importing as texts

MOST_NAMED = 10
"""Cases named in a sentence about which to choose."""


def one_row(path: Path, diary_number: str | None) -> tuple[CaseRow, tuple[str, ...]]:
    """The case of a file, and how the file was read. Raises FaultyFileError or NotFoundError."""
    table = read_table(path)
    rows = list(read_rows(table, columns(table, path)))
    if not rows:
        raise NotFoundError(texts.no_case(path))
    named = [row.name for row in rows if row.name][:MOST_NAMED]
    if diary_number is not None:
        found = [row for row in rows if same(str(row.values.get("diarienummer", ""))) == same(diary_number)]
        if not found:
            raise NotFoundError(texts.no_such_case(diary_number, named))
        rows = found[:1]
    if len(rows) > 1:
        raise NotFoundError(texts.several_cases(len(rows), named))
    (row,) = rows
    if row.faults:
        raise FaultyFileError(texts.faulty_case(path, row.place, row.faults))
    return row, table.notes


def already_there(archive: Path, row: CaseRow) -> Known | None:
    """The record that a case has in the archive already."""
    index = ArchiveIndex.of(archive)
    number, nyps = str(row.values.get("diarienummer", "")), str(row.values.get("nyps_id", ""))
    found = (*(index.by_diary_number(number) if number else ()), *(index.by_nyps_id(nyps) if nyps else ()))
    return found[0] if found else None


def form_of(settings: Settings, written: str) -> str | None:
    """The id of a support form that is written by its id, its name or what people call it; None for an unknown one."""
    wanted = folded(written).casefold()
    called = {wanted, texts.SUPPORT_FORMS.get(wanted, wanted)}
    known = (form.id for form in settings.support_forms if called & {form.id, folded(form.name).casefold()})
    return next(known, None)


def chosen_checklist(library: Library, row: CaseRow) -> Checklist | None:
    """The checklist that the row names, or that its support form has; None when it says neither."""
    if name := str(row.values.get("checklista", "")):
        return library.find(name)
    form = form_of(library.settings, str(row.values.get("stodform", "")))
    return library.for_support_form(form) if form else None


def case_of(row: CaseRow, checklist: Checklist, settings: Settings, path: Path) -> Case:
    """The case that a row tells of. Raises FaultyFileError when one of the checklist's own fields cannot be read."""
    own, wrong, _ = own_values(row, checklist.rules.case_fields)
    if wrong:
        raise FaultyFileError(texts.faulty_case(path, row.place, wrong))
    written = str(row.values.get("stodform", ""))
    forms = checklist.header.support_forms
    form = form_of(settings, written) or written or (forms[0] if len(forms) == 1 else "")
    return with_values(Case(own=own), {**row.values, "stodform": form})
