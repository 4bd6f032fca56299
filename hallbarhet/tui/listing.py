"""The cases of an archive as lines for the list; light enough to stand behind the first frame."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hallbarhet.texts import tui_start as texts


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in the list."""

    path: str
    cells: tuple[str, ...]
    haystack: str
    """Everything the filter looks in, folded."""
    order: tuple[float, str]
    """Last saved first, then by path."""
    fault: str = ""
    """Why the record cannot be read, in a sentence."""


def case_rows(archive: Path) -> Iterator[list[CaseRow]]:
    """The cases, a handful at a time. Meant for a thread: reading an archive takes as long as it takes."""
    from hallbarhet.batch.index import list_archive  # noqa: PLC0415  (loads TOML reading, after the first frame)

    for batch in list_archive(archive):
        yield [
            _row(
                record.path,
                record.fault,
                record.diary_number,
                record.title or record.applicant,
                record.status,
                _open_words(record.status, record.recommendation, record.unanswered or 0, record.open_conflicts),
                (record.applicant, record.support_form, record.officer),
                record.saved_at.timestamp() if record.saved_at else 0.0,
            )
            for record in batch
        ]


def _row(
    path: str, fault: str, diary: str, title: str, status: str, left: str, more: tuple[str, ...], saved: float
) -> CaseRow:
    name = Path(path).name
    if fault:
        cells: tuple[str, ...] = (texts.UNREADABLE, name, fault)
        return CaseRow(path, cells, " ".join(cells).casefold(), (-saved, path), fault)
    cells = (diary or texts.NO_DIARY_NUMBER, title, texts.state(status, left))
    return CaseRow(path, cells, " ".join((*cells, *more, name)).casefold(), (-saved, path))


def _open_words(status: str, recommendation: str, unanswered: int, conflicts: int) -> str:
    """What is open in a draft, or what a finished one recommends."""
    if status == "utkast":
        return texts.left(unanswered, conflicts)
    return texts.RECOMMENDATIONS.get(recommendation, "")
