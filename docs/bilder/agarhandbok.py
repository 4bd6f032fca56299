"""Draws the pictures of the owner's handbook from the program itself: `python docs/bilder/agarhandbok.py`.

What stands in them is what the program says of the worked example, so tests/docs/test_handbook.py can hold them
against it, sign by sign.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from hallbarhet.checklist.library import Library
from hallbarhet.tui.app import HallbarhetApp
from hallbarhet.tui.places import Place

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "exempel"
REGION = "region-alvmark-projektmedel.toml"
QUESTION = "alvmark-alven"
COLUMNS, ROWS = 80, 24
CLOCK = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)
CELL, LINE, SIZE, EDGE = 8.4, 18, 14, 12
"""A sign's width, a line's height, the letters' size and the margin, in points of the picture."""

LETTERS = f"""font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="{SIZE}\""""
INK, PAPER, GREY = "#1a1a1a", "#fafafa", "#5f5f5f"


@dataclass(frozen=True)
class Run:
    """Some signs in a row that look alike."""

    text: str
    ink: str = INK
    paper: str = ""
    is_bold: bool = False


def drawn(lines: list[list[Run]], told: str, *, columns: int = COLUMNS, paper: str = PAPER) -> str:
    """Lines of a terminal as SVG; `told` says what is seen."""
    width, height = round(columns * CELL + 2 * EDGE), len(lines) * LINE + 2 * EDGE
    frame = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {frame} role="img" aria-labelledby="t" {LETTERS}>',
        f'<title id="t">{escape(told)}</title>',
        f'<rect width="{width}" height="{height}" rx="6" fill="{paper}"/>',
    ]
    for row, runs in enumerate(lines):
        parts += _row(runs, EDGE + row * LINE, paper)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _row(runs: Iterable[Run], top: int, paper: str) -> Iterator[str]:
    column = 0
    for run in runs:
        left, width = round(EDGE + column * CELL, 1), round(len(run.text) * CELL, 1)
        if run.paper and run.paper != paper:
            yield f'<rect x="{left}" y="{top}" width="{width}" height="{LINE}" fill="{run.paper}"/>'
        for found in re.finditer(r"\S+(?: \S+)*", run.text):
            start, length = round(left + found.start() * CELL, 1), round(len(found[0]) * CELL, 1)
            set_as = f'fill="{run.ink}"' + (' font-weight="bold"' if run.is_bold else "")
            yield f'<text x="{start}" y="{top + 13}" {set_as} textLength="{length}">{escape(found[0])}</text>'
        column += len(run.text)


def said(folder: Path, *words: str) -> list[list[Run]]:
    """A command as it is typed and what the program answers, wrapped as in a window."""
    environment = {**os.environ, "HALLBARHET_CONFIG_DIR": str(folder / "egen"), "COLUMNS": str(COLUMNS)}
    done = subprocess.run(  # noqa: S603  (this program, with words that stand below)
        [sys.executable, "-m", "hallbarhet", *words],
        cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    lines = [[Run("$ ", GREY), Run(" ".join(("hallbarhet", *words)), is_bold=True)]]
    for line in (done.stdout + done.stderr).splitlines():
        lines += [[Run(part)] for part in textwrap.wrap(line, COLUMNS, subsequent_indent="  ") or [""]]
    return lines


def screen(app: App[object]) -> list[list[Run]]:
    """What stands on the app's screen, with its colours."""
    lines = []
    for strip in app.screen._compositor.render_strips():  # noqa: SLF001  (the only place that holds the whole screen)
        runs: list[Run] = []
        for segment in strip:
            style = segment.style
            ink = style.color.get_truecolor().hex if style and style.color else INK
            back = style.bgcolor.get_truecolor().hex if style and style.bgcolor else ""
            if segment.text:
                runs.append(Run(segment.text, ink, back, bool(style and style.bold)))
        lines.append(runs)
    return lines


async def shown(pilot: Pilot[object], words: str) -> None:
    """Wait until some words stand on the screen, and then until it is at rest."""
    while not any(words in "".join(run.text for run in line) for line in screen(pilot.app)):
        await pilot.pause(0.05)
    await pilot.pause(0.3)


async def walked(folder: Path) -> dict[str, list[list[Run]]]:
    """The example's own question, tried without keeping anything: the page, and the help on it."""
    checklist = Library(folder=folder).find(REGION.removesuffix(".toml"))
    app = HallbarhetApp(folder, checklist=checklist, is_practice=True, clock=lambda: CLOCK)
    found = {}
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        while app.page is None or app.desk is None:
            await pilot.pause(0.05)
        session = app.desk.session
        session.set_depth("fordjupad", "Ett exempel ur handboken.")
        app.show(app.desk.go(Place("fraga", QUESTION)))
        await shown(pilot, checklist.item_by_id[QUESTION].text)
        await pilot.press("2")
        await shown(pilot, "Motivera kort, det behövs")
        found["fraga"] = screen(app)
        await pilot.press("f1")
        await shown(pilot, "Svaren betyder")
        found["hjalp"] = screen(app)
    return found


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """A text with some words in it replaced; each stands there."""
    for old, new in pairs:
        if old not in text:
            raise ValueError(old)
        text = text.replace(old, new)
    return text


def pictures() -> dict[str, str]:
    """Every picture by its file name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in EXAMPLES.glob("*.toml"):
            shutil.copy(path, folder)
        os.environ.setdefault("HALLBARHET_CONFIG_DIR", str(folder / "egen"))
        base = Library().find("grund-projektmedel").fingerprint
        whole = re.sub(r'"sha256-1:\w+"', f'"{base}"', (folder / REGION).read_text(encoding="utf-8"))
        (folder / REGION).write_text(whole, encoding="utf-8")
        shots = asyncio.run(walked(folder))
        paper = next(run.paper for run in shots["fraga"][2] if run.paper)
        wrong = changed(whole, ('tema = "natur"', 'tema = "natru"'), ("\nvikt = 2\n", '\nvikt = "2"\n'))
        (folder / REGION).write_text(wrong, encoding="utf-8")
        faults = said(folder, "granska", REGION)
        (folder / REGION).write_text(whole, encoding="utf-8")
        newer = changed(
            whole,
            ('\nversion = "1.0.0"', '\nversion = "1.1.0"'),
            ("\nvikt = 2\n", "\nvikt = 3\n"),
            ("påverkar insatsen älven: vattnet, fisken och stränderna", "påverkar insatsen älven och dess stränder"),
        )
        (folder / "ny.toml").write_text(newer, encoding="utf-8")
        difference = said(folder, "checklista", "skillnad", REGION, "ny.toml")
    return {
        "agare-granska.svg": drawn(faults, "Granskningen hittar två fel och säger rad, plats och vad du kan skriva."),
        "agare-fraga.svg": drawn(shots["fraga"], "Frågan om älven i appen, med fem svar.", paper=paper),
        "agare-hjalp.svg": drawn(shots["hjalp"], "Hjälpen på frågan om älven: vägledningen överst.", paper=paper),
        "agare-skillnad.svg": drawn(difference, "Skillnaden mellan två versioner, i hela meningar."),
    }


def main() -> None:
    """Write them all."""
    for name, picture in pictures().items():
        (HERE / name).write_text(picture, encoding="utf-8", newline="\n")
        print(HERE / name)


if __name__ == "__main__":
    main()
