"""Runs on processes of our own: they are loaded early, and Ctrl+C is not for them."""

import os
import signal
import subprocess
import sys

import pytest

from hallbarhet.batch.chunks import _deaf_to_interrupts

INTERRUPTED = """
import os, signal
from hallbarhet.batch.chunks import own_processes

if __name__ == "__main__":
    with own_processes(2) as own:
        try:
            os.killpg(0, signal.SIGINT)
            signal.pause()
        except KeyboardInterrupt:
            print(own.executor.submit(len, "tre").result())
"""


@pytest.mark.parametrize("attempt", range(3))
def test_ctrl_c_while_the_workers_start_reaches_only_the_one_that_began(attempt, tmp_path):
    script = tmp_path / f"avbryt_{attempt}.py"
    script.write_text(INTERRUPTED, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=60, start_new_session=True, check=False
    )
    assert (ran.stdout, ran.stderr, ran.returncode) == ("3\n", "", 0)


def test_ctrl_c_while_the_workers_start_is_heard_when_they_have():
    said = []

    def start():
        with _deaf_to_interrupts():
            os.kill(os.getpid(), signal.SIGINT)
            said.append("startade")
        said.append("gick vidare")

    with pytest.raises(KeyboardInterrupt):
        start()
    assert said == ["startade"]
