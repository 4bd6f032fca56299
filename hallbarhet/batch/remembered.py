"""What re-scoring read of a chunk last time, kept beside the archive as small arrays: safe to delete, never stale.

A chunk is remembered whole, in a file of its own. It is believed only if every record has the size, time and inode it
had, none was changed so shortly before that its time cannot tell, the checklists encode as they did, and the file is
unhurt. Then a chunk costs a look at each record instead of reading it.
"""

import hashlib
import io
import json
import math
import os
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from hallbarhet import __version__
from hallbarhet.assessment.atomic import write_file
from hallbarhet.assessment.coding import Misfit
from hallbarhet.batch.block import Block, Blocks
from hallbarhet.batch.claims import Claimed
from hallbarhet.batch.facts import Facts
from hallbarhet.batch.index_cache import COARSEST_TIME
from hallbarhet.errors import HallbarhetError
from hallbarhet.scoring.answers import Answers, OwnConflict
from hallbarhet.scoring.plan import Plan

CACHE_FOLDER = ".hallbarhet-omrakning"

KEPT = 7 * 24 * 60 * 60
"""Seconds that a chunk is kept after it was written, though nobody asks for it."""

_SUFFIX = ".bin"

Keys = list[list[int]]
"""Size, time of change in nanoseconds and inode of every record in a chunk."""

_DIGEST = hashlib.sha256().digest_size

_ALIGNED = 8
"""Bytes: every array begins at a multiple of so many, since numbers are read slower from elsewhere."""

_ARRAYS = tuple(entry.name for entry in fields(Answers) if entry.name != "own")
_CLAIMS = tuple(entry.name for entry in fields(Claimed))
_FACTS = Facts._fields[1:]

_LAYOUT = 2
"""Raised whenever the same is written in another way."""

_FORM = f"{__version__} {_LAYOUT} {_ARRAYS} {_CLAIMS} {_FACTS}"
"""What a file holds: one of another form has another name. One that is not what its name says is not believed."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a chunk is to be read for."""

    paths: Sequence[str]
    plans: Mapping[str, Plan]
    targets: Mapping[str, Plan]


def cache_folder(roots: Sequence[str]) -> str | None:
    """Where the chunks of some archives are remembered: beside the first; nowhere for single records."""
    folder = next((root for root in sorted(roots) if os.path.isdir(root)), None)  # noqa: PTH112
    return None if folder is None else os.path.join(folder, CACHE_FOLDER)  # noqa: PTH118


def blocks_of(
    paths: Sequence[str], plans: Mapping[str, Plan], targets: Mapping[str, Plan], folder: str | None
) -> Blocks:
    """What `blocks.read_blocks` gives, remembered where that is certain; `folder` is where, None for nowhere."""
    wanted = _Wanted(paths, plans, targets)
    if folder is None or not plans or not paths:
        return _read(paths, plans, targets)
    file = Path(folder, _name(wanted))
    return replace(_blocks_of(file, wanted), remembered=file.name)


def sweep(folder: str, used: Collection[str | None]) -> None:
    """Take away what a whole run had no use for and no other run has written lately: chunks of another time."""
    oldest = time.time() - KEPT
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            is_ours = entry.name.endswith((_SUFFIX, ".tmp")) and entry.is_file(follow_symlinks=False)
            if is_ours and entry.name not in used and entry.stat(follow_symlinks=False).st_mtime < oldest:
                os.unlink(entry.path)  # noqa: PTH108  (an entry is no Path)


def _blocks_of(file: Path, wanted: _Wanted) -> Blocks:
    started = time.monotonic_ns()
    keys = _keys(wanted.paths)
    if keys is None:
        return _read(wanted.paths, wanted.plans, wanted.targets)
    if (found := _remembered(file, wanted, keys)) is not None:
        return found
    found = _read(wanted.paths, wanted.plans, wanted.targets)
    # where nothing can be written, the records are read each time
    with suppress(HallbarhetError, OSError):
        file.parent.mkdir(exist_ok=True)
        write_file(file, _written(found, wanted, keys, started))
    return found


def _read(paths: Sequence[str], plans: Mapping[str, Plan], targets: Mapping[str, Plan] | None = None) -> Blocks:
    if not paths:
        return Blocks((), (), ())
    from hallbarhet.batch.blocks import read_blocks  # noqa: PLC0415  (what reads records is not needed for most)

    return read_blocks(paths, plans, targets)


def _keys(paths: Sequence[str]) -> Keys | None:
    keys = []
    for path in paths:
        try:
            found = os.stat(path)  # noqa: PTH116  (a Path costs more than the question)
        except (OSError, ValueError):
            return None
        keys.append([found.st_size, found.st_mtime_ns, found.st_ino])
    return keys


def _name(wanted: _Wanted) -> str:
    """The same for the same records on their way to the same checklist."""
    target = next(iter(wanted.targets.values()), None)
    place = "" if os.path.isabs(wanted.paths[0]) else os.getcwd()  # noqa: PTH109, PTH117  (words, no Path)
    said = "\0".join([_FORM, "" if target is None else encoding_of(target), place, *wanted.paths])
    return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:32] + _SUFFIX


@lru_cache(maxsize=64)
def encoding_of(plan: Plan) -> str:
    """A mark of everything that decides how records are encoded on a plan; weights and thresholds do not."""
    questions, columns = plan.questions, plan.columns
    said = (
        __version__, questions.ids, questions.kinds, questions.grades, questions.between,
        questions.may_be_waived.tolist(), columns.numbers, columns.choices, columns.cells, columns.case,
        plan.gates.ids, plan.gates.documents, tuple(plan.detectors.index.items()),
    )  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()


# To bytes


