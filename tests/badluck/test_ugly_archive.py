"""An archive with everything that can be wrong in it: a row each, never a stop."""

import json
import os
import shutil
import socket

import pytest
from support.archives import CASES, answered, archive, first_version, second_version, written
from support.worked import ANSWERS, DATA

from hallbarhet.batch.beside import SUFFIX
from hallbarhet.cli import main


def head(**words):
    return {**DATA["checklista"], **words}


@pytest.fixture
def ugly(tmp_path):
    """Records of three versions and of two checklists nobody has, and what else lies about."""
    folder = tmp_path / "arkiv"
    versions = [first_version(checklista=head(version=f"1.{number}.0")) for number in range(3)]
    records = {
        f"v{number}-{name}": answered(used, answers, f"{name}{number}")
        for number, used in enumerate(versions)
        for name, answers in CASES.items()
    }
    archive(folder, records, versions)
    other = first_version(checklista=head(id="nagon-annan"))
    lost = first_version(checklista=head(version="0.9.0"))
    archive(folder, {"annan": answered(other, ANSWERS, "annan"), "tappad": answered(lost, ANSWERS, "tappad")})
    return folder, written(tmp_path / "ny.toml", second_version())


def rows(ugly, capsys, code):
    folder, new = ugly
    capsys.readouterr()
    assert main(["omrakna", str(folder), "--checklista", str(new), "--json"]) == code
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return {os.path.relpath(row["post"], folder): row for row in found}


def faulty(found):
    return {name for name, row in found.items() if "fel" in row}


def test_three_versions_an_unknown_one_and_another_checklist_stand_side_by_side(ugly, capsys):
    found = rows(ugly, capsys, 0)
    assert len(found) == 17
    assert found["annan.toml"]["hoppad"] == "annan_checklista"
    assert found["tappad.toml"]["fore"]["omraknad"] is False
    for name in CASES:
        told = [found[f"v{number}-{name}.toml"] for number in range(3)]
        assert all(row["full"] == told[0]["full"] and row["fore"] == told[0]["fore"] for row in told)


def test_a_record_torn_anywhere_is_one_row(ugly, capsys):
    folder, _ = ugly
    raw = (folder / "v0-A.toml").read_bytes()
    for place in range(0, len(raw), 97):
        (folder / f"torn-{place:05}.toml").write_bytes(raw[:place])
    found = rows(ugly, capsys, 1)
    assert sum(name.startswith("torn") for name in found) == len(range(0, len(raw), 97))
    assert all(one["text"] for name in faulty(found) for one in found[name]["fel"])


def test_files_that_are_no_records_are_a_row_each_with_a_reason(ugly, capsys):
    folder, _ = ugly
    raw = (folder / "v0-A.toml").read_bytes()
    contents = {
        "tom": b"",
        "frammande": b'[project]\nname = "x"\n',
        "binar": bytes(range(256)),
        "utf16": raw.decode().encode("utf-16"),
        "djup": b"a = " + b"[" * 100_000,
        "dubbel-nyckel": raw + b"\n[arende]\n",
    }
    for name, data in contents.items():
        (folder / f"{name}.toml").write_bytes(data)
    with (folder / "gles.toml").open("wb") as file:
        file.truncate(3_000_000_000)
    (folder / "slinga.toml").symlink_to("slinga.toml")
    (folder / "borta.toml").symlink_to("finns-inte.toml")
    (folder / "katalog.toml").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "ror.toml")
        (folder / "noll.toml").symlink_to("/dev/zero")
    found = rows(ugly, capsys, 1)
    expected = {*(f"{name}.toml" for name in (*contents, "gles", "slinga", "borta"))}
    expected |= {"ror.toml", "noll.toml"} if hasattr(os, "mkfifo") else set()
    assert faulty(found) == expected
    assert all(fault["kod"] and fault["text"] for name in expected for fault in found[name]["fel"])
    assert len(found) == 17 + len(expected)


