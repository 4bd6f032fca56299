"""The schema for editors: made from the models, explained in Swedish, and of one mind with the program."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from support.schemas import Schemas

from hallbarhet.checklist import conditions, model
from hallbarhet.checklist.entry import Entry
from hallbarhet.checklist.schema import checklist_schema
from hallbarhet.texts.schema import KEYS
from hallbarhet.texts.schema_overlay import VALUES

TOP = Path(__file__).parents[2]
SCHEMA = checklist_schema()
SCHEMAS = Schemas(SCHEMA)

TABLES = [
    table for room in (model, conditions) for table in vars(room).values()
    if isinstance(table, type) and issubclass(table, Entry) and table not in {Entry, conditions.Comparison}
]  # fmt: skip

OVERLAY = """
[checklista]
id = "region"
version = "1.0.0"
bygger_pa = "grund@1.0"

[[avsnitt]]
id = "ett"
[[avsnitt.punkt]]
id = "vilka"
vikt = 2
placera_efter = "hur"
nollstall = ["visas_om"]

[[ta_bort]]
punkt = "ton"
motivering = "Frågas aldrig."
"""


def faults(text):
    return SCHEMAS.faults(tomllib.loads(text))


def references(node):
    """Every reference inside a schema."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from [value] if key == "$ref" else references(value)
    elif isinstance(node, list):
        for entry in node:
            yield from references(entry)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_key_of_every_table_is_explained(table):
    keys = {field.alias or name for name, field in table.model_fields.items()}
    assert set(KEYS[table.__name__]) == {"", *keys}


def test_every_explanation_is_a_sentence():
    told = [sentence for keys in KEYS.values() for sentence in keys.values()]
    told += [sentence for values in VALUES.values() for sentence in values.values()]
    odd = [sentence for sentence in told if not re.search(r"[.…]$|\]\.$", sentence) or sentence != sentence.strip()]
    assert odd == []


def test_every_word_a_key_may_hold_is_explained():
    for name, table in {**SCHEMA["$defs"], "Checklist": SCHEMA}.items():
        for key, node in table.get("properties", {}).items():
            if isinstance(node, dict) and "enum" in node and name != "Dropped":
                assert {str(word) for word in node["enum"]} == set(VALUES[name, key]), (name, key)
                assert len(node["x-taplo"]["docs"]["enumValues"]) == len(node["enum"])


def test_every_reference_leads_somewhere():
    found = set(references(SCHEMA))
    assert "#/$defs/Condition" in found
    assert all(SCHEMAS.named(reference) for reference in found)


def test_the_schema_is_the_same_text_every_time():
    assert json.dumps(checklist_schema()) == json.dumps(SCHEMA)


@pytest.mark.parametrize("path", sorted((TOP / "checklists").glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_checklists_are_valid(path):
    assert faults(path.read_text(encoding="utf-8")) == []


def test_a_small_checklist_is_valid(ground):
    assert faults(ground.text) == []


def test_an_overlay_needs_only_what_differs():
    assert faults(OVERLAY) == []


def test_what_is_missing_from_a_checklist_that_builds_on_nothing_is_told():
    told = faults(OVERLAY.replace('bygger_pa = "grund@1.0"', ""))
    assert ("avsnitt", 0, "punkt", 0, "text") in told
    assert ("avsnitt", 0, "punkt", 0, "placera_efter") in told
    assert ("ta_bort",) in told
    assert ("dimension",) in told


@pytest.mark.parametrize(
    "old, new, place",
    [
        ('slag = "tal"', 'slag = "nummer"', ("avsnitt", 1, "punkt", 1, "slag")),
        ('namn = "Barn"', 'namm = "Barn"', ("tagg", 0, "namm")),
        ("neutral = 0", 'neutral = "0"', ("skala", 0, "neutral")),
        ('verkan = "stopp"', 'verkan = "stopp"\nom2 = 1', ("hallplats", 0, "om2")),
        ('version = "1.0.0"', 'version = "1.0"', ("checklista", "version")),
        ('om = { punkt = "utslapp", max = -2 }', "om = { max = -2 }", ("hallplats", 0, "om")),
        (
            'om = { punkt = "utslapp", max = -2 }',
            'om = { tema = "klimat", tagg = "barn", max = -2 }',
            ("hallplats", 0, "om"),
        ),
        ('id = "vilka"', 'id = "vilka"\nvikt = -1', ("avsnitt", 0, "punkt", 0, "vikt")),
        ('id = "barn"', 'id = "å barn"', ("tagg", 0, "id")),
    ],
)  # fmt: skip
def test_what_the_program_refuses_the_schema_refuses(ground, old, new, place):
    assert place in faults(ground.changed((old, new)))
    assert any(problem.severity == "fel" for problem in ground.problems((old, new)))


def test_conditions_within_conditions_are_valid(ground):
    inner = (
        '{ alla = [{ inte = { punkt = "vilka", status = "vet_inte" } },'
        ' { antal = { av = [{ spann = "alla", min = 60 }], min = 1 } },'
        ' { minst_en = [{ arende = "sokt_belopp", over = 1.5 }] }] }'
    )
    changed = ground.changed(('om = { punkt = "utslapp", max = -2 }', f"om = {inner}"))
    assert faults(changed) == []
