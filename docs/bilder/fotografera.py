"""Takes the pictures of README from the program itself, so that they never go stale.

Run `python docs/bilder/fotografera.py` with Chromium on the path after a change that can be seen.
"""

import asyncio
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from hallbarhet.assessment.records import load
from hallbarhet.assessment.result import score
from hallbarhet.checklist.library import Library
from hallbarhet.report.write import write_report
from hallbarhet.review.demo import write_demo
from hallbarhet.tui.app import HallbarhetApp
from hallbarhet.tui.places import Place

HERE = Path(__file__).parent
CASE = "Sjömarksleden"
"""The demo case that is shown, by the beginning of its title."""

QUESTION = "samhalle-utslapp"
SIZE = (80, 24)
CLOCK = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)


def browser_path() -> str:
    """The browser that is installed; none is downloaded."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise SystemExit("Chromium is not on the path")


async def program(record: Path) -> str:
    """The question page of a record, as SVG."""
    app = HallbarhetApp(record.parent, record=record, clock=lambda: CLOCK)
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(100):
            await pilot.pause(0.1)
            if app.page is not None:
                break
        app.show(app.desk.go(Place("fraga", QUESTION)))
        await pilot.pause(0.5)
        return app.export_screenshot(title="hallbarhet")


def photograph(browser: Browser, address: str, picture: Path, width: int, height: int) -> None:
    """A picture of the first screenful of a page."""
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=1)
    page.goto(address)
    page.screenshot(path=picture)
    page.close()


def main() -> None:
    """Write an archive, open a case and its report, and photograph both."""
    os.environ["HALLBARHET_CONFIG_DIR"] = tempfile.mkdtemp()
    archive = Path(tempfile.mkdtemp()) / "demo"
    write_demo(archive, count=None, seed=1, checklist=None)
    record = next(path for path in archive.glob("*.toml") if f'rubrik = "{CASE}' in path.read_text(encoding="utf-8"))
    assessment = load(record).assessment
    checklist = Library(archive).by_reference(assessment.checklist)
    report = write_report(record, checklist, assessment, score(checklist, assessment), public=False)
    drawing = archive / "program.svg"
    drawing.write_text(asyncio.run(program(record)), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        photograph(browser, drawing.as_uri(), HERE / "program.png", 994, 636)
        photograph(browser, report.as_uri(), HERE / "rapport.png", 1000, 1250)
        browser.close()


if __name__ == "__main__":
    main()
