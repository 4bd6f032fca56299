"""Who asks for the work may join in: the same results in the same order, and nobody left waiting."""

import operator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from itertools import count, islice
from threading import Event, get_ident

import pytest

from hallbarhet.batch.chunks import IN_FLIGHT, WAITING, Workers, in_order

WAIT = 30
"""Seconds; what should happen at once has then not happened."""


class Idle(Executor):
    """Never does anything it is sent until it is told to."""

    def __init__(self):
        self.sent = []

    def submit(self, work, /, piece):
        future = Future()
        self.sent.append((future, work, piece))
        return future

    def do(self, number):
        future, work, piece = self.sent[number]
        future.set_result(work(piece))


def joined(work, pieces, executor, workers=1):
    return in_order(work, pieces, Workers(executor, workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_the_others_get_enough_to_do_and_then_work_is_done_here(workers):
    idle, here = Idle(), []

    def work(number):
        here.append(number)
        return -number

    results = joined(work, count(), idle, workers)
    enough, most = workers * IN_FLIGHT, workers * IN_FLIGHT * WAITING
    with ThreadPoolExecutor(1) as another:
        first = another.submit(next, results)
        while len(here) < most - enough:
            assert not first.done()
        # so much is ready here that it waits for the first of the others, and takes no more
        idle.do(0)
        assert first.result(WAIT) == 0
    assert [piece for _, _, piece in idle.sent[:enough]] == [*range(enough)]
    assert here == [*range(enough, most), 0]
    results.close()


def test_results_come_in_the_order_of_the_pieces_whoever_makes_them():
    makers = set()
    gate = Event()

    def work(number):
        makers.add(get_ident())
        if get_ident() != me and len(makers) < 2:
            assert gate.wait(WAIT)
        gate.set()
        return -number

    me = get_ident()
    with ThreadPoolExecutor(1) as executor:
        assert [*joined(work, range(50), executor)] == [-number for number in range(50)]
    assert me in makers
    assert len(makers) == 2


def test_an_error_made_here_is_told_in_its_turn():
    with ThreadPoolExecutor(1) as executor:
        results = joined(int, ["1", "2", "3", "fyra", *map(str, range(50))], executor)
        assert [*islice(results, 3)] == [1, 2, 3]
        with pytest.raises(ValueError, match="fyra"):
            next(results)


def test_what_is_sent_and_not_begun_is_called_off_when_no_more_is_asked_for():
    idle = Idle()
    results = joined(operator.neg, count(), idle)
    with ThreadPoolExecutor(1) as another:
        first = another.submit(next, results)
        while len(idle.sent) < IN_FLIGHT:
            assert not first.done()
        idle.do(0)
        assert first.result(WAIT) == 0
    results.close()
    assert len(idle.sent) > 1
    assert all(future.cancelled() for future, _, _ in idle.sent[1:])


def test_a_few_pieces_or_none_are_done_too():
    with ThreadPoolExecutor(2) as executor:
        assert [*joined(operator.neg, range(2), executor, workers=2)] == [0, -1]
        assert [*joined(operator.neg, (), executor, workers=2)] == []
