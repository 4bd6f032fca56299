"""Reads every endless document as record and as checklist, in little memory; prints how each ended.

Run as a program, so that the bound on memory holds for it alone.
"""

import resource
import sys
import time

from support.broken import ENDLESS

from hallbarhet.assessment.records import parse
from hallbarhet.checklist.reading import read_checklist_bytes

MEGABYTE = 1_000_000


def main(megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))
    for name, raw in ENDLESS.items():
        for read in (parse, read_checklist_bytes):
            started = time.process_time()
            found, problems = read(raw, "fil.toml")
            told = "läst" if found is not None else f"{len(problems)} fel"
            sys.stdout.write(f"{name}: {told}, {time.process_time() - started:.1f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
