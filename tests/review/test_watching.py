"""`granska --bevaka`: checked again on every save, told like the first time, ended with Ctrl+C."""

import os
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from hallbarhet.cli import main
from hallbarhet.review.watching import rounds


class Meanwhile:
    """What somebody does in the editor between two looks; then Ctrl+C."""

    def __init__(self, *acts):
        self.acts = list(acts)

    def __call__(self, _seconds):
        if not self.acts:
            raise KeyboardInterrupt
        self.acts.pop(0)()


def nothing():
    pass


def counted(path, *acts):
    seen = []
    watching = rounds([path], wait=Meanwhile(*acts))
    with suppress(KeyboardInterrupt):
        while True:
            seen.append(next(watching))
    return seen


def test_a_save_begins_a_new_round_and_a_look_without_one_does_not(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text("a = 1\n")
    beside = tmp_path / "b.toml"
    assert counted(path, nothing, nothing) == [1]
    assert counted(path, nothing, lambda: path.write_text("a = 12\n"), nothing) == [1, 2]
    assert counted(path, lambda: beside.write_text("b = 1\n")) == [1, 2]
    assert counted(path, lambda: os.utime(path, (1, 1))) == [1, 2]


def test_a_file_that_is_away_for_a_moment_is_no_fault(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text("a = 1\n")
    assert counted(path, path.unlink, lambda: path.write_text("a = 1\n")) == [1, 2, 3]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "min.toml"
    path.write_text("format = 1\n[checklista]\nid = 1\n", encoding="utf-8")
    return path


def test_the_faults_are_told_again_after_each_save(file, monkeypatch, capsys):
    later = Meanwhile(nothing, lambda: file.write_text('format = 1\n[checklista]\nid = "min"\n', encoding="utf-8"))
    monkeypatch.setattr("hallbarhet.review.watching.rounds.__kwdefaults__", {"wait": later})
    code = main(["granska", str(file), "--bevaka"])
    said = capsys.readouterr()
    assert code == 1
    assert said.out.count('"id" ska vara text') == 1
    assert said.err.count("--- Granskat") == 2
    assert said.err.endswith("Bevakningen är avslutad.\n")


def test_a_file_moved_away_is_told_and_watched_on(file, monkeypatch, capsys):
    later = Meanwhile(file.unlink, lambda: file.write_text("format = 2\n", encoding="utf-8"))
    monkeypatch.setattr("hallbarhet.review.watching.rounds.__kwdefaults__", {"wait": later})
    assert main(["granska", str(file), "--bevaka"]) == 1
    said = capsys.readouterr()
    assert "finns inte" in said.err
    assert "nyare version av programmet" in said.out


def test_a_file_that_never_was_there_is_one_sentence(tmp_path, capsys):
    assert main(["granska", str(tmp_path / "ingen.toml"), "--bevaka"]) == 2
    assert "finns inte" in capsys.readouterr().err


def test_ctrl_c_ends_a_real_one_in_order(file):
    command = [sys.executable, "-m", "hallbarhet", "granska", str(file), "--bevaka"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8") as ran:
        told = ""
        while "Väntar" not in told:
            told = ran.stderr.readline()
        ran.send_signal(signal.SIGINT)
        out, err = ran.communicate(timeout=20)
    assert ran.returncode == 1
    assert '"id" ska vara text' in out
    assert err == "Bevakningen är avslutad.\n"
