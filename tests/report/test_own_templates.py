"""What docs/egna-mallar.md shows works as it says."""

import re
from pathlib import Path

import pytest

from hallbarhet.report.render import charts_style, render_html, render_markdown, render_text

PAGE = (Path(__file__).parents[2] / "docs" / "egna-mallar.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"<!-- fil: (\S+) -->\n```\w+\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "mallar").mkdir()
    for name, text in FILES.items():
        (tmp_path / "mallar" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_page_shows_a_page_a_stylesheet_and_a_text():
    assert set(FILES) == {"report.html.jinja", "report.css", "text.txt.jinja"}


def test_a_region_gets_its_name_and_its_closing_words_around_the_same_report(archive, inner):
    plain, own = render_html(inner), render_html(inner, archive=archive)
    assert own.index("Region Exempel") < own.index("<h1>")
    assert own.rindex("Begär ut handlingen") > own.index("</main>")
    for part in plain.split("<section")[1:-1]:
        assert part in own


def test_a_region_gets_its_colours_in_both_schemes_and_in_the_charts(archive, inner):
    own = render_html(inner, archive=archive)
    assert own.index("--accent: #0f4c68") < own.index("--accent: #00205b") < own.index("--accent: #9db8ff")
    charts, style = charts_style(archive=archive)
    assert "var(--plus)" in charts
    assert "--plus: #1b6b3a" in style


def test_plain_text_ends_with_the_regions_words_and_markdown_is_left_alone(archive, inner):
    assert render_text(inner, archive=archive).endswith("\nRegion Exempel, regional utveckling\n")
    assert render_markdown(inner, archive=archive) == render_markdown(inner)


@pytest.mark.parametrize("name", re.findall(r"`(\w+)`", PAGE.partition("Blocken heter")[2].partition(". Ta")[0]))
def test_every_block_that_is_named_is_there(tmp_path, inner, name):
    (tmp_path / "mallar").mkdir()
    text = f'{{% extends "report.html.jinja" %}}{{% block {name} %}}<p>BYTT</p>{{% endblock %}}'
    (tmp_path / "mallar" / "report.html.jinja").write_text(text, encoding="utf-8")
    assert "<p>BYTT</p>" in render_html(inner, archive=tmp_path)
