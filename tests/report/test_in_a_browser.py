"""The page as a reader meets it: in a browser, light and dark, narrow, on paper, with keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from support.browser import WCAG

from hallbarhet.report.render import render_html
from hallbarhet.report.view import report_view

pytestmark = pytest.mark.browser

LONG_WORD = "Landsbygdsutvecklingsfrågesammanhållning" * 8


@pytest.fixture
def views(checklist, assessment, outcome, record_data, checklist_data, plant, build, make_checklist):
    """The versions a reader may get, and one where every text begins with a word that fits no screen."""
    draft = assessment.model_copy(
        update={"header": assessment.header.model_copy(update={"status": "utkast"}), "seal": None}
    )
    strained = make_checklist(plant(checklist_data, LONG_WORD)), build(plant(record_data, LONG_WORD))
    return {
        "inner": report_view(checklist, assessment, outcome, public=False),
        "public": report_view(checklist, assessment, outcome, public=True),
        "draft": report_view(checklist, draft, outcome, public=False),
        "strained": report_view(*strained, outcome, public=False),
    }


@pytest.fixture
def opened(browser, views, tmp_path):
    """A version of the report, opened from disk as somebody's e-mail attachment would be."""
    contexts = []

    def open_(name, *, width=1100, scheme="light", media="screen"):
        file = tmp_path / f"{name}.html"
        file.write_text(render_html(views[name]), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.complaints = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(file.as_uri())
        page.emulate_media(media=media, color_scheme=scheme)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", ["inner", "public", "draft", "strained"])
@pytest.mark.parametrize("scheme, media", [("light", "screen"), ("dark", "screen"), ("light", "print")])
def test_no_barrier_is_found(opened, name, scheme, media):
    found = Axe().run(opened(name, scheme=scheme, media=media), options=WCAG)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", ["inner", "public", "strained"])
def test_a_narrow_screen_needs_no_sideways_scrolling(opened, name):
    page = opened(name, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert Axe().run(page, options=WCAG).violations_count == 0


def test_the_checker_would_have_found_a_barrier(opened):
    page = opened("inner")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert Axe().run(page, options=WCAG).violations_count == 1


@pytest.mark.parametrize("name", ["inner", "strained"])
def test_nothing_is_cut_off_on_paper(opened, name):
    page = opened(name, width=658, media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 658


def test_nothing_is_fetched_and_the_policy_is_not_broken(opened):
    page = opened("inner")
    assert len(page.asked) == 1
    assert page.complaints == []


def test_the_style_takes_hold_under_the_policy(opened):
    page = opened("inner")
    assert page.evaluate("getComputedStyle(document.querySelector('section')).borderTopStyle") == "solid"


def test_the_keyboard_reaches_everything_and_shows_where_it_is(opened):
    page = opened("inner")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innehall"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_record_can_be_downloaded(opened):
    page = opened("inner")
    with page.expect_download() as waiting:
        page.click("a.download")
    assert waiting.value.suggested_filename == "post.toml"


def test_words_in_the_charts_keep_their_size_on_a_narrow_screen(opened):
    page = opened("inner", width=320)
    sizes = page.evaluate("[...document.querySelectorAll('.chart text')].map(word => getComputedStyle(word).fontSize)")
    assert min(float(size.removesuffix("px")) for size in sizes) >= 11


def test_words_in_a_chart_do_not_run_into_each_other(opened):
    page = opened("inner", width=320)
    overlaps = page.evaluate("""() => [...document.querySelectorAll('.chart > svg')].flatMap(chart => {
        const words = [...chart.querySelectorAll('text')].map(word => [word.textContent, word.getBoundingClientRect()]);
        return words.flatMap(([one, a], place) => words.slice(place + 1)
            .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom - 4 && b.top < a.bottom - 4)
            .map(([other]) => `${one} / ${other}`));
    })""")
    assert overlaps == []


def test_a_dark_screen_prints_on_white_paper(opened):
    paper = opened("inner", scheme="dark", media="print").evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"


def test_the_paper_is_a4(opened):
    pdf = opened("draft", media="print").pdf(prefer_css_page_size=True)
    sizes = {tuple(round(float(part)) for part in box.split()[2:]) for box in _boxes(pdf)}
    assert sizes == {(595, 842)}


def _boxes(pdf):
    return [part.split(b"]")[0].strip(b" [").decode() for part in pdf.split(b"/MediaBox")[1:]]
