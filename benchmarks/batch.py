"""What re-scoring an archive costs: beside reading it alone, in memory, with its size, and the second time.

The floor is measured in the same run: the same files read in two processes, and parsed as the quickest reader of TOML
would, which is told by tomllib's time, also in two. Times are medians of runs that take turns. Every measured run is a
process of its own, so that its peak memory is its own.
`--stor` measures 200 000 records too. Exit code 1 when a bar is broken.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count as count_from
from itertools import islice
from pathlib import Path
from statistics import median

from _synthetic import assessment, checklist

from hallbarhet.assessment.arrays import misfits
from hallbarhet.assessment.records import to_bytes
from hallbarhet.assessment.result import score, stored_result
from hallbarhet.batch.remembered import CACHE_FOLDER
from hallbarhet.checklist.freezing import freeze
from hallbarhet.checklist.model import Checklist

QUICKEST = 19.8
"""How many times as quick as tomllib the quickest reader of TOML was when the bars were set (toml-rs: 63 µs beside
1 246, November 2026). It is no dependency of ours, so tomllib is timed here and its time divided."""

FLOOR_BAR = 1.5
"""Re-scoring under another version, as a multiple of reading and parsing alone."""

MEMORY_BAR = 300
"""MiB in any process."""

GROWTH_BAR = 1.1
"""Peak memory and cost per record of a larger archive, as a multiple of a smaller."""

AGAIN_BAR = 0.2
"""A what-if on records that are remembered as a part of the first one, start-up taken off both."""

SMALL, MIDDLE, LARGE = 1_000, 20_000, 200_000
TEMPLATES, A_FOLDER = 64, 1_000
ROUNDS, AGAIN_ROUNDS, STARTS = 3, 5, 7
RUNS = Path(__file__).with_name("_batch_runs.py")
LONG_AGO = 1_700_000_000
_ID = re.compile(rb'\nid = "syntetisk-[0-9]+"\n')
_STAMP = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Run:
    """What one run took."""

    seconds: float
    mebibytes: float
    """The peak of its largest process."""


def newer(used: Checklist) -> Checklist:
    """The next version: other weights, a question that was put in other words, one that is new, one that is gone."""
    data = used.model_dump(by_alias=True, exclude_unset=True, mode="json")
    data["checklista"] |= {"version": "2.0.0"}
    data["dimension"][0]["vikt"] = 2
    questions = data["avsnitt"][0]["punkt"]
    questions[3]["id"] = "fraga-omformulerad"
    mapping = {"fran_version": "1", "fran": used.sections[0].items[3].id, "till": "fraga-omformulerad"}
    data["koppling"] = [mapping | {"slag": "omformulerad"}]
    questions.append(questions[-1] | {"id": "fraga-ny"})
    data["hallplats"], data["malkonflikt"] = data["hallplats"][:2], data["malkonflikt"][:3]
    return Checklist.model_validate(data, by_alias=True, by_name=False)


def write_archive(folder: Path, count: int) -> None:
    """So many records, `A_FOLDER` in each folder, with the checklist they were made with."""
    folder.mkdir(parents=True)
    used = checklist()
    freeze(used, folder / "checklistor")
    templates = []
    # answers that the checklist does not take are rare in an archive, and are carried one by one
    fitting = (made for seed in count_from(0) if not misfits(used, made := assessment(used, seed)))
    for made in islice(fitting, TEMPLATES):
        result = stored_result(score(used, made), _STAMP)
        templates.append(_ID.split(to_bytes(made.model_copy(update={"result": result}))))
    for number in range(count):
        if number % A_FOLDER == 0:
            inner = folder / f"{number // A_FOLDER:04}"
            inner.mkdir()
        before, after = templates[number % TEMPLATES]
        path = inner / f"post-{number:06}.toml"
        path.write_bytes(b'%s\nid = "syntetisk-%d"\n%s' % (before, number, after))
        os.utime(path, (LONG_AGO, LONG_AGO))


def measured(what: str, folder: Path, target: str | None, weight: str = "3") -> Run:
    """`target` is the checklist to re-score under; without one it is the record's own, with this weight."""
    command = [sys.executable, str(RUNS), what, str(folder), target or weight]
    script = "import subprocess, sys, resource; subprocess.run(sys.argv[1:], check=True); "
    script += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    started = time.perf_counter()
    ran = subprocess.run([sys.executable, "-c", script, *command], check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - started
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Run(seconds, int(ran.stdout) / unit)


def told(name: str, found: float, bar: float, unit: str = "×") -> bool:
    print(f"{name:58} {found:8.2f} {unit} (bar {bar:g})")
    return found > bar


def typical(runs: Iterable[Run]) -> Run:
    """The median time and the largest peak of some runs."""
    every = list(runs)
    return Run(median(run.seconds for run in every), max(run.mebibytes for run in every))


def compare(sizes: tuple[int, ...], inside: Path) -> bool:
    target = str(freeze(newer(checklist()), inside / "ny"))
    one = inside / "en"
    write_archive(one, 1)
    folders = {}
    for size in sizes:
        folders[size] = inside / str(size)
        write_archive(folders[size], size)
    middle = folders[MIDDLE]
    start = {what: typical(measured(what, one, target) for _ in range(STARTS)).seconds for what in ("read", "rescore")}
    every: dict[str, list[Run]] = {"read": [], "parse": [], "rescore": []}
    for _ in range(ROUNDS):  # interleaved, since the machine drifts
        every["read"].append(measured("read", middle, None))
        every["parse"].append(measured("parse", middle / "0000", None))
        every["rescore"].append(measured("rescore", middle, target))
    read, parse, whole = (typical(runs) for runs in every.values())
    parsed = (parse.seconds - start["read"]) / A_FOLDER / QUICKEST
    floor = (read.seconds - start["read"]) / MIDDLE + parsed
    each = (whole.seconds - start["rescore"]) / MIDDLE
    print(f"{MIDDLE} records: floor {floor * 1e6:.0f} µs each, re-scored {each * 1e6:.0f} µs each")
    broken = told("re-scoring under another version, beside the floor", each / floor, FLOOR_BAR)
    broken |= told("peak of any process", whole.mebibytes, MEMORY_BAR, "MiB")
    for size in sizes:
        if size == MIDDLE:
            continue
        other = typical(measured("rescore", folders[size], target) for _ in range(1 if size > MIDDLE else ROUNDS))
        its = (other.seconds - start["rescore"]) / size
        print(f"{size} records: {its * 1e6:.0f} µs each, {other.mebibytes:.0f} MiB")
        if size > MIDDLE:
            broken |= told("cost per record, beside the smaller archive", its / each, GROWTH_BAR * 1.1)
            growth = other.mebibytes / whole.mebibytes
            broken |= told("peak of any process, beside the smaller archive", growth, GROWTH_BAR)
    return broken | again(one, folders[max(sizes)], max(sizes))


def again(one: Path, folder: Path, count: int) -> bool:
    """A what-if, then other what-ifs on the same records."""
    measured("cached", one, None)
    starts, firsts, seconds = [], [], []
    for _ in range(AGAIN_ROUNDS):  # interleaved: starting is most of what another what-if takes, and it drifts
        shutil.rmtree(folder / CACHE_FOLDER, ignore_errors=True)
        firsts.append(measured("cached", folder, None))
        for weight in ("1.5", "2.5"):
            starts.append(measured("cached", one, None, weight))
            seconds.append(measured("cached", folder, None, weight))
    start, first, second = (typical(runs).seconds for runs in (starts, firsts, seconds))
    first, second = (first - start) / count, (second - start) / count
    print(f"a what-if on {count} records: the first time {first * 1e6:.0f} µs each, another {second * 1e6:.0f} µs each")
    return told("another what-if, beside the first", second / first, AGAIN_BAR)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stor", action="store_true", help="200 000 records too")
    arguments = parser.parse_args()
    sizes = (SMALL, MIDDLE, LARGE) if arguments.stor else (SMALL, MIDDLE)
    with tempfile.TemporaryDirectory(prefix="hallbarhet-batch-") as inside:
        return int(compare(sizes, Path(inside)))


if __name__ == "__main__":
    sys.exit(main())
