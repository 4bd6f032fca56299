"""`hallbarhet demo` as a person meets it: records, reports and one sentence."""

from pathlib import Path

import pytest

from hallbarhet.assessment.archive import record_files
from hallbarhet.assessment.records import load
from hallbarhet.cli import main
from hallbarhet.review.demo_written import written_cases


def test_completed_hand_written_cases_get_an_inner_and_a_public_report(tmp_path: Path):
    assert main(["demo", str(tmp_path / "demo")]) == 0
    finished = {path.stem for path in record_files(tmp_path / "demo") if load(path).assessment.seal is not None}
    inner = {path.stem for path in (tmp_path / "demo").glob("*.html") if not path.stem.endswith(".offentlig")}
    public = {path.name.removesuffix(".offentlig.html") for path in (tmp_path / "demo").glob("*.offentlig.html")}
    assert inner == public == finished
    assert len(finished) == sum(case.data["status"] != "utkast" for case in written_cases())


def test_a_folder_with_something_else_in_it_gives_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "anteckning.txt").write_text("mitt", encoding="utf-8")
    assert main(["demo", str(tmp_path)]) != 0
    assert capsys.readouterr().err.strip().count("\n") == 0
    assert (tmp_path / "anteckning.txt").read_text(encoding="utf-8") == "mitt"
