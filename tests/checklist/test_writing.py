"""A checklist as TOML text."""

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallbarhet.checklist.reading import dump_checklist
from hallbarhet.checklist.writing import text_of

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=30)
SCALARS = (
    WORDS | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False) | st.booleans()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["checklista", "regler", "tema", "avsnitt", "provfall", "x å"]), VALUES))
def test_any_data_reads_as_the_same_data(data: dict[str, Any]):
    assert tomllib.loads(text_of(data)) == data


def test_each_entry_stands_by_itself_in_the_order_of_the_model(ground: Any):
    text = dump_checklist(ground.checklist())
    headers = [line for line in text.splitlines() if line.startswith("[")]
    assert headers[:6] == ["[checklista]", "[[dimension]]", "[[dimension]]", "[[tema]]", "[[tema]]", "[[skala]]"]
    assert "[avsnitt.punkt.visas_om]" in headers
    assert '  { punkt = "vilka", min = 1 },' in text


@pytest.mark.parametrize(
    "nasty", ["[/", "[b]x", "{{ x }}", "</script>", '"""', "'''", "\\", "a\nb", "\t", "\x7f", "åäö", "#"]
)
def test_nasty_words_come_back_as_they_were(ground: Any, nasty: str):
    checklist = ground.checklist()
    tag = checklist.tags[0].model_copy(update={"name": nasty})
    changed = checklist.model_copy(update={"tags": (tag,)})
    assert tomllib.loads(dump_checklist(changed))["tagg"][0]["namn"] == nasty
