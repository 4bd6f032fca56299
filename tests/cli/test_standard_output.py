"""What a command gives on stdout: passed on whole, or one sentence about why it was not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")

PYTHON = [sys.executable, "-m", "hallbarhet"]


@pytest.fixture
def environment(tmp_path):
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**buffered, "HALLBARHET_CONFIG_DIR": str(tmp_path)}


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_behind_stdout_is_one_sentence(unbuffered, environment):
    with FULL.open("w") as full:
        ran = subprocess.run(
            [*PYTHON, "checklista", "lista"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**environment, "PYTHONUNBUFFERED": unbuffered},
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stderr.startswith("Det gick inte att skriva allt på standard ut: disken är full.")
    assert ran.stderr.count("\n") == 1


def test_a_reader_that_has_gone_is_no_fault(environment):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as gone:
        ran = subprocess.run(
            [*PYTHON, "checklista", "lista"], stdout=gone, stderr=subprocess.PIPE, env=environment, check=False
        )
    assert (ran.returncode, ran.stderr) == (0, b"")
