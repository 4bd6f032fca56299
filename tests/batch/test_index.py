"""The listing of an archive: plain, quick from its cache, never stale, and light to import."""

import json
import os
import subprocess
import sys
from operator import attrgetter
from pathlib import Path

import pytest
from support.records import SAMPLE

from hallbarhet.batch import index_cache
from hallbarhet.batch.index import list_archive, read_row
from hallbarhet.batch.index_cache import CACHE_NAME

LONG_AGO = 1_700_000_000_000_000_000


def age(path, moment=LONG_AGO):
    os.utime(path, ns=(moment, moment))


def with_words(old, new):
    assert old.encode() in SAMPLE
    return SAMPLE.replace(old.encode(), new.encode(), 1)


@pytest.fixture
def archive(tmp_path):
    for name in ("a.toml", "b.toml", "2025/c.toml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(SAMPLE)
        age(path)
    return tmp_path


@pytest.fixture
def reads(monkeypatch):
    """The names of the records that are read from disk."""
    seen = []

    def read(path):
        seen.append(Path(path).name)
        return read_row(path)

    monkeypatch.setattr("hallbarhet.batch.index.read_row", read)
    return seen


def rows(folder, **options):
    return [row for batch in list_archive(folder, **options) for row in batch]


def titles(folder):
    return [row.title for row in rows(folder)]


def test_a_row_tells_what_the_start_list_shows(archive):
    row = rows(archive)[0]
    assert row.path == str(archive / "a.toml")
    assert (row.id, row.diary_number) == ("0193f2a0-5d1c-7e3a-9b1f-00c0ffee1234", "RUN/174/2020")
    assert (row.title, row.applicant) == ("Ny cykelväg Norra infarten", "Alvesta kommun")
    assert (row.support_form, row.status, row.stage, row.role) == ("projektmedel", "utkast", "ansokan", "forsta")
    assert (row.officer, row.recommendation) == ("Eva Ek", "vidare_med_villkor")
    assert row.saved_at.isoformat() == "2026-11-21T14:32:10+01:00"
    assert (row.unknown, row.open_conflicts, row.unanswered, row.fault) == (1, 1, None, "")


def test_what_is_left_is_as_the_record_noted_it(tmp_path):
    noted = with_words("[resultat]\n", "[resultat]\nobesvarade = 7\noppna_malkonflikter = 0\n")
    (tmp_path / "a.toml").write_bytes(noted)
    assert [(row.unanswered, row.open_conflicts) for row in rows(tmp_path)] == [(7, 0)]


def test_records_come_folder_by_folder_in_stable_order(archive):
    expected = ["a.toml", "b.toml", os.path.join("2025", "c.toml")]  # noqa: PTH118
    assert [os.path.relpath(row.path, archive) for row in rows(archive)] == expected
    assert rows(archive) == rows(archive)


@pytest.mark.parametrize(
    "raw, words",
    [
        (b"", "ingen post"),
        (b"[bedomning]\n", "inget id"),
        (b'[dimension]\nid = "x"\n', "en checklista, inte en post"),
        (b"\xff\xfeabc", "UTF-16"),
        (b"\x80", "UTF-8"),
        (b'[bedomning]\nid = "x\n', "rad 2:"),
        (with_words("format = 1", "format = 2"), "nyare version"),
    ],
)
def test_a_record_that_cannot_be_read_is_a_row_that_says_so(archive, raw, words):
    (archive / "b.toml").write_bytes(raw)
    listed = rows(archive)
    assert len(listed) == 3
    assert words in listed[1].fault
    assert [row.fault for row in (listed[0], listed[2])] == ["", ""]


def test_a_link_to_nothing_is_a_row(archive):
    (archive / "b.toml").unlink()
    (archive / "b.toml").symlink_to(archive / "borta.toml")
    assert "finns inte" in rows(archive)[1].fault


def test_values_of_the_wrong_kind_are_no_crash(archive):
    raw = b'resultat = 1\nsvar = [1, {}]\narende = "x"\n[bedomning]\nid = "x"\nstatus = 3\nskapad = 5\n'
    (archive / "b.toml").write_bytes(raw)
    row = rows(archive)[1]
    assert (row.id, row.status, row.saved_at, row.unknown) == ("x", "utkast", None, 0)


def test_a_folder_that_is_not_there_is_a_row(tmp_path):
    [row] = rows(tmp_path / "borta")
    assert "finns inte" in row.fault


def test_the_second_listing_reads_nothing_and_says_the_same(archive, reads):
    first = rows(archive)
    assert sorted(reads) == ["a.toml", "b.toml", "c.toml"]
    reads.clear()
    assert rows(archive) == first
    assert reads == []


def test_a_changed_record_is_read_again(archive, reads):
    rows(archive)
    (archive / "b.toml").write_bytes(with_words("Norra infarten", "Södra infarten"))
    assert titles(archive)[1] == "Ny cykelväg Södra infarten"
    assert reads.count("a.toml") == 1


def test_a_change_of_the_same_size_in_the_same_instant_is_seen(archive):
    """The file's time says nothing: it was changed just now, and changed again before the clock had moved."""
    path = archive / "b.toml"
    now = path.stat().st_mtime_ns
    path.write_bytes(SAMPLE)
    now = path.stat().st_mtime_ns
    assert titles(archive)[1] == "Ny cykelväg Norra infarten"
    path.write_bytes(with_words("Norra", "Södra".replace("ö", "o")))
    age(path, now)
    assert titles(archive)[1] == "Ny cykelväg Sodra infarten"


def test_what_changed_while_a_slow_listing_was_going_on_is_read_again(archive, monkeypatch, reads):
    (archive / "nu").write_bytes(b"")
    a_day_ago = (archive / "nu").stat().st_mtime_ns - 10**14
    for path in archive.rglob("*.toml"):
        age(path, a_day_ago)
    eleven_days = iter([0, 10**15])
    monkeypatch.setattr(index_cache.time, "monotonic_ns", lambda: next(eleven_days))
    rows(archive)
    monkeypatch.undo()
    monkeypatch.setattr("hallbarhet.batch.index.read_row", lambda path: reads.append(path) or read_row(path))
    reads.clear()
    rows(archive)
    assert len(reads) == 3
    reads.clear()
    rows(archive)
    assert reads == []


def test_another_file_by_the_same_name_time_and_size_is_seen(archive):
    rows(archive)
    path = archive / "b.toml"
    other = archive / "ny"
    other.write_bytes(with_words("Norra", "Sodra"))
    age(other)
    other.replace(path)
    assert titles(archive)[1] == "Ny cykelväg Sodra infarten"


def test_removed_and_added_records_are_noticed(archive):
    rows(archive)
    (archive / "a.toml").rename(archive / "z.toml")
    assert [Path(row.path).name for row in rows(archive)] == ["b.toml", "z.toml", "c.toml"]
    words = json.loads((archive / CACHE_NAME).read_bytes())
    assert sorted(words["mappar"]["."]) == ["b.toml", "z.toml"]


def test_an_archive_that_was_moved_is_still_known(archive, tmp_path_factory, reads):
    rows(archive)
    reads.clear()
    moved = archive.rename(tmp_path_factory.mktemp("flytt") / "arkiv")
    assert [row.path for row in rows(moved)] == [str(moved / name) for name in ("a.toml", "b.toml", "2025/c.toml")]
    assert reads == []


@pytest.mark.parametrize(
    "left",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"mappar": {}}',
        b"\xff",
        b"[" * 100_000,
        b'{"version": "0", "tog_ns": 0, "mappar": {}}',
    ],
)
def test_a_broken_cache_is_as_none(archive, left):
    expected = rows(archive, use_cache=False)
    (archive / CACHE_NAME).write_bytes(left)
    assert rows(archive) == expected


