"""Which records some files and folders hold: each once, in an order that stays, and nothing kept quiet."""

import os
from contextlib import contextmanager
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallbarhet.assessment.archive import UnreadableFolder
from hallbarhet.assessment.atomic import temporary_name
from hallbarhet.assessment.journal import journal_path
from hallbarhet.assessment.presence import note_path
from hallbarhet.batch.beside import SUFFIX
from hallbarhet.batch.index_cache import CACHE_NAME
from hallbarhet.batch.listing import record_paths
from hallbarhet.batch.remembered import CACHE_FOLDER

FILES = ("b.toml", "a.toml", "2024/d.toml", "2024/inre/e.toml", "2025/c.toml")
ALL = ["a.toml", "b.toml", "2024/d.toml", "2024/inre/e.toml", "2025/c.toml"]
"""The same, as they are given: the records of a folder before its folders."""


def placed(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """An archive by the name of `arkiv` in the folder one stands in."""
    monkeypatch.chdir(tmp_path)
    placed(tmp_path / "arkiv", *FILES)
    return tmp_path / "arkiv"


def within(archive, *roots):
    """What is given for some roots, as it lies in the archive."""
    return [os.path.relpath(path, archive) for path in record_paths(roots)]


# In order


def test_the_records_of_a_folder_come_before_those_of_its_folders(archive):
    assert within(archive, str(archive)) == ALL


def test_the_order_is_the_same_in_whatever_order_the_disk_tells(archive, monkeypatch):
    scandir = os.scandir

    def told(*, backwards):
        @contextmanager
        def entries(path):
            with scandir(path) as found:
                yield iter(sorted(found, key=lambda entry: entry.name, reverse=backwards))

        with monkeypatch.context() as patch:
            patch.setattr(os, "scandir", entries)
            return within(archive, str(archive))

    assert told(backwards=True) == told(backwards=False) == ALL


def test_the_order_is_the_same_in_whatever_order_the_roots_are_named(archive):
    placed(archive.parent / "annat", "f.toml")
    roots = ("arkiv/2024", "arkiv/b.toml", "annat", "borta")
    found = {tuple(record_paths(order)) for order in permutations(roots)}
    assert found == {("annat/f.toml", "arkiv/2024/d.toml", "arkiv/2024/inre/e.toml", "arkiv/b.toml", "borta")}


def test_folders_may_lie_hundreds_deep(tmp_path):
    deep = tmp_path / "/".join("m" * 400)
    placed(deep, "a.toml")
    assert within(deep, str(tmp_path)) == ["a.toml"]


def test_no_folder_is_looked_into_before_its_turn(archive, monkeypatch):
    looked_into = []
    scandir = os.scandir

    def noted(path):
        looked_into.append(os.path.relpath(path, archive))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", noted)
    paths = record_paths([str(archive)])
    assert looked_into == []
    next(paths)
    assert looked_into == ["."]
    assert len([*paths]) == len(ALL) - 1
    assert looked_into == [".", "2024", "2024/inre", "2025"]


# Names


def test_names_that_are_no_text_lead_to_their_files_all_the_same(archive):
    folder = os.fsencode(archive) + b"/2025/\xe5r"
    try:
        os.mkdir(folder)  # noqa: PTH102  (a name in bytes)
        for name in (b"\xff.toml", b"z.toml", b"\xc3\xa5.toml"):
            with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123  (a name in bytes)
                file.write(name)
    except OSError:
        return  # a file system that has only text
    found = [path for path in record_paths([str(archive)]) if isinstance(path, str)]
    assert [Path(path).read_bytes() for path in found[len(ALL) :]] == [b"z.toml", b"\xc3\xa5.toml", b"\xff.toml"]
    assert [os.fsencode(path).startswith(folder) for path in found] == [False] * len(ALL) + [True] * 3


def test_what_the_program_leaves_beside_records_is_left_out(archive):
    record = archive / "a.toml"
    placed(
        archive, temporary_name(record.name), note_path(record).name, journal_path(record).name, f"a{SUFFIX}",
        CACHE_NAME, f"{CACHE_FOLDER}/x.toml", ".rader.csv.del", ".rader.csv.del.json", "hallbarhet.toml",
        "checklistor/grund@1.0.0.toml", "2025/checklistor/grund@1.0.0.toml",
    )  # fmt: skip
    assert within(archive, str(archive)) == ALL


def test_what_editors_and_people_leave_beside_records_is_left_out(archive):
    placed(
        archive, ".dold.toml", ".git/g.toml", "a.toml~", "#a.toml#", ".#a.toml", ".a.toml.swp", "a.toml.bak",
        "a.toml.tmp", "a.tom", "toml", ".toml", "Kopia av a.txt",
    )  # fmt: skip
    assert within(archive, str(archive)) == ALL


# Unreadable


def test_a_folder_that_cannot_be_looked_into_is_told_in_its_place(archive, monkeypatch):
    scandir = os.scandir

    def refused(path):
        if str(path).endswith("2024"):
            raise PermissionError(13, "nej", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    first, second, closed, last = record_paths([str(archive)])
    assert [Path(path).name for path in (first, second, last)] == ["a.toml", "b.toml", "c.toml"]
    assert isinstance(closed, UnreadableFolder)
    assert closed.path == str(archive / "2024")
    assert "går inte att läsa" in closed.sentence


def test_a_root_that_cannot_be_looked_into_is_told_once_and_stops_no_other(archive, monkeypatch):
    scandir = os.scandir

    def refused(path):
        if str(path).endswith("2024"):
            raise PermissionError(13, "nej", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    closed, last = record_paths(["arkiv/2024", str(archive / "2024"), "arkiv/2025"])
    assert isinstance(closed, UnreadableFolder)
    assert last == "arkiv/2025/c.toml"


def test_what_is_not_there_is_given_so_that_its_reading_tells(archive):
    assert [*record_paths(["borta", "borta.toml", "arkiv/2025"])] == ["arkiv/2025/c.toml", "borta", "borta.toml"]


# Once


@pytest.mark.parametrize(
    "roots",
    [
        ("arkiv", "arkiv"),
        ("arkiv", "arkiv/"),
        ("arkiv", "./arkiv"),
        ("arkiv", "{whole}"),
        ("arkiv", "arkiv/2024"),
        ("arkiv", "{whole}/2024"),
        ("arkiv", "arkiv/2024/inre/../../2024"),
        ("arkiv", "arkiv/a.toml"),
        ("arkiv", "{whole}/a.toml"),
        ("arkiv", "{whole}/2024/inre/e.toml", "./arkiv/2024/../a.toml"),
        ("arkiv", "lank"),
        ("arkiv", "lank/2024", "lank/a.toml"),
    ],
    ids=" + ".join,
)
def test_a_record_that_is_named_in_several_ways_is_given_once(archive, roots):
    (archive.parent / "lank").symlink_to(archive, target_is_directory=True)
    given = [root.format(whole=archive) for root in roots]
    found = [os.path.relpath(Path(path).resolve(), archive) for path in record_paths(given)]
    assert sorted(found) == sorted(ALL)


def test_a_file_that_is_named_in_several_ways_is_given_once(archive):
    assert [*record_paths(["arkiv/a.toml", "./arkiv/a.toml", str(archive / "a.toml")])] == ["./arkiv/a.toml"]


def test_archives_that_lead_to_each_other_are_each_walked_once(archive):
    other = archive.parent / "annat"
    placed(other, "f.toml")
    (other / "dit").symlink_to(archive, target_is_directory=True)
    (archive / "2025" / "hit").symlink_to(other, target_is_directory=True)
    for roots in (("arkiv",), ("annat",), ("arkiv", "annat"), ("annat", "arkiv/2025")):
        found = [Path(path).resolve() for path in record_paths(roots)]
        assert sorted(found) == sorted([*(archive / name for name in ALL), other / "f.toml"])


def test_a_link_to_a_record_is_a_file_of_its_own(archive):
    (archive / "x.toml").symlink_to("a.toml")
    (archive / "y.toml").symlink_to("y.toml")
    assert within(archive, "arkiv", "arkiv/x.toml") == ["a.toml", "b.toml", "x.toml", "y.toml", *ALL[2:]]
    assert within(archive, "arkiv/x.toml", "arkiv/a.toml") == ["a.toml", "x.toml"]


def test_what_is_named_is_given_also_where_nobody_would_look(archive):
    placed(archive, ".dold.toml", "utkast.txt", ".gomd/g.toml")
    roots = ("arkiv", "arkiv/.dold.toml", "arkiv/utkast.txt", "arkiv/.gomd")
    assert within(archive, *roots) == [*ALL, ".gomd/g.toml", ".dold.toml", "utkast.txt"]


PLACES = ("arkiv", "arkiv/2024", "arkiv/2024/inre", "arkiv/2025", "lank", "lank/2024", "arkiv/2025/ring", *(
    f"arkiv/{name}" for name in FILES
), "lank/2024/d.toml")  # fmt: skip
SPELLINGS = ("{}", "./{}", "arkiv/../{}", "{whole}/{}")


@pytest.fixture(scope="module")
def linked(tmp_path_factory):
    """An archive with a ring in it and another way in."""
    whole = tmp_path_factory.mktemp("hel")
    placed(whole / "arkiv", *FILES)
    (whole / "lank").symlink_to("arkiv", target_is_directory=True)
    (whole / "arkiv" / "2025" / "ring").symlink_to("../..", target_is_directory=True)
    return whole


@given(named=st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(SPELLINGS)), min_size=1, max_size=5))
def test_any_roots_give_what_is_in_any_of_them_and_nothing_twice(linked, named):
    roots = [os.path.join(linked, spelling.format(place, whole=linked)) for place, spelling in named]  # noqa: PTH118
    found = [*record_paths(roots)]
    real = [os.path.realpath(path) for path in found]
    expected = set()
    for root in roots:
        alone = record_paths([root])
        expected |= {os.path.realpath(path) for path in alone}
    assert sorted(real) == sorted(expected)
    assert found == [*record_paths(reversed(roots))]
