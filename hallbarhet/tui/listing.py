"""The cases of an archive as lines for the list; light enough to stand behind the first frame."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hallbarhet.settings import DEFAULT_ARCHIVE, SHIPPED_FORMS
from hallbarhet.texts import swedish
from hallbarhet.texts import tui_start as texts
from hallbarhet.tui.widgets.rows import Row

if TYPE_CHECKING:
    from hallbarhet.batch.listed import ListedRecord

_FORM_NAMES = {form.id: form.name for form in SHIPPED_FORMS}


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in the list."""

    row: Row
    haystack: str
    """Everything the filter looks in, folded."""
    order: tuple[float, str]
    """Last saved first, then by path."""
    record: "ListedRecord"

    @property
    def path(self) -> str:
        """The file, which is also the id of the row."""
        return self.row.id


def case_rows(archive: Path) -> Iterator[list[CaseRow]]:
    """The cases, a handful at a time. Meant for a thread: reading an archive takes as long as it takes.

    An archive that nobody named is made with the first case, so until then there is nothing to tell.
    """
    if archive == Path(DEFAULT_ARCHIVE) and not archive.exists():
        return
    from hallbarhet.batch.index import list_archive  # noqa: PLC0415  (loads TOML reading, after the first frame)

    for batch in list_archive(archive):
        yield [case_row(record) for record in batch]


def case_row(record: "ListedRecord") -> CaseRow:
    """The line of one case, or of a file that cannot be read as one."""
    name = os.path.basename(record.path)  # noqa: PTH119  (a Path for each of thousands takes its time)
    if record.fault:
        cells: tuple[str, ...] = (texts.UNREADABLE, name, record.fault)
        return CaseRow(Row(record.path, cells, "trouble"), " ".join(cells).casefold(), record.order, record)
    reading, left = texts.reading(record.stage, record.role), _open_words(record)
    # Three rows may have the same name: which reading each is matters more there, and there is no room for both.
    state = texts.state(record.status, reading or left)
    cells = (record.diary_number or texts.NO_DIARY_NUMBER, record.title or record.applicant, state)
    sought = (
        *cells,
        left,
        record.applicant,
        support_form_name(record.support_form),
        record.support_form,
        record.officer,
        name,
    )
    return CaseRow(Row(record.path, cells), " ".join(sought).casefold(), record.order, record)


def _open_words(record: "ListedRecord") -> str:
    """What is open in a draft, or what a finished one recommends."""
    if record.status == "utkast":
        return texts.left(record.unanswered or 0, record.open_conflicts, record.unknown)
    return texts.RECOMMENDATIONS.get(record.recommendation, "")


def support_form_name(id_: str) -> str:
    """What a support form is called; an office's own by its id, for its settings are not read here."""
    return _FORM_NAMES.get(id_, id_)


def facts(record: "ListedRecord") -> list[tuple[str, str]]:
    """What is known of a case without opening it, each with its label, for a wide window."""
    saved = record.saved_at
    known = (
        (texts.FACT_APPLICANT, record.applicant),
        (texts.FACT_SUPPORT_FORM, support_form_name(record.support_form)),
        (texts.FACT_OFFICER, record.officer),
        (texts.FACT_STATE, texts.STATUSES.get(record.status, record.status)),
        (texts.FACT_LEFT, texts.everything_left(record.unanswered or 0, record.unknown, record.open_conflicts)),
        (texts.FACT_RECOMMENDATION, texts.RECOMMENDATIONS.get(record.recommendation, "")),
        (texts.FACT_SAVED, swedish.moment(saved) if saved else ""),
        (texts.FACT_FILE, Path(record.path).name),
        (texts.FACT_FAULT, record.fault),
    )
    return [(label, words) for label, words in known if words]
