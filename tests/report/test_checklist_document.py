"""A checklist as a document: everything it says, in whole sentences, and nothing it could be made to do."""

import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support.screens import NASTY
from support.small import SMALL, small_checklist

from hallbarhet.checklist.entries import named_entries
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.provenance import provenance
from hallbarhet.checklist.reading import load_checklist, read_with_origins
from hallbarhet.report.checklist_view import document_view
from hallbarhet.report.render import render_checklist

SHIPPED = sorted((Path(__file__).parents[2] / "checklists").glob("*.toml"))


class Headings(HTMLParser):
    def __init__(self):
        super().__init__()
        self.levels, self.tags = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))


def rendered(checklist, ending, origins=None):
    return render_checklist(document_view(checklist, origins), ending)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_checklist_is_told_whole(path):
    checklist = load_checklist(path, folders=[path.parent])
    text = " ".join(rendered(checklist, "txt").split())
    told = [item.text for item in checklist.items] + [gate.title for gate in checklist.gates]
    told += [rule.title for rule in checklist.conflict_rules] + [theme.name for theme in checklist.themes]
    told += [grade.text for scale in checklist.scales for grade in scale.grades]
    assert [words for words in told if " ".join(words.split()) not in text] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_id_that_an_overlay_may_name_stands_in_it(path):
    checklist = load_checklist(path, folders=[path.parent])
    words = set(re.findall(r"[\w-]+", rendered(checklist, "txt")))
    entries = (
        *checklist.dimensions, *checklist.themes, *checklist.scales, *checklist.tags, *checklist.facets,
        *checklist.strategy_goals, *checklist.sections, *checklist.items, *checklist.gates, *checklist.conflict_rules,
    )  # fmt: skip
    assert [entry.id for entry in entries if entry.id not in words] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_text_fits_eighty_columns(path):
    lines = rendered(load_checklist(path, folders=[path.parent]), "txt").splitlines()
    assert [line for line in lines if len(line) > 80 and " " in line.strip()] == []


def test_the_page_has_one_title_headings_in_order_no_script_and_asks_for_nothing():
    page = Headings()
    html = rendered(small_checklist(), "html")
    page.feed(html)
    assert page.levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip(page.levels, page.levels[1:], strict=False))
    assert not [tag for tag, _ in page.tags if tag in {"script", "img", "iframe", "link", "form"}]
    assert "default-src 'none'" in html
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_conditions_are_told_with_the_names_of_questions():
    text = rendered(small_checklist(), "txt")
    assert "”Utsläpp” är högst −2." in text
    assert "Bedömningen fördjupas när: Ärendets uppgift ”sökt belopp” är minst 500 000." in " ".join(text.split())
    assert "”Jobb” går åt rätt håll medan ”Utsläpp” går åt fel håll." in text


def test_words_from_people_are_only_words():
    def poisoned(value):
        if isinstance(value, dict):
            return {key: poisoned(entry) if key not in KEPT else entry for key, entry in value.items()}
        if isinstance(value, list):
            return [poisoned(entry) for entry in value]
        return f"{NASTY} {value}" if isinstance(value, str) else value

    kept = poisoned(tomllib.loads(SMALL))
    html = rendered(Checklist.model_validate(kept, by_alias=True, by_name=False), "html")
    assert "</script>" not in html
    assert "{{ namn }}" in html
    markdown = rendered(Checklist.model_validate(kept, by_alias=True, by_name=False), "md")
    assert "<b>" not in markdown
    assert "</script>" not in markdown.replace("\\</script\\>", "")
    text = rendered(Checklist.model_validate(kept, by_alias=True, by_name=False), "txt")
    assert "\u001b" not in text
    assert "\u202e" not in text


KEPT = {
    "id", "dimension", "skala", "tema", "slag", "fasetter", "efter", "verkan", "plus", "minus", "punkt", "arende",
    "version", "motivering", "djup", "format",
}  # fmt: skip


def test_the_same_checklist_gives_the_same_bytes():
    assert rendered(small_checklist(), "html") == rendered(small_checklist(), "html")


OVERLAY = """format = 1
[checklista]
id = "region"
version = "0.1.0"
bygger_pa = "liten@1.0"

[[avsnitt]]
id = "tva"
[[avsnitt.punkt]]
id = "utslapp"
vikt = 3
vagledning = "Hos oss."
[[avsnitt.punkt]]
id = "egen"
text = "Vår egen fråga?"
slag = "text"

[[ta_bort]]
malkonflikt = "jobb-mot-utslapp"
motivering = "Prövas på annat sätt."
"""


@pytest.fixture
def overlaid(tmp_path):
    (tmp_path / "liten.toml").write_text(SMALL, encoding="utf-8")
    path = tmp_path / "region.toml"
    path.write_text(OVERLAY, encoding="utf-8")
    return read_with_origins(path)


@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_each_part_of_a_merged_checklist_tells_where_it_comes_from(overlaid, ending):
    page = rendered(overlaid.checklist, ending, provenance(overlaid.layers)).replace("\\", "")
    page = " ".join(page.split())
    assert "Från liten@1.0.0. region@0.1.0 ändrar vikt och vagledning." in page
    assert "Från region@0.1.0." in page
    assert "Prövas på annat sätt." in page


def test_every_entry_of_a_merged_checklist_has_a_provenance(overlaid):
    origins = provenance(overlaid.layers)
    assert all(name in origins for name, _, _ in named_entries(overlaid.layers.data))
    assert origins["punkt", "egen"].base == "region@0.1.0"
    assert origins["punkt", "jobb"].changed == ()


def test_a_checklist_by_itself_says_nothing_of_where_it_comes_from(tmp_path):
    (tmp_path / "liten.toml").write_text(SMALL, encoding="utf-8")
    reading = read_with_origins(tmp_path / "liten.toml")
    assert provenance(reading.layers) == {}
    assert "Från liten" not in rendered(reading.checklist, "txt", {})
