"""The first frame, the list, the filter, the next question and the search, on a real pty; and memory.

Against an empty Textual app and against ten questions. Only ratios and the limits a person feels are judged; absolute
times belong to the machine. Exit code 1 when a bar is broken.
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

RECORDS = 5_000
STARTS = 9
"""Starts of each kind, one of each in turn: the machine drifts."""
KEYS = 120
ENTER, ESCAPE, DOWN, BACK, BACKSPACE = b"\r", b"\x1b", b"\x1b[B", b"\x1b[18~", b"\x7f"
OVERVIEW, EVERY_QUESTION, STANDING, SEARCH = b"\x1bOQ", b"\x1bOR", b"\x1b[17~", b"\x10"
TO_FILTER = EVERY_QUESTION
"""F3 in both places."""
LIST_IS_FULL = "5000 ärenden".encode()
QUIET = 0.08
"""Seconds without a byte after which the screen is taken to stand still."""

FIRST_FRAME_BAR = 1.5
MEDIAN_BAR = 0.030
P95_BAR = 0.060
SAME_BAR = 1.5
"""Three hundred questions may cost this much more than ten: the same, but for what a busy machine adds."""
LIST_BAR = 3.5
"""The whole list of 5 000 records known before, to an empty app."""
MEMORY_BAR = 150.0
"""MiB at the most, with the archive in the list and a case of 300 questions open."""

EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("FIRSTFRAME")
Empty().run()
"""
OUR_APP = """
import sys
from pathlib import Path
from hallbarhet.tui.app import run
run(Path(sys.argv[1]))
"""
QUESTIONS_APP = """
import sys
from pathlib import Path
from hallbarhet.assessment.model import Case
from hallbarhet.checklist.model import Checklist
from hallbarhet.tui.app import HallbarhetApp
count = int(sys.argv[2])
grades = [{"grad": grade, "text": f"Svar {grade}"} for grade in range(-2, 3)]
themes = [{"id": name, "dimension": name, "namn": name} for name in ("social", "ekologisk", "ekonomisk")]
items = [
    {"id": f"fraga-{n}", "text": f"Fråga nummer {n}, en mening av vanlig längd om insatsen?", "slag": "bedomning",
     "skala": "fem", "tema": themes[n % 3]["id"], "ledtext": "Räkna med hela projekttiden.", "motivering": "valfri"}
    for n in range(count)
]
checklist = Checklist.model_validate({
    "format": 1,
    "checklista": {"id": "matning", "version": "1.0.0", "titel": "Mätning"},
    "dimension": [{"id": theme["id"], "namn": theme["namn"]} for theme in themes],
    "tema": themes,
    "skala": [{"id": "fem", "neutral": 0, "grader": grades}],
    "avsnitt": [{"id": "alla", "titel": "Alla frågor", "punkt": items}],
})
case = Case.model_validate({"diarienummer": "MÄT/1/2026", "stodform": "projektmedel", "rubrik": "Mätning",
                            "sokande": "Ingen"})
app = HallbarhetApp(Path(sys.argv[1]), checklist=checklist, case=case)
app.run()
"""


