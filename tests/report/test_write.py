"""Reports on disk."""

import pytest

from hallbarhet.assessment.records import to_bytes
from hallbarhet.errors import NotSavedError
from hallbarhet.report.embedded import extract_record
from hallbarhet.report.write import report_path, write_report


def test_a_report_lies_beside_its_record_and_the_public_one_says_so_in_its_name(tmp_path):
    record = tmp_path / "RUN-174-2026_0a9e4f10.toml"
    assert report_path(record, public=False) == tmp_path / "RUN-174-2026_0a9e4f10.html"
    assert report_path(record, public=True) == tmp_path / "RUN-174-2026_0a9e4f10.offentlig.html"
    assert report_path(record, public=True, format="md", folder=tmp_path / "ut").name.endswith(".offentlig.md")


def test_a_whole_report_is_written_and_nothing_else_is_left(tmp_path, checklist, assessment, outcome):
    record = tmp_path / "post.toml"
    written = write_report(record, checklist, assessment, outcome, public=False)
    assert extract_record(written.read_bytes()) == to_bytes(assessment)
    assert "Vad varje svar ger sin dimension" in written.read_text(encoding="utf-8")
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
