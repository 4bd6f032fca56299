"""The first frame and the next question, on a real pty, against an empty Textual app and against ten questions.

Only ratios and the two limits a person feels are judged; absolute times belong to the machine. Exit code 1 when a bar
is broken.
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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RECORDS = 5_000
STARTS = 9
"""Starts of each kind, one of each in turn: the machine drifts."""
KEYS = 120
QUIET = 0.08
"""Seconds without a byte after which the screen is taken to stand still."""

FIRST_FRAME_BAR = 1.5
MEDIAN_BAR = 0.030
P95_BAR = 0.060
SAME_BAR = 1.5
"""Three hundred questions may cost this much more than ten: the same, but for what a busy machine adds."""

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
def running(code: str, *arguments: str) -> Iterator[tuple[int, float]]:
    """A program on a pty of its own, 80×24; its end of the line, and when it was started."""
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
        yield ours, started
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
    with running(code, *arguments) as (line, started):
        return read_until(line, marker) - started


def next_questions(folder: Path, count: int) -> list[float]:
    """Seconds from a key to the last byte, there and back through the questions."""
    with running(QUESTIONS_APP, str(folder), str(count)) as (line, _):
        read_until(line, "Handläggare".encode())
        last_byte(line)
        for key in (b"\x1bOQ", b"\x1b[B", b"\r"):  # F2, down, Enter: the overview, then the first question
            os.write(line, key)
            time.sleep(0.3)
            last_byte(line)
        times = []
        forward = min(count - 2, 40)
        for number in range(KEYS):
            key = b"\r" if number % (2 * forward) < forward else b"\x1b[18~"  # Enter there, F7 back
            pressed = time.perf_counter()
            os.write(line, key)
            drawn = last_byte(line)
            if drawn is not None:
                times.append(drawn - pressed)
    return times


def verdict(name: str, value: float, bar: float, unit: str = "×") -> bool:
    """Print one bar; whether it holds."""
    holds = value <= bar
    print(f"{'holds' if holds else 'BROKEN':7} {name:50} {value:7.2f} {unit} (bar {bar:.2f} {unit})")
    return holds


def main() -> int:
    """Measure everything."""
    with tempfile.TemporaryDirectory(prefix="hallbarhet-matning-") as root:
        archive, empty = Path(root) / "arkiv", Path(root) / "tomt"
        archive.mkdir()
        empty.mkdir()
        write_archive(archive)
        bare, ours = [], []
        for _ in range(STARTS):
            bare.append(first_frame(EMPTY_APP, b"FIRSTFRAME"))
            ours.append(first_frame(OUR_APP, "Mina ärenden".encode(), str(archive)))
        few = next_questions(empty, 10)
        many = next_questions(empty, 300)
    held = [
        verdict("first frame on 5 000 records, to an empty app", statistics.median(ours) / statistics.median(bare),
                FIRST_FRAME_BAR),
        verdict("next question of 300, median", statistics.median(many) * 1000, MEDIAN_BAR * 1000, "ms"),
        verdict("next question of 300, 95th percentile", sorted(many)[int(len(many) * 0.95)] * 1000, P95_BAR * 1000,
                "ms"),
        verdict("next question of 300, to one of 10", statistics.median(many) / statistics.median(few), SAME_BAR),
    ]  # fmt: skip
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
