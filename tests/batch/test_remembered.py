"""What was read of a chunk is remembered: used while it is certain, and never when it is not."""

import hashlib
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from support.records import SAMPLE

from hallbarhet.assessment.plans import plan_of
from hallbarhet.batch import blocks
from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.blocks import read_blocks
from hallbarhet.batch.listing import record_paths
from hallbarhet.batch.outfitting import Outfitter
from hallbarhet.batch.remembered import _ARRAYS, CACHE_FOLDER, blocks_of, cache_folder, encoding_of
from hallbarhet.batch.rescoring import JSONL
from hallbarhet.batch.running import rescore
from hallbarhet.checklist.reading import load_checklist
from hallbarhet.review.demo import write_demo

LONG_AGO = 1_700_000_000_000_000_000
LIST = Path("checklists/grund-kommersiell-service.toml")


def age(path):
    os.utime(path, ns=(LONG_AGO, LONG_AGO))


@pytest.fixture
def archive(tmp_path):
    write_demo(tmp_path, count=8, checklist="grund-kommersiell-service")
    for path in tmp_path.glob("*.toml"):
        age(path)
    return tmp_path


@pytest.fixture
def reads(monkeypatch):
    """How many records are read from disk each time, where any are."""
    seen = []

    def read(paths, *arguments):
        seen.append(len(paths))
        return read_blocks(paths, *arguments)

    monkeypatch.setattr(blocks, "read_blocks", read)
    return seen


@pytest.fixture(scope="module")
def plan():
    return plan_of(load_checklist(LIST))


@pytest.fixture
def chunk(archive, plan):
    """Reads the archive's records, with the cache."""
    fingerprint = load_checklist(LIST).fingerprint

    own = cache_folder([str(archive)])

    def read(folder=own, target=plan):
        return blocks_of(paths_in(archive), {fingerprint: plan}, {fingerprint: target}, folder)

    return read


def paths_in(folder):
    return [path for path in record_paths([str(folder)]) if isinstance(path, str)]


def told(found):
    """Everything in a chunk, to be compared."""
    blocks = [
        (block.fingerprint, block.places, block.facts, block.misfits, arrays(block.answers), arrays(block.beside))
        for block in found.blocks
    ]
    return blocks, found.others, found.unread


def arrays(answers):
    return [(name, getattr(answers, name).tolist().__repr__()) for name in _ARRAYS], dict(answers.own)


def test_the_second_time_nothing_is_read_and_all_is_the_same(chunk, reads):
    first, second = chunk(), chunk()
    assert reads == [8]
    assert told(first) == told(second)
    assert first.blocks[0].answers.codes.dtype == second.blocks[0].answers.codes.dtype == np.int8


def test_what_is_remembered_loads_nothing_that_reads_records(chunk, archive, plan, tmp_path_factory):
    chunk()
    code = """
import pickle, sys
from hallbarhet.batch.remembered import blocks_of
plans, folder, *paths = pickle.load(open(sys.argv[1], "rb"))
assert len(blocks_of(paths, plans, plans, folder).blocks[0].facts) == 8
print(*sys.modules)
"""
    given = tmp_path_factory.mktemp("givet") / "chunk"
    plans = {load_checklist(LIST).fingerprint: plan}
    given.write_bytes(pickle.dumps([plans, cache_folder([str(archive)]), *paths_in(archive)]))
    ran = subprocess.run([sys.executable, "-c", code, str(given)], check=True, capture_output=True, text=True)
    loaded = set(ran.stdout.split())
    assert "hallbarhet.batch.remembered" in loaded
    assert not {"hallbarhet.batch.blocks", "hallbarhet.batch.grammar", "pydantic"} & loaded


def test_without_a_folder_nothing_is_remembered(chunk, reads, archive):
    chunk(None)
    chunk(None)
    assert reads == [8, 8]
    assert not (archive / CACHE_FOLDER).exists()


def test_one_byte_changed_without_changing_the_size_is_seen(chunk, reads, archive):
    chunk()
    path = next(Path(path) for path in paths_in(archive))
    before = path.read_bytes()
    path.write_bytes(before.replace(b"grad = 2", b"grad = 1", 1))
    assert path.stat().st_size == len(before)
    after = chunk()
    assert reads == [8, 8]
    assert told(after) == told(chunk(None))


def test_a_change_in_the_same_tick_of_the_clock_is_seen(chunk, reads, archive):
    """A file system may tell time in steps of two seconds: the change leaves size, time and inode as they were."""
    path = next(Path(path) for path in paths_in(archive))
    before, now = path.read_bytes(), path.stat()
    chunk()
    cached = next((archive / CACHE_FOLDER).iterdir()).stat().st_mtime_ns
    os.utime(path, ns=(cached, cached))
    chunk()
    path.write_bytes(before.replace(b"grad = 2", b"grad = 1", 1))
    os.utime(path, ns=(cached, cached))
    assert path.stat().st_ino == now.st_ino
    assert told(chunk()) == told(chunk(None))


@pytest.mark.parametrize("act", ["borta", "ny", "ersatt"])
def test_a_record_gone_new_or_replaced_is_seen(chunk, archive, act):
    chunk()
    path = Path(paths_in(archive)[3])
    if act == "borta":
        path.unlink()
    elif act == "ny":
        (archive / "a-ny.toml").write_bytes(path.read_bytes())
    else:
        other = Path(paths_in(archive)[4]).read_bytes()
        path.unlink()
        path.write_bytes(other)
        age(path)
    assert told(chunk()) == told(chunk(None))