@pytest.mark.parametrize("entry", [None, 1, [], [1, 2], "row"])
def test_a_broken_entry_is_read_again(archive, entry):
    expected = rows(archive)
    words = json.loads((archive / CACHE_NAME).read_bytes())
    key = words["mappar"]["."]["a.toml"][:3]
    words["mappar"]["."]["a.toml"] = [*key, *entry] if isinstance(entry, list) else entry
    words["mappar"]["2025"] = entry
    (archive / CACHE_NAME).write_text(json.dumps(words), encoding="utf-8")
    assert rows(archive) == expected


def test_deleting_the_cache_loses_nothing(archive):
    expected = rows(archive)
    (archive / CACHE_NAME).unlink()
    assert rows(archive) == expected


def test_without_the_cache_none_is_read_or_left(archive):
    rows(archive, use_cache=False)
    assert not (archive / CACHE_NAME).exists()


def test_an_unchanged_archive_leaves_its_cache_alone(archive):
    rows(archive)
    before = (archive / CACHE_NAME).stat()
    rows(archive)
    after = (archive / CACHE_NAME).stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_an_archive_that_cannot_be_written_is_listed_all_the_same(archive, monkeypatch):
    def refuse(descriptor):
        raise OSError(30, "read-only")

    monkeypatch.setattr(os, "fsync", refuse)
    assert len(rows(archive)) == 3
    assert not (archive / CACHE_NAME).exists()


