"""Two programs on one archive: nothing overwritten, nothing torn, and nobody kept out."""

import os
import stat
import subprocess
import sys
import threading
import time
from collections import Counter

from support.records import small_assessment

from hallbarhet.assessment import locking
from hallbarhet.assessment.atomic import sweep, write_file
from hallbarhet.assessment.locking import alone_with, lock_path
from hallbarhet.assessment.records import load, to_bytes

SECONDS = 8
WRITERS = ("a", "b")


def records(folder, count):
    assessment = small_assessment()
    start = assessment.judgement.model_copy(update={"text": "start"})
    for number in range(count):
        path = folder / f"post-{number}.toml"
        path.write_bytes(to_bytes(assessment.model_copy(update={"judgement": start})))


def test_two_processes_never_overwrite_each_other(tmp_path, request):
    """Every save that was told as done stands on the one before it: no two of them stand on the same."""
    records(tmp_path, 2)
    program = request.config.rootpath / "tests" / "support" / "two_writers.py"
    writers = [
        subprocess.Popen([sys.executable, program, tmp_path, name, str(SECONDS)], stdout=subprocess.PIPE, text=True)
        for name in WRITERS
    ]
    lines = [line.split() for writer in writers for line in writer.communicate(timeout=60)[0].splitlines()]
    assert not [line for line in lines if line[0] == "!"]
    saves = [tuple(line) for line in lines if line[0] != "#"]
    refused = sum(int(line[1]) for line in lines if line[0] == "#")
    assert len(saves) > 300
    assert refused > 0  # they did meet
    stood_on = Counter((file, base) for file, _, base in saves)
    assert [base for base, times in stood_on.items() if times > 1] == []
    last = {load(path).assessment.judgement.text for path in tmp_path.glob("post-*.toml")}
    assert last <= {mine for _, mine, _ in saves}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["post-0.toml", "post-1.toml"]


def test_a_lock_held_by_a_program_that_hangs_keeps_nobody_out(tmp_path, monkeypatch):
    monkeypatch.setattr(locking, "LONGEST_WAIT", 0.2)
    path = tmp_path / "post.toml"
    path.write_bytes(b"1")
    with alone_with(path) as first:
        assert first
        write_file(path, b"2", check=lambda _: None)
    assert path.read_bytes() == b"2"


def test_whoever_waits_gets_the_lock_when_it_is_free(tmp_path):
    path = tmp_path / "post.toml"
    order = []

    def second():
        with alone_with(path) as ours:
            order.append(("second", ours))

    with alone_with(path):
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.1)
        order.append(("first", True))
    waiting.join()
    assert order == [("first", True), ("second", True)]
    assert list(tmp_path.iterdir()) == []


def test_where_no_lock_can_be_had_the_work_goes_on(tmp_path, monkeypatch):
    def refuse(_):
        raise OSError(95, "no locks here")

    monkeypatch.setattr(locking, "_try_to_lock", refuse)
    path = tmp_path / "post.toml"
    with alone_with(path) as ours:
        assert not ours
    assert list(tmp_path.iterdir()) == []


def test_a_lock_left_by_the_dead_is_swept_and_a_living_one_is_not(tmp_path):
    left = lock_path(tmp_path / "post.toml")
    left.touch()
    held = tmp_path / "annan.toml"
    with alone_with(held):
        sweep(tmp_path)
        assert not left.exists()
        assert lock_path(held).exists()


def test_a_lock_ends_with_its_program(tmp_path):
    code = (
        "import sys, time; from pathlib import Path; from hallbarhet.assessment.locking import alone_with\n"
        "with alone_with(Path(sys.argv[1])):\n    print('har', flush=True)\n    time.sleep(60)\n"
    )
    path = tmp_path / "post.toml"
    holder = subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "har\n"
    holder.kill()
    holder.communicate()
    with alone_with(path) as ours:
        assert ours


def test_everybody_who_shares_the_folder_can_wait_for_the_lock(tmp_path):
    path = tmp_path / "post.toml"
    before = os.umask(0o077)
    try:
        with alone_with(path):
            assert stat.S_IMODE(lock_path(path).stat().st_mode) == 0o666
    finally:
        os.umask(before)