def _written(found: Blocks, wanted: _Wanted, keys: Keys, started: int) -> bytes:
    arrays = io.BytesIO()
    told = [_told(block, wanted, arrays) for block in found.blocks]
    head = {
        "keys": keys,
        "blocks": told,
        "others": [[place, facts.fingerprint] for place, facts, _ in found.others],
        "unread": [place for place, _ in found.unread],
        "took": time.monotonic_ns() - started,
    }
    line = json.dumps(head, separators=(",", ":")).encode()
    payload = line + b" " * (-(len(line) + 1) % _ALIGNED) + b"\n" + arrays.getvalue()
    return hashlib.sha256(payload).digest() + payload


def _told(block: Block, wanted: _Wanted, into: io.BytesIO) -> dict[str, Any]:
    sides = [block.answers] if block.beside is None else [block.answers, block.beside]
    whose = ((block.claimed, _CLAIMS), *((answers, _ARRAYS) for answers in sides))
    return {
        "arrays": [_put(getattr(value, name), into) for value, names in whose for name in names],
        "fingerprint": block.fingerprint,
        "encoding": _encodings(block.fingerprint, wanted),
        "places": block.places,
        "facts": [_column(column) for column in list(zip(*block.facts, strict=True))[1:]],
        "misfits": [[row, *_values(one)] for row, found in enumerate(block.misfits) for one in found],
        "own": [[[row, *_values(one)] for row, found in answers.own.items() for one in found] for answers in sides],
    }


def _column(values: Sequence[Any]) -> list[Any]:
    """What is told of every record, once where it is the same of all."""
    return list(values[:1] if len(set(map(repr, values))) == 1 else values)


def _put(array: Any, into: io.BytesIO) -> tuple[str, tuple[int, ...]]:
    """Write what is in an array; its type and shape, which stand in the head."""
    into.write(array.tobytes())
    into.write(bytes(-array.nbytes % _ALIGNED))
    return array.dtype.str, array.shape


def _values(entry: Misfit | OwnConflict) -> list[Any]:
    return [getattr(entry, field.name) for field in fields(entry)]


def _encodings(fingerprint: str, wanted: _Wanted) -> list[str]:
    plans = [wanted.plans[fingerprint]]
    plans += [wanted.targets[fingerprint]] if fingerprint in wanted.targets else []
    return [encoding_of(plan) for plan in plans]


# And back


def _remembered(file: Path, wanted: _Wanted, keys: Keys) -> Blocks | None:
    """The chunk as it was, if it is certain that it still is."""
    try:
        with file.open("rb") as opened:
            written = os.fstat(opened.fileno()).st_mtime_ns
            raw = opened.read()
        payload = memoryview(raw)[_DIGEST:]
        if hashlib.sha256(payload).digest() != raw[:_DIGEST]:
            return None
        end = raw.index(b"\n", _DIGEST)
        head = json.loads(raw[_DIGEST:end])
        if head["keys"] != keys:
            return None
        # the time of the archive's own file system, whatever this machine's clock says
        if max(changed for _, changed, _ in keys) >= written - head["took"] - COARSEST_TIME:
            return None
        if any(fingerprint in wanted.plans for _, fingerprint in head["others"]):
            return None
        if any(told["encoding"] != _encodings(told["fingerprint"], wanted) for told in head["blocks"]):
            return None
        blocks = _blocks(head["blocks"], _arrays(head["blocks"], raw, end + 1), wanted.paths)
    except (OSError, ValueError, LookupError, TypeError):
        return None
    again = [place for place, _ in head["others"]] + head["unread"]
    return _with_others(blocks, again, wanted)


def _arrays(told: Sequence[Mapping[str, Any]], raw: bytes, place: int) -> Iterator[Any]:
    """Every array from a place in a file, in order; nobody writes in them."""
    for one in told:
        for kind, shape in one["arrays"]:
            array = np.frombuffer(raw, kind, math.prod(shape), place).reshape(shape)
            yield array
            place += array.nbytes + -array.nbytes % _ALIGNED


def _blocks(told: Sequence[Mapping[str, Any]], arrays: Iterator[Any], paths: Sequence[str]) -> tuple[Block, ...]:
    found = []
    for one in told:
        claims = Claimed(*islice(arrays, len(_CLAIMS)))
        sides = [replace(Answers(*islice(arrays, len(_ARRAYS))), own=_own(own)) for own in one["own"]]
        misfits: list[tuple[Misfit, ...]] = [()] * len(one["places"])
        for row, *values in one["misfits"]:
            misfits[row] = (*misfits[row], Misfit(*values))
        n = len(one["places"])
        columns = [column * n if len(column) == 1 else column for column in one["facts"]]
        its_paths = (paths[place] for place in one["places"])
        facts = tuple(map(Facts._make, zip(its_paths, *columns, strict=True)))
        block = Block(one["fingerprint"], tuple(one["places"]), facts, claims, sides[0], tuple(misfits))
        found.append(block if len(sides) == 1 else replace(block, beside=sides[1]))
    return tuple(found)


def _own(told: Sequence[Sequence[Any]]) -> dict[int, tuple[OwnConflict, ...]]:
    own: dict[int, tuple[OwnConflict, ...]] = {}
    for row, id_, title, severity, against, status, written in told:
        conflict = OwnConflict(id_, title, severity, tuple(against), status, written)
        own[row] = (*own.get(row, ()), conflict)
    return own


def _with_others(blocks: tuple[Block, ...], again: Sequence[int], wanted: _Wanted) -> Blocks:
    """With the records that are never remembered: those of other checklists, and those that could not be read."""
    places = sorted(again)
    read = _read([wanted.paths[place] for place in places], {})
    return Blocks(
        blocks,
        tuple((places[inside], facts, record) for inside, facts, record in read.others),
        tuple((places[inside], record) for inside, record in read.unread),
    )
