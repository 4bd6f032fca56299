"""Differences between checklists, as a checklist owner reads them."""
# ruff: noqa: E501  (a table reads best with one case per row)

import json
import tomllib

import pytest
from support.small import SMALL

from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.versions import compare
from hallbarhet.review.changes import Teller, next_version, version_sentence


def changed(*edits):
    text = SMALL
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return Checklist.model_validate(tomllib.loads(text), by_alias=True, by_name=False)


def sentences(*edits):
    difference = compare(changed(), changed(*edits))
    teller = Teller(difference)
    return [teller.sentence(change) for change in difference.changes]


@pytest.mark.parametrize(
    "old, new, sentence",
    [
        ('text = "Hur påverkas utsläppen?"', 'text = "Hur ändras utsläppen?"', "Frågan ”Utsläpp” (utslapp) är omformulerad: ”Hur påverkas utsläppen?” blir ”Hur ändras utsläppen?”."),
        ('kort = "Jobb"', 'kort = "Jobb", vikt = 2', "Frågan ”Jobb” (jobb): vikten ändras från 1 till 2."),
        ('kort = "Jobb"', 'kort = "Jobb", djup = "fordjupad"', "Frågan ”Jobb” (jobb): djupet ändras från ”kort” till ”fordjupad”."),
        ('text = "Bidrar" }', 'text = "Hjälper" }', "Graden 1 på skalan fem: texten ändras från ”Bidrar” till ”Hjälper”."),
        ('visas_om = { punkt = "jobb", min = 1 }', 'visas_om = { punkt = "jobb", min = 2 }', "Frågan ”Antal jobb” (jobb-hur): villkoret för att frågan ställs ändras. Förut: ”Jobb” är minst 1. Nu: ”Jobb” är minst 2."),
        ('om = { punkt = "utslapp", max = -2 }', 'om = { punkt = "utslapp", max = -1 }', "Hållplatsen ”Stora utsläpp” (stopp): villkoret ändras. Förut: ”Utsläpp” är högst −2. Nu: ”Utsläpp” är högst −1."),
        ("svarsgrad_min = 0.5", "svarsgrad_min = 0.8", "Reglerna: den lägsta svarsgraden ändras från 0,5 till 0,8."),
        ("spann = 150", "spann = 60", "Gränserna för målkonflikter: gränsen för spann ändras från 150 till 60."),
        ('minus = "utslapp"', 'minus = "resor"', "Konfliktregeln ”Fler jobb mot högre utsläpp” (jobb-mot-utslapp): vad som förlorar ändras från ”Utsläpp” till ”Resor”."),
        ('minus = "utslapp"', 'minus = "utslapp"\npermanent = true', "Konfliktregeln ”Fler jobb mot högre utsläpp” (jobb-mot-utslapp): märkningen som oåterkallelig ändras från nej till ja."),
        ('fragor = ["Är det rätt insats?"]', 'fragor = ["Är det rätt insats?", "Hinns det?"]', "Hållplatsen ”Hållplats: tänka om? avsluta?” (stanna): frågorna ändras, Hinns det? tillkommer."),
        (', fasetter = ["kon"] }', " }", "Frågan ”Jobb” (jobb): fasetterna ändras, kon utgår."),
        ('{ id = "diesel", text = "Diesel" }', '{ id = "bensin", text = "Bensin" }', "Alternativet ”diesel” i frågan ”Drivmedel” (drivmedel) är borttaget."),
        ('villkor = "Redovisa nyttan."', 'villkor = "Redovisa nyttan.\\nOch mer."', "Hållplatsen ”Hållplats: tänka om? avsluta?” (stanna): förslaget till villkor i beslutet skrivs om."),
    ],
)  # fmt: skip
def test_a_change_is_one_sentence(old, new, sentence):
    assert sentence in sentences((old, new))


def test_a_row_for_another_program_has_the_same_sentence():
    difference = compare(changed(), changed(('kort = "Jobb"', 'kort = "Jobb", vikt = 2')))
    row = Teller(difference).row(difference.changes[0])
    assert json.loads(json.dumps(row)) == {
        "slag": "vikt", "vad": ["punkt", "jobb"], "nyckel": "vikt", "fore": 1, "efter": 2, "steg": "minor",
        "text": "Frågan ”Jobb” (jobb): vikten ändras från 1 till 2.",
    }  # fmt: skip


@pytest.mark.parametrize(
    "version, beginning",
    [
        ("1.0.0", "Ändringarna kräver ett mindre steg, men båda har version 1.0.0."),
        ("1.0.1", "Ändringarna kräver ett mindre steg, men versionen går från 1.0.0 till 1.0.1."),
        ("1.1.0", "Ändringarna kräver ett mindre steg, och versionen går från 1.0.0 till 1.1.0. Det stämmer."),
        ("2.0.0", "Ändringarna kräver bara ett mindre steg, men versionen går längre"),
    ],
)
def test_the_version_is_told_right_or_what_to_write(version, beginning):
    new = changed(("spann = 150", "spann = 60"), ('version = "1.0.0"', f'version = "{version}"'))
    told = version_sentence(compare(changed(), new))
    assert told.startswith(beginning)
    assert ('Skriv version = "1.1.0".' in told) == (version < "1.1")


def test_nothing_changed_is_said_too():
    assert version_sentence(compare(changed(), changed())) == "Checklistorna säger samma sak."


@pytest.mark.parametrize("step, following", [("patch", "1.2.4"), ("minor", "1.3.0"), ("major", "2.0.0")])
def test_the_next_version(step, following):
    assert next_version("1.2.3", step) == following
