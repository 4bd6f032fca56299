"""Which cases an archive has, by what an export calls them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hallbarhet.assessment.archive import UnreadableFolder, record_folders
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.recognition import table_in, words_in
from hallbarhet.checklist import toml
from hallbarhet.checklist.canonical import normalised
from hallbarhet.checklist.problems import Problem

_AFTER_THE_HEAD = re.compile(r"^\[(?:\[|resultat)", re.MULTILINE)
"""Where the answers or the result begin in a record as the program writes it; what names the case stands before."""


@dataclass(frozen=True, slots=True)
class Known:
    """A record, by what names its case."""

    path: Path
    id: str
    diary_number: str
    nyps_id: str
    case: Mapping[str, Any] = field(default_factory=dict)
    """What the record says of its case, as it is written; nothing where that was not looked into."""
    is_draft: bool = True
    fingerprint: str = ""
    """Which checklist it was made with."""


class ArchiveIndex:
    """The records of an archive. What is made while importing is added to it."""

    def __init__(self, known: Iterable[Known] = (), unread: Iterable[str] = ()) -> None:
        self.unread = tuple(unread)
        """Records that could not be looked into: nobody can say whether they are among the imported."""
        self._by_id: dict[str, list[Known]] = {}
        self._by_diary: dict[str, list[Known]] = {}
        self._by_nyps: dict[str, list[Known]] = {}
        for entry in known:
            self.add(entry)

    @classmethod
    def of(cls, archive: Path) -> "ArchiveIndex":
        """Look into every record of an archive; one that does not exist yet has none."""
        known, unread = [], []
        for folder in record_folders(archive) if archive.is_dir() else ():
            if isinstance(folder, UnreadableFolder):
                unread.append(folder.path)
                continue
            for name in folder.names:
                path = Path(folder.path, name)
                entry = _looked_into(path)
                if entry is None:
                    unread.append(str(path))
                else:
                    known.append(entry)
        return cls(known, unread)

    def add(self, entry: Known) -> None:
        """A record that has been made, or given another name."""
        for register, word in (
            (self._by_id, entry.id),
            (self._by_diary, same(entry.diary_number)),
            (self._by_nyps, same(entry.nyps_id)),
        ):
            if word:
                others = [known for known in register.get(word, ()) if known.id != entry.id]
                register[word] = [*others, entry]

    def add_record(self, path: Path, assessment: Assessment) -> None:
        """The same for a record that was just written."""
        case = assessment.case
        self.add(Known(path, assessment.header.id, case.diary_number, case.nyps_id))

    def by_id(self, id_: str) -> tuple[Known, ...]:
        """The record with an id."""
        return tuple(self._by_id.get(id_.strip(), ()))

    def by_diary_number(self, number: str) -> tuple[Known, ...]:
        """Every record of a case: the first reader's, the second's and those of its follow-up."""
        return tuple(self._by_diary.get(same(number), ()))

    def by_nyps_id(self, number: str) -> tuple[Known, ...]:
        """Every record of a case, by its number in Nyps."""
        return tuple(self._by_nyps.get(same(number), ()))


def same(number: str) -> str:
    """A number as it is compared: without spaces and case."""
    return "".join(normalised(number).casefold().split())


def _looked_into(path: Path) -> Known | None:
    raw = toml.contents(path, path.name)
    if isinstance(raw, Problem):
        return None
    try:
        text = raw.decode("utf-8-sig")
        found = _AFTER_THE_HEAD.search(text)
        data = (_head(text[: found.start()]) if found else None) or tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    header, case, checklist = (table_in(data, key) for key in _NAMING)
    if not (id_ := words_in(header, "id")):
        return None
    is_draft = header.get("status", "utkast") == "utkast"
    numbers = (words_in(case, "diarienummer"), words_in(case, "nyps_id"))
    return Known(path, id_, *numbers, case, is_draft=is_draft, fingerprint=words_in(checklist, "fingeravtryck"))


_NAMING = ("bedomning", "arende", "checklista")


def _head(text: str) -> Mapping[str, Any] | None:
    """What stands before the answers; None when not all that names a record is there."""
    try:
        data = tomllib.loads(text)
    except ValueError:
        return None
    return data if data.keys() >= {*_NAMING} else None
