"""The quick reader never says anything else than `tomllib`, and never more."""

import tomllib
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.broken import noise, torn
from support.records import assessments, sample_assessment

from hallbarhet.assessment.records import to_bytes
from hallbarhet.assessment.writing import to_toml
from hallbarhet.batch.canonical import parsed

OURS = to_bytes(sample_assessment())

STORED = """
[resultat]
index = { min = -1.5, netto = 2.0e-05, max = 1e+16 }
flaggor = []
malkonflikter = [
    { id = "a, b = 3", mot = ["x{ y = 1", "z"], styrka = 0.0 },
    { id = "b", mot = [
    "lång",
], status = "oppen" },
]
robusthet = { samma_niva = 1.0, klass = "stabil", narmast = [
    { punkt = "a", fran = 2, till = -1 },
] }
beraknad = 2026-06-08T14:10:00+02:00

[resultat.teman]
a = { min = 1.0 }
"""
RICH = OURS.partition(b"[resultat]")[0] + STORED.lstrip().encode() + b'\n[utdrag]\nur_sigill = "x"\n'


def plain(value):
    """The value with the type of every part beside it: 1, 1.0 and true are not the same."""
    match value:
        case dict():
            return {key: plain(entry) for key, entry in value.items()}, tuple(value)
        case list():
            return [plain(entry) for entry in value]
        case date() | datetime():
            return type(value), value.isoformat()
        case _:
            return type(value), repr(value)


def agrees(raw):
    """Whether the quick reader read it; what it read must be what tomllib reads."""
    found = parsed(raw)
    if found is None:
        return False
    assert plain(found) == plain(tomllib.loads(raw.decode()))
    return True


@pytest.mark.parametrize("raw", [OURS, RICH], ids=["exempelposten", "med resultat"])
def test_our_own_records_are_read(raw):
    assert agrees(raw)


def some_are_read(made, examples):
    """Try any of what is made; where none of it were read, nothing would have been compared."""
    read = []

    @settings(max_examples=examples)
    @given(made)
    def tried(raw):
        read.append(agrees(raw))

    tried()
    return any(read)


def test_whatever_is_written_is_read_the_same_or_left_alone():
    assert some_are_read(assessments.map(to_bytes), 80)


def test_every_byte_changed_taken_out_or_doubled_reads_as_tomllib_reads_it():
    read = 0
    for place in range(len(RICH)):
        for piece in (b"", RICH[place : place + 1] * 2, b'"', b"\\", b"\n", b"]", b"0"):
            read += agrees(RICH[:place] + piece + RICH[place + 1 :])
    assert read > len(RICH)


def test_torn_records_read_as_tomllib_reads_them():
    assert some_are_read(torn(RICH) | torn(OURS) | noise, 250)


ODD_LINES = (
    "x = +1", "x = 01", "x = 1_000", "x = -0", "x = 99999999999999999999", "x = nan", "x = -inf", "x = 1e999",
    "x = 1.", "x = 2026-02-30", "x = 2026-02-29T24:00:00", "x = 0000-01-01", "x = 12:00:00",
    "x = 2026-01-01T12:00:00+24:00", "x = 2026-01-01 12:00:00", "x = 2026-01-01T12:00:00Z",
    "x = 2026-01-01T12:00:00-00:00", "x = 2026-01-01T12:00:00.5", r'x = "\ud800"', r'x = "\u000d"', r'x = "\u0301"',
    r'x = "\q"', r'x = "\u0000\u001f\u007f"', 'x = "a\tb"', "x = 'a'", 'x = "a" # ord', "x = { a = 1, a = 2 }",
    "x = { a = { a = 1 } }", "x = [[1]]", "x = [1, 2,]", "x = [\n    1,\n]", "x = { a = 2026-01-01 }",
    'x = { "å" = 1 }', "x.y = 1", '"" = 1', "x = 1\nx = 2", "x = 1\n\n[x]", "x = {}\n\n[x.y]", "\n[x]\n\n[x]",
    "\n[[x]]\n\n[x]", "\n[x]\n\n[[x]]", "\n[x.y]\n\n[x]", "\n[x.y]\n\n[[x]]", "\n[[x]]\n\n[x.y]\n\n[[x]]\n\n[x.y]",
    "\n[[x]]\n\n[x.y]\n\n[x.y]", "x = []\n\n[[x]]", "\n[x]\ny = 1\n\n[x.y.z]", '\n[x."a.b".c]\nd = 1', "[x]",
    "\n[ x ]", "\n\n[x]", 'x = """\na"b"""', 'x = """\na\\\nb"""', 'x = """\na\\"b"""', 'x = """a"""', "x = true",
    "x = True", "x = ", "\n[[x]]\n\n[[x.y]]", "\n[x]\n\n[x.y]\n\n[x.z]", "x = { a = [\n    1,\n], a = 2 }",
    'x = { a = "b = 1, c = 2" }', 'x = ["{ a = 1", ", b = 2"]', "x = [{ a = 1 }]",
    "x = [\n    { a = 1 },\n    { a = 2 },\n]", 'x = ["a = "]',
)  # fmt: skip


@pytest.mark.parametrize("line", ODD_LINES)
def test_every_odd_line_reads_as_tomllib_reads_it(line):
    for end in ("\n", "", "\r\n", "\n\n", "\n "):
        agrees(f"format = 1\n{line}{end}".encode())


@pytest.mark.parametrize(
    "raw",
    [b"", b"\xef\xbb\xbf" + OURS, OURS.replace(b"\n", b"\r\n"), OURS + b"# sist\n", OURS[:-1], OURS + b"\x00"],
    ids=["tom", "bom", "crlf", "kommentar", "utan radslut", "nul"],
)
def test_what_the_program_does_not_write_is_left_alone(raw):
    assert parsed(raw) is None


values = st.recursive(
    st.text(max_size=12) | st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans() | st.dates() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


def document(data):
    return to_toml({"format": 1, **data}).encode()


def test_any_data_that_is_written_is_read_the_same_or_left_alone():
    agrees(document({"a": [{"b = 1, c": "d = 2, e"}]}))
    assert some_are_read(st.dictionaries(st.text(max_size=6), values, max_size=5).map(document), 150)
