"""A file somebody exported, read as rows: separators, encodings, headings and all that comes out of Excel."""

import json
from datetime import date

import pytest
from support.screens import NASTY

from hallbarhet.assessment.importing_rows import columns, read_rows
from hallbarhet.assessment.importing_table import read_table
from hallbarhet.errors import FaultyFileError, NotFoundError

HEAD = "Diarienr;Projektnamn;Sökt belopp;Projektstart"


@pytest.fixture
def read(tmp_path):
    """The rows of some text or bytes in a file of a name."""

    def rows(content, name="arenden.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        table = read_table(path)
        return table, list(read_rows(table, columns(table, path)))

    return rows


EXPECTED = {
    "diarienummer": "RUN/1/2026",
    "rubrik": "Cykelled å",
    "sokt_belopp": 450_000,
    "projekt_start": date(2027, 1, 1),
}


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separator_encoding_and_line_ends_are_found_out(read, separator, encoding, end):
    lines = [HEAD.replace(";", separator), separator.join(["RUN/1/2026", "Cykelled å", "450 000 kr", "2027-01-01"])]
    _, (row,) = read(end.join(lines).encode(encoding))
    assert row.values == EXPECTED


def test_windows_letters_are_read_and_told(read):
    table, _ = read(f"{HEAD}\nRUN/1;Å;1;2027-01-01\n".encode("cp1252"))
    assert "rad 1" in table.notes[0]
    assert "Windows-1252" in table.notes[0]
    with pytest.raises(FaultyFileError, match=r":2: .*UTF-8"):
        read(b"Diarienr;Rubrik\nRUN/1;\x81\xff\n")


@pytest.mark.parametrize("heading, key", [
    ("Diarienr", "diarienummer"), ("DNR", "diarienummer"), ("diarienummer", "diarienummer"),
    ("Org.nr", "organisationsnummer"),
    ("Org nr:", "organisationsnummer"), ("Sökt belopp (kr)", "sokt_belopp"), ("Sökt belopp, SEK", "sokt_belopp"),
    ("sokt_belopp", "sokt_belopp"), ("Projektstart", "projekt_start"), ("Kommun(er)", "kommuner"),
    ("Beslutsdatum", "beslut_datum"), ("Beviljat belopp", "beviljat_belopp"), ("Nyps-id", "nyps_id"),
    ("\ufeffÄrende-ID", "nyps_id"), ("HANDLÄGGARE", "handlaggare"),
])  # fmt: skip
def test_headings_are_known_as_people_write_them(read, heading, key):
    table, _ = read(f"{heading};Annat\n1;x\n") if key != "kommuner" else read(f"{heading};Annat\nAle;x\n")
    assert list(columns(table, "x").values()) == [key]


@pytest.mark.parametrize("key, cell, value", [
    ("Sökt belopp", "450000,50", 450_000.5), ("Sökt belopp", "450 000 kr", 450_000),
    ("Sökt belopp", "450\u00a0000:-", 450_000),
    ("Projektstart", "2027-01-01 00:00:00", date(2027, 1, 1)), ("Projektstart", "2027-01-01T00:00", date(2027, 1, 1)),
    ("Projektstart", "20270101", date(2027, 1, 1)), ("Kommun", "0780", ("Växjö",)),
    ("Kommun", '"Växjö, Ale"', ("Växjö", "Ale")),
    ("Diarienr", '="00123"', "00123"), ("Projektnamn", "=1+1", "=1+1"),
    ("Projektnamn", "  Två   ord\u00ad ", "Två ord"),
    ("Projektnamn", '"Rad ett\nrad två"', "Rad ett rad två"), ("Projektnamn", "a\x00b", "ab"),
    ("Projektnamn", "[/] {{ x }}", "[/] {{ x }}"),
])  # fmt: skip
def test_cells_are_read_as_people_write_them(read, key, cell, value):
    _, (row,) = read(f"{key};Nyps-id\n{cell};1\n" if key != "Nyps-id" else f"{key}\n{cell}\n")
    assert not row.faults
    assert [value] == [entry for name, entry in row.values.items() if name != "nyps_id"]


@pytest.mark.parametrize("key, cell, told", [
    ("Sökt belopp", "45o 000", "450 000"), ("Sökt belopp", "-5", "450 000"), ("Sökt belopp", "450.000", "två belopp"),
    ("Projektstart", "1/2/2027", "2026-11-21"), ("Projektstart", "46388", "Excels eget tal"),
    ("Projektnamn", "x" * 1_000_000, "1000000 tecken"), ("Sökt belopp", NASTY.replace('"', ""), "450 000"),
])  # fmt: skip
def test_what_cannot_be_read_is_refused_with_row_column_and_what_to_write(read, key, cell, told):
    _, (row,) = read(f"Nyps-id;{key}\n1;{cell}\n")
    assert row.place == "rad 2"
    assert row.faults[0].startswith(f"kolumn {key}: ")
    assert told in row.faults[0]
    assert len(row.faults[0]) < 300


def test_every_fault_of_a_row_is_told_at_once(read):
    _, (row,) = read(f"{HEAD}\nRUN/1;x;fyra;i morgon\n")
    assert len(row.faults) == 2


def test_rows_are_named_by_the_line_they_begin_on(read):
    _, rows = read(f'{HEAD}\n\nRUN/1;"a\nb";1;\n;;;\nRUN/2;c;2;\n')
    assert [row.place for row in rows] == ["rad 3", "rad 6"]
    _, rows = read(f"sep=;\n{HEAD}\nRUN/1;a;1;\n")
    assert [row.place for row in rows] == ["rad 3"]


def test_a_row_with_too_many_cells_is_refused_and_one_with_too_few_is_read(read):
    _, (first, second) = read("Diarienr;Projektnamn\nRUN/1;Väg; och bro\nRUN/2\n")
    assert "3 celler men bara 2 rubriker" in first.faults[0]
    assert second.values == {"diarienummer": "RUN/2"}


@pytest.mark.parametrize("content, name, told", [
    (b"PK\x03\x04rest", "a.xlsx", "Spara som, CSV UTF-8"),
    ("A;B\n1;2\n", "a.csv", "ingen av rubrikerna"),
    ("Dnr;Dnr\n1;2\n", "a.csv", "på två kolumner"),
    ("Dnr;Diarienummer\n1;2\n", "a.csv", "samma sak"),
    ('Dnr;Rubrik\n1;"a\n2;b\n', "a.csv", "a.csv:2: citattecknen"),
    ("{", "a.json", "inte rätt skriven JSON"),
    ('{"dnr": NaN}', "a.json", "inte rätt skriven JSON"),
    ("[" * 100_000, "a.json", "för djupt"),
    ("7", "a.json", "ingen lista med ärenden"),
    ("dnr = ", "a.toml", "a.toml:1"),
    ("arende = 3", "a.toml", "ingen lista"),
])  # fmt: skip
def test_a_file_that_cannot_be_used_is_told_in_one_sentence(read, content, name, told):
    with pytest.raises(FaultyFileError, match=told):
        read(content, name)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(NotFoundError):
        read_table(tmp_path / "ingen.csv")


CASE = {"diarienummer": "RUN/1/2026", "rubrik": "Cykelled å", "sokt_belopp": 450000, "projekt_start": "2027-01-01"}
TOML = 'diarienummer = "RUN/1/2026"\nrubrik = "Cykelled å"\nsokt_belopp = 450000.0\nprojekt_start = 2027-01-01\n'


@pytest.mark.parametrize("content, name", [
    (json.dumps([CASE]), "a.json"), (json.dumps(CASE), "a.json"),
    (json.dumps({"arenden": [CASE], "antal": 1}), "a.json"),
    (json.dumps(CASE), "a.jsonl"), (TOML, "a.toml"), (f"[arende]\n{TOML}", "a.toml"), (f"[[arende]]\n{TOML}", "a.toml"),
])  # fmt: skip
def test_json_and_toml_hold_the_same_cases(read, content, name):
    _, (row,) = read(content, name)
    assert row.values == EXPECTED


def test_toml_rows_are_named_by_their_line_and_json_rows_by_their_number(read):
    _, rows = read(f"[[arende]]\n{TOML}\n[[arende]]\n{TOML}", "a.toml")
    assert [row.place for row in rows] == ["rad 1", "rad 7"]
    _, rows = read(json.dumps([CASE, CASE]), "a.json")
    assert [row.place for row in rows] == ["post 1", "post 2"]


@pytest.mark.parametrize("value, told", [(True, "något annat"), ({"x": 1}, "något annat"), ([1], "något annat"),
                                         (10**40, "450 000"), (1e300, "450 000"), (-1, "450 000")])  # fmt: skip
def test_data_of_another_kind_is_refused(read, value, told):
    _, (row,) = read(json.dumps([{"nyps_id": 7, "sokt_belopp": value}]), "a.json")
    assert row.values["nyps_id"] == "7"
    assert told in row.faults[0]


@pytest.mark.parametrize("value", [[], None, "", " "])
def test_empty_data_is_no_data(read, value):
    _, (row,) = read(json.dumps([{"nyps_id": 7, "sokt_belopp": value}]), "a.json")
    assert row.values == {"nyps_id": "7"}
    assert not row.faults


def test_a_list_of_other_things_is_refused_entry_by_entry(read):
    table, rows = read(json.dumps([3, CASE]), "a.json")
    assert len(table.rows) == 2
    assert "annat än ett ärende" in rows[0].faults[0]
    assert not rows[1].faults
