"""Reports on disk."""

import pytest

from hallbarhet.errors import NotSavedError
from hallbarhet.report.render import render_html
from hallbarhet.report.write import report_path, write_report


def test_a_report_lies_beside_its_record_and_the_public_one_says_so_in_its_name(tmp_path):
    record = tmp_path / "RUN-174-2026_0a9e4f10.toml"
    assert report_path(record, public=False) == tmp_path / "RUN-174-2026_0a9e4f10.html"
    assert report_path(record, public=True) == tmp_path / "RUN-174-2026_0a9e4f10.offentlig.html"
    assert report_path(record, public=True, format="md", folder=tmp_path / "ut").name.endswith(".offentlig.md")


def test_what_is_written_is_what_is_rendered_and_nothing_else_is_left(tmp_path, checklist, assessment, outcome, inner):
    record = tmp_path / "post.toml"
    written = write_report(record, checklist, assessment, outcome, public=False)
    assert written.read_bytes() == render_html(inner).encode()
    assert [path.name for path in tmp_path.iterdir()] == ["post.html"]


@pytest.mark.parametrize("format_", ["html", "md", "txt"])
def test_the_same_case_gives_the_same_bytes(tmp_path, checklist, assessment, outcome, format_):
    first, second = (
        write_report(tmp_path / name, checklist, assessment, outcome, public=True, format=format_).read_bytes()
        for name in ("a.toml", "b.toml")
    )
    assert first == second


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path, checklist, assessment, outcome):
    with pytest.raises(NotSavedError):
        write_report(tmp_path / "borta" / "post.toml", checklist, assessment, outcome, public=False)
