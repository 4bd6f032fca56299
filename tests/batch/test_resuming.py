"""Interrupted and gone on with: the same bytes as without an interruption, or begun anew with a reason."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from support.archives import second_version, written
from support.many import LONG_AGO, many
from support.rescored import told_of

from hallbarhet.batch import parts
from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.beside import Beside, beside
from hallbarhet.batch.states import frozen, thawed, whole_of_state
from hallbarhet.cli import main
from hallbarhet.texts import rescoring_resuming as texts

CHUNK = 7
COUNT = 40


@pytest.fixture
def worked(tmp_path, monkeypatch):
    monkeypatch.setattr("hallbarhet.batch.running.rescore.__kwdefaults__", {**_defaults(), "size": CHUNK})
    monkeypatch.setattr("hallbarhet.batch.resuming.CHUNK", CHUNK)
    monkeypatch.setattr(parts, "EVERY", 0.0)
    return many(tmp_path / "arkiv", COUNT), written(tmp_path / "ny.toml", second_version())


def _defaults():
    from hallbarhet.batch.running import rescore  # noqa: PLC0415  (before it is changed)

    return rescore.__kwdefaults__


def run(worked, target, *more):
    folder, new = worked
    return main(["omrakna", str(folder), "--checklista", str(new), "--ut", str(target), *more])


def interrupted(worked, target, monkeypatch, chunks=3, kind=KeyboardInterrupt):
    """A run that is stopped when it has done some chunks."""
    left = iter(range(chunks))

    def until(self, count):
        self.done += count
        if next(left, None) is None:
            raise kind

    with monkeypatch.context() as patch:
        patch.setattr("hallbarhet.cli.progress.Progress.add", until)
        if kind is KeyboardInterrupt:
            assert run(worked, target) == 130
        else:
            with pytest.raises(kind):
                parts_run(worked, target)


def parts_run(worked, target):
    from hallbarhet.batch.outfitting import Outfitter  # noqa: PLC0415
    from hallbarhet.batch.outputs import output_form  # noqa: PLC0415
    from hallbarhet.cli.rescore_run import Run  # noqa: PLC0415

    folder, new = worked
    Run(Outfitter([str(folder)], str(new), (Alternative(),)), [str(folder)], 1, target, output_form(target)).whole()


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_what_is_gone_on_with_is_the_same_to_the_byte(suffix, worked, tmp_path, monkeypatch, capsys):
    expected, target = tmp_path / f"hel.{suffix}", tmp_path / f"del.{suffix}"
    assert run(worked, expected) == 0
    page = capsys.readouterr().out
    interrupted(worked, target, monkeypatch)
    assert "28 poster hann räknas om och är sparade." in capsys.readouterr().err
    assert not target.exists()
    assert run(worked, target, "--fortsatt") == 0
    said = capsys.readouterr()
    assert target.read_bytes() == expected.read_bytes()
    assert said.out == page
    assert "Fortsätter efter 28 poster." in said.err
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_interrupted_again_and_again_it_comes_to_the_end(worked, tmp_path, monkeypatch):
    expected, target = tmp_path / "hel.csv", tmp_path / "del.csv"
    run(worked, expected)
    for chunks in (0, 1, 0, 1):
        left = iter(range(chunks))

        def until(self, count, left=left):
            if next(left, None) is None:
                raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr("hallbarhet.cli.progress.Progress.add", until)
            assert run(worked, target, "--fortsatt") == 130
    assert run(worked, target, "--fortsatt") == 0
    assert target.read_bytes() == expected.read_bytes()


def test_what_lies_beside_the_records_is_gone_on_with_too(worked, tmp_path, monkeypatch, capsys):
    folder, target = worked[0], tmp_path / "del.csv"
    records = sorted(folder.glob("*.toml"))
    beside(str(records[0])).write_text("någon annans", encoding="utf-8")
    left = iter(range(3))

    def until(self, count):
        if next(left, None) is None:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("hallbarhet.cli.progress.Progress.add", until)
        assert run(worked, target, "--skriv") == 130
    assert "Skrev 27 omräkningar bredvid posterna, 1 gick inte." in capsys.readouterr().err
    assert run(worked, target, "--skriv", "--fortsatt") == 1
    said = capsys.readouterr().err
    assert "Skrev 39 omräkningar bredvid posterna, 1 gick inte." in said
    assert "programmet har inte skrivit filen" in said
    assert all(beside(str(record)).exists() for record in records)


def test_what_was_written_beside_half_a_chunk_is_counted_once(worked, tmp_path, monkeypatch, capsys):
    target, write, left = tmp_path / "del.csv", Beside._write, iter(range(10))

    def until(self, post, rows):
        if next(left, None) is None:
            raise KeyboardInterrupt
        write(self, post, rows)

    with monkeypatch.context() as patch:
        patch.setattr(Beside, "_write", until)
        assert run(worked, target, "--skriv") == 130
    assert run(worked, target, "--skriv", "--fortsatt") == 0
    assert "Skrev 37 omräkningar bredvid posterna, 3 fanns redan." in capsys.readouterr().err


def test_beginning_to_write_beside_the_records_begins_anew(worked, tmp_path, monkeypatch, capsys):
    target = tmp_path / "del.csv"
    interrupted(worked, target, monkeypatch)
    assert run(worked, target, "--skriv", "--fortsatt") == 0
    said = capsys.readouterr().err
    assert texts.OTHER_QUESTION in said
    assert f"Skrev {COUNT} omräkningar" in said


def test_a_scheduled_run_says_nothing_of_earlier_runs(worked, tmp_path, monkeypatch, capsys):
    target = tmp_path / "del.csv"
    interrupted(worked, target, monkeypatch)
    capsys.readouterr()
    for more in ([], ["--fortsatt"]):
        assert main(["omrakna", str(worked[0]), "--ut", str(target), "--vid-andring", *more]) == 0
    assert capsys.readouterr() == ("", "")


def test_stopped_between_the_last_record_and_the_end_nothing_is_done_again(worked, tmp_path, monkeypatch):
    expected, target = tmp_path / "hel.csv", tmp_path / "del.csv"
    run(worked, expected)

    def stopped(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("hallbarhet.cli.rescore_run.whole_of", stopped)
        assert run(worked, target) == 130
    monkeypatch.setattr("hallbarhet.batch.running.rescored_chunk", stopped)
    assert run(worked, target, "--fortsatt") == 0
    assert target.read_bytes() == expected.read_bytes()


def _changed_record(folder, _):
    path = folder / "post-000003.toml"
    path.write_bytes(path.read_bytes().replace(b"RUN/D", b"RUN/X"))
    os.utime(path, (LONG_AGO + 9, LONG_AGO + 9))


def _same_size_and_time(folder, _):
    path = folder / "post-000003.toml"
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"RUN/D", b"RUN/X"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _new_record(folder, _):
    (folder / "post-000000b.toml").write_bytes((folder / "post-000000.toml").read_bytes())


def _gone_record(folder, _):
    (folder / "post-000002.toml").unlink()


def _other_checklist(_, new):
    new.write_text(new.read_text(encoding="utf-8").replace("M4?", "M4, ändrad?"), encoding="utf-8")


def _other_copy(folder, _):
    for copy in (folder / "checklistor").iterdir():
        copy.unlink()


CHANGED = {
    "en post ändrad": (_changed_record, texts.OTHER_RECORDS),
    "en post ändrad, samma storlek och tid": (_same_size_and_time, texts.OTHER_RECORDS),
    "en post till": (_new_record, texts.OTHER_RECORDS),
    "en post borta": (_gone_record, texts.OTHER_RECORDS),
    "ny checklista ändrad": (_other_checklist, texts.OTHER_QUESTION),
    "gamla checklistan borta": (_other_copy, texts.OTHER_QUESTION),
}


@pytest.mark.parametrize("change", CHANGED)
def test_when_something_has_changed_it_begins_anew_and_says_why(change, worked, tmp_path, monkeypatch, capsys):
    target = tmp_path / "del.csv"
    interrupted(worked, target, monkeypatch)
    doing, sentence = CHANGED[change]
    doing(*worked)
    capsys.readouterr()
    assert run(worked, target, "--fortsatt") == 0
    assert sentence in capsys.readouterr().err
    expected = tmp_path / "hel.csv"
    run(worked, expected)
    assert target.read_bytes() == expected.read_bytes()


def test_other_options_begin_anew(worked, tmp_path, monkeypatch, capsys):
    target = tmp_path / "del.csv"
    interrupted(worked, target, monkeypatch)
    capsys.readouterr()
    assert run(worked, target, "--fortsatt", "--vikt", "ekologisk=3") == 0
    assert texts.OTHER_QUESTION in capsys.readouterr().err


def test_without_anything_to_go_on_with_it_begins(worked, tmp_path, capsys):
    assert run(worked, tmp_path / "del.csv", "--fortsatt") == 0
    assert texts.NOTHING_TO_GO_ON_WITH in capsys.readouterr().err
    assert (tmp_path / "del.csv").exists()


JOURNALS = {
    "avhuggen": lambda data: data[: len(data) // 2],
    "tom": lambda _: b"",
    "lista": lambda _: b"[]",
    "djup": lambda _: b"[" * 100_000,
    "andra klara": lambda data: data.replace(b'"klara": 28', b'"klara": 21'),
    "klara är ord": lambda data: data.replace(b'"klara": 28', b'"klara": "28"'),
    "färre byte": lambda data: data.replace(b'"bytes": ', b'"bytes": -'),
    "okänt slag": lambda data: data.replace(b'"k": "Whole"', b'"k": "Popen"'),
}


@pytest.mark.parametrize("change", JOURNALS)
def test_a_damaged_journal_is_not_believed(change, worked, tmp_path, monkeypatch, capsys):
    expected, target = tmp_path / "hel.csv", tmp_path / "del.csv"
    run(worked, expected)
    interrupted(worked, target, monkeypatch)
    journal = tmp_path / ".del.csv.del.json"
    before = journal.read_bytes()
    journal.write_bytes(JOURNALS[change](before))
    assert journal.read_bytes() != before
    capsys.readouterr()
    assert run(worked, target, "--fortsatt") == 0
    assert "från början" in capsys.readouterr().err
    assert target.read_bytes() == expected.read_bytes()


def test_a_part_that_somebody_changed_is_not_believed(worked, tmp_path, monkeypatch, capsys):
    target = tmp_path / "del.csv"
    interrupted(worked, target, monkeypatch)
    part = tmp_path / ".del.csv.del"
    part.write_bytes(part.read_bytes().replace(b"RUN", b"NUR"))
    assert run(worked, target, "--fortsatt") == 0
    assert texts.DAMAGED in capsys.readouterr().err


def test_files_changed_a_moment_ago_are_not_taken_for_the_same(worked, tmp_path, monkeypatch, capsys):
    now = time.time()
    os.utime(worked[0] / "post-000001.toml", (now, now))
    target = tmp_path / "del.csv"
    interrupted(worked, target, monkeypatch)
    assert run(worked, target, "--fortsatt") == 0
    assert texts.OTHER_RECORDS in capsys.readouterr().err


def test_two_runs_to_the_same_file_do_not_disturb_each_other(worked, tmp_path, monkeypatch, capsys):
    from hallbarhet.batch.outfitting import Outfitter  # noqa: PLC0415
    from hallbarhet.batch.outputs import output_form  # noqa: PLC0415

    monkeypatch.setattr("hallbarhet.assessment.locking.LONGEST_WAIT", 0.05)
    target = tmp_path / "rader.csv"
    outfitter = Outfitter([str(worked[0])], str(worked[1]), (Alternative(),))
    first = parts.PartFile(target, output_form(target), outfitter)
    assert first.begin(list, goes_on=False) == ()
    assert run(worked, target) == 0
    assert texts.BUSY in capsys.readouterr().err
    assert len(target.read_text(encoding="utf-8").splitlines()) == COUNT + 1
    first.drop()


def test_what_is_said_of_the_records_comes_back_to_the_letter(worked):
    ways = (Alternative("grön", (("ekologisk", 2.0),)), Alternative("sträng", (), ((4, 45.0),)))
    (worked[0] / "trasig.toml").write_text("a = [\n")
    whole = told_of(*worked, ways)
    again = whole_of_state(json.loads(json.dumps(frozen(whole))))
    assert again == whole
    assert whole.summaries[0].tried
    with pytest.raises(TypeError):
        frozen(replace(whole, target={1}))
    with pytest.raises(TypeError):
        whole_of_state(frozen(()))
    assert thawed(frozen(b"\x00\xff")) == b"\x00\xff"


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Enough records for several processes."""
    folder = tmp_path_factory.mktemp("stort")
    return many(folder / "arkiv", 4600), written(folder / "ny.toml", second_version())


