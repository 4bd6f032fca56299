"""The report as PDF: tagged, with the record inside, and one sentence where it cannot be made."""

import os
import re
import zlib
from datetime import UTC, datetime

import pytest

from hallbarhet.assessment.records import to_bytes
from hallbarhet.errors import FaultyFileError, NotAllowedError
from hallbarhet.report import pdf
from hallbarhet.report.pdf import render_pdf
from hallbarhet.report.write import write_report
from hallbarhet.texts import report as texts

DATED = datetime(2026, 11, 21, 13, 32, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _drawn():
    """What draws the PDF must be here where changes are accepted; elsewhere its tests are skipped."""
    try:
        pdf._weasyprint()
    except NotAllowedError as error:
        pytest.fail(str(error)) if os.environ.get("CI") else pytest.skip(str(error))


def unpacked(raw):
    """A PDF with the contents of its streams after it."""
    parts = [raw]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            parts.append(stream)
    return b"\n".join(parts)


def text_alternatives(content):
    """What stands as the alternative of each picture; UTF-16 in brackets, as PDF writes what is not ASCII."""
    found = re.findall(rb"/Alt (?:<([0-9a-fA-F]+)>|\(((?:[^()\\]|\\.)*)\))", content, re.DOTALL)
    return [bytes.fromhex(coded.decode()).decode("utf-16") if coded else plain.decode() for coded, plain in found]


@pytest.fixture(scope="module")
def kept():
    """What has been drawn: it takes seconds, and the same view gives the same bytes."""
    return {}


@pytest.fixture
def raw(inner, kept):
    if not kept:
        kept["raw"] = render_pdf(inner, dated=DATED)
    return kept["raw"]


@pytest.fixture
def content(raw):
    return unpacked(raw)


def test_the_document_is_tagged_named_and_says_its_language(content):
    for mark in (
        b"/StructTreeRoot",
        b"/MarkInfo",
        b"/Marked true",
        b"/Lang (sv)",
        b"pdfuaid:part",
        b"/DisplayDocTitle true",
    ):
        assert mark in content, mark
    for tag in (b"/S /H1", b"/S /H2", b"/S /Table", b"/S /Caption", b"/S /TH", b"/S /L", b"/S /Figure"):
        assert tag in content, tag
    assert content.count(b"/S /H1") == 1


def test_every_picture_has_an_alternative_and_charts_state_their_finding(content, inner):
    told = text_alternatives(content)
    assert len(told) == content.count(b"/S /Figure")
    for chart in (inner.dimensions.chart, inner.conflicts.chart, inner.goals.chart):
        assert chart.title in told
    assert set(told) - {texts.PDF_SWATCH} == {
        chart.title for chart in (inner.dimensions.chart, inner.conflicts.chart, inner.goals.chart)
    }


def test_charts_have_their_colours_and_patterns(inner, monkeypatch):
    """A PDF draws each picture alone: what it needs has to stand inside it."""
    pages = []

    class Drawn:
        class HTML:
            def __init__(self, *, string, url_fetcher):
                pages.append(string)

            def write_pdf(self, **_):
                return b""

        @staticmethod
        def Attachment(**_):  # noqa: N802  (the name it has there)
            return None

    monkeypatch.setattr(pdf, "_weasyprint", lambda: Drawn)
    render_pdf(inner, dated=DATED)
    pictures = re.findall(r"<svg [^>]*(?:role=\"img\"|class=\"swatch\")[^>]*>.*?</svg>", pages[0], re.DOTALL)
    assert len(pictures) > 5
    for picture in pictures:
        assert re.search(r"rect\.plus[^{]*\{ fill: #17735f", picture)
        assert re.search(r'id="streck-\d+-minus"', picture)
        assert "var(" not in picture
    assert 'class="patterns"' not in pages[0]


def test_the_record_lies_inside(content, assessment):
    assert b"/EmbeddedFile" in content
    assert b"/post.toml" in content or b"(post.toml)" in content
    assert to_bytes(assessment) in content
    assert b"20261121133210Z" in content


def test_the_public_one_carries_the_extract(checklist, record_data, outcome, plant, build, tmp_path):
    planted = build(plant(record_data, "850101-1236, anna.ek@example.se"))
    path = write_report(tmp_path / "post.toml", checklist, planted, outcome, public=True, format="pdf")
    assert path.name == "post.offentlig.pdf"
    told = unpacked(path.read_bytes())
    assert b"ur_sigill" in told
    for piece in (b"850101-1236", b"anna.ek@example.se"):
        assert piece not in told


def test_the_same_view_gives_the_same_bytes_on_the_same_machine(inner, raw):
    assert render_pdf(inner, dated=DATED) == raw


@pytest.mark.parametrize(
    "footer",
    [
        '<img src="file:///etc/hostname" alt="x">',
        '<link rel="attachment" href="file:///etc/hostname">',
    ],
)
def test_a_regions_own_template_reads_no_file_into_it(tmp_path, inner, footer):
    (tmp_path / "mallar").mkdir()
    own = f'{{% extends "report.html.jinja" %}}{{% block sidfot %}}{footer}{{% endblock %}}'
    (tmp_path / "mallar" / "report.html.jinja").write_text(own, encoding="utf-8")
    with pytest.raises(FaultyFileError, match="hämtar ingenting utifrån"):
        render_pdf(inner, dated=DATED, archive=tmp_path)


@pytest.mark.parametrize("error, words", [(ImportError("x"), "pip install"), (OSError("libpango"), "Pango")])
def test_without_what_it_needs_one_sentence_says_what_to_install(inner, monkeypatch, error, words):
    def missing(_):
        raise error

    monkeypatch.setattr(pdf.importlib, "import_module", missing)
    with pytest.raises(NotAllowedError, match=words) as caught:
        render_pdf(inner, dated=DATED)
    assert "apt install" in str(caught.value) or "libpango" in str(caught.value)
    assert "\n" not in str(caught.value)
