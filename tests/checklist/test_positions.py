"""On which line a value stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallbarhet.checklist.positions import Positions
from hallbarhet.checklist.tidying import spelled

TEXT = """format = 1
[checklista]
id = "grund"
kallor = [
  { titel = "a" },  # a comment
  # another
  { titel = "b", lank = "c" },
]

[[avsnitt]]
id = "ett"

[[avsnitt]]
id = "två"

[[avsnitt.punkt]]
id = "q1"
text = \"\"\"
flera
rader\"\"\"

[[avsnitt.punkt]]
id = "q2"
skala = "x"
visas_om.alla = [{ punkt = "q1", min = 1 }]

[avsnitt.punkt.extra]
"nivå" = 1

[regler.konflikt]
spann = 60
"""


@pytest.mark.parametrize(
    "path, line",
    [
        (("format",), 1),
        (("checklista",), 2),
        (("checklista", "id"), 3),
        (("checklista", "kallor"), 4),
        (("checklista", "kallor", 0), 5),
        (("checklista", "kallor", 1, "lank"), 7),
        (("avsnitt",), 10),
        (("avsnitt", 0), 10),
        (("avsnitt", 1), 13),
        (("avsnitt", 1, "punkt", 0), 16),
        (("avsnitt", 1, "punkt", 0, "text"), 18),
        (("avsnitt", 1, "punkt", 1, "skala"), 24),
        (("avsnitt", 1, "punkt", 1, "visas_om"), 25),
        (("avsnitt", 1, "punkt", 1, "visas_om", "alla", 0, "min"), 25),
        (("avsnitt", 1, "punkt", 1, "extra"), 27),
        (("avsnitt", 1, "punkt", 1, "extra", "niva"), 28),
        (("regler",), None),
        (("regler", "konflikt", "spann"), 31),
    ],
)
def test_tables_entries_dotted_and_inline_keys_are_found(path: tuple[str | int, ...], line: int | None):
    assert Positions(TEXT, spelled).own_line(path) == line


def test_what_is_missing_is_found_by_what_stands_around_it():
    positions = Positions(TEXT)
    assert positions.line(("avsnitt", 1, "punkt", 1, "vikt")) == 22
    assert positions.line(("dimension",)) is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(list('a="[]{}.,\n\x00å')), max_size=60).map("".join))
def test_any_text_survives(text: str):
    assert isinstance(Positions(text).line(("a", 0, "b")), int | None)


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "a = " + "[" * 50_000, "a." * 50_000 + "b = 1", '"\\ud800" = 1', "\x00"]
)
def test_hostile_text_survives(text: str):
    assert Positions(text).line(("x",)) is None
