"""The page is valid HTML: without a fault to a browser's own parser, and with nothing where it may not stand."""

import pytest
from tinyhtml5.parser import HTMLParser

from hallbarhet.report.render import render_html
from hallbarhet.report.view import report_view

HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"

EVERYWHERE = {"id", "class"}
ATTRIBUTES = {
    "html": {"lang"}, "meta": {"charset", "http-equiv", "content", "name"}, "a": {"href", "download", "rel"},
    "main": {"tabindex"}, "section": {"aria-labelledby"}, "nav": {"aria-labelledby"}, "th": {"scope"},
    "div": {"role", "aria-labelledby", "tabindex"},
}  # fmt: skip
"""What each element may carry besides id and class, in our pages."""

PHRASING = {"a", "strong", "span", "svg", "em", "code"}
INSIDE = {
    "p": PHRASING, "h1": PHRASING, "h2": PHRASING, "h3": PHRASING, "h4": PHRASING, "dt": PHRASING, "caption": PHRASING,
    "figcaption": PHRASING, "span": PHRASING, "strong": PHRASING, "a": PHRASING - {"a"}, "td": PHRASING, "th": PHRASING,
    "ul": {"li"}, "ol": {"li"}, "dl": {"div"}, "table": {"caption", "thead", "tbody"}, "thead": {"tr"}, "tbody": {"tr"},
    "tr": {"th", "td"}, "html": {"head", "body"}, "head": {"meta", "title", "style"},
}  # fmt: skip
"""What may stand inside an element; those that are not named hold what flow content holds."""

NASTY = "</script></p></td><b>x</b> & &amp; < > \" ' {{ 7 }} \x00\x1b \u202e"


@pytest.fixture(params=["inner", "public", "nasty"])
def page(request, checklist_data, record_data, outcome, plant, build, make_checklist):
    if request.param != "nasty":
        return render_html(request.getfixturevalue(request.param))
    checklist = make_checklist(plant(checklist_data, NASTY))
    return render_html(report_view(checklist, build(plant(record_data, NASTY)), outcome, public=False))


def parsed(page):
    parser = HTMLParser()
    root = parser.parse(page)
    return root, parser.errors


def elements(root):
    return [element for element in root.iter() if isinstance(element.tag, str) and element.tag.startswith(HTML)]


def name(element):
    return element.tag.removeprefix(HTML).removeprefix(SVG)


def test_the_parser_of_a_browser_finds_no_fault(page):
    assert parsed(page)[1] == []


def test_the_parser_would_have_found_one(page):
    assert parsed(page.replace("</h1>", "</h2>", 1))[1]
    assert parsed(page.replace("<p ", "<p class='a' class='b' ", 1))[1]


def test_nothing_stands_where_it_may_not(page):
    root, _ = parsed(page)
    for element in elements(root):
        allowed = INSIDE.get(name(element))
        if allowed is not None:
            inside = {name(child) for child in element if isinstance(child.tag, str)}
            assert inside <= allowed, (name(element), inside - allowed)


def test_no_element_carries_what_it_may_not(page):
    root, _ = parsed(page)
    for element in elements(root):
        extra = set(element.attrib) - EVERYWHERE - ATTRIBUTES.get(name(element), set())
        assert not extra, (name(element), extra)


def test_every_list_of_facts_pairs_its_words(page):
    root, _ = parsed(page)
    pairs = [element for one in elements(root) if name(one) == "dl" for element in one]
    assert pairs
    assert all([name(child) for child in pair] == ["dt", "dd"] for pair in pairs)


def test_every_row_is_as_wide_as_its_table(page):
    root, _ = parsed(page)
    for table in (element for element in elements(root) if name(element) == "table"):
        widths = {len(row) for row in table.iter(f"{HTML}tr")}
        assert len(widths) == 1


def test_every_id_stands_once(page):
    root, _ = parsed(page)
    ids = [element.attrib["id"] for element in root.iter() if isinstance(element.tag, str) and "id" in element.attrib]
    assert len(ids) == len(set(ids))