OFTEN = """
import sys
from hallbarhet.batch import parts
from hallbarhet.batch.chunks import Workers
from hallbarhet.cli import main
parts.EVERY, Workers.are_ready = 0.0, True
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""
"""The program, noting after every chunk how far it has come, and sharing the work as soon as others are ready."""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_stopped_by_a_signal_at_any_moment_it_goes_on_to_the_same_bytes(how, processes, large, tmp_path):
    folder, new = large
    words = ["omrakna", str(folder), "--checklista", str(new), "--processer", processes, "--ut"]
    command = [sys.executable, "-c", OFTEN, *words]
    expected, target = tmp_path / "hel.jsonl", tmp_path / "del.jsonl"
    assert main([*words, str(expected)]) == 0
    journal = tmp_path / ".del.jsonl.del.json"
    chance = random.Random(f"{how}{processes}")  # noqa: S311  (any moment will do)
    stopped = 0
    for _ in range(2):
        before = journal.stat().st_ino if journal.exists() else None
        running = subprocess.Popen(
            [*command, str(target), "--fortsatt"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        while running.poll() is None and (not journal.exists() or journal.stat().st_ino == before):
            time.sleep(0.005)
        time.sleep(chance.random() * 0.2)
        running.send_signal(how)
        said = running.communicate(timeout=60)[1]  # the workers end too, so that nobody holds the pipe
        if running.returncode == 0:
            break
        stopped += 1
        if how == signal.SIGINT:
            assert "hann räknas om och är sparade." in said
    assert stopped
    assert main([*words, str(target), "--fortsatt"]) == 0
    assert target.read_bytes() == expected.read_bytes()
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".del")]