@pytest.mark.parametrize("keep", [0, 1, 40, -1])
def test_a_torn_cache_is_made_anew(chunk, reads, archive, keep):
    first = chunk()
    file = next((archive / CACHE_FOLDER).iterdir())
    file.write_bytes(file.read_bytes()[:keep])
    assert told(chunk()) == told(first)
    assert reads == [8, 8]
    chunk()
    assert reads == [8, 8]


def test_any_bit_changed_in_the_cache_makes_it_anew(chunk, reads, archive):
    first = chunk()
    file = next((archive / CACHE_FOLDER).iterdir())
    whole = file.read_bytes()
    places = range(0, len(whole), len(whole) // 20)
    for place in places:
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert told(chunk()) == told(first)
    assert reads == [8] * (1 + len(places))


@pytest.mark.parametrize(
    "change",
    [
        lambda columns: columns[:-3],
        lambda columns: [*columns, ["x"]],
        lambda columns: [columns[0][:-1], *columns[1:]],
        lambda columns: 7,
    ],
    ids=["fewer", "one more", "a row less", "no columns"],
)
def test_a_file_of_another_form_is_made_anew(chunk, reads, archive, change):
    first = chunk()
    file = next((archive / CACHE_FOLDER).iterdir())
    line, _, arrays = file.read_bytes()[32:].partition(b"\n")
    head = json.loads(line)
    head["blocks"][0]["facts"] = change(head["blocks"][0]["facts"])
    payload = json.dumps(head).encode() + b"\n" + arrays
    file.write_bytes(hashlib.sha256(payload).digest() + payload)
    assert told(chunk()) == told(first)
    assert reads == [8, 8]


def test_what_could_not_be_read_and_what_is_of_other_checklists_is_read_every_time(chunk, reads, archive):
    (archive / "trasig.toml").write_bytes(b"format = \n")
    (archive / "annan.toml").write_bytes(SAMPLE)
    for name in ("trasig.toml", "annan.toml"):
        age(archive / name)
    first, second = chunk(), chunk()
    assert told(first) == told(second)
    assert reads == [10, 2]


def test_another_target_that_encodes_otherwise_is_read_anew(chunk, reads, plan):
    chunk()
    chunk(target=plan_of(load_checklist(Path("checklists/mikrostod.toml"))))
    chunk(target=plan.reweighted(dimensions={plan.dimensions[0]: 7}))
    assert reads == [8, 8]


def test_weights_do_not_change_how_records_are_encoded_and_questions_do(plan):
    assert encoding_of(plan) == encoding_of(plan.reweighted(dimensions={plan.dimensions[0]: 7}))
    assert encoding_of(plan) != encoding_of(plan_of(load_checklist(Path("checklists/mikrostod.toml"))))


def test_an_archive_that_cannot_be_written_is_read_all_the_same(chunk, reads, archive, monkeypatch):
    def refuse(*_arguments, **_options):
        raise OSError(30, "read-only")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert told(chunk()) == told(chunk())
    assert reads == [8, 8]


def test_the_cache_lies_beside_the_first_archive_and_nowhere_for_single_records(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "a").mkdir()
    assert cache_folder([str(tmp_path / "b"), str(tmp_path / "a")]) == str(tmp_path / "a" / CACHE_FOLDER)
    assert cache_folder([str(tmp_path / "post.toml")]) is None


def test_a_re_scoring_gives_the_same_bytes_with_and_without_the_cache(archive):
    def lines(cache):
        outfitter = Outfitter([str(archive)], None, [Alternative()])
        return "".join(
            chunk.texts[JSONL] for chunk in rescore(record_paths([str(archive)]), outfitter, forms=[JSONL], cache=cache)
        )

    without = lines(None)
    folder = cache_folder([str(archive)])
    assert lines(folder) == lines(folder) == without
    assert [json.loads(line)["omslag"] for line in without.splitlines()] == ["ingen"] * 8
    assert (archive / CACHE_FOLDER).exists()
    assert len(paths_in(archive)) == 8


def test_a_whole_run_takes_away_what_it_had_no_use_for_once_that_is_old(archive):
    folder = Path(cache_folder([str(archive)]))

    def run():
        outfitter = Outfitter([str(archive)], None, [Alternative(weights=(("ekologisk", 2.0),))])
        list(rescore(record_paths([str(archive)]), outfitter, size=3, cache=str(folder)))

    run()
    used = {*folder.iterdir()}
    assert len(used) > 1
    fresh, old, torn, other = (folder / name for name in ("ny.bin", "gammal.bin", ".gammal.bin.tmp", "anteckning.txt"))
    for path in (fresh, old, torn, other):
        path.write_bytes(b"x")
    for path in (*used, old, torn, other):
        age(path)
    run()
    assert {*folder.iterdir()} == {*used, fresh, other}


def test_the_same_words_for_paths_from_two_folders_are_two_chunks(archive, plan, monkeypatch, tmp_path_factory):
    plans = {load_checklist(LIST).fingerprint: plan}
    names = []
    for place in (archive, tmp_path_factory.mktemp("annan")):
        monkeypatch.chdir(place)
        names.append(blocks_of(["post.toml"], plans, {}, str(archive / CACHE_FOLDER)).remembered)
    assert None not in names
    assert names[0] != names[1]
