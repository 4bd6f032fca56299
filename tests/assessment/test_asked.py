"""Conditions read aloud."""
# ruff: noqa: E501  (a table reads best with one case per row)

import tomllib

import pytest
from pydantic import TypeAdapter
from support.small import small_checklist

from hallbarhet.assessment.asked import asked
from hallbarhet.assessment.names import Names
from hallbarhet.checklist.conditions import Condition

CONDITION = TypeAdapter(Condition)


def told(text):
    data = tomllib.loads(f"om = {text}")["om"]
    return asked(Names(small_checklist()), CONDITION.validate_python(data, by_alias=True, by_name=False))


@pytest.mark.parametrize(
    "text, sentence",
    [
        ('{ punkt = "utslapp", max = -2 }', "”Utsläpp” är högst −2"),
        ('{ punkt = "utslapp", status = "vet_inte" }', "”Utsläpp” är vet inte"),
        ('{ punkt = "drivmedel", lika = "el" }', "”Drivmedel” är El"),
        ('{ punkt = "utslapp", bland = [-2, -1] }', "”Utsläpp” är −2 eller −1"),
        ('{ punkt = "jobb", fasett = "kon", varde = "min", under = 0 }', "Lägsta svaret i ”Jobb” efter kön är under 0"),
        ('{ dimension = "social", varde = "minus", min = 20 }', "Minus för Social är minst 20"),
        ('{ mal = "13", max = 0 }', "Poängen för mål 13 Bekämpa klimatförändringarna är högst 0"),
        ('{ spann = "alla", min = 60 }', "Avståndet mellan Social och Ekologisk är minst 60"),
        ('{ arende = "sokt_belopp", over = 5 }', "Ärendets uppgift ”sökt belopp” är över 5"),
        ('{ inte = { punkt = "jobb", min = 1 } }', "det stämmer inte att ”Jobb” är minst 1"),
        (
            '{ alla = [{ punkt = "jobb", min = 1 }, { minst_en = [{ punkt = "utslapp", max = -1 }, { spann = "alla", min = 9 }] }] }',
            "”Jobb” är minst 1 och (”Utsläpp” är högst −1 eller avståndet mellan Social och Ekologisk är minst 9)",
        ),
        (
            '{ antal = { av = [{ punkt = "jobb", min = 1 }, { punkt = "utslapp", min = 1 }], lika = 1 } }',
            "1 av dessa stämmer: ”Jobb” är minst 1 och ”Utsläpp” är minst 1",
        ),
        ("{ alla = [] }", "alltid"),
        ("{ minst_en = [] }", "aldrig"),
    ],
)  # fmt: skip
def test_a_condition_is_told_with_names_and_not_ids(text, sentence):
    assert told(text) == sentence
