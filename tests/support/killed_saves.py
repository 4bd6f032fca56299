"""Saves a record again and again in a child that is killed at random moments; prints how each kill left it.

Run as a program, so that it can fork before any test has started a thread.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from support.records import small_assessment

from hallbarhet.assessment.atomic import sweep
from hallbarhet.assessment.model import Judged
from hallbarhet.assessment.records import load, to_bytes
from hallbarhet.assessment.storage import StoredRecord, create


def _answered(words: str) -> object:
    answers = tuple(Judged(item=f"fraga-{number}", grade=1, rationale=words) for number in range(40))
    return small_assessment().model_copy(update={"answers": answers})


def _save_for_ever(record: StoredRecord) -> None:
    while True:
        for words in ("Före.", "Efter en mycket längre stund. " * 20):
            record = record.save(_answered(words))


def run(folder: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (no secret)
    whole = {to_bytes(_answered(words)) for words in ("Före.", "Efter en mycket längre stund. " * 20)}
    path = create(folder, _answered("Före.")).path
    for _ in range(times):
        record = StoredRecord.of(load(path))
        child = os.fork()
        if child == 0:
            _save_for_ever(record)
        time.sleep(chance.uniform(0.005, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left = len(list(folder.glob(".*.tmp")))
        state = "hel" if path.read_bytes() in whole else "trasig"
        sys.stdout.write(f"{state} {left} {sweep(folder)}\n")


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
