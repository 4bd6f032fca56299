"""What is wrong in an overlay, or wrong because of it, is told where it has to be mended."""

from pathlib import Path
from typing import Any

import pytest
from support.overlays import HEAD, Folder


@pytest.mark.parametrize(
    "text, code, line, words",
    [
        ("[[dimension]]\nvikt = 2\n", "O107", 7, '"id" saknas, så det går inte att veta vad som ändras'),
        ('[[samspel]]\nfran = "8"\n', "O107", 7, '"fran" och "till" saknas'),
        ('[[tagg]]\nid = "barn"\n[[tagg]]\nid = "barn"\n', "C101", 9, "två gånger i tillägget"),
        ('[[tagg]]\nid = "barn"\nplacera_efter = "ungar"\n', "O108", 9, '"ungar", som inte står i samma lista'),
        ('[[tagg]]\nid = "barn"\nplacera_efter = 5\n', "O108", 9, "ett id inom citattecken"),
        ('[regler]\nplacera_efter = "x"\n', "O108", 8, "något som har en ordning"),
        ('[[tagg]]\nid = "barn"\nnollstall = "skyddad"\n', "O109", 9, "en lista av nycklar"),
        ('[[tagg]]\nid = "barn"\nnollstall = ["skydad"]\n', "O109", 9, "inte är satt i grunden"),
        ('[[ta_bort]]\npunkt = "tom"\nmotivering = "x"\n', "O110", 8, 'punkt "tom" finns inte i grunden'),
        ('[[ta_bort]]\nfraga = "ton"\nmotivering = "x"\n', "O110", 7, "en sak att ta bort"),
        ('[ta_bort]\npunkt = "ton"\nmotivering = "x"\n', "O110", 7, "[[ta_bort]]"),
        ('[[ta_bort]]\ntagg = "barn"\nmotivering = "x"\n[[tagg]]\nid = "barn"\n', "O110", 7, "både ändras och"),
        ('[[ta_bort]]\npunkt = "ton"\n', "O111", 7, "utan motivering"),
        ('[[ta_bort]]\npunkt = "ton"\nmotivering = " "\n', "O111", 7, "utan motivering"),
        ('[tagg]\nid = "barn"\n', "F203", 7, "dubbla hakparenteser"),
        ('[[tagg]]\nid = "barn"\nskydad = true\n', "F201", 9, 'Menade du "skyddad"?'),
        ('[[dimension]]\nid = "social"\nvikt = "2"\n', "F203", 9, "skriv utan citattecken"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_an_overlay_is_told_in_the_overlay(
    folder: Folder, text: str, code: str, line: int, words: str
):
    checklist, problems = folder.read(text)
    assert checklist is None
    told = [(p.code, Path(p.file).name, p.line) for p in problems if words in p.sentence]
    assert told == [(code, "region.toml", line)]


def test_a_fault_that_an_overlay_causes_in_its_base_is_told_where_it_has_to_be_mended(folder: Folder, ground: Any):
    line = ground.line(('taggar = ["barn"]', 'taggar = ["barn"] #!'))
    told = folder.told('[[ta_bort]]\ntagg = "barn"\nmotivering = "Slopad."\n')
    assert told == [("C102", "grund.toml", line)]


def test_a_field_is_told_in_the_file_that_set_it_last(folder: Folder):
    assert folder.told('[[tema]]\nid = "klimat"\ndimension = "miljö"\n') == [("C102", "region.toml", 9)]


def test_a_question_that_is_moved_twice_or_after_itself_is_told(folder: Folder):
    told = folder.told('[[tagg]]\nid = "a"\nnamn = "A"\nplacera_efter = "a"\n')
    assert ("O108", "region.toml", 10) in told


def test_a_merged_checklist_may_not_be_asked_to_drop_anything(ground: Any):
    assert ground.told('[[ta_bort]] #!\npunkt = "ton"\nmotivering = "x"')[0][0] == "F201"


def test_a_table_that_is_no_table_is_told(folder: Folder):
    _, problems = folder.read("", f"regler = 5\n{HEAD}")
    assert [(problem.code, problem.line) for problem in problems] == [("F203", 1)]
    assert '"regler" ska vara en tabell.' in problems[0].sentence
