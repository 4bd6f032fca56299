"""A checklist's page as a reader meets it: light and dark, narrow, on paper."""

import pytest
from support.browser import LOOKS, assert_no_barrier
from support.small import small_checklist

from hallbarhet.report.checklist_view import document_view
from hallbarhet.report.render import render_checklist

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme, media, width", LOOKS)
def test_no_barrier_is_found(browser, tmp_path, scheme, media, width):
    file = tmp_path / "checklista.html"
    file.write_text(render_checklist(document_view(small_checklist()), "html"), encoding="utf-8")
    assert_no_barrier(browser, file, scheme, media, width)
