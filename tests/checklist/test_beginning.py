"""An overlay to begin with passes the check as it is, and with every suggestion in it taken up."""

import re
from pathlib import Path

import pytest

from hallbarhet.checklist.beginning import overlay_id, overlay_text
from hallbarhet.checklist.reading import load_checklist, read_checklist

SHIPPED = sorted((Path(__file__).parents[2] / "checklists").glob("*.toml"))


def taken_up(text):
    return re.sub(r"^#(?=[^ :#\-\n])", "", text, flags=re.MULTILINE)


def read(folder, text):
    path = folder / "region.toml"
    path.write_text(text, encoding="utf-8")
    return read_checklist(path, folders=[SHIPPED[0].parent])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_it_passes_the_check_as_it_is(path, tmp_path):
    base = load_checklist(path, folders=[path.parent])
    checklist, problems = read(tmp_path, overlay_text(base, "Region Ö", "region.toml"))
    assert [problem for problem in problems if problem.severity != "tips"] == []
    assert checklist.header.region == "Region Ö"
    assert [item.id for item in checklist.items] == [item.id for item in base.items]
    assert checklist.origins[0].fingerprint == base.fingerprint


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_suggestion_in_it_works(path, tmp_path):
    base = load_checklist(path, folders=[path.parent])
    text = taken_up(overlay_text(base, "Region Ö", "region.toml"))
    checklist, problems = read(tmp_path, text)
    assert [problem.sentence for problem in problems if problem.severity == "fel"] == []
    (gone,) = [one for one in checklist.dropped if one not in base.dropped]
    assert gone.reason
    own = f"{overlay_id(base, 'Region Ö')}-egen"
    assert {item.id for item in checklist.items} == {item.id for item in base.items} - {gone.id} | {own}
    assert any(gate.id == "egen-hallplats" for gate in checklist.gates)


def test_its_comments_and_names_stand_whatever_the_words_are(ground, tmp_path):
    base = ground.checklist(('titel = "Grund"', 'titel = "Elak\\n[titel] \\u0007 \\"x\\""'))
    (tmp_path / "grund.toml").write_text(
        ground.changed(('titel = "Grund"', 'titel = "Elak\\n[titel] \\u0007 \\"x\\""'))
    )
    for region in ('Region "X"\n[[ta_bort]]', "Ö" * 80, "", "\\"):
        checklist, problems = read(tmp_path, overlay_text(base, region, "a\nb.toml"))
        assert [problem.sentence for problem in problems if problem.severity == "fel"] == []
        assert checklist.header.region == region


@pytest.mark.parametrize(
    "base_id, region, expected",
    [
        ("grund-projektmedel", "Region Örebro län", "region-orebro-lan-projektmedel"),
        ("grund", "X", "x-grund"),
        ("a-b", "!", "region-b"),
    ],
)
def test_it_is_named_after_the_region(ground, base_id, region, expected):
    assert overlay_id(ground.checklist(('id = "grund"', f'id = "{base_id}"')), region) == expected


def test_its_title_says_whose_it_is_and_no_longer_whose_the_base_was(ground):
    base = ground.checklist(('titel = "Grund"', 'titel = "Säkring i Grunda"\nregion = "Region Grunda"'))
    assert 'titel = "Säkring i Region Ö"' in overlay_text(base, "Region Ö", "region.toml")
    assert 'titel = "Grund i Region Ö"' in overlay_text(ground.checklist(), "Region Ö", "region.toml")
