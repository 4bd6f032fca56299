"""Saves a record ten thousand times in a child that is killed at random moments; prints how each kill left it.

Run as a program, so that it can fork before any test has started a thread.
"""

import mmap
import os
import random
import signal
import sys
import time
from pathlib import Path

from support.records import small_assessment

from hallbarhet.assessment import storage
from hallbarhet.assessment.atomic import sweep
from hallbarhet.assessment.model import Judged
from hallbarhet.assessment.records import load, to_bytes
from hallbarhet.assessment.storage import StoredRecord, create

WIDTH = 8
"""Bytes of the count of saves, which the children share."""


def _answered(words: str) -> object:
    answers = tuple(Judged(item=f"fraga-{number}", grade=1, rationale=words) for number in range(40))
    return small_assessment().model_copy(update={"answers": answers})


VERSIONS = [_answered(words) for words in ("Före.", "Efter en mycket längre stund. " * 20)]


def _save_until(record: StoredRecord, saves: int, counter: mmap.mmap) -> None:
    while (done := int.from_bytes(counter[:WIDTH], "big")) < saves:
        record = record.save(VERSIONS[done % 2])
        counter[:WIDTH] = (done + 1).to_bytes(WIDTH, "big")
    os._exit(0)


def run(folder: Path, saves: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (no secret)
    texts = {id(version): to_bytes(version) for version in VERSIONS}
    storage.to_bytes = lambda assessment: texts[id(assessment)]  # writing the text is not what is tried here
    path = create(folder, VERSIONS[0]).path
    counter = mmap.mmap(-1, WIDTH)
    while int.from_bytes(counter[:WIDTH], "big") < saves:
        record = StoredRecord.of(load(path))
        child = os.fork()
        if child == 0:
            _save_until(record, saves, counter)
        time.sleep(chance.uniform(0.01, 0.15))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left = len(list(folder.glob(".*.tmp")))
        state = "hel" if path.read_bytes() in texts.values() else "trasig"
        sys.stdout.write(f"{state} {left} {sweep(folder)}\n")


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
