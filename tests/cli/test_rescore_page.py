"""The page of a re-scoring: its rows fit a narrow terminal, its sentences are broken between words there."""

import pytest

from hallbarhet.batch.fates import Fate
from hallbarhet.batch.whole import Largest, Summary, Whole
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
