"""The command line's words: Swedish all the way down, quick, and with exit codes to rely on."""

import argparse
import io
import re
import subprocess
import sys

import pytest

from hallbarhet import __version__
from hallbarhet.cli import main
from hallbarhet.cli.parser import build, speak_swedish

ENGLISH = re.compile(
    r"\b(usage|options|positional|arguments|show|this|help message|exit|error|invalid|choose|from|expected|required|"
    r"unrecognized|ambiguous|allowed|with)\b"
)


def commands():
    speak_swedish()
    actions = build()._actions
    choices = next(action.choices for action in actions if isinstance(action, argparse._SubParsersAction))
    return sorted(choices)


@pytest.mark.parametrize("command", ["", *commands()])
def test_help_is_swedish_and_has_an_example(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert not ENGLISH.search(said), ENGLISH.search(said)
    assert "exempel:" in said


@pytest.mark.parametrize(
    "words",
    [
        ["--arkivet", "x"],
        ["granska"],
        ["finnsinte"],
        ["demo", "--antal", "många"],
        ["demo", "--antal"],
        ["demo", "a", "b"],
        ["rapport", "x.toml", "--format", "docx"],
    ],
)
def test_a_wrong_word_gets_one_swedish_sentence_and_exit_code_2(words, capsys):
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert not ENGLISH.search(said.err), said.err
    assert "--help" in said.err


@pytest.mark.parametrize("words", [["berakna", "x.toml", "--arkiv", "y"], ["demo", "a", "b"]])
def test_a_word_that_a_command_does_not_know_points_to_the_help_of_that_command(words, capsys):
    assert main(words) == 2
    assert f"hallbarhet {words[0]} --help" in capsys.readouterr().err


def test_version_is_the_package_version(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"hallbarhet {__version__}\n"


def test_help_loads_nothing_heavy():
    code = (
        "import sys\n"
        "from hallbarhet.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'textual', 'pydantic', 'jinja2', 'numpy', 'rich', 'tree_sitter', 'tomllib'} & set(sys.modules)\n"
        "print(sorted(heavy), file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr == "[]\n"


def test_the_app_is_not_opened_where_nobody_can_see_it(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["starta"]) == 2
    assert "terminal" in capsys.readouterr().err


def test_a_fault_in_the_program_is_told_without_a_traceback(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path))
    monkeypatch.setattr("hallbarhet.cli.parser.parse", lambda _: 1 / 0)
    assert main([]) == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert str(tmp_path) in said
    assert "ZeroDivisionError" in next(tmp_path.glob("logg/fel-*.txt")).read_text(encoding="utf-8")


def test_a_reader_that_stops_reading_is_no_fault(capsys, monkeypatch):
    def stops(_):
        raise BrokenPipeError

    monkeypatch.setattr("hallbarhet.cli.parser.parse", stops)
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    assert main([]) == 0
    assert capsys.readouterr().err == ""
