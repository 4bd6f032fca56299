"""What re-scoring an archive costs: beside reading it alone, in memory, with its size, and the second time.

The floor is measured in the same run: the same files read in two processes, and parsed as the quickest reader of TOML
would, which is told by tomllib's time. Every measured run is a process of its own, so that its peak memory is its own.
`--stor` measures 200 000 records too. Exit code 1 when a bar is broken.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count as count_from
from itertools import islice
from pathlib import Path

from _synthetic import assessment, checklist

from hallbarhet.assessment.arrays import misfits
from hallbarhet.assessment.records import to_bytes
from hallbarhet.assessment.result import score, stored_result
from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.chunks import chunked, in_order
from hallbarhet.batch.listing import record_paths
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.reading import contents
from hallbarhet.batch.remembered import cache_folder
from hallbarhet.batch.rescoring import JSONL
from hallbarhet.batch.running import rescore
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
"""A repeated what-if as a part of the first, start-up taken off both."""

SMALL, MIDDLE, LARGE = 1_000, 20_000, 200_000
TEMPLATES = 64
PROCESSES = 2
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
    """So many records, a thousand in each folder, with the checklist they were made with."""
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
        if number % 1_000 == 0:
            inner = folder / f"{number // 1_000:04}"
            inner.mkdir()
        before, after = templates[number % TEMPLATES]
        path = inner / f"post-{number:06}.toml"
        path.write_bytes(b'%s\nid = "syntetisk-%d"\n%s' % (before, number, after))
        os.utime(path, (LONG_AGO, LONG_AGO))


def read_alone(paths: tuple[str, ...]) -> int:
    return sum(contents(path) is not None for path in paths)


def parsing(folder: Path) -> float:
    """Seconds that the quickest reader would need for a record, in one process."""
    texts = [path.read_text(encoding="utf-8") for path in islice(sorted(folder.rglob("post-*.toml")), TEMPLATES)]
    started = time.perf_counter()
    for text in texts:
        tomllib.loads(text)
    return (time.perf_counter() - started) / len(texts) / QUICKEST


def do(what: str, folder: Path, target: str | None) -> None:
    """One measured run, in a process of its own."""
    entries = record_paths([str(folder)])
    if what == "floor":
        paths = (entry for entry in entries if isinstance(entry, str))
        assert sum(in_order(read_alone, chunked(paths), processes=PROCESSES)) > 0
        return
    alternative = Alternative(weights=(("ekologisk", 3.0),)) if target is None else Alternative()
    outfitter = Outfitter([str(folder)], target, [alternative])
    cache = cache_folder([str(folder)]) if what == "cached" else None
    with Path(os.devnull).open("w", encoding="utf-8") as rows:
        for chunk in rescore(entries, outfitter, forms=[JSONL], processes=PROCESSES, cache=cache):
            assert not chunk.part.unread
            assert not chunk.part.slow
            rows.write(chunk.texts[JSONL])


def measured(what: str, folder: Path, target: str | None) -> Run:
    command = [sys.executable, __file__, "--gor", what, str(folder), *([target] if target else [])]
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


def best(what: str, folder: Path, target: str | None, rounds: int) -> Run:
    runs = [measured(what, folder, target) for _ in range(rounds)]
    return Run(min(run.seconds for run in runs), max(run.mebibytes for run in runs))


def compare(sizes: tuple[int, ...], rounds: int, inside: Path) -> bool:
    target = freeze(newer(checklist()), inside / "ny")
    one = inside / "en"
    write_archive(one, 1)
    folders = {}
    for size in sizes:
        folders[size] = inside / str(size)
        write_archive(folders[size], size)
    middle = folders[MIDDLE]
    start = {what: best(what, one, str(target) if what == "rescore" else None, rounds) for what in ("floor", "rescore")}
    floors, wholes, parses = [], [], []
    for _ in range(rounds):  # interleaved, since the machine drifts
        floors.append(measured("floor", middle, None))
        parses.append(parsing(middle))
        wholes.append(measured("rescore", middle, str(target)))
    floor = min(run.seconds for run in floors) - start["floor"].seconds + min(parses) * MIDDLE / PROCESSES
    whole = min(run.seconds for run in wholes) - start["rescore"].seconds
    per = 1e6 / MIDDLE
    print(f"{MIDDLE} records: floor {floor * per:.0f} µs each, re-scored {whole * per:.0f} µs each")
    broken = told("re-scoring under another version, beside the floor", whole / floor, FLOOR_BAR)
    peak = max(run.mebibytes for run in wholes)
    broken |= told("peak of any process", peak, MEMORY_BAR, "MiB")
    for size in sizes:
        if size == MIDDLE:
            continue
        other = best("rescore", folders[size], str(target), 1 if size > MIDDLE else rounds)
        each = (other.seconds - start["rescore"].seconds) / size
        print(f"{size} records: {each * 1e6:.0f} µs each, {other.mebibytes:.0f} MiB")
        if size > MIDDLE:
            broken |= told("cost per record, beside the smaller archive", each / (whole / MIDDLE), GROWTH_BAR * 1.1)
            broken |= told("peak of any process, beside the smaller archive", other.mebibytes / peak, GROWTH_BAR)
    nothing = best("cached", one, None, rounds).seconds
    first = measured("cached", middle, None).seconds - nothing
    again = best("cached", middle, None, rounds).seconds - nothing
    print(f"a what-if: the first time {first * per:.0f} µs each, again {again * per:.0f} µs each")
    return broken | told("a repeated what-if, beside the first", again / first, AGAIN_BAR)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stor", action="store_true", help="200 000 records too")
    parser.add_argument("--gor", nargs="+", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.gor:
        what, folder, *target = arguments.gor
        do(what, Path(folder), target[0] if target else None)
        return 0
    sizes = (SMALL, MIDDLE, LARGE) if arguments.stor else (SMALL, MIDDLE)
    with tempfile.TemporaryDirectory(prefix="hallbarhet-batch-") as inside:
        return int(compare(sizes, 3, Path(inside)))


if __name__ == "__main__":
    sys.exit(main())
