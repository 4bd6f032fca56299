"""A checklist's page as a reader meets it: light and dark, narrow, on paper."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from support.browser import WCAG
from support.small import small_checklist

from hallbarhet.report.checklist_view import document_view
from hallbarhet.report.render import render_checklist

pytestmark = pytest.mark.browser

LOOKS = (("light", "screen", 1100), ("dark", "screen", 1100), ("light", "screen", 320), ("light", "print", 800))


@pytest.mark.parametrize("scheme, media, width", LOOKS)
def test_no_barrier_is_found(browser, tmp_path, scheme, media, width):
    file = tmp_path / "checklista.html"
    file.write_text(render_checklist(document_view(small_checklist()), "html"), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.emulate_media(media=media, color_scheme=scheme)
    found = Axe().run(page, options=WCAG)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert asked == [file.as_uri()]
    context.close()
