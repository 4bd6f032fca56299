"""Re-scorings beside the records: never inside, whole or not at all, and taken back without touching anything else."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest
from support.archives import CASES, answered, first_version, second_version, worked_archive, written
from support.many import many
from support.worked import ANSWERS

from hallbarhet.assessment.archive import record_files
from hallbarhet.assessment.records import to_bytes
from hallbarhet.batch.beside import SUFFIX, Tally, beside, rendered, take_back
from hallbarhet.batch.remembered import CACHE_FOLDER
from hallbarhet.cli import main


@pytest.fixture
def worked(tmp_path):
    return worked_archive(tmp_path / "arkiv"), str(written(tmp_path / "ny.toml", second_version()))


def write(worked, *more):
    folder, new = worked
    return main(["omrakna", str(folder), "--checklista", new, "--skriv", *more])


def besides(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.rglob(f"*{SUFFIX}"))}


def others(folder):
    """Everything but the re-scorings, with when it was last changed."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.endswith(SUFFIX)]
    paths = [path for path in paths if CACHE_FOLDER not in path.parts]
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) for path in paths}


def test_each_record_gets_a_file_beside_it_and_is_itself_untouched(worked, capsys):
    folder, _ = worked
    before = others(folder)
    assert write(worked) == 0
    assert others(folder) == before
    assert [*besides(folder)] == [f"{name}{SUFFIX}" for name in CASES]
    told = json.loads(besides(folder)[f"A{SUFFIX}"])
    assert next(iter(told.values())) == "Omräkningen ändrar inget fattat beslut."
    assert (told["post"], told["id"], told["gjord_med"]) == ("A.toml", "A", "arbetat-exempel 1.0.0")
    assert told["checklista"]["version"] == "2.0.0"
    (way,) = told["alternativ"]
    assert way["full"]["index"]["netto"] == pytest.approx(33.68055555555556)
    assert "Skrev 5 omräkningar bredvid posterna." in capsys.readouterr().err


def test_writing_again_writes_nothing_and_taking_back_twice_takes_once(worked, capsys):
    folder, _ = worked
    write(worked)
    first = {path: path.stat().st_ino for path in folder.glob(f"*{SUFFIX}")}
    capsys.readouterr()
    assert write(worked) == 0
    assert "Skrev 0 omräkningar bredvid posterna, 5 fanns redan." in capsys.readouterr().err
    assert {path: path.stat().st_ino for path in folder.glob(f"*{SUFFIX}")} == first
    assert main(["omrakna", str(folder), "--angra"]) == 0
    assert "Tog bort 5 omräkningar." in capsys.readouterr().out
    assert besides(folder) == {}
    assert main(["omrakna", str(folder), "--angra"]) == 0
    assert "Det finns inget att ta tillbaka." in capsys.readouterr().out


def test_another_re_scoring_takes_the_place_of_the_one_before(worked, capsys):
    folder, _ = worked
    write(worked)
    before = besides(folder)
    assert main(["omrakna", str(folder), "--vikt", "ekologisk=2", "--skriv"]) == 0
    after = besides(folder)
    assert before.keys() == after.keys()
    told = json.loads(after[f"A{SUFFIX}"])
    assert (told["checklista"], told["alternativ"][0]["vikter"]) == (None, {"ekologisk": 2.0})
    assert "Skrev 5 omräkningar" in capsys.readouterr().err


def test_several_alternatives_stand_in_one_file(worked):
    folder, _ = worked
    ways = ["--alternativ", "grön", "--vikt", "ekologisk=2", "--alternativ", "sträng", "--troskel", "4=45"]
    assert main(["omrakna", str(folder), *ways, "--skriv"]) == 0
    told = json.loads(besides(folder)[f"B{SUFFIX}"])["alternativ"]
    assert [(way["alternativ"], way["vikter"], way["trosklar"]) for way in told] == [
        ("grön", {"ekologisk": 2.0}, {}),
        ("sträng", {}, {"4": 45.0}),
    ]


def test_records_that_are_not_re_scored_get_no_file(worked):
    folder, _ = worked
    (folder / "trasig.toml").write_text("a = [\n")
    assert write(worked) == 1
    assert [*besides(folder)] == [f"{name}{SUFFIX}" for name in CASES]


