"""The officer's handbook says and shows what the program does."""

import io
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from hallbarhet.cli import main
from hallbarhet.cli.parser import build
from hallbarhet.scoring.severity import required
from hallbarhet.texts import changing, find_out, memo, readings, tui_judgement, tui_rows, tui_start
from hallbarhet.texts import tui_commands as commands
from hallbarhet.texts.conflicts import SEVERITIES
from hallbarhet.tui import commands as table

DOCS = Path(__file__).parents[2] / "docs"
NAMES = ("handbok-handlaggare.md", "handbok-handlaggare-mer.md")
PAGES = {name: (DOCS / name).read_text(encoding="utf-8") for name in NAMES}
FIRST, MORE = PAGES.values()
PICTURE = re.compile(r"!\[([^\]]*)\]\(bilder/([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#]*)(?:#([^)]+))?\)")


def test_the_page_of_keys_is_as_the_app_has_them():
    made = runpy.run_path(str(DOCS / "skriv_tangenter.py"))
    assert made["page"]() == (DOCS / "tangenter.md").read_text(encoding="utf-8"), "run docs/skriv_tangenter.py"


def test_the_pictures_show_what_the_app_shows():
    script = DOCS / "bilder" / "handlaggarhandbok.py"
    done = subprocess.run(
        [sys.executable, str(script), "--kontrollera"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"run docs/bilder/handlaggarhandbok.py\n{done.stderr}"


def test_every_picture_is_used_and_told_in_words():
    used = [found for page in PAGES.values() for found in PICTURE.findall(page)]
    assert all(len(told) > 10 for told, _ in used)
    assert sorted(name for _, name in used) == sorted(path.name for path in (DOCS / "bilder").glob("handlaggare-*.svg"))


def headings(path):
    """The anchors that a page of text gives its headings."""
    found = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name):
    for path, anchor in LINK.findall(PAGES[name]):
        target = DOCS / path if path else DOCS / name
        assert target.is_file(), path
        assert not anchor or anchor in headings(target), f"{path}#{anchor}"


@pytest.mark.parametrize("severity", [1, 2, 3, 4])
def test_what_a_conflict_asks_for_is_what_scoring_asks_for(severity):
    row = next(line for line in FIRST.splitlines() if line.startswith(f"| {SEVERITIES[severity]} |"))
    words = {"atgard": "åtgärd", "uppfoljning": "uppföljning", "uppfoljning_datum": "med datum"}
    for cell, status in zip(row.split(" | ")[1:], ("hanterad", "accepterad", "avfardad"), strict=True):
        asked = ", ".join(words.get(field, field) for field in required(severity, status))
        assert cell.strip(" |") == (asked.replace(", med datum", " med datum") or "inget")


def test_what_the_handbook_names_is_called_so_in_the_app():
    for words in (
        readings.SECOND.partition(",")[0], readings.COMPARE, readings.AGREE, readings.COMPARE_EXPECTED,
        *readings.FOLLOW_UP.values(), changing.TITLE, changing.DO_IT,
    ):  # fmt: skip
        assert words in MORE
    for words in (find_out.TITLE, memo.TITLE, tui_judgement.COMPLETE, tui_judgement.REOPEN, "Skriv in beslutet"):
        assert words in FIRST
    assert f"*{tui_rows.DEPTH}*" in FIRST
    for label in (table.GUIDE.words.label, table.PLAYGROUND.words.label, table.HOME.words.label):
        assert f"*{label.lower()}*" in FIRST
    assert f"*{commands.INTERNAL.label.lower()}*" in MORE
    assert tui_start.TITLE in (DOCS / "tangenter.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command, keys",
    [
        (table.OVERVIEW, "F2"), (table.CONFLICTS, "F5"), (table.CHECK, "F9"), (table.STANDING, "F6"),
        (table.HELP, "F1"), (table.SEARCH, "Ctrl+P"), (table.UNDO, "Ctrl+Z"), (table.REDO, "Ctrl+Y"),
        (table.EDITOR, "F4"), (table.RELATED, "F8"), (table.EVERY_QUESTION, "F3"), (table.BACK, "F7"),
        (table.ADD_CONFLICT, "n"), (table.ADD_CONDITION, "n"), (table.NEW, "n"), (table.SPLIT, "d"),
        (table.EVIDENCE, "u"), (table.COPY_LIST, "k"), (table.SAVE_LIST, "s"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.action,
)  # fmt: skip
def test_the_keys_of_the_handbook_are_those_of_the_app(command, keys):
    assert command.key_name() == keys
    assert keys in FIRST + MORE


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egen"))
    rows = re.search(r"```csv\n(.*?)```", (DOCS / "importera.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "arenden.csv").write_text(rows[1], encoding="utf-8")
    (tmp_path / "bedomningar").mkdir()


def test_every_command_of_the_handbook_is_one(workplace):
    told = [line for page in PAGES.values() for line in re.findall(r"^hallbarhet (.+)$", page, re.MULTILINE)]
    assert len(told) == 8
    for line in told:
        words = line.partition(" > ")[0].split()
        assert build(words).parse_args(words)


def test_a_blank_record_goes_the_way_the_handbook_says(workplace, capsys):
    assert main(["importera", "arenden.csv", "--prova"]) == 0
    assert main(["importera", "arenden.csv"]) == 0
    capsys.readouterr()
    assert main(["mall", "grund-projektmedel"]) == 0
    Path("bedomningar/ny.toml").write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["granska", "bedomningar/ny.toml"]) == 0
    assert "sparas" in Path("bedomningar/ny.toml").read_text(encoding="utf-8")
    assert main(["klarmarkera", "bedomningar/ny.toml"]) == 1


def test_a_question_line_by_line_looks_as_shown(workplace, capsys, monkeypatch):
    shown = re.search(r"```text\n(.*?)\n```", MORE, re.DOTALL)[1]
    given = "gå 10\nv\nLänsstyrelsen\n\navsluta\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    main(["radvis", "--checklista", "grund-projektmedel"])
    assert shown in capsys.readouterr().out
