"""A plain listing of an archive for the start list, and its cache: no pydantic, no NumPy, never stale.

The cache is one file beside the archive and safe to delete. A record is read again when its size, time or inode
differs, or when it was changed so shortly before it was read that its time cannot tell.
"""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from hallbarhet.assessment.archive import UnreadableFolder, record_folders
from hallbarhet.assessment.counts import counts_in
from hallbarhet.assessment.recognition import not_a_record, table_in, words_in
from hallbarhet.batch.index_cache import IndexCache, Key
from hallbarhet.batch.listed import ListedRecord
from hallbarhet.batch.reading import contents, own_form
from hallbarhet.checklist import toml
from hallbarhet.checklist.problems import Problem, faults
from hallbarhet.texts import records as texts

BATCH = 500
READ_COST = 20
"""A screen gets rows when 500 are at hand; one that had to be read counts as twenty, so that rows keep coming."""


def list_archive(root: Path, *, use_cache: bool = True) -> Iterator[list[ListedRecord]]:
    """Every record of an archive, in batches, folder by folder in stable order.

    A folder or a record that cannot be read is a row that says so. When the last batch has been taken, the cache is
    written if anything was read.
    """
    cache = IndexCache(root, read=use_cache)
    batch: list[ListedRecord] = []
    cost = 0
    for row, was_read in _rows(root, cache):
        batch.append(row)
        cost += READ_COST if was_read else 1
        if cost >= BATCH:
            yield batch
            batch, cost = [], 0
    if batch:
        yield batch
    if use_cache:
        cache.write()


def _rows(root: Path, cache: IndexCache) -> Iterator[tuple[ListedRecord, bool]]:
    """Each row, and whether its file had to be read."""
    for folder in record_folders(root):
        if isinstance(folder, UnreadableFolder):
            yield ListedRecord(folder.path, fault=folder.sentence), True
            continue
        entries = cache.folder(folder.path)
        for name in folder.names:
            path = os.path.join(folder.path, name)  # noqa: PTH118  (a Path costs more than the look-up)
            key = _key(path)
            row = entries.row(name, key, path)
            if row is not None:
                yield row, False
                continue
            row = read_row(path)
            entries.note(name, key, row)
            yield row, True


def _key(path: str) -> Key | None:
    """What tells whether a file is the one that was read: size, time and inode; None when it cannot be asked."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ino]


def read_row(path: str) -> ListedRecord:
    """The row of one record, read from its file."""
    own = contents(path)
    quick = own_form(own) if own is not None else None
    if quick is not None and not_a_record(quick) is None:
        return _row(path, quick)
    name = os.path.basename(path)  # noqa: PTH119
    raw = toml.contents(Path(path), name)
    if isinstance(raw, Problem):
        return ListedRecord(path, fault=raw.message, is_lasting=False)
    document, problems = toml.parse(raw, name)
    if document is None or faults(problems):
        first = faults(problems)[0]
        return ListedRecord(path, fault=texts.on_line(first.line, first.message))
    other = not_a_record(document.data)
    return _row(path, document.data) if other is None else ListedRecord(path, fault=other.message)


def _row(path: str, data: Mapping[str, Any]) -> ListedRecord:
    header, case = table_in(data, "bedomning"), table_in(data, "arende")
    if not words_in(header, "id"):
        return ListedRecord(path, fault=texts.NO_ID)
    counts = counts_in(data)
    return ListedRecord(
        path,
        id=words_in(header, "id"),
        diary_number=words_in(case, "diarienummer"),
        title=words_in(case, "rubrik"),
        applicant=words_in(case, "sokande"),
        support_form=words_in(case, "stodform"),
        status=words_in(header, "status") or "utkast",
        stage=words_in(header, "skede") or "ansokan",
        role=words_in(header, "roll") or "forsta",
        officer=words_in(header, "handlaggare"),
        recommendation=words_in(table_in(data, "samlad_bedomning"), "rekommendation"),
        saved=_moment(header.get("senast_sparad", header.get("skapad"))),
        unknown=counts.unknown,
        open_conflicts=counts.open_conflicts,
        unanswered=counts.unanswered,
    )


def _moment(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else ""