CHANGES = {
    "en siffra": lambda data: data.replace(b'"id": "A"', b'"id": "B"'),
    "ett tecken till": lambda data: data + b" ",
    "inte JSON": lambda data: data[:-20],
    "annat program": lambda _: b'{"omrakning": "min egen"}',
    "en lista": lambda _: b"[]",
    "djup": lambda _: b"[" * 100_000,
    "tom": lambda _: b"",
    "mina anteckningar": lambda _: b"kom ihag\n",
    "oandligt": lambda data: data.replace(b'"format": 1', b'"format": NaN'),
    "for stort tal": lambda data: data.replace(b'"format": 1', b'"format": 1' + b"0" * 30),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_somebody_has_changed_is_neither_replaced_nor_removed(change, worked, capsys):
    folder, _ = worked
    write(worked)
    path = folder / f"A{SUFFIX}"
    path.write_bytes(CHANGES[change](path.read_bytes()))
    changed = path.read_bytes()
    assert write(worked) == 1
    assert path.read_bytes() == changed
    assert str(path) in capsys.readouterr().err
    assert main(["omrakna", str(folder), "--angra"]) == 1
    said = capsys.readouterr()
    assert "Tog bort 4 omräkningar. 1 lämnades kvar." in said.out
    assert str(path) in said.err
    assert [*besides(folder)] == [path.name]


def test_a_link_is_left_alone(worked, tmp_path):
    folder, _ = worked
    write(worked)
    elsewhere = tmp_path / "annanstans.json"
    link = folder / f"A{SUFFIX}"
    data = link.read_bytes()
    link.rename(elsewhere)
    link.symlink_to(elsewhere)
    assert main(["omrakna", str(folder), "--angra"]) == 1
    assert link.is_symlink()
    assert elsewhere.read_bytes() == data
    assert [*besides(folder)] == [link.name]


def test_two_records_never_share_a_file(worked, capsys):
    folder, _ = worked
    (folder / "A.TOML").write_bytes((folder / "B.toml").read_bytes())
    if len({path.stat().st_ino for path in folder.glob("A.*")}) > 1:
        assert write(worked) == 1
        assert "filen hör till" in capsys.readouterr().err


def test_taking_back_works_from_a_record_from_its_file_and_without_the_record(worked):
    folder, _ = worked
    write(worked)
    assert main(["omrakna", str(folder / "A.toml"), str(folder / f"B{SUFFIX}"), "--angra"]) == 0
    assert [*besides(folder)] == [f"{name}{SUFFIX}" for name in "CDE"]
    (folder / "C.toml").unlink()
    assert main(["omrakna", str(folder), "--angra"]) == 0
    assert besides(folder) == {}


def test_a_folder_that_may_not_be_written_in_is_told(worked, monkeypatch, capsys):
    def refused(*_):
        raise PermissionError(13, "nej")

    folder, _ = worked
    monkeypatch.setattr("hallbarhet.assessment.atomic._opened", refused)
    assert write(worked) == 1
    assert "5 gick inte" in capsys.readouterr().err
    assert besides(folder) == {}
    monkeypatch.undo()
    write(worked)
    monkeypatch.setattr("pathlib.Path.unlink", refused)
    assert take_back([str(folder)]).left == 5


def test_a_sealed_record_stays_sealed(tmp_path):
    folder = tmp_path / "arkiv"
    main(["demo", str(folder), "--antal", "12", "--fro", "1"])
    sealed = [str(path) for path in record_files(folder) if "[sigill]" in path.read_text(encoding="utf-8")]
    assert sealed
    before = others(folder)
    assert main(["omrakna", str(folder), "--skriv"]) == 0
    assert others(folder) == before
    assert main(["sigill", *sealed]) == 0


def test_no_other_command_takes_them_for_records(worked, capsys):
    folder, _ = worked
    write(worked)
    assert [path.name for path in record_files(folder)] == [f"{name}.toml" for name in CASES]
    capsys.readouterr()
    assert main(["berakna", str(folder), "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5
    main(["granska", str(folder), "--json"])
    said = capsys.readouterr().out
    assert said
    assert SUFFIX not in said
    assert main(["omrakna", str(folder), "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5


def test_a_file_name_that_is_no_text_has_its_re_scoring_too(tmp_path):
    old = first_version()
    folder = worked_archive(tmp_path / "arkiv")
    strange = os.fsencode(folder) + b"/\xff.toml"
    try:
        with open(strange, "wb") as file:  # noqa: PTH123  (a name in bytes)
            file.write(to_bytes(answered(old, ANSWERS, "x")))
    except OSError:
        return  # a file system that has only text
    assert main(["omrakna", str(folder), "--skriv"]) == 0
    assert len(besides(folder)) == 6
    assert main(["omrakna", str(folder), "--angra"]) == 0
    assert besides(folder) == {}


def test_killed_in_the_middle_every_file_is_whole_and_the_next_run_finishes(tmp_path):
    folder, new = many(tmp_path / "arkiv", 600), written(tmp_path / "ny.toml", second_version())
    command = [sys.executable, "-m", "hallbarhet", "omrakna", str(folder), "--checklista", str(new), "--skriv"]
    records = others(folder)
    chance = random.Random(9)  # noqa: S311  (any moment will do)
    for _ in range(3):
        begun = len(besides(folder))
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        enough = begun + chance.randrange(1, 120)
        while running.poll() is None and sum(1 for _ in folder.glob(f"*{SUFFIX}")) < enough:
            time.sleep(0.005)
        running.send_signal(signal.SIGKILL)
        running.wait()
        for data in besides(folder).values():
            words = json.loads(data)
            assert rendered({key: value for key, value in words.items() if key != "kontroll"}) == data
    assert 0 < len(besides(folder)) < 600
    subprocess.run(command, check=True, capture_output=True)
    assert len(besides(folder)) == 600
    assert {name: data for name, data in others(folder).items() if not name.endswith(".tmp")} == records
    assert not list(folder.glob(".*.tmp"))
    assert main(["omrakna", str(folder), "--angra"]) == 0
    assert others(folder) == records
    assert besides(folder) == {}


def test_a_folder_in_the_way_is_told_as_somebody_else_s(worked, capsys):
    record = min(worked[0].glob("*.toml"))
    beside(str(record)).mkdir()
    assert write(worked) == 1
    assert f"{beside(str(record))}: programmet har inte skrivit filen" in capsys.readouterr().err


def test_when_many_are_left_alone_it_is_told_how_many_more():
    tally = Tally()
    for number in range(12):
        tally.leave(str(number))
    assert tally.sentences == (*map(str, range(10)), "… och 2 till.")