@contextmanager
def running(code: str, *arguments: str) -> Iterator[tuple[int, float, int]]:
    """A program on a pty of its own, 80×24; its end of the line, when it was started, and its process."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": "", "LINES": ""}
    started = time.perf_counter()
    # Textual draws on stderr: all three streams are the terminal.
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    try:
        yield ours, started, process.pid
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(ours)


def read_until(line: int, marker: bytes, within: float = 20.0) -> float:
    """When the marker had been drawn."""
    seen = b""
    end = time.perf_counter() + within
    while time.perf_counter() < end:
        if select.select([line], [], [], 0.2)[0]:
            seen += os.read(line, 65536)
            if marker in seen:
                return time.perf_counter()
    message = f"{marker!r} was never drawn"
    raise TimeoutError(message)


def last_byte(line: int) -> float | None:
    """When the screen had been drawn to its last byte; None when nothing was drawn."""
    when = None
    while select.select([line], [], [], QUIET)[0]:
        os.read(line, 65536)
        when = time.perf_counter()
    return when


def write_archive(folder: Path) -> None:
    """Five thousand small records."""
    for number in range(RECORDS):
        record = (
            f'format = 1\n\n[bedomning]\nid = "0193f2a0-{number:012d}"\nstatus = "utkast"\n'
            f"skapad = 2026-01-01T08:00:00+01:00\nsenast_sparad = 2026-{1 + number % 12:02d}-01T08:00:00+01:00\n\n"
            f'[arende]\ndiarienummer = "RUN/{number}/2026"\nrubrik = "Ärende nummer {number}"\n\n'
            f'[checklista]\nid = "matning"\nversion = "1.0.0"\nfingeravtryck = "sha256-1:0"\n'
        )
        (folder / f"RUN-{number}-2026_{number:08d}.toml").write_text(record, encoding="utf-8")


def first_frame(code: str, marker: bytes, *arguments: str) -> float:
    """Seconds from start to the first frame."""
    with running(code, *arguments) as (line, started, _):
        return read_until(line, marker) - started


def pressed(line: int, key: bytes) -> float | None:
    """Seconds from a key to the last byte that it made the app draw; None when it drew nothing."""
    started = time.perf_counter()
    os.write(line, key)
    drawn = last_byte(line)
    return None if drawn is None else drawn - started


def all_pressed(line: int, keys: Iterable[bytes]) -> list[float]:
    """The same for many keys, without those that drew nothing."""
    return [seconds for seconds in (pressed(line, key) for key in keys) if seconds is not None]


def to_first_question(line: int) -> None:
    """From the case data of a new case to its first question."""
    read_until(line, "Handläggare".encode())
    last_byte(line)
    for key in (OVERVIEW, DOWN, ENTER):
        os.write(line, key)
        time.sleep(0.3)
        last_byte(line)


def next_questions(folder: Path, count: int) -> list[float]:
    """Seconds from a key to the last byte, there and back through the questions."""
    with running(QUESTIONS_APP, str(folder), str(count)) as (line, _, _):
        to_first_question(line)
        forward = min(count - 2, 40)
        return all_pressed(line, (ENTER if number % (2 * forward) < forward else BACK for number in range(KEYS)))


def filtering(archive: Path) -> list[float]:
    """Seconds from a key to the last byte, while words are typed in the list and taken away again."""
    with running(OUR_APP, str(archive)) as (line, _, _):
        read_until(line, LIST_IS_FULL)
        time.sleep(3)  # behind the list, the app makes ready to open a case
        last_byte(line)
        os.write(line, TO_FILTER)
        last_byte(line)
        words = b"nummer 4 run/12"
        return all_pressed(line, [*(bytes([letter]) for letter in words), *[BACKSPACE] * len(words)] * 3)


def searching(archive: Path) -> tuple[list[float], float]:
    """Seconds from a key to the last byte in the search over 300 questions, and MiB at the most when all was shown."""
    with running(QUESTIONS_APP, str(archive), "300") as (line, _, process):
        to_first_question(line)
        for key in (b"4", ENTER, STANDING, ESCAPE, OVERVIEW, EVERY_QUESTION, SEARCH):
            os.write(line, key)
            time.sleep(0.5)
            last_byte(line)
        words = b"nummer 27"
        times = all_pressed(line, [*(bytes([letter]) for letter in words), *[BACKSPACE] * len(words)] * 3)
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
        peak = next(row for row in status.splitlines() if row.startswith("VmHWM:"))
        return times, int(peak.split()[1]) / 1024


def verdict(name: str, value: float, bar: float, unit: str = "×") -> bool:
    """Print one bar; whether it holds."""
    holds = value <= bar
    print(f"{'holds' if holds else 'BROKEN':7} {name:50} {value:7.2f} {unit} (bar {bar:.2f} {unit})")
    return holds


def felt(name: str, times: list[float]) -> list[bool]:
    """Print the two limits that a person feels; whether each holds."""
    return [
        verdict(f"{name}, median", statistics.median(times) * 1000, MEDIAN_BAR * 1000, "ms"),
        verdict(f"{name}, 95th percentile", sorted(times)[int(len(times) * 0.95)] * 1000, P95_BAR * 1000, "ms"),
    ]


def main() -> int:
    """Measure everything."""
    with tempfile.TemporaryDirectory(prefix="hallbarhet-matning-") as root:
        archive, empty = Path(root) / "arkiv", Path(root) / "tomt"
        archive.mkdir()
        empty.mkdir()
        os.environ["HALLBARHET_CONFIG_DIR"] = root  # nobody's own choices take part
        write_archive(archive)
        unknown = first_frame(OUR_APP, LIST_IS_FULL, str(archive))  # also writes the index that later starts read
        bare, ours, full = [], [], []
        for _ in range(STARTS):
            bare.append(first_frame(EMPTY_APP, b"FIRSTFRAME"))
            ours.append(first_frame(OUR_APP, "Mina ärenden".encode(), str(archive)))
            full.append(first_frame(OUR_APP, LIST_IS_FULL, str(archive)))
        few = next_questions(empty, 10)
        many = next_questions(empty, 300)
        filtered = filtering(archive)
        found, peak = searching(archive)
    start = statistics.median(bare)
    print(f"{'':7} {'the list of 5 000 records never read before':50} {unknown / start:7.2f} × an empty app")
    held = [
        verdict("first frame on 5 000 records, to an empty app", statistics.median(ours) / start, FIRST_FRAME_BAR),
        verdict("the whole list of 5 000 records, to an empty app", statistics.median(full) / start, LIST_BAR),
        *felt("a key in the filter over 5 000 records", filtered),
        *felt("next question of 300", many),
        verdict("next question of 300, to one of 10", statistics.median(many) / statistics.median(few), SAME_BAR),
        *felt("a key in the search over 300 questions", found),
        verdict("memory, 5 000 records and 300 questions", peak, MEMORY_BAR, "MiB"),
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
