"""Which files of a folder are records."""

import os

import pytest

from hallbarhet.assessment.archive import UnreadableFolder, record_files, record_folders


@pytest.fixture
def archive(tmp_path):
    for name in (
        "b.toml", "a.toml", "C.TOML", "hallbarhet.toml", "Hallbarhet.toml", ".dold.toml", "a.html", "a.omrakning.json",
        "checklistor/grund@1.0.0_0123456789ab.toml", "2025/d.toml", "2025/checklistor/e.toml", ".git/f.toml",
        "2024/inre/g.toml", "mapp.toml/h.toml",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path


def names(folder):
    return [path.relative_to(folder).as_posix() for path in record_files(folder)]


def test_records_are_the_toml_files_that_are_nothing_else(archive):
    assert names(archive) == ["C.TOML", "a.toml", "b.toml", "2024/inre/g.toml", "2025/d.toml", "mapp.toml/h.toml"]


def test_an_empty_folder_has_none(tmp_path):
    assert names(tmp_path) == []


def test_a_loop_of_links_is_walked_once(archive):
    (archive / "2025" / "runt").symlink_to(archive, target_is_directory=True)
    (archive / "själv").symlink_to(archive / "själv")
    assert len(names(archive)) == 6


def test_a_folder_reached_by_a_link_is_looked_into(archive, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("annan")
    (elsewhere / "i.toml").write_bytes(b"")
    (archive / "2023").symlink_to(elsewhere, target_is_directory=True)
    assert "2023/i.toml" in names(archive)


def test_a_folder_that_cannot_be_read_is_told(archive, monkeypatch):
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("2025"):
            raise PermissionError(13, "no", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    [unreadable] = [folder for folder in record_folders(archive) if isinstance(folder, UnreadableFolder)]
    assert unreadable.path == str(archive / "2025")
    assert "går inte att läsa" in unreadable.sentence
    assert len(names(archive)) == 5


def test_a_folder_that_is_not_there_is_told(tmp_path):
    [missing] = record_folders(tmp_path / "borta")
    assert "finns inte" in missing.sentence
