"""What reading a checklist costs: parsing, merging, checking; the largest shipped, an overlay on it, and a giant.

Candidates are interleaved and medians told as ratios to parsing the same files in the same run. Exit code 1 when a bar
is broken. The giant's bar is in seconds, since it is about a person who has saved and waits.
"""

import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from hallbarhet.checklist.beginning import overlay_text
from hallbarhet.checklist.freezing import freeze, read_copy
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.reading import load_checklist, read_checklist
from hallbarhet.checklist.versions import compare
from hallbarhet.checklist.writing import text_of
from hallbarhet.review.checking import check_file

SHIPPED = Path(__file__).parents[1] / "checklists"

QUESTIONS = 2_000
ROUNDS = 9
MOST_TIMES_PARSING = 3.0
MOST_SECONDS = 2.0
MOST_TIMES_A_SECOND_LOOK = 0.1
"""Of the first reading of an archive's copy: a second case on the same checklist must not pay for it again."""


def giant() -> str:
    """Two thousand questions in a hundred themes, with conditions, gates, conflict rules and test cases."""
    dimensions = ("social", "ekologisk", "ekonomisk")
    grades = [(-2, "Mycket sämre"), (-1, "Sämre"), (0, "Lika"), (1, "Bättre"), (2, "Mycket bättre")]
    themes = [{"id": f"tema-{n}", "dimension": dimensions[n % 3], "namn": f"Tema {n}"} for n in range(100)]
    data = {
        "format": 1,
        "checklista": {"id": "jatte", "version": "1.0.0", "titel": "Tvåtusen påhittade frågor"},
        "dimension": [{"id": one, "namn": one.capitalize()} for one in dimensions],
        "tema": themes,
        "skala": [{"id": "fem", "neutral": 0, "grader": [{"grad": g, "text": text} for g, text in grades]}],
        "avsnitt": [
            {
                "id": f"del-{part}",
                "titel": f"Del {part}",
                "punkt": [_question(n) for n in range(part * 40, part * 40 + 40)],
            }
            for part in range(QUESTIONS // 40)
        ],
        "hallplats": [
            {
                "id": f"halt-{n}",
                "efter": f"del-{n}",
                "titel": f"Hållplats {n}",
                "verkan": "avvakta",
                "om": {"alla": [{"punkt": f"q-{n * 40}", "max": -1}, {"dimension": dimensions[n % 3], "max": -10}]},
            }
            for n in range(50)
        ],
        "malkonflikt": [
            {"id": f"par-{n}", "titel": f"Par {n}", "slag": "par", "plus": f"q-{n * 8}", "minus": f"q-{n * 8 + 2}"}
            for n in range(200)
        ],
        "provfall": [
            {"namn": f"Prov {n}", "svar": {f"q-{n * 2}": 2}, "vantat": {"niva": 3}} for n in range(20)
        ],
    }  # fmt: skip
    return text_of(data)


def _question(n: int) -> dict[str, object]:
    question: dict[str, object] = {
        "id": f"q-{n}",
        "text": f"Hur påverkar insatsen sak nummer {n}?",
        "vagledning": "Läs ansökan och räkna med både genomförandet och tio års drift.",
        "slag": "bedomning",
        "skala": "fem",
        "tema": f"tema-{n % 100}",
        "agenda2030": [f"{n % 17 + 1}.1"],
    }
    return question | ({"visas_om": {"punkt": f"q-{n - 1}", "min": 1}} if n % 2 else {})


def measured(candidates: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median time of each, one of every kind in turn."""
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, run in candidates.items():
            started = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - started)
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        return int(not all([*_shipped(Path(folder)), *_giant(Path(folder))]))


def _shipped(folder: Path) -> list[bool]:
    largest = max(SHIPPED.glob("*.toml"), key=lambda path: path.stat().st_size)
    text = largest.read_text(encoding="utf-8")
    base = load_checklist(largest)
    overlay = folder / "region.toml"
    overlay.write_text(overlay_text(base, "Region X", overlay.name), encoding="utf-8")
    own = overlay.read_text(encoding="utf-8")
    copy = freeze(base, folder / "checklistor")
    found = measured(
        {
            "parse": lambda: tomllib.loads(text),
            "parse both": lambda: (tomllib.loads(text), tomllib.loads(own)),
            "use": lambda: load_checklist(largest),
            "check": lambda: read_checklist(largest),
            "overlay": lambda: read_checklist(overlay, folders=[SHIPPED]),
            "copy": lambda: read_copy(copy),
        },
        ROUNDS,
    )
    print(f"{largest.name}, {len(text) / 1000:.0f} kB")
    return [
        _ratio("read and checked for use", found["use"] / found["parse"], MOST_TIMES_PARSING),
        _ratio("read and checked with advice", found["check"] / found["parse"], MOST_TIMES_PARSING),
        _ratio("an overlay on it, merged and checked", found["overlay"] / found["parse both"], MOST_TIMES_PARSING),
        _ratio("the archive's copy, once more", found["copy"] / found["use"], MOST_TIMES_A_SECOND_LOOK, "the first"),
    ]


def _giant(folder: Path) -> list[bool]:
    path = folder / "jatte.toml"
    path.write_text(giant(), encoding="utf-8")
    faulty = folder / "trasig.toml"
    faulty.write_text(giant().replace('"q-1000"', '"q-x"', 1).replace('"tema-7"', '"tema-x"'), encoding="utf-8")
    checklist, problems = read_checklist(path)
    assert checklist is not None, problems[0].sentence
    found = measured(
        {
            "read": lambda: read_checklist(path),
            "granska": lambda: check_file(path, Library(folder)),
            "granska, many faults": lambda: check_file(faulty, Library(folder)),
            "skillnad": lambda: compare(checklist, checklist),
        },
        3,
    )
    print(f"{QUESTIONS} questions, {path.stat().st_size / 1000:.0f} kB")
    return [_seconds(name, taken) for name, taken in found.items()]


def _ratio(name: str, ratio: float, bar: float, of: str = "parsing") -> bool:
    print(f"  {name:38} {ratio:5.2f} × {of} (bar {bar})")
    return ratio <= bar


def _seconds(name: str, taken: float) -> bool:
    print(f"  {name:38} {taken:5.2f} s (bar {MOST_SECONDS})")
    return taken <= MOST_SECONDS


if __name__ == "__main__":
    sys.exit(main())
