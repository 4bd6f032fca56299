"""The owner's handbook does what it says: every command in it is run, in order, on the files that it has one write."""

import re
import runpy
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from hallbarhet.checklist.library import Library
from hallbarhet.cli import main

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("egen-checklista", "agarhandbok-skriva", "agarhandbok-andra", "agarhandbok-exempel")
PICTURES = DOCS / "bilder"
BLOCK = re.compile(r"(?:^<!-- (?P<mark>[^\n]*?) -->\n)?^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
ALONE = re.compile(r"^<!-- (?P<mark>(?:kopiera|byt ut) [^\n]*?) -->$", re.MULTILINE)
NEEDS_A_PERSON = ("--bevaka", "checklista prova")
"""Commands that wait for somebody: the watching has tests of its own, and the pictures are taken in the trial."""


@dataclass(frozen=True)
class Step:
    mark: str
    kind: str
    text: str


def steps(page):
    """What a reader does, in order: blocks to write or run, and files to copy."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    found = [(one.start(), Step(one["mark"] or "", one["kind"], one["text"])) for one in BLOCK.finditer(text)]
    found += [(one.start(), Step(one["mark"], "", "")) for one in ALONE.finditer(text)]
    return [step for _, step in sorted(found, key=lambda pair: pair[0])]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """An empty folder to work in, with the worked example and an archive made on it where a page begins with them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egen"))
    return tmp_path


def words_of(line):
    command, _, target = line.partition(" > ")
    return re.findall(r'"[^"]*"|\S+', command)[1:], target.strip()


def run(line, capsys, code=0):
    if any(words in line for words in NEEDS_A_PERSON):
        return ""
    words, target = words_of(line)
    found = main([word.strip('"') for word in words])
    said = capsys.readouterr()
    assert found == code, f"{line}\n{said.out}\n{said.err}"
    if target:
        Path(target).write_text(said.out, encoding="utf-8")
    return said.out + said.err


def write(mark, text):
    """Put a block where its mark says. Of no mark nothing is written: it is there to be read."""
    if mark.startswith("lägg till sist i "):
        with Path(mark.removeprefix("lägg till sist i ")).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}")
    elif mark.startswith("spara som "):
        path = Path(mark.removeprefix("spara som "))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    elif mark.startswith("byt rader i "):
        path = Path(mark.removeprefix("byt rader i "))
        for line in text.splitlines():
            key = line.partition(" = ")[0]
            old = path.read_text(encoding="utf-8")
            new, times = re.subn(rf"^{re.escape(key)} = .*$", line, old, count=1, flags=re.MULTILINE)
            assert times == 1, line
            path.write_text(new, encoding="utf-8")


def put(mark):
    """Copy or replace as a mark without a block says."""
    if mark == "kopiera exemplen hit":
        for path in (DOCS / "exempel").glob("*.toml"):
            shutil.copy(path, Path())
    elif mark.startswith("kopiera till "):
        folder = Path(mark.removeprefix("kopiera till "))
        folder.mkdir(parents=True, exist_ok=True)
        for path in [*Path().glob("*.toml"), *Path("checklistor").glob("*.toml")]:
            shutil.copy(path, folder)
    elif found := re.fullmatch(r"kopiera (\S+) till (\S+)", mark):
        shutil.copy(found[1], found[2])
    elif found := re.fullmatch(r"byt ut (.+) mot (.+) i (\S+)", mark):
        old, new = (words.replace("\\n", "\n") for words in (found[1], found[2]))
        text = Path(found[3]).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        Path(found[3]).write_text(text.replace(old, new), encoding="utf-8")
    else:
        pytest.fail(f"nobody knows what to do: {mark}")


def follow(page, capsys):
    """Do what a page says, from top to bottom."""
    said = ""
    for step in steps(page):
        if step.mark.startswith(("kopiera", "byt ut")):
            put(step.mark)
        elif step.kind == "sh":
            code = int(step.mark.removeprefix("slutkod ")) if step.mark.startswith("slutkod ") else 0
            said = "\n".join(run(line, capsys, code) for line in step.text.splitlines() if line.strip())
        elif step.mark == "svar":
            for line in step.text.splitlines():
                assert line.strip() in said, (line, said)
        else:
            write(step.mark, step.text)


def test_an_afternoon_leads_from_nothing_to_an_adopted_checklist(desk, capsys):
    follow("egen-checklista", capsys)
    adopted = Library(desk / "bedomningar").for_support_form("projektmedel")
    assert adopted is not None
    assert (adopted.header.id, adopted.header.version) == ("region-alvmark-projektmedel", "1.0.0")
    assert "alvmark-alven" in adopted.item_by_id
    assert "Region Älvmark" in (desk / "remiss.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("agarhandbok")])
def test_every_command_of_the_other_pages_does_what_it_says(page, desk, capsys):
    assert any(step.kind == "sh" for step in steps(page))
    follow(page, capsys)


def test_every_change_in_the_examples_is_told():
    told = (DOCS / "agarhandbok-exempel.md").read_text(encoding="utf-8")
    first, second = told.split("## Andra nivån")
    for name, part in (("region-alvmark-projektmedel", first), ("alvmark-levande-byar", second)):
        numbers = re.findall(
            r"^# (\d+)\. ", (DOCS / "exempel" / f"{name}.toml").read_text(encoding="utf-8"), re.MULTILINE
        )
        assert re.findall(r"^\| (\d+) \|", part, re.MULTILINE) == numbers


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_the_handbook_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)\)", (DOCS / f"{page}.md").read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not link.startswith("http") and not (DOCS / link).exists()] == []


def test_what_the_afternoon_writes_is_what_the_worked_example_holds(desk, capsys):
    follow("egen-checklista", capsys)
    written, example = Library(folder=desk), Library(folder=DOCS / "exempel")
    ours, theirs = (library.find("region-alvmark-projektmedel") for library in (written, example))
    assert {item.id for item in ours.items} <= {item.id for item in theirs.items}
    for id_ in ("alvmark-avvakta-alven", "hallplats-sammanhang"):
        assert id_ in {gate.id for gate in theirs.gates} & {gate.id for gate in ours.gates}
    assert ours.item_by_id["alvmark-alven"].text == theirs.item_by_id["alvmark-alven"].text


def test_every_picture_is_what_the_program_shows_today(desk, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    made = runpy.run_path(str(PICTURES / "agarhandbok.py"))["pictures"]()
    kept = {path.name: path.read_text(encoding="utf-8") for path in PICTURES.glob("agare-*.svg")}
    assert set(made) == set(kept)
    stale = [name for name in made if made[name] != kept[name]]
    assert stale == [], "run docs/bilder/agarhandbok.py and look at them"


def test_the_readme_names_every_list_that_comes_with_the_program():
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert [path.stem for path in (DOCS.parent / "checklists").glob("*.toml") if f"`{path.stem}`" not in readme] == []
