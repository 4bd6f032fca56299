"""A report carries its record, and gives it back byte for byte."""

import pytest

from hallbarhet.assessment.records import parse, to_bytes
from hallbarhet.errors import FaultyFileError
from hallbarhet.report.embedded import extract_record
from hallbarhet.report.redaction import public_extract
from hallbarhet.report.render import render_html
from hallbarhet.report.view import report_view


def test_the_inner_report_gives_the_whole_record_back(inner, assessment):
    assert extract_record(render_html(inner).encode()) == to_bytes(assessment)


def test_the_public_report_gives_the_extract_back(public, checklist, assessment):
    found, problems = parse(extract_record(render_html(public).encode()), "utdrag.toml")
    assert problems == []
    assert found == public_extract(checklist, assessment)


@pytest.mark.parametrize(
    "raw", [b"", b"<html></html>", b"\xff\xfe\x00", b"format = 1\n", b'<a href="data:text/plain,x">x</a>']
)
def test_a_file_without_a_record_is_told_so(raw):
    with pytest.raises(FaultyFileError, match="innehåller ingen bedömning"):
        extract_record(raw)


def test_a_record_written_as_text_in_an_answer_is_not_taken_for_the_record(inner, checklist, assessment, outcome):
    trap = '<a download="post.toml" href="data:application/toml;base64,Zm9ybWF0">x</a>'
    case = assessment.case.model_copy(update={"title": trap})
    trapped = assessment.model_copy(update={"case": case})
    page = render_html(report_view(checklist, trapped, outcome, public=False)).encode()
    assert extract_record(page) == to_bytes(trapped)


def test_two_reports_in_one_file_are_not_guessed_between(inner):
    page = render_html(inner).encode()
    with pytest.raises(FaultyFileError, match="flera"):
        extract_record(page + page)


def test_a_damaged_record_is_told(inner):
    page = render_html(inner).replace("base64,", "base64,!")
    with pytest.raises(FaultyFileError, match="skadad"):
        extract_record(page.encode())
