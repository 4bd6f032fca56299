"""Every case of the demo archive as readers meet it: inner and public, light, dark, narrow, on paper, by keyboard."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from support.browser import WCAG

from hallbarhet.assessment.archive import record_files
from hallbarhet.assessment.records import load
from hallbarhet.assessment.result import score
from hallbarhet.checklist.library import Library
from hallbarhet.report.write import write_report
from hallbarhet.review.demo import write_demo
from hallbarhet.review.demo_written import written_cases

pytestmark = pytest.mark.browser

MARK_LOOKS = """() => {
    const seen = new Set();
    for (const one of document.querySelectorAll('[data-look]')) one.removeAttribute('data-look');
    for (const one of document.body.querySelectorAll('*')) {
        if (![...one.childNodes].some(child => child.nodeType === 3 && child.data.trim())) continue;
        if (!one.checkVisibility()) continue;
        const style = getComputedStyle(one), behind = [];
        for (let around = one; around; around = around.parentElement)
            behind.push(getComputedStyle(around).backgroundColor);
        const look = [one.tagName, style.color, style.fill, style.fontSize, style.fontWeight, style.opacity, ...behind];
        const key = look.filter(part => part !== 'rgba(0, 0, 0, 0)').join();
        if (!seen.has(key)) { seen.add(key); one.setAttribute('data-look', ''); }
    }
    return seen.size;
}"""

WALK = """() => {
    const wanted = [...document.querySelectorAll('a[href], [tabindex="0"]')].filter(one => one.checkVisibility());
    return wanted.map(one => one.className + ' ' + (one.getAttribute('href') || '').slice(0, 40)
        + ' ' + (one.getAttribute('aria-labelledby') || ''));
}"""
HERE = """() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    return [one.className + ' ' + (one.getAttribute('href') || '').slice(0, 40)
        + ' ' + (one.getAttribute('aria-labelledby') || ''), style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


@pytest.fixture(autouse=True)
def activity():
    """Here scoring says which questions are asked."""


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """The reports of every hand-written case, inner and public, drafts too."""
    folder = tmp_path_factory.mktemp("demo") / "arkiv"
    write_demo(folder)
    library = Library(folder)
    written = []
    for path in record_files(folder):
        assessment = load(path).assessment
        checklist = library.by_reference(assessment.checklist)
        outcome = score(checklist, assessment)
        written += [write_report(path, checklist, assessment, outcome, public=public) for public in (False, True)]
    assert len(written) == 2 * len(written_cases())
    return written


@pytest.fixture(scope="module")
def page(browser):
    """One page in one browser for all of them: starting one takes longer than looking at a report."""
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    yield page
    page.close()


def opened(page, report: Path, *, width: int = 1100, scheme: str = "light", media: str = "screen"):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=media, color_scheme=scheme)
    page.goto(report.as_uri())
    return page


def violations(page, context, rules):
    found = page.evaluate(f"axe.run({context}, {json.dumps(rules)}).then(found => found.violations)")
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def test_no_report_has_a_barrier_in_light_dark_or_on_paper(page, reports):
    """Colours are weighed once per look of text: it is slow, and depends on nothing else."""
    everything_else = WCAG | {"rules": {"color-contrast": {"enabled": False}}, "preload": False}
    contrast = {
        "runOnly": {"type": "rule", "values": ["color-contrast"]},
        "resultTypes": ["violations"],
        "preload": False,
    }
    found = []
    for report in reports:
        opened(page, report)
        page.evaluate(Axe().axe_script)
        for scheme, media in (("light", "screen"), ("dark", "screen"), ("light", "print")):
            page.emulate_media(media=media, color_scheme=scheme)
            assert page.evaluate(MARK_LOOKS) > 15
            told = violations(page, '{"include": [["[data-look]"]]}', contrast)
            if scheme == "light":
                told += violations(page, "document", everything_else)
            found += [f"{report.name} {scheme} {media} {one}" for one in told]
    assert not found, "\n".join(found)


def test_colours_too_weak_would_have_been_found(page, reports):
    opened(page, reports[0])
    page.evaluate(Axe().axe_script)
    page.evaluate("document.documentElement.style.setProperty('--soft', '#9aa4ae')")
    page.evaluate(MARK_LOOKS)
    contrast = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
    assert violations(page, '{"include": [["[data-look]"]]}', contrast)


def test_every_report_fits_a_narrow_screen_and_paper(page, reports):
    for report in reports:
        for width, media in ((320, "screen"), (658, "print")):
            opened(page, report, width=width, media=media)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (report.name, media)


def test_the_keyboard_alone_reaches_every_link_and_table_in_order_and_gets_out_again(page, reports):
    for report in (reports[0], reports[1], max(reports, key=lambda path: path.stat().st_size)):
        opened(page, report)
        wanted = page.evaluate(WALK)
        assert len(wanted) > 10
        met = []
        for _ in wanted:
            page.keyboard.press("Tab")
            place, style, width = page.evaluate(HERE)
            assert style == "solid", place
            assert width >= 2, place
            met.append(place)
        assert met == wanted
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || document.activeElement.className === 'skip'")


def test_every_link_of_the_contents_leads_by_keyboard_to_its_part(page, reports):
    opened(page, reports[0])
    links = page.evaluate("[...document.querySelectorAll('.contents a')].map(link => link.getAttribute('href'))")
    assert len(links) == 9
    for link in links:
        page.focus(f".contents a[href='{link}']")
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == link
        assert page.evaluate("id => Math.abs(document.getElementById(id).getBoundingClientRect().top) < 900", link[1:])


def test_every_report_prints_and_its_words_are_on_the_paper(page, reports):
    for report in reports[:4]:
        opened(page, report, media="print")
        pdf = page.pdf(prefer_css_page_size=True, tagged=True)
        assert pdf.count(b"/Type /Page\n") >= 2
        assert b"/StructTreeRoot" in pdf


def test_every_report_is_small_and_opens_at_once(page, reports):
    for report in reports:
        assert report.stat().st_size < 200_000, report.name
        opened(page, report)
        timing = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        assert timing < 2_000, report.name
