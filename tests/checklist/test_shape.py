"""Faults in keys and values, each told once and in Swedish."""

from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict

from hallbarhet.checklist import toml
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.problems import Problem
from hallbarhet.checklist.shape import parsed, unknown_keys

HEAD = """format = 1
[checklista]
id = "grund"
version = "1.0.0"
titel = "Grund"
[[dimension]]
id = "ekologisk"
namn = "Ekologisk"
[[avsnitt]]
id = "ett"
titel = "Ett"
"""


def problems_in(text: str) -> list[Problem]:
    document, problems = toml.parse(text.encode(), "grund.toml", fold_keys=True)
    assert document is not None
    assert problems == []
    return [document.problem(finding) for finding in parsed(Checklist, document.data)[1]]


def told(text: str) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.line) for problem in problems_in(text)]


def test_a_right_file_gives_an_entry():
    document, _ = toml.parse(HEAD.encode(), "grund.toml")
    assert document is not None
    entry, findings = parsed(Checklist, document.data)
    assert entry is not None
    assert findings == []


@pytest.mark.parametrize(
    "lines, code, line, sentence",
    [
        ('[[tema]]\nid = "t"\ndimension = "ekologisk"\nnamn = "T"\nvikkt = 2', "F201", 16,
         'grund.toml:16 tema t: nyckeln "vikkt" finns inte. Menade du "vikt"?'),
        ('[[tema]]\nid = "t"\ndimension = "ekologisk"', "F202", 12, 'grund.toml:12 tema t: "namn" saknas.'),
        ('[[dimension]]\nid = "b"\nnamn = "B"\nvikt = "2,5"', "F203", 15,
         'grund.toml:15 dimension b: "vikt" ska vara ett tal, skriv utan citattecken. Skriv: vikt = 2.5'),
        ('[[niva]]\nniva = "3"\nnamn = "x"', "F203", 13,
         'grund.toml:13 nivå 3: "niva" ska vara ett heltal, skriv utan citattecken. Skriv: niva = 3'),
        ('[[dimension]]\nid = "b"\nnamn = 5', "F203", 14,
         'grund.toml:14 dimension b: "namn" ska vara text inom citattecken. Skriv: namn = "5"'),
        ('[[tagg]]\nid = "a"\nnamn = "A"\nskyddad = 1', "F203", 15,
         'grund.toml:15 tagg a: "skyddad" ska vara true eller false.'),
        ('[tagg]\nid = "a"\nnamn = "A"', "F203", 12,
         'grund.toml:12: "tagg" är en lista: skriv [[tagg]] med dubbla hakparenteser.'),
        ("[[regler]]\nsvarsgrad_min = 0.5", "F203", 12,
         'grund.toml:12: "regler" finns bara en gång: skriv [regler] med enkla hakparenteser.'),
        ('[regler]\nsammanvagning = "medl"', "F204", 13,
         'grund.toml:13 regler: "sammanvagning" kan inte vara "medl". Menade du "medel"?'),
        ('[regler]\nsammanvagning = "x"', "F204", 13,
         ('grund.toml:13 regler: "sammanvagning" kan inte vara "x". '
         'Det ska vara "medel", "potens", "min" eller "ingen".')),
        ('[[tagg]]\nid = "Barn & unga"\nnamn = "A"', "F205", 13,
         ('grund.toml:13 tagg Barn & unga: "id" är "Barn & unga". Ett id skrivs med a–z, A–Z, siffror, - och _, '
         'börjar med en bokstav eller siffra och har högst 64 tecken. Menade du "barn-unga"?')),
        ("[regler]\nsvarsgrad_min = 1.5", "F207", 13,
         'grund.toml:13 regler: "svarsgrad_min" ska vara högst 1.'),
        ('[[dimension]]\nid = "b"\nnamn = "B"\nvikt = -1', "F207", 15,
         'grund.toml:15 dimension b: "vikt" ska vara minst 0.'),
        ('[[dimension]]\nid = "b"\nnamn = "B"\nvikt = 1e-320', "F207", 15,
         'grund.toml:15 dimension b: "vikt" ska vara 0, eller minst 0,000001.'),
        ('[[dimension]]\nid = "b"\nnamn = "B"\nvikt = 1e308', "F207", 15,
         'grund.toml:15 dimension b: "vikt" ska vara högst 1\u00a0000\u00a0000.'),
        ('[[skala]]\nid = "s"\nneutral = 0\ngrader = [{ grad = 0, text = "x" }]', "F208", 15,
         'grund.toml:15 skala s: "grader" ska ha minst 2 poster.'),
        ('[[skala]]\nid = "s"\nneutral = 0\ngrader = [\n{ grad = 0, text = "x" },\n{ grad = 1, text = 2 }]', "F203", 17,
         'grund.toml:17 skala s, grad 1: "text" ska vara text inom citattecken. Skriv: text = "2"'),
        ("[regler]\nfordjupad_om = { sokt_belopp = 5 }", "F209", 13,
         (
             'grund.toml:13 regler: "fordjupad_om": villkoret säger inte vad det gäller. Det ska innehålla '
             '"alla", "minst_en", "inte" eller "antal", eller "punkt", "dimension", "tema", "tagg", "mal", '
             '"spann" eller "arende".'
         )),
        ('[regler]\nfordjupad_om = { alla = [\n{ arende = "sokt_belopp", mim = 5 }] }', "F201", 14,
         'grund.toml:14 regler, fordjupad_om: nyckeln "mim" finns inte. Menade du "min"?'),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_line_place_and_what_to_write(lines: str, code: str, line: int, sentence: str):
    (problem,) = problems_in(HEAD + lines + "\n")
    assert (problem.code, problem.line, problem.sentence) == (code, line, sentence)


def test_a_version_is_three_numbers():
    (problem,) = problems_in(HEAD.replace("1.0.0", "1.0"))
    assert (problem.code, problem.line) == ("F206", 4)
    assert "tre tal" in problem.message


def test_a_quoted_date_is_told():
    text = HEAD.replace('titel = "Grund"', 'titel = "Grund"\ngaller_fran = "2026-01-01"')
    (problem,) = problems_in(text)
    assert (problem.code, problem.line) == ("F203", 6)
    assert "datum" in problem.message


def test_a_slip_of_the_finger_is_not_also_a_missing_key():
    text = HEAD + '[[tema]]\nid = "t"\ndimension = "ekologisk"\nnamm = "T"\n'
    assert told(text) == [("F201", 15)]


def test_the_branches_of_a_union_are_told_once():
    text = HEAD + '[regler]\nfordjupad_om = { arende = "a", lika = [1] }\n'
    assert told(text) == [("F203", 13)]


def test_a_file_of_faults_ends_with_that_there_are_more():
    text = HEAD + "".join(f"[[tema]]\nx{number} = 1\n" for number in range(500))
    problems = problems_in(text)
    assert any(problem.code == "F210" for problem in problems)
    assert len(problems) < 400


def test_a_key_that_a_record_keeps_is_told_with_a_warning():
    class Inner(BaseModel):
        model_config = ConfigDict(extra="allow")
        vikt: int = 1

    class Outer(BaseModel):
        model_config = ConfigDict(extra="allow")
        svar: tuple[Inner, ...] = ()
        ratt: dict[str, Inner] = {}

    entry = Outer.model_validate({"svar": [{}, {"vikkt": 2}], "ratt": {"a": {"x": 1}}, "egen": True})
    found = list(unknown_keys(entry))
    assert {finding.kind.code for finding in found} == {"F211"}
    assert {finding.path for finding in found} == {("svar", 1, "vikkt"), ("ratt", "a", "x"), ("egen",)}
    assert 'Menade du "vikt"?' in [finding.suggestion for finding in found]


KEYS = [field.alias for field in Checklist.model_fields.values() if field.alias not in {None, "avsnitt", "dimension"}]
VALUES: list[Any] = [
    '"x"', "5", "1.5", "true", "2026-01-01", "10:00:00", "[]", "[1]", "{}", "{ a = 1 }", '["a"]', "[{}]",
    "[{ id = 1 }]",
]  # fmt: skip


@pytest.mark.parametrize("key", [key for key in KEYS if key != "checklista"])
def test_pydantics_own_english_is_never_told(key: str):
    for value in VALUES:
        for problem in problems_in(f"{key} = {value}\n{HEAD}"):
            assert not {"Input", "should", "valid", "Field", "must", "be"} & set(problem.sentence.split())