def test_a_socket_is_a_row(ugly, capsys, monkeypatch):
    if not hasattr(socket, "AF_UNIX"):
        return
    monkeypatch.chdir(ugly[0])  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as there:
        there.bind("uttag.toml")
        assert faulty(rows(ugly, capsys, 1)) == {"uttag.toml"}


def test_what_may_not_be_read_is_a_row_or_read(ugly, capsys):
    folder, _ = ugly
    (folder / "last.toml").write_bytes((folder / "v0-A.toml").read_bytes())
    (folder / "stangd").mkdir()
    (folder / "last.toml").chmod(0)
    (folder / "stangd").chmod(0)
    try:
        # who may do everything reads them; others are told
        expected = {name for name in ("last.toml", "stangd") if not os.access(folder / name, os.R_OK)}
        assert faulty(rows(ugly, capsys, int(bool(expected)))) == expected
    finally:
        (folder / "stangd").chmod(0o700)


def test_a_folder_that_cannot_be_looked_into_is_a_row(ugly, capsys, monkeypatch):
    folder, _ = ugly
    (folder / "stangd").mkdir()
    scandir = os.scandir

    def refused(path):
        if str(path).endswith("stangd"):
            raise PermissionError(13, "nej", str(path))
        return scandir(path)

    monkeypatch.setattr("hallbarhet.assessment.archive.os.scandir", refused)
    assert faulty(rows(ugly, capsys, 1)) == {"stangd"}


def test_two_files_with_the_same_id_are_two_rows(ugly, capsys):
    folder, _ = ugly
    for name in ("kopia1", "kopia2"):
        (folder / f"{name}.toml").write_bytes((folder / "v0-A.toml").read_bytes())
    found = rows(ugly, capsys, 0)
    same = [found[f"{name}.toml"] for name in ("v0-A", "kopia1", "kopia2")]
    assert {row["id"] for row in same} == {"A0"}
    assert same[0]["full"] == same[1]["full"] == same[2]["full"]


def test_links_in_a_ring_are_walked_once(ugly, capsys):
    folder, _ = ugly
    (folder / "under").mkdir()
    (folder / "under" / "upp").symlink_to(folder, target_is_directory=True)
    (folder / "under" / "sig").symlink_to(folder / "under", target_is_directory=True)
    assert len(rows(ugly, capsys, 0)) == 17


def test_a_folder_with_a_hundred_thousand_names(ugly, capsys):
    folder, _ = ugly
    first = folder / f"namn-000000{SUFFIX}"
    first.write_bytes(b"{}")
    for number in range(1, 100_000):
        # names of one file in tens of thousands: file systems let it have only so many
        if number % 30_000 == 0:
            first = folder / f"namn-{number:06}{SUFFIX}"
            first.write_bytes(b"{}")
        else:
            os.link(first, folder / f"namn-{number:06}{SUFFIX}")
    assert len(rows(ugly, capsys, 0)) == 17
    shutil.rmtree(folder)  # not to be kept with what a test leaves


def test_a_name_that_is_no_text_or_steers_a_terminal_is_a_row(ugly, capsys):
    folder, new = ugly
    raw = (folder / "v0-A.toml").read_bytes()
    try:
        with open(os.fsencode(folder) + b"/\xff.toml", "wb") as file:  # noqa: PTH123  (a name in bytes)
            file.write(raw)
    except OSError:
        return  # a file system that has only text
    (folder / "\x1b[31mrod\n.toml").write_bytes(b"x")
    assert len(rows(ugly, capsys, 1)) == 19
    assert main(["omrakna", str(folder), "--checklista", str(new)]) == 1
    assert "\x1b" not in capsys.readouterr().out
    for suffix in ("csv", "jsonl", "json", "html", "xlsx", "parquet"):
        target = folder.parent / f"ut.{suffix}"
        assert main(["omrakna", str(folder), "--checklista", str(new), "--ut", str(target)]) == 1
        assert target.stat().st_size > 0
