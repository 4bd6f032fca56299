"""From bytes to data, whatever the bytes are."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallbarhet.checklist import toml


def told(text: str | bytes, **options: bool) -> list[str]:
    raw = text if isinstance(text, bytes) else text.encode()
    return [problem.sentence for problem in toml.parse(raw, "grund.toml", **options)[1]]


def test_one_byte_order_mark_is_dropped():
    document, problems = toml.parse(b"\xef\xbb\xbfformat = 1\n", "grund.toml")
    assert document is not None
    assert document.data == {"format": 1}
    assert problems == []


def test_windows_line_ends_and_combining_letters_become_one_form():
    document, _ = toml.parse('namn = "a\u030a"\r\ntext = """ett\r\ntvå"""\r\n'.encode(), "grund.toml")
    assert document is not None
    assert document.data == {"namn": "å", "text": "ett\ntvå"}


@pytest.mark.parametrize(
    "raw, code, line, words",
    [
        ('namn = "x"\nort = "Växjö"\n'.encode("latin-1"), "T105", 2, "UTF-8"),
        ("a = 1".encode("utf-16"), "T105", None, "UTF-16"),
        ("namn = 1".encode("utf-16-le"), "T105", None, "UTF-16"),
        (b"\x7fELF\x02\x01\x01\x00\x99\x98", "T104", None, "inte en textfil"),
        (b"a = 1\n" * 2_000_000, "T103", None, "större än 10 MB"),
        (b"a = " + b"[" * 5_000, "T108", None, "för djupt"),
        (b"a = " + b"[" * 100 + b"]" * 100, "T108", None, "för djupt"),
        (b"[" + b"a." * 70 + b"b]\n", "T108", None, "för djupt"),
        (b"a." * 1_000_000 + b"a = 1", "T108", None, "för djupt"),
    ],
)
def test_bytes_that_are_no_checklist_get_one_sentence(raw: bytes, code: str, line: int | None, words: str):
    document, problems = toml.parse(raw, "grund.toml")
    assert document is None
    (problem,) = problems
    assert (problem.code, problem.line) == (code, line)
    assert words in problem.message


def test_a_bare_key_with_dots_is_told_how_to_be_written():
    assert told("format = 1\n" + "\n" * 10 + 'vägledning = "x"\n') == [
        "grund.toml:12: Rad 12: skriv nyckeln utan å, ä och ö: `vagledning`."
    ]


def test_every_key_with_dots_is_told_in_one_run_and_the_rest_is_read():
    document, problems = toml.parse(
        '[[målkonflikt]]\nid = "a"\nåtgärd.övrigt = { ålder = 1 }\n'.encode(), "grund.toml", fold_keys=True
    )
    assert [(problem.code, problem.line) for problem in problems] == [("T107", 1), ("T107", 3), ("T107", 3)]
    assert document is not None
    assert document.data == {"malkonflikt": [{"id": "a", "atgard": {"ovrigt": {"alder": 1}}}]}


def test_a_quoted_key_with_dots_is_folded_with_a_warning_in_a_checklist_only():
    text = '[a]\n"nivå" = 3\n'
    assert [problem.code for problem in toml.parse(text.encode(), "grund.toml", fold_keys=True)[1]] == ["T112"]
    assert told(text, fold_keys=True) == ['grund.toml:2 a: nyckeln "nivå" läses som `niva`. Skriv den så.']
    document, problems = toml.parse(text.encode(), "post.toml")
    assert document is not None
    assert document.data == {"a": {"nivå": 3}}
    assert problems == []


def test_a_key_written_both_ways_is_a_fault():
    _, problems = toml.parse('niva = 1\n"nivå" = 2\n'.encode(), "grund.toml", fold_keys=True)
    assert [(problem.code, problem.severity) for problem in problems] == [("T111", "fel")]


@pytest.mark.parametrize(
    "line, words",
    [
        ("vikt = 1,5", "punkt i stället för komma"),
        ("belopp = 450 000", "utan mellanslag"),
        ("namn = ”Hej”", "sneda citattecken"),
        ("namn = hej", "raka citattecken"),
        ("skyddad = True", "true eller false"),
        ("skyddad = ja", "true eller false"),
        ("namn =", "saknas ett värde"),
        ("namn", "likhetstecken"),
        ("namn\u00a0= 1", "osynligt tecken"),
        ('namn = "hej', "citattecken"),
        ("lista = [1, 2", "listan avslutas inte"),
        ("t = { a = 1, }", "klamrar"),
        ("[tabell", "avslutas med ]."),
        ("[[tabell]", "avslutas med ]]."),
        ("a = 1\na = 2", "redan skrivet"),
        ("[a]\n[b]\n[a]", "redan skrivet"),
        ("[[tema]]\nid = 1\n[tema]", "[[tema]] med dubbla hakparenteser"),
        ("[tema]\nid = 1\n[tema] # andra", "[[tema]] med dubbla hakparenteser"),
        ("[tema]\nid = 1\n[[tema]]", "redan skrivet"),
        ("dag = 2026-02-30", "datumet finns inte"),
        ('mapp = "C:\\dokument"', "omvänt snedstreck"),
        ('a = "x" b = 2', "en nyckel per rad"),
        ('a = "\x01"', "styrtecken"),
        ("a = 1" + "0" * 5_000, "TOML"),
    ],
)
def test_what_is_not_toml_is_told_in_plain_words(line: str, words: str):
    _, problems = toml.parse(line.encode(), "grund.toml")
    assert len(problems) == 1
    assert problems[0].code == "T106"
    assert words in problems[0].message


def test_numbers_that_canonical_json_cannot_hold_are_refused_with_their_line():
    _, problems = toml.parse(b"a = 9007199254740991\nb = 9007199254740992\nc = [1, inf]\n", "grund.toml")
    assert [(problem.code, problem.line) for problem in problems] == [("T109", 2), ("T110", 3)]


@pytest.mark.parametrize("name", ["saknas.toml", "saknas\x00.toml"])
def test_a_file_that_is_not_there_is_told(name: str, tmp_path: Path):
    document, problems = toml.load(f"{tmp_path}/{name}")
    assert document is None
    assert problems[0].code == "T101"
    assert "finns inte" in problems[0].sentence


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path):
    assert "ingen fil" in toml.load(tmp_path)[1][0].sentence
    pipe = tmp_path / "rör.toml"
    os.mkfifo(pipe)
    (problem,) = toml.load(pipe)[1]
    assert problem.code == "T102"
    assert "ingen fil" in problem.sentence


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_give_data_or_a_sentence(raw: bytes):
    document, problems = toml.parse(raw, "grund.toml", fold_keys=True)
    assert document is not None or problems
    for problem in problems:
        assert problem.sentence


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["a", "å", "=", "[", "]", "[[", "]]", ".", '"', "'''", "{", "}", ",", "\n", "1", " ", "#", "\r"]
        ),
        max_size=30,
    ).map("".join)
)
def test_what_the_reference_grammar_accepts_is_accepted_and_nothing_else(text: str):
    document, problems = toml.parse(text.encode(), "grund.toml")
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert problems
        return
    assert document is not None
    assert document.data == expected
