"""Progress is told on one line where a person watches, and nowhere else."""

import io
import sys

import pytest

from hallbarhet.cli import progress
from hallbarhet.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    times = iter(range(0, 100, 2))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(times))


def sentence(done, whole, rate, left):
    return f"{done}/{whole} {rate:g} {left:g}"


def test_a_person_sees_how_fast_and_how_long(monkeypatch, clock):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    told = Progress(sentence)
    told.begin(lambda: 100)
    told.add(10)
    told.add(30)
    told.end()
    assert terminal.getvalue() == "\r10/100 5 18\r40/100 10 6\r" + " " * 11 + "\r"
    assert told.done == 40


def test_a_file_or_a_pipe_gets_nothing_and_nothing_is_counted(monkeypatch, clock):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    told = Progress(sentence)
    told.begin(lambda: pytest.fail("counted"))
    told.add(10)
    told.end()
    assert (stream.getvalue(), told.done) == ("", 10)
