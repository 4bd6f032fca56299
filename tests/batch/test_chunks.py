"""Work on chunks: in order, few at a time, and with an end whatever happens on the way."""

import operator
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path
from threading import Event

import pytest

from hallbarhet.batch import chunks
from hallbarhet.batch.chunks import IN_FLIGHT, WAITING, Workers, chunked, in_order, own_processes

WAIT = 30
"""Seconds; what should happen at once has then not happened."""


class Patient(Executor):
    """Does each piece when somebody waits for it, and knows which pieces it was sent."""

    def __init__(self):
        self.sent = []

    def submit(self, work, /, piece):
        future = _Due(partial(work, piece))
        self.sent.append(future)
        return future


class _Due(Future):
    def __init__(self, work):
        super().__init__()
        self._work = work

    def result(self, timeout=None):
        return self._work()


class Pieces:
    """Pieces without end, and how many of them are under way at most."""

    def __init__(self):
        self.taken = self.given = self.most = 0

    def __iter__(self):
        for number in count():
            self.taken += 1
            self.most = max(self.most, self.taken - self.given)
            yield number

    def of(self, results, many):
        for result in islice(results, many):
            self.given += 1
            yield result


@pytest.fixture
def threads():
    with ThreadPoolExecutor(3) as executor:
        yield executor


def in_processes(work, pieces):
    """Done by two processes of our own; this one only asks (it joins in in `test_joining_in`)."""
    with own_processes(2) as own:
        yield from in_order(work, pieces, Workers(own.executor))


# Pieces


def test_pieces_are_of_equal_size_and_the_last_one_shorter():
    assert [*chunked(range(7), 3)] == [(0, 1, 2), (3, 4, 5), (6,)]
    assert [*chunked(range(6), 3)] == [(0, 1, 2), (3, 4, 5)]
    assert [*chunked((), 3)] == []


def test_no_more_is_taken_than_the_piece_that_is_asked_for():
    entries = iter(range(100))
    pieces = chunked(entries, 4)
    assert next(entries) == 0
    assert next(pieces) == (1, 2, 3, 4)
    assert next(entries) == 5


# In order


def test_results_come_in_the_order_of_the_pieces_though_the_last_is_ready_first(threads):
    ready = [Event() for _ in range(3)]
    done = []

    def work(number):
        if number < 2:
            assert ready[number + 1].wait(WAIT)
        done.append(number)
        ready[number].set()
        return number

    assert [*in_order(work, range(3), Workers(threads))] == [0, 1, 2]
    assert done == [2, 1, 0]


def test_results_of_several_processes_come_in_the_order_of_the_pieces():
    numbers = [f"{number}" * (1 + 2000 * (number % 2)) for number in range(10)]
    assert [*in_processes(len, numbers)] == [len(number) for number in numbers]


def test_nothing_to_do_gives_nothing(threads):
    assert [*in_processes(abs, ())] == []
    assert [*in_order(abs, (), Workers(threads))] == []


# Few at a time


def test_own_processes_and_who_asks_have_so_many_pieces_each_under_way_and_no_more():
    pieces = Pieces()
    with own_processes(2) as workers:
        found = [*pieces.of(in_order(operator.neg, pieces, workers), 200)]
    assert found == [-number for number in range(200)]
    assert 2 * IN_FLIGHT < pieces.most <= 2 * IN_FLIGHT * WAITING


@pytest.mark.parametrize("cores, workers", [(4, 4), (None, 1)])
def test_somebody_elses_executor_has_so_many_for_each_of_its_likely_workers(cores, workers, monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    pieces = Pieces()
    results = in_order(operator.neg, pieces, Workers(Patient()))
    assert [*pieces.of(results, 50)] == [-number for number in range(50)]
    assert pieces.most == workers * IN_FLIGHT


# Errors and early ends


def test_an_error_in_the_work_reaches_who_asked_after_what_came_before():
    results = in_processes(int, ["1", "2", "tre", *map(str, range(50))])
    assert [next(results), next(results)] == [1, 2]
    with pytest.raises(ValueError, match="tre"):
        next(results)
    assert [*results] == []
    assert active_children() == []


def test_an_error_in_the_work_of_an_executor_reaches_who_asked_and_calls_off_the_rest():
    executor = Patient()
    results = in_order(int, ["1", "två", *map(str, range(50))], Workers(executor))
    assert next(results) == 1
    with pytest.raises(ValueError, match="två"):
        next(results)
    assert [future.cancelled() for future in executor.sent] == [False, False] + [True] * (len(executor.sent) - 2)
    assert len(executor.sent) > 2


def test_an_error_among_the_pieces_reaches_who_asked():
    def torn():
        yield 1
        raise OSError("avbrott")

    with pytest.raises(OSError, match="avbrott"):
        [*in_processes(abs, torn())]
    assert active_children() == []


def test_an_error_among_the_pieces_calls_off_those_under_way():
    def torn():
        yield from (1, 2)
        raise OSError("avbrott")

    executor = Patient()
    with pytest.raises(OSError, match="avbrott"):
        [*in_order(abs, torn(), Workers(executor))]
    assert [future.cancelled() for future in executor.sent] == [True, True]


def test_a_worker_that_dies_is_an_error_and_no_wait():
    with pytest.raises(BrokenProcessPool):
        [*in_processes(os._exit, [1] * 20)]
    assert active_children() == []


def test_who_stops_asking_leaves_no_process_behind():
    with own_processes(2) as workers:
        results = in_order(operator.neg, count(), workers)
        assert next(results) == 0
        assert len(active_children()) == 2
        results.close()
    assert active_children() == []


def test_who_stops_asking_calls_off_what_is_under_way():
    executor = Patient()
    results = in_order(operator.neg, count(), Workers(executor))
    assert next(results) == 0
    results.close()
    assert {future.cancelled() for future in executor.sent[1:]} == {True}


# Executors that are given


def test_an_executor_that_is_given_is_not_shut_down(threads):
    assert [*in_order(int, ["1", "2"], Workers(threads))] == [1, 2]
    with pytest.raises(ValueError, match="två"):
        [*in_order(int, ["1", "två"], Workers(threads))]
    stopped = in_order(int, map(str, count()), Workers(threads))
    assert next(stopped) == 0
    stopped.close()
    assert [*in_order(abs, [-1], Workers(threads))] == [1]


# Workers


def test_there_are_never_more_processes_than_can_be_waited_for(monkeypatch):
    monkeypatch.setattr(chunks, "MOST_PROCESSES", 1)
    with own_processes(5) as workers:
        assert workers.count == len(workers.begun) == 1
        assert [*in_order(abs, [-1, -2], workers)] == [1, 2]


def test_workers_leave_ctrl_c_to_who_began_them():
    found = in_processes(signal.getsignal, [signal.SIGINT] * 4)
    assert {*found} == {signal.SIG_IGN}


@pytest.mark.parametrize("endless", ["1", "3"], ids=["one waits for work", "both are at work"])
def test_workers_end_when_who_began_them_is_killed(endless, tmp_path):
    script = Path(__file__).parents[1] / "support" / "killed_workers.py"
    program = subprocess.Popen(
        [sys.executable, script, tmp_path, endless], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + WAIT
    while len([*tmp_path.iterdir()]) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    program.kill()
    workers = [int(path.name) for path in tmp_path.iterdir()]
    assert len(workers) == 2
    try:
        program.communicate(timeout=WAIT)  # they hold its output as long as they live
    except subprocess.TimeoutExpired:
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        raise
