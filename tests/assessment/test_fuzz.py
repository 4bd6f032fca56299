"""Whatever lies in a file, reading it ends in what it says or in sentences: no crash, no hang, no end of memory."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from support.broken import ENDLESS, noise, torn
from support.records import SAMPLE

from hallbarhet.assessment.form import to_data
from hallbarhet.assessment.records import parse, to_bytes
from hallbarhet.assessment.seal import verify, verify_data
from hallbarhet.checklist.reading import read_checklist_bytes
from hallbarhet.checklist.toml import parse as parse_toml
from hallbarhet.errors import FaultyFileError
from hallbarhet.report.embedded import extract_record

TESTS = Path(__file__).parents[1]
SMALL = (TESTS / "support" / "small.toml").read_bytes()
ENGLISH = re.compile(r"Traceback|Error|Input should|Expected|Invalid|validation", re.ASCII)

hard = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def told_in_words(problems):
    for problem in problems:
        assert problem.sentence.startswith("fil.toml")
        assert not ENGLISH.search(problem.message), problem.message


@hard
@given(torn(SAMPLE) | noise)
def test_any_file_is_a_record_that_can_be_written_again_or_is_explained(raw):
    assessment, problems = parse(raw, "fil.toml")
    told_in_words(problems)
    if assessment is None:
        assert any(problem.severity == "fel" for problem in problems)
    else:
        again, _ = parse(to_bytes(assessment), "fil.toml")
        assert again is not None
        assert to_data(again) == to_data(assessment)
        assert not verify(assessment).is_whole


@hard
@given(torn(SAMPLE) | noise)
def test_the_seal_of_any_data_can_be_looked_at(raw):
    document, _ = parse_toml(raw, "fil.toml")
    if document is not None:
        assert not verify_data(document.data).is_whole


@hard
@given(torn(SMALL) | noise)
def test_any_file_is_a_checklist_or_is_explained(raw):
    checklist, problems = read_checklist_bytes(raw, "fil.toml")
    told_in_words(problems)
    assert (checklist is None) == any(problem.severity == "fel" for problem in problems)
    if checklist is not None:
        assert checklist.fingerprint.startswith("sha256-1:")


@hard
@given(noise.map(lambda raw: b'<html><a download="post.toml" href="data:application/toml;base64,' + raw + b'">'))
def test_any_page_gives_a_record_or_one_sentence(raw):
    try:
        found = extract_record(raw)
    except FaultyFileError as error:
        found = str(error)
    assert found == found.strip() if isinstance(found, str) else isinstance(found, bytes)


@pytest.mark.skipif(sys.platform == "win32", reason="memory is bounded another way on Windows")
def test_endless_files_end_in_sentences_within_a_bound_of_memory_and_time():
    search = os.pathsep.join([str(TESTS), *sys.path])
    ran = subprocess.run(
        [sys.executable, TESTS / "support" / "read_endless.py", "900"],
        capture_output=True, text=True, timeout=240, check=False, env=os.environ | {"PYTHONPATH": search},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    rows = ran.stdout.splitlines()
    assert len(rows) == 2 * len(ENDLESS)
    assert all(row.rpartition(", ")[0].endswith(" fel") for row in rows), rows
    assert max(float(row.rpartition(", ")[2]) for row in rows) < 30, rows
