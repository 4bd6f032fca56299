"""One of several processes that save the same records over and over; told on stdout what each save stood on.

Started by a test as its own process: `two_writers.py FOLDER NAME SECONDS`. One line for each save that was told as
done: the record's file, what this version is called, and what the version it stands on was called.
"""

import sys
import time
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from hallbarhet.assessment.records import load
from hallbarhet.assessment.storage import StoredRecord
from hallbarhet.errors import ChangedOnDiskError, HallbarhetError


def run(folder: Path, name: str, seconds: float) -> None:
    end = time.monotonic() + seconds
    refused = number = 0
    while time.monotonic() < end:
        for path in sorted(folder.glob("post-*.toml")):
            with suppress(FileNotFoundError):
                loaded = load(path)
                stands_on = loaded.assessment.judgement.text
                number += 1
                mine = f"{name}-{number}"
                judgement = loaded.assessment.judgement.model_copy(update={"text": mine})
                try:
                    StoredRecord.of(loaded).save(loaded.assessment.model_copy(update={"judgement": judgement}))
                except ChangedOnDiskError:
                    refused += 1
                    continue
                sys.stdout.write(f"{path.name} {mine} {stands_on}\n")
    sys.stdout.write(f"# {refused}\n")


if __name__ == "__main__":
    try:
        run(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
    except HallbarhetError as fault:
        sys.stdout.write(f"! {fault}\n")
