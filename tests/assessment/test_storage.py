"""Saving: whole or not at all, never over somebody else's work, never lost."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from support.records import small_assessment

from hallbarhet.assessment import atomic, storage
from hallbarhet.assessment.atomic import sweep, temporary_name, write_file, write_new_file
from hallbarhet.assessment.model import Judged
from hallbarhet.assessment.processes import host_name, is_running
from hallbarhet.assessment.records import load, to_bytes
from hallbarhet.assessment.storage import StoredRecord, create
from hallbarhet.errors import ChangedOnDiskError, NotSavedError


def answered(words, **case):
    judged = Judged(item="klimat", grade=1, rationale=words)
    return small_assessment(**case).model_copy(update={"answers": (judged,)})


@pytest.fixture
def record(tmp_path):
    return create(tmp_path, answered("Först."))


@pytest.fixture
def held(monkeypatch):
    """Another program holds the file, as a virus scanner on Windows does; `held["times"]` says how long."""
    state = {"times": 1_000, "waits": []}
    replace = Path.replace

    def refuse(self, target):
        if self.suffix == ".tmp" and Path(target).suffix == ".toml" and "_osparad" not in Path(target).name:
            state["times"] -= 1
            if state["times"] >= 0:
                raise PermissionError(errno.EACCES, "held", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(atomic.time, "sleep", state["waits"].append)
    return state


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def fails_with(monkeypatch, number):
    def fail(descriptor):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(atomic.os, "fsync", fail)


def test_a_new_record_gets_the_name_of_its_case(record, tmp_path):
    assert files(tmp_path) == ["RUN-174-2020_ffee1234.toml"]
    assert load(record.path).assessment == answered("Först.")


def test_a_new_record_never_takes_the_place_of_another(record, tmp_path):
    second = create(tmp_path, answered("Andra."))
    assert files(tmp_path) == ["RUN-174-2020_ffee1234-2.toml", "RUN-174-2020_ffee1234.toml"]
    assert second.path.name.endswith("-2.toml")
    assert load(record.path).assessment == answered("Först.")


def test_each_save_gives_the_handle_for_the_next(record):
    for words in ("Två.", "Tre.", "Fyra."):
        record = record.save(answered(words))
    assert load(record.path).assessment == answered("Fyra.")
    assert record == StoredRecord.of(load(record.path))


def test_nothing_but_the_record_is_left_in_the_folder(record, tmp_path):
    record.save(answered("Två."))
    assert files(tmp_path) == [record.path.name]


def test_what_somebody_else_saved_is_left_alone(record):
    mine, theirs = record, StoredRecord.of(load(record.path))
    theirs.save(answered("Deras."))
    with pytest.raises(ChangedOnDiskError, match="ändrats av någon annan"):
        mine.save(answered("Mitt."))
    assert load(record.path).assessment == answered("Deras.")


def test_a_record_that_was_removed_is_not_made_again(record):
    record.path.unlink()
    with pytest.raises(ChangedOnDiskError, match="finns inte kvar"):
        record.save(answered("Två."))
    assert not record.path.exists()


def test_a_copy_is_saved_beside_with_a_name_of_its_own(record, tmp_path):
    first, second = (record.save_beside(answered(words)) for words in ("Ett.", "Två."))
    assert first.path.name == "RUN-174-2020_ffee1234_kopia.toml"
    assert second.path.name == "RUN-174-2020_ffee1234_kopia-2.toml"
    assert load(first.save(answered("Mer.")).path).assessment == answered("Mer.")
    assert len(files(tmp_path)) == 3


def test_a_new_diary_number_gives_the_file_a_new_name(tmp_path):
    record = create(tmp_path, answered("Ett.", diary_number=""))
    assert record.path.name == "utan-dnr_ffee1234.toml"
    record = record.save(answered("Två.", diary_number="RUN/9/2027"))
    assert files(tmp_path) == ["RUN-9-2027_ffee1234.toml"]
    record = record.save(answered("Tre.", diary_number="RUN/9/2027"))
    assert load(record.path).assessment.answers[0].rationale == "Tre."


def test_a_name_that_is_taken_is_not_taken_over(tmp_path):
    record = create(tmp_path, answered("Ett.", diary_number=""))
    other = tmp_path / "RUN-9-2027_ffee1234.toml"
    other.write_text("någon annans", encoding="utf-8")
    record = record.save(answered("Två.", diary_number="RUN/9/2027"))
    assert record.path.name == "utan-dnr_ffee1234.toml"
    assert load(record.path).assessment.answers[0].rationale == "Två."
    assert other.read_text(encoding="utf-8") == "någon annans"
    other.unlink()
    assert record.save(answered("Tre.", diary_number="RUN/9/2027")).path == other


def test_a_name_somebody_chose_is_kept(record, tmp_path):
    chosen = record.path.rename(tmp_path / "cykelvägen.toml")
    saved = StoredRecord.of(load(chosen)).save(answered("Två.", diary_number="RUN/9/2027"))
    assert saved.path == chosen
    assert files(tmp_path) == ["cykelvägen.toml"]


@pytest.mark.parametrize(
    "number, words",
    [
        (errno.ENOSPC, "disken är full"),
        (errno.EROFS, "kan bara läsas"),
        (errno.EACCES, "får inte skriva där"),
        (errno.EIO, "systemets felnummer 5"),
    ],
)
def test_a_save_that_fails_says_what_and_where_and_leaves_the_old(record, tmp_path, monkeypatch, number, words):
    before = record.path.read_bytes()
    fails_with(monkeypatch, number)
    with pytest.raises(NotSavedError, match=words) as caught:
        record.save(answered("Två."))
    assert str(record.path) in str(caught.value)
    assert record.path.read_bytes() == before
    assert files(tmp_path) == [record.path.name]


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(NotSavedError, match="mappen finns inte längre"):
        create(tmp_path / "borta", answered("Ett."))


def test_a_file_that_somebody_protected_is_not_replaced(record, monkeypatch):
    monkeypatch.setattr(atomic.os, "access", lambda path, mode: False)
    with pytest.raises(NotSavedError, match="får inte skriva där"):
        record.save(answered("Två."))
    assert load(record.path).assessment == answered("Först.")


def test_a_file_that_is_held_a_moment_is_waited_for(record, held):
    held["times"] = 3
    record = record.save(answered("Två."))
    assert held["waits"] == list(atomic.RETRIES[:3])
    assert load(record.path).assessment == answered("Två.")


def test_work_that_cannot_reach_its_place_lies_beside_and_is_named(record, tmp_path, held):
    for words in ("Två.", "Tre."):
        with pytest.raises(NotSavedError, match="hålls av ett annat program") as caught:
            record.save(answered(words))
    kept = tmp_path / "RUN-174-2020_ffee1234_osparad.toml"
    assert str(kept) in str(caught.value)
    assert load(kept).assessment == answered("Tre.")
    assert sum(held["waits"]) == pytest.approx(2 * sum(atomic.RETRIES))
    assert sweep(tmp_path) == 0
    held["times"] = 0
    record = record.save(answered("Fyra."))
    assert files(tmp_path) == [record.path.name]


def test_work_that_cannot_be_put_beside_either_stays_under_its_temporary_name(record, tmp_path, held, monkeypatch):
    def refuse(source, target):
        raise PermissionError(errno.EACCES, "held", str(target))

    monkeypatch.setattr(storage, "move_to_new", refuse)
    with pytest.raises(NotSavedError) as caught:
        record.save(answered("Två."))
    [temporary] = tmp_path.glob(".*.tmp")
    assert str(temporary) in str(caught.value)
    assert temporary.read_bytes() == to_bytes(answered("Två."))


def test_a_link_goes_on_pointing_at_its_record(record, tmp_path):
    link = tmp_path / "genväg.toml"
    link.symlink_to(record.path)
    StoredRecord.of(load(link)).save(answered("Två."))
    assert link.is_symlink()
    assert load(record.path).assessment == answered("Två.")


def test_the_rights_of_the_file_are_kept(record):
    record.path.chmod(0o640)
    record.save(answered("Två."))
    assert record.path.stat().st_mode & 0o777 == 0o640


def test_where_links_cannot_be_made_a_new_file_still_takes_nobodys_place(tmp_path, monkeypatch):
    def refuse(source, target):
        raise OSError(errno.ENOTSUP, "no links")

    monkeypatch.setattr(atomic.os, "link", refuse)
    path = tmp_path / "post.toml"
    write_new_file(path, b"1")
    with pytest.raises(FileExistsError):
        write_new_file(path, b"2")
    assert path.read_bytes() == b"1"
    assert files(tmp_path) == ["post.toml"]


def test_a_folder_that_cannot_be_flushed_is_no_fault(tmp_path, monkeypatch):
    """Network shares and Windows."""
    fsync = os.fsync

    def flush(descriptor):
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112
            raise OSError(errno.EINVAL, "no")
        fsync(descriptor)

    monkeypatch.setattr(atomic.os, "fsync", flush)
    write_file(tmp_path / "post.toml", b"1")
    assert (tmp_path / "post.toml").read_bytes() == b"1"


def test_a_name_as_long_as_names_may_be_can_be_saved(tmp_path):
    path = tmp_path / f"{'å' * 120}.toml"
    write_file(path, b"1")
    assert path.read_bytes() == b"1"
    assert files(tmp_path) == [path.name]


def test_two_threads_never_tear_a_file(tmp_path):
    path = tmp_path / "post.toml"
    versions = [bytes([letter]) * 50_000 for letter in b"ab"]
    threads = [Thread(target=lambda data=data: [write_file(path, data) for _ in range(30)]) for data in versions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() in versions
    assert files(tmp_path) == ["post.toml"]


@pytest.fixture
def quick_folder(tmp_path):
    """A folder in memory where there is one: unlike a power cut, a kill takes nothing that was handed to the system."""
    memory = Path("/dev/shm")  # noqa: S108  (a folder of one's own is made in it)
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def test_ten_thousand_saves_killed_over_and_over_leave_the_old_or_the_new_and_never_a_torn_one(quick_folder):
    program = Path(__file__).parents[1] / "support" / "killed_saves.py"
    search = os.pathsep.join(str(path) for path in [program.parents[1], *sys.path])
    done = subprocess.run(
        [sys.executable, program, quick_folder, "10000", "2030"],
        capture_output=True, text=True, check=True, timeout=240, env=os.environ | {"PYTHONPATH": search},
    )  # fmt: skip
    outcomes = [line.split() for line in done.stdout.splitlines()]
    assert len(outcomes) > 10
    assert {state for state, _, _ in outcomes} == {"hel"}
    assert all(left == swept for _, left, swept in outcomes)
    assert files(quick_folder) == ["RUN-174-2020_ffee1234.toml"]


def test_the_sweep_takes_only_what_the_dead_left_on_this_machine(tmp_path):
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    number = int(dead.stdout)
    left = tmp_path / f".post.toml.{host_name()}.{number}.tmp"
    others = [
        tmp_path / f".post.toml.annan-dator.{number}.tmp",
        tmp_path / f".post.toml.{host_name()}.{os.getppid()}.tmp",
        tmp_path / temporary_name("post.toml"),
        tmp_path / "anteckningar.tmp",
        tmp_path / "post.toml",
    ]
    for path in (left, *others):
        path.write_bytes(b"")
    assert sweep(tmp_path) == 1
    assert files(tmp_path) == sorted(path.name for path in others)


def test_sweeping_a_folder_that_is_not_there_is_nothing(tmp_path):
    assert sweep(tmp_path / "borta") == 0


def test_a_process_that_is_no_more_is_known():
    assert is_running(os.getpid())
    assert not is_running(0)
    assert not is_running(2**70)
