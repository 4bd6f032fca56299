"""The page of a re-scoring: its rows fit a narrow terminal, its sentences are broken between words there."""

import pytest

from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.fates import Fate
from hallbarhet.batch.reading import RecordFault
from hallbarhet.batch.whole import Largest, Summary, Unread, Whole
from hallbarhet.cli.rescore_page import fitted, page

LONG = "Ett mycket långt namn på en insats som ingen terminal i världen rymmer på en rad"


def test_rows_fit_a_terminal_of_eighty_columns():
    found = Largest("a.toml", "a", "RUN/1/2026", LONG, -100.0, 100.0, 200.0, {"vikter": 200.0}, 1, 5, "saker")
    summary = Summary(LONG, count=1, cross={(1, 5): 1}, largest=(found,), grades={"C": 1}, compared=1)
    whole = Whole((summary, summary), read=1, questions={"fråga-" * 12: Fate(changed=1)})
    rows = [line for line in page(whole) if line.startswith("  ")]
    assert max(map(len, rows)) < 80
    (largest, *_) = (line for line in rows if "RUN/1/2026" in line)
    assert largest.endswith("…")


@pytest.mark.parametrize("drafts, told", [(0, None), (1, "1 av dem är ett utkast."), (3, "3 av dem är utkast.")])
def test_drafts_are_told_where_there_are_any(drafts, told):
    lines = list(page(Whole((Summary(None, count=5, drafts=drafts),), read=5)))
    assert [line for line in lines if "utkast" in line] == ([told] if told else [])


@pytest.mark.parametrize("columns", [80, 120])
def test_on_a_terminal_long_lines_are_broken_between_words(columns, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", str(columns))
    line = f"  {LONG}: {LONG}"
    told = list(fitted([line, "kort"]))
    assert max(map(len, told)) <= columns
    assert told[-1] == "kort"
    assert " ".join(" ".join(told[:-1]).split()) == line.strip()


def test_in_a_pipe_every_line_is_whole():
    assert list(fitted([LONG * 3])) == [LONG * 3]


def test_every_alternative_stands_side_by_side_also_one_that_nothing_could_be_counted_in():
    unfit = Summary("mål", left_out=4, way=Alternative("mål", weights=(("digital", 2.0),)))
    lines = list(page(Whole((Summary("grön", count=4), unfit), read=4)))
    begun = next(place for place, line in enumerate(lines) if "sida vid sida" in line)
    assert lines[begun + 2].split()[0] == "grön"
    assert lines[begun + 3].split() == ["mål", "0", "0", "0", "–", "–", "0"]
    told = lines[lines.index("Alternativ: mål") :]
    assert told[1:3] == [
        "Med vikten 2 för digital.",
        "4 hoppades över: alternativet går inte att räkna med deras checklista.",
    ]


def test_one_left_out_is_told_in_the_singular():
    assert "1 hoppades över: alternativet går inte att räkna med dess checklista." in list(
        page(Whole((Summary(None, left_out=1),), read=1))
    )


def test_an_alternative_without_a_name_is_called_the_same_in_the_table_and_over_its_own_numbers():
    lines = list(page(Whole((Summary(None, count=1), Summary("grön", count=1)), read=1, target="ny 2.0.0")))
    assert any(line.startswith("  utan namn") for line in lines)
    assert "Alternativ: utan namn" in lines
    assert lines.count("Ny checklista: ny 2.0.0") == 1


def test_one_alternative_alone_without_a_name_is_headed_by_its_checklist():
    lines = list(page(Whole((Summary(None, count=1),), read=1, target="ny 2.0.0")))
    assert "Ny checklista: ny 2.0.0" in lines
    assert not any("utan namn" in line for line in lines)


def test_no_heading_stands_over_nothing():
    unread = (Unread("a.toml", (RecordFault("R001", None, "Filen är tom."),)),)
    lines = list(page(Whole((Summary(None),), unread=1, told_unread=unread)))
    assert lines[-3:] == ["", "1 post kunde inte läsas:", "  a.toml: Filen är tom."]
    assert "Varje post med sin egen checklista" not in lines


def test_nobodys_words_make_a_line_of_their_own():
    nasty = "a\nSäkra omslag: 0"
    found = Largest(nasty, "a", nasty, nasty, 0.0, 1.0, 1.0, {"vikter": 1.0}, 1, 1, "ingen")
    summary = Summary(nasty, count=1, cross={(1, 1): 1}, largest=(found,), compared=1)
    fault = RecordFault("R001", 1, nasty)
    whole = Whole(
        (summary, summary), read=2, unread=1, told_unread=(Unread(nasty, (fault,)),), deviating=1,
        told_deviating=(nasty,),
    )  # fmt: skip
    lines = list(page(whole))
    assert not any("\n" in line for line in lines)
    assert sum("a Säkra omslag: 0" in line for line in lines) == 8


def test_it_is_told_how_to_get_the_rows_that_are_not_shown():
    told = tuple(f"{number}.toml" for number in range(12))
    assert list(page(Whole((Summary(None),), deviating=12, told_deviating=told)))[-1] == (
        "  … och 2 till; alla står i raderna (--json, eller --ut med .csv, .jsonl, .xlsx eller .parquet)."
    )


def test_where_there_is_no_index_no_mean_is_told():
    lines = list(page(Whole((Summary(None, count=3, cross={(1, 2): 3}, core_levels=3),), read=3)))
    assert "Det finns inget index att jämföra, och 3 poster får en annan nettonivå." in lines
    half = Summary(None, count=3, cross={(1, 2): 3}, compared=3, total=3.0)
    lines = list(page(Whole((half,), read=3)))
    assert "Fulla serien, med nya frågor: index i medeltal +1,0 poäng, 3 på en annan nettonivå." in lines
    assert (
        "Kärnserien, bara frågor i båda: det finns inget index att jämföra, och 0 poster får en annan nettonivå."
        in lines
    )
    lines = list(page(Whole((Summary(None, count=3, core_compared=3, core_total=3.0),), read=3)))
    assert (
        "Fulla serien, med nya frågor: det finns inget index att jämföra, och 0 poster får en annan nettonivå." in lines
    )
