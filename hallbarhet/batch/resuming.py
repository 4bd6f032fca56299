"""How far an interrupted re-scoring came, and whether that holds: the same question, the same files behind it."""

import hashlib
import json
import os
import time
from collections.abc import Iterable
from dataclasses import asdict, astuple, dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from hallbarhet import __version__
from hallbarhet.assessment.archive import UnreadableFolder
from hallbarhet.assessment.atomic import write_file
from hallbarhet.assessment.result import METHOD
from hallbarhet.batch.beside import Tally
from hallbarhet.batch.chunks import CHUNK, chunked
from hallbarhet.batch.kit import Kit, Reference
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.rescoring import Path as Entry
from hallbarhet.batch.states import frozen, whole_of_state
from hallbarhet.batch.whole import Whole
from hallbarhet.texts import rescoring_resuming as texts

FRESH: Final = 3_000_000_000
"""Nanoseconds. File systems tell time in steps of up to two seconds: a file changed less than this before it was looked
at may change once more without its time showing it, so it is not taken for the same another day."""

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a run has come: always whole chunks."""

    done: int
    """Records."""
    chain: str
    """Of the files behind them, in order."""
    length: int
    """Bytes of the part that are right."""
    digest: str
    """Of those bytes."""
    whole: Whole
    """What is said of the records."""
    beside: Tally | None = None
    """What was written beside them, where that is wanted."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a run begins anew."""

    sentence: str


def key_of(entry: Entry) -> bytes:
    """What tells that a file is the same another day; for one that may change without showing it, never the same."""
    if isinstance(entry, UnreadableFolder):
        return repr(("katalog", entry.path, entry.sentence)).encode("utf-8", "backslashreplace")
    try:
        found = os.stat(entry)  # noqa: PTH116  (strings all the way: an archive may hold a million)
    except OSError as error:
        return repr((entry, error.errno)).encode("utf-8", "backslashreplace")
    once = os.urandom(8) if found.st_mtime_ns > time.time_ns() - FRESH else b""
    told = (entry, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, once)
    return repr(told).encode("utf-8", "backslashreplace")


def chain_on(chain: str, keys: Iterable[bytes]) -> str:
    """The chain with a chunk of files more."""
    return hashlib.blake2b(b"\0".join((chain.encode(), *keys)), digest_size=32).hexdigest()


def note(journal: Path, reached: Reached, question: str, outfitter: Outfitter) -> None:
    """Put aside how far a run has come. Raises NotSavedError."""
    words = {
        "fraga": question,
        "klara": reached.done,
        "filer": reached.chain,
        "bytes": reached.length,
        "rader": reached.digest,
        "checklistor": [[reference, _fate(outfitter.kit, reference)] for reference in outfitter.met],
        "allt": frozen(reached.whole),
        "bredvid": None if reached.beside is None else asdict(reached.beside),
    }
    write_file(journal, json.dumps(words, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def question_of(outfitter: Outfitter, form: str, *, writes_beside: bool) -> str:
    """A mark of everything beside the records that the rows follow from, and of what else is written."""
    ways = [astuple(one) for one in outfitter.kit.alternatives]
    asked = [__version__, METHOD, form, outfitter.target, ways, CHUNK, writes_beside]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


def reached_before(
    journal: Path, part: Path, question: str, outfitter: Outfitter, entries: Iterable[Entry]
) -> Reached | Refused:
    """How far an earlier run came, if what it did still holds; the outfitter then knows the checklists it met."""
    try:
        words = json.loads(journal.read_bytes().decode("utf-8", "surrogatepass"))
    except FileNotFoundError:
        return Refused(texts.NOTHING_TO_GO_ON_WITH)
    except (OSError, ValueError, RecursionError):
        return Refused(texts.DAMAGED)
    try:
        whole, beside = whole_of_state(words["allt"]), words["bredvid"]
        tally = None if beside is None else Tally(**beside)
        reached = Reached(words["klara"], words["filer"], words["bytes"], words["rader"], whole, tally)
        checklists: list[tuple[Reference, str]] = [((a, b, c), fate) for (a, b, c), fate in words["checklistor"]]
        if words["fraga"] != question:
            return Refused(texts.OTHER_QUESTION)
        if digest_of_part(part, reached.length).hexdigest() != reached.digest:
            return Refused(texts.DAMAGED)
        if _chain(entries, reached.done) != reached.chain:
            return Refused(texts.OTHER_RECORDS)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Refused(texts.DAMAGED)
    outfitter.add(reference for reference, _ in checklists)
    if any(_fate(outfitter.kit, reference) != fate for reference, fate in checklists):
        return Refused(texts.OTHER_QUESTION)
    return reached


def done_before(journal: Path) -> int:
    """How many records an earlier run had done; 0 where there is none."""
    try:
        found = json.loads(journal.read_bytes().decode("utf-8", "surrogatepass"))["klara"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return 0
    return found if isinstance(found, int) else 0


def _fate(kit: Kit, reference: Reference) -> str:
    """What the kit does with the records of a checklist."""
    if reason := kit.left_out.get(reference):
        return reason
    return "finns" if reference[2] in kit.pairs else "saknas"


def _chain(entries: Iterable[Entry], done: int) -> str:
    chain = ""
    for piece in chunked(islice(entries, done), CHUNK):
        chain = chain_on(chain, map(key_of, piece))
    return chain


def digest_of_part(part: Path, length: int) -> Any:
    """The SHA-256 of the first bytes of a file, to go on with. Raises OSError."""
    digest = hashlib.sha256()
    with part.open("rb") as file:
        while length and (piece := file.read(min(_PIECE, length))):
            digest.update(piece)
            length -= len(piece)
    return digest