def test_that_a_file_may_not_be_read_is_not_remembered(archive, monkeypatch):
    """Rights can change without the file."""
    open_, opened_at_once = Path.open, os.open

    def refuse(self, *arguments, **options):
        if self.name == "b.toml":
            raise PermissionError(13, "no")
        return open_(self, *arguments, **options)

    def refuse_at_once(path, *arguments):
        if str(path).endswith("b.toml"):
            raise PermissionError(13, "no")
        return opened_at_once(path, *arguments)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(os, "open", refuse_at_once)
    assert "går inte att läsa" in rows(archive)[1].fault
    monkeypatch.undo()
    assert rows(archive)[1].fault == ""


def test_rows_come_in_batches_so_that_a_screen_can_fill(tmp_path):
    for number in range(60):
        (tmp_path / f"{number:03}.toml").write_bytes(SAMPLE)
        age(tmp_path / f"{number:03}.toml")
    assert [len(batch) for batch in list_archive(tmp_path)] == [25, 25, 10]
    assert [len(batch) for batch in list_archive(tmp_path)] == [60]


def test_the_newest_stands_first_and_those_without_a_time_last(tmp_path):
    for name, saved in (
        ("a", "2026-01-01T00:00:00+01:00"),
        ("b", "2026-01-01T00:00:00"),
        ("c", "2026-02-01T00:00:00Z"),
    ):
        raw = with_words("senast_sparad = 2026-11-21T14:32:10+01:00", f"senast_sparad = {saved}")
        (tmp_path / f"{name}.toml").write_bytes(raw)
    (tmp_path / "d.toml").write_bytes(b"trasig")
    assert [Path(row.path).stem for row in sorted(rows(tmp_path), key=attrgetter("order"))] == ["c", "b", "a", "d"]


def test_the_listing_is_light_to_import(archive):
    code = (
        "import sys, pathlib, hallbarhet.batch.index as i;"
        f"assert len([r for b in i.list_archive(pathlib.Path({str(archive)!r})) for r in b]) == 3;"
        "print([m for m in ('pydantic', 'numpy', 'textual', 'rich', 'jinja2', 'tree_sitter') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_room_itself_imports_nothing():
    code = "import sys, hallbarhet.batch; print(sorted(m for m in sys.modules if m.startswith('hallbarhet')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['hallbarhet', 'hallbarhet.batch']\n"
