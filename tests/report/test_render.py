"""The page itself: its structure, what it never does, and what a region may change."""

import json
import pickle
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from hallbarhet.errors import FaultyFileError
from hallbarhet.report.render import render_html, render_markdown, render_text
from hallbarhet.report.view import report_view

NASTY = "</script><img src=x onerror=alert(1)> \"'> [/] [b] {{ 7*7 }} {% raw %} \x1b[31m \u202e a\u030ao " + "lång" * 90


class Page(HTMLParser):
    """The tags of a page in order, with their attributes and the text inside some of them."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.open, self.texts = [], [], {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        for tag in set(self.open):
            self.texts[tag] = self.texts.get(tag, "") + data

    def all(self, *names):
        return [(tag, attrs) for tag, attrs in self.tags if tag in names]


@pytest.fixture(params=["inner", "public"])
def html(request):
    return render_html(request.getfixturevalue(request.param))


@pytest.fixture
def page(html):
    return Page(html)


@pytest.fixture
def nasty(checklist_data, record_data, outcome, plant, build, make_checklist):
    """A case where every text of checklist and record holds something nasty."""
    checklist = make_checklist(plant(checklist_data, NASTY))
    return report_view(checklist, build(plant(record_data, NASTY)), outcome, public=False)


def test_the_page_is_swedish_with_one_h1_and_headings_in_order(page):
    assert page.tags[0] == ("html", {"lang": "sv"})
    levels = [int(tag[1]) for tag, _ in page.all("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_first_thing_to_reach_is_the_way_past(page):
    assert page.all("a")[0][1] == {"class": "skip", "href": "#innehall"}
    assert ("main", {"id": "innehall", "tabindex": "-1"}) in page.tags


def test_every_link_inside_the_page_leads_somewhere_and_ids_are_unique(page):
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    for _, attrs in page.tags:
        for name in ("href", "aria-labelledby"):
            for target in attrs.get(name, "").split():
                if name == "aria-labelledby" or target.startswith("#"):
                    assert target.removeprefix("#") in ids


def test_every_table_has_a_caption_and_every_header_a_scope(page):
    assert len(page.all("table")) == len(page.all("caption")) > 5
    assert all(attrs.get("scope") in {"col", "row"} for _, attrs in page.all("th"))


def test_every_picture_has_a_title_and_a_description_or_is_decoration(page):
    whole = [attrs for tag, attrs in page.all("svg") if attrs.get("role") == "img"]
    assert len(whole) == len(page.all("title")) - 1 == len(page.all("desc")) == 3
    assert all(len(attrs["aria-labelledby"].split()) == 2 for attrs in whole)
    outer = [attrs for tag, attrs in page.all("svg") if "role" not in attrs and "x" not in attrs]
    assert all(attrs.get("aria-hidden") == "true" for attrs in outer)


def test_the_page_runs_nothing_and_fetches_nothing(page, html):
    assert page.all("script", "iframe", "img", "link", "object", "embed", "form", "audio", "video", "base") == []
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name in {"style", "src"}]
    policy = next(attrs["content"] for _, attrs in page.all("meta") if attrs.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    style = page.texts["style"]
    assert "@import" not in style
    assert re.findall(r"url\(([^)]*)\)", style) == ["#streck-minus", "#streck-open"]
    addresses = {attrs["href"] for _, attrs in page.all("a") if not attrs["href"].startswith(("#", "data:"))}
    assert addresses == {"https://example.se/strategi"}


def test_the_policy_lets_through_exactly_this_stylesheet(html):
    style = html.split("<style>")[1].split("</style>")[0]
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in html


def test_the_same_view_gives_the_same_bytes(inner):
    assert render_html(inner) == render_html(inner)
    assert render_markdown(inner) == render_markdown(inner)
    assert render_text(inner) == render_text(inner)


def test_the_same_bytes_come_from_another_process(tmp_path, inner):
    """Hash seeds differ between processes, so an order that depends on a set would show."""
    code = (
        "import sys, pickle, pathlib; from hallbarhet.report.render import render_html;"
        "view = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes());"
        "sys.stdout.buffer.write(render_html(view).encode())"
    )
    kept = tmp_path / "view"
    kept.write_bytes(pickle.dumps(inner))
    done = subprocess.run([sys.executable, "-c", code, str(kept)], capture_output=True, check=True)
    assert done.stdout == render_html(inner).encode()


def test_nasty_texts_stay_texts(nasty):
    html = render_html(nasty)
    page = Page(html)
    assert page.all("script", "img") == []
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert "{{ 7*7 }}" in page.texts["h1"]
    assert "␛[31m" in page.texts["h1"]
    assert "[U+202E]" in page.texts["h1"]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", html)
    assert len(re.findall(r"<section", html)) == len(re.findall(r"</section>", html)) == 9


def test_nasty_texts_stay_texts_in_markdown_and_plain_text(nasty):
    told = render_markdown(nasty)
    assert "<img" not in re.sub(r"\\<", "", told)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", told + render_text(nasty))
    rows = [line for line in told.splitlines() if line.startswith("|")]
    assert rows
    assert all(line.endswith("|") for line in rows)


def test_no_heading_can_be_written_into_the_markdown(checklist, assessment, outcome):
    text = "Rad ett\n# Falsk rubrik\n\n---\n- [x] klart"
    judgement = assessment.judgement.model_copy(update={"text": text})
    view = report_view(checklist, assessment.model_copy(update={"judgement": judgement}), outcome, public=False)
    told = render_markdown(view)
    assert "\n# Falsk" not in told
    assert "\n---\n" not in told
    assert "\n- [x]" not in told


def test_the_tool_never_proposes_a_decision(html, inner):
    for told in (html, render_markdown(inner), render_text(inner)):
        assert not re.search("bevilja|avslå|avslag", told.split("base64,")[0], re.IGNORECASE)


def test_lines_of_the_plain_text_fit_eighty_columns(inner):
    assert max(len(line) for line in render_text(inner).splitlines() if "sha256" not in line) <= 80


def test_three_ways_of_writing_say_the_same(inner):
    for told in (render_html(inner), render_markdown(inner), render_text(inner)):
        flat = re.sub(r"\s+", " ", told.replace("\u00a0", " "))
        assert "En sträcka på 400 meter går i kanten av en våtmark." in flat
        assert "Den står sig i 74 av 100 rimliga sätt" in flat
        assert "RUN/174/2026" in flat


@pytest.mark.parametrize("answers, limit", [(60, 200_000), (300, 600_000)])
def test_a_long_report_is_still_a_small_file(
    checklist_data, record_data, outcome, build, make_checklist, answers, limit
):
    part = checklist_data["avsnitt"][1]
    asked, said = part["punkt"][2], next(answer for answer in record_data["svar"] if answer["punkt"] == "utslapp")
    many = [asked | {"id": f"fraga-{number}"} for number in range(answers)]
    answered = [
        said | {"punkt": f"fraga-{number}", "motivering": "Ett skäl i tre rader. " * 12} for number in range(answers)
    ]
    sections = [checklist_data["avsnitt"][0], part | {"punkt": [*part["punkt"], *many]}, checklist_data["avsnitt"][2]]
    checklist = make_checklist(checklist_data | {"avsnitt": sections})
    assessment = build(record_data | {"svar": [*record_data["svar"], *answered]})
    assert len(render_html(report_view(checklist, assessment, outcome, public=False)).encode()) < limit


def own_template(tmp_path, name, text):
    folder = tmp_path / "mallar"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_region_may_replace_a_block(tmp_path, inner):
    text = '{% extends "report.html.jinja" %}{% block sidfot %}<footer>Region Exempel</footer>{% endblock %}'
    archive = own_template(tmp_path, "report.html.jinja", text)
    told = render_html(inner, archive=archive)
    assert "<footer>Region Exempel</footer>" in told
    assert "Cykelled längs Norra sjön" in told
    assert "<footer>" not in render_html(inner)


def test_a_person_may_go_between_the_archive_and_the_product(tmp_path, inner):
    extends = '{% extends "report.html.jinja" %}{% block sidfot %}'
    archive = own_template(tmp_path, "report.html.jinja", extends + "{{ super() }}arkivet{% endblock %}")
    (tmp_path / "person").mkdir()
    user = own_template(tmp_path / "person", "report.html.jinja", extends + "personen, {% endblock %}")
    assert "personen, arkivet" in render_html(inner, archive=archive, user=user)


def test_a_regions_stylesheet_comes_after_the_products(tmp_path, inner):
    told = render_html(inner, archive=own_template(tmp_path, "report.css", ":root { --accent: #00205b; }"))
    assert told.index("--accent: #0f4c68") < told.index("--accent: #00205b")


def test_a_changed_template_is_read_again(tmp_path, inner):
    text = '{{% extends "report.html.jinja" %}}{{% block sidfot %}}{}{{% endblock %}}'
    archive = own_template(tmp_path, "report.html.jinja", text.format("ett"))
    assert "ett</body>" in render_html(inner, archive=archive)
    own_template(tmp_path, "report.html.jinja", text.format("ändrat"))
    assert "ändrat</body>" in render_html(inner, archive=archive)


@pytest.mark.parametrize(
    "text",
    [
        "{% extends 'report.html.jinja' %}{% block sidfot %}{{ view.__class__.__mro__ }}{% endblock %}",
        "{{ finns_inte }}",
        "{% if %}",
        "{% include '/etc/hostname' %}",
        "{% include '../hemlig.jinja' %}",
        "{% include 'under/hemlig.jinja' %}",
        "{{ 1 / 0 }}",
        "{{ [].append(1) }}",
    ],
)
def test_a_template_that_breaks_or_reaches_out_is_refused_in_a_sentence(tmp_path, inner, text):
    (tmp_path / "hemlig.jinja").write_text("HEMLIGT", encoding="utf-8")
    archive = own_template(tmp_path, "report.html.jinja", text)
    (archive / "mallar" / "under").mkdir()
    (archive / "mallar" / "under" / "hemlig.jinja").write_text("HEMLIGT", encoding="utf-8")
    with pytest.raises(FaultyFileError, match="går inte att använda") as caught:
        render_html(inner, archive=archive)
    assert "HEMLIGT" not in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_out_of_the_folder_is_not_followed(tmp_path, inner):
    (tmp_path / "hemlig.jinja").write_text("HEMLIGT", encoding="utf-8")
    archive = own_template(tmp_path, "report.html.jinja", "{% include 'in.jinja' %}")
    (archive / "mallar" / "in.jinja").symlink_to(tmp_path / "hemlig.jinja")
    with pytest.raises(FaultyFileError):
        render_html(inner, archive=archive)


def test_a_stylesheet_that_closes_itself_is_refused(tmp_path, inner):
    archive = own_template(tmp_path, "report.css", "</STYLE><script>alert(1)</script>")
    with pytest.raises(FaultyFileError, match=r"report\.css"):
        render_html(inner, archive=archive)


def test_building_the_view_loads_no_jinja_and_reading_back_neither():
    code = (
        "import sys, json; import hallbarhet.report.view, hallbarhet.report.embedded, hallbarhet.report.redaction;"
        "print(json.dumps([name for name in ('jinja2', 'numpy', 'textual') if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert json.loads(done.stdout) == []


def colours(style):
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", style))


def contrast(one, other):
    def light(colour):
        parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_bars_stand_out_from_the_paper(html, theme):
    light, dark = html.split("@media screen and (prefers-color-scheme: dark)")
    found = colours(light) if theme == "light" else colours(dark)
    assert {"paper", "ink", "soft", "accent", "alert", "plus", "minus"} <= found.keys()
    for word in ("ink", "soft", "accent", "alert"):
        assert contrast(found[word], found["paper"]) >= 4.5, word
    for bar in ("plus", "minus", "soft", "ink"):
        assert contrast(found[bar], found["paper"]) >= 3, bar
