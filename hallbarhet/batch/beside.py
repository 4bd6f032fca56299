"""Re-scorings in files of their own beside the records, never inside; and taking back exactly those."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from hallbarhet import __version__
from hallbarhet.assessment.archive import UnreadableFolder, record_folders
from hallbarhet.assessment.atomic import digest_of, sweep, write_file, write_new_file
from hallbarhet.assessment.locking import alone_with
from hallbarhet.assessment.result import METHOD
from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.rows import Row
from hallbarhet.checklist.canonical import fingerprint
from hallbarhet.errors import NotSavedError
from hallbarhet.texts import rescoring
from hallbarhet.texts import rescoring_beside as texts

SUFFIX: Final = ".omrakning.json"

MOST_TOLD = 10
"""Files left alone that are told one by one."""

_FIRST, _CHECK = "omrakning", "kontroll"

_LARGEST_FILE = 1 << 20
"""Bytes; none of ours comes near it."""


class _LeftAloneError(Exception):
    """A file that is not to be replaced or removed; holds the sentence."""


@dataclass
class Tally:
    """What was done, and what was left alone."""

    done: int = 0
    same: int = 0
    """Files that stood there already, to the letter."""
    left: int = 0
    told: list[str] = field(default_factory=list)
    """Why the first of those were left."""

    def leave(self, sentence: str) -> None:
        """One more that was left alone."""
        self.left += 1
        if len(self.told) < MOST_TOLD:
            self.told.append(sentence)

    def copy(self) -> "Tally":
        """As it stands, whatever is done after this."""
        return replace(self, told=[*self.told])

    @property
    def sentences(self) -> tuple[str, ...]:
        """Why the first were left, and how many more were."""
        more = self.left - len(self.told)
        return (*self.told, texts.and_more(more)) if more else tuple(self.told)


def beside(post: str) -> Path:
    """Where a record's re-scoring lies: `<post>.omrakning.json`."""
    return Path(post).with_suffix(SUFFIX)


class Beside:
    """Writes the re-scoring of each record beside it; what stands there already, to the letter, is left as it is."""

    def __init__(self, checklist: Mapping[str, str] | None, alternatives: Sequence[Alternative]) -> None:
        """`checklist` is the new one's id, version and fingerprint; None where each is counted under its own."""
        self._checklist = dict(checklist) if checklist else None
        self._ways = {one.name: one for one in alternatives}
        self._swept: set[Path] = set()
        self.tally = Tally()

    def take(self, rows: Iterable[Row]) -> None:
        """Write beside the records of some rows; those that were not re-scored have none."""
        for post, own in groupby(rows, key=lambda row: str(row.machine["post"])):
            counted = [row for row in own if "full" in row.machine]
            if counted:
                self._write(post, counted)

    def _write(self, post: str, rows: Sequence[Row]) -> None:
        path = beside(post)
        if path.parent not in self._swept:
            sweep(path.parent)
            self._swept.add(path.parent)
        try:
            data = self._rendered(Path(post), rows)
            if _read(path) == data:
                self.tally.same += 1
                return
            with suppress(FileExistsError):
                write_new_file(path, data)
                self.tally.done += 1
                return
            write_file(path, data, check=lambda _: _refuse_unless_ours(path, Path(post).name))
            self.tally.done += 1
        except (_LeftAloneError, NotSavedError) as error:
            self.tally.leave(str(error))
        except IsADirectoryError:
            self.tally.leave(texts.somebody_elses(str(path)))
        except OSError:
            self.tally.leave(texts.not_readable(post))

    def _rendered(self, post: Path, rows: Sequence[Row]) -> bytes:
        first = rows[0]
        return rendered(
            {
                _FIRST: rescoring.FIRST_LINE,
                "format": 1,
                "post": _text(post.name),
                "id": first.machine["id"],
                "postens_bytes": f"sha256:{digest_of(post.read_bytes())}",
                "gjord_med": first.checklist,
                "checklista": self._checklist,
                "motor": f"hallbarhet {__version__}",
                "metod": METHOD,
                "alternativ": [self._way(row.machine) for row in rows],
            }
        )

    def _way(self, row: Mapping[str, Any]) -> dict[str, Any]:
        way = self._ways.get(row["alternativ"], Alternative())
        rest = {key: value for key, value in row.items() if key not in {"post", "id", "alternativ"}}
        thresholds = {str(level): number for level, number in way.thresholds}
        return {"alternativ": way.name, "vikter": dict(way.weights), "trosklar": thresholds, **rest}


def rendered(body: Mapping[str, Any]) -> bytes:
    """The bytes of a re-scoring, with what shows that nobody has changed it last."""
    checked = {**body, _CHECK: fingerprint(body)}
    return f"{json.dumps(checked, ensure_ascii=False, indent=1)}\n".encode()


def take_back(roots: Iterable[str]) -> Tally:
    """Remove the re-scorings beside the records of some files and folders; every other file stays."""
    tally = Tally()
    for path in _besides(roots, tally):
        try:
            with alone_with(path):
                _refuse_unless_ours(path)
                path.unlink()
            tally.done += 1
        except FileNotFoundError:  # somebody else took it back
            continue
        except _LeftAloneError as error:
            tally.leave(str(error))
        except OSError:
            tally.leave(texts.not_removed(str(path)))
    return tally


def _besides(roots: Iterable[str], tally: Tally) -> Iterator[Path]:
    """Every file that is named as a re-scoring, in stable order, each once."""
    seen: set[Path] = set()
    for root in sorted(set(roots)):
        if not os.path.isdir(root):  # noqa: PTH112  (strings all the way: an archive may hold a million)
            path = Path(root) if root.endswith(SUFFIX) else beside(root)
            if os.path.lexists(path) and path not in seen:
                seen.add(path)
                yield path
            continue
        for folder in record_folders(Path(root), lambda name: name.endswith(SUFFIX) and not name.startswith(".")):
            if isinstance(folder, UnreadableFolder):
                tally.leave(folder.sentence)
                continue
            sweep(Path(folder.path))
            for name in folder.names:
                path = Path(folder.path, name)
                if path not in seen:
                    seen.add(path)
                    yield path


def _refuse_unless_ours(path: Path, post: str | None = None) -> None:
    """Raise unless we wrote the file, nobody has changed it, and it is of that record. Raises OSError too."""
    if path.is_symlink():
        raise _LeftAloneError(texts.somebody_elses(str(path)))
    data = _read(path)
    if data is None:
        raise FileNotFoundError(str(path))
    try:
        words = json.loads(data)
    except (ValueError, RecursionError):
        words = None
    if not isinstance(words, dict) or words.get(_FIRST) != rescoring.FIRST_LINE or _CHECK not in words:
        raise _LeftAloneError(texts.somebody_elses(str(path)))
    body = {key: value for key, value in words.items() if key != _CHECK}
    if _again(body) != data:
        raise _LeftAloneError(texts.changed_by_somebody(str(path)))
    if post is not None and body.get("post") != _text(post):
        raise _LeftAloneError(texts.of_another_record(str(path), str(body.get("post"))))


def _again(body: Mapping[str, Any]) -> bytes | None:
    try:
        return rendered(body)
    except (ValueError, RecursionError):  # a number or a word that has no canonical form
        return None


def _read(path: Path) -> bytes | None:
    """The file's bytes, None where there is none; more than we ever write is read as far as that shows."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_FILE)
    except FileNotFoundError:
        return None


def _text(name: str) -> str:
    """A file name that need not be text, as `--json` tells it."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
