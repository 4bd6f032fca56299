"""What a report costs beyond bare rendering: the same view, the same templates, no sandbox and no safety.

Candidates are interleaved and medians compared, since the machine drifts. Exit code 1 when a bar is broken.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from _synthetic import assessment, checklist
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from hallbarhet.assessment.result import score
from hallbarhet.report.library import FolderLoader
from hallbarhet.report.render import render_html
from hallbarhet.report.view import report_view

BAR = 3.0
"""A thousand reports may cost three times their bare rendering: reading people's text safely is not free."""

ROUNDS = 11
REPORTS = 20
"""Reports in each round of each candidate."""

THOUSAND = 1_000
GROWTH = 1.1
"""A thousand reports in one process may take a tenth more memory than the first fifty: nothing is kept of them."""

LARGEST = 200_000
"""Bytes of a report of sixty questions."""

TEMPLATES = Path(__file__).parents[1] / "templates"


def main() -> int:
    used = checklist()
    case = assessment(used, seed=1)
    outcome = score(used, case)
    view = report_view(used, case, outcome, public=False)
    bare = Environment(
        loader=FolderLoader([TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template("report.html.jinja")
    sheets = [(TEMPLATES / name).read_text(encoding="utf-8") for name in ("charts.css", "report.css")]
    style = Markup("\n".join(sheets))  # noqa: S704  (our own files)
    candidates = {
        "bare": lambda: bare.render(view=view, style=style, style_hash="sha256-"),
        "rendering": lambda: render_html(view),
        "view": lambda: report_view(used, case, outcome, public=False),
        "public view": lambda: report_view(used, case, outcome, public=True),
    }
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(ROUNDS):
        for name, candidate in candidates.items():
            started = time.perf_counter()
            for _ in range(REPORTS):
                candidate()
            times[name].append(time.perf_counter() - started)
    floor = statistics.median(times["bare"])
    ratios = {name: statistics.median(taken) / floor for name, taken in times.items()}
    size = len(render_html(view).encode())
    print(f"rendering   {ratios['rendering']:.2f} × bare (bar {BAR})")
    print(f"making the view {ratios['view']:.2f} ×, of the public version {ratios['public view']:.2f} × (no bar)")
    print(f"size        {size / 1000:.0f} kB (bar {LARGEST / 1000:.0f})")
    grown = growth(lambda seed: render_html(report_view(used, assessment(used, seed=seed), outcome, public=False)))
    print(f"memory      {grown:.2f} × after a thousand reports (bar {GROWTH})")
    return int(ratios["rendering"] > BAR or size > LARGEST or grown > GROWTH)


def growth(report: Callable[[int], str]) -> float:
    """How much larger the process has been after a thousand reports than after fifty."""
    peaks = []
    for number in range(1, THOUSAND + 1):
        report(number)
        if number in {50, THOUSAND}:
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peaks[1] / peaks[0]


if __name__ == "__main__":
    sys.exit(main())
